"""Holes: what is still to be filled in, written where the value will stand: 【待填】, 【待填：万元】."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.record import Struct

SIGN = "【待填"
"""How every hole begins."""
_HOLE = re.compile(r"【待填(?:[:：]\s*(?P<unit>[^【】\n]{0,20}))?】")


class Hole(Struct, frozen=True):
    """A figure that is still to be filled in, with the unit that it will have; empty where none is known."""

    unit: str = ""

    def __str__(self) -> str:
        return f"{SIGN}：{self.unit}】" if self.unit else f"{SIGN}】"


def read_hole(text: str) -> Hole | None:
    """The hole that a whole value is."""
    match = _HOLE.fullmatch(text.strip()) if SIGN in text else None
    return Hole((match["unit"] or "").strip()) if match else None


def spans_of_holes(text: str) -> Iterator[tuple[int, int]]:
    """Where holes stand in a text, from the first character to behind the last."""
    return (match.span() for match in _HOLE.finditer(text)) if SIGN in text else iter(())
