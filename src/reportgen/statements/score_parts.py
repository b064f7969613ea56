"""Scores of the parts told in one sentence against the total score that stands in it or near it.

自评得92.69分。预算管理（20分）19.19分；履职产出（40分）37.50分；…: no word says that they make the total; scores do.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.member_slips import is_mistyped
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.score_kinds import Points, told_points
from reportgen.statements.score_means import score_means
from reportgen.statements.score_names import told_total
from reportgen.statements.statement import Statement
from reportgen.statements.sum_claims import sum_claim

_FEW, _FULL = 3, Decimal(100)
_LOST = re.compile("扣|失分|丢|相差|相距|[高低]于|高出|低出")
_NEAR = Decimal("0.15")


def score_parts(paragraph: Paragraph) -> Iterator[Claim]:
    """The parts of a total score, right and wrong."""
    if not any(each.quantity.unit == "分" for each in paragraph.statements):
        return
    yield from score_means(paragraph)
    got = {each.figures[0] for each in told_points(paragraph) if each.kind is Points.GOT}
    scores = [each for each in paragraph.statements if each in got]
    runs = [run for run in _runs(scores, paragraph) if len(run) >= _FEW and _added(run) != _FULL]
    highest = max((each.quantity.value for each in scores), default=Decimal(0))
    for total in [each for each in scores if _may_be_total(each, highest, paragraph)]:
        near = [run for run in runs if 0 <= run[0].sentence - total.sentence <= 1 and run[0].depth <= total.depth + 1]
        made = [parts for run in near if len(parts := _parts(run, total)) >= _FEW and _added(parts) != _FULL]
        equations = [SumOf(total, parts) for parts in made]
        if right := next((each for each in equations if each.holds), None):
            yield Claim("points", right, True)
        elif meant := [each for each in equations if _is_meant(each) and not _of_another(each, scores)]:
            nearest = min(meant, key=lambda each: abs(each.missing))
            odd = next((member for member in nearest.members if is_mistyped(member, nearest)), None)
            yield sum_claim("points", nearest, Proof.LIKELY, odd)


def _may_be_total(each: Statement, highest: Decimal, paragraph: Paragraph) -> bool:
    """The highest score of a paragraph, or what is called a total score."""
    called = told_total(each, paragraph.times.year) is not None
    return each.quantity.value > _FULL / 2 and (each.quantity.value == highest or called)


def _runs(scores: Sequence[Statement], paragraph: Paragraph) -> Iterator[list[Statement]]:
    """The scores of each sentence up to those that were lost, those in brackets apart."""
    groups: dict[tuple[int, int], list[Statement]] = {}
    for each in scores:
        begin = paragraph.span(each.sentence)[0]
        if not _LOST.search(paragraph.text, begin, each.start):
            groups.setdefault((each.sentence, each.depth), []).append(each)
    yield from groups.values()


def _added(parts: Sequence[Statement]) -> Decimal:
    return sum((each.quantity.value for each in parts), Decimal(0))


def _of_another(equation: SumOf, scores: Sequence[Statement]) -> bool:
    """Whether the parts are those of another score: 项目自评94.6分（预算执行9.5分，…）；整体自评92.30分."""
    return any(SumOf(each, equation.parts).holds for each in scores if each not in equation.members)


def _parts(run: Sequence[Statement], total: Statement) -> tuple[Statement, ...]:
    """All but the total, and what repeats it."""
    return tuple(each for each in run if each is not total and each.quantity.value != total.quantity.value)


def _is_meant(equation: SumOf) -> bool:
    """Whether the parts nearly make the total, and none of them does alone."""
    whole = equation.total.quantity.value
    dues = (part.quantity.value + equation.missing for part in equation.parts if is_mistyped(part, equation))
    near = abs(equation.missing) <= whole * _NEAR
    return any(0 < due < whole / 2 for due in dues) or (
        near and all(each.quantity.value * 2 < whole * 3 for each in equation.parts)
    )
