"""The layout of a PDF's pages, measured from its glyphs: margins, lines, page numbers, tables."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median

from reportgen import patterns as re
from reportgen.finished.measures import hundredth, tenth
from reportgen.finished.pdf.headers_footers import page_number
from reportgen.finished.pdf.paragraphs import Area
from reportgen.finished.pdf.rows import Row
from reportgen.finished.pdf.settings import red_lines
from reportgen.finished.pdf.tables import Sheet
from reportgen.language import _
from reportgen.model.layout import Layout, Side, Size, Width
from reportgen.pdf import Page
from reportgen.record import Struct

_PT_A_MM = 72 / 25.4
_ERROR = Decimal(3)
"""Where the type area begins above the first line can only be told within so many mm."""
_ENOUGH = 12
"""Lines of a page, and of a document, from which on margins can be told."""
_ASCENT = 0.88
_SAME = 2.0
"""In pt."""
_FIGURE = re.compile(r"[-−\d,.，%％]+")


class Seen(Struct, frozen=True):
    """The printed lines of each page, with and without page numbers; type areas by the width of pages; tables."""

    loose: Sequence[Sequence[Row]]
    kept: Sequence[Sequence[Row]]
    areas: Mapping[int, Area]
    tables: Sequence[Sheet]


def measured(file: str, pages: Sequence[Page], seen: Seen) -> Layout:
    """The measures of the upright pages."""
    upright = [(page, rows) for page, rows in zip(pages, seen.kept, strict=True) if page.height > page.width]
    width = max((round(page.width) for page, _rows in upright), default=0, key=[round(p.width) for p in pages].count)
    area = seen.areas.get(width)
    full = [(page, rows) for page, rows in upright if len(rows) >= _ENOUGH]
    paper, left, top, size = None, None, None, None
    if upright:
        paper = _mm(upright[0][0].width), _mm(upright[0][0].height)
    if area and area.pitch and (_is_certain(full, area) or _is_ruled(upright, area)):
        left, top, size = _mm(area.left), _top(full, area), _size(area)
    number, side = _numbering(pages, seen, area)
    return Layout(
        file,
        paper=paper,
        left=left,
        top=top,
        area=size,
        error=_ERROR,
        pitch=hundredth(area.pitch) if area and size else None,
        characters=_characters(full, area) if area and size else None,
        number=number,
        side=side,
        tables=tuple(_tables(seen.tables, {page.number: size[0] for page, _rows in upright} if size else {})),
        remarks=sum(page.remarks for page in pages),
    )


def _mm(points: float) -> Decimal:
    return tenth(points / _PT_A_MM)


_Pages = Sequence[tuple[Page, Sequence[Row]]]


def _lead(area: Area) -> float:
    """The empty strip of a line above and below its letters."""
    return max(area.pitch - area.size, 0.0) / 2


def _is_certain(full: _Pages, area: Area) -> bool:
    """Whether lines at the left edge tell where it is: in a text of short paragraphs all begin with their indent."""
    at_edge = [row for _page, rows in full for row in rows if abs(row.left - area.left) < 1 and row.size == area.size]
    return area.indents and len(at_edge) >= _ENOUGH


def _is_ruled(upright: _Pages, area: Area) -> bool:
    """Whether the red line of a letterhead begins and ends where the lines of the text do."""
    lines = [line for page, _rows in upright for line in red_lines(page)]
    return any(abs(line.x0 - area.left) < _SAME and abs(line.x1 - area.right) < area.size / 2 for line in lines)


def _top(full: _Pages, area: Area) -> Decimal | None:
    """The first lines of pages that begin with text in its usual size."""
    tops = [rows[0].base - _ASCENT * rows[0].size - _lead(area) for _page, rows in full if rows[0].size == area.size]
    return _mm(min(tops)) if tops else None


def _size(area: Area) -> Size:
    """How wide lines are; no page need be full, so its height tells nothing."""
    return _mm(area.right - area.left), Decimal(0)


def _characters(full: _Pages, area: Area) -> Decimal | None:
    """How many characters of the usual distance a line takes."""
    steps = [
        after.left - before.left
        for _page, rows in full
        for row in rows
        if row.size == area.size and area.right - row.right < row.size
        for before, after in pairwise(row.glyphs)
        if "一" <= before.char <= "\u9fff" and "一" <= after.char <= "\u9fff"
    ]
    step = median(steps) if steps else 0.0
    return tenth((area.right - area.left) / step) if step else None


def _numbering(pages: Sequence[Page], seen: Seen, area: Area | None) -> tuple[str | None, Side | None]:
    """How pages are numbered, and where; a single page needs no number."""
    found = [
        (page, row)
        for page, rows in zip(pages, seen.loose, strict=True)
        if page.height > page.width and (row := page_number(list(rows), page.height))
    ]
    if not found:
        upright = sum(1 for page in pages if page.height > page.width)
        return ("" if upright > 1 else None), None
    figures = [(page, row) for page, row in found if _printed(row)]  # pages in front may have Roman numbers
    _page, first = (figures or found)[0]
    form = re.sub(r"\d+", "1", first.text, count=1)
    return form, _side(figures or found, area)


def _printed(row: Row) -> int:
    """The number as it is printed; 0 where it has no figures."""
    number = re.search(r"\d+", row.text)
    return int(number[0]) if number else 0


def _side(found: Sequence[tuple[Page, Row]], area: Area | None) -> Side | None:
    if area is None or not area.right:
        return None
    middle = (area.left + area.right) / 2
    off = [((row.left + row.right) / 2 - middle, _printed(row) or page.number) for page, row in found]
    if all(abs(distance) < area.size for distance, _number in off):
        return Side.MIDDLE
    outer = all((distance > 0) == bool(number % 2) for distance, number in off)
    return Side.OUTER if outer else Side.OTHER


def _tables(tables: Sequence[Sheet], rooms: Mapping[int, Decimal]) -> Iterator[Width]:
    """`rooms` are the widths of the type areas of upright pages, where they are known."""
    for number, sheet in enumerate(tables, 1):
        pages = {cell.page for cell in sheet.cells}
        again = len(pages) == 1 or bool(sheet.head_rows) or not _has_head(sheet)
        width = _mm(sheet.xs[-1] - sheet.xs[0])
        yield Width(_("表{number}", number=number), width, rooms.get(min(pages)), len(pages), again)


def _has_head(sheet: Sheet) -> bool:
    """Whether the first row certainly is a head: words over columns of figures, in a table without merged cells."""
    if any(cell.ruled.rows > 1 or cell.ruled.columns > 1 for cell in sheet.cells):
        return False
    head = sheet.row(0)
    below = [cell for cell in sheet.cells if cell.ruled.row and _FIGURE.fullmatch(cell.text)]
    return all(cell.text and not _FIGURE.fullmatch(cell.text) for cell in head) and len(below) >= sheet.height - 1
