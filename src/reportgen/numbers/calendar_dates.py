"""Days of the calendar that a text names, and how many days lie between two of them."""

from collections.abc import Iterator
from datetime import date

from reportgen import patterns as re
from reportgen.model.dates import existing
from reportgen.record import Struct

_DAY = r"(?:(?P<{0}y>20\d{{2}})年)?(?P<{0}m>\d{{1,2}})月(?P<{0}d>\d{{1,2}})[日号]"
_FIRST, _SECOND = _DAY.format("a"), _DAY.format("b").replace(r"(?P<bm>\d{1,2})月", r"(?:(?P<bm>\d{1,2})月)?")
_SPAN = re.compile(rf"{_FIRST}(?:起|开始)?\s*(?:至|到|[-—–－~～])+\s*(?:次年)?{_SECOND}")
_CLOSED = re.compile(
    rf"{_FIRST}(?:起|开始)?[^。；]{{0,6}}闭馆[^。；]{{0,12}}?{_DAY.format('b')}(?:起|开始)?[^。；]{{0,6}}(?:恢复|重新|开馆|开放)"
)


class Span(Struct, frozen=True):
    """From one day to another, and where the words stand."""

    first: date
    last: date
    start: int
    end: int

    @property
    def days(self) -> int:
        """How many days, the last one not counted."""
        return (self.last - self.first).days


def spans(text: str, year: int | None) -> Iterator[Span]:
    """5月1日至10日: what the second day leaves out is taken from the first, the year from the document."""
    yield from _found(_SPAN, text, year)


def closed(text: str, year: int | None) -> Iterator[Span]:
    """自1月24日起闭馆，6月13日恢复开馆: the days between."""
    yield from _found(_CLOSED, text, year)


def _found(pattern: re.Pattern[str], text: str, year: int | None) -> Iterator[Span]:
    for match in pattern.finditer(text):
        first_year = int(match["ay"] or year or 0)
        month = int(match["bm"] or match["am"])
        first = existing(first_year, int(match["am"]), int(match["ad"]))
        last = existing(int(match["by"] or first_year), month, int(match["bd"]))
        if first and last and first <= last:
            yield Span(first, last, *match.span())
