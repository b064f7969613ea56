"""Anchors → the one cell that they mean, or why there is none."""

from collections.abc import Iterator

from reportgen.fill.book import Grid, address
from reportgen.fill.words import bare, plain
from reportgen.language import _
from reportgen.record import Struct, field

Cell = tuple[int, int]
_SUMS = frozenset({"小计", "合计", "总计", "计", "金额"})
"""Names of the column that stands for a whole head."""
_CODE = 3
"""Digits of the shortest code: a lesser number is no name of a row."""
_HEAD_ROWS = 4
"""Names of columns stand in so many rows at most, one above the other."""


class Found(Struct, frozen=True):
    """A cell, by which row and which column it was found."""

    cell: Cell
    label: Cell
    head: Cell


class Missed(Struct, frozen=True):
    """Why there is no such cell; `several` where there are too many of them."""

    why: str
    several: bool = False


class Anchors(Struct, frozen=True):
    """Words of the row and of the column; of each the first that the sheet has is meant."""

    row: tuple[str, ...]
    column: tuple[str, ...]
    block: tuple[str, ...] = ()
    above: tuple[str, ...] = ()


class Index(Struct, dict=True):
    """Where each text of a sheet stands."""

    sheet: Grid
    texts: dict[str, list[Cell]] = field(default_factory=dict)
    bares: dict[str, list[Cell]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for row, cells in enumerate(self.sheet.rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, str) and cell:
                    self.texts.setdefault(plain(cell), []).append((row, column))
                    self.bares.setdefault(bare(cell), []).append((row, column))

    def of(self, words: tuple[str, ...]) -> list[Cell]:
        """The cells that hold the first of these words that stands in the sheet at all."""
        for word in words:
            if cells := self.texts.get(plain(word)) or self.bares.get(bare(word)) or self._numbers(word):
                return cells
        return []

    def _numbers(self, word: str) -> list[Cell]:
        """A code may be kept as a number: 2080505, not 001, which then has lost its noughts."""
        if not word.isdecimal() or word.startswith("0") or len(word) < _CODE:
            return []
        code, rows = int(word), enumerate(self.sheet.rows)
        return [(row, column) for row, cells in rows for column, cell in enumerate(cells) if cell == code]

    def find(self, anchors: Anchors) -> Found | Missed:
        """The cell that row and column anchor have in common."""
        labels, heads, blocks = self._rows(anchors), self.of(anchors.column), self.of(anchors.block)
        if not labels:
            return Missed(_("没有行「{row}」", row=_("、").join(anchors.row)))
        if not heads:
            return Missed(_("没有列「{column}」", column=_("、").join(anchors.column)))
        pairs = [Found((label[0], head[1]), label, head) for label in labels for head in self._columns(label, heads)]
        if anchors.block:
            pairs = [pair for pair in pairs if self._in_block(pair, blocks)]
        cells = {pair.cell: pair for pair in pairs}
        if len(cells) == 1:
            return self._whole(pairs[0])
        return _too_many(list(cells.values())) if cells else _apart(anchors, blocks)

    def _whole(self, found: Found) -> Found | Missed:
        """What was found, unless its column is split into several below its name, of which none is the sum."""
        first, last = self._span(*found.head)
        rows = range(found.head[0] + 1, min(found.head[0] + _HEAD_ROWS, found.label[0]))
        for row in rows:
            names = [str(self.sheet.at(row, at)) for at in range(first, last + 1) if _is_label(self.sheet.at(row, at))]
            if len(names) > 1 and bare(names[0]) not in _SUMS:
                head = str(self.sheet.at(*found.head)).strip()
                told = _("列「{column}」下面还有几栏：{names}。", column=head, names=_("、").join(names))
                return Missed(told + _("请在「列」里写那一栏，「区」里写 {column}", column=head), several=True)
        return found

    def _rows(self, anchors: Anchors) -> list[Cell]:
        labels = self.of(anchors.row)
        if not anchors.above:
            return labels
        below = ([each for each in labels if each[0] > above[0]] for above in self.of(anchors.above))
        return list(dict.fromkeys(min(each) for each in below if each))

    def _columns(self, label: Cell, heads: list[Cell]) -> Iterator[Cell]:
        """The heads of that name in the block of the row: those behind its label and before the next labels."""
        above = [head for head in heads if head[0] < label[0] and head[1] > label[1] and self._reaches(head, label[0])]
        lowest = max((head[0] for head in above), default=0)
        near = sorted((head for head in above if head[0] > lowest - _HEAD_ROWS), key=lambda head: head[1])
        for head in near:
            if near[0][1] == head[1] or not self._labels_between(near[0], head):
                yield head

    def _reaches(self, head: Cell, row: int) -> bool:
        """Whether a head is still that of its column in a row: no other table has begun between them."""
        between = range(row - 1, head[0], -1)
        nearest = next(
            (at for at in between if self._is_head_row(at) and _is_label(self.sheet.at(at, head[1]))), head[0]
        )
        return nearest < head[0] + _HEAD_ROWS

    def _is_head_row(self, row: int) -> bool:
        cells = self.sheet.rows[row]
        return sum(map(_is_label, cells)) > 1 and not any(isinstance(cell, int | float) for cell in cells)

    def _labels_between(self, first: Cell, second: Cell) -> bool:
        """Whether rows are named between two columns: what stands behind is another block."""
        rows = range(first[0] + 1, len(self.sheet.rows))
        columns = range(first[1] + 1, second[1])
        return any(_is_label(self.sheet.at(row, column)) for row in rows for column in columns)

    def _in_block(self, found: Found, blocks: list[Cell]) -> bool:
        """Whether a head of the block stands over the label or over the figure."""
        over = [self._span(row, column) for row, column in blocks if row < found.label[0]]
        return any(
            first <= found.head[1] and (first <= found.label[1] <= last or first <= found.head[1] <= last)
            for first, last in over
        )

    def _span(self, row: int, column: int) -> tuple[int, int]:
        """The columns under a head: those of its merged range, or those up to the next head of its row."""
        for (top, left), (_bottom, right) in self.sheet.merges:
            if (top, left) == (row, column):
                return left, right
        cells = self.sheet.rows[row]
        behind = next((at for at in range(column + 1, len(cells)) if cells[at] != ""), None)
        return column, max(map(len, self.sheet.rows)) if behind is None else behind - 1


def _is_label(cell: object) -> bool:
    return isinstance(cell, str) and any(char.isalpha() for char in cell)


def _apart(anchors: Anchors, blocks: list[Cell]) -> Missed:
    if anchors.block and not blocks:
        return Missed(_("没有区「{block}」", block=_("、").join(anchors.block)))
    return Missed(_("行「{row}」右边没有列「{column}」", row=anchors.row[0], column=anchors.column[0]))


def _too_many(found: list[Found]) -> Missed:
    places = _("、").join(address(*pair.cell) for pair in found)
    told = _("行和列的名称对得上 {count} 格：{places}。", count=len(found), places=places)
    if len({pair.cell[0] for pair in found}) > 1:
        return Missed(told + _("请加「上级行」，写在这一行上面、只出现一次的那一行"), several=True)
    return Missed(told + _("请加「区」，写这一块的栏头"), several=True)
