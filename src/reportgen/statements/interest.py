"""What a loan costs in a year: 贷款900万元，年利率4%，一年36万元; 债券8,000万元，票面利率3.2%，每年付息256万元."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import ProductOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.products_judged import wrong_product
from reportgen.statements.statement import Period, Role, Statement

_RATE = re.compile(r"(?:利率|利息率|贴息率)[^，。；\d]{0,4}$")
_PAID_BY = re.compile(r"\s*(?:的年?利率)?(?:贴息|计息|付息)")
"""按4%贴息, 按3.2%的年利率计息: behind the rate."""
_OF_A_YEAR = re.compile(r"全年|[一每]年|(?<!半)年(?:度|[利付贴]息)")
_MOST = Decimal("0.2")
"""No loan costs more in a year."""


def interest(paragraph: Paragraph) -> Iterator[Claim]:
    """Every rate of interest with the loan before it and what it costs in a whole year behind it."""
    if "息" not in paragraph.text and "利率" not in paragraph.text:
        return
    for rate in paragraph.statements:
        if rate.quantity.unit == "%" and rate.exact and rate.quantity.value < _MOST and _is_interest(rate, paragraph):
            yield from _of(rate, paragraph)


def _is_interest(rate: Statement, paragraph: Paragraph) -> bool:
    return bool(_RATE.search(rate.label) or _PAID_BY.match(paragraph.text, rate.end))


def _of(rate: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    own = [each for each in paragraph.statements if each.sentence == rate.sentence]
    at = own.index(rate)
    loan = next((each for each in reversed(own[:at]) if each.quantity.unit == "元"), None)
    cost = own[at + 1] if at + 1 < len(own) else None
    if loan is None or cost is None or not (loan.role is Role.AMOUNT and _is_told(loan) and _is_told(cost)):
        return
    if cost.quantity.unit != "元" or not _OF_A_YEAR.search(paragraph.text, rate.end, cost.start):
        return
    made = ProductOf(cost, (loan,), rate)
    yield Claim("product", made, True) if made.holds else wrong_product(made, Proof.LIKELY)


def _is_told(each: Statement) -> bool:
    amount = each.role in (Role.AMOUNT, Role.EACH) and "/" not in each.quantity.unit
    return amount and each.exact and each.period is Period.NOW and each.quantity.value > 0
