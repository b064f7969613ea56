"""A chart worked out to the last label: what it compares, never how it is drawn."""

from decimal import Decimal
from enum import Enum
from itertools import zip_longest

from reportgen.model.inline import Inline
from reportgen.place import NOWHERE, Place
from reportgen.record import Struct


class ChartKind(Enum):
    """How series are shown; the value is what a user calls it."""

    COLUMN = "柱形图"
    BAR = "条形图"
    STACKED = "堆积图"
    """Columns of parts, one upon another: nothing negative."""
    LINE = "折线图"
    COMBINED = "柱线图"
    """Columns, and a rate as a line: the last series, in % on an axis of its own."""
    PIE = "饼图"
    """Shares of a whole: one series, nothing negative."""
    RING = "环形图"
    TARGET = "完成图"
    """Target and result side by side, each target as 100: two series, of figures of any unit."""
    RADAR = "雷达图"
    WATERFALL = "瀑布图"
    """From one amount to another by what was added and taken away: three series that stand on `floors`."""
    DISTRIBUTION = "占比图"
    """A bar a question, the shares of its answers side by side: every bar makes 100 %."""


ROUND = (ChartKind.PIE, ChartKind.RING)
LYING = (ChartKind.BAR, ChartKind.TARGET, ChartKind.DISTRIBUTION)
"""Kinds whose bars lie: a line of the chart for each."""


class Series(Struct, frozen=True):
    """A value for each category (None where there is none), and its printed words where they are not its digits.

    `shares` are what the values are of a whole or of a target (23.2%), printed behind them; `aside` are the values
    that find no room at what is drawn, and stand in the note of their category.
    """

    name: str
    values: tuple[Decimal | None, ...]
    labels: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    aside: frozenset[int] = frozenset()

    @property
    def figures(self) -> tuple[str, ...]:
        """The values in words."""
        return self.labels or tuple("" if value is None else f"{value:f}" for value in self.values)

    @property
    def printed(self) -> tuple[str, ...]:
        """The words that stand at the values."""
        shares = self.shares or ("",) * len(self.values)
        words = map(_with_share, self.figures, shares)
        return tuple("" if index in self.aside else label for index, label in enumerate(words))

    def spoken(self, index: int, unit: str) -> str:
        """A value with its unit; empty where there is none."""
        figure = self.figures[index]
        share = self.shares[index] if self.shares else ""
        return _with_share(figure + ("" if figure.endswith("%") else unit), share) if figure else ""


def _with_share(figure: str, share: str) -> str:
    return f"{figure}（{share}）" if share else figure


class Chart(Struct, frozen=True):
    """Series over categories, in `unit` (万元). Every series has as many values as there are categories.

    `notes` stand below the names of categories: what has no room in the drawing. `wholes` are what shares are counted
    of (共120人), where they are of answers. `alt` is read to those who do not see the chart; without it they hear every
    value.
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
    floors: tuple[Decimal, ...] = ()
    """Where the columns of a waterfall begin."""
    notes: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()

    @property
    def steps(self) -> tuple[Inline, ...]:
        """The figures between the first and the last level of a waterfall; none where the program worked them out."""
        given = self.kind is ChartKind.WATERFALL and len(self.inlines) == len(self.categories)
        return self.inlines[1:-1] if given else ()

    @property
    def named(self) -> tuple[str, ...]:
        """The categories, each with its note on a line of its own."""
        return tuple("\n".join(filter(None, pair)) for pair in zip_longest(self.categories, self.notes, fillvalue=""))

    @property
    def heading(self) -> str:
        """Title and unit as one line."""
        return f"{self.title}（单位：{self.unit}）" if self.unit else self.title

    @property
    def spoken(self) -> str:
        """The alternative text."""
        return self.alt or f"{self.kind.value}：{self.heading}。" + "；".join(
            f"{name}：" + "，".join(self._values_at(index)) for index, name in enumerate(self._counted)
        )

    @property
    def _counted(self) -> list[str]:
        """The categories, each with the whole of which its shares are."""
        return [
            f"{name}（{whole}）" if whole else name
            for name, whole in zip_longest(self.categories, self.wholes, fillvalue="")
        ]

    def _values_at(self, index: int) -> list[str]:
        names = [series.name if len(self.series) > 1 else "" for series in self.series]
        said = [series.spoken(index, self.unit) for series in self.series]
        return [
            f"{name}{words or '无数据'}" for name, words in zip(names, said, strict=True) if words or not self.floors
        ]
