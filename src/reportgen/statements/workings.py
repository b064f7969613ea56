"""How a relation reads when it is worked out: 78.40 + 36.20 = 114.60; with ≠ where it does not hold."""

from functools import singledispatch

from reportgen.language import _
from reportgen.statements.baseless import Baseless
from reportgen.statements.changes import ChangeOf, GrowthOf, PointsOf
from reportgen.statements.claim import Claim
from reportgen.statements.count_claims import Count
from reportgen.statements.equations import Bounded, Equation, ProductOf, Proportion, RatioOf, Same, SumOf
from reportgen.statements.statement import Origin, Statement
from reportgen.statements.whole import Whole
from reportgen.statements.worked_out import WorkingOf, shown

_MANY = 6
"""Of more parts than these the first and the last are shown."""
_ROOM = 18
"""So many characters of a name are shown."""


def working(claim: Claim, figure: Statement) -> str:
    """The working of a claim, seen from one of its figures."""
    return _shown(claim.equation, claim, figure)


@singledispatch
def _shown(_equation: Equation, claim: Claim, _figure: Statement) -> str:
    """An equation of no kind that is known here: its figures."""
    return _("、").join(str(each) for each in claim.members)


@_shown.register
def _sum(equation: SumOf, claim: Claim, _figure: Statement) -> str:
    return f"{_added(equation.parts)} {_sign(claim)} {equation.total}"


@_shown.register
def _whole(equation: Whole, claim: Claim, _figure: Statement) -> str:
    return f"{_added(equation.shares)} {_sign(claim)} 100%"


@_shown.register
def _ratio(equation: RatioOf, claim: Claim, _figure: Statement) -> str:
    return f"{equation.part} ÷ {equation.whole} {_sign(claim)} {equation.rate}"


@_shown.register
def _formula(equation: WorkingOf, claim: Claim, _figure: Statement) -> str:
    return f"{shown(equation.worked)} {_sign(claim)} {equation.result}"


@_shown.register
def _product(equation: ProductOf, claim: Claim, _figure: Statement) -> str:
    counts = " × ".join(str(count) for count in equation.counts)
    months = f" × {equation.months}" if equation.months else ""
    return f"{counts}{months} × {equation.each} {_sign(claim)} {equation.total}"


@_shown.register
def _proportion(equation: Proportion, claim: Claim, _figure: Statement) -> str:
    first, second = (equation.part, equation.share), (equation.other_part, equation.other_share)
    return f"{first[0]} ÷ {first[1]} {_sign(claim)} {second[0]} ÷ {second[1]}"


@_shown.register
def _change(equation: ChangeOf, claim: Claim, _figure: Statement) -> str:
    moved = "+" if equation.up else "−"
    return f"{equation.before} {moved} {equation.change} {_sign(claim)} {equation.now}"


@_shown.register
def _points(equation: PointsOf, claim: Claim, _figure: Statement) -> str:
    less, more = sorted((equation.now, equation.before), key=lambda each: each.quantity.value)
    return f"{more} − {less} {_sign(claim)} {equation.change}"


@_shown.register
def _growth(equation: GrowthOf, claim: Claim, _figure: Statement) -> str:
    now, change, before, up = equation.now, equation.change, equation.before, equation.up
    base = before or f"({now} {'−' if up else '+'} {change})"
    words = f"{change} ÷ {base}"
    if change is None:
        words = f"{now} ÷ {before} − 1" if up else f"1 − {now} ÷ {before}"
    return f"{words} {_sign(claim)} {equation.rate}"


@_shown.register
def _same(equation: Same, claim: Claim, figure: Statement) -> str:
    other = equation.second if figure is equation.first else equation.first
    where = _whereabouts(other)
    if claim.holds:
        return _("与{where}相同", where=where)
    return _("与{where}不同：{figure}", where=where, figure=other.text)


@_shown.register
def _bounded(equation: Bounded, claim: Claim, _figure: Statement) -> str:
    figure, most = equation.figure, equation.most
    if most is None:
        return claim.label
    way = int(figure.quantity.value.compare(most.quantity.value))
    sign = {-1: "<", 0: "=", 1: ">"}[way] if claim.relation == "compared" or way > 0 else "≤"
    return f"{figure} {sign} {most}"


@_shown.register
def _count(equation: Count, _claim: Claim, _figure: Statement) -> str:
    return _("列出的是 {count} 个", count=equation.counted[0])


@_shown.register
def _baseless(_equation: Baseless, _claim: Claim, _figure: Statement) -> str:
    return _("基数为 0")


def _sign(claim: Claim) -> str:
    return "=" if claim.holds else "≠"


def _added(parts: tuple[Statement, ...]) -> str:
    shown = [str(each) for each in parts]
    if len(shown) <= _MANY:
        return " + ".join(shown)
    return _("{first} + … + {last}（{count} 项）", first=" + ".join(shown[:2]), last=shown[-1], count=len(shown))


def _whereabouts(figure: Statement) -> str:
    """The other figure in words: a field by its name, a cell by row and head, a figure of the text by its section."""
    if figure.origin is Origin.FIELD:
        return f"「{figure.name}」"
    if figure.origin is Origin.CELL:
        return _("表格「{words}」", words=" ".join(cell_names(figure)))
    section = figure.passage.section.rstrip("：:；。")
    name = figure.label or figure.name
    if section:
        return _("「{section}」中的「{name}」", section=_short(section), name=_short(name))
    return _("正文的「{name}」", name=_short(name))


def cell_names(figure: Statement) -> list[str]:
    """The row and the nearest head of a cell, as far as a line has room."""
    return [_short(words) for words in (figure.row, figure.column.split(" ")[0]) if words]


def _short(words: str) -> str:
    return words if len(words) <= _ROOM else f"{words[: _ROOM - 1]}…"
