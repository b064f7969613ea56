"""`review` on the command line; what it does stands in `reportgen.cli.review`, which help pages do not load."""

from pathlib import Path
from typing import Any

import click

from reportgen.cli.choices import ENGINE
from reportgen.cli.click_messages import Judging
from reportgen.cli.options import ALL, CONTENT, HELP, LIMITS, TEMPLATES


@click.command(
    "review",
    cls=Judging,
    add_help_option=False,
    help="做送审稿：页面与定稿相同，查出的问题批在字上，边上有版本和行号，后附审核表；别人的 Word 和 PDF 也可以批。",
)
@CONTENT
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="文件夹",
    help="写到哪个文件夹（默认 output），子文件夹照内容文件的分",
)
@click.option(
    "--dismiss",
    multiple=True,
    metavar="编号",
    help="这个问题看过了，不改：写送审稿上的编号，或代码和行号，如 NUM003:45；可以写多次",
)
@click.option("--html", is_flag=True, help="也写核对页：双击就能打开的网页，左边是页面，右边是问题、数字和批注")
@click.option("--reason", default="", metavar="理由", help="为什么不改；记在文件旁边的「….不改.yaml」里")
@ENGINE
@LIMITS
@TEMPLATES
@ALL
@HELP
def review(files: tuple[str, ...], output: Path | None, **options: Any) -> int:
    """Make the copies that go round."""
    from reportgen.cli.files import content_files
    from reportgen.cli.places import places
    from reportgen.cli.review import Options, review_files

    return review_files(content_files(files, finished=True), Options(places=places(output, files), **options))
