"""Styles put into a Word file whose template lacks them: small lines beside the text, letters that stand out."""

from typing import TYPE_CHECKING

from markupsafe import escape

from reportgen.model.look import Rule, Style
from reportgen.render.docx.paragraphs import twips
from reportgen.word.ordered import parsed
from reportgen.word.package import W, value

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

DECLARED = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_EIGHTHS = 8
"""In a pt: the width of rules."""


def add_line_style(part: "DocumentPart", style: Style) -> None:
    """The style of lines of an exact pitch, off the grid of the text, where the file has none of that id."""
    pitch, half = twips(style.line or style.size), round(style.size * 2)
    properties = (
        f'<w:pPr>{_border(style.rule_below)}<w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{pitch}" w:lineRule="exact"/>'
        '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="both"/></w:pPr>'
        f'<w:rPr>{_letters(style)}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'
    )
    _add(part, style.id, style.name, properties, "paragraph")


def add_letter_style(part: "DocumentPart", style: Style, name: str) -> None:
    """The style of letters, known as `name` in runs; one that the file has of its own is known so from now on."""
    styles = part.styles.element.iter(W + "style")
    own = next((node for node in styles if value(node, "name") == style.name), None)
    if own is not None:
        own.set(W + "styleId", name)
    else:
        _add(part, name, style.name, f"<w:rPr>{_letters(style)}</w:rPr>", "character")


def _add(part: "DocumentPart", style_id: str, name: str, properties: str, kind: str) -> None:
    root = part.styles.element
    if all(node.get(W + "styleId") != style_id for node in root.iter(W + "style")):
        head = f'<w:style {DECLARED} w:type="{kind}" w:customStyle="1" w:styleId="{style_id}">'
        root.append(parsed(f'{head}<w:name w:val="{escape(name)}"/>{properties}</w:style>'))


def _letters(style: Style) -> str:
    """Faces and colour; the size is that of the words around them."""
    color = "" if style.color == "000000" else f'<w:color w:val="{style.color}"/>'
    latin, hanzi = escape(style.latin_font), escape(style.east_asian_font)
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{hanzi}" w:cs="{latin}"/>{color}'


def _border(rule: Rule | None) -> str:
    if rule is None:
        return ""
    width, space = round(rule.width * _EIGHTHS), round(rule.space)
    return f'<w:pBdr><w:bottom w:val="single" w:sz="{width}" w:space="{space}" w:color="{rule.color}"/></w:pBdr>'
