"""Arguments and options that several commands share."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from reportgen.addresses import is_address
from reportgen.cli.console import show

if TYPE_CHECKING:
    from reportgen.limits import Limits


def _roots(context: click.Context, _option: click.Parameter, folders: Sequence[Path]) -> tuple[Path, ...]:
    if not folders:
        return ()
    if context.info_name == "build" and any(map(is_address, folders)):
        return tuple(folders)  # what stands in a store is known when it is brought
    from reportgen.packs.roots import pack_roots  # help pages need it not

    return pack_roots(folders)


def _limits(_context: click.Context, _option: click.Parameter, words: str | None) -> "Limits | None":
    if words is None:
        return None
    from reportgen.limits import read_limits

    return read_limits(words)


def _files(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The shell itself knows files best."""
    return [CompletionItem(typed, type="file")]


CONTENT = click.argument("files", nargs=-1, required=True, metavar="文件...", shell_complete=_files)
MANY = click.argument("files", nargs=-1, metavar="文件...", shell_complete=_files)
ARCHIVES = click.argument("files", nargs=-1, required=True, metavar="PDF...", shell_complete=_files)
TEMPLATES = click.option(
    "--templates",
    "roots",
    multiple=True,
    type=click.Path(path_type=Path),
    callback=_roots,
    metavar="文件夹",
    help="另外的模板文件夹，可以写多次",
)


def _show_help(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    """Click's own would end in its own way when the reader has gone (`| head`)."""
    if wanted and not context.resilient_parsing:
        show(context.get_help())
        context.exit()


def _show_versions(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from reportgen.cli.versions import show_versions

        show_versions()
        context.exit()


HELP = click.help_option("-h", "--help", callback=_show_help, help="显示这一页")
LIMITS = click.option(
    "--limits",
    callback=_limits,
    metavar="时间,内存",
    help="一个文件最多用多少时间和内存（默认 60s,1.5G；0 不限），超过就说没有处理完",
)
WATCH = click.option("--watch", is_flag=True, help="内容文件、模板一改就再来一遍，按 Ctrl-C 结束")
ALL = click.option("--all", "everything", is_flag=True, help="同一种问题再多也全部列出")
VERSION = click.option(
    "-V",
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_versions,
    help="显示程序和各引擎的版本",
)
