"""`page` on the command line; what it does stands in `reportgen.cli.pages`, which help pages do not load."""

from pathlib import Path
from typing import Any

import click

from reportgen.cli.choices import ENGINE
from reportgen.cli.click_messages import Judging
from reportgen.cli.options import CONTENT, HELP, LIMITS, TEMPLATES


@click.command(
    "page",
    cls=Judging,
    add_help_option=False,
    help="写出核对页：一个双击就能打开的网页，左边是页面，右边是问题、数字和批注；也可以给别人写好的 PDF。",
)
@CONTENT
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="文件夹",
    help="写到哪个文件夹（默认 output），子文件夹照内容文件的分",
)
@ENGINE
@LIMITS
@TEMPLATES
@HELP
def page(files: tuple[str, ...], output: Path | None, **options: Any) -> int:
    """Write the pages to click through."""
    from reportgen.cli.files import content_files
    from reportgen.cli.pages import Options, write_pages
    from reportgen.cli.places import places

    return write_pages(content_files(files, finished=True), Options(places=places(output, files), **options))
