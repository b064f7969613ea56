"""Several counts with a price each, and the total that they make.

一等奖5名、每名5,000元，二等奖12名、每名3,000元，共6.10万元.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Interval, like
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Equation, ProductOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.price_units import is_price
from reportgen.statements.product_totals import is_capped
from reportgen.statements.products_by_unit import asked_for
from reportgen.statements.products_judged import comes_out
from reportgen.statements.slips import is_told_exactly
from reportgen.statements.statement import Period, Role, Statement

_ADDED = re.compile(r"[合总共小累]计|^(?:以上|上述|[两三四几]项|全年|实际)*(?:[总共]|计)")
_TOGETHER = re.compile(r"(?:以上|上述|这)*[两二三四五六七八九十几][样项类种笔][^，。；、\d]{0,4}(?:[合总共小]计|共)")
"""Told in a sentence of its own, as the total of all those before it: 三样共1,097,400元."""
_FEWEST, _ZERO = 2, Decimal(0)


class ProductsOf(Equation, frozen=True, eq=False):
    """A total and the products that make it: 5名 × 5,000元 + 12名 × 3,000元 = 6.10万元."""

    total: Statement
    products: tuple[ProductOf, ...]
    """Each with the total as its own, of which it is a part."""

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.total, *(one for made in self.products for one in (*made.counts, made.each))

    @property
    def added(self) -> Decimal:
        """What they make together."""
        return sum((made.counted * made.each.quantity.value for made in self.products), _ZERO)

    def due(self, member: Statement) -> Interval | None:
        if member is self.total:
            return Interval(self.added, self.added)
        own = next(made for made in self.products if member in (*made.counts, made.each))
        value = own.counted * own.each.quantity.value
        once, half = value / member.quantity.value, self.total.quantity.half_place
        left = self.total.quantity.value - self.added + value
        return Interval((left - half) / once, (left + half) / once) if once else None


def products_added(paragraph: Paragraph) -> Iterator[Claim]:
    """The total of each sentence that has prices and no amount for any of them."""
    prices = [each for each in paragraph.statements if _is_price(each)]
    for sentence in dict.fromkeys(each.sentence for each in prices):
        own = [each for each in prices if each.sentence == sentence]
        total = _total(own, paragraph) if len(own) >= _FEWEST else None
        made = _made(own, total, paragraph) if total else ()
        if total and made:
            yield _judged(ProductsOf(total, made))


def _is_price(each: Statement) -> bool:
    money = each.quantity.kind == "元" and each.exact and each.period is not Period.BEFORE
    return money and is_price(each) and not is_capped(each)


def _total(prices: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """The one amount of money of the sentence, where it is told as the total of all; else that of the next sentence."""
    money = [
        each
        for each in paragraph.statements
        if each.sentence == prices[0].sentence and each.quantity.kind == "元" and each not in prices
    ]
    if not money:
        return _told_behind(prices, paragraph)
    if len(money) != 1 or money[0].role is not Role.AMOUNT or not money[0].exact:
        return None
    behind = money[0].start > prices[-1].end and _ADDED.match(money[0].label)
    before = money[0].end < prices[0].start and paragraph.text[money[0].end : money[0].end + 1] in "：，（"
    return money[0] if behind or before else None


def _told_behind(prices: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """每座62,000元，……，每盏350元。三样共1,097,400元: the money that the next sentence opens with, as all together."""
    later = (each for each in paragraph.statements if each.start > prices[-1].end and each.quantity.kind == "元")
    total = next(later, None)
    if total is None or total.sentence != prices[0].sentence + 1 or not total.exact:
        return None
    return total if _TOGETHER.match(total.label) else None


def _made(prices: Sequence[Statement], total: Statement, paragraph: Paragraph) -> tuple[ProductOf, ...]:
    """The product of each price with the counts between it and the one before; nothing where one has none."""
    found: list[ProductOf] = []
    begin, last = paragraph.span(prices[0].sentence)
    begin = total.end if total.end < prices[0].start else begin
    for each, end in zip(prices, [*(one.start for one in prices[1:]), last], strict=True):
        asked = asked_for(each, paragraph)
        counts = [way for way in asked if all(begin <= one.start < each.start for one in way[0])]
        counts = counts or [way for way in asked if all(each.end < one.start < end for one in way[0])]
        if not counts:
            return ()
        found.append(ProductOf(total, counts[0][0], each, counts[0][1]))
        begin = max(each.end, *(one.end for one in counts[0][0]))
    return tuple(found)


def _judged(made: ProductsOf) -> Claim:
    if made.holds:
        return Claim("product", made, True)
    due = like(made.added, made.total.quantity)
    *first, last = [[*map(str, one.counts), str(one.each)] for one in made.products]
    counts = " + ".join([*(" × ".join(words) for words in first), " × ".join(last[:-1])])
    note = _("{count} × {each} = {due}，写的是 {total}", count=counts, each=last[-1], due=due, total=made.total)
    return Claim("product", made, False, Proof.LIKELY, made.total, _("应为 {due}", due=due), (note,))


def product_comes_out(made: Equation, suspects: Sequence[Statement], figures: Sequence[Statement]) -> bool:
    """Whether a product is wrong by no more than one slip, and no figure of its passage says otherwise."""
    if not isinstance(made, ProductOf | ProductsOf):
        return False
    beside = [each for each in figures if each.passage is made.total.passage]
    exactly = any(is_told_exactly(each.quantity, made.due(each)) for each in suspects if each is not made.total)
    return exactly or comes_out(made, beside)
