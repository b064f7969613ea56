"""The single days that a text names: a day without a year is of the year named last before it."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from reportgen import patterns as re
from reportgen.model.dates import existing
from reportgen.numbers.clauses import in_a_title
from reportgen.record import Struct

_DAY = re.compile(r"(?:(?<![\d.])(?P<y>20\d\d)年)?(?<![\d.])(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]")
_YEAR = re.compile(r"(?<![\d〔])(20\d\d)年")
_RANGE = re.compile(r"\s*(?:起|开始)?\s*(?:至|到|—|–|-|－|~|～)+\s*")
_ANY_YEAR = 2000


class Day(Struct, frozen=True):
    """A day and where its words stand."""

    day: date
    start: int
    end: int
    spelt: bool
    """Whether its year stands with it."""
    in_range: bool
    """Whether it is one end of a range."""


def days_of(text: str, start: int, end: int, year: int | None) -> list[Day]:
    """The days between `start` and `end` of a text that do not stand in a title; `year` where none was named before."""
    found = list(_DAY.finditer(text, start, end))
    return [day for day in _dated(found, text, year, start) if not in_a_title(text, day.start)]


def _dated(found: list[re.Match[str]], text: str, year: int | None, start: int) -> Iterator[Day]:
    known = year_before(text, start)
    named = known or year or _ANY_YEAR
    ends = {match.start() for pair in pairwise(found) if _are_range(*pair, text) for match in pair}
    for match in found:
        named = int(match["y"] or named)
        if day := existing(named, int(match["m"]), int(match["d"])):
            yield Day(day, *match.span(), bool(match["y"]), match.start() in ends)


def _are_range(left: re.Match[str], right: re.Match[str], text: str) -> bool:
    return bool(_RANGE.fullmatch(text, left.end(), right.start()))


def year_before(text: str, at: int) -> int:
    """The year named last before `at`, 0 when there is none."""
    named = [int(match[1]) for match in _YEAR.finditer(text, 0, at)]
    return named[-1] if named else 0
