"""A Word file → its parts: paragraphs and tables in the order in which they are read.

Headers, footers and comments are no part of the text; notes belong to the paragraph that refers to them. The page of a
paragraph is known when Word itself laid the file out last and left its page breaks in it
(`w:lastRenderedPageBreak`); forced page breaks alone would tell the page too low, and WPS leaves none of the others.
"""

from collections.abc import Iterator, Mapping

from reportgen.errors import UsageProblem
from reportgen.finished.docx.aside import aside_of
from reportgen.finished.docx.dividers import of_paragraph, of_table
from reportgen.finished.docx.headings import Sheet
from reportgen.finished.docx.joined import join_parts
from reportgen.finished.docx.layout import measured
from reportgen.finished.docx.notes import Notes
from reportgen.finished.docx.origins import Origins
from reportgen.finished.docx.pictures import native_charts, picture_names
from reportgen.finished.docx.runs import Fields, Words, boxes_of, has_picture, words_of
from reportgen.finished.docx.settings import Settings
from reportgen.finished.docx.strong import strong_words
from reportgen.finished.docx.tables import WRAPPERS, Piece, head_rows, is_imprint, is_letterhead
from reportgen.finished.parts import Box, Grid, Line, Part, Picture, Reading, spot_of_box, spot_of_line
from reportgen.language import _
from reportgen.model.setting import Divider
from reportgen.place import NO_SPOT, Spot
from reportgen.record import Struct, field, replace
from reportgen.word.package import Element, Package, W, too_deep
from reportgen.word.usable import refuse_strict

_DEEPEST = 40
_GALLERY = "Table of Contents"


def read_docx(content: bytes, file: str, closely: bool = False) -> Reading:
    """The parts of a Word file, and the layout of its pages; `closely` for the words that stand out in a paragraph.

    Raises UsageProblem when it cannot be read.
    """
    reader, root = _opened(content, file, closely)
    return reader.read(root)


def read_with_origins(content: bytes, file: str) -> tuple[Reading, Origins]:
    """The same, and where in the file its lines and cells come from. Raises UsageProblem when it cannot be read."""
    reader, root = _opened(content, file)
    reading = reader.read(root)
    return reading, Origins(_numbered(reader.nodes, reader.settings.numbers), dict(reader.notes.spots))


def _opened(content: bytes, file: str, closely: bool = False) -> tuple["_Reader", Element]:
    package = Package(file, content)
    root = package.main()
    refuse_strict(root, file)
    body = root.find(W + "body") if root is not None else None
    if root is None or body is None:
        raise UsageProblem(_("{file} 不是 Word 文件，里面没有正文。请用 Word 或 WPS 打开，另存为 .docx", file=file))
    paged = next(body.iter(W + "lastRenderedPageBreak"), None) is not None
    sheet = Sheet(package)
    return _Reader(sheet, 1 if paged else 0, Settings(sheet, body), Notes(package), closely), root


def _numbered(nodes: Mapping[Spot, Element], numbers: Mapping[Element, int]) -> dict[Spot, tuple[int, ...]]:
    """The paragraphs of a line or a cell by their number in the file: trees are read anew by whoever changes them."""
    return {
        spot: tuple(numbers[each] for each in node.iter(W + "p") if each in numbers) for spot, node in nodes.items()
    }


class _Reader(Struct):
    """Goes through a body; counts pages, paragraphs and tables."""

    sheet: Sheet
    page: int
    settings: Settings
    notes: Notes
    closely: bool = False
    fields: Fields = field(default_factory=Fields)
    paragraphs: int = 0
    tables: int = 0
    depth: int = 0
    """Of bodies, cells, boxes and controls within each other."""
    dividers: list[Divider] = field(default_factory=list)
    count: int = 0
    """Of the parts given out."""
    cells: int = 0
    """Of tables within each other: of a cell only words and numbers are asked, not how it is set."""
    nodes: dict[Spot, Element] = field(default_factory=dict)
    """The paragraph or cell that each line or box comes from."""
    left_over: str = ""
    """The text of a paragraph whose end was deleted: it goes on with the next one."""

    def read(self, root: Element) -> Reading:
        """The whole file; parts of one form are joined in the tree."""
        body = root.find(W + "body")
        join_parts(body)
        parts = tuple(self.parts(body))
        layout = replace(measured(self.sheet, body), dividers=tuple(self.dividers))
        return Reading(parts, layout, aside_of(self.sheet, body, self.notes))

    def parts(self, container: Element) -> Iterator[Part]:
        """What a body, a text box, a cell or a content control holds. Raises UsageProblem when they nest too deep."""
        if self.depth > _DEEPEST:
            raise UsageProblem(too_deep(self.sheet.package.file))
        self.depth += 1
        for node in container:
            if node.tag == W + "p":
                yield from self._paragraph(node)
            elif node.tag == W + "tbl":
                yield from self._table(node)
            elif node.tag in WRAPPERS and not _is_contents(node):
                yield from self.parts(node)
        self.depth -= 1

    def _paragraph(self, node: Element) -> Iterator[Part]:
        if len(node) == 0 and not self.left_over:
            self.settings.pass_blank()
            return  # an empty line, of which there may be a million
        before = self.count
        notes = self.notes.of(node) if not self.cells else ()
        for line in self._lines(node):
            self.paragraphs += 1
            self.count += 1
            spot = spot_of_line(self.page, self.paragraphs)
            self.nodes[spot] = node
            self.nodes |= {note.spot: node for note in notes}
            yield replace(line, spot=spot, notes=notes)
            notes = ()
        self.dividers += of_paragraph(node, self.settings.style(node), before, self.count > before)
        if has_picture(node):
            self.count += 1
            spot, package = spot_of_line(self.page, self.paragraphs), self.sheet.package
            yield Picture(spot, picture_names(node, package), native_charts(node, package))
        for box in boxes_of(node):
            yield from self.parts(box)

    def _lines(self, node: Element) -> Iterator[Line]:
        """The lines that say something; each line behind a forced break is a paragraph to a reader."""
        style = self.sheet.style_of(node)
        words = words_of(node, self.fields, lambda run: self.sheet.hides(run, style))
        self._turn(words.turns_before)
        texts = [self.left_over + words.lines[0], *words.lines[1:]]
        self.left_over = ""
        if _joins_next(node):
            self.left_over = texts.pop()
        said = [text for text in texts if text] if not self.sheet.in_contents(style, "".join(texts)) else []
        line = self._line(node, style, words, bool(said))
        for index, text in enumerate(said):
            yield replace(line, text=text) if index == 0 else replace(line, text=text, level=0, number="")
        self._turn(words.turns - words.turns_before)
        if self.page and words.turns > words.turns_before:
            self.paragraphs = 1  # its rest is the first that a reader sees on the new page

    def _line(self, node: Element, style: str, words: Words, said: bool) -> Line:
        """All but the words of a paragraph; its number counts on."""
        if self.cells:
            return self._line_of_cell(node, style, said)
        sheet = self.sheet
        level, number, centred = sheet.level(node, style), sheet.number(node, style), sheet.centred(node, style)
        ends = self.page + words.turns - words.turns_before if self.page else 0
        look = sheet.letters.look(node, style)
        setting = self.settings.of(node, look, bool(number), words.turns_before > 0) if said else None
        if not said:
            self.settings.pass_over(node)
        strong = strong_words(node, sheet.letters, style, look) if self.closely else ()
        return Line("", NO_SPOT, level, number, centred, look, ends, setting, strong=strong)

    def _line_of_cell(self, node: Element, style: str, said: bool) -> Line:
        """Its number, and what it leaves for the paragraph behind the table."""
        if said:
            self.settings.pass_shown(node)
        else:
            self.settings.pass_over(node)
        return Line("", number=self.sheet.number(node, style))

    def _turn(self, pages: int) -> None:
        if self.page and pages:
            self.page += pages
            self.paragraphs = 0

    def _table(self, node: Element) -> Iterator[Part]:
        pieces = self.sheet.pieces(node)
        if len(pieces) == 1 or is_imprint(pieces) or is_letterhead(pieces):  # a frame around text
            self.dividers += of_table(node, self.count)
            for piece in pieces:
                yield from self.parts(piece.node)
            return
        if not pieces:
            return
        self.tables += 1
        before = self.count
        for part in _Table(self, self.tables).parts(node, pieces):
            before += 1
            yield part
        self.count = before


class _Table(Struct):
    """Reads the cells of one table; the tables within it come behind it."""

    reader: _Reader
    number: int
    inner: list[Part] = field(default_factory=list)

    def parts(self, node: Element, pieces: list[Piece]) -> Iterator[Part]:
        """The table, and those that stand in its cells."""
        before, page = self.reader.paragraphs, self.reader.page
        self.reader.cells += 1
        grid = Grid(tuple(self._boxes(pieces)), head_rows(node))
        self.reader.cells -= 1
        yield grid
        yield from self.inner
        self.reader.paragraphs = before if self.reader.page == page else 0

    def _boxes(self, pieces: list[Piece]) -> Iterator[Box]:
        """The cells; those of a row that goes on over a page all turn it."""
        row, first, last = -1, self.reader.page, self.reader.page
        for piece in pieces:
            if piece.row != row:
                row, first = piece.row, last
            self.reader.page = first
            yield self._box(piece)
            last = max(last, self.reader.page)
        self.reader.page = last

    def _box(self, piece: Piece) -> Box:
        page = self.reader.page
        texts = []
        for part in self.reader.parts(piece.node):
            if isinstance(part, Line):
                texts.append(part.number + part.text)
                page = page or part.spot.page
            else:
                self.inner.append(part)
        text = "\n".join(texts)
        spot = spot_of_box(page, self.number, piece.row + 1, piece.column + 1)
        self.reader.nodes[spot] = piece.node
        return Box(piece.row, piece.column, text, spot, piece.rows, piece.columns)


def _is_contents(node: Element) -> bool:
    """Whether a content control holds the table of contents."""
    galleries = node.iterfind(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return any(gallery.get(W + "val") == _GALLERY for gallery in galleries)


def _joins_next(node: Element) -> bool:
    """Whether the end of the paragraph was deleted under tracked changes."""
    return node.find(f"{W}pPr/{W}rPr/{W}del") is not None
