"""What stands in the workbooks and nothing asked for: whole sheets, and rows of sheets that were used."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from reportgen.fill.book import Raw
from reportgen.fill.cells import is_written_number
from reportgen.fill.lookup import Page, Pages, Taken
from reportgen.record import Struct

_NUMBERING = ("行次", "序号", "栏次", "编号", "科目编码", "单位代码", "年度")
"""Heads of columns whose numbers count nothing."""


class LeftOver(Struct, frozen=True):
    """`sheets` with the number of their figures; `rows` of used sheets, by the sheet: name and number of figures."""

    sheets: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]

    @property
    def figures(self) -> int:
        """How many figures nothing asked for."""
        return sum(count for _name, count in self.sheets) + sum(count for _s, rows in self.rows for _n, count in rows)


def left_over(pages: Pages, taken: Iterable[Taken]) -> LeftOver:
    """What of the sheets was not taken."""
    used: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for each in taken:
        used[id(each.page)].add(each.found.cell)
    whole = [page for page in pages.pages if id(page) not in used]
    return LeftOver(
        tuple((page.name, count) for page in whole if (count := _figures(page))),
        tuple((page.name, _rows(page, used[id(page)])) for page in pages.pages if id(page) in used),
    )


def _figures(page: Page) -> int:
    return sum(map(_is_figure, (cell for row in page.grid.rows for cell in row)))


def _rows(page: Page, used: set[tuple[int, int]]) -> tuple[tuple[str, int], ...]:
    """The rows with figures that nobody took, each by the words before its first figure."""
    counts: Counter[str] = Counter()
    counted = {column for row in page.grid.rows for column, cell in enumerate(row) if cell in _NUMBERING}
    for number, cells in enumerate(page.grid.rows):
        label = ""
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and any(map(str.isalpha, cell)):
                label = cell.strip()
            elif _is_figure(cell) and label and (number, column) not in used and column not in counted:
                counts[label] += 1
    return tuple(counts.items())


def _is_figure(cell: Raw) -> bool:
    """A number that is not 0; systems and text files also write one as words."""
    if isinstance(cell, str):
        return is_written_number(cell) and not cell.startswith("0")
    return isinstance(cell, int | float) and not isinstance(cell, bool) and cell != 0
