"""Tables of the template: of one column, in the text or at the foot of the page, and small ones of several.

版记 is such a table in the usual templates: anchored to the lower edge of the type area, with its rules as the borders
of the table. LibreOffice 7.4 floats a table only when its `w:horzAnchor` is the page, and drops the borders of
paragraphs in a text frame; so a table it is, and no frame.
"""

from collections.abc import Iterator
from functools import cached_property

from reportgen.language import _
from reportgen.model.look import Align, Rule
from reportgen.record import Struct
from reportgen.word.package import Element, W, value
from reportgen.word.styles import is_plain, read_rule
from reportgen.word.tags import ElseTag, EndIfTag, IfTag, read_condition

_TWIP = 20
_SIDES = ("top", "right", "bottom", "left")
_WORDS_OWN = {"right": 108, "left": 108}
"""The empty edges of a cell, in twips, where the table says nothing."""
_ALIGNS = {"center": Align.CENTER, "right": Align.RIGHT, "end": Align.RIGHT}
Rules = tuple[Rule | None, Rule | None, Rule | None, Rule | None]


class TableReader(Struct, frozen=True, dict=True):
    """A `w:tbl` with the table style that it names, if any (`chain`, nearest first)."""

    table: Element
    chain: tuple[Element, ...] = ()

    @cached_property
    def widths(self) -> tuple[float, ...]:
        """Of its columns, in pt."""
        grid = self.table.find(W + "tblGrid")
        return tuple(float(column.get(W + "w", "0")) / _TWIP for column in (grid if grid is not None else ()))

    @cached_property
    def margins(self) -> tuple[float, float, float, float]:
        """The empty edges of its cells, clockwise from the top, in pt."""
        given = next(self._properties("tblCellMar"), None)
        top, right, bottom, left = (
            float(value(given, side, "w") or _WORDS_OWN.get(side, 0)) / _TWIP for side in _SIDES
        )
        return top, right, bottom, left

    @cached_property
    def align(self) -> Align:
        """Where it stands between the margins."""
        return _ALIGNS.get(value(self.table.find(W + "tblPr"), "jc") or "", Align.LEFT)

    @cached_property
    def indent(self) -> float:
        """How far it stands from the left, in pt."""
        return float(value(self.table.find(W + "tblPr"), "tblInd", "w") or "0") / _TWIP

    @cached_property
    def is_plain(self) -> bool:
        """Whether it is of one column with nothing but rules across: lines between rules."""
        upright = (self.rule(side) for side in ("left", "right", "insideV"))
        own = ("tcBorders", "shd", "vMerge", "gridSpan")
        return (
            all(len(row.findall(W + "tc")) == 1 for row in self.rows())
            and not any(upright)
            and not any(
                cell.find(f"{W}tcPr/{W}{name}") is not None for cell in self.table.iter(W + "tc") for name in own
            )
        )

    def rows(self) -> Iterator[Element]:
        """Its rows, not those of tables inside it."""
        yield from self.table.iterchildren(W + "tr")

    def border(self, side: str) -> Element | None:
        """The border `top`, `insideH` … of the table, its own or that of its style."""
        found = (borders.find(W + side) for borders in self._properties("tblBorders"))
        return next((border for border in found if border is not None), None)

    def rule(self, side: str) -> Rule | None:
        """The same as it is drawn."""
        return read_rule(self.border(side))

    def rules(self, cell: Element, edges: tuple[bool, bool, bool, bool]) -> Rules:
        """The rules of a cell, clockwise from the top; `edges` says which of its sides are the table's own."""
        own = cell.find(f"{W}tcPr/{W}tcBorders")
        inner = ("insideH", "insideV", "insideH", "insideV")
        top, right, bottom, left = (
            self._side(own, side, side if edge else inside)
            for side, inside, edge in zip(_SIDES, inner, edges, strict=True)
        )
        return top, right, bottom, left

    def _side(self, own: Element | None, side: str, of_table: str) -> Rule | None:
        border = own.find(W + side) if own is not None else None
        return read_rule(border) if border is not None else self.rule(of_table)

    def _properties(self, name: str) -> Iterator[Element]:
        for properties in (self.table.find(W + "tblPr"), *(style.find(W + "tblPr") for style in self.chain)):
            found = properties.find(W + name) if properties is not None else None
            if found is not None:
                yield found

    def lost(self) -> Iterator[str]:
        """What only Word shows of it."""
        drawn = [*self._properties("tblBorders"), *self.table.iter(W + "tcBorders")]
        if not all(is_plain(border) for borders in drawn for border in borders):
            yield _("双线或虚线的框线（PDF 都画实线）")
        if self.table.find(f"{W}tblPr/{W}tblpPr") is not None and not is_at_foot(self.table):
            yield _("浮动的表格（PDF 排在原处）")
        if any(next(style.iter(W + "tblStylePr"), None) is not None for style in self.chain):
            yield _("表格样式里首行、末列等处的格式")
        if next(self.table.iter(W + "textDirection"), None) is not None:
            yield _("竖排的格子")


def is_at_foot(table: Element) -> bool:
    """Whether it is anchored to the lower edge of the type area."""
    position = table.find(f"{W}tblPr/{W}tblpPr")
    if position is None:
        return False
    return (position.get(W + "vertAnchor"), position.get(W + "tblpYSpec")) == ("margin", "bottom")


def height(row: Element) -> tuple[float | None, bool]:
    """The height of a row in pt, where it has one, and whether it may grow."""
    properties = row.find(W + "trPr")
    twips, rule = value(properties, "trHeight"), value(properties, "trHeight", "hRule")
    return (float(twips) / _TWIP if twips else None), rule != "exact"


def condition(row: Element) -> IfTag | ElseTag | EndIfTag | None:
    """The `{%tr … %}` that a row consists of, None for a row of words."""
    return read_condition("".join(text.text or "" for text in row.iter(W + "t")), "tr")
