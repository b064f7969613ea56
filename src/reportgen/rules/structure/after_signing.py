"""What is told as done after the day under the document."""

from collections.abc import Iterator
from datetime import date

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.model.dates import existing, spell_date
from reportgen.numbers.clauses import HALF_ENDS, begin_of, end_of, in_a_title
from reportgen.record import Struct
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.structure.budget_year import Standing, signing, standing
from reportgen.rules.structure.days import days_of
from reportgen.statements.passages import Passage

_STEPS = lists("steps")
_PLANNED, _DONE = re.compile(either(_STEPS["打算"])), re.compile(either(_STEPS["已经"]))
_AS_OF = re.compile(
    r"(?:截至|截止到?|截止至)(?P<y>20\d\d)年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日|底|末|份)?|年?[底末])"
)
_ON = re.compile(r"(?:已于|于|在|自|从|^|，|。)$")
_HAS = re.compile("已|了")
_LAST_MONTH = 12


class _Told(Struct, frozen=True):
    day: date
    start: int
    end: int
    certain: bool
    passage: Passage


@rule("STR035", "写了成文日期以后的事", Severity.ERROR)
def nothing_after_signing(scene: Scene) -> Iterator[Finding]:
    """「截至」的日子、已经做完的事，不会晚于文末的成文日期；打算（将、拟、计划、……前）不算。

    为什么: 3月成文的报告写不出6月的数，不是日期抄错，就是成文日期沿用了旧稿。
    错例:
        成文日期: 2025年3月20日
        收支情况: 截至2025年12月31日，门诊楼改造累计支出控制在预算以内。
    正例:
        成文日期: 2025年3月20日
        收支情况: 截至2024年12月31日，门诊楼改造累计支出控制在预算以内，将于2025年6月30日前完成决算。
    依据: 审核实践：报告写的是成文以前的事
    改法: 对照原始凭证更正日期；错的是成文日期的，更正成文日期
    """
    signed = signing(scene)
    told = [found for passage in scene.passages for found in _later(passage, scene, signed.date)] if signed else []
    days = sorted({found.day for found in told})
    if signed and len(days) > 1:
        label = _("{day}成文，正文却写了以后的事", day=spell_date(signed.date))
        notes = (_("正文写到：{days}", days=_("、").join(map(spell_date, days))),)
        yield Finding(signed.written.place, label, notes, certain=False)
    elif signed:
        for found in told:
            label = _("{day}晚于成文日期", day=spell_date(found.day))
            notes = (_("成文日期是 {day}", day=spell_date(signed.date)),)
            place = found.passage.place(found.start, found.end)
            yield Finding(place, label, notes, certain=found.certain, section=found.passage.section)


def _later(passage: Passage, scene: Scene, signed: date) -> Iterator[_Told]:
    text = passage.text
    if "月" not in text and "截" not in text:
        return
    for match in _AS_OF.finditer(text):
        day = _first_possible(match)
        if day and day > signed and not in_a_title(text, match.start()) and _is_told(text, match.start(), scene):
            yield _Told(day, *match.span(), True, passage)
    for found in days_of(text, 0, len(text), scene.year):
        told = _is_done(text, found.start, found.end, standing(scene) is Standing.AHEAD)
        if found.day > signed and _ON.search(text[: found.start]) and told:
            yield _Told(found.day, found.start, found.end, False, passage)


def _first_possible(match: re.Match[str]) -> date | None:
    """The first day that the words can mean: of a month without a day its first."""
    month = int(match["m"] or _LAST_MONTH)
    return existing(int(match["y"]), month, int(match["d"] or (1 if match["m"] else 31)))


def _is_told(text: str, at: int, scene: Scene) -> bool:
    """Whether the sentence tells what was, and not what is meant to be."""
    sentence = text[begin_of(text, at, HALF_ENDS) : end_of(text, at, HALF_ENDS)]
    ahead = standing(scene) is Standing.AHEAD
    return not _PLANNED.search(sentence) and (not ahead or bool(_DONE.search(sentence)))


def _is_done(text: str, start: int, end: int, ahead: bool) -> bool:
    """Whether the clause says that something was done on the day; what an application says so is meant."""
    begin = begin_of(text, start, HALF_ENDS)
    clause = text[end : end_of(text, end, HALF_ENDS + "，")]
    done = _HAS if ahead else _DONE
    return not _PLANNED.search(text[begin:start] + clause) and bool(done.search(clause))
