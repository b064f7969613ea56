"""Pictures that users put beside a content file: upright, in screen colours, no finer than print shows them."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("JPEG", "PNG")
_MOST_PIXELS = 50_000_000
"""A page at 600 dpi has 35 million; more is a picture made to fill the memory."""
_MOST_PHOTOGRAPHED = 200_000_000
"""Of a photograph, which telephones take with a hundred million: it is unpacked at half its size, or less."""
_NEEDED = 16_000_000
"""Of such a photograph."""
_DPI = 220
"""As fine as Word keeps pictures, and finer than printers in offices show them."""
_QUALITY = 88


class NoPhotograph(Exception):
    """What is no JPEG or PNG file, is broken, or is larger than any picture in a document has to be."""


class NoDrawing(Exception):
    """What is no SVG drawing, or one that cannot be taken; the words tell the user why."""


class Photograph:
    """One picture. Raises NoPhotograph with the reason in English words for whoever reads logs."""

    def __init__(self, content: bytes) -> None:
        from PIL import Image, ImageOps, UnidentifiedImageError  # only documents with pictures need it

        try:
            with _quietly(), Image.open(BytesIO(content), formats=FORMATS) as opened:
                self._photographed = opened.format == "JPEG"
                points = opened.width * opened.height
                if points > (_MOST_PHOTOGRAPHED if self._photographed else _MOST_PIXELS):
                    raise NoPhotograph(f"{opened.width} x {opened.height}")
                if points > _MOST_PIXELS:
                    part = next((part for part in (2, 4) if points <= _NEEDED * part * part), 8)
                    opened.draft(None, (opened.width // part, opened.height // part))
                self._turned = ImageOps.exif_transpose(opened)
            self._image: Image.Image = _in_screen_colors(self._turned, self._photographed)
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
            raise NoPhotograph(str(error)) from error

    @property
    def ratio(self) -> float:
        """Its width for a height of one."""
        return self._image.width / self._image.height

    def printed(self, width: float) -> tuple[bytes, str]:
        """The file for a width in pt, without anything that is said in it, such as place and time; its media type."""
        image = self._no_finer(self._image, width, _DPI)
        if not self._photographed:
            return _png(image), "image/png"
        stream = BytesIO()
        image.save(stream, "JPEG", quality=_QUALITY, comment="")  # Pillow would write the old one again
        return stream.getvalue(), "image/jpeg"

    def whole(self) -> bytes:
        """The file as a PNG with every point that it has."""
        return _png(self._image)

    def stamped(self, width: float) -> tuple[bytes, str]:
        """The file as it lies over words: white lets them through, where the picture has no such parts itself."""
        image = self._turned.convert("RGBA")
        if image.getchannel("A").getextrema() == (255, 255):
            image = _without_white(image)
        return _png(self._no_finer(image, width, 2 * _DPI)), "image/png"

    def _no_finer(self, image: "Image", width: float, dots: int) -> "Image":
        """The image with at most so many points to an inch, at a width in pt."""
        from PIL.Image import Resampling

        most = max(1, round(width / 72 * dots))
        if image.width <= most:
            return image
        return image.resize((most, max(1, round(most / self.ratio))), Resampling.LANCZOS)


@contextmanager
def _quietly() -> Iterator[None]:
    """Pillow warns of large pictures, which are looked at here, and of damaged notes in a file, which are left out."""
    with catch_warnings():
        simplefilter("ignore")
        yield


def _png(image: "Image") -> bytes:
    stream = BytesIO()
    image.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _without_white(image: "Image") -> "Image":
    """White taken out of the colours: a pixel is as dense as its darkest part, so pale edges stay pale."""
    from PIL import ImageChops

    red, green, blue, _alpha = image.split()
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
    image.putalpha(ImageChops.invert(darkest))
    return image


def _in_screen_colors(image: "Image", photographed: bool) -> "Image":
    """Grey stays grey; what is transparent is white, as the paper is."""
    from PIL import Image

    if image.mode in ("L", "RGB"):
        return image
    if photographed or image.mode not in ("RGBA", "LA", "P", "PA"):
        return image.convert("RGB")
    shown = image.convert("RGBA")
    paper = Image.new("RGBA", shown.size, "white")
    paper.alpha_composite(shown)
    return paper.convert("RGB")
