"""Scores that were typed beside a target and a result, and what the share of the target that was reached would earn."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Bound, Quantity, plain, round_half_up
from reportgen.record import Struct
from reportgen.resolve.scoring import share
from reportgen.rules.indicator import Indicator
from reportgen.rules.indicator_sets import IndicatorSet
from reportgen.rules.registry import Finding

EXECUTION = re.compile(r"(?:预算|资金|经费|支出)+(?:预算|资金)?执行率$")


class Scored(Struct, frozen=True):
    """A score that was typed beside a target and a result which are figures of the same kind."""

    indicator: Indicator
    target: Quantity
    actual: Quantity
    points: Decimal
    earned: Decimal

    @property
    def expected(self) -> Decimal:
        """What the share of the target that was reached earns."""
        return round_half_up(self.points * share(self.target, self.actual), 2)

    @property
    def inverse(self) -> bool:
        """Whether less is better: an upper bound, or nothing at all (0 次 of accidents)."""
        return self.target.bound is Bound.AT_MOST or not self.target.value

    @property
    def too_much(self) -> bool:
        """Whether more was given than was earned, and not only by rounding to whole points."""
        rounded = self.earned == round_half_up(self.expected, 0) and self.earned < self.points
        return self.earned > self.expected and not rounded

    @property
    def missed(self) -> bool:
        """Whether the target was missed, so that a share of the points is due."""
        return self.expected < self.points

    @property
    def lost_round(self) -> bool:
        """Whether 0.5, 1 or 2 points were taken: so does who judges, and no formula."""
        return not (self.points - self.earned) * 2 % 1

    def differs(self, tolerance: Decimal) -> bool:
        """Whether it is another score, and not one that somebody took points from for a reason of his own."""
        if abs(self.earned - self.expected) <= tolerance:
            return False
        return self.missed or not self.indicator.reason

    def finding(self, certain: bool) -> Finding:
        words = {"target": self.target, "actual": self.actual, "points": plain(self.points)}
        words |= {"expected": plain(self.expected), "earned": plain(self.earned)}
        label = _("应为 {expected} 分", **words)
        return Finding(self.indicator.place("得分"), label, (self._working(words),), certain=certain)

    def _working(self, words: dict[str, object]) -> str:
        if self.expected == self.points:
            return _("完成值 {actual} 达到指标值 {target}，得满分 {points}，写的是 {earned}", **words)
        if not self.target.value:
            return _("指标值是 {target}，完成值是 {actual}，不得分，写的是 {earned}", **words)
        if self.inverse:
            return _("指标值 {target} ÷ 完成值 {actual} × 分值 {points} = {expected}，写的是 {earned}", **words)
        return _("完成值 {actual} ÷ 指标值 {target} × 分值 {points} = {expected}，写的是 {earned}", **words)


def typed_scores(found: IndicatorSet) -> Iterator[Scored]:
    """Those of a table, in its order."""
    for each in found.scored:
        target, actual, points, earned = each.wanted, each.reached, each.points, each.earned
        if target is None or actual is None or points is None or earned is None or not each.scored_by_hand:
            continue
        if target.kind == actual.kind and actual.bound is Bound.EXACT and not EXECUTION.search(each.name):
            yield Scored(each, target, actual, points, earned)
