"""What is claimed of a number of things, and which numbers may be one."""

from decimal import Decimal

from reportgen.language import _
from reportgen.model.quantity import Interval
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.counted_names import is_in_a_name
from reportgen.statements.equations import Equation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Role, Statement

_MOST = 30


class Count(Equation, frozen=True, eq=False):
    """A number and how many things are named: one of `counted`, since 和 may join two or stand in a name."""

    number: Statement
    counted: tuple[int, ...]

    @property
    def members(self) -> tuple[Statement, ...]:
        return (self.number,)

    @property
    def holds(self) -> bool:
        return self.number.quantity.value in self.counted

    def due(self, _member: Statement, /) -> Interval:
        return Interval(Decimal(min(self.counted)), Decimal(max(self.counted)))


def may_announce(number: Statement, paragraph: Paragraph) -> bool:
    """Whether it is a number of things that may be told one by one: 四项, 12个."""
    quantity = number.quantity
    counted = quantity.unit in paragraph.lexicon.lists["可数"]
    whole = quantity.value == quantity.value.to_integral_value()
    return (
        number.role is Role.AMOUNT
        and number.exact
        and counted
        and whole
        and 1 <= quantity.value <= _MOST
        and not quantity.scale
        and not is_in_a_name(number)
    )


def count_claim(number: Statement, counted: tuple[int, ...], named: str, proof: Proof) -> Claim:
    """A number of things against those that are listed, right or wrong."""
    equation = Count(number, counted)
    count = counted[0]
    note = _("列出的是 {count} 个：{named}", count=count, named=named)
    return Claim("count", equation, equation.holds, proof, number, _("列出的是 {count} 个", count=count), (note,))
