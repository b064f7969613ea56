"""Blocks → WordprocessingML paragraphs in named styles.

Direct properties are few: the right blank of 署名 and 成文日期, which depends on their words, no space below a line
that the next one belongs to, and what a page turn leaves at its neighbour. Of the blank both `rightChars` (for Word and
WPS) and `right` in twips (LibreOffice reads only these) are written, otherwise the inherited one wins.
"""

from collections.abc import Mapping

from markupsafe import escape

from reportgen.model.document import Break, Heading, Indents, Inline, Number, Paragraph, Text
from reportgen.model.hole import SIGN
from reportgen.model.look import Style
from reportgen.record import Struct
from reportgen.render.holes import told_apart

_NO_LEVEL = '<w:outlineLvl w:val="9"/>'


class WordParagraph(Struct):
    """A `<w:p>` that may still learn of a page turn: one before it, or a section that ends with it."""

    style: str
    """Style id; empty for the template's default."""
    content: str = ""
    """Runs, bookmarks, hyperlinks."""
    direct: str = ""
    """Direct properties from `w:spacing` to `w:outlineLvl`."""
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
    direct = _direct(block, style) if isinstance(block, Paragraph) else _NO_LEVEL if block.of_annex else ""
    words = (Text(block.label), *block.inlines) if block.label else block.inlines
    return WordParagraph(style.id, run_xml(words), direct)


def _direct(block: Paragraph, style: Style) -> str:
    spacing = '<w:spacing w:after="0"/>' if block.tight else '<w:spacing w:before="0"/>' if block.joins else ""
    if block.indents:
        return spacing + _indents(block.indents, style)
    if block.right_blank is None:
        return spacing
    blank = block.right_blank
    twips = round(float(blank) * style.character * 20)
    return spacing + f'<w:ind w:rightChars="{int(blank * 100)}" w:right="{twips}"/>'


def _indents(indents: Indents, style: Style) -> str:
    """A hanging indent: further lines begin at `left`, the first one before it."""
    lengths = {"left": indents.further, "hanging": indents.further - indents.first}
    chars = "".join(f' w:{name}Chars="{int(length * 100)}"' for name, length in lengths.items())
    twips = "".join(f' w:{name}="{round(float(length) * style.character * 20)}"' for name, length in lengths.items())
    return f"<w:ind{chars}{twips}/>"


def run_xml(inlines: tuple[Inline, ...], letters: str = "") -> str:
    """One run; neighbouring words are joined so that Word shows one piece of text. `letters` are its own properties.

    A hole is a run of its own, highlighted.
    """
    pieces: list[str] = []
    words = ""
    for inline in inlines:
        match inline:
            case Text() | Number():
                words += inline.text
            case Break():
                pieces += [_texts(words, letters), "<w:br/>"]
                words = ""
    own = f"<w:rPr>{letters}</w:rPr>" if letters else ""
    return f"<w:r>{own}{''.join(pieces)}{_texts(words, letters)}</w:r>"


def _texts(words: str, letters: str) -> str:
    """The words of a run that is open, and still is behind them."""
    if SIGN not in words:
        return text_xml(words)
    own = f"<w:rPr>{letters}</w:rPr>" if letters else ""
    marked = f'</w:r><w:r><w:rPr>{letters}<w:highlight w:val="yellow"/></w:rPr>{{}}</w:r><w:r>{own}'
    return "".join(marked.format(text_xml(text)) if hole else text_xml(text) for text, hole in told_apart(words))


def text_xml(words: str) -> str:
    """The words as a `<w:t>`, escaped; nothing when there are none."""
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>' if words else ""
