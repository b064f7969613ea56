"""How a relation reads when it is worked out: 78.40 + 36.20 = 114.60; with ≠ where it does not hold."""

from reportgen.language import _
from reportgen.statements.claim import Claim
from reportgen.statements.counts import Count
from reportgen.statements.equations import (
    Baseless,
    Bounded,
    ChangeOf,
    GrowthOf,
    PointsOf,
    ProductOf,
    Proportion,
    RatioOf,
    Same,
    SumOf,
)
from reportgen.statements.shares import Whole
from reportgen.statements.statement import Origin, Statement

_MANY = 6
"""Of more parts than these the first and the last are shown."""
_ROOM = 18
"""So many characters of a name are shown."""


def working(claim: Claim, figure: Statement) -> str:
    """The working of a claim, seen from one of its figures."""
    sign = "=" if claim.holds else "≠"
    match claim.equation:
        case SumOf(total, parts):
            return f"{_added(parts)} {sign} {total}"
        case RatioOf(rate, part, whole):
            return f"{part} ÷ {whole} {sign} {rate}"
        case ChangeOf(change, now, before, up):
            return f"{before} {'+' if up else '−'} {change} {sign} {now}"
        case GrowthOf() as growth:
            return f"{_growth(growth)} {sign} {growth.rate}"
        case PointsOf(change, now, before):
            more, less = sorted((now, before), key=lambda each: -each.quantity.value)
            return f"{more} − {less} {sign} {change}"
        case ProductOf(total, count, each):
            return f"{count} × {each} {sign} {total}"
        case Proportion(share, part, other_share, other_part):
            return f"{part} ÷ {share} {sign} {other_part} ÷ {other_share}"
        case Whole(shares):
            return f"{_added(shares)} {sign} 100%"
        case Same(first, second):
            return _same(second if figure is first else first, claim.holds)
        case Bounded() as bounded:
            return _bounded(claim, bounded)
        case Count(_number, counted):
            return _("列出的是 {count} 个", count=counted[0])
        case Baseless():
            return _("基数为 0")
        case _:
            return _("、").join(str(each) for each in claim.members)


def _added(parts: tuple[Statement, ...]) -> str:
    shown = [str(each) for each in parts]
    if len(shown) <= _MANY:
        return " + ".join(shown)
    return _("{first} + … + {last}（{count} 项）", first=" + ".join(shown[:2]), last=shown[-1], count=len(shown))


def _growth(growth: GrowthOf) -> str:
    now, change, before, up = growth.now, growth.change, growth.before, growth.up
    if change is None:
        return f"{now} ÷ {before} − 1" if up else f"1 − {now} ÷ {before}"
    if before is not None:
        return f"{change} ÷ {before}"
    return f"{change} ÷ ({now} {'−' if up else '+'} {change})"


def _same(other: Statement, holds: bool) -> str:
    where = whereabouts(other)
    return _("与{where}相同", where=where) if holds else _("与{where}不同：{figure}", where=where, figure=other.text)


def whereabouts(figure: Statement) -> str:
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


def _bounded(claim: Claim, bounded: Bounded) -> str:
    figure, most = bounded.figure, bounded.most
    if most is None:
        return str(figure)
    sign = ("≤" if claim.holds else ">") if claim.relation != "compared" else _compared(figure, most)
    return f"{figure} {sign} {most}"


def _compared(figure: Statement, most: Statement) -> str:
    """大于, 小于, 持平: how the two are, whatever the words say."""
    return {-1: "<", 0: "=", 1: ">"}[int(figure.quantity.value.compare(most.quantity.value))]
