"""What is printed on a page, measured on its picture: bands of ink, in mm from the upper left corner of the paper."""

from itertools import groupby
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

from reportgen.record import Struct

_DOTS = 20
"""A mm: 508 dpi, so that 0.25 mm are five dots."""
_FAINT = 110
"""Of 255: the edge of a line that covers less than half of a dot is not ink."""


class Band(Struct, frozen=True):
    """Ink between two empty strips, one below the other."""

    top: float
    bottom: float
    left: float
    right: float

    @property
    def height(self) -> float:
        """From its upper to its lower edge."""
        return self.bottom - self.top

    @property
    def width(self) -> float:
        """From its left to its right edge."""
        return self.right - self.left


class Sheet:
    """A page; `number` counts from 1, -1 is the last one."""

    def __init__(self, pdf: Path | bytes, number: int) -> None:
        document = pypdfium2.PdfDocument(pdf)
        page = document[(number - 1) % len(document) if number > 0 else len(document) + number]
        picture = page.render(scale=_DOTS * 25.4 / 72).to_pil().convert("RGB")
        page.close()
        document.close()
        red, green, blue = picture.split()
        dark = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        self._black = dark.point(lambda value: 255 * (value < 255 - _FAINT))
        self._red = ImageChops.subtract(red, green).point(lambda value: 255 * (value > _FAINT))

    def red(self) -> list[Band]:
        """The bands of red ink from top to bottom."""
        return _bands(self._red, 0)

    def black(self, left: float = 0, right: float = 210) -> list[Band]:
        """The bands of black ink between two heights of the paper's width."""
        height = self._black.size[1]
        return _bands(self._black.crop((round(left * _DOTS), 0, round(right * _DOTS), height)), left)

    def rules(self) -> list[Band]:
        """The rules that begin at the left edge of the type area, where words of a 版记 leave one 字 free."""
        return [self._whole(band) for band in self.black(28.4, 31)]

    def _whole(self, band: Band) -> Band:
        row = round((band.top + band.bottom) / 2 * _DOTS)
        left, _top, right, _bottom = self._black.crop((0, row, self._black.size[0], row + 1)).getbbox() or (0, 0, 0, 0)
        return Band(band.top, band.bottom, left / _DOTS, right / _DOTS)


def _bands(mask: Image.Image, offset: float) -> list[Band]:
    _across, down = mask.getprojection()
    bands, row = [], 0
    for inked, run in groupby(down):
        height = len(list(run))
        if inked:
            left, _top, right, _bottom = mask.crop((0, row, mask.size[0], row + height)).getbbox() or (0, 0, 0, 0)
            bands.append(Band(row / _DOTS, (row + height) / _DOTS, offset + left / _DOTS, offset + right / _DOTS))
        row += height
    return bands
