"""A document as Typst source: the same words in the same fonts, sizes and type area, so that it fills as many pages.

No 标点挤压, no docx, no check: what a compiled program needs for the pages alone.
"""

import json
from collections.abc import Iterator

from reportgen.fonts import stack
from reportgen.model.document import Document, Heading, Paragraph, Role, line_of, plain_text
from reportgen.model.look import Align, Looks, Page, Style

_BOX = 0.8
"""Share of the font size above the baseline; with the rest below, a line without leading is one em high."""


def typst_source(document: Document, looks: Looks) -> str:
    """The whole document; paragraph styles are functions named after their roles."""
    return "\n".join(
        [
            _page(looks.page),
            *(_function(role, looks.styles[role.value]) for role in Role if role.value in looks.styles),
            *_paragraphs(document),
        ]
    )


def _page(page: Page) -> str:
    margins = f"(top: {page.top}pt, right: {page.right}pt, bottom: {page.bottom}pt, left: {page.left}pt)"
    return (
        f"#set page(width: {page.width}pt, height: {page.height}pt, margin: {margins}, "
        f'numbering: "— 1 —")\n#set text(lang: "zh", region: "cn", top-edge: {_BOX}em, bottom-edge: {_BOX - 1}em)'
    )


def _function(role: Role, style: Style) -> str:
    families = ", ".join(f'"{family}"' for family in stack(style.east_asian_font))
    leading = (style.line or style.size) - style.size
    align = "left" if style.align is Align.JUSTIFY else style.align.value
    return (
        f"#let {role.value}(words) = {{\n"
        f"  set text(font: ({families}), size: {style.size}pt, tracking: {style.letter_spacing}pt)\n"
        f"  set par(leading: {leading:.2f}pt, spacing: {leading:.2f}pt, "
        f"justify: {str(style.align is Align.JUSTIFY).lower()}, "
        f"first-line-indent: (amount: {style.first_line}pt, all: true))\n"
        f"  align({align}, par(words))\n}}"
    )


def _paragraphs(document: Document) -> Iterator[str]:
    for line in plain_text(document.lines["标题"]).splitlines():
        yield _call(Role.TITLE, line)
    for block in document.walk():
        if isinstance(block, Heading | Paragraph):
            yield _call(block.role, line_of(block))


def _call(role: Role, words: str) -> str:
    return f"#{role.value}({json.dumps(words, ensure_ascii=False)})"
