"""Fonts, sizes, colours and the distance of characters, set as they are due."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property, partial

from reportgen.finished.docx.resets.manuscript import Entry, Manuscript, Names, by
from reportgen.finished.font_families import family_of
from reportgen.model.standard import DUE, FONTS
from reportgen.word.ordered import drop, put
from reportgen.word.package import Element, W

_LETTERS: Names = {"rFonts": ("eastAsia", "eastAsiaTheme"), "sz": (), "szCs": ()}
_COLOR: Names = {"color": ()}
_DENSITY: Names = {"spacing": ()}
_DENSE = -5
"""In twips: by so much 28 characters of 三号 are drawn together to fit into 156 mm."""
_STRESSED = ("黑体", "楷体")
"""What stands in these within a paragraph of another font is stressed, or a name that is signed."""


class LetterResets:
    """Sets letters in a manuscript."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.manuscript = manuscript

    @cached_property
    def _fonts(self) -> dict[str, str]:
        """By family the name that the file itself uses most, else that of 公文."""
        counts: Counter[str] = Counter()
        for root in (self.manuscript.body, self.manuscript.part("word/styles.xml")):
            for fonts in root.iter(W + "rFonts") if root is not None else ():
                counts[str(fonts.get(W + "eastAsia", ""))] += 1
        return {family_of(name): name for name, _count in reversed(counts.most_common())} | {"": ""}

    def letters(self, entries: Sequence[Entry]) -> None:
        """The font of hanzi and the size that are due; Latin letters keep their font."""
        for (family, size), group in by(lambda entry: _due(entry.role), entries).items():
            usual = Counter(entry.setting.font for entry in group).most_common(1)[0][0]
            self._letters(family, int(size * 2), usual, [entry.node for entry in group])

    def _letters(self, due: str, size: int, usual: str, nodes: Sequence[Element]) -> None:
        font = self._fonts.get(due) or FONTS[due]

        def change(properties: Element) -> None:
            put(properties, "rFonts", {"eastAsia": font}).attrib.pop(W + "eastAsiaTheme", None)
            for name in ("sz", "szCs"):
                put(properties, name, {"val": size})

        def kept(run: Element) -> bool:
            family = self._family(run)
            stressed = family in _STRESSED and family not in (usual, due)
            if stressed:
                put(put(run, "rPr"), "sz", {"val": size})
            return stressed

        self.manuscript.letter(nodes, _LETTERS, change, kept)

    def _family(self, run: Element) -> str:
        paragraph = next(run.iterancestors(W + "p"))
        sheet = self.manuscript.sheet
        return family_of(sheet.letters.font(run, sheet.style_of(paragraph)))

    def color(self, entries: Sequence[Entry]) -> None:
        """Red or black."""
        for color, group in by(lambda entry: DUE[entry.role].color, entries).items():
            nodes = [entry.node for entry in group]
            self.manuscript.letter(nodes, _COLOR, partial(_set_color, color), _none)

    def density(self, entries: Sequence[Entry]) -> None:
        """28 characters in a line."""
        self.manuscript.letter([entry.node for entry in entries], _DENSITY, _dense, _none)


def _due(role: str) -> tuple[str, Decimal]:
    return DUE[role].font, DUE[role].size


def _set_color(color: str, properties: Element) -> None:
    drop(properties, "color")
    put(properties, "color", {"val": color})


def _dense(properties: Element) -> None:
    put(properties, "spacing", {"val": _DENSE})


def _none(_run: Element) -> bool:
    return False
