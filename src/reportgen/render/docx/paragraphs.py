"""Blocks → WordprocessingML paragraphs in named styles.

Direct properties are few: the right blank of 署名 and 成文日期, which depends on their words, no space below a line
that the next one belongs to, and what a page turn leaves at its neighbour. Of the blank both `rightChars` (for Word and
WPS) and `right` in twips (LibreOffice reads only these) are written, otherwise the inherited one wins.
"""

from collections.abc import Mapping

from markupsafe import escape

from reportgen.model.document import Break, Heading, Inline, Number, Paragraph, Role, Text
from reportgen.model.look import Style
from reportgen.record import Struct


class WordParagraph(Struct):
    """A `<w:p>` that may still learn of a page turn: one before it, or a section that ends with it."""

    style: str
    """Style id; empty for the template's default."""
    content: str = ""
    """Runs, bookmarks, hyperlinks."""
    direct: str = ""
    """Direct properties from `w:spacing` to `w:jc`."""
    keeps: bool = False
    """It stays on the page of the next one."""
    turns: bool = False
    """It begins a page."""
    section: str = ""
    """The `w:sectPr` of the section whose last paragraph it is."""

    def xml(self) -> str:
        """The element, its properties in the order of the schema."""
        style = f'<w:pStyle w:val="{self.style}"/>' if self.style else ""
        keep = "<w:keepNext/>" if self.keeps else ""
        turn = "<w:pageBreakBefore/>" if self.turns else ""
        return f"<w:p><w:pPr>{style}{keep}{turn}{self.direct}{self.section}</w:pPr>{self.content}</w:p>"


def gap(twips: int) -> WordParagraph:
    """An empty paragraph of that height, where Word needs one."""
    return WordParagraph("", "", f'<w:spacing w:before="0" w:after="0" w:line="{twips}" w:lineRule="exact"/>')


def paragraph(block: Heading | Paragraph, styles: Mapping[str, Style]) -> WordParagraph:
    """A heading or paragraph in the style of its role."""
    style = styles[block.role.value]
    body = styles[Role.BODY.value]
    direct = _direct(block, style, body.line or body.size) if isinstance(block, Paragraph) else ""
    words = (Text(block.label), *block.inlines) if block.label else block.inlines
    return WordParagraph(style.id, run_xml(words), direct)


def _spacing(block: Paragraph, pitch: float) -> str:
    before = f' w:before="{round(float(block.above) * pitch * 20)}"' if block.above is not None else ""
    after = ' w:after="0"' if block.tight else ""
    return f"<w:spacing{before}{after}/>" if before or after else ""


def _direct(block: Paragraph, style: Style, pitch: float) -> str:
    spacing = _spacing(block, pitch)
    if block.right_blank is None:
        return spacing
    blank = block.right_blank
    twips = round(float(blank) * style.character * 20)
    return spacing + f'<w:ind w:rightChars="{int(blank * 100)}" w:right="{twips}"/>'


def run_xml(inlines: tuple[Inline, ...], letters: str = "") -> str:
    """One run; neighbouring words are joined so that Word shows one piece of text. `letters` are its own properties."""
    pieces: list[str] = []
    words = ""
    for inline in inlines:
        match inline:
            case Text() | Number():
                words += inline.text
            case Break():
                pieces += [text_xml(words), "<w:br/>"]
                words = ""
    own = f"<w:rPr>{letters}</w:rPr>" if letters else ""
    return f"<w:r>{own}{''.join(pieces)}{text_xml(words)}</w:r>"


def text_xml(words: str) -> str:
    """The words as a `<w:t>`, escaped; nothing when there are none."""
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>' if words else ""
