"""Charts as a content file asks for them, and where the words of a drawing stand."""

from functools import cache
from itertools import combinations
from xml.etree import ElementTree

from fontTools.ttLib import TTFont
from tests.support.example import changed
from tests.support.prose import added, document

from reportgen.fonts import LATIN
from reportgen.model.chart import Chart
from reportgen.pipeline.check import check_text
from reportgen.pipeline.checked import Checked
from reportgen.record import Struct
from reportgen.world import fonts_folder

SVG = "{http://www.w3.org/2000/svg}"
_HEAD = "\n# 单位概况："


def checked(plan: str) -> Checked:
    """The example with one chart, `名称: 图甲` and the rest of its mapping."""
    text = changed((_HEAD, f"\n图表:\n  - {{名称: 图甲, {plan}}}\n{_HEAD}"), added("{{ 图表.图甲 }}"))
    return check_text(text, "内容.yaml")


def chart_of(plan: str) -> Chart:
    """The chart of a plan that has nothing wrong."""
    (chart,) = [block for block in document(checked(plan)).walk() if isinstance(block, Chart)]
    return chart


class Box(Struct, frozen=True):
    """A line of words, a little less than its ink."""

    words: str
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether both take the same room."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def boxes(svg: str) -> list[Box]:
    """Every line of words of a drawing."""
    return [_box(words) for words in ElementTree.fromstring(svg).iter(SVG + "text")]


def meetings(svg: str) -> list[tuple[str, str]]:
    """The lines that stand on one another."""
    return [(one.words, two.words) for one, two in combinations(boxes(svg), 2) if one.meets(two)]


def outside(svg: str) -> list[str]:
    """The lines that leave the drawing."""
    _x, _y, width, height = map(float, ElementTree.fromstring(svg).get("viewBox", "").split())
    return [
        box.words
        for box in boxes(svg)
        if box.left < -0.5 or box.right > width + 0.5 or box.top < -0.5 or box.bottom > height + 0.5
    ]


def _box(element: ElementTree.Element) -> Box:
    words, size = element.text or "", float(element.get("font-size", ""))
    width = sum(_width(character) for character in words) * size
    before = {"start": 0.0, "middle": width / 2, "end": width}[element.get("text-anchor", "")]
    turned = element.get("transform")
    if turned:
        x, y = map(float, turned.split("(")[1].split(")")[0].split())
        return Box(words, x - size * 0.7, x, y - width + before, y + before)
    x, y = float(element.get("x", "")), float(element.get("y", ""))
    return Box(words, x - before, x - before + width, y - size * 0.7, y)


@cache
def _width(character: str) -> float:
    """In sizes: of figures and letters as the face has it, of all else the whole."""
    font = _latin()
    name = font.getBestCmap().get(ord(character)) if character.isascii() else None
    return font["hmtx"][name][0] / font["head"].unitsPerEm if name else 1.0


@cache
def _latin() -> TTFont:
    return TTFont(fonts_folder() / LATIN.file)
