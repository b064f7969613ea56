"""Years in running text: where they stand, and one that its setting speaks against."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.record import Struct

_GROUPS = ("year", "year2", "year3", "year4", "year5")
Y, Y2, Y3, Y4, Y5 = (rf"(?<![\d〔])(?P<{name}>20\d\d)年" for name in _GROUPS)
"""A year as named groups: `year`, `year2`, `year3` and so on, for patterns with several branches."""
YEAR = re.compile(r"(?<![\d〔])(?P<year>20\d\d)年(?P<day>\d{1,2}月\d{1,2}日)?(?![—–\-－~～至到]+(?:20)?\d\d年)")
_ENDS_RANGE = re.compile(r"20\d\d年?[至到—–\-－~～]+$")

_MEASURED = re.compile(
    r"(?P<measure>[\u4e00-\u9fff]{2})(?:为|达到?|是|共计?|合计)?(?P<figure>\d[\d,.]*[%％万亿]?)(?!年)"
)
_LEAST = 2


class Misplaced(Struct, frozen=True):
    """A year that its setting speaks against, and where it stands."""

    year: int
    start: int
    certain: bool
    why: str = ""
    """What is said of it, where it is not that the document is of another year."""


def matches(pattern: re.Pattern[str], text: str, to_the_day: bool = False) -> Iterator[tuple[re.Match[str], int, int]]:
    """Each match with the year that it names and the place of the year; ranges of years are left out."""
    for match in pattern.finditer(text) if "20" in text else ():
        group = next(name for name in _GROUPS if name in match.re.groupindex and match[name])
        start = match.start(group)
        plain = None if _ENDS_RANGE.search(text, 0, start) else YEAR.match(text, start)
        if plain and (not plain["day"] or to_the_day):
            yield match, int(match[group]), start


def measured_again(before: str, behind: str) -> bool:
    """Whether a sentence tells measures that were told already, without a year, and each in another figure.

    全年支出213.60万元，执行率92.71%。2023年预算210.50万元、支出198.60万元，执行率94.33%: last year's, to compare.
    """
    if YEAR.search(before):
        return False
    told = {match["measure"]: match["figure"] for match in _MEASURED.finditer(before)}
    again = {match["measure"]: match["figure"] for match in _MEASURED.finditer(behind)}
    both = told.keys() & again.keys()
    return len(both) >= _LEAST and all(told[measure] != again[measure] for measure in both)
