"""How a text stands in one line of a Word file: how wide it is, the blanks before it, where a tab makes it end."""

import unicodedata
from itertools import pairwise, takewhile

from reportgen.finished.measures import OFF_MIDDLE
from reportgen.model.look import Align, Style
from reportgen.record import Struct


class LaidLine(Struct, frozen=True):
    """A text laid out in one line: how wide it is, the blanks before it in 字, where a tab makes it end."""

    width: float
    blanks: float
    trailing: float
    ends: float | None


def laid(text: str, style: Style, tab: float) -> LaidLine:
    """How a text stands in one line; a tab leads to the next stop, or to the next one that Word has by itself."""
    bare = text.strip("\n")
    leading = "".join(takewhile(str.isspace, bare))
    at, ends, words = style.left + style.first_line, None, bare.lstrip()
    for char in leading:
        at = _led(at, words, style, tab) if char == "\t" else at + width_of(char) * style.character
    blanks = (at - style.left - style.first_line) / (style.character or 1.0)
    parts = words.split("\t")
    stops = [stop for stop in style.tabs if stop.align is Align.RIGHT]
    if len(parts) > 1 and stops:
        ends = stops[-1].position
    elif len(parts) > 1:
        for part, following in pairwise(parts):
            at = _led(at + sum(map(width_of, part)) * style.character, following, style, tab)
        return LaidLine(
            at + sum(map(width_of, parts[-1])) * style.character - style.left - style.first_line, blanks, 0.0, None
        )
    width = sum(map(width_of, bare.replace("\t", "").strip())) * style.character + blanks * style.character
    return LaidLine(width, blanks, sum(map(width_of, bare[len(bare.rstrip()) :])), ends)


def _next_tab(at: float, style: Style, tab: float) -> float:
    own = (stop.position for stop in style.tabs if stop.position > at + 0.5)
    return next(own, (int((at + 0.5) / tab) + 1) * tab)


def _led(at: float, following: str, style: Style, tab: float) -> float:
    """Where the words behind a tab begin: at the next stop, or before it where they have their middle or end there."""
    stop = next((stop for stop in style.tabs if stop.position > at + 0.5), None)
    if stop is None or stop.align is Align.LEFT:
        return _next_tab(at, style, tab)
    breadth = sum(map(width_of, following.partition("\t")[0])) * style.character
    return max(at, stop.position - breadth * (0.5 if stop.align is Align.CENTER else 1.0))


def stands_even(begins: float, right: float, unit: float) -> bool:
    """Whether as much is free before a line as behind it, in the middle of its page."""
    return begins > unit and abs(begins - right) <= 2 * OFF_MIDDLE * unit


def width_of(char: str) -> float:
    """The width of a character, in those of a hanzi."""
    return 1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5
