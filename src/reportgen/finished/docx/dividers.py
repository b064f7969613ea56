"""The level lines of a Word file that are as wide as its text: borders of paragraphs and of tables, drawn lines."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.finished.docx.tables import rows_of
from reportgen.finished.measures import hundredth
from reportgen.model.look import Rule, Style
from reportgen.model.setting import Divider
from reportgen.word.package import Element, W, is_repeated
from reportgen.word.styles import read_rule

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_EMU_A_MM, _EMU_A_PT = 36000, 12700
_WIDE = 100
"""In mm: what is shorter underlines a word."""
_LINES = ("line", "straightConnector1")
_NAMED = {"red": "FF0000", "black": "000000"}


def of_paragraph(node: Element, style: Style, after: int, shown: bool) -> Iterator[Divider]:
    """Its borders above and below, and lines that are anchored in it; `shown` is whether it is a part itself."""
    for rule, at in ((style.rule_above, after), (style.rule_below, after + shown)):
        if rule:
            yield _divider(rule, at)
    for shape in node.iter(_WP + "anchor", _WP + "inline"):
        yield from _drawn(shape, after)
    for line in node.iter(_VML + "line"):
        if not is_repeated(line):
            yield Divider(after, _color(str(line.get("strokecolor", "black"))))


def of_table(table: Element, after: int) -> Iterator[Divider]:
    """The level borders of a table of one column, each row of which holds one paragraph."""
    rows = list(rows_of(table))
    for number in range(len(rows) + 1):
        if rule := _border(table, rows, number):
            yield _divider(rule, after + number)


def _border(table: Element, rows: list[Element], number: int) -> Rule | None:
    """The border above a row, or below the last one: that of a cell counts more than that of the table."""
    first, last = number == 0, number == len(rows)
    sides = [(rows[number], "top")] if not last else []
    sides += [(rows[number - 1], "bottom")] if number else []
    for row, side in sides:
        own = [found for cell in row.iter(W + "tcBorders") if (found := cell.find(W + side)) is not None]
        if own:
            return read_rule(own[0])
    name = "top" if first else "bottom" if last else "insideH"
    return read_rule(table.find(f"{W}tblPr/{W}tblBorders/{W}{name}"))


def _divider(rule: Rule, after: int) -> Divider:
    return Divider(after, rule.color.upper(), weight=hundredth(rule.width))


def _drawn(node: Element, after: int) -> Iterator[Divider]:
    shape = next(node.iter(_A + "prstGeom"), None)
    extent = node.find(_WP + "extent")
    if shape is None or shape.get("prst") not in _LINES or extent is None:
        return
    width = Decimal(_whole(extent.get("cx"))) / _EMU_A_MM
    line = next(node.iter(_A + "ln"), None)
    color = next((each.get("val", "") for each in line.iter(_A + "srgbClr")), "") if line is not None else ""
    weight = Decimal(_whole(line.get("w"))) / _EMU_A_PT if line is not None else None
    if width >= _WIDE:
        yield Divider(after, color.upper() or "000000", width.quantize(Decimal("0.1")), weight)


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 12 else 0


def _color(name: str) -> str:
    found = name.partition(" ")[0].lstrip("#")
    return _NAMED.get(found.lower(), found.upper() if len(found) == 6 else "000000")
