"""Shares in brackets, each right behind its part: 省级408.00万元（60%）、县级272.00万元（40%）, and no 占 says so.

They are when all of them fit one whole: the sum of the parts, or what most of them agree on.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.share_parts import Share, agreeing_shares
from reportgen.statements.shares import in_proportion
from reportgen.statements.statement import Role, Statement

_PAIR, _FEW, _GAP = 2, 3, 24
_ROUND = Decimal("1.1")


def shares_in_brackets(paragraph: Paragraph) -> Iterator[Claim]:
    """Every row of parts with a rate in a bracket behind each, where the rates are shares."""
    for run in _runs(paragraph):
        agreeing = _of_the_sum(run, paragraph)
        agreeing = agreeing or (agreeing_shares(run) if len(run) >= _FEW and _are_fine(run) else [])
        if agreeing and len(agreeing) >= len(run) - 1:
            yield from in_proportion(run, agreeing)


def _of_the_sum(run: Sequence[Share], paragraph: Paragraph) -> list[Share]:
    """The shares that their parts have of all parts together; of two in whole percent only where that is stated."""
    total = sum((each.part.quantity.value for each in run), Decimal(0))
    fitting = [each for each in run if _fits(each, total)]
    fine = _are_fine(run)
    stated = any(each.quantity.value == total for each in paragraph.statements)
    return fitting if len(fitting) >= len(run) - 1 and (fine or stated or len(run) >= _FEW) else []


def _are_fine(run: Sequence[Share]) -> bool:
    return all(each.share.quantity.decimals for each in run)


def _fits(each: Share, total: Decimal) -> bool:
    off = abs(each.part.quantity.value / total - each.share.quantity.value)
    return off <= each.share.quantity.half_place * _ROUND


def _runs(paragraph: Paragraph) -> Iterator[list[Share]]:
    run: list[Share] = []
    for part, rate in zip(paragraph.statements, paragraph.statements[1:], strict=False):
        if not _is_pair(part, rate, paragraph.text):
            continue
        told = Share(rate, part, "")
        if run and not _goes_on(run[-1], told, paragraph.text):
            yield from [run] if len(run) >= _PAIR else []
            run = []
        run.append(told)
    yield from [run] if len(run) >= _PAIR else []


def _is_pair(part: Statement, rate: Statement, text: str) -> bool:
    """An amount, a bracket, a percentage and nothing else in the bracket."""
    bracket = text[part.end : rate.start] in ("（", "(", "（占", "(占") and text[rate.end : rate.end + 1] in ("）", ")")
    amount = part.role is Role.AMOUNT and part.exact and part.quantity.unit and part.quantity.number > 0
    share = rate.quantity.unit == "%" and rate.exact and rate.role in (Role.RATE, Role.SHARE)
    return bool(bracket and amount and share and rate.quantity.number > 0)


def _goes_on(last: Share, each: Share, text: str) -> bool:
    between = text[last.share.end : each.part.start]
    near = len(between) <= _GAP and "。" not in between
    return near and same_things(last.part.quantity, each.part.quantity) and last.part.period is each.part.period
