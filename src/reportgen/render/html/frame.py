"""Lines and tables of the frame → HTML.

What stands at the foot of its page is a footnote to CSS: WeasyPrint makes room for it above the lower edge of the type
area, or takes it to the next page, and its words come last on the page.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from markupsafe import Markup, escape

from reportgen.model.document import Document
from reportgen.model.frame import FrameBlocks, FrameIf, FrameItem, FrameLine, FrameRow, FrameTable, Slot, Span
from reportgen.model.look import Looks, Style
from reportgen.render.html.css import declarations, letters, pt, rule_css
from reportgen.render.html.inlines import inlines_html
from reportgen.render.letterhead import fitted

FRAME_RULES = (
    'span.tab::before { content: leader(" ") }',
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

    def line(self, line: FrameLine) -> Markup:
        """A paragraph."""
        style = self._set(line)
        own = style != self.looks.styles.get(style.name)
        direct = Markup(' style="{}"').format(declarations(style)) if own else Markup("")
        words = Markup("").join(self._part(part) for part in line.parts)
        return Markup('<p class="{}"{}>{}</p>').format(self.use(line.style), direct, words or Markup("<br>"))

    def table(self, table: FrameTable) -> Markup:
        """A table of one column, as blocks below each other."""
        rows = list(self._rows(table.items))
        top, right, bottom, left = table.margins
        empty = f"padding: {pt(top)} {pt(right)} {pt(bottom)} {pt(left)}; box-sizing: border-box"
        cells = []
        for number, row in enumerate(rows):
            above = rule_css("top", table.between) if number else ""
            height = f"; height: {pt(row.height)}" if row.height is not None else ""
            words = Markup("\n").join(self._lines(row.items))
            cells.append(Markup('<div style="{}{}{}">{}</div>').format(above, empty, height, words))
        css = f"{rule_css('top', table.above)}{rule_css('bottom', table.below)}width: {pt(table.width)}"
        kind = Markup(' class="foot"') if table.at_foot else Markup("")
        made = Markup('<div{} style="{}">{}</div>').format(kind, css, Markup("\n").join(cells))
        return Markup('<div class="foot-call">{}</div>').format(made) if table.at_foot else made

    def _set(self, line: FrameLine) -> Style:
        """Its style for these words; what follows a tab ends at the tab stop."""
        style, page = fitted(line, self.document, self.looks.page), self.looks.page
        if style.right_tab is None or not any(isinstance(piece, str) and "\t" in piece for piece in line.pieces()):
            return style
        return replace(style, right=page.width - page.left - page.right - style.right_tab)

    def _part(self, part: str | Slot | Span) -> Markup:
        match part:
            case Slot():
                return inlines_html(self.document.lines.get(part.name, ()))
            case Span():
                words = Markup("").join(self._part(piece) for piece in part.parts)
                return Markup('<span style="{}">{}</span>').format(letters(part.style), words)
            case str():
                return Markup('<span class="tab"></span>').join(escape(words) for words in part.split("\t"))

    def _rows(self, items: tuple[FrameItem, ...]) -> Iterator[FrameRow]:
        for item in items:
            match item:
                case FrameRow():
                    yield item
                case FrameIf():
                    yield from self._rows(item.chosen(self.document.shows(item.name)))
                case FrameLine() | FrameBlocks() | FrameTable():
                    pass  # stand in rows, if anywhere

    def _lines(self, items: tuple[FrameItem, ...]) -> Iterator[Markup]:
        for item in items:
            match item:
                case FrameLine():
                    yield self.line(item)
                case FrameIf():
                    yield from self._lines(item.chosen(self.document.shows(item.name)))
                case FrameRow() | FrameBlocks() | FrameTable():
                    pass
