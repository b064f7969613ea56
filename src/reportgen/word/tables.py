"""Tables of the template that both outputs can show: of one column, in the text or at the foot of the page.

版记 is such a table in the usual templates: anchored to the lower edge of the type area, with its rules as the borders
of the table. LibreOffice 7.4 floats a table only when its `w:horzAnchor` is the page, and drops the borders of
paragraphs in a text frame; so a table it is, and no frame.
"""

from collections.abc import Iterator

from reportgen.word.package import Element, W, value
from reportgen.word.styles import is_plain, read_rule
from reportgen.word.tags import ElseTag, EndIfTag, IfTag, read_condition

_TWIP = 20
_SIDES = ("top", "right", "bottom", "left")
_WORDS_OWN = {"right": 108, "left": 108}
"""The empty edges of a cell, in twips, where the table says nothing."""
_FOREIGN = ("tbl", "tcBorders", "shd", "vMerge", "gridSpan", "tblStyle", "textDirection")


def paragraphs(body: Element) -> Iterator[Element]:
    """The paragraphs of a body that a reader takes in, in order, with those of tables that can be shown."""
    for node in body:
        if node.tag == W + "p":
            yield node
        elif node.tag == W + "tbl" and is_shown(node):
            yield from node.iter(W + "p")


def is_shown(table: Element) -> bool:
    """Whether both outputs can show the table: one column, plain rules across, no blocks in it."""
    if any(next(table.iterdescendants(W + name), None) is not None for name in _FOREIGN):
        return False
    borders = table.find(f"{W}tblPr/{W}tblBorders")
    upright = [borders.find(W + side) for side in ("left", "right", "insideV")] if borders is not None else []
    return (
        all(len(row.findall(W + "tc")) == 1 for row in table.iter(W + "tr"))
        and all(is_plain(border) for border in (borders if borders is not None else ()))
        and not any(read_rule(border) for border in upright)
        and not any("{{p" in text_of(node) for node in table.iter(W + "p"))
        and (table.find(f"{W}tblPr/{W}tblpPr") is None or is_at_foot(table))
    )


def is_at_foot(table: Element) -> bool:
    """Whether it is anchored to the lower edge of the type area."""
    position = table.find(f"{W}tblPr/{W}tblpPr")
    if position is None:
        return False
    return (position.get(W + "vertAnchor"), position.get(W + "tblpYSpec")) == ("margin", "bottom")


def rule(table: Element, side: str) -> Element | None:
    """The border `top`, `insideH` or `bottom` of the table."""
    return table.find(f"{W}tblPr/{W}tblBorders/{W}{side}")


def width(table: Element) -> float:
    """In pt."""
    return sum(float(column.get(W + "w", "0")) for column in table.iter(W + "gridCol")) / _TWIP


def margins(table: Element) -> tuple[float, float, float, float]:
    """The empty edges of its cells, clockwise from the top, in pt."""
    given = table.find(f"{W}tblPr/{W}tblCellMar")
    top, right, bottom, left = (float(value(given, side, "w") or _WORDS_OWN.get(side, 0)) / _TWIP for side in _SIDES)
    return top, right, bottom, left


def height(row: Element) -> float | None:
    """The exact height of a row in pt, where it has one."""
    properties = row.find(W + "trPr")
    if value(properties, "trHeight", "hRule") != "exact":
        return None
    return float(value(properties, "trHeight") or "0") / _TWIP


def condition(row: Element) -> IfTag | ElseTag | EndIfTag | None:
    """The `{%tr … %}` that a row consists of, None for a row of words."""
    return read_condition(text_of(row), "tr")


def text_of(node: Element) -> str:
    """The words of a paragraph or row, tabs and forced breaks among them."""
    words = {W + "tab": "\t", W + "br": "\n"}
    pieces = (
        piece.text or "" if piece.tag == W + "t" else words.get(str(piece.tag), "")
        for piece in node.iter()
        if piece.getparent() is None or piece.getparent().tag != W + "tabs"  # a tab stop is no tab
    )
    return "".join(pieces)
