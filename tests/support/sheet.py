"""GB/T 9704-2012 §5.2: where the type area lies on A4; lengths in pt, from the left and the lower edge of the paper."""

from tests.support.pages import Line

MM = 72 / 25.4
PAPER_WIDTH, PAPER_HEIGHT = 210 * MM, 297 * MM
LEFT_EDGE, RIGHT_EDGE = 28 * MM, (210 - 26) * MM
LOWER_EDGE = 35 * MM
PITCH = 28.95
"""From line to line: 22 of them fill 225 mm."""
CHARACTER = 16 - 0.25
"""One 字 of running text: 28 of them fill 156 mm."""


def middle(line: Line) -> float:
    """The height of the middle of a line box.

    A line box is one pitch high around the em box of its glyphs; the GW fonts put 0.88 em above the baseline and
    0.12 em below, so the middle of both lies 0.38 em above it.
    """
    return line.baseline + 0.38 * line.size
