"""Figures against the calendar: how often something happened, how many days it lasted or was open."""

from calendar import isleap
from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.model.dates import spell_date
from reportgen.model.quantity import Bound
from reportgen.numbers import Stated
from reportgen.numbers.calendar_dates import closed, spans
from reportgen.numbers.clauses import sentence_start
from reportgen.numbers.labels import label_of
from reportgen.numbers.phrases import N, number, phrases
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_EVERY = (
    rf"每(?:个)?(?P<period>月|季度|周|星期)(?:[一二三四五六日末天]|[上下]午|都|至少)*"
    rf"(?P<gap>[^。；{N[1:-1]}]{{0,40}}?)(?:一次|一场|一期|一节|一课)(?P<rest>[^。；{N[1:-1]}]{{0,30}}?){number('count')}"
)
"""每月举办一次讲座，全年共15场: how often, and how many they are said to be."""
_AT_MOST = {"月": 12, "季度": 4, "周": 53, "星期": 53}
_TIMES = lists("counting_units")["次数的单位"]
_YEARS = re.compile(
    rf"年来|以来|累计|近[两三几]年|每年|各|分别|人次|至少|不少于|每(?:个|{either(lists('units')['自称'])})"  # 每校3场
)


@rule("NUM023", "次数与频次不符", Severity.WARNING, needs=("每", "一"))
def how_often(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """写了「每月一次」「每季度一次」，一年里的次数不会多过 12 次、4 次。

    为什么: 频次是计划，次数是实绩，两个各写各的，读的人一算就不对。
    错例:
        目标完成情况: 每月在消防展区开展一次安全教育活动，目前已开展活动22次。
    正例:
        目标完成情况: 每月在消防展区开展两次安全教育活动，目前已开展活动22次。
    依据: 审核实践：频次 × 期间 = 次数
    改法: 更正频次或次数；有加场的，写明加了几场
    """
    for phrase in phrases(_EVERY, passage.text, passage.numbers):
        count, most = phrase.numbers["count"], _AT_MOST[phrase.words["period"]]
        between = passage.text[sentence_start(passage.text, phrase.start) : count.start]
        if count.quantity.unit in _TIMES and count.quantity.value > most and not _YEARS.search(between):
            note = _("每{period}一次，一年最多 {most} 次", period=phrase.words["period"], most=most)
            yield Finding(passage.place(count.start, count.end), str(count.quantity), (note,), certain=False)


_OPEN = re.compile(r"(?:开放|开馆|(?:全年|馆)[^，。]{0,6}(?:运行|运作))(?:天数|时间|总天数)?$")
_LASTS = re.compile(r"^[，,]?(?:历时|为期|共计?|持续|连续|累计)[^，。；\d]{0,4}$")
_WEEK, _WORKING = 7, 5


@rule("NUM024", "天数与日期对不上", Severity.WARNING)
def days_of_the_calendar(scene: Scene) -> Iterator[Finding]:
    """起止日期后面写的天数，应与日期相符；开放天数不会多过一年的天数，扣掉写明的闭馆日期，也不应少于每周五天（疑似）。

    为什么: 天数是算出来的，日期改了常常忘了改天数。
    错例:
        目标完成情况: |
          科普周活动5月20日至5月26日举办，主题展览5月1日至5月10日，历时15天。
    正例:
        目标完成情况: |
          科普周活动5月20日至5月26日举办，主题展览5月1日至5月10日，历时10天。
    依据: 审核实践：天数与起止日期相符
    改法: 按日历核对天数；周末、节假日闭馆的，写明
    """
    for passage in scene.passages:
        if "天" in passage.text:
            yield from () if passage.cell else _lasting(passage, scene.year)
            yield from _open_days(passage, scene.year)


def _lasting(passage: Passage, year: int | None) -> Iterator[Finding]:
    if "月" in passage.text:
        for span in spans(passage.text, year):
            days = next((n for n in passage.numbers if n.start >= span.end), None)
            if days is None or days.quantity.unit != "天" or days.quantity.bound is not Bound.EXACT:
                continue
            lasts = _LASTS.match(passage.text[span.end : days.start])
            if lasts and not span.days <= days.quantity.value <= span.days + 1:
                note = _(
                    "从 {first} 到 {last} 是 {days} 天",
                    first=spell_date(span.first),
                    last=spell_date(span.last),
                    days=span.days + 1,
                )
                place = passage.place(days.start, days.end)
                yield Finding(place, str(days.quantity), (note,), section=passage.section)


def _open_days(passage: Passage, year: int | None) -> Iterator[Finding]:
    for days in passage.numbers:
        exact = days.quantity.bound in (Bound.EXACT, Bound.AT_LEAST)
        if days.quantity.unit == "天" and exact and _OPEN.search(label_of(passage.text, days)):
            words = passage.section + passage.text[sentence_start(passage.text, days.start) : days.start]
            if not _YEARS_ON_END.search(words):
                yield from _possible(passage, days, year, planned=bool(_PLANNED.search(words)))


_YEARS_ON_END = re.compile(
    r"年来|以来|累计|(?<!\d)[两二三四五2-5]年|年均|中期|长期|实施期|规划期|(?<!年度)总体?目标|各|分别|合计|共计"
    r"|[两三四五多]个?[馆县区市地点]|流动|巡"
)
"""Days of several years, or of several places."""
_PLANNED = re.compile(r"计划|目标|不少于|不低于|上年|去年")
"""What was planned may have come otherwise; but no plan has more days than a year."""


def _possible(passage: Passage, days: Stated, year: int | None, *, planned: bool) -> Iterator[Finding]:
    shut = [] if planned or passage.cell else list(closed(passage.text, year))
    year = shut[0].first.year if shut else year
    left = 365 + (year is None or isleap(year)) - sum(span.days for span in shut)
    words = {"year": year, "shut": sum(span.days for span in shut), "left": left}
    notes = (_("{year} 年扣掉写明的闭馆 {shut} 天，还有 {left} 天", **words),) if shut else ()
    place, open_days = passage.place(days.start, days.end), days.quantity.value
    if open_days > left:
        yield Finding(place, _("最多只有 {left} 天", left=left), notes, section=passage.section)
    elif shut and open_days * _WEEK < left * _WORKING:
        yield Finding(place, _("每周不到五天"), notes, certain=False, section=passage.section)
