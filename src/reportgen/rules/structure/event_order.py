"""Days of one sentence in the order of what was done on them: begun, finished, accepted."""

from collections.abc import Iterator
from datetime import date

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.model.dates import spell_date
from reportgen.numbers.clauses import sentences
from reportgen.record import Struct
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.structure.days import Day, days_of
from reportgen.statements.passages import Passage

_STEPS = lists("steps")
_STEP = re.compile(
    "|".join(f"(?P<s{rank}>{either(_STEPS[name])})" for rank, name in enumerate(("着手", "做完", "收尾")))
)
_UP_TO = re.compile(r"(?:之?前|以前)")
_PLANNED = re.compile(r"(?:原定|计划|拟|预计|原计划|应|须|要求)(?:于|在)?$")
_SAME_SUBJECT = re.compile(
    r"(?:^|[，；、])(?:实际|并|后|又|再|随后|同时|最终|均|已|于|在|自|从|经|到|至|应|须|拟|计划|力争|确保|即|其中){0,4}$"
)


_BEFORE = 24
"""Characters before a day in which the two patterns above can match."""


class _Event(Struct, frozen=True):
    """A day and what was done on it: 0 begun, 1 finished, 2 accepted; None where the words do not tell."""

    day: date
    rank: int | None
    deadline: bool
    planned: bool
    goes_on: bool
    """Whether it speaks of the same thing as the day before it."""
    start: int
    end: int


@rule("STR034", "先后两件事的日期颠倒", Severity.ERROR, needs=("月",))
def events_in_order(passage: Passage, scene: Scene) -> Iterator[Finding]:
    """一句话里先开始、再完成、后验收的，日期也要一个比一个晚；没有写年份的，跟前面的日期同年。

    为什么: 完工早于开工、验收早于到货，两个日期至少错了一个，付款和考核的依据就站不住。
    错例:
        收支情况: 泵站改造于2024年6月3日开工，2024年5月12日完工，支出控制在预算以内。
    正例:
        收支情况: 泵站改造于2024年6月3日开工，原定9月30日前完工，实际于10月12日完工，10月20日验收。支出控制在预算以内。
    依据: 审核实践：同一件事的日期前后相承
    改法: 对照合同、验收单更正错的那个日期
    """
    if passage.text.count("月") < 2:
        return
    for sentence in sentences(passage.text):
        for earlier, later in _turned(_events(sentence, passage.text, scene.year)):
            label = _(
                "{later}排在{earlier}后面，日期却更早", later=spell_date(later.day), earlier=spell_date(earlier.day)
            )
            certain = later.rank is not None and not later.deadline
            yield Finding(passage.place(later.start, later.end), label, certain=certain)


def _turned(events: list[_Event]) -> Iterator[tuple[_Event, _Event]]:
    """Days of which the later step has the earlier day; what was only planned is left out."""
    last: dict[bool, _Event] = {}
    for later in events:
        earlier = last.get(later.planned)
        if earlier and later.goes_on and later.day < earlier.day and _follows(earlier, later):
            yield earlier, later
        last[later.planned] = later


def _follows(earlier: _Event, later: _Event) -> bool:
    """Whether the words say that the one comes before the other."""
    if earlier.rank is not None and later.rank is not None:
        return earlier.rank < later.rank
    return earlier.deadline and later.deadline and earlier.rank in (None, later.rank, 0)


def _events(sentence: re.Match[str], text: str, year: int | None) -> list[_Event]:
    """The single days of a sentence; of a range neither end counts."""
    days = days_of(text, sentence.start(), sentence.end(), year)
    ends = [day.start for day in days[1:]] + [sentence.end()]
    told = zip(days, ends, strict=False)
    return [
        _event(day, text[day.end : end], text[max(sentence.start(), day.start - _BEFORE) : day.start])
        for day, end in told
        if not day.in_range
    ]


def _event(day: Day, after: str, before: str) -> _Event:
    """What the clause behind the day says."""
    clause = re.split("[，；（(]", after, maxsplit=1)[0]
    deadline = bool(_UP_TO.match(clause))
    step = _STEP.search(clause)
    rank = int((step.lastgroup or "s0")[1]) if step else None
    planned = deadline or bool(_PLANNED.search(before))
    return _Event(day.day, rank, deadline, planned, bool(_SAME_SUBJECT.search(before)), day.start, day.end)
