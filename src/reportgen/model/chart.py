"""A chart worked out to the last label: what it compares, never how it is drawn."""

from decimal import Decimal
from enum import Enum

from reportgen.model.inline import Inline
from reportgen.place import NOWHERE, Place
from reportgen.record import Struct


class ChartKind(Enum):
    """How series are shown; the value is what a user calls it."""

    COLUMN = "柱形图"
    LINE = "折线图"
    PIE = "饼图"
    """Shares of a whole: one series, nothing negative."""


class Series(Struct, frozen=True):
    """A value for each category (None where there is none), and its printed words where they are not its digits."""

    name: str
    values: tuple[Decimal | None, ...]
    labels: tuple[str, ...] = ()

    @property
    def printed(self) -> tuple[str, ...]:
        """The words that stand at the values."""
        return self.labels or tuple("" if value is None else f"{value:f}" for value in self.values)


class Chart(Struct, frozen=True):
    """Series over categories, in `unit` (万元). Every series has as many values as there are categories.

    `alt` is read to those who do not see the chart; without it they hear every value.
    """

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    alt: str = ""
    section: str = ""
    origin: Place = NOWHERE
    inlines: tuple[Inline, ...] = ()

    @property
    def heading(self) -> str:
        """Title and unit as one line."""
        return f"{self.title}（单位：{self.unit}）" if self.unit else self.title

    @property
    def spoken(self) -> str:
        """The alternative text."""
        return self.alt or f"{self.kind.value}：{self.heading}。" + "；".join(
            f"{category}：" + "，".join(self._values_at(index)) for index, category in enumerate(self.categories)
        )

    def _values_at(self, index: int) -> list[str]:
        names = [series.name if len(self.series) > 1 else "" for series in self.series]
        return [
            f"{name}{series.printed[index]}{self.unit}" if series.printed[index] else f"{name}无数据"
            for name, series in zip(names, self.series, strict=True)
        ]
