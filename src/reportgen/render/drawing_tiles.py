"""Patterns of a drawing: each is painted once as points, at the size in which it is drawn, before it is laid out.

A tile of a few bytes can be a thousand kilometres wide, and whoever paints it ends the process. None is larger than its
drawing, so one that is cannot be meant.
"""

import math
from collections.abc import Mapping
from xml.etree import ElementTree

from reportgen import patterns as re
from reportgen.language import _
from reportgen.render.photographs import NoDrawing

Element = ElementTree.Element

_STEP = re.compile(r"(scale|matrix|skew[XY])\s*\(([^)]*)\)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TRANSFORMS = ("transform", "style")
_ROOM = 4.0
"""How much larger than the drawing a tile may be: sizes and scales are only bounded here, not worked out."""


def refuse_giant_tiles(root: Element, again: Mapping[int, list[Element]], size: float) -> None:
    """Raises NoDrawing for a drawing, `size` of its own units wide or high, with a pattern that is larger than it.

    `again` are the elements that each one draws beside those within it; no ring is among them.
    """
    patterns = [each for each in root.iter() if each.tag.endswith("}pattern")]
    most = max(_largest(root, again, size, {}), 1.0) if patterns else 0.0
    for pattern in patterns:
        tile = max(_length(pattern, name, size) for name in ("width", "height"))
        if not tile * most * _scale(pattern.get("patternTransform", "")) <= _ROOM * size:
            raise NoDrawing(_("svg 里的底纹（pattern）比图还大；请在画图软件里另存为 png"))


def _largest(element: Element, again: Mapping[int, list[Element]], size: float, known: dict[int, float]) -> float:
    """By how much anything that an element draws is enlarged at most."""
    if id(element) not in known:
        inner = (_largest(each, again, size, known) for each in (*element, *again[id(element)]))
        own = math.prod(_scale(element.get(name, "")) for name in _TRANSFORMS) * _view(element, size)
        known[id(element)] = own * max([1.0, *inner])
    return known[id(element)]


def _scale(words: str) -> float:
    """Of a list of transformations."""
    return math.prod(_step(name, _numbers(given)) for name, given in _STEP.findall(words))


def _step(name: str, given: list[float]) -> float:
    if name == "matrix" and len(given) == 6:
        a, b, c, d = given[:4]
        return max(abs(a) + abs(c), abs(b) + abs(d))
    if name.startswith("skew"):
        return 1 + max((abs(math.tan(math.radians(each))) for each in given), default=0.0)
    return max(map(abs, given), default=1.0)


def _view(element: Element, size: float) -> float:
    """A symbol or a drawing within the drawing may fill all of it with little."""
    box = _numbers(element.get("viewBox", ""))
    least = min(box[2:4], default=size) if len(box) == 4 else size
    return max(1.0, size / least) if least > 0 else 1.0


def _length(pattern: Element, name: str, size: float) -> float:
    words = pattern.get(name, "")
    number = max(_numbers(words), default=0.0)
    if words.strip().endswith("%"):
        return number / 100 * size
    return number if pattern.get("patternUnits") == "userSpaceOnUse" else number * size


def _numbers(words: str) -> list[float]:
    return [float(word) for word in _NUMBER.findall(words)]
