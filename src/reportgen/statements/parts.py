"""Parts and their whole where no list is complete: 支出98万元，其中设备购置30万元. No part is more than its whole."""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.language import _
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Bounded
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.repeated_names import STAGES
from reportgen.statements.statement import Role, Statement

_IN = re.compile(r"[^，。；：、\d]{0,10}?中(?!级|型|等|学|小|央|标|心)(?=[^，。；：、]{0,12}\d)")
"""新收案件8230件中网上立案5029件; 20个标段中按期完工19个."""
_NAMED = re.compile(
    r"(?:^|(?<=[。；，]))(?P<name>[^，。；：、\d（）]{2,12}?)(?:当|之)?中(?=[^，。；、\d]{0,14}$|[^，。；、\d]{1,14}\d)"
)
_BACK = 3
_NO_PART = re.compile(r"故|因此|总|比|较|由|至|共|合计|占|满分|分值|权重|目标|每|相当|上年")
_INSIDE = re.compile(r"[^，。；：、\d（(]{0,8}[（(](?:其中|含)?[^，。；：、\d]{0,16}")
"""编制30名（含工勤2名）."""
_AGAIN = re.compile("[￥¥]|即|折|合")
"""壹佰元（￥100）: the same amount once more."""


def parts(paragraph: Paragraph) -> Iterator[Claim]:
    """支出98万元，其中设备购置30万元; 20个标段中按期完工19个: no part is more than its whole."""
    statements = [
        each for each in paragraph.statements if each.role is Role.AMOUNT and each.exact and each.quantity.unit
    ]
    for part in statements:
        near = [each for each in statements if each.end <= part.start and _may_hold(each, part)]
        whole = _whole_of(part, near, paragraph)
        if whole is None or _is_set_beside(part, whole):
            continue
        equation = Bounded(part, whole)
        note = _("其中一项 {part} 大于总数 {whole}", part=part, whole=whole)
        yield Claim("part", equation, equation.holds, Proof.CERTAIN, part, _("大于总数 {whole}", whole=whole), (note,))


def _is_set_beside(part: Statement, whole: Statement) -> bool:
    """支出98万元（全年预算120万元）; 完成36场，其中…，计划40场: what was planned is no part of what was done."""
    return _stage(part) == "预算" != _stage(whole) or (part.planned and not whole.planned)


def _stage(each: Statement) -> str:
    return STAGES.get(each.concept, "")


def _may_hold(whole: Statement, part: Statement) -> bool:
    alike = same_things(whole.quantity, part.quantity) and whole.period is part.period
    return alike and part.sentence - whole.sentence <= _BACK and part.depth >= whole.depth


def _alike_within(whole: Statement, part: Statement) -> bool:
    """Whether a figure of the sentences right before, in a bracket too, counts the same things."""
    alike = same_things(whole.quantity, part.quantity) and whole.role is Role.AMOUNT and whole.exact
    return alike and part.sentence - whole.sentence <= _BACK


def _whole_of(part: Statement, near: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """What the part is a part of: of the figures before 其中 the largest, lest one of them be taken for the whole."""
    text = paragraph.text
    own = [each for each in near if each.sentence == part.sentence]
    if own and _IN.match(text, own[-1].end) and "，" not in text[own[-1].end : part.start]:
        return own[-1]
    start = paragraph.span(part.sentence)[0]
    opened = text.rfind("其中", start, part.start)
    if _NO_PART.search(part.label):
        return None
    if opened >= 0 and not re.search("[；。]", text[opened : part.start]):
        before = [each for each in near if each.end <= opened and each.depth <= part.depth]
        before = before if opened - start < 2 else [each for each in before if each.sentence == part.sentence]
        return max(before, key=lambda each: each.quantity.value, default=None)
    if named := _named_whole(part, start, paragraph):
        return named
    last = next((each for each in reversed(own) if each.depth == part.depth - 1), None)
    between = text[last.end : part.start] if last is not None else ""
    if _INSIDE.fullmatch(between) and not _AGAIN.search(text[last.end : part.start + 1] if last else ""):
        return last
    return _never_less(part, own, paragraph)


def _named_whole(part: Statement, start: int, paragraph: Paragraph) -> Statement | None:
    """专任教师138人。专任教师中“双师型”教师76人: the figure before the sentence that has the name."""
    named = _NAMED.search(paragraph.text, start, part.start)
    if named is None or named.end() <= part.start - 16:
        return None
    before = [each for each in paragraph.statements if each.end <= start and _alike_within(each, part)]
    called = [each for each in before if each.label.endswith(named["name"]) and each.depth <= part.depth + 1]
    return called[-1] if called else None


def _never_less(part: Statement, own: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """发放问卷500份，收回486份: what the lexicon says is never less, in the same sentence."""
    for less, more in paragraph.lexicon.ordered.items():
        if less in part.label:
            larger = [each for each in own if less not in each.label and any(word in each.label for word in more)]
            return max(larger, key=lambda each: each.quantity.value, default=None)
    return None
