"""The funds of a self-evaluation form: budget, spending, 分值, 执行率 and 得分, a line for each source."""

from collections.abc import Iterator, Mapping

from reportgen import patterns as re
from reportgen.finished.forms.cells import place_of, words
from reportgen.finished.forms.heads import column_of
from reportgen.model.content import Listing, ListRow, RowCell
from reportgen.model.facts import Fact
from reportgen.model.lattice import Lattice
from reportgen.numbers import read_quantity

FUNDS = "资金"
_BUDGET, _SPENT = "全年预算数", "全年执行数"
_UNIT = re.compile(r"[（(](?:单位[：:])?(亿元|万元|元)[）)]")
_MEANT = {"分值": "分", "得分": "分", "执行率": "%"}


def fund_lines(lattice: Lattice, first: int, end: int) -> dict[str, RowCell]:
    """The listing 资金 of the rows from `first` on, before `end`; nothing when no row is its head."""
    for row in range(first, end):
        columns = _columns(lattice, row)
        if _BUDGET in columns and _SPENT in columns:
            rows = tuple(_lines(lattice, columns, row + 1, end, _unit(lattice, first, row)))
            return {FUNDS: Listing((FUNDS,), rows, rows[0].place)} if rows else {}
    return {}


def _columns(lattice: Lattice, row: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for cell in lattice.row(row):
        name = column_of("资金表", words(cell))
        if name:
            found.setdefault(name, cell.column)
    return found


def _unit(lattice: Lattice, first: int, head: int) -> str:
    """万元, unless the labels above or in the head say another unit."""
    texts = (words(cell) for cell in lattice.cells(first, head + 1))
    return next((found[1] for text in texts if (found := _UNIT.search(text))), "万元")


def _lines(lattice: Lattice, columns: Mapping[str, int], first: int, end: int, unit: str) -> Iterator[ListRow]:
    left = min(columns.values())
    for row in range(first, end):
        cells: dict[str, RowCell] = {}
        for name, column in columns.items():
            cell = lattice.at(row, column)
            quantity = read_quantity(words(cell), _MEANT.get(name, unit)) if cell else None
            if cell and quantity:
                cells[name] = Fact((FUNDS, str(row), name), quantity, place_of(cell))
        if _SPENT not in cells and _BUDGET not in cells:
            return
        labels = [cell for cell in lattice.row(row) if cell.column < left and words(cell) and cell.row == row]
        name = words(labels[-1]) if labels else ""
        yield ListRow(name, frozenset(columns), cells, next(iter(cells.values())).place)
