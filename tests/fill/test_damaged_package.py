"""A workbook that is damaged has no formulas to tell of: the library that reads its figures says what is wrong."""

import random
from collections.abc import Callable

import pytest
from tests.fill.test_fill import sheet
from tests.support.workbooks import workbook

from reportgen.fill.package import Unshown, contents_told

SHEET = b"xl/worksheets/sheet1.xml"
SHEETS = sheet(["支出", 5])
BOOK, NAME = workbook(SHEETS), next(iter(SHEETS))


def encrypted(book: bytes) -> bytes:
    """Bit 0 of the flags of a part, in its own header and in the directory (APPNOTE 4.4.4)."""
    made = bytearray(book)
    for mark, flags, name in ((b"PK\x03\x04", 6, 30), (b"PK\x01\x02", 8, 46)):
        at = next(at for at in _places(book, mark) if book[at + name :].startswith(SHEET))
        made[at + flags] |= 1
    return bytes(made)


def packed_otherwise(book: bytes) -> bytes:
    """A way of packing that nobody has (APPNOTE 4.4.5)."""
    made = bytearray(book)
    at = next(at for at in _places(book, b"PK\x01\x02") if book[at + 46 :].startswith(SHEET))
    made[at + 10] = 77
    return bytes(made)


def _places(book: bytes, mark: bytes) -> list[int]:
    return [at for at in range(len(book)) if book.startswith(mark, at)]


@pytest.mark.parametrize("damage", [encrypted, packed_otherwise, lambda book: book[:-40], lambda book: book[:200]])
def test_nothing_is_told_of_what_cannot_be_read(damage: Callable[[bytes], bytes]) -> None:
    book = damage(BOOK)
    assert contents_told(book) == ()
    assert Unshown(book)(NAME, 0, 1) == ""


def test_bytes_changed_at_random_raise_nothing() -> None:
    chance = random.Random(5)
    for _round in range(400):
        made = bytearray(BOOK)
        for _byte in range(chance.choice((1, 2, 20))):
            made[chance.randrange(len(made))] = chance.randrange(256)
        contents_told(bytes(made))
        Unshown(bytes(made))(NAME, 0, 1)
