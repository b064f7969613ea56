"""`rule`: the manual page of a code."""

import click

from reportgen.cli.click_messages import Command
from reportgen.cli.completion import rule_codes
from reportgen.cli.options import HELP


@click.command(cls=Command, add_help_option=False, help="解释检查规则：reportgen rule NUM003；不写代码就列出全部。")
@click.argument("code", required=False, metavar="[代码]", shell_complete=rule_codes)
@HELP
def rule(code: str | None) -> int:
    """Explain a rule."""
    from reportgen.cli import explain

    return explain.explain_rule(code)
