"""`fill` on the command line, and the option of `check` that names workbooks; what they do stands in other modules."""

from pathlib import Path
from typing import Any

import click

from reportgen.cli.click_messages import Judging
from reportgen.cli.options import ALL, HELP, LIMITS, TEMPLATES

AGAINST = click.option(
    "--against",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="工作簿",
    help="用决算表、系统导出表（.xlsx、.xls、.ods、.csv）核对取来的数，可以写多次",
)


@click.command(
    "fill",
    cls=Judging,
    add_help_option=False,
    help="从决算表、系统导出表取数，填进内容文件，默认只列出会怎样改；填好的工作簿做成新的内容文件。",
)
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@click.argument("workbooks", nargs=-1, required=True, metavar="工作簿...", type=click.Path(path_type=Path))
@click.option("--apply", is_flag=True, help="写进内容文件")
@click.option("--unit", default="", metavar="名称", help="工作簿上的单位名称，与内容文件的写法不同时用")
@LIMITS
@TEMPLATES
@ALL
@HELP
def fill(file: Path, workbooks: tuple[Path, ...], **options: Any) -> int:
    """Put the figures of workbooks into a content file."""
    from reportgen.cli.fill import Options, fill_file

    return fill_file(file, workbooks, Options(**options))
