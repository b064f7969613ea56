"""Lists for people who work on with them: sheets of lines with typed columns, formulas and charts.

A form is a `Table`, whose cells stand where the paper form has them. A data sheet is a list: every line has the same
columns, so that it can be sorted, filtered and added up.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal
from enum import Enum
from functools import cached_property

from reportgen.model.chart import Chart
from reportgen.model.inline import Text
from reportgen.model.sheet_formulas import Range, SheetFormula, Value, compared, value_of
from reportgen.record import Struct, field


class ColumnKind(Enum):
    """What a column holds, and so how it is printed."""

    WORDS = "文字"
    CODE = "短语"
    """A few words, centred."""
    MONEY = "金额"
    RATE = "比率"
    """0.9763, printed as 97.63%."""
    SCORE = "得分"
    COUNT = "个数"
    DAY = "日期"


class Column(Struct, frozen=True):
    """A column: its head, what it holds, and for how many 字 it has room."""

    name: str
    kind: ColumnKind = ColumnKind.WORDS
    width: int = 8
    brief: bool = True
    """Whether the list on paper shows it, too; workbooks show every column."""


class FormulaCell(Struct, frozen=True):
    """A cell that is worked out."""

    formula: SheetFormula


class RichCell(Struct, frozen=True):
    """Words of which some stand out."""

    texts: tuple[Text, ...]

    @property
    def text(self) -> str:
        """The words."""
        return "".join(each.text for each in self.texts)


Given = Value | FormulaCell | RichCell
"""What is put into a cell."""


class PlacedChart(Struct, frozen=True):
    """A chart of the first `count` lines: the column of its categories and those of its series."""

    chart: Chart
    categories: str
    series: tuple[str, ...]
    count: int


class DataSheet(Struct, frozen=True, dict=True):
    """A list under its `title`; `total` is a line of totals at its end, by column."""

    name: str
    title: str
    columns: tuple[Column, ...]
    lines: tuple[tuple[Given, ...], ...]
    total: Mapping[str, Given] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    """What stands below the list."""
    charts: tuple[PlacedChart, ...] = ()
    unit: str = ""
    """Printed at the top right: 金额单位：万元."""
    on_paper: bool = True
    """Whether it is shown on paper, too; a list of thousands of findings is for workbooks."""
    names: int = 0
    """How many columns at the left say whose line it is: they stay in sight, and on every page of a wide list."""

    @cached_property
    def at(self) -> dict[str, int]:
        """The columns by their names."""
        return {column.name: index for index, column in enumerate(self.columns)}


class DataBook(Struct, frozen=True, dict=True):
    """Sheets whose formulas may name each other; `lead` are the sentences that say what comes out."""

    title: str
    sheets: tuple[DataSheet, ...]
    lead: tuple[str, ...] = ()

    @cached_property
    def sheet(self) -> dict[str, DataSheet]:
        """The sheets by their names."""
        return {each.name: each for each in self.sheets}

    @cached_property
    def _columns(self) -> dict[Range, Sequence[Value]]:
        return {}

    def column(self, wanted: Range) -> Sequence[Value]:
        """The values of a column, each worked out."""
        if wanted not in self._columns:
            sheet = self.sheet[wanted.sheet]
            at = sheet.at[wanted.column]
            self._columns[wanted] = [self.value(line[at], sheet, line) for line in sheet.lines]
        return self._columns[wanted]

    @cached_property
    def _found(self) -> dict[Range, dict[Value, set[int]]]:
        return {}

    def lines_with(self, wanted: Range, value: Value) -> Set[int]:
        """The numbers of the lines that have a value in a column; of None those in which it is not empty."""
        if wanted not in self._found:
            found: dict[Value, set[int]] = defaultdict(set)
            for at, each in enumerate(self.column(wanted)):
                for key in () if each in (None, "") else (compared(each), None):
                    found[key].add(at)
            self._found[wanted] = found
        return self._found[wanted].get(compared(value), frozenset())

    def value(self, given: Given, sheet: DataSheet, line: Sequence[Given]) -> Value:
        """The value of a cell, in its line."""
        match given:
            case FormulaCell():
                return value_of(given.formula, self, lambda name: self.value(line[sheet.at[name]], sheet, line))
            case RichCell():
                return given.text
            case _:
                return given

    def values(self, sheet: DataSheet) -> Iterator[tuple[Value, ...]]:
        """The values of each line."""
        columns = (self.column(Range(sheet.name, column.name)) for column in sheet.columns)
        return zip(*columns, strict=True)

    @cached_property
    def _figures(self) -> dict[Range, list[Decimal]]:
        return {}

    def rank(self, wanted: Range, figure: Decimal) -> int:
        """Which place a figure has among those of a column, 1 for the highest."""
        if wanted not in self._figures:
            self._figures[wanted] = sorted(value for value in self.column(wanted) if isinstance(value, Decimal))
        figures = self._figures[wanted]
        return 1 + len(figures) - bisect_right(figures, figure)

    def total_line(self, sheet: DataSheet) -> tuple[Given, ...]:
        """The line of totals, as wide as the others; empty where there is none."""
        return tuple(sheet.total.get(column.name) for column in sheet.columns) if sheet.total else ()


def decimals_of(values: Sequence[Value], least: int = 2, most: int = 6) -> int:
    """How many decimals a column of money needs so that no figure is cut."""
    figures: Iterator[Decimal] = (value for value in values if isinstance(value, Decimal))
    return min(most, max([least, *(_decimals(figure) for figure in figures)]))


def _decimals(figure: Decimal) -> int:
    exponent = figure.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
