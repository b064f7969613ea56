"""`verify` on the command line; what it does stands in `reportgen.cli.verify`, which help pages do not load."""

from typing import Any

import click

from reportgen.cli.click_messages import Judging
from reportgen.cli.options import ALL, ARCHIVES, HELP, LIMITS, TEMPLATES


@click.command(
    "verify",
    cls=Judging,
    add_help_option=False,
    help="核对存档的 PDF：用里面的内容文件重做一遍，看看得见的字是否还一样。",
)
@ARCHIVES
@LIMITS
@TEMPLATES
@ALL
@HELP
def verify(files: tuple[str, ...], **options: Any) -> int:
    """Make PDFs for archives again and compare."""
    from reportgen.cli.verify import Options, archives, verify_files

    return verify_files(archives(files), Options(**options))
