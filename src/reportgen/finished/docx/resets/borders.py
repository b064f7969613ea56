"""The red line of a letterhead and the lines of an imprint, set as GB/T 9704 has them."""

from collections.abc import Iterator, Sequence

from reportgen.finished.docx.resets.manuscript import Entry, Manuscript
from reportgen.finished.docx.tables import is_imprint, pieces_of
from reportgen.model.setting import is_black, is_red
from reportgen.model.standard import RED
from reportgen.word.ordered import drop, put
from reportgen.word.package import Element, W

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"
_RED_RULE = {"val": "single", "sz": 12, "space": 11, "color": RED}
"""1.5 pt, 4 mm below the number."""
_THICK = {"val": "single", "sz": 8, "space": 0, "color": "000000"}
_THIN = {**_THICK, "sz": 6}
"""0.35 and 0.25 mm."""


class BorderResets:
    """Sets lines in a manuscript."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.manuscript = manuscript

    def separator(self, entries: Sequence[Entry]) -> None:
        """Lines between the number and the title are red; where there is none, the number gets one below it."""
        number, title = (entry.node for entry in entries)
        found = [self._redden(node) for node in self._between(number, title)]  # all of them, not only the first
        if not any(found):
            self._underline(number)

    def _between(self, number: Element, title: Element) -> Iterator[Element]:
        paragraphs = self.manuscript.paragraphs
        yield from paragraphs[paragraphs.index(number) : paragraphs.index(title)]

    def _redden(self, node: Element) -> bool:
        """Whether it had a line of another colour."""
        style = self.manuscript.settings.style(node)
        found = False
        for side, rule in (("top", style.rule_above), ("bottom", style.rule_below)):
            if rule and not is_red(rule.color):
                values = {"val": "single", "sz": round(rule.width * 8), "space": round(rule.space), "color": RED}
                put(put(put(node, "pPr"), "pBdr"), side, values)
                found = True
        for line in node.iter(_A + "ln"):
            for color in (each for each in line.iter(_A + "srgbClr") if is_black(str(each.get("val")))):
                color.set("val", RED)
                found = True
        for line in node.iter(_VML + "line"):
            line.set("strokecolor", f"#{RED}")
            found = True
        return found

    def _underline(self, node: Element) -> None:
        """A border is as wide as the type area where no indent of all lines makes it shorter."""
        style = self.manuscript.settings.style(node)
        properties = put(node, "pPr")
        put(put(properties, "pBdr"), "bottom", _RED_RULE)
        if style.left or style.right:
            ind, twips = put(properties, "ind"), round((style.left + style.first_line) * 20)
            ind.attrib.clear()
            for name, length in (("left", 0), ("leftChars", 0), ("right", 0), ("rightChars", 0), ("firstLine", twips)):
                ind.set(W + name, str(length))

    def imprint(self) -> None:
        """Thick lines above and below, thin ones between, in the tables that are imprints."""
        for table in self.manuscript.body.iter(W + "tbl"):
            if is_imprint(pieces_of(table)):
                borders = put(put(table, "tblPr"), "tblBorders")
                for side, line in (("top", _THICK), ("bottom", _THICK), ("insideH", _THIN)):
                    drop(borders, side)
                    put(borders, side, line)
                for cell in table.iter(W + "tcPr"):
                    _without_level_lines(cell)


def _without_level_lines(cell: Element) -> None:
    own = cell.find(W + "tcBorders")
    for side in ("top", "bottom"):
        drop(own, side)
    if own is not None and not len(own):
        cell.remove(own)
