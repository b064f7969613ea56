"""A table as statements: each cell that states one figure, with the name of its row and the heads above it."""

from collections.abc import Iterator
from functools import cached_property

from reportgen import patterns as re
from reportgen.model.document import plain_text
from reportgen.model.lattice import Lattice
from reportgen.model.quantity import Quantity
from reportgen.model.table import Cell, Table
from reportgen.numbers.reader import read_quantity
from reportgen.record import Struct
from reportgen.statements.cell_figures import BLANK, LONGEST, quantity_of
from reportgen.statements.grid_words import GridWords
from reportgen.statements.lexicon import Lexicon
from reportgen.statements.passages import Passage
from reportgen.statements.statement import Origin, Period, Role, Statement

Position = tuple[int, int]
_WORKED_OUT = re.compile(r"(?<=得分)[（(][^）)]*[×*÷/][^）)]*[）)]$")
"""得分（20分×执行率）: how the points are worked out."""
_UNIT_OF_HEAD = re.compile(
    r"[（(]\s*(?:单位[：:])?(?P<unit>[百千万亿]*元|%|％|分|人次|人|个|件|场|平方米|公里|亩|户|份|天|名|辆|台|套|所|项|家|册|吨)\s*[）)]"
)
_YEAR = re.compile(r"(20\d\d)年(?!\d{1,2}月)")
_NAMING = re.compile(r"编码|代码|序号|编号|行次|^科目$")
_MEASURED = re.compile(
    r"[（(](?:单位：)?[万千亿百]?(?:元|人次|人|个|台|套|件|户|亩|吨|册|场|公里|平方米|立方米|次)[）)]$"
)
_OF_MONEY = re.compile(r"金额|资金|支出|收入|预算|决算|拨款|经费|执行数|结转|总额|费$")


class _Head(Struct, frozen=True):
    """What the heads of a column say of its figures: asked once for the column and not in each row."""

    words: str
    unit: str
    implied: str
    """分 or %, where the words say so without naming it."""
    concept: str
    period: Period
    planned: bool
    apart: bool
    """Whether the figures are not to be added: prices, averages."""


class Grid(Struct, frozen=True, dict=True):
    """The figures of one table, the `index`-th block of its document."""

    table: Table
    index: int
    lexicon: Lexicon
    first: int = 0
    end: int = 10**6
    """Only the figures of the rows from `first` on, before `end`: a part of a form with heads of its own."""
    whole: "Grid | None" = None
    """The grid of which it is a part."""
    year: int | None = None
    """The document's own year, where that is known."""

    @cached_property
    def lattice(self) -> Lattice:
        """Its cells by position."""
        return Lattice(self.table)

    @cached_property
    def _quantities(self) -> dict[Position, tuple[Cell, Quantity]]:
        """Every cell that states one exact figure, by its first position."""
        if self.whole is not None:
            return self.whole._quantities
        naming: set[int] = set()
        measured: set[int] = set()
        read: list[tuple[Cell, Quantity | None]] = []
        for cell in self.table.lines():
            if _NAMING.search(cell.compact) and len(cell.compact) <= LONGEST:
                naming.update(range(cell.column, cell.column + cell.columns))
            elif _MEASURED.search(cell.compact) and len(cell.compact) <= LONGEST:
                measured.update(range(cell.column, cell.column + cell.columns))
            read.append((cell, None if cell.column in naming else quantity_of(cell, cell.column in measured)))
        return {(cell.row, cell.column): (cell, quantity) for cell, quantity in read if quantity is not None}

    @cached_property
    def figures(self) -> dict[Position, Statement]:
        """The statements of the cells, by their first position."""
        if self.whole is not None:
            return {at: each for at, each in self.whole.figures.items() if self.first <= at[0] < self.end}
        return {position: self._statement(*found) for position, found in self._quantities.items()}

    def parts(self) -> Iterator["Grid"]:
        """The parts of a form: each begins with a row of heads. A table with one row of heads is its only part."""
        rows = sorted({cell.row for cell in self.table.cells})
        filled = {row for row, _column in self.figures}
        begins = [row for row in rows if row not in filled and self._is_head(row)]
        begins = [row for at, row in enumerate(begins) if not at or begins[at - 1] != row - 1]
        for first, end in zip([0, *begins], [*begins, self.table.row_count], strict=True):
            part = Grid(self.table, self.index, self.lexicon, first, end, self)
            if part.figures:
                yield part

    def _is_head(self, row: int) -> bool:
        """Whether three and more different words stand in a row, and nothing else."""
        return (
            len(
                {
                    words
                    for cell in self.lattice.row(row)
                    if (words := self.words(row, cell.column)) and len(words) <= 16
                }
            )
            > 2
        )

    @cached_property
    def numeric_columns(self) -> list[int]:
        """The columns with figures, from the left."""
        return sorted({column for _row, column in self.figures})

    @cached_property
    def all_heads(self) -> str:
        """The words of all its heads."""
        return " ".join({each.column for each in self.figures.values()})

    @cached_property
    def blocks(self) -> list[list[int]]:
        """The columns with figures, those together that stand behind the same names: accounts have two blocks."""
        found: list[list[int]] = []
        for column in self.numeric_columns:
            rows = [row for row in self.rows if (row, column) in self._quantities]
            named = sum(bool(self.words(row, column - 1)) for row in rows)
            if not found or named * 2 > len(rows):
                found.append([])
            found[-1].append(column)
        return found

    @cached_property
    def rows(self) -> list[int]:
        """The rows with figures, from above."""
        return sorted({row for row, _column in self.figures})

    @cached_property
    def around(self) -> GridWords:
        """The words around its figures."""
        return self.whole.around if self.whole is not None else GridWords(self.lattice, self._quantities)

    def words(self, row: int, column: int) -> str:
        """The words of the cell that covers a position, without blanks and its number; none where a figure stands."""
        return self.around.words(row, column)

    def is_blank(self, row: int, column: int) -> bool:
        """Whether nothing, or a dash, stands at a position."""
        cell = self.lattice.at(row, column)
        return cell is None or cell.compact in BLANK

    def names(self, row: int, column: int) -> tuple[str, ...]:
        """The words before a figure in its row, the nearest first, up to the next figure."""
        return self.around.names(row, column)

    def name(self, row: int, column: int) -> str:
        """The nearest words before a figure."""
        return next(iter(self.names(row, column)), "")

    def heads(self, row: int, column: int) -> tuple[str, ...]:
        """The words above a cell in its column, the nearest first: of the head rows that stand together."""
        return self.around.heads(row, column)

    def head(self, row: int, column: int) -> str:
        """The heads above a cell in one."""
        return " ".join(self.heads(row, column))

    def code(self, row: int, column: int) -> str:
        """The account code of a row: in the nearest column to the left of a figure that has one."""
        return self.around.code(row, column)

    def _statement(self, cell: Cell, quantity: Quantity) -> Statement:
        inlines = next((line for line in cell.paragraphs if plain_text(line).strip()), cell.paragraphs[0])
        text = plain_text(inlines)
        passage = Passage(text, inlines, self.table.section, cell=True)
        start = len(text) - len(text.lstrip())
        head = self._head_says(self.head(cell.row, cell.column))
        name = self.name(cell.row, cell.column)
        return Statement(
            self._with_unit(quantity, head, name, self.around.unit_beside(cell.row, cell.column)),
            passage,
            start,
            len(text.rstrip()),
            self._role(quantity, head),
            label=name,
            name=name,
            concept=head.concept or self.lexicon.concept(name),
            period=self._period(head, name),
            planned=head.planned,
            origin=Origin.CELL,
            block=self.index,
            sentence=cell.row,
            row=name,
            column=head.words,
        )

    def _period(self, head: _Head, name: str) -> Period:
        """2023年决算数 in a paper of 2024, at the row or above the column."""
        told = {int(each) for each in _YEAR.findall(f"{head.words} {name}")} if "20" in head.words + name else set()
        if self.year is None or not told or self.year in told:
            return head.period
        return Period.BEFORE if self.year - 1 in told else Period.OTHER

    def _head_says(self, words: str) -> _Head:
        if words not in self._said_by_heads:
            told, implied = _UNIT_OF_HEAD.search(words), self._implied(words.split(" ", maxsplit=1)[0])
            self._said_by_heads[words] = _Head(
                words,
                told["unit"] if told else "",
                implied,
                self.lexicon.concept(words),
                Period.BEFORE if self.lexicon.any_of("上年").search(words) else Period.NOW,
                bool(self.lexicon.any_of("计划").search(words)),
                bool(self.lexicon.any_of("不加列").search(words)),
            )
        return self._said_by_heads[words]

    @cached_property
    def _said_by_heads(self) -> dict[str, _Head]:
        return {}

    def _with_unit(self, quantity: Quantity, head: _Head, name: str, beside: str) -> Quantity:
        """A figure without a unit takes that of its head, else that of the table for what may be money."""
        if quantity.unit or quantity.scale:
            return quantity
        named = _UNIT_OF_HEAD.search(name)
        unit = head.unit or head.implied or beside or (named["unit"] if named else "")
        unit = (unit or self._implied(name)).replace("％", "%")
        money = self.table.unit or (self._money if _OF_MONEY.search(f"{head.words} {name}") else "")
        return read_quantity(f"{quantity.number:f}", unit or money) or quantity

    @cached_property
    def _money(self) -> str:
        """The unit of money that a cell of the form names: 项目资金（万元）."""
        found = (_UNIT_OF_HEAD.search(cell.compact) for cell in self.table.lines())
        return next((each["unit"] for each in found if each and each["unit"].endswith("元")), "")

    def _implied(self, words: str) -> str:
        """分 for points, % for rates: told by the words of a head or, in a table that lies on its side, of a row."""
        if self.lexicon.any_of("比率列").search(_WORKED_OUT.sub("", words)):
            return "%"
        return "分" if self.lexicon.any_of("得分列").search(words) and not words.endswith("表") else ""

    @staticmethod
    def _role(quantity: Quantity, head: _Head) -> Role:
        if quantity.unit == "%" or head.implied == "%":
            return Role.RATE
        return Role.EACH if "/" in quantity.unit or head.apart else Role.AMOUNT

    def column_figures(self, column: int) -> Iterator[Statement]:
        """The figures of a column, from above."""
        return (self.figures[row, column] for row in self.rows if (row, column) in self.figures)
