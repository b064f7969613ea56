"""`reportgen build`: what it takes on the command line."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click

from reportgen.cli.addressed import is_in_store, refuse_mixed
from reportgen.cli.choices import ARCHIVE, EDITION, ENGINE
from reportgen.cli.click_messages import Judging
from reportgen.cli.completion import one_of
from reportgen.cli.options import ALL, HELP, LIMITS, MANY, TEMPLATES, WATCH


@click.command(cls=Judging, add_help_option=False, help="生成文档：先检查，再写出 docx 和 PDF，最后读回来核对。")
@MANY
@click.option(
    "--list",
    "lists",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="名单",
    help="名单里写着的也生成：一行一个内容文件或文件夹；文件写成 - 就从标准输入读",
)
@click.option(
    "--format",
    "formats",
    default="docx,pdf,xlsx",
    metavar="格式",
    shell_complete=one_of("docx", "pdf", "xlsx", "html", "txt"),
    help="docx、pdf、xlsx、html、txt，用逗号隔开（默认 docx,pdf，有表格的再加 xlsx）",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="文件夹",
    help="写到哪个文件夹（默认 output），子文件夹照内容文件的分",
)
@WATCH
@ENGINE
@ARCHIVE
@EDITION
@click.option("--strict", is_flag=True, help="有未确认的错误就不生成")
@click.option("--rebuild", is_flag=True, help="几个文件一起生成时，没有变化的也重做")
@click.option(
    "--cluster",
    default="",
    metavar="地址",
    help="交给 Dask 调度器的工作节点生成，如 tcp://10.0.0.5:8786；文件在共享文件夹里，或在 s3:// 上",
)
@click.option("--force", is_flag=True, help="几个文件一起生成时，手改过的也重做，改过的那份另存")
@LIMITS
@TEMPLATES
@ALL
@HELP
def build(files: tuple[str, ...], lists: tuple[Path, ...], watch: bool, output: Path | None, **options: Any) -> int:
    """Make the outputs of content files."""
    from reportgen.cli.build import Options, build_files
    from reportgen.cli.files import content_files, usable_files
    from reportgen.cli.places import places

    if not files and not lists:
        context = click.get_current_context()
        raise click.MissingParameter(ctx=context, param=context.command.params[0])
    if lists or "-" in files:
        from reportgen.cli.listed import with_lists

        files = with_lists(files, lists)
    asked = Options(places=places(output, files), **options)
    if is_in_store([*files, *asked.roots, *([output] if output else [])]):
        from reportgen.cli.stored import build_in_store  # few have a store

        refuse_mixed(files, output, watch)
        return build_in_store(files, asked)
    named = partial(usable_files if watch else content_files, files)
    return once_or_watching(watch, asked.roots, named, lambda paths: build_files(paths, asked))


def once_or_watching(
    watch: bool, roots: tuple[Path, ...], files: Callable[[], list[Path]], run: Callable[[list[Path]], int]
) -> int:
    """Run at once, or at once and after every change."""
    if not watch:
        return run(files())
    from reportgen.cli.settled import roots_of_all
    from reportgen.cli.watch import watch as keep_watching

    return keep_watching(files, roots_of_all(files(), roots), run)
