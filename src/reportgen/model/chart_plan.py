"""Charts as content asks for them: what is to be drawn, before the figures are looked up."""

from collections.abc import Mapping

from reportgen.model.chart import ChartKind
from reportgen.model.facts import Fact, FactGroup
from reportgen.place import Written
from reportgen.record import Struct

Lines = Mapping[str, Mapping[str, Fact]]
"""The figures that a chart shows: that of each category, by series."""


class ChartPlan(Struct, frozen=True):
    """A chart that is asked for: `data` are its own figures, or the name of figures that stand elsewhere (预算).

    `columns` are the columns that it compares when these are a fund table (到位, 支出).
    """

    name: Written
    kind: ChartKind
    data: FactGroup | Written
    columns: tuple[str, ...] = ()
    unit: Written | None = None
    source: Written | None = None
    """Where the figures come from, as it is printed below the chart."""
    ready: bool = False
    """Whether it comes from the pack, which says where it stands."""


class Charts(Struct, frozen=True):
    """The charts of the content; `ready` names those that the pack has ready and that are wanted."""

    path: tuple[str, ...]
    plans: tuple[ChartPlan, ...]
    ready: tuple[Written, ...] = ()
