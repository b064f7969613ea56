"""`pull` on the command line; what it does stands in other modules."""

from pathlib import Path
from typing import Any

import click

from reportgen.cli.click_messages import Judging
from reportgen.cli.completion import one_of
from reportgen.cli.options import HELP, LIMITS, TEMPLATES


@click.command(
    "pull",
    cls=Judging,
    add_help_option=False,
    help="收回批注：读回来的 PDF 或 docx 里的批注、修订和改动，找出各是内容文件的哪一行，默认只列出会怎样改。",
)
@click.argument("copy", metavar="PDF或docx", type=click.Path(path_type=Path))
@click.argument("file", metavar="[内容文件]", required=False, type=click.Path(path_type=Path))
@click.option("--apply", is_flag=True, help="把改了的字写进内容文件")
@click.option("--facts", is_flag=True, help="连「数据」里的数也改，几处改得一样才改")
@click.option(
    "--format",
    "form",
    default="text",
    metavar="格式",
    shell_complete=one_of("text", "json"),
    help="text（默认）或 json",
)
@LIMITS
@TEMPLATES
@HELP
def pull(copy: Path, file: Path | None, **options: Any) -> int:
    """Bring the remarks of a copy home."""
    from reportgen.cli.pulled import Options, pull_copy

    return pull_copy(copy, file, Options(**options))
