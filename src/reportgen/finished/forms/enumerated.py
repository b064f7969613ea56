"""Indicators that a form prints as one text: 「1、产出指标：开放天数，年度指标值：300天。2、效益指标：…」.

A line of such a table is a project: its name in the first cell, its goal in the cell before the indicators. A row that
begins empty goes on with the text of the one above, which a page broke.
"""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.finished.forms.cells import place_of, words, written
from reportgen.model.content import Indicators, ListRow, RowCell
from reportgen.model.inline import Inline, plain_text
from reportgen.model.lattice import Lattice
from reportgen.model.table import Cell
from reportgen.place import Place, Written
from reportgen.record import Struct, replace

_ONE = re.compile(
    r"\d{1,2}[、.．]\s*(?P<first>[^：:，,。]{2,12}指标)[：:](?P<name>[^，,：:]+)[，,]"
    r"(?:年度)?(?:指标|目标)值[：:](?P<target>.+?)(?=[。；;]*\s*(?:\d{1,2}[、.．]\s*[^：:，,。]{2,12}指标[：:]|$))",
    re.DOTALL,
)
"""1、产出指标：开放天数，年度指标值：300天: up to the next number with its kind of indicator, or to the end."""
_COLUMNS = {"first": "一级指标", "name": "三级指标", "target": "指标值"}
_LIST = "绩效指标"


class _Text(Struct, frozen=True):
    """Words of several cells, with the way back to each of them."""

    inlines: tuple[Inline, ...]

    @property
    def words(self) -> str:
        return plain_text(self.inlines)

    def place(self, start: int, end: int) -> Place:
        """Where the characters stand; to the end of their cell when they reach into the next."""
        for inline in self.inlines:
            if start < len(inline.text):
                length = min(end, len(inline.text)) - start
                return replace(inline.origin, column=inline.origin.column + start, length=length)
            start, end = start - len(inline.text), end - len(inline.text)
        return Place("")


def enumerated_rows(lattice: Lattice) -> Iterator[ListRow]:
    """A line of the listing for each project of the table."""
    for row in range(lattice.table.row_count):
        cells = [cell for cell in lattice.row(row) if cell.row == row]
        at = next((at for at, cell in enumerate(cells) if _ONE.match(cell.text)), 0)
        if at:
            text = _Text((*_inlines(cells[at]), *_continued(lattice, row + 1)))
            indicators = Indicators((_LIST,), tuple(_lines(text)), place_of(cells[at]))
            goal = {"绩效目标": written(cells[at - 1])} if at > 1 and words(cells[at - 1]) else {}
            name = words(cells[0])
            own = {"项目名称": written(cells[0])} if name else {}
            values: dict[str, RowCell] = {**own, **goal, _LIST: indicators}
            yield ListRow(name or str(row), frozenset(values), values, place_of(cells[0]))


def _inlines(cell: Cell) -> tuple[Inline, ...]:
    return tuple(inline for line in cell.paragraphs for inline in line)


def _continued(lattice: Lattice, row: int) -> tuple[Inline, ...]:
    """The text of the rows below that begin empty."""
    found: tuple[Inline, ...] = ()
    while (cells := lattice.row(row)) and not words(cells[0]) and len(cells) > 1:
        found += _inlines(cells[-1])
        row += 1
    return found


def _lines(text: _Text) -> Iterator[ListRow]:
    for match in _ONE.finditer(text.words):
        cells = {
            column: Written(match[group].rstrip("。；; "), text.place(*match.span(group)))
            for group, column in _COLUMNS.items()
        }
        name = cells["三级指标"]
        yield ListRow(name.text, frozenset(cells), cells, name.place)
