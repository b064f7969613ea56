"""Scores that the writer leaves to the program: by the share of the target that was reached.

财预〔2020〕10号: a quantitative indicator that reaches its target gets all its points, one below gets the share it
reached; for an upper bound (≤) the share is target ÷ actual. Scores are rounded to one decimal, half-up.
"""

from decimal import Decimal

from reportgen.model.content import ListRow
from reportgen.model.facts import Fact
from reportgen.model.quantity import Bound, Quantity, round_half_up
from reportgen.numbers import read_quantity
from reportgen.place import Written
from reportgen.record import replace
from reportgen.resolve.quantities import figure_text
from reportgen.source.expect import Expect

DECIMALS = 1
"""To which a score is rounded."""


def scored(rows: tuple[ListRow, ...], expect: Expect) -> tuple[ListRow, ...]:
    """The rows with 得分 filled in where 指标值, 完成值 and 分值 allow it and none is given."""
    return tuple(_scored(row, expect) for row in rows)


def _scored(row: ListRow, expect: Expect) -> ListRow:
    points = row.quantity("分值")
    target, actual = measured(row, _words(row, "指标值", expect), _words(row, "完成值", expect))
    if "得分" in row.cells or points is None or target is None or actual is None or target.kind != actual.kind:
        return row
    earned = round_half_up(points.number * share(target, actual), DECIMALS).normalize()
    given = row.cells["分值"]
    path = (*given.path[:-1], "得分") if isinstance(given, Fact) else (row.name, "得分")
    fact = Fact(path, Quantity(earned, "", "分", text=f"{earned:f}", implied="分"), given.place)
    return replace(row, cells={**row.cells, "得分": fact}, worked_out=row.worked_out | {"得分"})


def measured(row: ListRow, target: str, actual: str) -> tuple[Quantity | None, Quantity | None]:
    """What target and result of an indicator say as figures; None where they are words."""
    unit = row.text("度量单位")
    return read_quantity(_sign(row) + target, unit), read_quantity(actual, unit)


def _words(row: ListRow, column: str, expect: Expect) -> str:
    cell = row.cells.get(column)
    return (figure_text(cell, expect) or "") if isinstance(cell, Written) else row.text(column)


def _sign(row: ListRow) -> str:
    """≥ or ≤ where forms have a column of its own for it; ＝ is what a bare number means, 定性 makes no number."""
    return row.text("指标性质").strip("=＝ ")


def share(target: Quantity, actual: Quantity) -> Decimal:
    """The part of the points that is earned, 0 to 1."""
    if is_limit(target):
        if actual.value <= target.value:
            return Decimal(1)
        return target.value / actual.value if target.value else Decimal(0)
    if not target.value or actual.value >= target.value:
        return Decimal(1)
    return max(Decimal(0), actual.value / target.value)


def is_limit(target: Quantity) -> bool:
    """Whether a target is not to be exceeded: ≤3天, or 0次 of accidents."""
    return target.bound is Bound.AT_MOST or (not target.value and target.bound is Bound.EXACT)
