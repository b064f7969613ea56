"""Blocks → WordprocessingML paragraphs in named styles.

Direct properties are few: the right blank of 署名 and 成文日期, which depends on their words, no space below a line
that the next one belongs to, and what a page turn leaves at its neighbour. Of the blank both `rightChars` (for Word and
WPS) and `right` in twips (LibreOffice reads only these) are written, otherwise the inherited one wins.
"""

from collections.abc import Callable, Mapping
from itertools import groupby

from markupsafe import escape

from reportgen.model.document import Break, Heading, Indents, Inline, Paragraph, Text
from reportgen.model.hole import SIGN
from reportgen.model.inline import Note, is_plain, is_strong
from reportgen.model.look import Style
from reportgen.record import Struct
from reportgen.render.holes import told_apart
from reportgen.render.notes import STRONG_ID
from reportgen.render.placed import pitch

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


def twips(points: float) -> int:
    """A length as Word measures it."""
    return round(points * 20)


def gap(height: int) -> WordParagraph:
    """An empty paragraph so many twips high, where Word needs one."""
    return WordParagraph("", "", f'<w:spacing w:before="0" w:after="0" w:line="{height}" w:lineRule="exact"/>')


def _mark_alone(_note: Note) -> str:
    return ""


def paragraph(
    block: Heading | Paragraph, styles: Mapping[str, Style], footnote: Callable[[Note], str] = _mark_alone
) -> WordParagraph:
    """A heading or paragraph in the style of its role; `footnote` takes in what a note says."""
    style = styles[block.role.value]
    direct = (
        _direct(block, style, pitch(styles)) if isinstance(block, Paragraph) else _NO_LEVEL if block.of_annex else ""
    )
    words = (Text(block.label), *block.inlines) if block.label else block.inlines
    return WordParagraph(style.id, run_xml(words, footnote=footnote), direct)


def _spacing(block: Paragraph, line: float) -> str:
    before = f' w:before="{twips(float(block.above) * line)}"' if block.above is not None else ""
    before = ' w:before="0"' if block.joins else before
    after = ' w:after="0"' if block.tight else ""
    return f"<w:spacing{before}{after}/>" if before or after else ""


def _direct(block: Paragraph, style: Style, line: float) -> str:
    spacing = _spacing(block, line)
    if block.indents:
        return spacing + _indents(block.indents, style)
    if block.right_blank is None:
        return spacing
    blank = block.right_blank
    right = twips(float(blank) * style.character)
    return spacing + f'<w:ind w:rightChars="{int(blank * 100)}" w:right="{right}"/>'


def _indents(indents: Indents, style: Style) -> str:
    """A hanging indent: further lines begin at `left`, the first one before it."""
    lengths = {"left": indents.further, "hanging": indents.further - indents.first}
    chars = "".join(f' w:{name}Chars="{int(length * 100)}"' for name, length in lengths.items())
    exact = "".join(f' w:{name}="{twips(float(length) * style.character)}"' for name, length in lengths.items())
    return f"<w:ind{chars}{exact}/>"


_RAISED = '<w:vertAlign w:val="superscript"/>'


def run_xml(inlines: tuple[Inline, ...], letters: str = "", footnote: Callable[[Note], str] = _mark_alone) -> str:
    """Runs of words that look alike, mostly one: neighbouring words are joined so that Word shows one piece of text.

    `letters` are properties of all of them; `footnote` gives the reference to a note, which Word marks itself. A hole
    is a run of its own, highlighted.
    """
    if is_plain(inlines):
        return _run(inlines, letters)
    runs = []
    for kind, group in groupby(inlines, key=_kind):
        if kind is Note:
            marks = ((footnote(inline) or text_xml(inline.mark)) for inline in group if isinstance(inline, Note))
            runs += [_wrapped(mark, letters + _RAISED) for mark in marks]
        else:
            runs.append(_run(tuple(group), f'<w:rStyle w:val="{STRONG_ID}"/>{letters}' if kind else letters))
    return "".join(runs)


def _kind(inline: Inline) -> type[Note] | bool:
    return Note if isinstance(inline, Note) else is_strong(inline)


def _run(inlines: tuple[Inline, ...], letters: str) -> str:
    pieces: list[str] = []
    words = ""
    for inline in inlines:
        if isinstance(inline, Break):
            pieces += [_texts(words, letters), "<w:br/>"]
            words = ""
        else:
            words += inline.text
    return _wrapped("".join(pieces) + _texts(words, letters), letters)


def _texts(words: str, letters: str) -> str:
    """The words of a run that is open, and still is behind them."""
    if SIGN not in words:
        return text_xml(words)
    own = f"<w:rPr>{letters}</w:rPr>" if letters else ""
    marked = f'</w:r><w:r><w:rPr>{letters}<w:highlight w:val="yellow"/></w:rPr>{{}}</w:r><w:r>{own}'
    return "".join(marked.format(text_xml(text)) if hole else text_xml(text) for text, hole in told_apart(words))


def _wrapped(content: str, letters: str) -> str:
    own = f"<w:rPr>{letters}</w:rPr>" if letters else ""
    return f"<w:r>{own}{content}</w:r>"


def text_xml(words: str) -> str:
    """The words as a `<w:t>`, escaped; nothing when there are none."""
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>' if words else ""
