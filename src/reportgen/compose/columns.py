"""Columns of figures: one number of decimals in each, and the points below each other.

Zeros are put behind a figure, nothing is rounded. Points that were worked out have as many decimals as they need:
9.80 + 87.3 is the 97.1 that the letter says. A column is what stands below a name of the form at one right edge;
only figures of one unit are made alike, so that 12 人 stays 12 above 320.00 万元. Figures in the middle of their
cells are set to the right where they are not equally long: otherwise the points would not stand below each other.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from reportgen import patterns as re
from reportgen.model.formula import Position, Total
from reportgen.model.inline import Number, Text
from reportgen.model.table import Cell, CellRole
from reportgen.record import Struct, field, replace

_NUMERAL = re.compile(r"(-?[0-9][0-9,]*(?:\.[0-9]+)?)(%?)")
_POINTS = ("", "分")

Unit = tuple[str, str] | None
"""Scale and unit; None where the form says only digits."""


def even_columns(cells: Mapping[Position, Cell]) -> dict[Position, Cell]:
    """The cells of a form with as many decimals in a column as its finest figure has."""
    made = dict(cells)
    units = {position: _unit(cell, cells) for position, cell in cells.items()}
    for column in _columns(cells, units):
        for figures in _alike(column.figures, units):
            made |= {(cell.row, cell.column): cell for cell in _even(figures)}
        if column.is_of_figures:
            made |= {(cell.row, cell.column): replace(cell, role=CellRole.NUMBER) for cell in column.blanks}
    return made


class _Figure(Struct, frozen=True):
    cell: Cell
    digits: str
    percent: str = ""
    """The mark behind it."""

    @property
    def decimals(self) -> int:
        return len(self.digits.partition(".")[2])


class _Column(Struct):
    """What stands at one right edge, from one name of the form to the next."""

    figures: list[_Figure] = field(default_factory=list)
    blanks: list[Cell] = field(default_factory=list)
    words: bool = False
    """Whether there are words in it."""

    @property
    def is_of_figures(self) -> bool:
        """A blank in it is one where a figure may still be filled in."""
        return bool(self.figures) and not self.words

    def take(self, cell: Cell, points: bool) -> None:
        """One more cell."""
        figure = _figure(cell, points)
        if figure:
            self.figures.append(figure)
        elif not cell.text and cell.role is CellRole.TEXT:
            self.blanks.append(cell)
        else:
            self.words |= bool(cell.text)


def _columns(cells: Mapping[Position, Cell], units: Mapping[Position, Unit]) -> Iterator[_Column]:
    """The columns of a form, head for head."""
    edges: defaultdict[int, list[Cell]] = defaultdict(list)
    for cell in cells.values():
        for column in range(cell.column, cell.column + cell.columns):
            if cell.role is CellRole.HEAD or column == cell.column + cell.columns - 1:
                edges[column].append(cell)
    for at_edge in edges.values():
        found = _Column()
        for cell in sorted(at_edge, key=lambda cell: cell.row):
            if cell.role is CellRole.HEAD:
                yield found
                found = _Column()
            else:
                found.take(cell, units[cell.row, cell.column] == _POINTS)
        yield found


def _figure(cell: Cell, points: bool) -> _Figure | None:
    """What a cell is as a figure; words that were typed as words (20 beside its unit) stay as they are."""
    match = _NUMERAL.fullmatch(cell.text)
    if match is None or cell.number is None or [len(inlines) for inlines in cell.paragraphs] != [1]:
        return None
    inline = cell.paragraphs[0][0]
    if isinstance(inline, Text) and inline.origin.line:
        return None
    digits, percent = match[1], match[2]
    if cell.formula and points and "." in digits and not percent:
        digits = digits.rstrip("0").rstrip(".")
    return _Figure(cell, digits, percent)


def _alike(column: list[_Figure], units: Mapping[Position, Unit]) -> Iterator[list[_Figure]]:
    """Those of one unit together; a figure of the form's own joins the others where all these have one."""
    groups: defaultdict[tuple[str, Unit], list[_Figure]] = defaultdict(list)
    for figure in column:
        groups[figure.percent, units[figure.cell.row, figure.cell.column]].append(figure)
    for percent in ("%", ""):
        own = groups.pop((percent, None), [])
        others = [figures for (kind, _unit), figures in groups.items() if kind == percent]
        if len(others) == 1:
            yield others[0] + own
        else:
            yield from (*others, own)


def _even(figures: list[_Figure]) -> Iterator[Cell]:
    decimals = max((figure.decimals for figure in figures), default=0)
    padded = [_padded(figure, decimals) for figure in figures]
    ragged = len({len(cell.text) for cell in padded}) > 1
    for cell in padded:
        yield replace(cell, role=CellRole.NUMBER) if ragged and cell.role is CellRole.CENTER else cell


def _padded(figure: _Figure, decimals: int) -> Cell:
    lacking = decimals - figure.decimals
    words = figure.digits + ("." if lacking and not figure.decimals else "") + "0" * lacking + figure.percent
    if words == figure.cell.text:
        return figure.cell
    return replace(figure.cell, paragraphs=((replace(figure.cell.paragraphs[0][0], text=words),),))


def _unit(cell: Cell, cells: Mapping[Position, Cell], above: frozenset[Position] = frozenset()) -> Unit:
    """Of a field its own, of a total that of its parts, of a score points; `above` are totals that ask for it."""
    facts = [inline.fact for inlines in cell.paragraphs for inline in inlines if isinstance(inline, Number)]
    if facts and facts[0].quantity:
        return facts[0].quantity.scale, facts[0].quantity.unit
    if cell.formula is None:
        return None
    if not isinstance(cell.formula, Total):
        return _POINTS
    asking = above | {(cell.row, cell.column)}
    parts = (cells[part] for part in cell.formula.parts if part in cells and part not in asking)
    units = (_unit(part, cells, asking) for part in parts)
    return next((unit for unit in units if unit), None)
