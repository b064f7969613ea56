"""A PDF changed at random: its objects, what its pages show, how it is written, the bytes of it."""

import random
import warnings
from contextlib import suppress
from io import BytesIO

import pikepdf

from benchmarks.fuzz.pdf_bytes import damaged
from benchmarks.fuzz.pdf_objects import change_object
from benchmarks.fuzz.pdf_pages import change_page
from benchmarks.fuzz.pdf_trees import change_tree

_CHANGES = (change_object, change_object, change_page, change_page, change_tree, change_tree)
_MODES = (
    pikepdf.ObjectStreamMode.disable,
    pikepdf.ObjectStreamMode.disable,
    pikepdf.ObjectStreamMode.generate,
    pikepdf.ObjectStreamMode.preserve,
)


def mutated(content: bytes, dice: random.Random) -> bytes:
    """A PDF with one to four changes of its objects, else of its bytes, else of both; of twelve one is encrypted."""
    way = dice.random()
    if way < 0.2:
        return damaged(content, dice)
    made = _with_other_objects(content, dice)
    return damaged(made, dice) if way < 0.4 else made


def _with_other_objects(content: bytes, dice: random.Random) -> bytes:
    with pikepdf.open(BytesIO(content)) as pdf, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # such as of fields that no form leads to
        for _time in range(dice.choice((1, 1, 2, 4))):
            with suppress(pikepdf.PdfError):  # an earlier change may have taken away what a later one looks for
                dice.choice(_CHANGES)(pdf, dice)
        return _saved(pdf, dice)


def _saved(pdf: pikepdf.Pdf, dice: random.Random) -> bytes:
    """Written in one of the ways in which programs write PDFs; as it was where qpdf cannot do that."""
    plain = dice.random() < 0.4
    locked = _lock(dice) if dice.random() < 1 / 12 else False
    mode = dice.choice(_MODES)
    for attempt in ({"object_stream_mode": mode, "linearize": dice.random() < 0.1}, {}):
        stream = BytesIO()
        try:
            pdf.save(
                stream,
                compress_streams=not plain,
                encryption=locked,
                static_id=True,
                fix_metadata_version=False,
                **attempt,
            )
        except (pikepdf.PdfError, pikepdf.DependencyError, RuntimeError, ValueError):
            continue  # such as pages in a ring, of which no order can be made, or a filter that it does not know
        return stream.getvalue()
    return b"%PDF-1.7\n"


def _lock(dice: random.Random) -> pikepdf.Encryption:
    """With a password or for everybody to read; the older ways, which draw no random numbers of their own."""
    asked = dice.choice(("", "secret"))
    allowed = pikepdf.Permissions(extract=dice.random() < 0.5, accessibility=dice.random() < 0.5)
    return pikepdf.Encryption(user=asked, owner="b", R=dice.choice((2, 3, 4)), aes=False, metadata=False, allow=allowed)
