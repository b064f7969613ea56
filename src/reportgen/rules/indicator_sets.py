"""The indicators of one project, or of the whole unit, with the goals and the money that stand beside them.

In a content file they stand at the top or in a line of a listing of projects; in a document that others finished a line
was recognised for each table. Rules see them alike.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property

from reportgen import patterns as re
from reportgen.compose.references import References
from reportgen.model.content import Content, FundColumn, FundTable, Indicators, Listing, ListRow, Prose, Value
from reportgen.model.document import plain_text
from reportgen.model.facts import Fact
from reportgen.model.hole import SIGN
from reportgen.model.quantity import Quantity
from reportgen.place import Place, Written
from reportgen.record import Struct
from reportgen.rules.indicator import Indicator, with_sign_and_unit

_GOALS = ("预期目标", "绩效目标", "年度目标", "总体目标.年度", "年度目标.预期目标")
_MIDTERM_GOALS = ("中期目标", "总体目标.中期")
_BLANK = re.compile(r"(?:指标\d*[：:]?|[…．.—-]*)")
"""What an unfilled line of a form holds: 指标1：, ……"""
_TOTAL_WORDS = ("总额", "合计", "总计", "小计")


class Execution(Struct, frozen=True):
    """Budget of the year and what was spent of it; points, rate and score as a form states them."""

    budget: Decimal
    spent: Decimal
    place: Place
    points: Fact | None = None
    earned: Fact | None = None

    @property
    def share(self) -> Decimal | None:
        """The part of the budget that was spent."""
        return self.spent / self.budget if self.budget else None


class IndicatorSet(Struct, frozen=True, dict=True):
    """Indicators that belong together; `cells` is what stands beside them, by its last names."""

    name: str
    """The project; empty for the whole unit."""
    indicators: tuple[Indicator, ...]
    """Those of the year."""
    midterm: tuple[Indicator, ...]
    cells: Mapping[str, object]
    place: Place

    @property
    def every(self) -> tuple[Indicator, ...]:
        """Those of the mid-term first."""
        return (*self.midterm, *self.indicators)

    @cached_property
    def scored(self) -> tuple[Indicator, ...]:
        """Those that have points."""
        return tuple(each for each in self.indicators if each.points is not None)

    @cached_property
    def execution(self) -> Execution | None:
        """How the year's money was spent, where it is said."""
        for value in self.cells.values():
            match value:
                case FundTable():
                    return _of_table(value)
                case Listing() if any("全年执行数" in row.columns for row in value.rows):
                    return _of_lines(value)
                case _:
                    pass
        return None

    @property
    def fund_lines(self) -> tuple[ListRow, ...]:
        """The lines of money beside the indicators, each with the budget of the year and what was spent of it."""
        lists = (value for value in self.cells.values() if isinstance(value, Listing))
        return tuple(row for value in lists for row in value.rows if "全年执行数" in row.columns)

    def text(self, *names: str) -> tuple[Written, ...]:
        """The texts of those names."""
        found = (self.cells.get(name) for name in names)
        texts = (value.written if isinstance(value, Prose) else value for value in found)
        return tuple(text for text in texts if isinstance(text, Written))

    @property
    def goals(self) -> tuple[Written, ...]:
        """What is to be reached in the year, in words."""
        return self.text(*_GOALS)

    @property
    def midterm_goals(self) -> tuple[Written, ...]:
        """What is to be reached in the mid-term, in words."""
        return self.text(*_MIDTERM_GOALS)

    def fact(self, name: str) -> Fact | None:
        """A figure beside the indicators, such as 总得分."""
        value = self.cells.get(name)
        return value if isinstance(value, Fact) else None


def indicator_sets(content: Content) -> Iterator[IndicatorSet]:
    """Every set of a document, in its order."""
    spelt = _Spelt(content)
    if any(isinstance(value, Indicators) for value in content.values.values()):
        yield spelt.set("", content.values, next(iter(content.every(Indicators))).place)
    for value in content.every(Listing):
        yield from _inside(value, spelt)


def _inside(listing: Listing, spelt: "_Spelt") -> Iterator[IndicatorSet]:
    for row in listing.rows:
        if any(isinstance(cell, Indicators) for cell in row.cells.values()):
            yield spelt.set("" if row.name.isdecimal() else row.name, row.cells, row.place)
        for cell in row.cells.values():
            if isinstance(cell, Listing):
                yield from _inside(cell, spelt)


class _Spelt(Struct):
    """Reads indicators, spelling out the references that a content file makes."""

    content: Content

    def set(self, name: str, cells: "Mapping[str, Value]", place: Place) -> IndicatorSet:
        lists = [value for value in cells.values() if isinstance(value, Indicators)]
        mid = [each for each in lists if "中期" in each.path[-1]]
        year = [each for each in lists if each not in mid]
        return IndicatorSet(name, self.read(year), self.read(mid), cells, place)

    def read(self, lists: list[Indicators]) -> tuple[Indicator, ...]:
        """The indicators of some lists; lines that only name their level are none."""
        found = (self.indicator(row) for each in lists for row in each.rows)
        return tuple(each for each in found if each.target or not _BLANK.fullmatch(each.name))

    def indicator(self, row: ListRow) -> Indicator:
        words = {name: self.words(row, name) for name in ("一级指标", "二级指标", "三级指标", "指标值", "完成值")}
        return Indicator(
            row,
            words["一级指标"],
            words["二级指标"],
            words["三级指标"],
            with_sign_and_unit(row, "指标值", words["指标值"]),
            with_sign_and_unit(row, "完成值", words["完成值"]),
        )

    def words(self, row: ListRow, column: str) -> str:
        """What a cell says, references spelt out; nothing where it is still to be filled in."""
        cell = row.cells.get(column)
        if not isinstance(cell, Written):
            return row.text(column)
        text = plain_text(References(self.content.facts).inlines(cell)) if "{{" in cell.text else cell.text
        return "" if SIGN in text else text.strip()


def _of_table(table: FundTable) -> Execution | None:
    budget, spent = (table.year.cells.get(column) for column in (FundColumn.APPROVED, FundColumn.SPENT))
    if budget is None or spent is None or budget.quantity is None or spent.quantity is None:
        return None
    return Execution(budget.quantity.value, spent.quantity.value, spent.place)


def _of_lines(listing: Listing) -> Execution | None:
    """The line of the sum, else all lines together."""
    total = next((row for row in listing.rows if "得分" in row.cells or row.name.endswith(_TOTAL_WORDS)), None)
    rows = [total] if total else listing.rows
    pairs = [(row.quantity("全年预算数"), row.quantity("全年执行数")) for row in rows]
    known = [(budget, spent) for budget, spent in pairs if budget and spent]
    if len(known) != len(pairs) or not known:
        return None
    points, earned = ((total.fact(name) if total else None) for name in ("分值", "得分"))
    place = rows[-1].fact("全年执行数")
    return Execution(_sum(known, 0), _sum(known, 1), place.place if place else listing.place, points, earned)


def _sum(pairs: list[tuple[Quantity, Quantity]], which: int) -> Decimal:
    return sum((pair[which].value for pair in pairs), Decimal(0))
