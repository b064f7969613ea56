"""Rates that prose states beside the two figures they are made of: 计划37个，实际完成36个，完成率97.3%.

Which figure is the part and which the whole is told by the words before them: 完成率 is made of what was 完成 and what
was 计划.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.model.quantity import Bound
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.labels import half_before, label_of
from reportgen.numbers.phrases import N, number, phrases
from reportgen.numbers.reader import Stated

_LINK = r"(?:(?:一直|始终)?(?:保持|稳定|维持)在|为|是|均?达到?了?|仅为?|只有|约为?|：|:|=|＝)"
_NAME = re.compile(rf"(?P<name>[^\W\d_]{{0,12}}?(?:率|满意度|进度))\s*{_LINK}?\s*$")
_SPENT, _GIVEN = "支出|支付|执行|使用|拨付|报销", "预算|批复|下达|到位|实收|安排|收入|拨入|指标|可用|全年资金"
_MADE_OF = {
    "完成率": ("完成|实际|开展|举办|办结|实施", "计划|目标|应|任务|原定|拟|年初|下达|预算"),
    "支付率": (_SPENT, _GIVEN),
    "支出率": (_SPENT, _GIVEN),
    "执行率": (_SPENT, _GIVEN),
    "使用率": (_SPENT, _GIVEN),
    "支付进度": (_SPENT, _GIVEN),
    "支出进度": (_SPENT, _GIVEN),
    "执行进度": (_SPENT, _GIVEN),
    "到位率": ("到位|实收|拨付|下达", "预算|批复|计划|安排|应"),
    "达标率": ("达标|合格", "实际|计划|抽查|检查|开展|验收|应"),
    "合格率": ("合格|达标", "实际|计划|抽查|检查|参加|验收|应|共"),
    "满意率": ("满意", "有效|收回|回收|发放|调查|问卷"),
    "满意度": ("满意", "有效|收回|回收|发放|调查|问卷"),
    "回收率": ("收回|回收", "发放|发出"),
    "完好率": ("完好", "共|总|现有|展品"),
    "及格率": ("及格", "参加|共|应|实际"),
    "覆盖率": ("覆盖", "应|共|总|全[市县区省]"),
}
"""What is counted above and below the line of each rate."""
_SEVERAL = re.compile(r"分别|依次|平均|人均|各")
_PART_OF_IT = re.compile(r"其中|而")
"""Between the figures and the rate: it is of something else."""


@dataclass(frozen=True, slots=True)
class StatedRate:
    """A rate with its figures; `sure` when nothing else can be meant by them."""

    rate: Stated
    name: str
    part: Stated
    wholes: tuple[Stated, ...]
    """What the part may be a part of, the nearest first."""
    sure: bool


def rate_name(text: str, rate: Stated) -> str:
    """What a rate is called, 项目实际完成率; empty when the words before it do not name one."""
    if rate.quantity.unit != "%" or rate.quantity.bound not in (Bound.EXACT, Bound.ABOUT):
        return ""
    found = _NAME.search(text, max(0, rate.start - 16), rate.start)
    return found["name"] if found else ""


def stated_rates(text: str, numbers: Sequence[Stated]) -> Iterator[StatedRate]:
    """The rates of a text of which both figures stand before them in the same half of the sentence."""
    for rate in numbers:
        name = rate_name(text, rate)
        words = next((words for ending, words in _MADE_OF.items() if name.endswith(ending)), None)
        if words:
            yield from _with_figures(text, rate, name, half_before(text, rate, numbers), words)


_SHARE = (
    rf"{number('part')}[，,（(]?占(?P<whole>[^{N[1:-1]}，。；]{{2,8}}?)的?(?:比例|比重)?(?:为|约|达)*{number('rate')}"
)


def shares_of_named(text: str, numbers: Sequence[Stated]) -> Iterator[StatedRate]:
    """基本支出60万元，占总支出的65%: the whole is the one figure before it that is called 总支出."""
    for phrase in phrases(_SHARE, text, numbers) if "占" in text else ():
        part, rate = phrase.numbers["part"], phrase.numbers["rate"]
        name = phrase.words["whole"]
        before = [n for n in numbers if n.end <= part.start and label_of(text, n).endswith(name)]
        whole = [n for n in before if same_things(n.quantity, part.quantity) and n.quantity.bound is Bound.EXACT]
        if len(whole) == 1 and rate.quantity.unit == "%" and part.quantity.bound is rate.quantity.bound is Bound.EXACT:
            yield StatedRate(rate, _SHARE_NAME, part, (whole[0],), sure=bool(part.quantity.unit))


_SHARE_NAME = "占比"


def _with_figures(
    text: str, rate: Stated, name: str, before: list[Stated], words: tuple[str, str]
) -> Iterator[StatedRate]:
    figures = [(number, label_of(text, number)) for number in before if number.quantity.kind != "%"]
    above, below = words
    part = next((number for number, label in reversed(figures) if re.search(rf"(?:{above})(?![度率])", label)), None)
    if part is None:
        return
    alike = [(number, label) for number, label in figures if same_things(number.quantity, part.quantity)]
    wholes = tuple(number for number, label in reversed(alike) if number != part and re.search(below, label))
    if wholes:
        yield StatedRate(rate, name, part, wholes, _sure(text, rate, part, wholes[0], alike))


def _sure(text: str, rate: Stated, part: Stated, whole: Stated, alike: Sequence[tuple[Stated, str]]) -> bool:
    """Whether part and whole are the last two figures of their kind before the rate, exact and of one thing."""
    last_two = {number.start for number, _label in alike[-2:]}
    exact = all(number.quantity.bound is Bound.EXACT for number in (part, whole, rate))
    if last_two != {part.start, whole.start} or not exact or not part.quantity.unit:
        return False
    first, last = min(part.start, whole.start), max(part.end, whole.end)
    return not _SEVERAL.search(text, first, rate.start) and not _PART_OF_IT.search(text, last, rate.start)
