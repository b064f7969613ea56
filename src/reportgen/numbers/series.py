"""Items told one after another with the same two amounts each: 甲实收60万元，支出60万元。乙实收10万元，支出9万元。

Such a series is a table in prose. Where the sum of one of its columns is stated elsewhere, all items are there, and the
sum of the other column must agree with what is stated beside it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportgen.model.quantity import Quantity
from reportgen.numbers.reader import read_quantity

_CAME, _WENT = "批复|到位|实收|下达|安排|预算", "支出|支付|使用|执行"
_AMOUNT = r"(?:资金|金额|数)?(?:为|是|共计|合计|共|计)?\s*(?P<{name}>\d[\d,]*(?:\.\d+)?(?:万|亿)?元)"
_PAIR = re.compile(
    rf"(?P<first>{_CAME}){_AMOUNT.format(name='came')}[，,；]?[^，。；\d]{{0,6}}(?P<second>{_WENT}){_AMOUNT.format(name='went')}"
)
_FEW = 3
"""So many items make a series."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What came in and what went out, stated together; characters `start` to `end` of text `text` hold the second.

    `labels` are the words before the two: 实收 and 支出.
    """

    labels: tuple[str, str]
    came: Quantity
    went: Quantity
    text: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Series:
    """The items of one text and a pair elsewhere whose first amount is the sum of theirs."""

    total: Pair
    items: tuple[Pair, ...]


def series(texts: Iterable[str]) -> Iterator[Series]:
    """Every series of the texts whose first column adds up exactly to an amount stated elsewhere."""
    pairs = [list(_pairs(text, number)) for number, text in enumerate(texts)]
    alone = [row[0] for row in pairs if len(row) == 1]
    for row in pairs:
        if len(row) >= _FEW and len({pair.labels for pair in row}) == 1:
            came = sum((pair.came.value for pair in row[1:]), row[0].came.value)
            yield from (
                Series(total, tuple(row))
                for total in alone
                if total.labels == row[0].labels and total.came.value == came
            )


def _pairs(text: str, number: int) -> Iterator[Pair]:
    if "元" not in text:
        return
    for match in _PAIR.finditer(text):
        came, went = read_quantity(match["came"]), read_quantity(match["went"])
        if came and went:
            yield Pair((match["first"], match["second"]), came, went, number, *match.span("went"))
