"""`reportgen open`: the screen of a folder in the browser; what it does stands in `reportgen.desk`."""

from pathlib import Path
from typing import Any

import click

from reportgen.cli.click_messages import Command
from reportgen.cli.options import HELP, TEMPLATES

_LOOPBACK = "127.0.0.1"


@click.command(
    "open", cls=Command, add_help_option=False, help="在浏览器里打开一个文件夹：填表、看页、检查、生成，都在网页上做。"
)
@click.argument("folder", required=False, metavar="[文件夹或文件]", type=click.Path(path_type=Path))
@click.option("--no-browser", is_flag=True, help="不打开浏览器，只显示地址")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="端口", help="用哪个端口（默认由系统给一个）")
@click.option("--host", default=_LOOPBACK, metavar="地址", help="这台电脑的哪个地址（默认 127.0.0.1，别的电脑连不上）")
@click.option(
    "--serve",
    "password",
    type=click.Path(path_type=Path),
    metavar="密码文件",
    help="让别的电脑凭密码使用：没有这个文件就先问密码、写好它；传输不加密，只用在可信的内网",
)
@click.option(
    "--proxy",
    default="",
    metavar="网址",
    help="前面有加密的反向代理时，它的网址，如 https://jx.example；和 --serve 一起用",
)
@click.option("--starter", is_flag=True, help="在桌面上放一个双击就打开这个文件夹的图标")
@TEMPLATES
@HELP
def open_desk(folder: Path | None, starter: bool, roots: tuple[Path, ...], **options: Any) -> int:
    """Open a folder in the browser."""
    from reportgen.cli.opening import Options, open_folder, write_starter

    if starter:
        return write_starter(folder or Path())
    return open_folder(folder or Path(), Options(roots=roots, **options))
