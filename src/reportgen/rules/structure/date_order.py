"""Dates in the order in which things happen."""

from collections.abc import Iterator
from datetime import date
from itertools import product

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import Dated
from reportgen.model.dates import existing, spell_date
from reportgen.place import Place, Written
from reportgen.record import Struct
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.structure.days import year_before
from reportgen.statements.passages import Passage

_BEFORE = {
    "批复": ("申报", "填报"),
    "下达": ("批复",),
    "打印": ("批复", "申报", "填报"),
    "印发": ("签发", "成文"),
    "竣工": ("开工",),
    "完工": ("开工",),
    "验收": ("签订", "开工"),
    "完成": ("开始",),
    "结束": ("开始",),
    "终止": ("起始", "开始"),
}
"""What comes first, by what comes later."""
_LABELLED = re.compile(
    r"(?P<step>[\u4e00-\u9fff]{2})(?:日期|时间)\s*(?:为|[：:])?\s*(?P<year>20\d\d)\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日"
)


class _Step(Struct, frozen=True):
    """Something that was done on a day."""

    name: str
    day: date
    place: Place


@rule("STR032", "日期次序不合理", Severity.ERROR)
def dates_in_order(scene: Scene) -> Iterator[Finding]:
    """先申报、再批复、后打印，先开工、后竣工，先签订、后验收；起止日期的前一个不晚于后一个。

    为什么: 打印的日期早于批复的日期，说明两个日期至少错了一个，批复的效力会被质疑。
    错例:
        文种: 部门（单位）整体支出绩效目标批复表
        批复日期: 2024年6月30日
        打印日期: 2024年6月2日
    正例:
        文种: 部门（单位）整体支出绩效目标批复表
        批复日期: 2024年6月2日
        打印日期: 2024年6月30日
    依据: 审核实践：申报、批复、打印、签订、验收的日期前后相承
    改法: 更正错的那个日期
    """
    steps = _told_once([*_in_fields(scene), *_in_text(scene)])
    for later, earlier in product(steps, steps):
        if earlier.name in _BEFORE.get(later.name, ()) and later.day < earlier.day:
            label = _("{later}早于{earlier}", later=later.name, earlier=earlier.name)
            days = ((later.name, later.day), (earlier.name, earlier.day))
            notes = tuple(_("{step}日期：{day}", step=step, day=spell_date(day)) for step, day in days)
            yield Finding(later.place, label, notes)
    for passage in scene.passages:
        yield from _turned_round(passage)


def _told_once(steps: list[_Step]) -> list[_Step]:
    """Steps with one day in the whole file: of several projects each has days of its own."""
    days = {step.name: {other.day for other in steps if other.name == step.name} for step in steps}
    first = {step.name: step for step in reversed(steps)}
    return [first[name] for name, told in days.items() if len(told) == 1]


def _in_fields(scene: Scene) -> Iterator[_Step]:
    """Fields that are called 批复日期, 打印日期."""
    for path, value in scene.content.values.items():
        name = path.rpartition(".")[2]
        written = value.written if isinstance(value, Dated) else value
        if isinstance(written, Written) and name.endswith(("日期", "时间")):
            found = _LABELLED.fullmatch(f"{name[-4:]}：{written.text.strip()}")
            yield from _steps(found, written.place)


def _in_text(scene: Scene) -> Iterator[_Step]:
    """打印日期：2020年6月2日."""
    for passage in scene.passages:
        for found in _LABELLED.finditer(passage.text) if "日期" in passage.text or "时间" in passage.text else ():
            yield from _steps(found, passage.place(*found.span()))


def _steps(found: re.Match[str] | None, place: Place) -> Iterator[_Step]:
    """The step that is found; a day that does not exist is complained of elsewhere."""
    if found and (day := existing(*(int(found[part]) for part in ("year", "month", "day")))):
        yield _Step(found["step"], day, place)


_TO = r"\s*(?:至|到|—|–|-|－|~|～){1,2}\s*"
_DAYS = re.compile(
    rf"(?:(?P<y1>20\d\d)年)?(?<!\d)(?P<m1>\d{{1,2}})月(?:(?P<d1>\d{{1,2}})日)?{_TO}"
    r"(?:(?P<y2>20\d\d)年|(?P<next>次年|翌年|第二年|来年|下年|明年))?(?P<m2>\d{1,2})月(?:(?P<d2>\d{1,2})日)?"
)
"""2024年5月1日至10月8日; the second year may be left out, or be called 次年."""
_YEARS = re.compile(rf"(?<![\d.])(?P<y1>20\d\d)年?{_TO}(?P<y2>20\d\d)年(?!\d)")
_AUTUMN = 7
"""From this month on a range that names no second year may run into the next one: 11月至3月, a school year."""


def _turned_round(passage: Passage) -> Iterator[Finding]:
    """Ranges that end before they begin."""
    text = passage.text
    found = [match for match in _DAYS.finditer(text) if _backwards(match, text)] if "月" in text else []
    found += [match for match in _YEARS.finditer(text) if match["y1"] > match["y2"]] if "20" in text else []
    for match in found:
        label = _("「{range}」的起止颠倒了", range=match[0])
        yield Finding(passage.place(*match.span()), label, certain=bool(match["y1"]), section=passage.section)


def _backwards(match: re.Match[str], text: str) -> bool:
    """Whether the second day lies before the first; without a second year it is taken to be the same one.

    4月28日至2025年3月23日: the first day is of the year named last before it.
    """
    first, last = (tuple(int(match[key + number] or 0) for key in "ymd") for number in "12")
    if match["next"] or 0 in (first[2], last[2]):
        first, last = first[:2], last[:2]
    if match["y2"] and (match["y1"] or last[0] == year_before(text, match.start())):
        return first[1:] > last[1:] if not match["y1"] else first > last
    runs_on = first[1] >= _AUTUMN and last[1] < first[1]
    return not (match["next"] or match["y2"] or runs_on) and first[1:] > last[1:]
