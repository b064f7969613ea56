"""What is left over where it is told first, or saved: 结余18.30万元，收入436.50万元，支出418.20万元; 送审1,284.60万元，
审定1,206.30万元，核减78.30万元. A sentence with three figures of one kind leaves no doubt which two are meant."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.flows import had_some_before
from reportgen.statements.member_slips import is_mistyped
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import is_exchange, is_other_scale
from reportgen.statements.statement import Period, Role, Statement
from reportgen.statements.sum_claims import rest_claim

_THREE, _PAIR = 3, 2
_OWN = (Role.AMOUNT, Role.CHANGE)
"""What a rest is told as: 核减78.30万元 is a change of what was asked."""
_DIVIDED = re.compile("[，,：:（(]?(?:其中|包括|含)")
"""剩余6.14万元，其中拨款5.64万元、自筹0.50万元: the other two are its parts."""


def rest_of_three(paragraph: Paragraph) -> Iterator[Claim]:
    """Every such rest that the other two leave, or would but for a slip."""
    words = paragraph.lexicon.any_of("余下的话")
    if len(paragraph.statements) < _THREE or not words.search(paragraph.text):
        return
    by_sentence: dict[int, list[Statement]] = defaultdict(list)
    for each in paragraph.statements:
        by_sentence[each.sentence].append(each)
    for told in by_sentence.values():
        for left in told:
            if (
                left.role in _OWN
                and left.quantity.unit != "分"
                and words.search(left.label)
                and (equation := _equation(left, told))
            ):
                yield from _judged(equation)


def _equation(left: Statement, told: Sequence[Statement]) -> SumOf | None:
    """The larger of the two others with the smaller and what is left; None where there are not just three."""
    alike = [each for each in told if same_things(each.quantity, left.quantity)]
    others = [each for each in alike if each is not left and each.role is Role.AMOUNT]
    if len(alike) != _THREE or len(others) != _PAIR:
        return None
    if not all(each.exact and each.period is Period.NOW for each in alike):
        return None
    less, more = sorted(others, key=lambda each: each.quantity.value)
    listed = len({each.label[-1:] for each in alike}) == 1  # 节约能源费13.8万元，保洁费86.5万元，绿化费68.2万元
    divided = SumOf(left, (less, more)).holds or _DIVIDED.match(left.passage.text, left.end)
    return None if listed or divided or had_some_before(more, less) else SumOf(more, (less, left))


def _judged(equation: SumOf) -> Iterator[Claim]:
    left = equation.parts[1]
    if equation.holds:
        if left.quantity.value:
            yield Claim("remainder", equation, True)
    elif any(_is_slip(each, equation) for each in (left, equation.total, equation.parts[0])):
        yield rest_claim(equation, Proof.LIKELY)


def _is_slip(each: Statement, equation: SumOf) -> bool:
    due = equation.due(each)
    return is_exchange(each.quantity, due, _PAIR) or is_mistyped(each, equation) or is_other_scale(each.quantity, due)
