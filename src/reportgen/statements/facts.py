"""The facts of a content file as statements: figures, funds, and what each indicator and line of a listing says."""

from collections.abc import Iterator

from reportgen.model.content import Content, Indicators, Listing, ListRow
from reportgen.model.facts import Fact
from reportgen.model.inline import Number
from reportgen.numbers.reader import read_numbers
from reportgen.place import Written
from reportgen.statements.passages import Passage
from reportgen.statements.statement import Origin, Role, Statement

_VALUES = "值"
"""指标值, 年度指标值, 完成值: what stands in these columns is said of the indicator, in however many words."""
_ENDS = 2
"""3-5天 is read as two numbers."""


def facts_stated(content: Content) -> Iterator[Fact]:
    """Every fact with a figure: those that references know, then those of indicators and listings."""
    yield from (fact for fact in content.facts if fact.quantity)
    for value in content.values.values():
        if isinstance(value, Listing | Indicators):
            yield from _in_lines(value)


def fields(content: Content) -> Iterator[Statement]:
    """Every fact with a figure as a statement."""
    for fact in facts_stated(content):
        if fact.quantity:
            text = str(fact.quantity)
            passage = Passage(text, (Number(text, fact, fact.place),))
            yield Statement(
                fact.quantity, passage, 0, len(text), Role.AMOUNT, fact.path[-1], fact.name, origin=Origin.FIELD
            )


def _in_lines(lines: Listing | Indicators) -> Iterator[Fact]:
    for row in lines.rows:
        for column, cell in row.cells.items():
            match cell:
                case Fact():
                    yield from [cell] if cell.quantity else []
                case Written() if column.endswith(_VALUES):
                    yield from _in_cell(row, column, cell)
                case Listing() | Indicators():
                    yield from _in_lines(cell)
                case _:
                    pass


def _in_cell(row: ListRow, column: str, cell: Written) -> Iterator[Fact]:
    numbers = read_numbers(cell.text)
    if len(numbers) <= _ENDS:
        name = row.text("三级指标") or row.name
        yield from (Fact((name, column), number.quantity, cell.place) for number in numbers)
