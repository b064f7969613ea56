"""Lines and tables of the frame → HTML.

What stands at the foot of its page is a footnote to CSS: WeasyPrint makes room for it above the lower edge of the type
area, or takes it to the next page, and its words come last on the page.
"""

from collections.abc import Callable, Iterator

from markupsafe import Markup, escape

from reportgen.model.conditions import shown_items
from reportgen.model.document import Document
from reportgen.model.frame import (
    Box,
    Counter,
    FrameBlocks,
    FrameItem,
    FrameLine,
    FrameRow,
    FrameTable,
    Picture,
    Piece,
    Slot,
)
from reportgen.model.look import Align, Looks, Style
from reportgen.record import replace
from reportgen.render.html.css import declarations, letters, pt, rule_css
from reportgen.render.html.frame_tables import table_of_cells
from reportgen.render.html.inlines import inlines_html
from reportgen.render.html.shapes import box_html, floats_html, picture_html
from reportgen.render.letterhead import fitted
from reportgen.render.segments import Segment, rows_of

FRAME_RULES = (
    "span.seg { display: inline-block; white-space: pre; text-indent: 0 }",
    "span.page::before { content: counter(page) } span.pages::before { content: counter(pages) }",
    "div.foot { float: footnote; footnote-policy: block }",
    "div.foot::footnote-call, div.foot::footnote-marker { content: none }",
    "div.foot-call { font-size: 0; line-height: 0 }",
    "@page { @footnote { margin: 0 } }",
)
"""The call is empty, and the line that holds it has no height; WeasyPrint would keep 12 pt free above."""


class FrameHtml:
    """Fills lines and tables of a frame; `use` takes note of a style and gives its class."""

    def __init__(self, document: Document, looks: Looks, use: Callable[[Style], str]) -> None:
        self.document, self.looks, self.use = document, looks, use

    def items(self, items: tuple[FrameItem, ...]) -> Markup:
        """Lines and tables, those of conditions that hold."""
        return Markup("\n").join(self._items(items))

    def line(self, line: FrameLine) -> Markup:
        """A paragraph, with what hangs on it before it."""
        style = fitted(line, self.document, self.looks.page)
        css = declarations(style) if style != self.looks.styles.get(style.name) else ""
        if line.ends_page:
            css = f"{css}; break-after: page" if css else "break-after: page"
        rows = rows_of(replace(line, style=style), self.document, self.looks.tab_width)
        words = Markup("<br>").join(self._row(row, style) for row in rows)
        direct = Markup(' style="{}"').format(css) if css else Markup("")
        tag = "div" if next(line.boxes(), None) else "p"  # what is in a box cannot stand in a <p>
        made = Markup('<{0} class="{1}"{2}>{3}</{0}>').format(
            tag, self.use(line.style), direct, words or Markup("<br>")
        )
        return floats_html(line.floats, self.items) + made

    def table(self, table: FrameTable) -> Markup:
        """A table: of one column as blocks below each other, of several as a table."""
        rows = [item for item in shown_items(table.items, self.document.shows) if isinstance(item, FrameRow)]
        is_plain = len(table.widths) == 1 and not any(any(cell.rules) for row in rows for cell in row.cells)
        made = self._blocks(table, rows) if is_plain else table_of_cells(table, rows, self.items)
        if not table.at_foot:
            return made
        return Markup('<div class="foot-call"><div class="foot">{}</div></div>').format(made)

    def _blocks(self, table: FrameTable, rows: list[FrameRow]) -> Markup:
        top, right, bottom, left = table.margins
        empty = f"padding: {pt(top)} {pt(right)} {pt(bottom)} {pt(left)}; box-sizing: border-box"
        cells = []
        for number, row in enumerate(rows):
            above = rule_css("top", table.between) if number else ""
            name = "min-height" if row.least else "height"
            height = f"; {name}: {pt(row.height)}" if row.height is not None else ""
            cells.append(Markup('<div style="{}{}{}">{}</div>').format(above, empty, height, self.items(row.items)))
        css = f"{rule_css('top', table.above)}{rule_css('bottom', table.below)}width: {pt(table.width)}"
        return Markup('<div style="{}">{}</div>').format(css, Markup("\n").join(cells))

    def _row(self, row: tuple[Segment, ...], style: Style) -> Markup:
        return Markup("").join(self._segment(segment, style) for segment in row)

    def _segment(self, segment: Segment, style: Style) -> Markup:
        words = Markup("").join(self._piece(piece, own, style) for own, piece in segment.pieces)
        if segment.room is None:
            return words
        side = "" if segment.align is Align.LEFT else f"; text-align: {segment.align.value}"
        return Markup('<span class="seg" style="width: {}{}">{}</span>').format(pt(segment.room), side, words)

    def _piece(self, piece: Piece, own: Style, style: Style) -> Markup:
        words = self._words(piece)
        if own == style or letters(own) == letters(style):
            return words
        return Markup('<span style="{}">{}</span>').format(letters(own), words)

    def _words(self, piece: Piece) -> Markup:
        match piece:
            case Slot():
                return inlines_html(self.document.lines.get(piece.name, ()))
            case Counter():
                return Markup('<span class="{}"></span>').format(piece.value)
            case Picture():
                return picture_html(piece)
            case Box():
                return box_html(piece, self.items)
            case str():
                return escape(piece)

    def _items(self, items: tuple[FrameItem, ...]) -> Iterator[Markup]:
        for item in shown_items(items, self.document.shows):
            match item:
                case FrameLine():
                    yield self.line(item)
                case FrameTable():
                    yield self.table(item)
                case FrameRow() | FrameBlocks():
                    pass
