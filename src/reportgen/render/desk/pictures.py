"""Pages as pictures that a browser shows: fine enough to be read at twice the size, in few bytes.

Text in 16 greys, packed without loss as WebP, takes less room than a photograph's packing would and keeps sharp edges:
120 kB a page. What has colours, or greys that do not pack (a scan), is packed as a photograph.
"""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING

from reportgen.pdf import Bitmap, Page, page_bitmaps
from reportgen.render.desk.data import Run, Sheet

if TYPE_CHECKING:
    from PIL.Image import Image

_SCALES = ((40, 2.0), (120, 1.5), (400, 1.2))
"""Up to so many pages: dots a pt."""
_COARSEST = 1.0
_STEP = 17
"""Between two of sixteen greys."""
_FEW_GREYS = [round(value / _STEP) * _STEP for value in range(256)]
_MOST_LOSSLESS = 220_000
"""Bytes of a page; what takes more is no text."""
_QUALITY = 60
_TELLS = [255 * (apart > 24) for apart in range(256)]
"""Of how far red, green and blue of a dot are apart: whether it has a colour."""


def sheets(
    pdfs: Sequence[bytes], read: Sequence[Sequence[Page]], file: str, runs: Callable[[int], Iterable[Run]]
) -> Iterator[Sheet]:
    """The pages of all documents; `runs` gives the text of each, which are counted through."""
    scale = _scale(sum(map(len, read)))
    bitmaps = chain.from_iterable(page_bitmaps(pdf, file, own, scale) for pdf, own in zip(pdfs, read, strict=True))
    pages = [(document, page) for document, own in enumerate(read) for page in own]
    for index, ((document, page), bitmap) in enumerate(zip(pages, bitmaps, strict=True)):
        width, height = round(page.width * 10), round(page.height * 10)
        yield Sheet(document, page.number, width, height, _data_url(bitmap), tuple(runs(index)))


def _scale(pages: int) -> float:
    return next((scale for most, scale in _SCALES if pages <= most), _COARSEST)


def _data_url(bitmap: Bitmap) -> str:
    return "data:image/webp;base64," + b64encode(packed(bitmap)).decode()


def packed(bitmap: Bitmap) -> bytes:
    """A page as WebP."""
    from PIL import Image  # few commands show pages

    mode, size = "L" if bitmap.grey else "RGB", (bitmap.width, bitmap.height)
    picture = Image.frombuffer(mode, size, bitmap.pixels, "raw", mode, bitmap.stride, 1)
    if not bitmap.grey and _has_colours(picture):
        return _webp(picture, quality=_QUALITY, method=1)
    grey = picture.convert("L").point(_FEW_GREYS)
    packed = _webp(grey, lossless=True, quality=0, method=0)
    return packed if len(packed) <= _MOST_LOSSLESS else min(packed, _webp(grey, quality=_QUALITY, method=1), key=len)


def _has_colours(picture: "Image") -> bool:
    from PIL import ImageChops

    red, green, blue = picture.split()
    apart = ImageChops.add(ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return apart.point(_TELLS).getbbox() is not None


def _webp(picture: "Image", **how: bool | int) -> bytes:
    stream = BytesIO()
    picture.save(stream, "WEBP", **how)
    return stream.getvalue()
