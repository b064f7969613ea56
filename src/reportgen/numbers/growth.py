"""What a text says of two figures of one thing: what it was and is, by how much it has grown, that it is as before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.model.quantity import Bound, Interval
from reportgen.numbers.arithmetic import difference, same_things, together
from reportgen.numbers.labels import label_of
from reportgen.numbers.phrases import Phrase, W, number, phrases
from reportgen.numbers.reader import Stated

_UP = "增加|增长|上升|提高|提升|上涨|扩大|增幅|增"
_DOWN = "减少|下降|降低|压缩|压减|压降|缩减|下滑|降幅|减|降"
_SAVED = "节约|节省|节支|压缩|压减"
_WORD = rf"(?P<word>{_UP}|{_DOWN})"
_BEFORE = r"(?:上年度?|去年|上一年|前一年|上年同期|去年同期|同期|(?P<then>\d{4})年度?|上期|年初预算数?|预算数?|计划数?)"
_NOW = r"(?:本年度?|今年|当年|(?P<now>\d{4})年度?)"
_BY = rf"(?:了|约|率|幅度|为|达)*{number('rate')}"
_MORE = rf"(?:[，,、](?:(?P<again>{_UP}|{_DOWN})|(?P<since>{W}{{1,4}}?)(?:{_UP}|{_DOWN})){_BY})?"
_AND = r"[，,、]"
_OPTIONAL = r"[，,、（(]?"
_THEN = rf"{_BEFORE}{W}{{0,10}}{number('base')}{_AND}{_NOW}{W}{{0,10}}{number('value')}{_AND}{W}{{0,4}}?"
_BUDGET = rf"(?:预算|批复|计划|控制数|限额){W}{{0,6}}{number('base')}"
_ACTUAL = rf"(?:实际|支出|执行|决算|合同|中标|成交){W}{{0,8}}{number('value')}"
_LEVEL = r"(?P<word>(?:基本|大体)?持平)"
_THAN = rf"(?:同比|[比较与和]{_BEFORE}{W}{{0,6}}?)"
_FORMS = {
    "由120万元增加到130万元，增长8.33%": (
        rf"[由从]{W}{{0,10}}{number('base')}{W}{{0,4}}?{_WORD}[到至为]{number('value')}{_MORE}"
    ),
    "支出130万元，比上年的120万元增长8.33%": (
        rf"{number('value')}{_OPTIONAL}(?:[比较]|相比){_BEFORE}{W}{{0,6}}{number('base')}{W}{{0,2}}?{_WORD}了?约?{number('rate')}"
    ),
    "上年支出120万元，本年支出130万元，增长8.33%": _THEN + _WORD + _BY,
    "支出800万元，比上年减少50万元，降低5.88%": (
        rf"{number('value')}{_OPTIONAL}{_THAN}{_WORD}了?{number('delta')}{_MORE}"
    ),
    "预算10万元，实际支出8万元，节约20%": rf"{_BUDGET}{_AND}{_ACTUAL}{_AND}{W}{{0,4}}?(?P<word>{_SAVED}){_BY}",
    "支出130万元，与上年的120万元基本持平": (
        rf"{number('value')}{_OPTIONAL}[与和同]{_BEFORE}{W}{{0,6}}{number('base')}{W}{{0,2}}?{_LEVEL}"
    ),
    "上年支出120万元，本年支出130万元，基本持平": _THEN + _LEVEL,
}
"""An example of each form, and its pattern."""
_PATTERNS = tuple(_FORMS.values())
_CHANGE = re.compile(r"[比较]|同比|增加$|增长$|减少$|下降$|新增")
_OTHER_THING = re.compile(r"占比|比重|率|成本|增速|单价|均|(?<!年)度")
_OTHER_BASE, _PLANNED = re.compile(r"同比|环比|[比较]"), re.compile(r"预算|计划|年初")
"""比预算增加5万元，同比减少2%: the rate is held against another figure than the amount."""
_CHEAP = re.compile(f"{_UP}|{_DOWN}|{_SAVED}|持平")


@dataclass(frozen=True, slots=True)
class Growth:
    """A figure, what it was before (`base`) or by how much it has changed (`delta`), the word for it and the rate.

    `again` is the word before the rate, where it stands apart: 由120万元增加到130万元，增长8.33%.
    """

    value: Stated
    base: Stated | None
    delta: Stated | None
    rate: Stated | None
    word: str
    start: int
    end: int
    again: str = ""

    @property
    def up(self) -> bool:
        """Whether the word says that it has grown."""
        return self.word in _UP.split("|")

    @property
    def torn(self) -> bool:
        """Whether the word before the rate says the opposite of the word before the figure."""
        return bool(self.again) and self.up != (self.again in _UP.split("|"))

    @property
    def level(self) -> bool:
        """Whether the word says that nothing has changed."""
        return self.word.endswith("持平")

    @property
    def saved(self) -> bool:
        """Whether it is held against what might have been spent, and not against another year."""
        return self.word in _SAVED.split("|")

    def before(self, value: Interval, other: Interval) -> Interval:
        """What the figure was: as stated, or the figure less its growth."""
        if self.base:
            return other
        return difference(value, other) if self.up else together(value, other)


def growths(text: str, numbers: Sequence[Stated]) -> Iterator[Growth]:
    """The statements of a text about two exact figures of one kind, in any of the usual forms."""
    if len(numbers) > 1 and _CHEAP.search(text):
        for pattern in _PATTERNS:
            yield from (found for phrase in phrases(pattern, text, numbers) if (found := _growth(phrase, text)))


def _growth(phrase: Phrase, text: str) -> Growth | None:
    """None when the figure before is itself a change: 比预算增加5万元，比上年增加2万元."""
    value = phrase.numbers["value"]
    if _CHANGE.search(label_of(text, value)):
        return None
    base, delta, rate = (phrase.numbers.get(name) for name in ("base", "delta", "rate"))
    other = base or delta
    if other is None or not same_things(value.quantity, other.quantity) or not value.quantity.unit:
        return None
    if any(each.quantity.bound is not Bound.EXACT or each.quantity.value < 0 for each in (value, other)):
        return None
    if phrase.words.get("then", "0") >= phrase.words.get("now", "9"):
        return None
    words = phrase.words
    since = words.get("since", "")
    if _OTHER_THING.search(since) or (_OTHER_BASE.search(since) and _PLANNED.search(text, phrase.start, phrase.end)):
        rate = None
    return Growth(value, base, delta, rate, words["word"], phrase.start, phrase.end, words.get("again", ""))
