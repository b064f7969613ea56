"""The commands that begin next year's file."""

from pathlib import Path
from typing import Any

import click

from reportgen.cli.click_messages import Command
from reportgen.cli.options import ALL, CONTENT, HELP, TEMPLATES


@click.command(
    cls=Command,
    add_help_option=False,
    help="从今年的内容文件做出明年的：年度和日期后移，数字变成上年数、留下待填，文字沿用待确认。",
)
@CONTENT
@click.option("--year", type=int, metavar="年份", help="转到哪一年（默认下一年）")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="写到哪个文件（默认换年份）")
@click.option("--force", is_flag=True, help="已经有明年的文件，也从头再做一份盖掉它")
@click.option("--dry-run", is_flag=True, help="只列出会怎样改，不写文件")
@click.option("--report", type=click.Path(path_type=Path), metavar="文件", help="改动清单另存一份（.docx 或 .html）")
@TEMPLATES
@ALL
@HELP
def roll(files: tuple[str, ...], **options: Any) -> int:
    """Make next year's content file."""
    from reportgen.cli.files import content_files
    from reportgen.cli.roll import Options, roll_files

    return roll_files(content_files(files), Options(**options))
