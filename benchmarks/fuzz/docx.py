"""A Word file changed at random: elements and attributes of its parts, the parts, the zip that holds them."""

import random
import zipfile
from io import BytesIO

from benchmarks.fuzz.archive import damaged, zipped
from benchmarks.fuzz.elements import change
from benchmarks.fuzz.parts import Parts, change_parts, read, written
from benchmarks.fuzz.wordml import put

_TEXT = "word/document.xml"
_LARGEST = 4_000_000
"""Bytes of a part; what is larger is no mutation but a bomb, which is tried elsewhere."""


def mutated(content: bytes, dice: random.Random) -> bytes:
    """A Word file with one to five changes; of six files one has a damaged zip, too."""
    with zipfile.ZipFile(BytesIO(content)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    for _time in range(dice.choice((1, 1, 1, 2, 3, 5))):
        if dice.random() < 0.25:
            change_parts(parts, dice)
        else:
            _change_part(parts, dice)
    made = zipped(parts or {"x": b""}, dice)
    return damaged(made, dice) if dice.random() < 1 / 6 else made


def _change_part(parts: Parts, dice: random.Random) -> None:
    """One change of one of the parts, most often of the text."""
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    name = _TEXT if _TEXT in parts and dice.random() < 0.7 else dice.choice(names or [""])
    root = read(parts.get(name, b""))
    if root is None:
        return
    if name == _TEXT and dice.random() < 0.4:
        put(root, dice)
    else:
        change(root, dice)
    made = written(root)
    parts[name] = made if len(made) <= _LARGEST else parts[name]
