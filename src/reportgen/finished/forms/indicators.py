"""Indicator tables of a finished document → the values that a content file would give: 绩效指标, 资金, 目标, 总分.

Every table with a head such as 三级指标, 指标值, 分值 becomes a line of one listing, as the projects of a content file
do, so that the same rules run. What cannot be told stays away.
"""

from collections.abc import Iterator, Mapping, Sequence

from reportgen.finished.forms.cells import place_of, words, written
from reportgen.finished.forms.column_offset import column_offset, is_value
from reportgen.finished.forms.columns import EARNED, LEVELS, NAME, POINTS, TARGET, Head, head_word, heads
from reportgen.finished.forms.enumerated import enumerated_rows
from reportgen.finished.forms.fund_lines import fund_lines
from reportgen.finished.forms.split_tables import SUM_ROW, joined
from reportgen.finished.forms.stacked import stacked_rows
from reportgen.model.content import Indicators, Listing, ListRow, RowCell, Score, Value
from reportgen.model.document import Block
from reportgen.model.facts import Fact
from reportgen.model.lattice import Lattice
from reportgen.model.table import Cell
from reportgen.numbers import read_quantity
from reportgen.place import Written
from reportgen.record import Struct, field

LIST = "绩效指标表"
_END = (
    *SUM_ROW,
    "填表",
    "填报",
    "负责人",
    "联系",
    "说明",
    "备注",
    "注：",
    "评价结论",
    "存在问题",
    "改进措施",
    "其他需要",
    "申报单位",
)
_SCORE_LABELS = ("自评总分", "自评得分", "总得分", "综合得分")
_PART_SUM = ("小计", "本页")
_GOALS = {name: name for name in ("预期目标", "绩效目标", "年度目标")} | {
    "项目年度目标": "预期目标",
    "年度绩效目标": "预期目标",
}
_OTHER = {name: name for name in ("存在问题", "项目名称")} | {
    "实际完成情况": "完成情况",
    "年度目标完成情况": "完成情况",
}
_LABELS = {**_GOALS, **_OTHER}
_MIDTERM = ("中期滚动目标", "中期目标")
_LONGEST_LABEL = 24
_HALVES = ("中期指标", "年度指标")


def indicator_values(blocks: Sequence[Block]) -> dict[str, Value]:
    """What the indicator tables among some blocks say."""
    rows: list[ListRow] = []
    values: dict[str, Value] = {}
    for table in joined(blocks):
        lattice = Lattice(table)
        for number, part in enumerate(_parts(lattice)):
            rows.append(part.line(number))
            score = part.score
            values |= {f"{LIST}.{len(rows)}.评价": score} if score else {}
        rows += enumerated_rows(lattice)
    rows += stacked_rows(blocks)
    return {**values, LIST: Listing((LIST,), tuple(rows), rows[0].place)} if rows else {}


class _Part(Struct):
    """The stretch of a table that belongs to one project: what stands above its indicators, they, and their sum."""

    lattice: Lattice
    head: Head
    first: int
    end: int
    lists: dict[str, Indicators]
    total: dict[str, Fact] = field(default_factory=dict)
    grade: Written | None = None

    @property
    def score(self) -> Score | None:
        """The total score, where the table has one."""
        earned = self.total.get("总得分")
        return Score(earned, self.grade, earned.place) if earned else None

    def line(self, number: int) -> ListRow:
        """The project as a line of a listing."""
        cells: dict[str, RowCell] = {**self._labelled(), **self.lists, **self.total}
        cells |= fund_lines(self.lattice, self.first, self.head.row)
        name = cells.get("项目名称")
        place = place_of(self.lattice.row(self.head.row)[0])
        words = name.text if isinstance(name, Written) else ""
        return ListRow(words or str(number + 1), frozenset(cells), cells, place)

    def _labelled(self) -> dict[str, Written]:
        found: dict[str, Written] = {}
        for cell in self.lattice.cells(self.first, self.end):
            name = _label(words(cell))
            value = self._value(cell) if name and name not in found else None
            if name and value:
                found[name] = written(value)
        return found

    def _value(self, label: Cell) -> Cell | None:
        """What a label is about: the cell beside it, or the one below where labels stand side by side."""
        around = (self.lattice.beside(label), self.lattice.below(label))
        return next((cell for cell in around if cell and words(cell) and not _names_cells(words(cell))), None)


def _label(text: str) -> str:
    """The field that a label names; empty when it is none."""
    bare = text.rstrip("：:")
    return "中期目标" if bare.startswith(_MIDTERM) and len(bare) < _LONGEST_LABEL else _LABELS.get(bare, "")


def _names_cells(text: str) -> bool:
    """Whether a cell says what others hold, and holds nothing itself."""
    return bool(_label(text) or head_word(text))


def _parts(lattice: Lattice) -> Iterator[_Part]:
    found = heads(lattice)
    first = 0
    for head, after in zip(found, [*(head.row for head in found[1:]), lattice.table.row_count], strict=False):
        end = _end(lattice, head, after)
        lists = {
            name: Indicators((name,), rows, rows[0].place)
            for name, half in zip(_names(head), head.halves, strict=True)
            if (rows := tuple(_rows(lattice, head, half, end, name)))
        }
        if lists:
            total = _total(lattice, head, end) or _score_apart(lattice, first, after)
            yield _Part(lattice, head, first, after, lists, total, _grade(lattice, first, after))
        first = end


def _names(head: Head) -> tuple[str, ...]:
    return _HALVES if len(head.halves) == 2 else ("绩效指标",) * len(head.halves)


def _end(lattice: Lattice, head: Head, limit: int) -> int:
    """The first row after the indicators: a sum, or one whose cells do not keep to the columns."""
    name, target = head.halves[0][NAME], head.halves[0].get(TARGET, -1)
    for row in range(head.body, limit):
        first = next((words(cell) for cell in lattice.row(row) if words(cell)), "")
        wide = lattice.at(row, name)
        out = wide is not None and wide is lattice.at(row, target) and not words(wide).endswith(_PART_SUM)
        if first.startswith(_END) or out:
            return row
    return limit


def _rows(lattice: Lattice, head: Head, half: Mapping[str, int], end: int, field_name: str) -> Iterator[ListRow]:
    levels: dict[str, Written] = {}
    shared = {LEVELS[0]: head.halves[0][LEVELS[0]]} if LEVELS[0] in head.halves[0] else {}
    columns = {**shared, **half}
    for row in range(head.body, end):
        shift = column_offset(lattice, row, head.halves)
        cells = _cells(lattice, row, {part: column + shift for part, column in columns.items()}, field_name)
        for at, level in enumerate(LEVELS):
            cell = cells.get(level)
            if isinstance(cell, Written) and cell != levels.get(level):
                levels = {name: levels[name] for name in LEVELS[:at] if name in levels} | {level: cell}
        if NAME not in cells and (own := _named_by_its_class(cells)):
            cells[NAME] = own
        name = cells.get(NAME)
        if isinstance(name, Written) and not _no_name(name.text) and not _is_head(lattice, row):
            yield ListRow(name.text, frozenset(columns), {**levels, **cells}, name.place)


def _no_name(text: str) -> bool:
    """Whether what stands in the column of names names no indicator: a value, a sum, the head of the column."""
    return is_value(text) or text.startswith(_PART_SUM) or head_word(text) == NAME


def _is_head(lattice: Lattice, row: int) -> bool:
    """Whether a row repeats the heads, or goes on with them: whatever stands in it names no indicator."""
    return sum(bool(head_word(words(cell))) for cell in lattice.row(row) if cell.row == row) > 1


def _named_by_its_class(cells: Mapping[str, RowCell]) -> RowCell | None:
    """预算执行率 stands in the first column, with its points: an indicator without levels of its own."""
    return cells.get(LEVELS[0]) if POINTS in cells and EARNED in cells and LEVELS[1] not in cells else None


def _cells(lattice: Lattice, row: int, columns: Mapping[str, int], field_name: str) -> dict[str, RowCell]:
    """The cells of a line; points of several lines that share one cell are counted in the first."""
    cells: dict[str, RowCell] = {}
    for name, column in columns.items():
        cell = lattice.at(row, column)
        if cell is None or not words(cell):
            continue
        if not name.endswith((POINTS, EARNED)):
            cells[name] = written(cell)
        elif cell.row == row and (fact := _fact((field_name, str(row), name), cell)):
            cells[name] = fact
    return cells


def _fact(path: tuple[str, ...], cell: Cell) -> Fact | None:
    quantity = read_quantity(words(cell), "分")
    return Fact(path, quantity, place_of(cell)) if quantity and quantity.unit == "分" else None


def _total(lattice: Lattice, head: Head, row: int) -> dict[str, Fact]:
    """总分 and 总得分 of the sum row, by their columns, else the two figures that it holds."""
    cells = lattice.row(row)
    first = next((words(cell) for cell in cells if words(cell)), "")
    if not first.startswith(SUM_ROW) or not {POINTS, EARNED} & set(head.halves[0]):
        return {}
    facts = [fact for cell in cells if (fact := _fact(("总分",), cell))]
    if len(facts) == 2:
        return {"总分": facts[0], "总得分": facts[1]}
    columns = head.halves[0]
    named = {"总分": columns.get(POINTS, -1), "总得分": columns.get(EARNED, -1)}
    found = {name: cell for name, column in named.items() if (cell := lattice.at(row, column))}
    return {name: fact for name, cell in found.items() if (fact := _fact((name,), cell))}


def _score_apart(lattice: Lattice, first: int, end: int) -> dict[str, Fact]:
    """The total score where it has a field of its own, such as 自评总分 in the first row."""
    for cell in lattice.cells(first, end):
        beside = lattice.beside(cell) if words(cell).rstrip("：:") in _SCORE_LABELS else None
        fact = _fact(("总得分",), beside) if beside else None
        if fact:
            return {"总得分": fact}
    return {}


def _grade(lattice: Lattice, first: int, end: int) -> Written | None:
    for cell in lattice.cells(first, end):
        if words(cell).rstrip("：:") in ("评价等级", "等级", "自评等级"):
            beside = lattice.beside(cell)
            return written(beside) if beside and words(beside) else None
    return None
