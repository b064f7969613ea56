"""Content: a file's values, typed by the pack's fields, before anything is laid out.

A field that is missing or was written wrongly is simply absent here; the diagnostic says so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TypeVar

from reportgen.model.chart_plan import Charts
from reportgen.model.facts import Fact, FactGroup, Facts
from reportgen.model.quantity import Quantity
from reportgen.place import Place, Written


@dataclass(frozen=True, slots=True)
class Dated:
    """A calendar date and where it was written."""

    date: date
    written: Written


@dataclass(frozen=True, slots=True)
class Year:
    """A budget year."""

    number: int
    written: Written


class FundColumn(Enum):
    """The stages of money; the value is the column's name in content files."""

    INITIAL = "年初预算"
    APPROVED = "批复"
    RECEIVED = "到位"
    SPENT = "支出"
    RATE = "支付率"


@dataclass(frozen=True, slots=True)
class FundRow:
    """One line of a fund table: an item, or a total."""

    name: str
    cells: Mapping[FundColumn, Fact]
    place: Place

    def figures(self, *columns: FundColumn) -> tuple[Quantity, ...] | None:
        """The figures of some columns, in their order; None unless all of them are given."""
        cells = [self.cells[column].quantity for column in columns if column in self.cells]
        found = tuple(cell for cell in cells if cell)
        return found if len(found) == len(columns) else None


@dataclass(frozen=True, slots=True)
class FundTable:
    """The year's money: totals, project funds with their items, and the two lines that are disclosed apart.

    `unit` is the written money unit of the table, such as 万元.
    """

    unit: str
    year: FundRow
    """年度批复 and 支出 of the whole unit."""
    projects: FundRow | None
    """项目资金: what the items must add up to."""
    items: tuple[FundRow, ...]
    others: tuple[FundRow, ...]
    """基本支出, 三公经费, 政府采购."""
    place: Place

    def rows(self) -> Iterator[FundRow]:
        """Every line."""
        yield self.year
        if self.projects:
            yield self.projects
        yield from self.items
        yield from self.others


@dataclass(frozen=True, slots=True)
class Score:
    """The total score, 0–100, and the grade word."""

    points: Fact | None
    grade: Written | None
    place: Place


@dataclass(frozen=True, slots=True)
class NamedText:
    """A name with its text: a department with its duties."""

    name: Written
    text: Written


@dataclass(frozen=True, slots=True)
class Entries:
    """A list of named texts that is printed as numbered paragraphs."""

    items: tuple[NamedText, ...]


@dataclass(frozen=True, slots=True)
class Departments:
    """What each department did: one heading each."""

    items: tuple[NamedText, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem; `short` is the name by which measures refer to it."""

    short: Written
    heading: Written
    detail: Written | None
    place: Place


@dataclass(frozen=True, slots=True)
class Measure:
    """A rectification measure and the short name of the problem that it answers."""

    answers: Written
    heading: Written
    detail: Written | None
    place: Place


@dataclass(frozen=True, slots=True)
class Problems:
    """The problems in order."""

    items: tuple[Problem, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures in order."""

    items: tuple[Measure, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class HeadingTexts:
    """Headings of the outline that this report words differently: outline's heading → its own."""

    texts: Mapping[str, Written]


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text with the light marks of the content format (#, -, {{ }})."""

    written: Written


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line of a listing: its cells by column, and the name by which references know it."""

    name: str
    columns: frozenset[str]
    """Every column that the line could have."""
    cells: Mapping[str, "Written | Fact | Listing | Indicators"]
    place: Place
    worked_out: frozenset[str] = frozenset()
    """The columns that the writer left to the program."""

    def text(self, column: str) -> str:
        """The words of a cell, empty when it is not given."""
        cell = self.cells.get(column)
        match cell:
            case Written():
                return cell.text
            case Fact():
                return str(cell.value)
            case _:
                return ""

    def quantity(self, column: str) -> Quantity | None:
        """The figure of a cell."""
        fact = self.fact(column)
        return fact.quantity if fact else None

    def fact(self, column: str) -> Fact | None:
        """A cell that holds a figure, with its place; None when it is not given or holds words."""
        cell = self.cells.get(column)
        return cell if isinstance(cell, Fact) else None


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines of the same columns: tasks, projects, funds by source."""

    path: tuple[str, ...]
    rows: tuple[ListRow, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Indicators:
    """Performance indicators, three levels deep, with target, result and score."""

    path: tuple[str, ...]
    rows: tuple[ListRow, ...]
    place: Place


RowCell = Written | Fact | Listing | Indicators
"""What a cell of a listing may hold."""

Value = (
    Written
    | Prose
    | Dated
    | Year
    | FundTable
    | FactGroup
    | Score
    | Entries
    | Departments
    | Problems
    | Measures
    | HeadingTexts
    | Listing
    | Indicators
    | Charts
    | Fact
)


Drawn = Indicators | FundTable
"""What charts of other documents of the file may show, too."""


@dataclass(frozen=True)
class Content:
    """The values of one content file by the dotted path of their field."""

    file: str
    values: Mapping[str, Value]
    facts: Facts = field(default_factory=Facts)
    elsewhere: Mapping[str, Drawn] = field(default_factory=dict)
    """What other documents of the file have to draw: the main one shows the scores of its annex."""

    def text(self, path: str) -> str:
        """The text of a text field, empty when absent."""
        value = self.values.get(path)
        return value.text if isinstance(value, Written) else ""

    def every(self, kind: type[T]) -> Iterator[T]:
        """The values of one kind."""
        return (value for value in self.values.values() if isinstance(value, kind))
