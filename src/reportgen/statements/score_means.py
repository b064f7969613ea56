"""Averages of scores, and scores with a weight: 95.20分、91.60分，平均93.40分; 88.50分，乘以权重40%，计35.40分."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Interval, like, round_half_up
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Equation
from reportgen.statements.member_slips import is_mistyped
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Role, Statement

_FEW, _NEAR = 3, Decimal("1.03")
_MEAN = re.compile(r"(?:平均|均值)(?:得?分|评分|值)?(?:为|是|计|[:：])*$")
_OF_ANOTHER = re.compile(r"上年|去年|20\d\d|全[省市县区]|往年|同类|县直|市直|行业|[高低多少]于|[比较与]")
_TIMES = re.compile(r"[^。；\d]{0,16}(?:权重|占比?|比重|系数|乘以|×|\*|按)[^。；\d]{0,6}")
_MAKES = re.compile(r"[^。；\d]{0,10}(?:计|得|折|为|即|合|=|＝)[^。；\d]{0,6}")


class MeanOf(Equation, frozen=True, eq=False):
    """Several figures and what they are on average."""

    mean: Statement
    parts: tuple[Statement, ...]

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.mean, *self.parts

    @property
    def exact(self) -> Decimal:
        """The average as worked out."""
        return sum((each.quantity.value for each in self.parts), Decimal(0)) / len(self.parts)

    def due(self, member: Statement) -> Interval:
        half = self.mean.quantity.half_place
        if member is self.mean:
            return Interval(self.exact - half, self.exact + half)
        count = len(self.parts)
        value = member.quantity.value + (self.mean.quantity.value - self.exact) * count
        return Interval(value - half * count, value + half * count)


class WeightedOf(Equation, frozen=True, eq=False):
    """What a score comes to with its weight."""

    made: Statement
    score: Statement
    weight: Statement

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.made, self.score, self.weight

    @property
    def exact(self) -> Decimal:
        """The product as worked out."""
        return self.score.quantity.value * self.weight.quantity.value

    def due(self, member: Statement) -> Interval | None:
        half = self.made.quantity.half_place
        if member is self.made:
            return Interval(self.exact - half, self.exact + half)
        other = self.weight if member is self.score else self.score
        if not other.quantity.value:
            return None
        value, room = self.made.quantity.value / other.quantity.value, half / other.quantity.value
        return Interval(value - room, value + room)


def score_means(paragraph: Paragraph) -> Iterator[Claim]:
    """Every average of the scores told right before it, and every score with its weight."""
    if "分" not in paragraph.text:
        return
    for each in paragraph.statements:
        if (
            each.quantity.unit == "分"
            and each.exact
            and _MEAN.search(each.label)
            and not _OF_ANOTHER.search(each.label)
        ):
            yield from _mean(each, paragraph)
    yield from _weighted(paragraph)


def _mean(mean: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    """Of all scores of the sentence before it, or of the last of them."""
    told = [
        each
        for each in paragraph.statements
        if each.quantity.unit == "分"
        and each.exact
        and each.role in (Role.AMOUNT, Role.EACH)
        and each.sentence == mean.sentence
        and each.end <= mean.start
        and each.depth >= mean.depth
        and not _MEAN.search(each.label)
    ]
    ways = [MeanOf(mean, tuple(told[at:])) for at in range(len(told) - _FEW + 1)]
    if right := next((way for way in ways if way.holds), None):
        yield Claim("average", right, True)
    elif ways and len({each.quantity.decimals for each in told}) == 1 and _may_be_meant(ways[0]):
        yield _said(ways[0])


def _may_be_meant(way: MeanOf) -> bool:
    values = [each.quantity.value for each in way.parts]
    return any(is_mistyped(each, way) for each in way.members) or way.exact / _NEAR < way.mean.quantity.value < min(
        way.exact * _NEAR, max(values)
    )


def _weighted(paragraph: Paragraph) -> Iterator[Claim]:
    """Three figures in a row, of which the second is a weight."""
    for score, weight, made in zip(
        paragraph.statements, paragraph.statements[1:], paragraph.statements[2:], strict=False
    ):
        text = paragraph.text
        if score.quantity.unit != "分" or weight.quantity.kind != "%" or made.quantity.unit != "分":
            continue
        told = _TIMES.fullmatch(text, score.end, weight.start) and _MAKES.fullmatch(text, weight.end, made.start)
        if told and score.exact and weight.exact and made.exact:
            way = WeightedOf(made, score, weight)
            if way.holds:
                yield Claim("average", way, True)
            elif any(is_mistyped(each, way) for each in way.members) or "权重" in text[score.end : weight.start]:
                yield _said(way)


def _said(way: MeanOf | WeightedOf) -> Claim:
    at = way.members[0]
    due = like(round_half_up(way.exact, at.quantity.decimals), at.quantity)
    note = _("按 {figures} 算得 {due}", figures="、".join(map(str, way.members[1:])), due=due)
    return Claim("average", way, False, Proof.LIKELY, at, _("应为 {due}", due=due), (note,))
