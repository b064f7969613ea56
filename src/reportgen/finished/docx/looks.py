"""The letters of a Word paragraph: the font of its hanzi, their size and weight, the distance of its lines.

Word looks in the run, in the style of the run, in the styles of the paragraph, in the defaults of the file; a font may
be a name of the theme. What nothing says is empty or None, and is not guessed.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TypeVar

from reportgen.finished.parts import Look
from reportgen.record import Struct, field
from reportgen.word.package import Element, Package, Properties, W, is_on, value, written

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TWIP = 20.0
_WIDEST = 1584.0
"""Word measures nothing longer, in pt; NaN is no less than it either."""
_HANZI = ("一", "鿿")
_WORDS_OWN_SIZE = 10.0

T = TypeVar("T")


class Letters(Struct, frozen=True, dict=True):
    """Asks the styles of a file."""

    package: Package
    chain: Callable[[str], Iterator[Element]]
    """A style and those that it is based on."""

    known: dict[tuple[str, Properties], tuple[str, float, bool]] = field(default_factory=dict)
    """Font, size and weight of runs, by the style of their paragraph and their own properties."""

    @cached_property
    def _defaults(self) -> list[Element]:
        root = self.package.part("word/styles.xml")
        found = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        return [found] if found is not None else []

    @cached_property
    def _theme(self) -> dict[str, str]:
        """The fonts of hanzi in headings (major) and in text (minor)."""
        root = self.package.part("word/theme/theme1.xml")
        found = {}
        for name in ("major", "minor"):
            fonts = root.find(f".//{_A}{name}Font") if root is not None else None
            if fonts is not None:
                own = fonts.iterfind(f"{_A}ea")
                hans = (node for node in fonts.iterfind(f"{_A}font") if node.get("script") == "Hans")
                named = (str(node.get("typeface", "")) for node in (*own, *hans))
                found[f"{name}EastAsia"] = next((typeface for typeface in named if typeface), "")
        return found

    def look(self, paragraph: Element, style: str) -> Look | None:
        """The letters of most of its hanzi; None where nothing says what they are."""
        counts: Counter[tuple[str, float, bool]] = Counter()
        for run in paragraph.iter(W + "r"):
            text = "".join(node.text or "" for node in run.iterfind(W + "t"))
            hanzi = sum(1 for char in text if _HANZI[0] <= char <= _HANZI[1])
            if hanzi:
                counts[self.of(run, style)] += hanzi
        if not counts:
            return None
        font, size, bold = counts.most_common(1)[0][0]
        return Look(font, size, bold) if font else None

    def of(self, run: Element, style: str) -> tuple[str, float, bool]:
        """Font, size and weight of a run in a paragraph of that style."""
        asked = style, written(run.find(W + "rPr"))
        if asked not in self.known:
            self.known[asked] = self.font(run, style), self._size(run, style), self._bold(run, style)
        return self.known[asked]

    def _bold(self, run: Element, style: str) -> bool:
        """Whether they are heavy."""
        given = (is_on(layer, "b") for layer in self._layers(run, style))
        return next((bold for bold in given if bold is not None), False)

    def _layers(self, run: Element, style: str) -> Iterator[Element]:
        """Where properties of a run are looked for, nearest first."""
        own = run.find(W + "rPr")
        if own is not None:
            yield own
            for node in self.chain(value(own, "rStyle") or ""):
                yield from node.iterfind(W + "rPr")
        for node in self.chain(style):
            yield from node.iterfind(W + "rPr")
        yield from self._defaults

    def font(self, run: Element, style: str) -> str:
        """The font of a run's hanzi in a paragraph of that style."""
        for layer in self._layers(run, style):
            fonts = layer.find(W + "rFonts")
            if fonts is None:
                continue
            if theme := fonts.get(W + "eastAsiaTheme"):
                return self._theme.get(theme, "")
            if name := fonts.get(W + "eastAsia"):
                return str(name)
        return ""

    def _size(self, run: Element, style: str) -> float:
        sizes = (value(layer, "sz") for layer in self._layers(run, style))
        half_points = next((size for size in sizes if size and size.isdecimal()), None)
        return int(half_points) / 2 if half_points else _WORDS_OWN_SIZE

    def spacing(self, paragraph: Element, style: str) -> float:
        """How much wider than its size a character stands, in pt."""
        run = next((node for node in paragraph.iter(W + "r") if node.find(W + "t") is not None), None)
        given = (value(layer, "spacing") for layer in self._layers(run, style)) if run is not None else ()
        return _points(next((text for text in given if text), None)) or 0.0

    def pitch(self, paragraph: Element, style: str) -> float | None:
        """The exact distance of its lines; None where Word works it out."""
        layers = [paragraph.find(W + "pPr"), *(node.find(W + "pPr") for node in self.chain(style))]
        for layer in layers:
            spacing = layer.find(W + "spacing") if layer is not None else None
            if spacing is not None and spacing.get(W + "line"):
                exact = spacing.get(W + "lineRule") == "exact"
                return _points(str(spacing.get(W + "line"))) if exact else None
        return None


def _points(twips: str | None) -> float | None:
    try:
        points = float(twips) / _TWIP if twips else None
    except ValueError:
        return None
    return points if points is not None and abs(points) < _WIDEST else None
