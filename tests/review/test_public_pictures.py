"""Photographs in a public edition: what the camera has noted is gone, the picture and its way up stay."""

from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from reportgen.pipeline.public.pictures import without_metadata

ARTIST, PLACE, WAY = 0x013B, 0x8825, 0x0112


def photograph(way: int, order: str = "<") -> bytes:
    """As a telephone takes it: with the way it was held, a name and a place."""
    image, stream = Image.new("RGB", (8, 4), (200, 30, 30)), BytesIO()
    noted = image.getexif()
    noted.endian = order
    noted[WAY], noted[ARTIST] = way, "Wang Jianguo"
    noted.get_ifd(PLACE)[1] = "N"
    image.save(stream, "JPEG", exif=noted, comment=b"ward 3, bed 12")
    return stream.getvalue()


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("way", [1, 6, 8])
def test_a_photograph_keeps_nothing_but_its_way_up(way: int, order: str) -> None:
    taken = photograph(way, order)
    shown = without_metadata(taken)
    assert b"Wang Jianguo" in taken
    assert b"bed 12" in taken
    assert b"Wang Jianguo" not in shown
    assert b"bed 12" not in shown
    with Image.open(BytesIO(taken)) as before, Image.open(BytesIO(shown)) as after:
        assert after.tobytes() == before.tobytes()
        assert dict(after.getexif()) == ({WAY: way} if way != 1 else {})


def test_a_drawing_keeps_what_it_looks_like() -> None:
    image, stream, noted = Image.new("RGB", (8, 4), (30, 200, 30)), BytesIO(), PngInfo()
    noted.add_text("Author", "Wang Jianguo")
    image.save(stream, "PNG", pnginfo=noted, dpi=(300, 300))
    shown = without_metadata(stream.getvalue())
    assert b"Wang Jianguo" not in shown
    with Image.open(BytesIO(shown)) as after:
        assert after.tobytes() == image.tobytes()
        assert round(after.info["dpi"][0]) == 300


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff", b"\xff\xd8ab", b"\x89PNG\r\n\x1a\n\x00", b"<svg/>"])
def test_what_is_damaged_stays_as_it_is(content: bytes) -> None:
    assert without_metadata(content) == content
