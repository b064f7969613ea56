"""Of which year a figure of a sentence is: 上年, 2023年, 本年 and what they govern."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from reportgen import patterns as re
from reportgen.record import Struct
from reportgen.statements.lexicon import Lexicon, alternation, beginning
from reportgen.statements.statement import Period

_YEAR = r"(?<!\d)(?P<year>20\d{2})(?=年(?!\d{1,2}月|(?:度|末)?(?:结转|结余)))"
_OF_YEAR = re.compile(r"(?<![《〔\d])(20\d{2})年度")
_COMPARED = re.compile(r"(?:比|较|与|同|和|于|跟)\s*$")
_HELD_AGAINST = re.compile(
    r"(?<![占同环])[比较](?:[^，。；：（）()\d计预目任]|\d{1,2}[年月季日]|20\d{2}年){1,10}[（(]$"
)
"""平均等候33.04小时，较7月（35.12小时）缩短, 较上届（92.87%）提高: what a bracket tells of the one compared with."""
_ITSELF = ("为", "是", "的", "相", "：", "，", "数", "增", "减", "下", "上", "水平")
_OPENS = 3
"""A word of time that opens the sentence governs all of it; any other only up to the semicolon."""
_BASE = re.compile(r"[^，。；：\d]{0,12}(?:\d[\d.,]*[万亿]?[^\W\d]{1,3}[、和]?)?")
"""比上年42.36万元, 与上月的33批116人次相比."""
_NEAR = 24


def year_told(texts: Iterable[str]) -> int | None:
    """The year of a document whose title names none: the one that its text calls 年度 more often than any other.

    >>> year_told(["本次评价对象为示例市2024年度绿化项目。2024年度预算比2023年度增加。"])
    2024
    """
    counted = Counter(found for text in texts for found in _OF_YEAR.findall(text))
    (year, times), (_other, less), *_rest = [*counted.most_common(2), ("", 0), ("", 0)]
    return int(year) if times > less else None


def _is_closed(between: str) -> bool:
    """Whether a bracket that opened before these words ends within them."""
    depth = 0
    for char in between:
        depth += (char in "（(") - (char in "）)")
        if depth < 0:
            return True
    return False


class Times(Struct, frozen=True, dict=True):
    """The words of time, seen from the year of the document."""

    lexicon: Lexicon
    year: int | None

    @cached_property
    def _marks(self) -> re.Pattern[str]:
        lists = self.lexicon.lists
        words = (word for key in ("不是上年", "上年", "本年", "别的") for word in lists[key])
        return re.compile(
            rf"{beginning(words, '上2')}"
            rf"(?:(?P<carried>{alternation(lists['不是上年'])})"  # 上年结转: money of this year
            rf"|(?P<before>{alternation(lists['上年'])}|上一(?![级线层线种])[^\W\d_])"  # 上年支出, 上一轮
            rf"|(?P<now>{alternation(lists['本年'])})"  # 本年支出
            rf"|(?P<other>{alternation(lists['别的'])})"  # 上半年
            rf"|{_YEAR})"  # 2023年
        )

    def period(self, text: str, start: int, at: int) -> Period:
        """The period of a figure at `at` in the sentence that begins at `start`.

        The last word of time before it counts; one that is only compared with (比上年增加) counts for the figure right
        behind it (比上年的42.36万元) and for no other.
        """
        if _HELD_AGAINST.search(text, max(start, at - _NEAR), at):
            return Period.BEFORE
        period = Period.NOW
        half = max(start, text.rfind("；", start, at) + 1)
        for mark in self._marks.finditer(text, start, at):
            if mark["carried"] or (mark.start() < half and mark.start() - start > _OPENS):
                continue
            if mark.start() == start and mark[0] == "同期" and not text.startswith(_ITSELF, mark.end()):
                continue  # 同期办结95件，去年同期200件: in the same months of this year
            if _is_closed(text[mark.end() : at]):
                continue  # 收入7.60亿元（上年7.30亿元），完成预算的100%: said of the bracket alone
            if _COMPARED.search(text, start, mark.start()):
                if self._is_base(text, mark.end(), at):
                    return self._of(mark)
                continue
            period = self._of(mark)
        return period

    def tells_one_year(self, text: str) -> bool:
        """Whether a passage names one year and no year before: all that it tells is of that year, whichever it is."""
        marks = [mark for mark in self._marks.finditer(text) if mark["year"] or mark["before"]]
        return len({mark["year"] for mark in marks}) == 1 and not any(mark["before"] for mark in marks)

    def _of(self, mark: re.Match[str]) -> Period:
        if mark["before"]:
            return Period.BEFORE
        if mark["other"]:
            return Period.OTHER
        if mark["year"] and self.year:
            told = int(mark["year"])
            return Period.NOW if told == self.year else Period.BEFORE if told < self.year else Period.OTHER
        return Period.NOW

    def _is_base(self, text: str, after: int, at: int) -> bool:
        """Whether nothing but a name stands between the words of time and the figure: no word of change."""
        between = text[after:at]
        changes = self.lexicon.any_of("增").search(between) or self.lexicon.any_of("减").search(between)
        return bool(_BASE.fullmatch(between)) and not changes and "相比" not in between
