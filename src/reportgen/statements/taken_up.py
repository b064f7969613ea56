"""Numbers that 这 or 上述 takes up: 在册矫正对象486人。这486人里，缓刑437人: the one told right before, once more."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.units import counts
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.repeated_names import differ
from reportgen.statements.slips import is_close, is_slip_of
from reportgen.statements.statement import Role, Statement

_TAKES_UP = re.compile(r"(?:这|上述|前述|以上|该|此)(?:总共|一共|共|全部)?$")
_AMONG = re.compile(r"[^，。；：、（）\d]{0,8}(?:中(?![级型学心央])|里(?![程])|之中)")
_REACH = 4


def taken_up(paragraphs: Sequence[Paragraph], everywhere: Sequence[Statement]) -> Iterator[Claim]:
    """Every such number that nobody tells elsewhere, where the one of its kind right before it is about the same, or
    would be but for a slip."""
    often = Counter((counts(each.quantity.kind), each.quantity.value) for each in everywhere)
    for paragraph in paragraphs:
        for at, each in enumerate(paragraph.statements):
            if each.exact and each.role is Role.AMOUNT and _takes_up(each, paragraph):
                told = [one for one in paragraph.statements[:at] if _may_be_it(one, each)]
                single = often[counts(each.quantity.kind), each.quantity.value] == 1
                if single and len({one.quantity.value for one in told}) == 1 and _is_nearly(told[-1], each):
                    yield differ(told[-1], each, Proof.LIKELY)


def _takes_up(each: Statement, paragraph: Paragraph) -> bool:
    """这486人里; or 486人中 at the beginning of a sentence."""
    if _TAKES_UP.search(paragraph.text, max(0, each.start - _REACH), each.start):
        return True
    return each.start == paragraph.span(each.sentence)[0] and bool(_AMONG.match(paragraph.text, each.end))


def _may_be_it(one: Statement, each: Statement) -> bool:
    near = one.exact and one.role is Role.AMOUNT and each.sentence - one.sentence <= 1
    return near and same_things(one.quantity, each.quantity)


def _is_nearly(one: Statement, each: Statement) -> bool:
    return is_slip_of(each.quantity, one.quantity.value) or is_close(each.quantity, one.quantity)
