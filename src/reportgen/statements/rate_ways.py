"""Ways in which a rate may come about that are no part of a whole beside it: tried before it is called wrong."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from reportgen import patterns as re
from reportgen.model.quantity import Interval
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.equations import RatioOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Role, Statement

_DENIES = re.compile(r"(?:[不未无非没]|没有|未能|不能|尚未)$")
_ADDED = re.compile(r"追加|调增|增加|新增|补充|补助|划转|调剂|调整|下达|上级")
_TOGETHER = re.compile("合计|共|总|[两二三]者")
_TAKEN = re.compile(r"调减|核减|收回|减少|压减|退回|扣减")
_REQUIRED = re.compile(r"(?:以[上下]|的[^，。；、\d]{0,6}|以[上下]的)(?:目标|要求|标准|指标|规定|约定|底线)")
_REACH, _NEAR = 1, 8


class RestOf(RatioOf, frozen=True, eq=False):
    """A rate of those that are left: 抽检2,436批次，其中不合格51批次，合格率97.91%."""

    @property
    def exact(self) -> Decimal | None:
        quotient = super().exact
        return None if quotient is None else 1 - quotient

    @property
    def _quotient(self) -> Interval:
        return _rest(super()._quotient)

    def due(self, member: Statement) -> Interval | None:
        whole, part = self.whole.quantity.value, self.part.quantity.value
        left = 1 - self.rate.quantity.value
        if member is self.rate:
            return self._quotient
        if member is self.part:
            return _around(whole * left, self.rate.quantity.half_place * whole)
        return _around(part / left, self.rate.quantity.half_place * part / left / left) if left else None


def _rest(found: Interval) -> Interval:
    return Interval(
        None if found.high is None else 1 - found.high,
        None if found.low is None else 1 - found.low,
    )


def _around(value: Decimal, room: Decimal) -> Interval:
    return Interval(value - room, value + room)


def is_denied(label: str, words: re.Pattern[str]) -> bool:
    """Whether the last of the words in a label says the contrary: 不合格, 未达标."""
    found = list(words.finditer(label))
    first = found[-1].start() if found else 0
    while first and words.fullmatch(label[first - 1]):
        first -= 1  # a pattern of single characters: 改善 of 没有改善
    return bool(found) and bool(_DENIES.search(label, 0, first))


def has_another_way(rate: Statement, paragraph: Paragraph) -> bool:
    """Whether figures near by make the rate in a way that the words do not tell.

    Of a budget to which something was added (年初预算500万元，追加60万元，支出548.80万元，执行率98.00%), or of a figure
    behind words of another time (2024年预算280万元，上年预算260万元，支出277.20万元，执行率99.00%).
    """
    reach = _REACH if rate.quantity.value != 1 else 0  # 100 % is true of many
    near = [
        each
        for each in paragraph.statements
        if each.end <= rate.start
        and rate.sentence - each.sentence <= reach
        and each.role in (Role.AMOUNT, Role.CHANGE)
        and each.quantity.kind != "%"
        and each.exact
    ][-_NEAR:]
    ways = list(_quotients(near))
    # 少订1个，目标10个，完成率90%; 由10万元调整为12万元，调整率20%
    rests = [(abs(whole - part), whole) for part, whole in ways]
    return any(_makes(part, whole, rate) for part, whole in (*ways, *rests))


def _quotients(near: Sequence[Statement]) -> Iterator[tuple[Decimal, Decimal]]:
    amounts = [each for each in near if each.role is Role.AMOUNT]
    for part in (each for each in amounts if _TOGETHER.search(each.label)):  # 初训86人，复训214人，合计合格290人
        alike = [each for each in amounts if each is not part and same_things(each.quantity, part.quantity)]
        yield from ((part.quantity.value, a.quantity.value + b.quantity.value) for a, b in combinations(alike, 2))
    for part, whole in permutations(amounts, 2):
        if not same_things(part.quantity, whole.quantity):
            continue
        yield part.quantity.value, whole.quantity.value
        for other in near:
            if other is not part and other is not whole and same_things(other.quantity, whole.quantity):
                moved = -1 if _TAKEN.search(other.label) else 1 if _ADDED.search(other.label) else 0
                yield part.quantity.value, whole.quantity.value + moved * other.quantity.value


def _makes(part: Decimal, whole: Decimal, rate: Statement) -> bool:
    """Whether the quotient is the rate; of a rate without decimals, to the last digit."""
    room = rate.quantity.half_place if rate.quantity.decimals else Decimal(0)
    return whole > 0 and abs(part / whole - rate.quantity.value) <= room


def is_told_before(equation: RatioOf, paragraph: Paragraph) -> bool:
    """应训430人，参训412人，参训率95.81%，未达到98%的要求: of the two another rate of the sentence is told."""
    others = (each for each in paragraph.statements if each.quantity.unit == "%" and each.quantity.decimals)
    before = (each for each in others if each.sentence == equation.rate.sentence and each.end <= equation.rate.start)
    return any(RatioOf(each, equation.part, equation.whole, equation.place).holds for each in before)


def is_required(rate: Statement) -> bool:
    """参训率95.81%，未达到98%的要求: what a rate had to be is made of no figures beside it."""
    return bool(_REQUIRED.match(rate.passage.text, rate.end))


def is_listed(known: RatioOf, paragraph: Paragraph) -> bool:
    """Whether its part is one of several in a list: 维修12处、更换8处、拆除5处，完成率96%."""
    before = paragraph.text[: known.part.start - len(known.part.label)]
    return before.endswith("、") and known.part.start > known.whole.start
