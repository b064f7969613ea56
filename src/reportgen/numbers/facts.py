"""The facts that typed numbers are held against: figures, funds, and what each indicator and line of a listing says."""

from collections.abc import Iterator

from reportgen.model.content import Content, Indicators, Listing, ListRow
from reportgen.model.facts import Fact
from reportgen.model.quantity import Bound, Quantity
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.reader import read_numbers
from reportgen.place import Written

_VALUES = "值"
"""指标值, 年度指标值, 完成值: what stands in these columns is said of the indicator, in however many words."""
_ENDS = 2
"""3-5天 is read as two numbers."""
_OPEN = (Bound.AT_LEAST, Bound.AT_MOST)


def facts_stated(content: Content) -> Iterator[Fact]:
    """Every fact with a figure: those that references know, then those of indicators and listings."""
    yield from (fact for fact in content.facts if fact.quantity)
    for value in content.values.values():
        if isinstance(value, Listing | Indicators):
            yield from _in_lines(value)


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


def matches(typed: Quantity, fact: Quantity) -> bool:
    """Whether a typed number says what a fact says.

    Open ends meet nearly everything, so 95%以上 matches ≥95% and nothing else; 200余人 matches 200余人 and 216人, and
    does not touch 300余人 at its end.
    """
    if not same_things(typed, fact) or not typed.kind:
        return False
    if typed.value == fact.value:
        return True
    bounds = {typed.bound, fact.bound}
    if bounds & set(_OPEN) or (typed.bound is Bound.OVER and fact.bound is Bound.OVER):
        return False
    if Bound.OVER in bounds:
        exact, over = (fact, typed) if typed.bound is Bound.OVER else (typed, fact)
        return over.value < exact.value < (over.interval.high or exact.value)
    return typed.interval.meets(fact.interval)
