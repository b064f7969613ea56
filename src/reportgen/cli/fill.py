"""`fill`: what is taken from workbooks, shown as a diff, and written when that is asked for."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from reportgen.cli.console import show
from reportgen.cli.files import refuse_unusable
from reportgen.cli.guard import guarded
from reportgen.cli.settled import limits_for, roots_for
from reportgen.cli.unified import unified_diff
from reportgen.errors import UsageProblem
from reportgen.fill.book import Book
from reportgen.fill.entered import kinds_of
from reportgen.fill.filling import Filled, Filling
from reportgen.fill.workbook import read_book
from reportgen.language import _
from reportgen.limits import Limits
from reportgen.pipeline.check import read_content
from reportgen.pipeline.fill import FilledText, fill_text
from reportgen.record import Struct
from reportgen.world import replace_text, resolved, shown

_SHOWN = 10
"""So many of what nothing asked for are named, unless all are wanted."""


class Options(Struct, frozen=True):
    """What `fill` was asked for."""

    apply: bool = False
    unit: str = ""
    everything: bool = False
    roots: tuple[Path, ...] = ()
    limits: Limits | None = None


def fill_file(path: Path, workbooks: tuple[Path, ...], options: Options) -> int:
    """Fill a content file from workbooks; 1 when something was asked for and is not to be had."""
    books = books_of(workbooks, options.limits)
    forms = [book for book in books if kinds_of(book)]
    if forms:
        return _new(path, forms, len(books), options)
    refuse_unusable(path)
    before = read_content(path)
    roots, limits = roots_for(path, options.roots), limits_for(path, options.limits)
    made = guarded(path, limits, partial(fill_text, before.text, shown(path), books, roots, options.unit))
    for line in _told(path, books, made, options):
        show(line)
    if options.apply and made.after != made.before:
        replace_text(path, made.before, made.after, before.encoding)
        if before.name:
            show(_("{path} 是 {encoding} 编码，已另存为 UTF-8", path=shown(path), encoding=before.name))
    return int(bool(made.filling.wanting))


def _new(path: Path, forms: list[Book], count: int, options: Options) -> int:
    """A workbook that `new` has written becomes a content file of its own."""
    from reportgen.cli.entry import write_content

    if count > 1:
        told = _("{file} 是待填的工作簿，整份做成一个新的内容文件，不和别的工作簿一起用", file=forms[0].file)
        raise UsageProblem(told)
    return write_content(path, forms[0], roots_for(path, options.roots), options.limits, options.everything)


def books_of(paths: tuple[Path, ...], limits: Limits | None) -> list[Book]:
    """The workbooks of a call. Raises UsageProblem when one cannot be read, or two of them are one file."""
    seen: dict[Path, Path] = {}
    for path in paths:
        if resolved(path) in seen:
            raise UsageProblem(_("{path} 写了两次", path=shown(path)))
        seen[resolved(path)] = path
    return [guarded(path, limits_for(path, limits), partial(read_book, path)) for path in paths]


def _told(path: Path, books: list[Book], made: FilledText, options: Options) -> Iterator[str]:
    for book in books:
        yield from (_("{file}：{note}", file=book.file, note=note) for note in book.notes)
    filling = made.filling
    if made.after != made.before:
        yield from unified_diff(made.before, made.after, shown(path), shown(path), around=1)
    yield from _summary(path, made, options.apply)
    yield from _missed(filling)
    yield from _left(filling, options.everything)


def _summary(path: Path, made: FilledText, written: bool) -> Iterator[str]:
    changed = [each for each in made.filling.filled if each.changes]
    yield _("取到 {count} 个数，其中 {changed} 个与原来不同：", count=len(made.filling.filled), changed=len(changed))
    yield from map(_one, made.filling.filled)
    if made.after == made.before:
        yield _("{path} 不用改。", path=shown(path))
    elif written:
        yield _("已写进 {path}。", path=shown(path))
    else:
        yield _("还没有写进 {path}；确认无误后加 --apply 再运行一次。", path=shown(path))


def _one(filled: Filled) -> str:
    nothing = _("没有这一栏") if filled.target.gap else _("空")
    old, new = filled.target.value.text or nothing, filled.value.text
    where = {"sheet": filled.taken.page.grid.name.strip(), "cell": filled.taken.address}
    row, column = filled.taken.labels
    change = _("{old} → {new}", old=old, new=new) if filled.changes else _("{new}（没有变）", new=new)
    told = _("  {path}：{change}", path=filled.path, change=change)
    return told + _("　［{sheet} {cell}，行「{row}」，列「{column}」］", **where, row=row, column=column)


def _missed(filling: Filling) -> Iterator[str]:
    """What was asked for and not found: first what must be looked after, then what need not be."""
    if filling.wanting:
        yield _("要取而没有取到的 {count} 个，原来的没有动：", count=len(filling.wanting))
        yield from (_("  {path}：{why}", path=each.intake.path, why=each.why) for each in filling.wanting)
    absent = [each for each in filling.unfilled if each.expected and not each.unwritten]
    if absent:
        yield _("工作簿里没有、可以没有的 {count} 个：", count=len(absent))
        yield from (_("  {path}：{why}", path=each.intake.path, why=each.why) for each in absent)
    if unwritten := [each.intake.path for each in filling.unfilled if each.unwritten]:
        yield _("内容文件里没有写、没有取的 {count} 个，要取就先写上这一栏：", count=len(unwritten))
        yield f"  {_('、').join(unwritten)}"


def _left(filling: Filling, everything: bool) -> Iterator[str]:
    """What stands in the workbooks and nothing asked for."""
    if not filling.left.figures:
        return
    most = None if everything else _SHOWN
    yield _("工作簿里有、没有用到的数 {count} 个：", count=filling.left.figures)
    for sheet, count in islice(filling.left.sheets, most):
        yield _("  {sheet}：整张表没有用，{count} 个", sheet=sheet, count=count)
    for sheet, rows in filling.left.rows:
        names = _("、").join(_("{name}（{count}）", name=name, count=count) for name, count in islice(rows, most))
        if rows:
            yield _("  {sheet}：{names}", sheet=sheet, names=names) + ("" if len(rows) <= (most or len(rows)) else "……")
    if not everything and max([len(filling.left.sheets), *(len(rows) for _s, rows in filling.left.rows)]) > _SHOWN:
        yield _("加 --all 列出全部。")
