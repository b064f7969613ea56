"""What references may name besides a document's facts: the words of lists, items of a budget by their longer name.

Rules do not look at these: a figure in the words of a list is a fact of its own only where somebody refers to it.
"""

from collections.abc import Iterator

from reportgen.model.content import Content, FundTable, Indicators, Listing
from reportgen.model.facts import Fact
from reportgen.numbers import read_quantity
from reportgen.place import Written

_ITEMS = "分项"


def further_facts(content: Content) -> Iterator[Fact]:
    """绩效指标.科普活动场次.完成值, 预算.分项.展厅运行经费.支出."""
    for path, value in content.values.items():
        match value:
            case Listing() | Indicators():
                yield from _words_of(value)
            case FundTable():
                cells = [cell for row in value.items for cell in row.cells.values()]
                yield from (Fact((path, _ITEMS, *cell.path[1:]), cell.value, cell.place) for cell in cells)
            case _:
                pass


def _words_of(lines: Listing | Indicators) -> Iterator[Fact]:
    for row in lines.rows:
        for column, cell in row.cells.items():
            match cell:
                case Written() if "{{" not in cell.text:
                    quantity = read_quantity(cell.text)
                    yield Fact((*lines.path, row.name, column), quantity or cell.text, cell.place)
                case Listing() | Indicators():
                    yield from _words_of(cell)
                case _:
                    pass
