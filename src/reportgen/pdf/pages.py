"""A PDF → its pages as a reader sees them: upright, measured in pt from the upper left corner.

Text that is turned against the rest of its page (a water mark, the page number of a landscape page) and text that is
not drawn (what a scanner believes to have read) is left out.
"""

from collections import Counter
from collections.abc import Sequence

import pypdfium2

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.pdf.glyphs import Drawn, drawn_glyphs
from reportgen.pdf.markup import markup_on
from reportgen.pdf.opening import opened
from reportgen.pdf.shapes import PATH, PICTURE, Shape, shapes_of
from reportgen.pdf.strokes import drawn_bands, drawn_strokes, draws
from reportgen.record import Struct

_MOST_PAGES = 2000
"""A yearbook has a thousand."""
_LEAST_PICTURE = 30.0
"""In pt: what is smaller is an ornament."""
_GROUND = 0.8
"""Of the page: what takes more of it lies below the text."""
_TOUCHES = 1.5
_LEAST_PAPER = 1.0
"""In pt: a page that is smaller has no size at all, whatever it says."""
_A4 = (0.0, 0.0, 595.3, 841.9)


class Glyph(Struct, frozen=True):
    """A character with its advance width; `base` is the line it stands on."""

    char: str
    left: float
    right: float
    base: float
    size: float
    font: str
    color: str = ""
    """Such as FF0000."""


class Stroke(Struct, frozen=True):
    """A straight line that is level (`y` to `y`) or upright (`x` to `x`), its colour and how thick it is in pt."""

    x0: float
    y0: float
    x1: float
    y1: float
    color: str = ""
    weight: float = 0.0

    @property
    def upright(self) -> bool:
        """Whether it goes down and not across."""
        return self.y1 - self.y0 > self.x1 - self.x0


Box = tuple[float, float, float, float]
"""Left, top, right and bottom, as seen."""


class Page(Struct, frozen=True):
    """One page."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    strokes: tuple[Stroke, ...]
    pictures: bool
    """Whether it shows pictures, as the pages of a scanner do, or seems to show drawings."""
    remarks: int
    """Comments and stamps that readers have put on it."""
    bands: tuple[Stroke, ...] = ()
    """Level sides of boxes that are drawn as areas: they rule no table, but a reader sees a line."""
    turn: int = 0
    """By how many quarters to the left its text is turned in the file: here it is upright."""
    images: tuple[Box, ...] = ()
    """Where pictures stand that are neither its ground nor mere ornaments."""


def read_pages(content: bytes, file: str) -> list[Page]:
    """Every page. Raises Locked when the file has a password, UsageProblem when it cannot be read."""
    with opened(content, file) as document:
        if len(document) > _MOST_PAGES:
            told = {"file": file, "count": len(document), "most": _MOST_PAGES}
            raise UsageProblem(_("{file} 有 {count} 页，最多能查 {most} 页。请拆成几个文件再查", **told))
        return [_page(document, index) for index in range(len(document))]


def read_page(content: bytes, file: str, number: int) -> Page:
    """One page, from 1. Raises Locked when the file has a password, UsageProblem when it cannot be read."""
    with opened(content, file) as document:
        return _page(document, number - 1)


def properties_of(content: bytes) -> dict[str, str]:
    """What the file says about itself: Author, Creator, Title …; nothing of one that cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return {}
    try:
        return {str(name): str(text).strip() for name, text in document.get_metadata_dict(skip_empty=True).items()}
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, index: int) -> Page:
    page = document[index]
    try:
        return page_as_seen(page, index + 1, list(drawn_glyphs(page)))
    finally:
        page.close()


def page_as_seen(page: pypdfium2.PdfPage, number: int, drawn: Sequence[Drawn]) -> Page:
    """An open page that draws these characters; its glyphs are those of them that are turned as most are, in order."""
    turned = Counter(glyph.turn for glyph in drawn if glyph.turn >= 0).most_common(1)
    left, bottom, right, top = seen_box(page)
    view = _View(left, bottom, right, top, turned[0][0] if turned else 0)
    glyphs = tuple(view.glyph(glyph) for glyph in drawn if glyph.turn == view.turn)
    shapes = list(shapes_of(page))
    paths = [shape for shape in shapes if shape.kind == PATH]
    strokes = tuple(Stroke(*view.box(*each.ends), each.color, each.weight) for each in drawn_strokes(paths))
    bands = tuple(Stroke(*view.box(*each.ends), each.color, each.weight) for each in drawn_bands(paths))
    pictures = len(paths) < len(shapes) or draws(paths, page.get_width())
    images = _images(view, [shape for shape in shapes if shape.kind == PICTURE])
    remarks = sum(1 for _annotation in markup_on(page.raw))
    return Page(number, *view.size, glyphs, strokes, pictures, remarks, bands, view.turn, images)


def seen_box(page: pypdfium2.PdfPage) -> Box:
    """Left, bottom, right and top of what a reader sees of a page, in the file's own measure: never of no size."""
    for x0, y0, x1, y1 in (page.get_cropbox(), page.get_mediabox()):
        if min(abs(x1 - x0), abs(y1 - y0)) >= _LEAST_PAPER:
            return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    return _A4


def _images(view: "_View", shapes: Sequence[Shape]) -> tuple[Box, ...]:
    """The places of the pictures; slices of which a program has made one picture are put together again."""
    width, height = view.size
    found: list[Box] = []
    for box in sorted((view.box(*shape.get_bounds()) for shape in shapes), key=lambda box: (box[1], box[0])):
        above = found[-1] if found else box
        if found and abs(box[0] - above[0]) + abs(box[2] - above[2]) < _TOUCHES and box[1] - above[3] < _TOUCHES:
            found[-1] = (above[0], above[1], above[2], max(above[3], box[3]))
        else:
            found.append(box)
    least, most = _LEAST_PICTURE, _GROUND * width * height
    return tuple(
        box
        for box in found
        if min(box[2] - box[0], box[3] - box[1]) > least and (box[2] - box[0]) * (box[3] - box[1]) < most
    )


class _View(Struct, frozen=True):
    """How coordinates of the file (upwards from the lower left) become those of the page that a reader sees."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int
    """By how many quarters to the left its text is turned in the file."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as seen."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turn % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point as seen."""
        x, y = x - self.left, y - self.bottom
        width, height = self.right - self.left, self.top - self.bottom
        return ((x, height - y), (y, x), (width - x, y), (height - y, width - x))[self.turn]

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A box, or a line, as seen: left, top, right, bottom."""
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def glyph(self, drawn: Drawn) -> Glyph:
        """A glyph as seen."""
        if not self.turn:  # nearly all are
            char, (x0, _y0, x1, _y1), (_x, y), size, font, _turn, color, _number = drawn
            left, right = x0 - self.left, x1 - self.left
            base = (self.top - self.bottom) - (y - self.bottom)
            return Glyph(char, min(left, right), max(left, right), base, size, font, color)
        left, _top, right, _bottom = self.box(*drawn.box)
        _x, base = self.point(*drawn.origin)
        return Glyph(drawn.char, left, right, base, drawn.size, drawn.font, drawn.color)
