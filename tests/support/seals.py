"""Seals as a unit may have them: a red ring with a star, on white or on nothing."""

import struct
import zlib
from pathlib import Path

from PIL import Image, ImageDraw

RED = (230, 20, 20)


def seal(path: Path, clear: bool = False) -> None:
    """Draw one into a PNG file."""
    mode, ground = ("RGBA", (255, 255, 255, 0)) if clear else ("RGB", (255, 255, 255))
    image = Image.new(mode, (600, 600), ground)
    pen = ImageDraw.Draw(image)
    pen.ellipse((1, 1, 598, 598), outline=RED, width=16)
    pen.regular_polygon((300, 300, 100), 5, fill=RED)
    image.save(path)


def bomb(path: Path) -> None:
    """A PNG file of a few bytes that says it has 400 million pixels."""
    header = b"IHDR" + struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    chunks = (header, b"IDAT" + zlib.compress(b""), b"IEND")
    made = (struct.pack(">I", len(each) - 4) + each + struct.pack(">I", zlib.crc32(each)) for each in chunks)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(made))
