"""Items told one after another with the same two amounts each: 甲实收60万元，支出60万元。乙实收10万元，支出9万元。

Such a series is a table in prose. Where the sum of its first column is stated elsewhere, all items are there, and the
sum of the second must agree with what is stated beside it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import like, plain
from reportgen.record import Struct
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Role, Statement

_CAME, _WENT = re.compile("批复|到位|实收|下达|安排|预算"), re.compile("支出|支付|使用|执行")
_FEW, _BETWEEN = 3, 12
"""So many items make a series."""


class _Pair(Struct, frozen=True):
    """What came in and what went out, stated together, with the words before the two: 实收 and 支出."""

    words: tuple[str, str]
    came: Statement
    went: Statement


def paired(paragraphs: Sequence[Paragraph]) -> Iterator[Claim]:
    """Every series whose first column adds up exactly to an amount stated elsewhere."""
    rows = [list(_pairs(paragraph)) for paragraph in paragraphs]
    alone = [row[0] for row in rows if len(row) == 1]
    for row in rows:
        if len(row) < _FEW or len({pair.words for pair in row}) > 1:
            continue
        came = sum((pair.came.quantity.value for pair in row), Decimal(0))
        for total in alone:
            if total.words == row[0].words and total.came.quantity.value == came:
                yield _claim(total, row)


def _pairs(paragraph: Paragraph) -> Iterator[_Pair]:
    amounts = [
        each
        for each in paragraph.statements
        if each.quantity.unit == "元" and each.role is Role.AMOUNT and not each.depth
    ]
    for came, went in pairwise(amounts):
        first, second = _CAME.findall(came.label), _WENT.findall(went.label)
        beside = came.sentence == went.sentence and went.start - came.end <= _BETWEEN
        if beside and came.exact and went.exact and first and second:
            yield _Pair((first[-1], second[-1]), came, went)


def _claim(total: _Pair, items: Sequence[_Pair]) -> Claim:
    equation = SumOf(total.went, tuple(each.went for each in items))
    unit = total.went.quantity
    added = unit.value - equation.missing
    working = " + ".join(plain(each.went.quantity.value / unit.factor) for each in items)
    words = {"first": total.words[0], "second": total.words[1], "count": len(items)}
    notes = (
        _("{count} 项的{first}相加正好是 {came}", came=total.came, **words),
        _("{second}相加是 {sum}：{working}", sum=like(added, unit), working=working, **words),
        _("与总数 {total} 相差 {amount}", total=total.went, amount=like(abs(equation.missing), unit)),
    )
    label = _("各项相加得 {added}", added=like(added, unit))
    return Claim("listed", equation, equation.holds, Proof.CERTAIN, total.went, label, notes)
