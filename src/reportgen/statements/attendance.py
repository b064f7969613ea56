"""Events, the people at each of them and all the people: 讲座12场，每场50人左右，共计620人参加. Estimates."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Bound, like
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import ProductOf
from reportgen.statements.lexicon import lexicon
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Period, Role, Statement

EVENTS, PEOPLE = ("场", "场次", "次", "期"), ("人", "人次", "名")
_EACH = re.compile(r"(?:每(?:场|次|期)|[场次期]均)[^，。；、\d]{0,8}$")
_SUM = re.compile("共|合计|累计|总")
_APART = re.compile(r"每|最[多少高低大小]|其中|工作人员|志愿者")


def attendance(paragraphs: Sequence[Paragraph]) -> Iterator[Claim]:
    """Events × people at each against all the people: of the same sentences, else of a total elsewhere."""
    for paragraph in paragraphs:
        for each in paragraph.statements:
            if each.quantity.unit in PEOPLE and _EACH.search(paragraph.text, max(0, each.start - 14), each.start):
                yield from _of_each(each, paragraph, paragraphs)


def _of_each(each: Statement, paragraph: Paragraph, paragraphs: Sequence[Paragraph]) -> Iterator[Claim]:
    events = [
        e for e in paragraph.statements if _is_count(e) and e.end <= each.start and each.sentence - e.sentence <= 1
    ]
    behind = [
        e
        for e in paragraph.statements
        if e.start >= each.end and e.sentence == each.sentence and e.quantity.unit in PEOPLE
    ]
    if events and behind and _is_all(behind[0]) and not _between(each, behind[0], paragraph):
        count = max(events, key=lambda event: event.quantity.value)
        if len(events) > 1 and "其中" not in paragraph.text[: events[-1].start]:
            return  # 讲座38场、培训12场: of which of them?
        if not (count.exact and each.exact and behind[0].exact):  # exact ones are products
            yield from _held(count, each, behind[0])
    elif events and events[-1].sentence == each.sentence:
        yield from _elsewhere(events[-1], each, paragraph, paragraphs)


def _elsewhere(
    count: Statement, each: Statement, paragraph: Paragraph, paragraphs: Sequence[Paragraph]
) -> Iterator[Claim]:
    """馆外讲座12场，每场50人左右; elsewhere: 共计举办馆外讲座12场，共2000人参加."""
    name = lexicon().any_of("泛称").sub("", count.label)
    for other in paragraphs if len(name) > 1 else ():
        for at, total in enumerate(other.statements[:-1]):
            people = other.statements[at + 1]
            told = _is_count(total) and _SUM.search(total.label) and name in total.label
            if other is not paragraph and told and _is_all(people) and people.quantity.unit in PEOPLE:
                yield from _held(total, each, people)


def _is_count(each: Statement) -> bool:
    told = each.role is Role.AMOUNT and each.period is Period.NOW and not each.planned
    return told and each.quantity.unit in EVENTS and "每" not in each.label


def _is_all(people: Statement) -> bool:
    behind = people.passage.text[people.end : people.end + 4]
    words = people.label + behind.split("，")[0].split("。")[0]
    return (
        people.role is Role.AMOUNT
        and bool(_SUM.search(words) or lexicon().any_of("参加").search(words))
        and not _APART.search(people.label)
    )


def _between(each: Statement, people: Statement, paragraph: Paragraph) -> bool:
    return any(mark in paragraph.text[each.end : people.start] for mark in "。；")


def _held(count: Statement, each: Statement, people: Statement) -> Iterator[Claim]:
    known = (Bound.EXACT, Bound.ABOUT, Bound.OVER)
    if any(figure.quantity.bound not in known for figure in (count, each, people)):
        return
    made = count.quantity.value * each.quantity.value
    equation = ProductOf(people, (count,), each)
    off = abs(made - people.quantity.value) * 100 / max(made, people.quantity.value, Decimal(1))
    words = {"count": count.quantity, "each": each.quantity, "made": like(made, people.quantity)}
    note = _("{count} × 每场 {each} ≈ {made}，写的是 {people}", people=people.quantity, **words)
    yield Claim("attendance", equation, equation.holds, Proof.LIKELY, people, _("相差太大"), (note,), off)
