"""Which characters of a page lie under a mark or near a point.

Everything is measured as the file has it, in pt from its lower left corner: a page that is turned turns its marks too.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from pypdfium2 import raw

from reportgen.pdf.glyphs import Handle, printed_char
from reportgen.record import Struct

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""
_NEAR = 60.0
"""pt above and below a point within which there is mostly a line."""
_SLACK = 0.5
"""pt by which a mark may be smaller than the characters that it means."""


def hull(boxes: Iterable[Box]) -> Box:
    """The smallest box around others."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


class Characters(Struct, dict=True):
    """The characters of a page but white space, in the order of the file; boxes are asked for when a mark is there."""

    page_text: Handle
    count: int

    @cached_property
    def _codes(self) -> list[tuple[int, str]]:
        codes = ((index, raw.FPDFText_GetUnicode(self.page_text, index)) for index in range(self.count))
        drawn = ((index, printed_char(code)) for index, code in codes if code > 32)
        return [(index, char) for index, char in drawn if not char.isspace()]

    @cached_property
    def text(self) -> str:
        """All of them."""
        return "".join(char for _index, char in self._codes)

    @cached_property
    def _boxes(self) -> list[Box]:
        box = raw.FS_RECTF()
        found: list[Box] = []
        for index, _char in self._codes:
            raw.FPDFText_GetLooseCharBox(self.page_text, index, box)
            found.append((box.left, box.bottom, box.right, box.top))
        return found

    @cached_property
    def _centres(self) -> list[tuple[float, float, int]]:
        """Height, then distance from the left, and which character it is; from the foot of the page up."""
        return sorted(((b + t) / 2, (left + r) / 2, number) for number, (left, b, r, t) in enumerate(self._boxes))

    def inside(self, boxes: Iterable[Box]) -> range:
        """From the first to behind the last character whose centre lies in one of the boxes."""
        found: list[int] = []
        for left, bottom, right, top in boxes:
            start = bisect_left(self._centres, (bottom - _SLACK,))
            end = bisect_right(self._centres, (top + _SLACK, math.inf, 0))
            across = self._centres[start:end]
            found += [number for _y, x, number in across if left - _SLACK <= x <= right + _SLACK]
        return range(min(found), max(found) + 1) if found else range(0)

    def near(self, x: float, y: float) -> tuple[int, bool]:
        """The character at a point, or nearest to it, and whether the point lies behind its middle as one reads."""
        if not self._boxes:
            return 0, False
        start = bisect_left(self._centres, (y - _NEAR,))
        near = [number for _y, _x, number in self._centres[start : bisect_right(self._centres, (y + _NEAR,))]]
        nearest = min(near or range(len(self._boxes)), key=lambda number: self._distance(number, x, y))
        left, bottom, right, top = self._boxes[nearest]
        angle = max(raw.FPDFText_GetCharAngle(self.page_text, self._codes[nearest][0]), 0.0)
        along = (x - (left + right) / 2) * math.cos(angle) + (y - (bottom + top) / 2) * math.sin(angle)
        return nearest, along > 0

    def beside(self, x: float, y: float) -> int:
        """The character that begins the line at the height of a point in the margin: what is typed there speaks of it.

        Within the text the nearest.
        """
        nearest, _behind = self.near(x, y)
        if not self._boxes:
            return 0
        _left, bottom, _right, top = self._boxes[nearest]
        level = [number for number, (_l, b, _r, t) in enumerate(self._boxes) if bottom <= (b + t) / 2 <= top]
        outside = all(x < self._boxes[number][0] for number in level) or all(
            x > self._boxes[number][2] for number in level
        )
        return min(level) if outside and nearest - min(level) < _NEAR else nearest

    def _distance(self, number: int, x: float, y: float) -> tuple[float, float]:
        left, bottom, right, top = self._boxes[number]
        outside = math.hypot(max(left - x, 0.0, x - right), max(bottom - y, 0.0, y - top))
        return outside, math.hypot((left + right) / 2 - x, (bottom + top) / 2 - y)
