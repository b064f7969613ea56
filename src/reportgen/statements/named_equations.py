"""Figures that are known by their names: 上年结转 + 本年下达 = 支出 + 年末结转, whatever the order of the sentence.

The names and what they make are data (`lexicon/equations.yaml`). A name counts only when one figure bears it, within a
sentence, within two that follow each other, or within a group of 「数据」; so nothing is mixed that is said of two
funds.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import groupby, pairwise
from typing import Any

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Interval, like, plain
from reportgen.record import Struct
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Equation, SumOf
from reportgen.statements.grid import Grid
from reportgen.statements.lexicon import alternation, read_data
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Role, Statement

_PEOPLE = ("人", "名", "位")
_FEW = 2
_ADDED, _SUBTOTAL = re.compile("合计|总计|共计"), re.compile("小计|计")


class Balance(Equation, frozen=True, eq=False):
    """The figures that make the same sum on both sides."""

    left: tuple[Statement, ...]
    right: tuple[Statement, ...]

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.left + self.right

    @property
    def apart(self) -> Decimal:
        """What the left side has more, in base units."""
        values = [sum((each.quantity.value for each in side), Decimal(0)) for side in (self.left, self.right)]
        return values[0] - values[1]

    @property
    def _room(self) -> Decimal:
        halves = [each.quantity.half_place for each in self.members if each.quantity.number]
        whole = all(each.quantity.unit != "元" for each in self.members)
        return Decimal(0) if whole else min(halves, default=Decimal(0)) * len(halves)

    @property
    def holds(self) -> bool:
        return abs(self.apart) <= self._room

    def due(self, member: Statement) -> Interval:
        value = member.quantity.value + (-self.apart if member in self.left else self.apart)
        return Interval(value - self._room, value + self._room)


class _Sum(Struct, frozen=True):
    """Two sides of names, the name that is said to be wrong, and the words of which no figure may be."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    result: str
    without: tuple[str, ...]


class _Law(Struct, frozen=True):
    """What figures of some names make together, where a paragraph is `about` it and of nothing else that comes in."""

    relation: str
    names: Mapping[str, re.Pattern[str]]
    sums: tuple["_Sum", ...]
    about: re.Pattern[str]
    unless: re.Pattern[str]
    told_on: bool


def named_equations(
    paragraphs: Sequence[Paragraph], grids: Sequence[Grid], given: Sequence[Statement]
) -> Iterator[Claim]:
    """What running text, the rows of tables and the groups of 「数据」 say for and against each law."""
    for law in _laws():
        for grid in grids:
            yield from _in_rows(law, grid)
        for paragraph in paragraphs:
            if law.about.search(paragraph.text) and not law.unless.search(paragraph.text):
                for window in windows(paragraph, law.told_on):
                    yield from _judged(law, [(each.label, each) for each in window])
        for _number, group in groupby(given, key=lambda each: each.sentence):
            yield from _judged(law, [(each.label, each) for each in group])
    for kinds in read_equations()["构成"]:
        for paragraph in paragraphs:
            if re.search(kinds["关于"], paragraph.text):
                yield from _kinds(kinds, paragraph)


def _in_rows(law: _Law, grid: Grid) -> Iterator[Claim]:
    """The figures of a row by their heads, from one 合计 to the next: 三公经费 of the budget, then of the outcome."""
    if not law.about.search(grid.all_heads) or law.unless.search(grid.all_heads):
        return
    for row in grid.rows:
        run: list[tuple[str, Statement]] = []
        for column in grid.numeric_columns:
            each = grid.figures.get((row, column))
            if each is not None and run and _ADDED.fullmatch(each.column.split(" ")[0]):
                yield from _judged(law, run)
                run = []
            run += [(_head(each, law), each)] if each is not None else []
        yield from _judged(law, run)


def _head(each: Statement, law: _Law) -> str:
    """What a column is of: its head, the one above it where that is 小计, and 合计 is what the law comes to."""
    own, *above = each.column.split(" ")
    if _SUBTOTAL.fullmatch(own) and above:
        return above[0]
    return law.sums[0].result if _ADDED.fullmatch(own) else own


def windows(paragraph: Paragraph, told_on: bool) -> Iterator[list[Statement]]:
    """The figures of each sentence, and of two where the first states one figure, or where it is `told_on`."""
    told = [list(group) for _number, group in groupby(paragraph.statements, key=lambda each: each.sentence)]
    yield from told
    for first, second in pairwise(told):
        if second[0].sentence - first[0].sentence == 1 and (told_on or len(first) == 1):
            yield first + second


def _judged(law: _Law, window: Sequence[tuple[str, Statement]]) -> Iterator[Claim]:
    """What figures say of a law, each with the words that it is called by."""
    figures = _named(law, [(words, each) for words, each in window if each.role is Role.AMOUNT])
    for each_sum in law.sums:
        left, right = each_sum.left, each_sum.right
        others = any(word in words for words, _each in window for word in each_sum.without)
        if others or not all(name in figures for name in (*left, *right)):
            continue
        equation = Balance(tuple(figures[name] for name in left), tuple(figures[name] for name in right))
        if each_sum.without and not all(each.quantity.value for each in equation.members):
            continue  # 公务用车0万元: whoever tells of nothing would tell of the others, too
        if len({each.quantity.kind for each in equation.members}) == 1 and all(each.exact for each in equation.members):
            yield _claim(law.relation, equation, figures, each_sum)
            if not equation.holds:
                return


def _named(law: _Law, figures: Sequence[tuple[str, Statement]]) -> dict[str, Statement]:
    """The figures that are called so, each by its name; what several are called is left out."""
    found: dict[str, list[Statement]] = {}
    for words, each in figures:
        for name, pattern in law.names.items():
            if pattern.fullmatch(words):
                found.setdefault(name, []).append(each)
    return {name: called[0] for name, called in found.items() if len(called) == 1}


def _claim(
    relation: str,
    equation: Balance,
    figures: Mapping[str, Statement],
    made: _Sum,
) -> Claim:
    left, right = (" + ".join(f"{name} {figures[name].quantity}" for name in side) for side in (made.left, made.right))
    at = figures[made.result]
    notes = (
        _("{left} 应等于 {right}", left=left, right=right),
        _("相差 {amount}", amount=like(abs(equation.apart), at.quantity)),
    )
    return Claim(relation, equation, equation.holds, Proof.CERTAIN, at, str(at.quantity), notes)


def _kinds(kinds: Mapping[str, str], paragraph: Paragraph) -> Iterator[Claim]:
    """全馆共有职工19人，在编人员11人，聘用人员3人，劳务派遣人员5人: the total first, all the rest are kinds."""
    total_words, kind_words = _kind_patterns(kinds["总数"], kinds["各类"], kinds["后"])
    for window in windows(paragraph, told_on=False):
        people = [each for each in window if each.quantity.unit in _PEOPLE]
        labels = [each.label for each in people[1:]]
        known = len(people) > _FEW and all(map(kind_words.fullmatch, labels)) and len(set(labels)) == len(labels)
        if known and total_words.search(people[0].label) and all(each.exact for each in people):
            equation = SumOf(people[0], tuple(people[1:]))
            working = " + ".join(plain(each.quantity.value) for each in equation.parts)
            added = plain(equation.total.quantity.value - equation.missing)
            note = _("{count} 类人员相加得 {sum}：{working}", count=len(equation.parts), sum=added, working=working)
            label = str(people[0].quantity)
            yield Claim(kinds["关系"], equation, equation.holds, Proof.CERTAIN, people[0], label, (note,))
            return


@cache
def read_equations() -> Any:
    """The file of the lexicon."""
    return read_data("equations.yaml")


@cache
def _laws() -> tuple[_Law, ...]:
    data = read_equations()
    around = alternation(data["前"].split()), alternation(data["后"].split())
    return tuple(_law(each, *around) for each in data["等式"])


def _law(data: Mapping[str, Any], before: str, behind: str) -> _Law:
    names = {
        name: re.compile(rf"(?:{before})*(?:{alternation(words.split())})(?:{behind})*(?:为|是|共|[:：])*")
        for name, words in data["名称"].items()
    }
    sums = tuple(_sum(each) for each in data["算式"])
    about, unless = (re.compile(alternation(data[key].split())) for key in ("关于", "除非"))
    return _Law(data["关系"], names, sums, about, unless, "跨句" in data)


def _sum(data: Mapping[str, str]) -> _Sum:
    sides = [tuple(data.get(key, "").split()) for key in ("左", "右", "无")]
    return _Sum(sides[0], sides[1], data["结果"], sides[2])


@cache
def _kind_patterns(totals: str, kinds: str, behind: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    ends, words, tails = (alternation(each.split()) for each in (totals, kinds, behind))
    return re.compile(rf"(?:{ends})[为是共]*$"), re.compile(rf"(?:其中|包括)?(?:{words})(?:{tails})?[为是]?")
