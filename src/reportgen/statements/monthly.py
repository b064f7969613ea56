"""Amounts for each month, where the months are told by their names: 每人每月500元，1—9月共发34.20万元."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.statements.attendance import PEOPLE
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import ProductOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.products_judged import wrong_product
from reportgen.statements.statement import Statement

_SPAN = re.compile(r"(?<!\d)(?P<first>\d{1,2})月?[—–\-－~～至到]+(?P<last>1[0-2]|[1-9])月|全年")
_MONTHLY = re.compile("每月|月均|月(?:工资|薪酬?|租金?|补助|补贴|津贴|服务费)")
_WHOLE_YEAR = 12


def by_month(
    each: Statement, totals: Sequence[Statement], counts: Sequence[Statement], paragraph: Paragraph
) -> Claim | None:
    """看护员76名，每人每月500元，1—9月共发34.20万元: how many months these are is said by their names."""
    own = [made for made in by_the_month(each, totals, counts, paragraph) if comes_near(made)]
    return wrong_product(own[0], Proof.LIKELY) if len(own) == 1 else None


def by_the_month(
    each: Statement, totals: Sequence[Statement], counts: Sequence[Statement], paragraph: Paragraph
) -> Iterator[ProductOf]:
    """What people get by the month, with the number of months that their names tell: 1—9月, 全年."""
    found = _SPAN.search(paragraph.text, *paragraph.span(each.sentence)) if _MONTHLY.search(each.label) else None
    if found is None:
        return
    months = Decimal(int(found["last"]) - int(found["first"]) + 1 if found["last"] else _WHOLE_YEAR)
    people = [count for count in counts if count.quantity.unit in PEOPLE and count.sentence == each.sentence]
    for total in totals:
        yield from (ProductOf(total, (count,), each, months) for count in people if total.sentence == each.sentence)


def comes_near(made: ProductOf) -> bool:
    """Whether a total is as large as the product, by half."""
    product = made.counted * made.each.quantity.value
    return product * 2 <= made.total.quantity.value * 3 <= product * 5
