"""What there was, what came, what went and what there is: 年初在册412人，新收236人、解除268人，年末在册380人."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Interval, like
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Equation, SumOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import is_exchange, other_digit
from reportgen.statements.statement import Role, Statement

_FIRST = re.compile(r"年初|期初|上年末|上期末|月初|季初|旧存|上[年期月][^，。；\d]{0,4}(?:未结|转来|结存|遗留)")
LAST = re.compile(r"年末|期末|年底|月末|季末|现有|现存|现在|结存|^(?:仍|尚|还)?未办?结")
_HELD, _NET = re.compile("[比较与]"), re.compile("(?:净|共)?(?:增加|减少|增长|下降|净?增|净?减)[了约]?")
"""12月末386人，比月初的352人增加34人；当月入院2,145人: what came and went in all is told, and told again."""
_AMONG = re.compile("其中|含|包括")
_MOST, _NEAR, _PAIR, _NEW = 8, Decimal("0.1"), 2, 4


class FlowOf(Equation, frozen=True, eq=False):
    """What there was, with what came and without what went, is what there is."""

    last: Statement
    first: Statement
    came: tuple[Statement, ...]
    went: tuple[Statement, ...]

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.last, self.first, *self.came, *self.went

    @property
    def missing(self) -> Decimal:
        """What is there and came from nowhere, in base units."""
        return total_of((self.last, *self.went)) - total_of((self.first, *self.came))

    @property
    def holds(self) -> bool:
        return not self.missing

    def due(self, member: Statement) -> Interval:
        ways = -1 if member is self.last or member in self.went else 1
        value = member.quantity.value + self.missing * ways
        return Interval(value, value)


def total_of(statements: Sequence[Statement]) -> Decimal:
    """What figures come to together, in base units."""
    return sum((each.quantity.value for each in statements), Decimal(0))


def tells_a_flow(equation: SumOf) -> bool:
    """年末6,996件，年内征集737件，移交25件，年初为6,284件: what there was and what there is, no total."""
    stocks = [each for each in equation.parts if _FIRST.search(each.label)]
    return bool(stocks) and bool(LAST.search(equation.total.label))


def has_come(each: Statement, paragraph: Paragraph) -> bool | None:
    """Whether its words say that it came; None where they say neither that nor that it went."""
    if paragraph.lexicon.any_of("流入").search(each.label):
        return True
    return False if paragraph.lexicon.any_of("流出").search(each.label) else None


def flows(paragraph: Paragraph) -> Iterator[Claim]:
    """Every sentence that tells what there was, what came or went, and what there is."""
    for first in paragraph.amounts:
        if first.exact and _FIRST.search(first.label):
            yield from _from(first, paragraph)


def _from(first: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    earlier = [each for each in paragraph.statements if each.end <= first.start and each.role is not Role.EACH]
    earlier = [each for each in earlier if each.exact and (each.sentence, each.depth) == (first.sentence, first.depth)]
    earlier = [each for each in earlier if same_things(each.quantity, first.quantity)]
    told = [each for each in earlier if each.role is Role.AMOUNT and LAST.search(each.label)]
    between = [each for each in earlier if told and each not in told and _has_moved(each, paragraph)]
    if between and len(between) + len(told) < len([each for each in earlier if each.concept != "编制"]):
        return  # 年末6,996件，征集737件，移交25件，年初6,284件: nobody says whether what was collected came
    for each in paragraph.statements:
        if each.start < first.end or each.depth != first.depth or not same_things(each.quantity, first.quantity):
            continue
        if each.sentence - first.sentence > 1 or not each.exact or each.role is Role.EACH:
            return
        if each.role is Role.CHANGE and _HELD.search(first.label) and _NET.fullmatch(each.label):
            continue
        if LAST.search(each.label):
            yield from _judged(each, first, between, paragraph)
            return
        between.append(each)
    if told and between and between[-1].sentence == first.sentence:
        yield from _judged(told[-1], first, between, paragraph)


def _sorted(between: Sequence[Statement], paragraph: Paragraph) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """Those that came and those that went, by the words before them."""
    came = [each for each in between if has_come(each, paragraph)]
    went = [each for each in between if has_come(each, paragraph) is False]
    if len(between) == _PAIR and len(came) + len(went) < _PAIR and not any(map(_is_part, between)):
        return _of_two(between, tuple(came), tuple(went))
    if between and between[0] not in (*came, *went) and between[1:2] and between[1] in went:
        came.append(between[0])
    for before, each in pairwise(between):
        if each not in came and each not in went and not _is_part(each) and each.sentence == before.sentence:
            (came if before in came else went if before in went else []).append(each)  # 解除128人，收监执行3人
    return tuple(came), tuple(went)


def _of_two(
    between: Sequence[Statement], came: tuple[Statement, ...], went: tuple[Statement, ...]
) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """年初318人，收押642人，出所655人，年末305人: the word of one says of the other; else the second one went."""
    first, second = between
    if went == (first,) or came == (second,):
        return (second,), (first,)
    return (first,), (second,)


def _has_moved(each: Statement, paragraph: Paragraph) -> bool:
    """新办4家，年底共27家，年初25家，注销2家: what came is told before what there is."""
    return "新" in each.label[:_NEW] or has_come(each, paragraph) is not None


def _is_part(each: Statement) -> bool:
    return bool(_AMONG.search(each.label))


def _judged(last: Statement, first: Statement, between: Sequence[Statement], paragraph: Paragraph) -> Iterator[Claim]:
    if not 0 < len(between) <= _MOST:
        return
    equation = FlowOf(last, first, *_sorted(between, paragraph))
    if len(equation.members) != len(between) + 2:
        return  # something between came neither nor went
    if equation.holds:
        yield Claim("remainder", equation, True)
        return
    near = abs(equation.missing) <= max(each.quantity.value for each in equation.members) * _NEAR
    slip = any(_slipped(each, equation) for each in equation.members)
    told = len(between) == _PAIR or all(has_come(each, paragraph) is not None for each in between)
    if not (slip or (near and told)):
        return
    due = equation.due(last)
    shown = like(due.low or Decimal(0), last.quantity)
    adding = " + ".join(str(each) for each in (equation.first, *equation.came))
    taking = "".join(f" − {each}" for each in equation.went)
    note = _("{working} = {due}", working=adding + taking, due=shown)
    yield Claim("remainder", equation, False, Proof.LIKELY, last, _("应为 {shown}", shown=shown), (note,))


def is_told_as_flow(net: Statement, paragraph: Paragraph) -> bool:
    """Whether its sentence tells what there was and what there is, so that what came and went is held against both."""
    begin, end = paragraph.span(net.sentence)
    return bool(_FIRST.search(paragraph.text, begin, end) and LAST.search(paragraph.text, begin, end))


def had_some_before(came: Statement, went: Statement) -> bool:
    """年初存案420件，新收2,860件，审结2,710件，年末未结390件: what came is not all that there was."""
    text = came.passage.text
    inside = text.startswith("（", came.end)  # 共处理1,241件（含上年旧存57件）
    return not inside and bool(_FIRST.search(text, text.rfind("。", 0, came.start) + 1, went.start))


def _slipped(member: Statement, equation: FlowOf) -> bool:
    due = equation.due(member)
    value = due.low or Decimal(0)
    return is_exchange(member.quantity, due, 2) or (value > 0 and other_digit(member.quantity, value))
