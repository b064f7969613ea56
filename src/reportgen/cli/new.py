"""`new` on the command line; what it does stands in `cli.explain` and `cli.entry`, which help pages do not load."""

from pathlib import Path

import click

from reportgen.cli.click_messages import Command
from reportgen.cli.completion import one_of, pack_names
from reportgen.cli.options import HELP, TEMPLATES
from reportgen.errors import UsageProblem
from reportgen.language import _

_KINDS = ("yaml", "xlsx")


@click.command(
    "new", cls=Command, add_help_option=False, help="写出待填的内容文件，每一栏都有说明和例子；可以写几个文种。"
)
@click.argument("names", nargs=-1, required=True, metavar="文种名称...", shell_complete=pack_names)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="写到哪个文件（默认用文种的名称）"
)
@click.option(
    "--format",
    "kind",
    default="yaml",
    metavar="yaml|xlsx",
    shell_complete=one_of(*_KINDS),
    help="yaml（默认）；xlsx 是用 Excel、WPS 填的工作簿，填好后用 reportgen fill 做成内容文件",
)
@TEMPLATES
@HELP
def new(names: tuple[str, ...], output: Path | None, kind: str, roots: tuple[Path, ...]) -> int:
    """Write a skeleton, or a workbook to be filled in."""
    from reportgen.cli.settled import roots_here

    if kind not in _KINDS:
        raise UsageProblem(_("--format 只能是 {words}", words=_("、").join(_KINDS)))
    if kind == "xlsx":
        from reportgen.cli.entry import write_entry_form

        return write_entry_form(names, output, roots_here(roots))
    from reportgen.cli.explain import write_skeleton

    return write_skeleton(names, output, roots_here(roots))
