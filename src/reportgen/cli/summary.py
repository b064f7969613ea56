"""`summary` on the command line; what it does stands in other modules."""

from pathlib import Path
from typing import Any

import click

from reportgen.cli.choices import IGNORE, SELECT
from reportgen.cli.click_messages import Command
from reportgen.cli.options import CONTENT, HELP, LIMITS, TEMPLATES


@click.command(
    "summary",
    cls=Command,
    add_help_option=False,
    help="把许多单位的材料汇总成一份：预算、支出、执行率、得分、排名、缺报迟报、检查的问题和雷同的段落。",
)
@CONTENT
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="文件",
    help="写成 .xlsx（默认 汇总.xlsx）、.docx 或 .html，可以写多次",
)
@click.option(
    "--units",
    type=click.Path(path_type=Path),
    metavar="名单",
    help="应报的单位（.xlsx、.csv、.txt）：单位，以及主管部门、级次、截止日期、应报材料、别名",
)
@click.option("--year", type=int, default=0, metavar="年度", help="汇总哪一年的（默认材料最多的一年）")
@click.option("--office", default="", metavar="名称", help="汇总的单位，写在 .docx 的最后")
@click.option(
    "--given-out",
    "given_out",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="文件",
    help="统一发给各单位的范文、通知（.docx、.pdf、.txt）：里面的话不算雷同，可以写多次",
)
@click.option("--no-copied", is_flag=True, help="不比较雷同的段落")
@click.option(
    "--to",
    "database",
    type=click.Path(path_type=Path),
    metavar="数据库",
    help="另外把每一行写进 .duckdb，或者写成 .parquet 的文件夹，供自己查询（要装 reportgen[bureau]）",
)
@SELECT
@IGNORE
@LIMITS
@TEMPLATES
@HELP
def summary(files: tuple[str, ...], **options: Any) -> int:
    """Put many papers together."""
    from reportgen.cli.summarising import Options, summarise

    return summarise(files, Options(**options))
