"""Blocks of a report → running text of content files: 「# 」 before headings, 「- 」 before items, bars in tables."""

from collections.abc import Iterable, Mapping

from reportgen import patterns as re
from reportgen.adopt.strong import with_marks
from reportgen.adopt.values import Certainty, Remark
from reportgen.compose.numbering import DEEPEST_ITEM, Numbering
from reportgen.finished.headings import label_of
from reportgen.finished.parts import Line, Strong
from reportgen.finished.tables import UNIT, caption_name
from reportgen.language import _
from reportgen.model.document import Block, Heading, Illustration, Paragraph, Role, line_of, plain_text
from reportgen.model.lattice import Lattice
from reportgen.model.table import Cell, Table
from reportgen.place import Spot
from reportgen.record import Struct, field, replace
from reportgen.source.composed_text import Running

_SPECIAL = re.compile(r"#{1,6}\s|-\s|\|")


class Writer(Struct):
    """Writes the text of one section down: its sub-headings stand at `level`, numbers go on over its fields."""

    level: int
    numbering: Numbering = field(default_factory=Numbering)
    lines: list[str] = field(default_factory=list)
    below: int = 0
    nested: int = -1
    """How deep the last item stood, -1 when the line before is none."""
    waiting: list[Paragraph] = field(default_factory=list)
    """Name and unit of a table, which come before it."""
    remarks: list[Remark] = field(default_factory=list)
    strong: Mapping[Spot, tuple[Strong, ...]] = field(default_factory=dict)
    """The words that stand out in a paragraph, by its place."""

    def text(self, blocks: Iterable[Block], level: int | None = None) -> Running:
        """The running text of some blocks; headings of a level above `level` stand at it."""
        self.level = self.level if level is None else level
        self.lines, self.below, self.nested = [], self.level, -1
        for block in blocks:
            self.add(block)
        self.flush()
        return Running(tuple(self.lines))

    def add(self, block: Block) -> None:
        """Write a block down."""
        match block:
            case Heading():
                self.flush()
                self.heading(block)
            case Table():
                self.table(block)
            case Paragraph(role=Role.CAPTION | Role.UNIT):
                self.waiting.append(block)
            case Paragraph(role=Role.FIGURE):
                self.figure(block)
            case Illustration(name, files):
                self.flush()
                self.lines.append(f"图 {name}：" + "；".join(file.text for file in files))
            case Paragraph():
                self.flush()
                self.paragraph(block)
            case _:
                pass

    def heading(self, heading: Heading) -> None:
        """A sub-heading; one of a level above those of the field is put at its first."""
        depth = max(1, heading.level - self.level + 1)
        own = min(self.level + depth - 1, max(self.level, DEEPEST_ITEM))
        words = plain_text(heading.inlines)
        number = self.numbering.next(own)
        if heading.label and heading.label.strip() != number:
            why = _("编号「{old}」由程序排成「{new}」", old=heading.label.strip(), new=number)
            self.remarks.append(Remark(Certainty.GUESSED, heading.label + words, why=why))
        self.lines.append("#" * depth + " " + words.strip())
        self.below, self.nested = own + 1, -1

    def paragraph(self, paragraph: Paragraph) -> None:
        """A paragraph; its number is left to the program where this counts the same."""
        words = with_marks(plain_text(paragraph.inlines).strip(), self.strong.get(paragraph.origin.spot, ()))
        if not (paragraph.label + words).strip():
            return
        nesting = self.nesting(paragraph.label)
        if nesting is not None:
            self.lines.append("  " * nesting + "- " + words)
            self.nested = nesting
            return
        self.nested = -1
        words = paragraph.label + words
        if _SPECIAL.match(words):
            self.remarks.append(Remark(Certainty.GUESSED, words, why=_("行首的记号在内容文件里另有意思，请核对")))
        self.lines.append(words)

    def nesting(self, label: str) -> int | None:
        """Below how many items an item stands; None where the program would not print this number."""
        level = label_of(Line(label)).level
        nesting = level - self.below
        if not level or not 0 <= nesting <= self.nested + 1:
            return None
        numbering = replace(self.numbering, counts=dict(self.numbering.counts))
        if numbering.next(level) != label.strip():
            return None
        self.numbering.counts = numbering.counts
        return nesting

    def figure(self, paragraph: Paragraph) -> None:
        """A picture or chart: its words are kept, it itself has to be put in by hand."""
        if words := plain_text(paragraph.inlines).strip():
            why = _("图要自己放，写法见《内容文件怎么写》的“画图”和“正文里的插图”")
            self.remarks.append(Remark(Certainty.UNPLACED, words, why=why))

    def table(self, table: Table) -> None:
        """A table with its name and unit above it."""
        name, unit = self._named()
        self.waiting = []
        if name:
            self.lines.append(f"表 {name}（单位：{unit}）" if unit else f"表 {name}")
        rows = rows_of(table)
        self.lines += ["| " + " | ".join(row) + " |" for row in rows]
        self.nested = -1
        merged = any(cell.rows > 1 or cell.columns > 1 for cell in table.cells)
        several = any("\n" in cell.text.strip() for cell in table.cells)
        if merged or several or len(rows) < 2:
            why = _("正文里的表没有合并的格，一格只有一行，请核对")
            self.remarks.append(Remark(Certainty.GUESSED, name or " ".join(rows[0] if rows else ()), why=why))

    def _named(self) -> tuple[str, str]:
        name = unit = ""
        for paragraph in self.waiting:
            words = line_of(paragraph).strip()
            if found := UNIT.fullmatch(words):
                unit = found["unit"]
            else:
                name = caption_name(words)
        return name, unit

    def flush(self) -> None:
        """Names of tables behind which no table came are words of the text."""
        for paragraph in self.waiting:
            self.lines.append(line_of(paragraph).strip())
        self.waiting = []


def rows_of(table: Table) -> list[list[str]]:
    """The words of the cells; a merged cell says its words once."""
    lattice = Lattice(table)
    columns = range(lattice.width)
    return [[_words(lattice.at(row, column), row, column) for column in columns] for row in range(table.row_count)]


def _words(cell: Cell | None, row: int, column: int) -> str:
    if cell is None or (cell.row, cell.column) != (row, column):
        return ""
    return "".join(line.strip() for line in cell.text.splitlines()).replace("|", "｜")
