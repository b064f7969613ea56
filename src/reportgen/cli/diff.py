"""`reportgen diff`: two drafts compared; a 花脸稿, a Word file with revisions, a list for terminals and programs."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportgen.cli.choices import ENGINE
from reportgen.cli.click_messages import Command
from reportgen.cli.completion import one_of
from reportgen.cli.console import show, show_bytes
from reportgen.cli.options import HELP, LIMITS, TEMPLATES
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.record import Struct
from reportgen.world import now, shown

if TYPE_CHECKING:  # nothing of it is loaded for the other commands
    from reportgen.limits import Limits
    from reportgen.model.engine import Engine
    from reportgen.model.look import Marks
    from reportgen.pipeline.two_drafts.compared import Alone, Compared

_FILES = ("pdf", "docx", "html")
_PRINTED = ("text", "json")


class Asked(Struct, frozen=True):
    """What `diff` was asked for."""

    formats: tuple[str, ...]
    marks: "Marks"
    author: str
    output: Path | None
    engine: "Engine | None"
    limits: "Limits | None"
    roots: tuple[Path, ...]


@click.command(
    cls=Command,
    add_help_option=False,
    help="比较两稿：花脸稿（PDF）、带修订的 Word 文件，列出改动的字、格、标题和数字。",
)
@click.argument("files", nargs=-1, required=True, metavar="旧稿 新稿", type=click.Path(path_type=Path))
@click.option("--git", "revision", metavar="版本", help="旧稿是 git 里的这个版本（如 HEAD~1），只写一个文件")
@click.option(
    "--format",
    "formats",
    default="pdf,docx",
    metavar="格式",
    shell_complete=one_of(*_FILES, *_PRINTED),
    help="pdf、docx、html 写成文件（默认 pdf,docx）；text、json 只显示，不写文件",
)
@click.option(
    "--marks",
    default="paper",
    metavar="样子",
    shell_complete=one_of("paper", "word"),
    help="paper（默认）：波浪线和方框；word：删除线和下划线",
)
@click.option("--author", default="", metavar="姓名", help="Word 文件里修订人的姓名（默认 reportgen）")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="文件夹", help="写到哪个文件夹（默认 output）")
@click.option("--lines", is_flag=True, help="只把一个文件的字一段一行地显示出来，供 git diff 用")
@click.option("--exit-code", is_flag=True, help="有改动时退出码是 1")
@ENGINE
@LIMITS
@TEMPLATES
@HELP
def diff(files: tuple[Path, ...], revision: str | None, lines: bool, exit_code: bool, **options: Any) -> int:
    """Compare two drafts."""
    asked = _asked(**options)
    if lines:
        return _show_lines(_only(files, "--lines"), asked)
    old, new = _two(files, revision)
    pairs, alone = _compared(old, new, revision, asked)
    _tell(pairs, alone, old if revision is None else Path(f"{old} ({revision})"), new, asked)
    changed = any(pair.told for pair in pairs) or alone.old or alone.new
    return 1 if exit_code and changed else 0


def _asked(formats: str, marks: str, author: str, **options: Any) -> Asked:
    from reportgen.model.look import Marks

    wanted = tuple(word.strip().lower() for word in formats.split(",") if word.strip())
    unknown = [word for word in wanted if word not in _FILES + _PRINTED]
    if unknown or not wanted:
        told = {"word": _("、").join(unknown), "formats": _("、").join(_FILES + _PRINTED)}
        raise UsageProblem(_("没有格式「{word}」，只有 {formats}", **told))
    if any(word in _PRINTED for word in wanted) and len(wanted) > 1:
        raise UsageProblem(_("text、json 只显示在屏幕上，要单独写"))
    if marks not in [each.value for each in Marks]:
        raise UsageProblem(_("--marks 只能是 {marks}", marks=_("、").join(each.value for each in Marks)))
    return Asked(wanted, Marks(marks), author or "reportgen", **options)


def _two(files: tuple[Path, ...], revision: str | None) -> tuple[Path, Path]:
    if revision is not None:
        path = _only(files, "--git")
        return path, path
    if len(files) != 2:
        raise UsageProblem(_("要写两个文件：旧稿和新稿；或者写 --git 版本 和一个文件"))
    return files[0], files[1]


def _only(files: tuple[Path, ...], option: str) -> Path:
    if len(files) != 1:
        raise UsageProblem(_("{option} 后面只写一个文件", option=option))
    return files[0]


def _compared(old: Path, new: Path, revision: str | None, asked: Asked) -> "tuple[list[Compared], Alone]":
    from reportgen.cli.guard import guarded
    from reportgen.cli.settled import limits_for, roots_for, use_fonts_of
    from reportgen.pipeline.two_drafts.compared import compared
    from reportgen.pipeline.two_drafts.papers import papers_at, papers_of

    _refuse(old, new, revision)
    use_fonts_of([new])
    roots = roots_for(new, asked.roots)

    def work() -> "tuple[list[Compared], Alone]":
        if revision is None:
            before = papers_at(old, roots_for(old, asked.roots))
        else:
            from reportgen.git import file_at

            before = papers_of(old, file_at(revision, old), roots)
        return compared(before, papers_at(new, roots))

    return guarded(new, limits_for(new, asked.limits), work, old)


def _refuse(old: Path, new: Path, revision: str | None) -> None:
    """Raises UsageProblem for what cannot be compared."""
    from reportgen.finished.file_types import is_known

    for path in (old, new):
        if not path.is_file():
            raise UsageProblem(_("没有这个文件：{path}", path=shown(path)))
    if revision is not None and is_known(new):
        raise UsageProblem(_("--git 只用于内容文件，{path} 不是", path=shown(new)))


def _tell(pairs: "list[Compared]", alone: "Alone", old: Path, new: Path, asked: Asked) -> None:
    from reportgen.cli.told_differences import json_of, lines_of

    names = shown(old), shown(new)
    if "json" in asked.formats:
        show_bytes(json_of(pairs, alone, names))
        return
    for line in lines_of(pairs, alone, names, full="text" in asked.formats):
        show(line)
    if "text" not in asked.formats:
        for line in _written(pairs, old, new, asked):
            show(line)


def _written(pairs: "list[Compared]", old: Path, new: Path, asked: Asked) -> Iterator[str]:
    from reportgen.cli.guard import guarded
    from reportgen.cli.outputs import write_outputs
    from reportgen.cli.places import places
    from reportgen.cli.settled import limits_for
    from reportgen.pipeline.two_drafts.outputs import Wanted, outputs_of

    folder = places(asked.output, [str(new)]).folder(new)
    contents: dict[Path, bytes] = {}
    for pair in (pair for pair in pairs if pair.told):
        wanted = Wanted(asked.formats, asked.marks, asked.author, (old.name, new.name), asked.engine, now())
        made = guarded(new, limits_for(new, asked.limits), partial(outputs_of, pair, wanted))
        stem = f"{new.stem}-{pair.name}" if pair.name else new.stem
        contents |= {folder / f"{stem}-{word}": content for word, content in made.files.items()}
        yield from made.notes
    written = write_outputs(contents, [old, new])
    yield from written.notes
    if written.targets:
        yield _("已生成：{paths}", paths="  ".join(map(shown, written.targets)))


def _show_lines(path: Path, asked: Asked) -> int:
    """The words of a file, a paragraph or a row a line."""
    from reportgen.cli.settled import roots_for
    from reportgen.cli.told_differences import plain_lines
    from reportgen.pipeline.two_drafts.papers import papers_at

    for paper in papers_at(path, roots_for(path, asked.roots)):
        for line in plain_lines(paper.side):
            show(line)
    return 0
