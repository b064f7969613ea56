"""Years, dates and numbered sessions in running text, a year later where they mean the report's own time.

A year moves where it says which year the report is about (2024年, 2024年度, 截至2024年12月31日, 2024年1—12月), where it
is compared with (比2023年增长) and where it lies ahead (2025年6月底前). What happened on a day stays, and so does what
is quoted: a title in 《》, the number of a document.
"""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.model.hanzi import by_digits, chinese_number
from reportgen.numbers.numerals import read_digits, read_numeral
from reportgen.record import Struct

_HANZI = "〇一二三四五六七八九"
_YEAR = re.compile(
    rf"(?<![\d.．—–\-~～/])(?<![年\d][至到、])(?P<year>(?:19|20)\d\d|[二一][{_HANZI}零○]{{3}})(?P<gap>\s?)年"
    r"(?:\s?(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s?月(?:\s?(?P<day>\d{1,2})\s?日|(?P<end>底|末))?)?"
)
_SECOND = re.compile(r"\s?(?:至|到|—|–|-|~|～)+\s?(?:(?P<year>(?:19|20)\d\d)\s?年\s?)?12\s?月")
_MORE_YEARS = re.compile(r"\s?(?:至|到|—|–|-|~|～|、)+\s?(?:19|20)\d\d")
_QUOTED = re.compile(r"\{\{[^{}\n]*\}\}|《[^《》\n]*》|〔[^〔〕\n]*〕")
_COMPARED = re.compile(r"(?:比|较|同比|相比|与|和|同|上年|去年)[（(]?$")
_UNTIL = re.compile(r"(?:截至|截止|截止到|截至到|至)$")
_BEFORE = re.compile(r"\s?[之以]?前")
_SESSION = re.compile(
    r"第(?P<number>\d{1,3}|[一二三四五六七八九十]{1,4})届"
    r"(?!全国|中央|委员会|人大|人民代表|政协|[一二三四五六七八九十]+[中次])"
)
_ANY_YEAR = re.compile(
    rf"(?<![\d.])(?:19|20)\d\d(?=\s?(?:年|[—–至到~～-])|[-./]\d{{1,2}}[-./]\d)|[二一][{_HANZI}零○]{{3}}(?=年)"
    r"|(?<=[—–至到~～-])(?:19|20)\d\d(?=年|$)"
)
_ALONE = re.compile(r"\s*(?P<year>(?:19|20)\d\d)(?:年度?)?\s*")
_DECEMBER = 12


class Moved(Struct, frozen=True):
    """Characters `start` to `end` of a text, and what stands there a year later."""

    start: int
    end: int
    new: str


class Calendar(Struct, frozen=True):
    """The year that a file is about, and the month in which it was signed (year and month, None if unknown)."""

    year: int
    signed: tuple[int, int] | None = None

    def moves(self, text: str) -> Iterator[Moved]:
        """What moves on in a text."""
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        for match in _YEAR.finditer(text):
            if not _lies_in(match.start(), quoted) and self._moves(match, text):
                yield _later(match.start("year"), match["year"])
                if (second := _SECOND.match(text, match.end())) and second["year"]:
                    yield _later(second.start("year"), second["year"])
        for match in _SESSION.finditer(text):
            if not _lies_in(match.start(), quoted) and (number := _number(match["number"])):
                spelt = str if match["number"].isdecimal() else chinese_number
                yield Moved(*match.span("number"), spelt(number + 1))

    def left(self, text: str) -> list[tuple[int, str]]:
        """Where the report's year stays in a text, with the words: days on which something happened, titles."""
        moved = {move.start for move in self.moves(text)}
        found = re.finditer(rf"{self.year}\s?年[^，。；、（）()《》\n{{}}]{{0,12}}", text)
        return [(match.start(), match[0]) for match in found if match.start() not in moved]

    def _moves(self, match: re.Match[str], text: str) -> bool:
        year, before, behind = read_digits(match["year"]), text[: match.start()], text[match.end() :]
        if match["month"]:
            return self._ahead(year, match) or (year == self.year and self._is_end(match, before, text))
        if _MORE_YEARS.match(behind):
            return False  # a plan of several years
        if year == self.year - 1:
            return bool(_COMPARED.search(before))
        return year in (self.year, self.year + 1)

    def _ahead(self, year: int, match: re.Match[str]) -> bool:
        """Whether a month lay ahead when the file was signed; of a file without a date, a term by which it says 前."""
        if self.signed is None:
            return year >= self.year and bool(_BEFORE.match(match.string, match.end()))
        return (year, _number(match["month"])) > self.signed

    def _is_end(self, match: re.Match[str], before: str, text: str) -> bool:
        """Whether a day of the report's year is where its time ends or begins: 截至2024年12月31日, 2024年1月—12月."""
        month = _number(match["month"])
        if month == 1 and _SECOND.match(text, match.end()):
            return True
        return month == _DECEMBER and (bool(match["end"]) or match["day"] == "31" or bool(_UNTIL.search(before)))


def all_years_later(text: str) -> Iterator[Moved]:
    """Every year of a text moved on: a year alone, the beginning and the end of a period, a day."""
    for match in _ANY_YEAR.finditer(text):
        yield _later(match.start(), match[0])


def year_later(text: str) -> Iterator[Moved]:
    """A budget year, which stands alone."""
    if match := _ALONE.fullmatch(text):
        yield _later(match.start("year"), match["year"])


def _lies_in(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _number(written: str) -> int:
    """12 or 十二; 0 where it spells none (一二)."""
    return int(written) if written.isdecimal() else int(read_numeral(written) or 0)


def _later(start: int, written: str) -> Moved:
    """The same year plus one, in the same digits."""
    year = read_digits(written) + 1
    zero = next((char for char in "零○" if char in written), "〇")
    new = str(year) if written.isdecimal() else by_digits(year).replace("〇", zero)
    return Moved(start, start + len(written), new)
