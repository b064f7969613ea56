"""Lines of structure that stand a blank too far in or out: which level each belongs to.

YAML asks that keys of one level and items of one list stand in one column. The reader tries these slips last, and
believes them only when the file can then be read.
"""

from collections.abc import Iterator
from itertools import takewhile

from reportgen import patterns as re
from reportgen.diagnostics.source_kinds import MISALIGNED
from reportgen.language import _
from reportgen.record import Struct, field
from reportgen.source.bodies import Bodies, looks_like_key
from reportgen.source.mending import Slip

_ITEM = re.compile(r" *(?P<dash>- +|-$)")
_OPENS = re.compile(r":\s*(?:#.*)?$")
_DASH = 2
"""「- 」, and how much further in a level stands."""
_AHEAD = 50
"""So many lines are looked at to see where a level stands."""
_ABOVE = 8
"""So many lines above are asked whether they are the one that stands wrong."""
_FAR, _FEW = 3, 2
_SURE = 1
"""So many blanks are a slip; more of them leave two levels possible."""


class _Levels(Struct):
    """The columns of the lists (True) and mappings that are open, outer ones first."""

    open: list[tuple[int, bool]] = field(default_factory=list)
    may_open: bool = True
    """Whether the line before ends with a key alone, so that a new level can begin."""

    def due(self, column: int, is_item: bool) -> int:
        """The column in which a line should stand that stands in `column`."""
        columns = [own for own, is_list in self.open if is_list is is_item]
        if self.may_open and (column > self.last or (is_item and column == self.last)):
            return column
        return min(columns, key=lambda own: (abs(own - column), -own)) if columns else column

    @property
    def last(self) -> int:
        """The column of the innermost level; -1 before the first line."""
        return self.open[-1][0] if self.open else -1

    def begins(self, column: int, is_item: bool) -> bool:
        """Whether a line in that column begins a level."""
        return self.may_open and (column, is_item) not in self.open

    def enter(self, line: "_Line", column: int, inner: int) -> None:
        """Take a line as it should stand, in `column`; the key behind its dash in column `inner`."""
        ended = (column, True) if not line.is_item else None
        while self.open and (self.open[-1][0] > column or self.open[-1] == ended):
            self.open.pop()
        for level in ((column, line.is_item), *([(inner, False)] if line.inner else [])):
            if level not in self.open:
                self.open.append(level)
        self.may_open = line.opens


class _Line(Struct, frozen=True):
    """A line of structure: where it stands, whether it is an item, and where the key behind its dash stands."""

    number: int
    column: int
    is_item: bool
    inner: int
    """How far behind its own column; 0 for no key."""
    opens: bool


class _Walk(Struct):
    """Every line as it should stand; `moved` is one that is believed to stand in another column than it does."""

    lines: list[_Line]
    moved: dict[int, int] = field(default_factory=dict)
    levels: _Levels = field(default_factory=_Levels)
    slips: list[Slip] = field(default_factory=list)
    first: int | None = None
    """The place in `lines` of the first that is out of place."""

    def __post_init__(self) -> None:
        for at, line in enumerate(self.lines):
            due = self._due(at, line)
            if due != line.column and self.first is None:
                self.first = at
            self.levels.enter(line, due, self._inner(at, line, due))

    def suspects(self) -> Iterator[dict[int, int]]:
        """Lines above the first that is out of place, each with the column that would make this one right."""
        if self.first is None:
            return
        line = self.lines[self.first]
        for above in self.lines[max(0, self.first - _ABOVE) : self.first]:
            column = line.column if above.is_item is line.is_item else line.column - above.inner
            if column >= 0 and column != above.column and (above.inner or not line.is_item):
                yield {above.number: column}

    def _due(self, at: int, line: _Line) -> int:
        due = self.moved.get(line.number, self.levels.due(line.column, line.is_item))
        if due == line.column and self.levels.begins(line.column, line.is_item):
            due = _usual(line.column, line.is_item, self.lines[at : at + _AHEAD], self.levels.last)
        if due != line.column:
            self.slips.append(_slip(line.number, line.column, due))
        return due

    def _inner(self, at: int, line: _Line, due: int) -> int:
        """Where the key behind a dash should stand: not further in than those below it."""
        own = due + line.inner
        if due != line.column or line.inner <= _DASH:
            return own
        inner = _usual(own, False, self.lines[at + 1 : at + _AHEAD], due)
        if inner < own:
            self.slips.append(_slip(line.number, own, inner))
        return min(own, inner)


def misaligned(bodies: Bodies) -> list[Slip]:
    """Structure lines that stand in no column of an open level; none where so many are far off that it is no slip.

    Of two ways to put them right the one that moves fewer lines is taken.
    """
    lines = list(_structure(bodies))
    plain = _Walk(lines)
    slips = min([plain.slips, *(_Walk(lines, moved).slips for moved in plain.suspects())], key=len)
    far = any(max(slip.length, len(slip.mended)) > _FAR for slip in slips)
    return [] if far and len(slips) > _FEW else slips


def _structure(bodies: Bodies) -> Iterator[_Line]:
    for number, line in enumerate(bodies.lines):
        item = _ITEM.match(line)
        if number in bodies.inside or not (item or looks_like_key(line)) or line.lstrip().startswith("#"):
            continue
        column = len(line) - len(line.lstrip(" "))
        inner = len(item["dash"]) if item and looks_like_key(line[item.end() :]) else 0
        yield _Line(number, column, bool(item), inner, bool(_OPENS.search(line)))


def _usual(own: int, is_item: bool, ahead: list[_Line], parent: int) -> int:
    """The column of most lines of a level that begins in column `own`; of two the one two further in."""
    beside = takewhile(lambda line: line.column > parent, ahead)
    columns = [line.column for line in beside if line.is_item is is_item and abs(line.column - own) <= _SURE]
    return max({own, *columns}, key=lambda column: (columns.count(column), column == parent + _DASH))


def _slip(number: int, column: int, due: int) -> Slip:
    label = _("前面空了 {column} 格，同一层的空 {due} 格", column=column, due=due)
    safe = abs(column - due) <= _SURE
    if column > due:
        return Slip(MISALIGNED, number, due, column - due, "", label, column - due, safe)
    return Slip(MISALIGNED, number, column, 0, " " * (due - column), label, 1, safe)
