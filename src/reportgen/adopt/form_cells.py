"""A row of a form in a row of a table: cell for cell, and what each says of its field."""

from collections.abc import Mapping, Sequence

from reportgen import patterns as re
from reportgen.adopt.likeness import ALIKE, likeness
from reportgen.model.lattice import Lattice
from reportgen.model.table import Cell
from reportgen.packs.forms import ORDINAL, SLOT, Fill, FixedRow, FormCell, Pattern, Words
from reportgen.record import Struct
from reportgen.source.composed_text import Given

Found = dict[str, Given]
"""What was read: the values of fields by their dotted paths; of a list its lines."""


class Stretch(Struct, frozen=True):
    """Where rows are looked for: the table, the columns of it, and how many labels stand at the left of each row."""

    lattice: Lattice
    end: int
    labels: int = 0
    first: int = 0
    behind: int | None = None
    again: FixedRow | None = None
    """The row with which the next block begins, where blocks follow each other."""

    def cells(self, row: int) -> list[Cell]:
        """The cells of a row in its columns, without the labels that reach down into it; none behind the last row."""
        if row >= self.end:
            return []
        behind = self.lattice.width if self.behind is None else self.behind
        cells = [cell for cell in self.lattice.row(row) if self.first <= cell.column < behind]
        return cells[self.labels :]


def line_of_form(
    cells: tuple[FormCell, ...],
    merged: tuple[str, ...],
    stretch: Stretch,
    at: int,
    held: dict[str, Cell] | None = None,
) -> Found | None:
    """A row of the form in a row of the table: its cells one after the other; None where one does not fit."""
    found: Found = {}
    wanted = list(cells)
    for cell in stretch.cells(at):
        if not wanted:
            if cell.row == at and cell.text.strip():
                return None
            continue
        path = wanted[0].source.path if isinstance(wanted[0].source, Fill) else ""
        if cell.row < at and path not in merged:
            continue  # a high cell of a row above
        own = fitting(wanted.pop(0), cell)
        if own is None:
            return None
        found = together(found, own)
        if held is not None and path in merged:
            held[path] = cell
    return None if any(not _is_empty(cell) for cell in wanted) or len(wanted) == len(cells) else found


def _is_empty(cell: FormCell) -> bool:
    return isinstance(cell.source, Words) and not cell.source.text


def fitting(wanted: FormCell, cell: Cell) -> Found | None:
    """What a cell says of the one of the form; None where it is another."""
    words = cell.text.strip()
    match wanted.source:
        case Words(text):
            fits = not text or likeness(text, words) >= ALIKE
            return {} if fits and bool(text) == bool(words) else None
        case Fill(path):
            return {path: words} if words else {}
        case Pattern() as pattern:
            return _pattern(pattern, words)
        case _:
            return {}


def _pattern(pattern: Pattern, words: str) -> Found | None:
    form, names = _regular(pattern.words), SLOT.findall(pattern.words)
    if not pattern.listings:
        found = form.fullmatch("".join(words.split("\n")))
        return {name: value for name, value in zip(names, found.groups(), strict=True) if value} if found else None
    told = [form.fullmatch(line) for line in words.splitlines()]
    lines = [dict(zip(names, found.groups(), strict=True)) for found in told if found]
    return _by_listing(pattern, lines) if len(lines) == len(told) else None


def _by_listing(pattern: Pattern, lines: Sequence[Mapping[str, str]]) -> Found:
    """The lines of each list: where several stand in one cell, each is numbered from 1."""
    made: dict[str, list[Given]] = {}
    at = -1
    for line in lines:
        at += at < 0 or (line.get(ORDINAL) == "1" and at + 1 < len(pattern.listings))
        own: dict[str, Given] = {name: words for name, words in line.items() if name != ORDINAL and words}
        made.setdefault(pattern.listings[at], []).append(own)
    return {**made}


def _regular(words: str) -> re.Pattern[str]:
    """The words of a pattern with a group for each field."""
    pieces = SLOT.split(words)
    return re.compile("".join(re.escape(piece) if at % 2 == 0 else "(.*?)" for at, piece in enumerate(pieces)))


def together(one: Found, other: Found) -> Found:
    """Both, lists one behind the other."""
    found = dict(one)
    for path, value in other.items():
        before = found.get(path)
        found[path] = [*before, *value] if isinstance(before, list) and isinstance(value, list) else value
    return found
