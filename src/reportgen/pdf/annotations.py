"""The annotations that readers have put on the pages of a PDF (ISO 32000-2, 12.5), and the characters under each.

Programs differ: quads begin at any corner, or are measured from another origin than the page; a replacement is a caret
with the struck words grouped to it; a deleted mark may stay as one without quads, far off the page.
"""

import ctypes
from enum import Enum, auto

import pypdfium2
from pypdfium2 import raw

from reportgen import patterns as re
from reportgen.pdf.glyphs import Handle
from reportgen.pdf.marked_words import Box, Characters, hull
from reportgen.pdf.markup import markup_on
from reportgen.pdf.opening import opened
from reportgen.record import Struct


class Kind(Enum):
    """What an annotation is, as far as it says something of words."""

    NOTE = auto()
    FREE_TEXT = auto()
    HIGHLIGHT = auto()
    UNDERLINE = auto()
    STRIKE = auto()
    CARET = auto()
    DRAWING = auto()


_KINDS = {
    raw.FPDF_ANNOT_TEXT: Kind.NOTE,
    raw.FPDF_ANNOT_FREETEXT: Kind.FREE_TEXT,
    raw.FPDF_ANNOT_HIGHLIGHT: Kind.HIGHLIGHT,
    raw.FPDF_ANNOT_UNDERLINE: Kind.UNDERLINE,
    raw.FPDF_ANNOT_SQUIGGLY: Kind.UNDERLINE,
    raw.FPDF_ANNOT_STRIKEOUT: Kind.STRIKE,
    raw.FPDF_ANNOT_CARET: Kind.CARET,
}
_OVER_WORDS = frozenset({Kind.HIGHLIGHT, Kind.UNDERLINE, Kind.STRIKE})
_FAR = 30_000.0
"""pt; some programs move what they delete to ±32768."""
_TAG = re.compile(r"</p>|<[^>]*>")


class Annotation(Struct, frozen=True):
    """A mark of a page. `under` are the characters that it marks, `at` the one before which it stands."""

    kind: Kind
    text: str = ""
    author: str = ""
    date: str = ""
    """YYYY-MM-DD HH:MM as the file says it; empty where it says none."""
    name: str = ""
    """What the file calls it (NM)."""
    parent: int | None = None
    """Of a reply: the number of the annotation to which it belongs, in the order of its page."""
    grouped: bool = False
    """Whether it is one mark with its parent and no reply (RT is Group)."""
    state: str = ""
    """Accepted, Rejected, …: then it says nothing else."""
    subject: str = ""
    under: range = range(0)
    at: int = 0
    behind: bool = False
    """Whether it stands behind the last character before `at`: at the end of a line, say, and not before the next."""
    gone: bool = False
    """Whether some program has deleted it, and left what no reader shows."""


class MarkedPage(Struct, frozen=True):
    """A page with its words, without white space, in the order of the file, and its annotations by their number."""

    number: int
    text: str
    annotations: dict[int, Annotation]


def marked_pages(content: bytes, file: str) -> list[MarkedPage]:
    """Every page of a PDF. Raises Locked when it has a password, UsageProblem when it cannot be read."""
    with opened(content, file) as document:
        return [_page(document, index) for index in range(len(document))]


def _page(document: pypdfium2.PdfDocument, index: int) -> MarkedPage:
    page = document[index]
    text = page.get_textpage()
    try:
        characters = Characters(text.raw, text.count_chars())
        annotations = {number: _read(page.raw, each, characters) for number, each in markup_on(page.raw)}
        return MarkedPage(index + 1, characters.text, annotations)
    finally:
        text.close()
        page.close()


def _read(page: Handle, mark: Handle, characters: Characters) -> Annotation:
    kind = _KINDS.get(raw.FPDFAnnot_GetSubtype(mark), Kind.DRAWING)
    quads, rect = _quads(mark), _rect(mark)
    parent = _parent(page, mark)
    gone = not quads and kind in _OVER_WORDS and max(map(abs, rect)) > _FAR
    under, at, behind = (range(0), 0, False) if gone else _where(kind, quads, rect, characters)
    return Annotation(
        kind,
        _words(mark),
        _mended(_said(mark, "T")).strip(),
        _date(_said(mark, "M") or _said(mark, "CreationDate")),
        _said(mark, "NM"),
        parent,
        parent is not None and (_said(mark, "RT") == "Group" or kind is not Kind.NOTE),
        _said(mark, "State") if parent is not None else "",
        _mended(_said(mark, "Subj")),
        under,
        at,
        behind,
        gone,
    )


def _where(kind: Kind, quads: list[Box], rect: Box, characters: Characters) -> tuple[range, int, bool]:
    boxes = _on_the_page(quads, rect) if kind in _OVER_WORDS else [rect] if kind is Kind.DRAWING else []
    under = characters.inside(boxes) if boxes else range(0)
    left, bottom, right, top = hull(boxes or [rect])
    if under:
        return under, under.start, False
    if kind is Kind.FREE_TEXT:
        return under, characters.beside(left, (bottom + top) / 2), False
    nearest, behind = characters.near((left + right) / 2, (bottom + top) / 2)
    is_behind = behind and kind is Kind.CARET
    return under, nearest + is_behind, is_behind


def _on_the_page(quads: list[Box], rect: Box) -> list[Box]:
    """The quads where the mark is drawn; some programs measure them from another corner than the page has."""
    if not quads:
        return [rect]
    left, bottom, right, top = hull(quads)
    if left <= rect[2] and rect[0] <= right and bottom <= rect[3] and rect[1] <= top:
        return quads
    x, y = (rect[0] + rect[2] - left - right) / 2, (rect[1] + rect[3] - bottom - top) / 2
    return [(a + x, b + y, c + x, d + y) for a, b, c, d in quads]


def _quads(mark: Handle) -> list[Box]:
    points = raw.FS_QUADPOINTSF()
    found: list[Box] = []
    for number in range(raw.FPDFAnnot_CountAttachmentPoints(mark)):
        if raw.FPDFAnnot_GetAttachmentPoints(mark, number, points):
            xs, ys = (points.x1, points.x2, points.x3, points.x4), (points.y1, points.y2, points.y3, points.y4)
            found.append((min(xs), min(ys), max(xs), max(ys)))
    return found


def _rect(mark: Handle) -> Box:
    rect = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(mark, rect)
    return (
        min(rect.left, rect.right),
        min(rect.bottom, rect.top),
        max(rect.left, rect.right),
        max(rect.bottom, rect.top),
    )


def _parent(page: Handle, mark: Handle) -> int | None:
    """None too where it is said to answer what is not on its page."""
    linked = raw.FPDFAnnot_GetLinkedAnnot(mark, b"IRT")
    if not linked:
        return None
    try:
        number = raw.FPDFPage_GetAnnotIndex(page, linked)
        return number if number >= 0 else None
    finally:
        raw.FPDFPage_CloseAnnot(linked)


def _words(mark: Handle) -> str:
    """What it says: its plain words, else those of its rich text."""
    plain = _mended(_said(mark, "Contents"))
    said = plain if plain.strip() else _TAG.sub(lambda tag: "\n" if tag[0] == "</p>" else "", _said(mark, "RC"))
    return "\n".join(line.strip() for line in said.splitlines() if line.strip())


def _said(mark: Handle, key: str) -> str:
    name = key.encode()
    size = raw.FPDFAnnot_GetStringValue(mark, name, None, 0)
    if size <= 2:
        return ""
    units = (ctypes.c_ushort * (size // 2))()
    raw.FPDFAnnot_GetStringValue(mark, name, units, size)
    return bytes(units).decode("utf-16-le", "replace").rstrip("\0")


def _mended(text: str) -> str:
    """Words that some programs write in GBK, though the format has no such strings."""
    if not text or text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("gb18030")
    except UnicodeError:
        return text


_DATE = re.compile(r"(?:D:)?(?P<year>\d{4})(?P<rest>(?:\d\d)*)")


def _date(said: str) -> str:
    """`D:20260301101500+08'00'` → 2026-03-01 10:15."""
    found = _DATE.match(said)
    if not found:
        return ""
    month, day, hour, minute = ([found["rest"][at : at + 2] for at in (0, 2, 4, 6)] + [""] * 4)[:4]
    day_said = f"{found['year']}-{month or '01'}-{day or '01'}"
    return f"{day_said} {hour}:{minute or '00'}" if hour else day_said
