"""What the cells of every table have in common, whoever sets it; the room and the rules on paper."""

from collections.abc import Iterable, Mapping

from reportgen.model.density import HIGH
from reportgen.model.look import Align, Style
from reportgen.model.table import Cell, CellRole, Table
from reportgen.record import replace

APART = 8.0
"""Between two tables that follow each other, in pt."""

_LONG = 300
"""Characters from which a text is read from the top of its cell; in the middle it would seem to begin anywhere."""


def is_long(cell: Cell) -> bool:
    """Whether a cell is read from the top."""
    return len(cell.text) > _LONG


def blank_row_height(styles: Iterable[Style], high: float = HIGH) -> float:
    """The height in pt of a row that nothing is written in; `styles` are those of cells, `high` the room above."""
    return max(style.line or style.size for style in styles) + 2 * high


def cell_styles(table: Table, styles: Mapping[str, Style]) -> dict[CellRole, Style]:
    """The styles of the cells of a table, as closely set as it is."""
    looks = {role: styles[role.value] for role in CellRole}
    density = table.density
    return {role: density.style(style) for role, style in looks.items()} if density else looks


def high_of(table: Table) -> float:
    """The room above and below words in the cells of a table, in pt."""
    return table.density.high if table.density else HIGH


def own_style(cell: Cell, style: Style) -> Style:
    """The style of a cell that says itself how far from the left it stands."""
    if cell.indent is None:
        return style
    return replace(style, align=Align.LEFT, left=style.left + cell.indent * style.character)
