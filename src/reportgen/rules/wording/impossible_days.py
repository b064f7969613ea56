"""What only the year or the count of quarters makes impossible: 2月29日 after a year that has none, 第五季度."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.model.dates import existing

_LEAP_DAY = re.compile(r"(?<![年\d])2月29日")
_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_QUARTER = re.compile(r"第?(?:[五六七八九]|(?<![\d.])[5-9])季度(?!考核)")


def impossible(text: str) -> Iterator[tuple[int, int]]:
    """Where such a day or quarter stands."""
    for match in _LEAP_DAY.finditer(text):
        years = _YEAR.findall(text, 0, match.start())
        if years and not existing(int(years[-1]), 2, 29):
            yield match.span()
    yield from (match.span() for match in _QUARTER.finditer(text))
