"""Blocks → WordprocessingML paragraphs in named styles.

The one direct property is the right blank of 署名 and 成文日期, which depends on their words. Both `rightChars` (for
Word and WPS) and `right` in twips (LibreOffice reads only these) are written, otherwise the inherited one wins.
"""

from collections.abc import Mapping
from decimal import Decimal

from markupsafe import Markup, escape

from reportgen.model.document import Break, Heading, Inline, Number, Paragraph, Text
from reportgen.model.look import Style


def paragraph_xml(block: Heading | Paragraph, styles: Mapping[str, Style]) -> Markup:
    """The `<w:p>` of a heading or paragraph."""
    style = styles[block.role.value]
    properties = _right_blank(block.right_blank, style) if isinstance(block, Paragraph) else Markup("")
    words = (Text(block.label), *block.inlines) if block.label else block.inlines
    return Markup('<w:p><w:pPr><w:pStyle w:val="{}"/>{}</w:pPr><w:r>{}</w:r></w:p>').format(
        style.id, properties, runs_xml(words)
    )


def _right_blank(blank: Decimal | None, style: Style) -> Markup:
    if blank is None:
        return Markup("")
    return Markup('<w:ind w:rightChars="{}" w:right="{}"/>').format(
        int(blank * 100), round(float(blank) * style.character * 20)
    )


def runs_xml(inlines: tuple[Inline, ...]) -> Markup:
    """The contents of one run; neighbouring words are joined so that Word shows one piece of text."""
    pieces: list[Markup] = []
    words = ""
    for inline in inlines:
        match inline:
            case Text() | Number():
                words += inline.text
            case Break():
                pieces += [_text(words), Markup("<w:br/>")]
                words = ""
    return Markup("").join([*pieces, _text(words)])


def _text(words: str) -> Markup:
    return Markup('<w:t xml:space="preserve">{}</w:t>').format(escape(words)) if words else Markup("")
