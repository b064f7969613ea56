"""Several figures, what they were and their rates in one order: 168件221人，去年243件402人，各降30.86%、45.02%.

What they were (or by how much they have changed, or what was planned) stands before the rates, in a bracket before
them, or in one behind them. Where all but one of the rates are right in this order, the other one is wrong.
"""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import POINTS
from reportgen.numbers.arithmetic import same_things
from reportgen.record import Struct
from reportgen.statements.change_claims import wrong_change, wrong_points
from reportgen.statements.changes import GrowthOf, PointsOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import RatioOf, finest_place
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.ratio_claims import wrong_ratio
from reportgen.statements.statement import Period, Role, Statement
from reportgen.statements.words_of_change import goes_up, last_word_of_change

_BESIDE = re.compile("[、和与及]|以及")
_ONWARD = re.compile("[、，和](?:同比|分别)?")
_BRACKET = re.compile(r"[（(](?:上年|去年|20\d\d年|同期|上期)[^，。；：、\d]{0,6}")
_OF_PLAN = re.compile(r"(?:分别|各)?(?:占|完成了?|达到?|为|相当于)[^，。；：、\d（）]{0,10}（?$")
_FEW = 2

_Way = GrowthOf | PointsOf | RatioOf
_NowsAndBases = tuple[Sequence[Statement], Sequence[Statement]]


class InOrder(Struct, frozen=True):
    """The rates of one list, and each as it is worked out in this order."""

    rates: tuple[Statement, ...]
    ways: tuple[_Way, ...]

    def claims(self) -> Iterator[Claim]:
        """Those that hold, and the one that does not; nothing where the order is another."""
        wrong = [each for each in self.ways if not each.holds]
        if not wrong or (len(wrong) == 1 and _has_a_base(wrong[0])):
            yield from (Claim(_relation(each), each, True) for each in self.ways if each.holds)
            yield from map(_wrong, wrong)
            return
        growths = [each for each in self.ways if isinstance(each, GrowthOf) and each.before is not None]
        if len(growths) == len(self.ways) and all(_turned(each).holds for each in growths):
            first = growths[0]
            note = _("前面是 {first}，后面是 {second}", first=first.before, second=first.now)
            yield Claim("direction", first, False, Proof.CERTAIN, first.rate, _("方向写反"), (note,))


def told_in_order(paragraph: Paragraph) -> Iterator[InOrder]:
    """Every list of rates with as many figures, and as many that these were, before it."""
    run: list[Statement] = []
    for each in paragraph.statements:
        if run and _goes_on(run[-1], each, paragraph):
            run.append(each)
            continue
        yield from _in_order(run, paragraph)
        run = [each] if each.exact and each.role is not Role.AMOUNT else []
    yield from _in_order(run, paragraph)


def _goes_on(rate: Statement, other: Statement, paragraph: Paragraph) -> bool:
    """Whether a rate stands beside another; 增长10.15%、下降5.27%, 提高1.7个、0.5个百分点."""
    points = other.quantity.unit == POINTS and rate.quantity.unit in (POINTS, "个", "")
    if not points and not rate.quantity.unit == other.quantity.unit == "%":
        return False
    between = paragraph.text[rate.end : other.start]
    if _BESIDE.fullmatch(between):
        return True
    word = last_word_of_change(other.label, paragraph.lexicon)
    if word is None or not other.role is rate.role is Role.CHANGE:
        return False
    return bool(_ONWARD.fullmatch(between.removesuffix(other.label[word.start() :])))


def _in_order(run: Sequence[Statement], paragraph: Paragraph) -> Iterator[InOrder]:
    if len(run) < _FEW:
        return
    ways = _of_growth(run, paragraph) if _is_growth(run[0]) else _of_plan(run, paragraph)
    if ways:
        yield InOrder(tuple(run), tuple(ways))


def _is_growth(rate: Statement) -> bool:
    return rate.role is Role.CHANGE or "幅" in rate.label


def _of_growth(run: Sequence[Statement], paragraph: Paragraph) -> list[_Way]:
    ups, last = [], goes_up(run[0], paragraph)
    for rate in run:
        own = goes_up(rate, paragraph)
        ups.append(last := last if own is None else own)
    points = run[-1].quantity.unit == POINTS
    found = _figures(run, paragraph, points)
    if found is None or last is None or None in ups:
        return []
    nows, bases = found
    if points:
        return [PointsOf(rate, now, base) for rate, now, base in zip(run, nows, bases, strict=True)]
    ways: list[_Way] = []
    for rate, now, base, up in zip(run, nows, bases, ups, strict=True):
        change, before = (base, None) if Role.CHANGE in (bases[0].role, base.role) else (None, base)
        ways.append(GrowthOf(rate, now, change, before, bool(up), finest_place([now, base])))
    return ways


def _of_plan(run: Sequence[Statement], paragraph: Paragraph) -> list[_Way]:
    """分别占冬春计划（94.2万平方米、640公里）的81%、95%: what was planned stands in the bracket."""
    found = _figures(run, paragraph, points=False)
    if found is None:
        return []
    nows, plans = found
    first = plans[0]
    bracketed = first.depth == run[0].depth + 1 and first.start <= run[0].start
    if not bracketed or not _OF_PLAN.search(paragraph.text, 0, first.start - len(first.label)):
        return []
    pairs = zip(run, nows, plans, strict=True)
    return [RatioOf(rate, now, plan, finest_place([now, plan])) for rate, now, plan in pairs]


def _figures(run: Sequence[Statement], paragraph: Paragraph, points: bool) -> _NowsAndBases | None:
    """As many figures as there are rates, and as many of the same things in their order."""
    found = _told_before(run, paragraph, points)
    if found is None or len(found[0]) != len(run):
        return None
    alike = all(same_things(now.quantity, base.quantity) for now, base in zip(*found, strict=True))
    return found if alike and all(base.quantity.value > 0 for base in found[1]) else None


def _told_before(run: Sequence[Statement], paragraph: Paragraph, points: bool) -> _NowsAndBases | None:
    """The last figures before the rates, and what they were, what was planned, or by how much they have changed."""
    count, first = len(run), run[0]
    near = [each for each in paragraph.statements if each.sentence == first.sentence and _may_be(each, points)]
    before = [each for each in near if each.end <= first.start]
    outside = [each for each in before if each.depth == first.depth]
    last = outside[-1].end if outside else 0
    bracket = [each for each in before if each.depth == first.depth + 1 and each.start > last]
    behind = [each for each in near if each.start >= run[-1].end and each.depth == first.depth + 1]
    amounts = [each for each in outside if each.role is not Role.CHANGE]
    if len(bracket) == count:
        return amounts[-count:], bracket
    if len(outside) >= count * 2 and _tells_base(outside[-count]):
        return outside[-count * 2 : -count], outside[-count:]
    if len(behind) >= count and _BRACKET.fullmatch(paragraph.text, run[-1].end, behind[0].start):
        return amounts[-count:], behind[:count]
    return None


def _may_be(each: Statement, points: bool) -> bool:
    rate = each.quantity.unit == "%" and each.role is not Role.CHANGE
    amount = each.quantity.kind != "%" and each.quantity.unit
    return each.exact and bool(rate if points else amount)


def _tells_base(each: Statement) -> bool:
    return each.period is Period.BEFORE or each.role is Role.CHANGE


def _turned(growth: GrowthOf) -> GrowthOf:
    return GrowthOf(growth.rate, growth.now, growth.change, growth.before, not growth.up, growth.place)


def _relation(way: _Way) -> str:
    return "growth" if isinstance(way, GrowthOf) else "change" if isinstance(way, PointsOf) else "rate"


def _has_a_base(way: _Way) -> bool:
    """Whether it can be worked out: nothing can be of a base of nothing."""
    return isinstance(way, PointsOf) or way.exact is not None


def _wrong(way: _Way) -> Claim:
    match way:
        case RatioOf():
            return wrong_ratio("rate", way, Proof.CERTAIN)
        case PointsOf():
            return wrong_points(way, Proof.CERTAIN)
        case GrowthOf():
            return wrong_change(way, Proof.CERTAIN, way.rate)
