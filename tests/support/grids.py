"""Blocks put straight into the template of the evaluation report and printed, for tests of tables and pages."""

from datetime import UTC, datetime
from decimal import Decimal
from functools import cache, cached_property

from tests.support.example import PACK

from reportgen.model.document import Block, Document, Heading, Metadata, Paragraph, Role, Text
from reportgen.model.engine import Engine
from reportgen.model.table import Cell, CellRole, Table
from reportgen.place import Place
from reportgen.record import Struct
from reportgen.render.engines import Printing, print_pdf
from reportgen.render.html import render_html
from reportgen.render.plain import printed_lines
from reportgen.verify.lines import Line, contents_of
from reportgen.word.template import Template, read_template

MOMENT = datetime(2021, 4, 15, tzinfo=UTC)
HEAD = ("一级指标", "三级指标", "指标值")


@cache
def template() -> Template:
    return read_template(PACK / "template.docx")[0]


def cell(row: int, column: int, text: str, role: CellRole = CellRole.TEXT, rows: int = 1, columns: int = 1) -> Cell:
    """A cell; each line of `text` is a paragraph. It was written in line `row` + 1, at `column` + 1."""
    paragraphs = tuple((Text(line),) if line else () for line in text.split("\n"))
    return Cell(row, column, paragraphs, role, rows, columns, origin=Place("甲.yaml", row + 1, column + 1))


def table(*cells: Cell, heads: int = 1, long: tuple[int, ...] = (), caption: str = "", unit: str = "") -> Table:
    """A table of three columns, 30, 90 and 36 mm wide, below `HEAD`, which is added."""
    head = [cell(0, column, text, CellRole.HEAD) for column, text in enumerate(HEAD)] if heads else []
    count = max(one.row + one.rows for one in (*head, *cells))
    widths = Decimal(30), Decimal(90), Decimal(36)
    return Table(widths, (*head, *cells), count, heads, frozenset(long), caption, unit)


def rows(count: int, label: int = 1) -> list[Cell]:
    """Body rows of one line each; the cells of the first column are merged over `label` rows."""
    made = []
    for row in range(1, count + 1):
        if (row - 1) % label == 0:
            made.append(cell(row, 0, f"指标{row}类", CellRole.CENTER, rows=min(label, count + 1 - row)))
        made += [cell(row, 1, f"第{row}项科普活动"), cell(row, 2, f"{row}.00", CellRole.NUMBER)]
    return made


def heading(level: int, label: str, words: str) -> Heading:
    return Heading(level, label, (Text(words),))


def paragraph(words: str) -> Paragraph:
    return Paragraph(Role.BODY, (Text(words),))


class Printed(Struct, frozen=True, dict=True):
    """Some blocks below a title, printed by an engine."""

    blocks: tuple[Block, ...]
    title: str = "项目支出绩效目标表"
    engine: Engine = Engine.WEASYPRINT

    @property
    def document(self) -> Document:
        metadata = Metadata(self.title, "某市科技馆")
        return Document(metadata, {"标题": (Text(self.title),)}, {"正文": self.blocks})

    @cached_property
    def html(self) -> str:
        return render_html(self.document, template().frame, template().looks)

    @cached_property
    def pdf(self) -> bytes:
        return print_pdf(Printing(self.document, template().frame, template().looks, MOMENT), self.engine).content

    @property
    def lines(self) -> list[Line]:
        """What has to be read back."""
        return [
            Line(
                line.text,
                line.cell.origin if line.cell else Place("甲.yaml"),
                line.part or (line.block if isinstance(line.block, Table) else None),
                line.cell,
            )
            for line in printed_lines(self.document, template().frame)
        ]

    @property
    def contents(self) -> list[tuple[str, ...]]:
        """What its tables of contents say."""
        return contents_of(self.blocks)


def printed(*blocks: Block, engine: Engine = Engine.WEASYPRINT) -> Printed:
    return Printed(blocks, engine=engine)
