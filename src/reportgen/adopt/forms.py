"""A form read back: its rows matched against those of a table, each field taken from the cell in which it is printed.

What the program works out (sums, rates) is left to it. A form that does not match in every row is not taken at all:
`heads` then looks for the columns of single lists.
"""

from collections.abc import Iterator, Mapping

from reportgen.adopt.form_cells import Found, Stretch, fitting, line_of_form, together
from reportgen.adopt.values import put
from reportgen.model.lattice import Lattice
from reportgen.model.table import Cell, Table
from reportgen.packs.forms import (
    Beside,
    EachBlock,
    EachRow,
    FixedRow,
    Form,
    FormRow,
    Grouped,
    Labelled,
)
from reportgen.record import replace
from reportgen.source.composed_text import Given


def read_form(form: Form, table: Table) -> list[Found]:
    """The values that a table has of a form, once for each time that it stands there; none where its rows are others.

    Word puts forms that follow each other into one table when nothing stands between them.
    """
    stretch = Stretch(Lattice(table), table.row_count)
    read: list[Found] = []
    at = 0
    while not _is_blank(stretch, at):
        way = next(((found, end) for found, end in _rows(form.rows, stretch, at) if _ends(form, stretch, end)), None)
        if way is None or way[1] == at:
            return []
        read.append(way[0])
        at = way[1]
    return read


def _is_blank(stretch: Stretch, at: int) -> bool:
    return all(not cell.text.strip() for row in range(at, stretch.end) for cell in stretch.lattice.row(row))


def _ends(form: Form, stretch: Stretch, at: int) -> bool:
    """Whether a form ends here: with its table, or with the next one of its kind."""
    return _is_blank(stretch, at) or (bool(form.each) and next(_rows(form.rows, stretch, at), None) is not None)


_Way = Iterator[tuple[Found, int]]
"""Every way in which rows can be read: what was found, and the row behind."""


def _rows(rows: tuple[FormRow, ...], stretch: Stretch, at: int) -> _Way:
    if not rows:
        yield {}, at
        return
    for found, behind in _row(rows[0], stretch, at):
        for more, end in _rows(rows[1:], stretch, behind):
            yield together(found, more), end


def _row(row: FormRow, stretch: Stretch, at: int) -> _Way:
    match row:
        case FixedRow(cells):
            found = line_of_form(cells, (), stretch, at)
            if found is not None:
                yield found, at + 1
        case EachRow():
            yield from _each(row, stretch, at)
        case EachBlock():
            yield from _blocks(row, stretch, at)
        case Labelled():
            yield from _labelled(row, stretch, at)
        case Beside():
            yield from _beside(row, stretch, at)
        case Grouped():
            yield from _grouped(row, stretch, at)


def _each(row: EachRow, stretch: Stretch, at: int) -> _Way:
    """As many lines as match, then one less and so on."""
    lines: list[Given] = []
    above: Mapping[str, Cell] = {}
    while at + len(lines) < stretch.end:
        held: dict[str, Cell] = {}
        if lines and stretch.again and line_of_form(stretch.again.cells, (), stretch, at + len(lines)) is not None:
            break
        found = line_of_form(row.cells, row.merged, stretch, at + len(lines), held)
        if found is None:
            break
        lines.append(_nested(_spared(found, held, above)))
        above = held
    for count in range(len(lines), -1, -1):
        yield {row.path: lines[:count]} if count else {}, at + count


def _spared(found: Found, held: Mapping[str, Cell], above: Mapping[str, Cell]) -> Found:
    """Without what the line above has said in the same merged cell."""
    return {path: value for path, value in found.items() if path not in held or held[path] is not above.get(path)}


def _blocks(row: EachBlock, stretch: Stretch, at: int) -> _Way:
    """Block after block, each as it first matches."""
    lines: list[Given] = []
    ends = [at]
    first = row.rows[0] if row.rows else None
    inner = replace(stretch, again=first if isinstance(first, FixedRow) else None)
    while ends[-1] < stretch.end:
        found, end = next(_rows(row.rows, inner, ends[-1]), ({}, ends[-1]))
        if end == ends[-1]:
            break
        lines.append(_nested(found))
        ends.append(end)
    for count in range(len(lines), -1, -1):
        yield {row.path: lines[:count]} if count else {}, ends[count]


def _labelled(row: Labelled, stretch: Stretch, at: int) -> _Way:
    label = next((cell for cell in stretch.cells(at)[:1] if cell.row == at), None)
    own = fitting(row.label, label) if label else None
    if label is None or own is None:
        return
    inner = replace(stretch, labels=stretch.labels + 1, end=at + label.rows)
    for found, end in _rows(row.rows, inner, at):
        if end == at + label.rows:
            yield together(own, found), end


def _beside(row: Beside, stretch: Stretch, at: int) -> _Way:
    """Two stacks, told apart by the column with which the right one begins."""
    start = next((cell.column for cell in stretch.cells(at)), 0)
    left = replace(stretch, behind=start + row.split)
    right = replace(stretch, first=start + row.split, labels=0)
    for found, end in _rows(row.left, left, at):
        for more, other in _rows(row.right, right, at):
            yield together(found, more), max(end, other)


def _grouped(row: Grouped, stretch: Stretch, at: int) -> _Way:
    """Group after group; the lines of its lists get the value that they have in common."""
    found: Found = {}
    while at < stretch.end:
        part, end = next(_rows(row.rows, stretch, at), ({}, at))
        if end == at:
            break
        shared = part.pop(row.column, None)
        for path in row.listings:
            for line in _lines_of(part.get(path)):
                line.update({row.column: shared, **line} if shared is not None else line)
        found, at = together(found, part), end
    yield found, at


def _lines_of(value: Given | None) -> list[dict[str, Given]]:
    return [line for line in value if isinstance(line, dict)] if isinstance(value, list) else []


def _nested(found: Found) -> dict[str, Given]:
    """Values by the last name of their path within a line of a list."""
    values: dict[str, Given] = {}
    for path, value in found.items():
        put(values, path, value)
    return values
