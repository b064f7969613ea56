"""Whether what a chart compares is still to be filled in: it is not drawn before."""

from reportgen.compose.chart_sources import Source
from reportgen.model.content import FundTable, Indicators
from reportgen.model.facts import Fact, FactGroup
from reportgen.model.hole import Hole, read_hole
from reportgen.place import Written


def waits(data: Source) -> bool:
    """Whether any of its figures is a hole."""
    match data:
        case FundTable():
            return any(_is_hole(fact) for row in data.rows() for fact in row.cells.values())
        case Indicators():
            return any(_is_hole(cell) for row in data.rows for cell in row.cells.values())
        case FactGroup():
            return any(_is_hole(fact) for fact in data.all())
        case _:
            return False  # a questionnaire has no holes


def _is_hole(cell: object) -> bool:
    if isinstance(cell, Written):
        return read_hole(cell.text) is not None
    return isinstance(cell, Fact) and isinstance(cell.value, Hole)
