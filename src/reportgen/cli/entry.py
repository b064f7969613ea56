"""`new --format xlsx` and what `fill` makes of the workbook when it comes back."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from reportgen.cli.console import show
from reportgen.cli.editor import address_for_new_file
from reportgen.cli.explain import name_for, packs_called
from reportgen.cli.guard import guarded
from reportgen.cli.settled import limits_for
from reportgen.errors import UsageProblem
from reportgen.fill.book import Book
from reportgen.language import _
from reportgen.limits import Limits
from reportgen.pipeline.entry import NewContent, content_of, entry_form
from reportgen.world import now, refuse_names, shown, write_files

_SHOWN = 10
"""So many places are named, unless all are wanted."""
Roots = tuple[Path, ...]


def write_entry_form(names: tuple[str, ...], output: Path | None, roots: Roots) -> int:
    """A workbook to be filled in, for one document or several; never over a file that is there."""
    packs = packs_called(names, roots)
    target = output or Path(f"{name_for(packs)}.xlsx")
    _refuse_target(target)
    content, _book = entry_form(packs, roots, now())
    write_files({target: content})
    show(_("已写出 {path}，请填好后运行：reportgen fill 新文件.yaml {path}", path=shown(target)))
    return 0


def _refuse_target(target: Path) -> None:
    """Raises UsageProblem for a file that is there, EnvironmentProblem for a name that the system does not take."""
    refuse_names([target])
    if target.exists():
        raise UsageProblem(_("{path} 已经存在，没有改动它；请另起一个名字", path=shown(target)))


def write_content(target: Path, book: Book, roots: Roots, limits: Limits | None, everything: bool) -> int:
    """A new content file from a workbook that was filled in; 1 when something of the workbook was not used."""
    if target.suffix.lower() not in (".yaml", ".yml"):
        raise UsageProblem(_("{path}：内容文件的名字要以 .yaml 结尾", path=shown(target)))
    _refuse_target(target)
    work = partial(content_of, book, roots, address_for_new_file(roots))
    made = guarded(target, limits_for(target, limits), work)
    write_files({target: made.text.encode()})
    for line in _told(target, made, None if everything else _SHOWN):
        show(line)
    return int(bool(made.entered.unused))


def _told(target: Path, made: NewContent, most: int | None) -> Iterator[str]:
    yield _("已写出 {path}，取了 {count} 栏。", path=shown(target), count=made.entered.count)
    for told, places in (
        (_("必填而没有填的 {count} 处：", count=len(made.entered.missing)), made.entered.missing),
        (_("填了而用不上的 {count} 处：", count=len(made.entered.unused)), made.entered.unused),
    ):
        if places:
            yield told
            yield from (f"  {place}" for place in islice(places, most))
            if most is not None and len(places) > most:
                yield _("  ……（加 --all 列出全部）")
    yield _("请运行 reportgen check {path}", path=shown(target))
