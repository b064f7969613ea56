"""The body of template.docx → frame: paragraphs, tables, and the conditions around them."""

from collections.abc import Iterator, Mapping

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import TEMPLATE_FORM, TEMPLATE_WORD_ONLY
from reportgen.fonts import stand_in
from reportgen.language import _
from reportgen.model.frame import (
    FrameBlocks,
    FrameCell,
    FrameIf,
    FrameItem,
    FrameLine,
    FrameRow,
    FrameTable,
    Span,
)
from reportgen.model.look import Page, Style
from reportgen.place import Place, Spot
from reportgen.record import Struct, field, replace
from reportgen.word import tables
from reportgen.word.drawings import DrawingReader
from reportgen.word.lines import Paragraph, at_page_breaks, frame_line, read_paragraph
from reportgen.word.package import Element, Package, W, is_repeated, value
from reportgen.word.runs import PAGE_BREAK
from reportgen.word.tables import TableReader
from reportgen.word.tags import BlockTag, ElseTag, EndIfTag, IfTag, LineTag, NotATag, read_line, read_tags

_Mark = IfTag | ElseTag | EndIfTag


def paragraph_place(file: str, number: int, where: str) -> Place:
    """The paragraph of that number, from 1, of the body or of the part that `where` names."""
    words = _("第 {number} 段", number=number)
    if where:
        words = _("{where}第 {number} 段", where=where, number=number)
    return Place(file, number, spot=Spot(paragraph=number, words=words))


class FrameReader(Struct):
    """Reads one part of a template; what cannot be read is in `found`."""

    package: Package
    styles: Mapping[str, Style]
    """By id."""
    page: Page
    part: str = "word/document.xml"
    where: str = ""
    """The part's name for messages; the body has none."""
    table_styles: Mapping[str, tuple[Element, ...]] = field(default_factory=dict)
    """Each table style with those that it is based on, by id."""
    found: list[Diagnostic] = field(default_factory=list)
    read_nodes: set[Element] = field(default_factory=set)
    """The paragraphs that came to be items."""
    number: int = 0
    """Paragraph being read, from 1."""

    def read(self, body: Element) -> tuple[FrameItem, ...]:
        """The items of a body, a header or a footer; only in a body itself may there be blocks."""
        return self._nested(self._pieces(body), blocks=not self.where)

    def _pieces(self, nodes: Element) -> Iterator[FrameItem | _Mark]:
        for node in nodes:
            if node.tag == W + "tbl":
                yield self._table(node)
            elif node.tag == W + "p":
                self.number += 1
                yield from self._paragraph(node)
            elif node.tag == W + "customXml":
                yield from self._pieces(node)
            elif node.tag == W + "altChunk":
                self._word_only(_("插入的整个文件"))

    def _inner(self, nodes: Element) -> tuple[FrameItem, ...]:
        """What stands in a cell or in a box: no blocks."""
        return self._nested(self._pieces(nodes), blocks=False)

    def _nested(self, pieces: Iterator[FrameItem | _Mark], blocks: bool) -> tuple[FrameItem, ...]:
        """Items, those between a condition and its end inside it."""
        outer: list[_Open] = []
        now = _Open("", self._place())
        for piece in pieces:
            match piece:
                case IfTag(name):
                    outer.append(now)
                    now = _Open(name, self._place())
                case ElseTag() if outer and now.shown is None:
                    now.shown, now.items = now.items, []
                case EndIfTag() if outer:
                    closed, now = now.close(), outer.pop()
                    now.items.append(closed)
                case ElseTag():
                    self._wrong(_("{%p else %} 前面没有 {%p if %}"))
                case EndIfTag():
                    self._wrong(_("{%p endif %} 前面没有 {%p if %}"))
                case FrameBlocks() if not blocks:
                    tag = "{{p " + piece.name + " }}"
                    self._wrong(_("{tag} 只能放在正文区，不能放在表格、文本框、页眉或页脚里", tag=tag))
                case _:
                    now.items.append(piece)
        if outer:
            self._wrong(_("{%p if %} 没有对应的 {%p endif %}"), now.origin)
        return tuple(now.items)

    def _paragraph(self, node: Element) -> Iterator[FrameItem | _Mark]:
        place = self._place()
        self.read_nodes.add(node)
        read = read_paragraph(node, self.styles, DrawingReader(self.package, self.part, self.page, self._inner))
        self.found += [TEMPLATE_WORD_ONLY.at(place, name) for name in read.names]
        words = read.text.replace(PAGE_BREAK, "")
        try:
            tag = read_tags(words)
            if isinstance(tag, LineTag):
                yield from [self._line(part, read_line(part.text), place) for part in at_page_breaks(read)]
                return
        except NotATag as refused:
            self._wrong(str(refused), place)
            return
        if read.line.floats or words != read.text:
            label = _("{tag} 换掉一整段，同一段里的图片、文本框和分页符印不出来，请移到别的段落", tag=words.strip())
            self._wrong(label, place)
        yield FrameBlocks(tag.name, place) if isinstance(tag, BlockTag) else tag

    def _line(self, read: Paragraph, tag: LineTag, place: Place) -> FrameLine:
        line, said = frame_line(read, tag, place)
        if said:
            self.found.append(TEMPLATE_WORD_ONLY.at(place, said))
        styles = (line.style, *(part.style for part in line.parts if isinstance(part, Span)))
        for font in dict.fromkeys(style.east_asian_font for style in styles):
            if font and font != read.style.east_asian_font and stand_in(font) is None:
                self.found.append(TEMPLATE_WORD_ONLY.at(place, _("字体「{font}」没有替代，PDF 用仿宋", font=font)))
        return line

    def read_left_out(self, root: Element) -> tuple[FrameItem, ...]:
        """The paragraphs that stand where the PDF shows nothing: Word fills their tags all the same."""
        known = {_text(node) for node in self.read_nodes}
        nodes = [node for node in root.iter(W + "p") if node not in self.read_nodes and _text(node).strip()]
        return self._inner([node for node in nodes if not (is_repeated(node) and _text(node) in known)])

    def _table(self, table: Element) -> FrameTable:
        read = TableReader(table, self.table_styles.get(value(table.find(W + "tblPr"), "tblStyle") or "", ()))
        if not read.widths:
            self._wrong(_("表格没有列宽，请在 Word 或 WPS 里重新画一个"))
        first = self.number + 1
        rows = self._nested(self._rows(read), blocks=False)
        place = paragraph_place(self.package.file, first, self.where)
        self.found += [TEMPLATE_WORD_ONLY.at(place, name) for name in read.lost()]
        made = FrameTable(
            rows, read.widths, read.margins, at_foot=tables.is_at_foot(table), align=read.align, indent=read.indent
        )
        if not read.is_plain:
            return made
        above, between, below = (read.rule(side) for side in ("top", "insideH", "bottom"))
        return replace(made, above=above, between=between, below=below)

    def _rows(self, read: TableReader) -> Iterator[FrameItem | _Mark]:
        rows = list(read.rows())
        words = [row for row in rows if tables.condition(row) is None]
        for row in rows:
            condition = tables.condition(row)
            if condition is not None:
                paragraphs = list(row.iter(W + "p"))
                self.number += len(paragraphs)
                self.read_nodes.update(paragraphs)
                yield condition
            else:
                height, least = tables.height(row)
                yield FrameRow(tuple(self._cells(read, words, words.index(row))), height, least)

    def _cells(self, read: TableReader, rows: list[Element], at: int) -> Iterator[FrameCell]:
        before = int(value(rows[at].find(W + "trPr"), "gridBefore") or 0)
        if before:
            yield FrameCell((), before)
        column = before
        for cell in rows[at].iterchildren(W + "tc"):
            columns = int(value(cell.find(W + "tcPr"), "gridSpan") or 1)
            if _goes_on(cell):
                self._pass_over(cell)
            else:
                deep = _depth(rows[at + 1 :], column)
                last = (at + deep >= len(rows), column + columns >= len(read.widths))
                yield self._cell(read, cell, columns, deep, (at == 0, last[1], last[0], column == 0))
            column += columns

    def _cell(
        self, read: TableReader, cell: Element, columns: int, rows: int, edges: tuple[bool, bool, bool, bool]
    ) -> FrameCell:
        properties = cell.find(W + "tcPr")
        rules = (None, None, None, None) if read.is_plain else read.rules(cell, edges)
        upright = {"center": "middle", "bottom": "bottom"}.get(value(properties, "vAlign") or "", "top")
        fill = value(properties, "shd", "fill") or "auto"
        return FrameCell(self._inner(cell), columns, rows, rules, upright, "" if fill == "auto" else fill)

    def _pass_over(self, cell: Element) -> None:
        """The rest of a merged cell: Word keeps an empty paragraph in it."""
        paragraphs = list(cell.iter(W + "p"))
        self.number += len(paragraphs)
        self.read_nodes.update(paragraphs)

    def _place(self) -> Place:
        return paragraph_place(self.package.file, self.number, self.where)

    def _wrong(self, label: str, place: Place | None = None) -> None:
        self.found.append(TEMPLATE_FORM.at(place or self._place(), label))

    def _word_only(self, name: str) -> None:
        self.found.append(TEMPLATE_WORD_ONLY.at(self._place(), name))


class _Open(Struct):
    """A condition that has not ended yet; the outermost has no name."""

    name: str
    origin: Place
    items: list[FrameItem] = field(default_factory=list)
    shown: list[FrameItem] | None = None
    """What stood before its `else`, where it has one."""

    def close(self) -> FrameIf:
        if self.shown is None:
            return FrameIf(self.name, tuple(self.items), (), self.origin)
        return FrameIf(self.name, tuple(self.shown), tuple(self.items), self.origin)


def _text(node: Element) -> str:
    return "".join(text.text or "" for text in node.iter(W + "t"))


def _goes_on(cell: Element) -> bool:
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(W + "val", "continue") != "restart"


def _depth(below: list[Element], column: int) -> int:
    """How many rows a cell reaches over that begins in a column."""
    count = 1
    for row in below:
        at = int(value(row.find(W + "trPr"), "gridBefore") or 0)
        for cell in row.iterchildren(W + "tc"):
            if at == column:
                if not _goes_on(cell):
                    return count
                count += 1
                break
            at += int(value(cell.find(W + "tcPr"), "gridSpan") or 1)
        else:
            return count
    return count
