"""Marks put into a PDF as readers' programs write them (ISO 32000-2, 12.5.6), for tests of what comes back.

`Program` says how each of them differs: order and number of the quads, popups, appearance streams, dates, subjects.
"""

from collections.abc import Iterator
from enum import Enum, auto
from io import BytesIO
from itertools import groupby

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Pdf, String
from pypdfium2 import raw

from reportgen.record import Struct, field

Box = tuple[float, float, float, float]


class Program(Enum):
    """What wrote the mark."""

    ACROBAT = auto()
    FOXIT = auto()
    WPS = auto()
    FIREFOX = auto()
    EDGE = auto()
    PREVIEW = auto()


class Sort(Enum):
    """What kind of mark; the value is its subtype."""

    HIGHLIGHT = "Highlight"
    UNDERLINE = "Underline"
    STRIKE = "StrikeOut"
    NOTE = "Text"
    FREE_TEXT = "FreeText"
    CARET = "Caret"
    REPLACE = "Caret "
    SQUARE = "Square"
    CIRCLE = "Circle"
    INK = "Ink"
    LINE = "Line"


class Planted(Struct, frozen=True):
    """A mark at words of a page: `words` stand in the text of the PDF, white space aside, for the time `nth`."""

    sort: Sort
    words: str
    text: str = ""
    author: str = "张处长"
    program: Program = Program.ACROBAT
    replies: tuple[tuple[str, str], ...] = ()
    """Author and words of each answer."""
    state: str = ""
    nth: int = 1
    inside: tuple[int, int] | None = None
    """Which of the characters are marked, if not all: the rest says where they stand."""
    over: bool = False
    """Whether typed words stand over those of the page and not in the margin."""
    behind: bool = False
    """Whether a caret stands behind the words and not before them."""


_OVER = (Sort.HIGHLIGHT, Sort.UNDERLINE, Sort.STRIKE)
_SUBJECTS = {
    Program.ACROBAT: {"Highlight": "高亮", "StrikeOut": "删划线", "Text": "附注", "Caret": "插入的文本"},
    Program.FOXIT: {"Highlight": "高亮", "StrikeOut": "删除", "Text": "备注", "Caret": "插入"},
}
_QUAD_ORDERS = {
    Program.ACROBAT: (0, 1, 2, 3),  # upper left, upper right, lower left, lower right
    Program.FOXIT: (0, 1, 2, 3),
    Program.WPS: (2, 3, 1, 0),  # as the standard says, against the clock
    Program.FIREFOX: (0, 1, 2, 3),
    Program.EDGE: (2, 3, 0, 1),
    Program.PREVIEW: (0, 2, 1, 3),
}


class _Found(Struct, frozen=True):
    page: int
    boxes: tuple[Box, ...]
    """A box for each line of the page that the words touch."""
    turned: bool = False


class Pages(Struct):
    """Where the characters of a PDF stand."""

    content: bytes
    chars: list[list[tuple[str, Box, float]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        document = pypdfium2.PdfDocument(self.content)
        for page in document:
            text = page.get_textpage()
            self.chars.append(list(_chars(text)))
            text.close()
            page.close()
        document.close()

    def find(self, planted: Planted) -> _Found:
        """The words on a page; those that go on over a page have to be given otherwise."""
        words, left = "".join(planted.words.split()), planted.nth
        for number, chars in enumerate(self.chars):
            text = "".join(char for char, _box, _angle in chars)
            at = -1
            while (at := text.find(words, at + 1)) >= 0:
                left -= 1
                if not left:
                    start, end = planted.inside or (0, len(words))
                    return self._boxed(number, chars[at + start : at + end])
        raise AssertionError(f"no page says {planted.words}")

    def _boxed(self, number: int, chars: list[tuple[str, Box, float]]) -> _Found:
        turned = abs(chars[0][2]) > 0.1
        level = (lambda char: round(char[1][0])) if turned else (lambda char: round(char[1][1]))
        lines = [[box for _char, box, _angle in group] for _level, group in groupby(chars, key=level)]
        boxes = tuple(
            (min(b[0] for b in line), min(b[1] for b in line), max(b[2] for b in line), max(b[3] for b in line))
            for line in lines
        )
        return _Found(number, boxes, turned)


def _chars(text: pypdfium2.PdfTextPage) -> Iterator[tuple[str, Box, float]]:
    box = raw.FS_RECTF()
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text.raw, index)
        char = "-" if code == 0xFFFE else chr(code)
        if code > 32 and not char.isspace():
            raw.FPDFText_GetLooseCharBox(text.raw, index, box)
            yield char, (box.left, box.bottom, box.right, box.top), raw.FPDFText_GetCharAngle(text.raw, index)


def annotated(content: bytes, marks: list[Planted]) -> bytes:
    """The PDF with the marks."""
    pages, stream = Pages(content), BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        for number, planted in enumerate(marks):
            found = pages.find(planted)
            page = pdf.pages[found.page]
            if "/Annots" not in page:
                page.Annots = pdf.make_indirect(Array())
            for each in _Writer(pdf, planted, found, number).written():
                page.Annots.append(each)
        pdf.save(stream)
    return stream.getvalue()


class _Writer(Struct):
    """Writes one mark with what belongs to it."""

    pdf: Pdf
    planted: Planted
    found: _Found
    number: int

    def written(self) -> Iterator[pikepdf.Object]:
        """The mark, what is grouped with it, its popup, replies and states."""
        planted = self.planted
        first = self._annotation(planted.sort.value.strip(), self._rect(), planted.text, planted.author)
        if planted.sort in _OVER:
            first.QuadPoints = self._quads(planted.program)
        self._details(first)
        yield first
        if planted.sort is Sort.REPLACE:
            struck = self._annotation("StrikeOut", self._hull(), "", planted.author)
            struck.QuadPoints, struck.IRT, struck.RT = self._quads(planted.program), first, Name.Group
            struck.IT = Name.StrikeOutTextEdit
            yield struck
        if planted.program in (Program.ACROBAT, Program.FOXIT, Program.PREVIEW):
            popup = self.pdf.make_indirect(
                Dictionary(Type=Name.Annot, Subtype=Name.Popup, Rect=Array([400, 600, 580, 700]), Parent=first)
            )
            first.Popup = popup
            yield popup
        yield from self._answers(first)

    def _answers(self, first: pikepdf.Object) -> Iterator[pikepdf.Object]:
        parent = first
        for author, words in self.planted.replies:
            reply = self._annotation("Text", self._hull(), words, author)
            reply.IRT, reply.RT = parent, Name.R
            yield reply
            parent = reply if self.planted.program is Program.ACROBAT else first  # Acrobat chains them
        if self.planted.state:
            state = self._annotation("Text", self._hull(), f"{self.planted.state} 由 王主任 设置", "王主任")
            state.IRT, state.State, state.StateModel = parent, String(self.planted.state), String("Review")
            state.F = 30
            yield state

    def _annotation(self, kind: str, rect: Box, text: str, author: str) -> pikepdf.Object:
        program = self.planted.program
        made = Dictionary(
            Type=Name.Annot,
            Subtype=Name("/" + kind),
            Rect=Array([round(each, 3) for each in rect]),
            C=Array([1, 0.82, 0]),
            F=4,
        )
        if text or program is Program.ACROBAT:
            made.Contents = String(text)
        if text and program is Program.FOXIT:
            made.Contents = String(text.replace("\n", "\r"))
        if text and program is Program.ACROBAT:
            made.RC = String(f'<?xml version="1.0"?><body xmlns="http://www.w3.org/1999/xhtml"><p>{text}</p></body>')
        if author and program is not Program.FIREFOX:
            made.T = String(author)
        made.M = String(self._date())
        if program is not Program.EDGE:
            made.NM = String(f"{program.name.lower()}-{self.number}-{kind}-{len(text)}")
        if subject := _SUBJECTS.get(program, {}).get(kind):
            made.Subj = String(subject)
        if program in (Program.ACROBAT, Program.WPS, Program.FIREFOX) and kind != "Text":
            made.AP = Dictionary(N=self._appearance(rect))
        return self.pdf.make_indirect(made)

    def _date(self) -> str:
        minute = f"{10 + self.number % 50}"
        zones = {Program.ACROBAT: "+08'00'", Program.FOXIT: "+08'00", Program.FIREFOX: "Z", Program.PREVIEW: "Z00'00'"}
        return f"D:2026030109{minute}00{zones.get(self.planted.program, '')}"

    def _appearance(self, rect: Box) -> pikepdf.Object:
        form = self.pdf.make_stream(b"1 0.82 0 rg")
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.BBox = Array([0, 0, rect[2] - rect[0], rect[3] - rect[1]])
        return form

    def _details(self, mark: pikepdf.Object) -> None:
        left, bottom, right, top = self._hull()
        match self.planted.sort:
            case Sort.INK:
                mark.InkList = Array([Array([left, bottom, right, bottom, right, top, left, top, left, bottom])])
            case Sort.LINE:
                mark.L = Array([left, bottom, right, bottom])
            case Sort.FREE_TEXT:
                mark.DA = String("/Helv 10 Tf 1 0 0 rg")
            case Sort.REPLACE:
                mark.IT = Name.Replace
            case Sort.NOTE:
                mark.Name = Name.Comment
            case _:
                pass

    def _hull(self) -> Box:
        boxes = self.found.boxes
        return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)

    def _rect(self) -> Box:
        """Where the mark itself stands: a note at the first words, a caret at the edge, free text in the margin."""
        first, last = self.found.boxes[0], self.found.boxes[-1]
        match self.planted.sort:
            case Sort.NOTE:
                return (first[0], first[3] - 10, first[0] + 8, first[3] - 2)
            case Sort.CARET | Sort.REPLACE:
                return self._caret(first, last)
            case Sort.FREE_TEXT:
                return (
                    (first[0], first[1], first[0] + 48, first[3]) if self.planted.over else (12, first[1], 60, first[3])
                )
            case _:
                return self._hull()

    def _caret(self, first: Box, last: Box) -> Box:
        at_end = self.planted.behind or self.planted.sort is Sort.REPLACE
        if self.found.turned:
            y = last[3] if at_end else first[1]
            return (first[0], y - 4, first[0] + 8, y + 4)
        x, box = (last[2], last) if at_end else (first[0], first)
        return (x - 4, box[1] - 2, x + 4, box[1] + 8)

    def _quads(self, program: Program) -> Array:
        points: list[float] = []
        for left, bottom, right, top in self.found.boxes:
            corners = ((left, top), (right, top), (left, bottom), (right, bottom))
            for corner in _QUAD_ORDERS[program]:
                points += corners[corner]
        return Array([round(point, 3) for point in points])
