"""A printed figure that somebody changed → the fact in the content file, where every place agrees on its value."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.diagnostics.repair import Edit
from reportgen.language import _
from reportgen.model.facts import Fact
from reportgen.model.inline import Number
from reportgen.place import Place
from reportgen.record import Struct
from reportgen.review.patches.patch import FactChange, Refused
from reportgen.review.patches.target import Target
from reportgen.review.trace import Line

_AROUND = 8
"""Characters on both sides of a figure that are quoted."""
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


class Printed(Struct, frozen=True):
    """Where a fact is printed: the name of the line, where that was written, and the words around the figure."""

    line: str
    place: Place
    words: str


class FactPatch(Struct, frozen=True):
    """A fact with what was wanted of it, everywhere that it is printed, and its edit or why there is none."""

    fact: Fact
    changes: tuple[FactChange, ...]
    printed: tuple[Printed, ...]
    edit: Edit | None = None
    why: str = ""


def fact_patches(changes: Iterable[FactChange], target: Target) -> list[FactPatch]:
    """What was wanted of each fact, those of one fact together."""
    by_fact: dict[tuple[str, ...], list[FactChange]] = {}
    for change in changes:
        by_fact.setdefault(change.fact.path, []).append(change)
    return [_patch(tuple(wanted), target) for wanted in by_fact.values()]


def _patch(changes: tuple[FactChange, ...], target: Target) -> FactPatch:
    fact = changes[0].fact
    printed = tuple(made for each in target.traced for made in _printed(each.line, fact, target))
    try:
        return FactPatch(fact, changes, printed, _edit(changes, target))
    except Refused as refused:
        return FactPatch(fact, changes, printed, why=str(refused))


def _printed(line: Line, fact: Fact, target: Target) -> Iterator[Printed]:
    for each in target.stretches(line.name):
        if isinstance(each.inline, Number) and each.inline.fact.path == fact.path:
            words = line.text[max(0, each.start - _AROUND) : each.end + _AROUND].replace("\n", "")
            yield Printed(line.name, target.place_at(line.name, each.start) or fact.place, words)


def _edit(changes: tuple[FactChange, ...], target: Target) -> Edit:
    place = changes[0].fact.place
    if place.file != target.file or not place.line:
        raise Refused(_("这个数是程序由别的数算出来的"))
    written = target.sheet.line(place.line)[place.column - 1 : place.column - 1 + place.length]
    wanted = {_written(written, change) for change in changes}
    if len(wanted) > 1:
        raise Refused(_("几处改得不一样：{values}", values=_("、").join(sorted(wanted))))
    return Edit(place, written, wanted.pop())


def _written(written: str, change: FactChange) -> str:
    """The value as it is to stand in the file: as much of it changes as of what was printed."""
    old, new, own = (_NUMBER.findall(text) for text in (change.old, change.new, written))
    if len(old) != 1 or len(new) != 1 or len(own) != 1:
        raise Refused(_("「{new}」认不出是多少", new=change.new))
    if _NUMBER.sub("", change.old) != _NUMBER.sub("", change.new):
        raise Refused(_("「{old}」改成「{new}」，单位也变了", old=change.old, new=change.new))
    scale = _decimal(own[0]) / _decimal(old[0]) if _decimal(old[0]) else Decimal(1)
    if scale != Decimal(10) ** scale.adjusted():
        raise Refused(_("内容文件里写的是「{written}」，比印的细，不知道要写成多少", written=written))
    value = _decimal(new[0]) * scale
    decimals = max(_decimals(own[0]), _decimals(f"{value.normalize():f}"))
    said = f"{value:,.{decimals}f}" if "," in own[0] else f"{value:.{decimals}f}"
    return _NUMBER.sub(said, written)


def _decimal(words: str) -> Decimal:
    return Decimal(words.replace(",", ""))


def _decimals(words: str) -> int:
    return len(words.partition(".")[2])
