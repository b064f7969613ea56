"""Totals in tables and the figures that should make them: above and below, through sub-totals, and along a row.

A wrong total is only spoken of where the table can be read in one way: its head is there, the parts stand on one side,
and either another column (another row) adds up in the same way or this one comes near.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.model.quantity import Quantity
from reportgen.numbers.tables import Figures, Position

_RANKS = {"小计": 1, "合计": 2, "共计": 2, "总额": 2, "总数": 2, "总计": 3}
_TOTAL = re.compile(rf"^[^\d，。]{{0,8}}?({'|'.join(_RANKS)})(?:[（(][^）)]*[）)])?$")
_NO_SUM = re.compile(
    r"率|占|比|增减|增长|单价|标准|分值|得分|权重|分数|评分|人均|均|排名|日期|时间|指标|备注|年龄|说明|完成值"
)
"""Heads of columns that nobody adds up."""
_MONEY = re.compile(r"元|金额|预算|决算|支出|收入|资金|经费|拨款|计$|执行|批复|到位|结转|结余")
_SOURCES = re.compile(
    r"拨款|财政|专户|其他|单位资金|自有|自筹|事业收入|经营收入|公共预算|基金|国有资本|中央|省级|市级|区级|县级|上级|本级"
    r"|基本支出|项目支出|人员经费|公用经费|结转"
)
"""What the columns are called that a total beside them is made of."""
_LEFT_OUT = re.compile(r"^…|^\.\.\.|略|等$")
_FEW, _MANY = 2, 60
_NEAR = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class TableSum:
    """A total and the figures that should make it; `sure` when the table can be read in one way only, `near` when they
    almost make it, `proven` when another column or row adds up in the same way."""

    total: Position
    parts: tuple[Position, ...]
    difference: Decimal
    """What the parts have too much, in base units; 0 when they make the total."""
    sure: bool = False
    near: bool = False
    proven: bool = False

    @property
    def wrong(self) -> bool:
        """Whether the total can only be an error: two of three must say so."""
        return bool(self.difference) and sum((self.sure, self.near, self.proven)) > 1


def rank(names: Sequence[str]) -> int:
    """How high a total stands: 小计 below 合计 below 总计; 0 for names that are none."""
    return max((_RANKS[found[1]] for name in names if (found := _TOTAL.match(name))), default=0)


def column_sums(figures: Figures) -> list[TableSum]:
    """The totals down the columns, right and wrong."""
    found: list[TableSum] = []
    for column in range(1, figures.columns):
        rows = [row for row in range(1, figures.rows) if (row, column) in figures.at]
        ranks = {row: rank(figures.names(row, column)) for row in rows}
        for row in (row for row in rows if ranks[row]):
            found += _down(figures, (row, column), ranks)
        found += _under_headings(figures, column, ranks)
    right = {_shape(each) for each in found if not each.difference and _says_something(each, figures)}
    return [replace(each, proven=_shape(each) in right) for each in found]


def row_sums(figures: Figures) -> list[TableSum]:
    """The totals along the rows: 总计 = 财政拨款 + 其他资金; none where most of the rows say otherwise."""
    totals = [position for position in figures.at if rank(figures.heads(*position)[:1])]
    found = [each for total in totals for each in _along(figures, total)]
    rows = Counter(each.total[1] for each in found)
    right = Counter(each.total[1] for each in found if not each.difference)
    meant = [each for each in found if right[each.total[1]] * 2 >= rows[each.total[1]]]
    return [replace(each, proven=right[each.total[1]] > 0) for each in meant]


def _says_something(each: TableSum, figures: Figures) -> bool:
    """Whether the sum is of two figures and more that are not nought."""
    return len([part for part in each.parts if figures.at[part].value]) >= _FEW


def _shape(each: TableSum) -> tuple[int, tuple[int, ...]]:
    """The rows that a total adds up: where another column does the same, the table is meant so."""
    return each.total[0], tuple(row for row, _ in each.parts)


def _down(figures: Figures, total: Position, ranks: Mapping[int, int]) -> Iterator[TableSum]:
    row, column = total
    run = figures.run(row, column)
    heads = figures.heads(run.start, column)
    if not heads or any(_NO_SUM.search(head) for head in heads):
        return
    money = any(_MONEY.search(head) for head in heads)
    sides = [side for side in _sides(run, row, ranks) if len(_filled(figures, side, column)) >= _FEW]
    ways = [[(at, column) for at in way] for side in sides for way in _ways(figures, side, column, ranks)]
    yield from _best(figures, total, ways, money, sure=len(sides) == 1 and _one_list(figures, sides[0], total, ranks))


def _sides(run: range, row: int, ranks: Mapping[int, int]) -> list[range]:
    """The rows above a total and those below it, up to the next total as high; one side where the others show which."""
    barriers = [other for other in run if other != row and ranks.get(other, 0) >= ranks[row]]
    above = range(max((other + 1 for other in barriers if other < row), default=run.start), row)
    below = range(row + 1, min((other for other in barriers if other > row), default=run.stop))
    first, last = ranks.get(run.start, 0), ranks.get(run.stop - 1, 0)
    if last and not first:
        return [above]
    return [below] if first and not last else [above, below]


def _along(figures: Figures, total: Position) -> Iterator[TableSum]:
    row, column = total
    for step in (1, -1):
        parts: list[Position] = []
        at = column + step
        while _SOURCES.search(next(iter(figures.heads(row, at)), "")):
            parts.append((row, at))
            at += step
        if len(parts) >= _FEW and all(part in figures.at or part in figures.blank for part in parts):
            ways = [[part for part in parts if part in figures.at]]
            yield from _best(figures, total, ways, money=True, sure=True)
            return


def _under_headings(figures: Figures, column: int, ranks: Mapping[int, int]) -> Iterator[TableSum]:
    """一、基本支出 with 人员经费 and 公用经费 below it, up to the next heading; only another column proves it."""
    heads = figures.heads(1, column)
    rows = [row for row in range(1, figures.rows) if (row, column) in figures.at]
    if not heads or any(_NO_SUM.search(head) for head in heads):
        return
    money = any(_MONEY.search(head) for head in heads)
    forms = {row: figures.numbered(row, column) for row in rows if not ranks[row]}
    levels = [form for form in dict.fromkeys(forms.values()) if form not in ("", "其中")]
    for heading in (row for row in rows if forms.get(row) in levels):
        higher = levels[: levels.index(forms[heading]) + 1]
        end = next((row for row in rows if row > heading and forms.get(row, higher[0]) in higher), figures.rows)
        parts = [(row, column) for row in rows if heading < row < end]
        if len(parts) >= _FEW:
            yield from _best(figures, (heading, column), [parts], money, sure=False)


def _ways(figures: Figures, side: range, column: int, ranks: Mapping[int, int]) -> Iterator[list[int]]:
    """How the rows on one side can be meant: the sub-totals, all that are no totals, the upper level."""
    rows = _filled(figures, side, column)
    lower = [row for row in rows if ranks[row]]
    if lower:
        yield lower
    yield [row for row in rows if not ranks[row]]
    if lower:
        yield [row for row in rows if ranks[row] or row > lower[-1]]
        yield [row for row in rows if ranks[row] or row < lower[0]]
    first = figures.numbered(rows[0], column)
    yield [row for row in rows if figures.numbered(row, column) == first]


def _filled(figures: Figures, side: range, column: int) -> list[int]:
    return [row for row in side if (row, column) in figures.at]


def _one_list(figures: Figures, side: range, total: Position, ranks: Mapping[int, int]) -> bool:
    """Whether the rows are parts of one kind; below a total the first may say 其中, if the last is what is left."""
    row, column = total
    rows = _filled(figures, side, column)
    forms = [figures.numbered(each, column) for each in rows]
    if any(_LEFT_OUT.search(name) for each in side for name in figures.names(each, column)):
        return False
    if row < rows[0] and forms[0] == "其中":
        rest = any("其他" in name for each in side for name in figures.names(each, column)[:1])
        return rest and set(forms[1:]) == {""}
    lower = [each for each in rows if ranks[each]]
    all_in = not lower or (len(lower) >= _FEW and lower[-1] == rows[-1] and row > rows[-1])
    return len(set(forms)) == 1 and forms[0] != "其中" and all_in


def _best(figures: Figures, total: Position, ways: list[list[Position]], money: bool, sure: bool) -> Iterator[TableSum]:
    """The first way that makes the total; else what comes nearest to it in the first of all, when that is sure."""
    stated = figures.at[total]
    alike = [way for way in ways if way and len({figures.at[each].kind for each in (total, *way)}) == 1]
    for way in alike:
        parts = [figures.at[part] for part in way]
        room = rounding_in_table([stated, *parts], money)
        reachable = _reachable(parts) if len(parts) <= _MANY else {}
        made = next((counted for added, counted in reachable.items() if abs(added - stated.value) <= room), None)
        if made is not None:
            yield TableSum(total, tuple(way[index] for index in made), Decimal(0))
            return
    if not ways or alike[:1] != ways[:1] or len(ways[0]) > _MANY:
        return
    for way in ways[:1] if sure else alike:
        reachable = _reachable([figures.at[part] for part in way])
        added = min(reachable, key=lambda each: abs(each - stated.value))
        counted = tuple(way[index] for index in reachable[added])
        difference = added - stated.value
        yield TableSum(total, counted, difference, sure, _near(difference, stated, len(counted)))


def _reachable(quantities: Sequence[Quantity]) -> dict[Decimal, tuple[int, ...]]:
    """What figures can add up to, with those that count: the sum of those behind it may be their heading."""
    values = [quantity.value for quantity in quantities]
    sums: list[dict[Decimal, tuple[int, ...]]] = [{Decimal(0): ()}]
    for start in range(len(values) - 1, -1, -1):
        value, running = values[start], Decimal(0)
        found = {value + rest: (start, *counted) for rest, counted in sums[0].items()}
        for end in range(start + 1, len(values)):
            running += values[end]
            if value and running == value:
                found |= {value + rest: (start, *counted) for rest, counted in sums[end - start].items()}
        sums.insert(0, found)
    return sums[0]


def rounding_in_table(quantities: Sequence[Quantity], money: bool) -> Decimal:
    """What rounding can make: half a last place of the column for each figure; whole numbers of things are exact."""
    finest = max(quantity.decimals for quantity in quantities)
    if not finest and not money:
        return Decimal(0)
    return Decimal(1).scaleb(-finest) * max(quantity.factor for quantity in quantities) / 2 * len(quantities)


def _near(difference: Decimal, total: Quantity, count: int) -> bool:
    """Whether what is missing is a tenth at most, or one digit of a figure, or two that have changed places."""
    share = abs(difference) / abs(total.value) if total.value else Decimal(1)
    slip = any(len(each.normalize().as_tuple().digits) == 1 for each in (difference, difference / 9))
    return share <= _NEAR or (slip and count > _FEW and share < 1)
