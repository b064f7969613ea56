"""One performance indicator as rules see it: its words with references spelt out, its figures read."""

from decimal import Decimal
from functools import cached_property, lru_cache

from reportgen import patterns as re
from reportgen.model.content import ListRow
from reportgen.model.facts import Fact
from reportgen.model.quantity import RATES, Bound, Quantity
from reportgen.numbers import Stated, read_numbers, read_quantity
from reportgen.place import Place, Written
from reportgen.record import Struct

_SIGNS = {sign: sign for sign in "≥≤><＞＜"} | {"正向": "≥", "反向": "≤", "正向指标": "≥", "反向指标": "≤"}
_BARE = re.compile(r"[≥≤><＞＜=＝]*\s*-?[\d.,]+\s*[万亿]?")
_LEAD = re.compile(r"^(?:[=＝：:\s]|达到?|为|完成|实现|共计?|合计)+")
_TAIL = re.compile(r"[。；;，,\s]+$")
_DATED = ("年", "月", "日", "号", "时", "点", "届", "期间")
_LONGEST_UNIT = 4
"""What is longer is no unit but words that follow: 3个标段完成验收."""
_MANAGEMENT, _RESULTS = re.compile("决策|过程|投入|管理"), re.compile("产出|效益|效果|影响|满意")
_BRACKET = re.compile(r"[（(][^（()）]*[）)]")


class Indicator(Struct, frozen=True, dict=True):
    """An indicator; to `target` and `actual` sign and unit are put where these stand in columns of their own."""

    row: ListRow
    first: str
    second: str
    name: str
    target: str
    actual: str

    @cached_property
    def wanted(self) -> Quantity | None:
        """The figure that the target is, when it is one."""
        return figure(self.target, self.name)

    @cached_property
    def reached(self) -> Quantity | None:
        """The figure that was reached, when it is one."""
        return figure(self.actual, self.name)

    @property
    def missing_unit(self) -> str:
        """The unit of the target where the figure that was reached has none; empty where nothing is missing."""
        wanted, reached = self.wanted, self.reached
        bare = wanted and reached and reached.value and not (reached.unit or reached.scale)
        return wanted.scale + wanted.unit if wanted and bare else ""

    @property
    def stated(self) -> tuple[Stated, ...]:
        """Every number that the target states."""
        return numbers_of(self.target)

    @property
    def points(self) -> Decimal | None:
        """What it earns at most."""
        return _number(self.row, "分值")

    @property
    def earned(self) -> Decimal | None:
        """What it earned."""
        return _number(self.row, "得分")

    @property
    def scored_by_hand(self) -> bool:
        """Whether its score was typed: one that the program worked out stands where the points were written."""
        earned, points = self.row.fact("得分"), self.row.fact("分值")
        return earned is not None and not (points and earned.place == points.place)

    @property
    def reason(self) -> str:
        """Why it earned less; empty when nothing is said."""
        text = self.row.text("偏差原因").strip("。 ")
        return "" if text in ("无", "—", "-", "/", "－", "——") else text

    @property
    def level(self) -> str:
        """Its first and second level together."""
        return f"{self.first} {self.second}"

    @property
    def of_management(self) -> bool:
        """Whether it is one of 决策, 过程, 投入 or 管理: those are named and judged by frames, and aim at no result."""
        return bool(_MANAGEMENT.search(self.first)) and not _RESULTS.search(self.first)

    def place(self, *columns: str) -> Place:
        """Where the first of these columns that it has was written; the line itself when it has none."""
        for column in columns:
            cell = self.row.cells.get(column)
            if isinstance(cell, Written):
                first = cell.text.partition("\n")[0]
                return cell.place_at(0, len(first)) if cell.block else cell.place
            if isinstance(cell, Fact):
                return cell.place
        return self.row.place


def _number(row: ListRow, column: str) -> Decimal | None:
    quantity = row.quantity(column)
    return quantity.number if quantity and quantity.bound is Bound.EXACT else None


def with_sign_and_unit(row: ListRow, column: str, text: str) -> str:
    """A figure with the sign and the unit that stand in columns of their own."""
    unit = row.text("度量单位").strip()
    sign = _SIGNS.get(row.text("指标性质").strip(), "") if column == "指标值" else ""
    if not _BARE.fullmatch(text.strip()):
        return text
    return ("" if text.strip()[:1] in _SIGNS else sign) + text.strip() + unit


@lru_cache(maxsize=4096)
def numbers_of(text: str) -> tuple[Stated, ...]:
    """Every number of a text."""
    return tuple(read_numbers(text))


@lru_cache(maxsize=4096)
def figure(text: str, name: str = "") -> Quantity | None:
    """The one figure that a text is; the indicator's own name and 达到 before it say no more."""
    bare = _TAIL.sub("", _LEAD.sub("", text.strip().removeprefix(name)))
    quantity = read_quantity(bare)
    if quantity is None or quantity.unit.startswith(_DATED):
        return None
    return quantity if len(quantity.unit) <= _LONGEST_UNIT or "/" in quantity.unit else None


def is_rate(quantity: Quantity) -> bool:
    """Whether a figure is a percentage."""
    return quantity.unit in RATES


def bare_name(name: str) -> str:
    """A name without what it adds in brackets."""
    return _BRACKET.sub("", name).strip()
