"""Rates of change that are told in turn: 42批137人次，上月为33批116人次，批次、人次分别上升27.27%、18.10%.

Each belongs to the figure at its place: as many rates as figures of now, and as many of what they were.
"""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.changes import GrowthOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import finest_place
from reportgen.statements.growth_judged import said_of_change
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Period, Role, Statement

_IN_TURN = "分别"
_JOINED = re.compile("[、和与及]|以及")
_FEW = 2


def growths_in_turn(paragraph: Paragraph, up_of: dict[Statement, bool | None]) -> Iterator[Claim]:
    """Every such rate with its two figures; `up_of` tells which way the words of each rate go.

    Where rates and figures are not as many, nobody knows which belongs to which, and nothing is said."""
    if _IN_TURN not in paragraph.text:
        return
    for series in _series(paragraph):
        up = up_of.get(series[0])
        nows, bases = _figures(series, paragraph)
        if up is None or not len(nows) == len(bases) == len(series):
            continue
        if not all(same_things(now.quantity, base.quantity) for now, base in zip(nows, bases, strict=True)):
            continue
        for rate, now, base in zip(series, nows, bases, strict=True):
            equation = GrowthOf(rate, now, None, base, up, finest_place([now, base]))
            if equation.exact is not None:
                wrong = said_of_change(equation, Proof.CERTAIN, rate)
                yield Claim("growth", equation, True) if equation.holds else wrong


def _series(paragraph: Paragraph) -> Iterator[list[Statement]]:
    """Rates of change behind 分别, with nothing but 、 and 和 between."""
    run: list[Statement] = []
    for each in paragraph.statements:
        plain = each.role is Role.CHANGE and each.quantity.unit == "%" and each.exact
        if run and plain and _JOINED.fullmatch(paragraph.text, run[-1].end, each.start):
            run.append(each)
            continue
        if len(run) >= _FEW:
            yield run
        run = [each] if plain and _is_announced(each, paragraph) else []
    if len(run) >= _FEW:
        yield run


def _is_announced(rate: Statement, paragraph: Paragraph) -> bool:
    """Whether 分别 stands before it in its sentence, with nothing but what was in between."""
    begin = paragraph.span(rate.sentence)[0]
    return paragraph.text.rfind(_IN_TURN, begin, rate.start) >= 0


def _figures(series: Sequence[Statement], paragraph: Paragraph) -> tuple[list[Statement], list[Statement]]:
    """What there is and what there was before the first rate of its sentence, as many of each as there are rates."""
    first = series[0]
    told = [
        each
        for each in paragraph.statements
        if each.end <= first.start
        and each.sentence == first.sentence
        and each.role is Role.AMOUNT
        and each.quantity.kind != "%"
    ]
    bases = [each for each in told if each.period is Period.BEFORE][-len(series) :]
    begin = bases[0].start if bases else first.start
    nows = [each for each in told if each.period is not Period.BEFORE and each.end <= begin]
    outer = [each for each in nows if each.depth <= first.depth]
    return outer[-len(series) :], bases
