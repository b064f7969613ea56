"""A PDF → its parts: paragraphs put together from lines, tables from what is ruled, page by page."""

from collections import Counter
from collections.abc import Iterator, Mapping

from reportgen import patterns as re
from reportgen.errors import UsageProblem
from reportgen.finished.file_types import ask_for_text, password_needed
from reportgen.finished.parts import Line, Look, Part, Picture, Reading, Region, spot_of_line
from reportgen.finished.pdf.drawings import with_regions
from reportgen.finished.pdf.footnotes import note_lines, parted, without_marks
from reportgen.finished.pdf.headers_footers import without_headers_and_footers
from reportgen.finished.pdf.layout import Seen, measured
from reportgen.finished.pdf.paragraphs import Area, area_of, goes_on, joined_text
from reportgen.finished.pdf.rows import Row, rows_of
from reportgen.finished.pdf.ruled import frames_of
from reportgen.finished.pdf.settings import dividers_of, red_lines, setting_of
from reportgen.finished.pdf.split_tables import joined
from reportgen.finished.pdf.strong import strong_words
from reportgen.finished.pdf.tables import Sheet, held_by, sheet_of
from reportgen.language import _
from reportgen.pdf import Glyph, Page, read_pages
from reportgen.pdf.opening import Locked
from reportgen.pdf.pages import properties_of
from reportgen.place import Spot
from reportgen.record import Struct, field, replace

_UNKNOWN = "\ufffd"
_TOO_MANY = 0.2
"""From this share of characters without a meaning on nothing of a text can be relied on."""
_FEW = 20
"""Characters a page on the average below which a file of pictures has no text."""


def read_pdf(content: bytes, file: str, closely: bool = False) -> Reading:
    """The parts of a PDF, and the layout of its pages; `closely` for the words that stand out in a paragraph.

    Raises UsageProblem when it cannot be read or holds no text.
    """
    try:
        pages = read_pages(content, file)
    except Locked as error:
        raise UsageProblem(password_needed(file)) from error
    _refuse_pictures(pages, file)
    builder = _PartBuilder(closely)
    parts, told = tuple(builder.parts(pages)), properties_of(content)
    dividers = tuple(dividers_of(pages, builder.tops, builder.done))
    layout = replace(measured(file, pages, builder.seen()), properties=_properties(told), dividers=dividers)
    return Reading(parts, layout, tuple(_aside(builder, told)))


def _refuse_pictures(pages: list[Page], file: str) -> None:
    chars = [glyph.char for page in pages for glyph in page.glyphs if not glyph.char.isspace()]
    if len(chars) < _FEW * len(pages) and any(page.pictures for page in pages):
        raise UsageProblem(_("{file} 是扫描的图片，里面没有文字。{advice}", file=file, advice=ask_for_text()))
    if not chars:
        raise UsageProblem(_("{file} 里没有文字。{advice}", file=file, advice=ask_for_text()))
    if chars.count(_UNKNOWN) > _TOO_MANY * len(chars):
        raise UsageProblem(_("{file} 里的文字取不出来（字体没有编码）。{advice}", file=file, advice=ask_for_text()))


_GOES_ON = re.compile(r"续\s*表\s*\d*|表\s*\d+(?:[-.]\d+)?\s*[（(]\s*续\s*[）)]|[（(]\s*续\s*表\s*[）)]")
"""Above the part of a table that stands on another page: 续表, 表1（续）."""


class _PartBuilder(Struct):
    """Goes through the pages; a paragraph or a table is given out when it has ended."""

    closely: bool = False
    tables: int = 0
    number: int = 0
    """Of paragraphs on the page."""
    rows: list[Row] = field(default_factory=list)
    spot: tuple[int, int] = (0, 0)
    centred: bool = False
    area: Area = field(default_factory=lambda: area_of(()))
    width: float = 0.0
    """Of the paper of the paragraph that is being put together."""
    paper: float = 0.0
    """Of the page that is being read."""
    sheet: Sheet | None = None
    areas: dict[int, Area] = field(default_factory=dict)
    loose: list[list[Row]] = field(default_factory=list)
    kept: list[list[Row]] = field(default_factory=list)
    done: list[Sheet] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    """Those at the foot of pages that have been read, for the paragraph that ends next."""
    shown: list[Region] = field(default_factory=list)
    """What has been seen while a paragraph or a table was put together, behind which it stands."""
    last: Row | None = None
    """The last line of the paragraph before; none where a table stands between."""
    with_regions: set[int] = field(default_factory=set)
    """Pages of which it is known where they show something."""
    tops: list[tuple[int, float]] = field(default_factory=list)
    """Page and height of the foot of the first line of each part."""

    def seen(self) -> Seen:
        """What the layout is measured from, once all parts were given out."""
        return Seen(self.loose, self.kept, self.areas, self.done)

    def parts(self, pages: list[Page]) -> Iterator[Part]:
        """The parts of all pages."""
        sheets = [_sheets(page) for page in pages]
        self.loose = loose = [
            rows_of(_outside(page, held), page.number) for page, (held, _) in zip(pages, sheets, strict=True)
        ]
        self.kept = kept = without_headers_and_footers(loose, [page.height for page in pages])
        for width in {round(page.width) for page in pages}:
            same = [index for index, page in enumerate(pages) if round(page.width) == width]
            edges = [(sheet.xs[0], sheet.xs[-1]) for index in same for _top, sheet in sheets[index][1]]
            lines = [(line.x0, line.x1) for index in same for line in red_lines(pages[index])]
            self.areas[width] = area_of([row for index in same for row in kept[index]], edges, lines)
        for page, rows, (_held, found) in zip(pages, kept, sheets, strict=True):
            self.number = 0
            text, notes = parted(rows, self.areas[round(page.width)].size)
            yield from self._page(page, text, found)
            self.notes += note_lines(notes)
            if page.pictures and page.number not in self.with_regions:
                self.tops.append((page.number, page.height))
                yield Picture(spot_of_line(page.number, self.number))
        yield from self._ended()

    def _page(self, page: Page, rows: list[Row], sheets: list[tuple[float, Sheet]]) -> Iterator[Part]:
        self.paper = page.width
        items: list[tuple[float, Row | Sheet]] = [*sheets, *((row.base, row) for row in rows)]
        ordered = [item for _top, item in sorted(items, key=lambda entry: entry[0])]
        for item in with_regions(ordered, page, self.areas[round(page.width)]):
            match item:
                case Region():
                    self.with_regions.add(page.number)
                    self.shown.append(item)
                case Sheet():
                    yield from self._table(item)
                case _:
                    yield from self._row(item, self.areas[round(page.width)])

    def _table(self, sheet: Sheet) -> Iterator[Part]:
        together = joined(self.sheet, sheet) if self.sheet and _turned(self.sheet, sheet) else None
        if together:
            self.sheet = together
            return
        yield from self._ended()
        self.sheet = sheet

    def _row(self, row: Row, area: Area) -> Iterator[Part]:
        if self.sheet and self.sheet.cells[-1].page < row.page and _GOES_ON.fullmatch(row.text.strip()):
            return  # says nothing but that the table does
        if self.rows and goes_on(self.rows, row, area):
            if row.page != self.rows[-1].page:
                self.number += 1
            self.rows.append(row)
            return
        yield from self._ended()
        self.number += 1
        self.rows, self.spot, self.centred = [row], (row.page, self.number), area.centred(row)
        self.area, self.width = area, self.paper

    def _ended(self) -> Iterator[Part]:
        """What has been put together so far."""
        if self.sheet:
            self.tables += 1
            first = self.sheet.cells[0]
            self.tops.append((first.page, first.ruled.top))
            self.last = None
            yield self.sheet.grid(self.tables)
            self.done.append(self.sheet)
            self.sheet = None
        if self.rows:
            words, spot, rows, look = joined_text(self.rows), spot_of_line(*self.spot), self.rows, _look(self.rows)
            setting = setting_of(rows, self.area, look, self.last, self.width)
            self.tops.append((rows[0].page, rows[0].base))
            self.last, self.rows = rows[-1], []
            notes, self.notes = tuple(self.notes), []
            strong = strong_words(rows, look) if self.closely else ()
            ends = rows[-1].page
            yield Line(words, spot, 0, "", self.centred, look, ends, setting, notes, strong)
        for region in self.shown:
            self.tops.append((region.page, region.bottom))
            yield Picture(spot_of_line(region.page, self.number), region=region)
        self.shown = []


def _properties(told: Mapping[str, str]) -> dict[str, str]:
    author = told.get("Author", "")
    return {"作者": author} if author else {}


def _aside(book: _PartBuilder, told: Mapping[str, str]) -> Iterator[Line]:
    """Running heads, once each, and what the file says of itself."""
    kept = {id(row) for rows in book.kept for row in rows}
    heads = dict.fromkeys(row.text for rows in book.loose for row in rows if id(row) not in kept)
    yield from (Line(text, Spot(words=_("页眉页脚"))) for text in heads)
    said = dict.fromkeys(told.get(name, "") for name in ("Title", "Subject", "Keywords"))
    yield from (Line(text, Spot(words=_("文件属性"))) for text in said if text)


def _look(rows: list[Row]) -> Look | None:
    """The letters of most of its hanzi."""
    glyphs = (glyph for row in rows for glyph in row.glyphs if "一" <= glyph.char <= "\u9fff")
    usual = Counter((glyph.font, glyph.size) for glyph in glyphs).most_common(1)
    return Look(*usual[0][0]) if usual else None


def _turned(sheet: Sheet, following: Sheet) -> bool:
    """Whether the second stands on another page than the end of the first."""
    return max(cell.page for cell in sheet.cells) < following.cells[0].page


def _sheets(page: Page) -> tuple[set[int], list[tuple[float, Sheet]]]:
    """The tables of a page with their height, and the glyphs that stand in them."""
    frames = frames_of(page.strokes)
    filled = [held_by(frame, page.glyphs) for frame in frames]
    found = [(frame.top, sheet_of(frame, page, held)) for frame, held in zip(frames, filled, strict=True)]
    return {id(glyph) for held in filled for glyphs in held.values() for glyph in glyphs}, found


def _outside(page: Page, held: set[int]) -> list[Glyph]:
    return without_marks([glyph for glyph in page.glyphs if id(glyph) not in held])
