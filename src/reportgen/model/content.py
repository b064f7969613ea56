"""Content: a file's values, typed by the pack's fields, before anything is laid out.

A field that is missing or was written wrongly is simply absent here; the diagnostic says so.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from typing import TypeVar

from reportgen.model.annexes import AnnexList
from reportgen.model.chart_plan import Charts
from reportgen.model.facts import Fact, FactGroup, Facts
from reportgen.model.quantity import Quantity
from reportgen.model.questionnaire import Questionnaires
from reportgen.place import Place, Written
from reportgen.record import Struct, field


class Dated(Struct, frozen=True):
    """A calendar date and where it was written."""

    date: date
    written: Written


class Year(Struct, frozen=True):
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


class FundRow(Struct, frozen=True):
    """One line of a fund table: an item, or a total."""

    name: str
    cells: Mapping[FundColumn, Fact]
    place: Place

    def figures(self, *columns: FundColumn) -> tuple[Quantity, ...] | None:
        """The figures of some columns, in their order; None unless all of them are given."""
        cells = [self.cells[column].quantity for column in columns if column in self.cells]
        found = tuple(cell for cell in cells if cell)
        return found if len(found) == len(columns) else None


class FundTable(Struct, frozen=True):
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


class Score(Struct, frozen=True):
    """The total score, 0–100, and the grade word."""

    points: Fact | None
    grade: Written | None
    place: Place


class NamedText(Struct, frozen=True):
    """A name with its text: a department with its duties."""

    name: Written
    text: Written


class Entries(Struct, frozen=True):
    """A list of named texts that is printed as numbered paragraphs."""

    items: tuple[NamedText, ...]


class Departments(Struct, frozen=True):
    """What each department did: one heading each."""

    items: tuple[NamedText, ...]


class Problem(Struct, frozen=True):
    """A problem; `short` is the name by which measures refer to it."""

    short: Written
    heading: Written
    detail: Written | None
    place: Place


class Measure(Struct, frozen=True):
    """A rectification measure and the short name of the problem that it answers."""

    answers: Written
    heading: Written
    detail: Written | None
    place: Place


class Problems(Struct, frozen=True):
    """The problems in order."""

    items: tuple[Problem, ...]
    place: Place


class Measures(Struct, frozen=True):
    """The measures in order."""

    items: tuple[Measure, ...]
    place: Place


class HeadingTexts(Struct, frozen=True):
    """Headings of the outline that this report words differently: outline's heading → its own."""

    texts: Mapping[str, Written]


class Prose(Struct, frozen=True):
    """Running text with the light marks of the content format (#, -, {{ }})."""

    written: Written


T = TypeVar("T")


class ListRow(Struct, frozen=True):
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
        return cell.text if isinstance(cell, Written) else str(cell.value) if isinstance(cell, Fact) else ""

    def quantity(self, column: str) -> Quantity | None:
        """The figure of a cell."""
        fact = self.fact(column)
        return fact.quantity if fact else None

    def fact(self, column: str) -> Fact | None:
        """A cell that holds a figure, with its place; None when it is not given or holds words."""
        cell = self.cells.get(column)
        return cell if isinstance(cell, Fact) else None


class Listing(Struct, frozen=True):
    """Lines of the same columns: tasks, projects, funds by source."""

    path: tuple[str, ...]
    rows: tuple[ListRow, ...]
    place: Place


class Indicators(Struct, frozen=True):
    """Performance indicators, three levels deep, with target, result and score."""

    path: tuple[str, ...]
    rows: tuple[ListRow, ...]
    place: Place


RowCell = Written | Fact | Listing | Indicators
"""What a cell of a listing may hold."""

Value = (
    RowCell
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
    | Charts
    | AnnexList
    | Questionnaires
    | Fact
)


Drawn = Indicators | Listing | FundTable | Questionnaires
"""What charts and tables of other documents of the file may show, too."""


class Content(Struct, frozen=True):
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

    def running_texts(self) -> Iterator[Written]:
        """Every text that is set as running text, with sub-headings, items, charts and tables in it."""
        for value in self.values.values():
            match value:
                case Prose():
                    yield value.written
                case Departments():
                    yield from (item.text for item in value.items)
                case Problems() | Measures():
                    yield from (item.detail for item in value.items if item.detail)
                case AnnexList():
                    yield from (item.text for item in value.items if item.text and item.is_bound)
                case _:
                    pass
