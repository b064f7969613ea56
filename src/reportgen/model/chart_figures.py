"""The figures of a chart as they are written: what a finished document shows of one."""

from collections.abc import Mapping

from reportgen.model.chart import ChartKind
from reportgen.record import Struct


class ChartFigures(Struct, frozen=True):
    """A chart's kind, title and unit, and its figures by series and category, with a unit of their own or none."""

    kind: ChartKind
    title: str
    unit: str
    lines: Mapping[str, Mapping[str, str]]
