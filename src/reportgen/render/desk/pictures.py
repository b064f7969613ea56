"""Pages as pictures that a browser shows: fine enough to be read at twice the size, in few bytes.

Text in 16 greys, packed without loss as WebP, takes less room than a photograph's packing would and keeps sharp edges:
120 kB a page. What has colours, or greys that do not pack (a scan), is packed as a photograph.
"""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from reportgen.pdf import Bitmap, Page, page_bitmaps
from reportgen.render.desk.data import Run, Sheet

if TYPE_CHECKING:
    from PIL.Image import Image

_SCALES = ((40, 2.0), (120, 1.5), (400, 1.2))
"""Up to so many pages: dots a pt."""
_COARSEST = 1.0
_GREYS = 16
_MOST_LOSSLESS = 220_000
"""Bytes of a page; what takes more is no text."""
_QUALITY = 60
_TELLING = 24
"""How far red, green and blue of a dot are apart where it has a colour."""


def sheets(
    pdfs: Sequence[bytes], read: Sequence[Sequence[Page]], file: str, runs: Callable[[int], Iterable[Run]]
) -> Iterator[Sheet]:
    """The pages of all documents; `runs` gives the text of each, which are counted through."""
    scale = _scale(sum(map(len, read)))
    index = 0
    for document, (pdf, pages) in enumerate(zip(pdfs, read, strict=True)):
        for page, bitmap in zip(pages, page_bitmaps(pdf, file, pages, scale), strict=True):
            width, height = round(page.width * 10), round(page.height * 10)
            yield Sheet(document, page.number, width, height, _data_url(bitmap), tuple(runs(index)))
            index += 1


def _scale(pages: int) -> float:
    return next((scale for most, scale in _SCALES if pages <= most), _COARSEST)


def _data_url(bitmap: Bitmap) -> str:
    return "data:image/webp;base64," + b64encode(_packed(bitmap)).decode()


def _packed(bitmap: Bitmap) -> bytes:
    from PIL import Image  # few commands show pages

    size = bitmap.width, bitmap.height
    picture = Image.frombuffer("RGB", size, bitmap.pixels, "raw", "RGB", bitmap.stride, 1)
    if _has_colours(picture):
        return _webp(picture, quality=_QUALITY, method=1)
    step = 255 / (_GREYS - 1)
    grey = picture.convert("L").point([round(round(value / step) * step) for value in range(256)])
    packed = _webp(grey, lossless=True, quality=0, method=0)
    return packed if len(packed) <= _MOST_LOSSLESS else min(packed, _webp(grey, quality=_QUALITY, method=1), key=len)


def _has_colours(picture: "Image") -> bool:
    from PIL import ImageChops

    red, green, blue = picture.split()
    apart = (ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return any(each.getextrema()[1] > _TELLING for each in apart)


def _webp(picture: "Image", **how: bool | int) -> bytes:
    stream = BytesIO()
    picture.save(stream, "WEBP", **how)
    return stream.getvalue()
