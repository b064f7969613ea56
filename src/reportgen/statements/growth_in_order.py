"""Several figures, what they were and their growth in one order: 168件221人，去年243件402人，各降30.86%、45.02%.

What they were stands before the rates, in a bracket before them, or in one behind them. Where all but one of the
rates are right in this order, the other one is wrong.
"""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import percent
from reportgen.numbers.arithmetic import same_things
from reportgen.record import Struct
from reportgen.statements.changes import GrowthOf
from reportgen.statements.changes_added import goes_up
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import finest_place
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Period, Role, Statement

_BESIDE = re.compile("[、和与及]")
_BRACKET = re.compile(r"[（(](?:上年|去年|20\d\d年|同期|上期)[^，。；：、\d]{0,6}")
_FEW = 2


class InOrder(Struct, frozen=True):
    """The rates of one list, and their growth as it is worked out in this order."""

    rates: tuple[Statement, ...]
    growths: tuple[GrowthOf, ...]

    def claims(self) -> Iterator[Claim]:
        """Those that hold, and the one that does not; nothing where the order is another."""
        wrong = [each for each in self.growths if not each.holds]
        if not wrong or (len(wrong) == 1 and wrong[0].exact is not None):
            yield from (Claim("growth", each, True) for each in self.growths if each.holds)
            yield from map(_wrong, wrong)
        elif all(_turned(each).holds for each in self.growths):
            first = self.growths[0]
            note = _("前面是 {first}，后面是 {second}", first=first.before, second=first.now)
            yield Claim("direction", first, False, Proof.CERTAIN, first.rate, _("方向写反"), (note,))


def growths_in_order(changes: Sequence[Statement], paragraph: Paragraph) -> Iterator[InOrder]:
    """Every list of rates of change with as many figures, and as many that these were, before it."""
    run: list[Statement] = []
    for change in changes:
        if run and _goes_on(run[-1], change, paragraph):
            run.append(change)
            continue
        yield from _in_order(run, paragraph)
        run = [change]
    yield from _in_order(run, paragraph)


def _goes_on(rate: Statement, other: Statement, paragraph: Paragraph) -> bool:
    units = rate.quantity.unit == other.quantity.unit == "%"
    return units and bool(_BESIDE.fullmatch(paragraph.text, rate.end, other.start))


def _in_order(run: Sequence[Statement], paragraph: Paragraph) -> Iterator[InOrder]:
    if len(run) < _FEW:
        return
    found = _figures(run, paragraph)
    up = goes_up(run[0], paragraph)
    if found is not None and up is not None:
        both = [(rate, now, before) for rate, now, before in zip(run, *found, strict=True)]
        grown = (GrowthOf(rate, now, None, was, up, finest_place([now, was])) for rate, now, was in both)
        yield InOrder(tuple(run), tuple(grown))


def _figures(run: Sequence[Statement], paragraph: Paragraph) -> tuple[Sequence[Statement], Sequence[Statement]] | None:
    """As many figures as there are rates, and what they were."""
    count, first = len(run), run[0]
    near = [each for each in paragraph.statements if each.sentence == first.sentence and _is_amount(each)]
    before = [each for each in near if each.end <= first.start]
    plain = [each for each in before if each.depth == first.depth]
    bracket = [each for each in before if each.depth == first.depth + 1 and plain and each.start > plain[-1].end]
    behind = [each for each in near if each.start >= run[-1].end and each.depth == first.depth + 1]
    if len(bracket) == count:
        nows, bases = plain[-count:], bracket
    elif len(plain) >= count * 2 and plain[-count].period is Period.BEFORE:
        nows, bases = plain[-count * 2 : -count], plain[-count:]
    elif len(behind) >= count and _BRACKET.fullmatch(paragraph.text, run[-1].end, behind[0].start):
        nows, bases = plain[-count:], behind[:count]
    else:
        return None
    pairs = zip(nows, bases, strict=False)
    alike = len(nows) == count and all(same_things(now.quantity, base.quantity) for now, base in pairs)
    return (nows, bases) if alike and all(each.quantity.value > 0 for each in bases) else None


def _is_amount(each: Statement) -> bool:
    return each.exact and each.role in (Role.AMOUNT, Role.EACH) and each.quantity.kind != "%"


def _turned(growth: GrowthOf) -> GrowthOf:
    return GrowthOf(growth.rate, growth.now, None, growth.before, not growth.up, growth.place)


def _wrong(growth: GrowthOf) -> Claim:
    rate, base = growth.rate, growth.before
    assert growth.exact is not None
    due = percent(growth.exact, rate.quantity.decimals)
    note = _("{now} 比 {base} 变动 {due}，写的是 {rate}", now=growth.now, base=base, due=due, rate=rate)
    return Claim("growth", growth, False, Proof.CERTAIN, rate, _("应为 {due}", due=due), (note,))
