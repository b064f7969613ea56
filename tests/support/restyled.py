"""A document as other hands set it in Word: automatic numbers, bold letters, text boxes, tables cut in two."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from docx import Document as NewDocx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from reportgen.model.document import Block, Document, Heading, Paragraph, Role, Table, line_of, plain_text

_LEVELS = ("chineseCounting", "chineseCounting", "decimal", "decimal")
_FORMS = ("%1、", "（%2）", "%3.", "（%4）")


def automatic(document: Document) -> bytes:
    """Word's own headings, one level further down since the title is the first; every number is Word's."""
    word = _Word()
    word.numbered()
    return word.restyled(
        document,
        lambda heading: word.line(
            plain_text(heading.inlines), style=f"Heading {heading.level + 1}", number=heading.level
        ),
        lambda title: word.line(title, style="Heading 1"),
    )


def bold(document: Document) -> bytes:
    """Everything in the style of text; headings are bold and have the numbers that were typed."""
    word = _Word()
    return word.restyled(
        document,
        lambda heading: word.line(line_of(heading), bold=True),
        lambda title: word.line(title, bold=True, centred=True),
    )


def boxed(document: Document) -> bytes:
    """The title in a text box, numbers in other forms (一. and 1、), headings a little larger, tables cut by pages."""
    word = _Word()

    def heading(block: Heading) -> None:
        label = block.label.replace("、", ".") if block.level == 1 else block.label.replace(".", "、")
        word.line(label + plain_text(block.inlines), size=18)

    return word.restyled(document, heading, word.box, cut_of=_middle)


def pasted(document: Document) -> bytes:
    """Copied into a new file: numbers are lost, headings are bold, each level in its size."""
    word = _Word()
    return word.restyled(
        document,
        lambda heading: word.line(plain_text(heading.inlines), bold=True, size=19 - heading.level),
        lambda title: word.line(title, bold=True, centred=True, size=22),
    )


def faced(document: Document) -> bytes:
    """Numbers of the first three levels are lost, all letters are of one size: 黑体, 楷体 and bold tell the levels."""
    word = _Word()
    faces = {1: ("黑体", False), 2: ("楷体_GB2312", False), 3: ("仿宋_GB2312", True), 4: ("仿宋_GB2312", False)}

    def heading(block: Heading) -> None:
        face, heavy = faces[block.level]
        words = plain_text(block.inlines) if block.level < 4 else line_of(block)
        word.line(words, bold=heavy, face=face)

    return word.restyled(document, heading, lambda title: word.line(title, centred=True, size=22), face="仿宋_GB2312")


def typed(document: Document) -> bytes:
    """Nothing but text: everything in one style and one size, only the numbers are there."""
    word = _Word()
    return word.restyled(
        document, lambda heading: word.line(line_of(heading)), lambda title: word.line(title, centred=True)
    )


def reworded(document: Document) -> bytes:
    """Other words for the headings of the outline, set bold in sizes; numbers are lost."""
    word = _Word()
    return word.restyled(
        document,
        lambda heading: word.line(in_other_words(plain_text(heading.inlines)), bold=True, size=19 - heading.level),
        lambda title: word.line(title, bold=True, centred=True, size=22),
    )


_OTHER = {
    "存在的问题": "主要不足",
    "措施": "对策",
    "部门基本情况": "单位概况",
    "评价": "考评",
    "资金": "经费",
}
_FURTHER = {"情况": "概况", "工作": "有关工作", "分析": "剖析"}


def in_other_words(heading: str) -> str:
    """A heading as another hand words it."""
    for words, other in (*_OTHER.items(), *_FURTHER.items()):
        heading = heading.replace(words, other)
    return heading


RESTYLINGS: dict[str, Callable[[Document], bytes]] = {
    "automatic": automatic,
    "bold": bold,
    "boxed": boxed,
    "pasted": pasted,
    "faced": faced,
    "typed": typed,
    "reworded": reworded,
}


def _blocks(document: Document) -> Iterator[Block]:
    yield Paragraph(Role.TITLE, tuple(i for i in document.lines["标题"] if i.text.strip()))
    for slot in ("主送机关", "正文", "落款"):
        yield from document.blocks.get(slot, ())


def _line(block: Paragraph) -> str:
    return line_of(block).replace("\n", "")


def _middle(table: Table) -> int:
    """The first row of the lower half that no cell reaches across; 0 for none."""
    rows = range(table.row_count // 2, table.row_count)
    return next((row for row in rows if all(not cell.row < row < cell.row + cell.rows for cell in table.cells)), 0)


class _Word:
    """Writes a Word file paragraph by paragraph."""

    def __init__(self) -> None:
        self.file: Any = NewDocx()

    def restyled(
        self,
        document: Document,
        heading: Callable[[Heading], None],
        title: Callable[[str], None],
        cut_of: Callable[[Table], int] = lambda _table: 0,
        face: str = "宋体",
    ) -> bytes:
        """The file of a document whose headings and title are written so, its tables cut before a row."""
        for block in _blocks(document):
            match block:
                case Heading():
                    heading(block)
                case Paragraph(role=Role.TITLE):
                    title(_line(block))
                case Paragraph():
                    self.line(_line(block), face=face)
                case Table():
                    cut = cut_of(block)
                    self.table(block, 0, cut)
                    self.table(block, cut, block.row_count)
                case _:
                    pass
        stream = BytesIO()
        self.file.save(stream)
        return stream.getvalue()

    def numbered(self) -> None:
        """Give the file a numbering of four levels."""
        levels = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{words}"/></w:lvl>'
            for at, (form, words) in enumerate(zip(_LEVELS, _FORMS, strict=True))
        )
        part = self.file.part.numbering_part.element
        part.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'))
        part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))

    def line(
        self,
        words: str,
        *,
        style: str = "Normal",
        number: int = 0,
        bold: bool = False,
        centred: bool = False,
        size: int = 0,
        face: str = "宋体",
    ) -> None:
        """A paragraph."""
        paragraph = self.file.add_paragraph(style=style)
        run = paragraph.add_run(words)
        run._element.get_or_add_rPr().append(parse_xml(f'<w:rFonts {nsdecls("w")} w:eastAsia="{face}"/>'))
        run.bold = bold or None
        run.font.size = Pt(size or 14)
        properties = paragraph._p.get_or_add_pPr()
        if number:
            properties.append(
                parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{number - 1}"/><w:numId w:val="77"/></w:numPr>')
            )
        if centred:
            paragraph.alignment = 1

    def box(self, words: str) -> None:
        """A text box with one line."""
        paragraph = self.file.add_paragraph()
        inner = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'
        box = (
            f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="width:400pt;height:60pt">'
            f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>"
        )
        paragraph.add_run()._element.append(parse_xml(box))

    def table(self, table: Table, first: int, end: int) -> None:
        """Some rows of a table, cells merged as they were."""
        if first >= end:
            return
        width = max(cell.column + cell.columns for cell in table.cells)
        made = self.file.add_table(end - first, width, style="Table Grid")
        for cell in table.lines():
            if not first <= cell.row < end:
                continue
            begin = made.cell(cell.row - first, cell.column)
            last = made.cell(min(cell.row + cell.rows, end) - first - 1, cell.column + cell.columns - 1)
            merged = begin.merge(last) if begin is not last else begin
            lines = cell.text.splitlines() or [""]
            merged.paragraphs[0].text = lines[0]
            for line in lines[1:]:
                merged.add_paragraph(line)
