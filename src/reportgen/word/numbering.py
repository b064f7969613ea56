"""Automatic numbers: `w:numPr` → the words that Word prints before a paragraph and that its text does not hold.

Lists that share an abstract list go on counting after each other; a `w:startOverride` begins anew where its list is
first used. A deeper level begins anew after any level above it, unless `w:lvlRestart` says after which.
"""

from collections.abc import Mapping

from reportgen import patterns as re
from reportgen.record import Struct, field
from reportgen.word.numerals import spelt
from reportgen.word.package import Element, Package, W, is_on, value

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


class Level(Struct, frozen=True):
    """One level of a list: `text` is such as （%1）."""

    form: str
    text: str
    start: int = 1
    restart: int | None = None
    """The level (from 1) after which it begins anew; 0 is never, None after any above it."""
    plain: bool = False
    """Whether all its numbers are shown in figures (`w:isLgl`)."""
    style: str = ""


class _List(Struct, frozen=True):
    """A `w:num`: which abstract list it counts in, with what it lays over it."""

    counter: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Numbering(Struct):
    """The lists of a file and how far each has counted; asked paragraph by paragraph, in order."""

    lists: Mapping[str, _List] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)

    def number(self, list_id: str, level: int) -> str:
        """The number of the next paragraph of that list and level, empty for a bullet."""
        found = self.lists.get(list_id)
        if found is None or level not in found.levels:
            return ""
        counts = self._counts.setdefault(found.counter, [None] * _LEVELS)
        if list_id not in self._used:
            self._used.add(list_id)
            for deep, start in found.starts.items():
                counts[deep] = start - 1
        self._step(found, counts, level)
        return self._label(found, counts, level)

    def level_of(self, list_id: str, style: str) -> int | None:
        """The level that belongs to a style."""
        found = self.lists.get(list_id)
        return next((number for number, level in found.levels.items() if level.style == style), None) if found else None

    def _step(self, found: _List, counts: list[int | None], level: int) -> None:
        for above in range(level):
            if counts[above] is None and above in found.levels:
                counts[above] = found.levels[above].start
        now = counts[level]
        counts[level] = found.levels[level].start if now is None else now + 1
        for below in range(level + 1, _LEVELS):
            restart = found.levels[below].restart if below in found.levels else None
            if restart is None or (restart and level < restart):
                counts[below] = None

    def _label(self, found: _List, counts: list[int | None], level: int) -> str:
        own = found.levels[level]
        if own.form == "bullet":
            return ""

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            count = counts[place]
            form = found.levels[place].form if place in found.levels else "decimal"
            return "" if count is None else spelt(count, "decimal" if own.plain and place < level else form)

        return _PLACE.sub(shown, own.text)


def read_numbering(package: Package) -> Numbering:
    """The lists of word/numbering.xml."""
    root = package.part("word/numbering.xml")
    if root is None:
        return Numbering()
    abstract = {str(node.get(W + "abstractNumId")): node for node in root.iterchildren(W + "abstractNum")}
    lists = {
        str(node.get(W + "numId")): _list(node, value(node, "abstractNumId") or "", abstract)
        for node in root.iterchildren(W + "num")
    }
    return Numbering(lists)


def _list(node: Element, counter: str, abstract: Mapping[str, Element]) -> _List:
    base = _spelt_out(abstract.get(counter), abstract)
    levels = {_index(level): _level(level) for level in (base.iterchildren(W + "lvl") if base is not None else ())}
    starts = {}
    for override in node.iterchildren(W + "lvlOverride"):
        own = override.find(W + "lvl")
        if own is not None:
            levels[_index(override)] = _level(own)
        if (start := _whole(value(override, "startOverride"))) is not None:
            starts[_index(override)] = start
    return _List(counter, levels, starts)


def _spelt_out(node: Element | None, abstract: Mapping[str, Element]) -> Element | None:
    """The abstract list itself, or the one whose list style it borrows."""
    link = value(node, "numStyleLink")
    if link is None:
        return node
    return next((other for other in abstract.values() if value(other, "styleLink") == link), node)


def _level(node: Element) -> Level:
    form = value(node, "numFmt") or "decimal"
    start = _whole(value(node, "start"))
    return Level(
        form,
        value(node, "lvlText") or "",
        0 if start is None else start,
        _whole(value(node, "lvlRestart")),
        bool(is_on(node, "isLgl")),
        value(node, "pStyle") or "",
    )


def _index(node: Element) -> int:
    number = _whole(node.get(W + "ilvl"))
    return min(max(number or 0, 0), _LEVELS - 1)


def _whole(text: str | None) -> int | None:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,9}", text) else None
