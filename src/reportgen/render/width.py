"""How wide words are in a Chinese font, before anything is laid out."""

import unicodedata

from reportgen import patterns as re


def half_widths(words: str) -> int:
    """Length in half-width characters; what is ambiguous (“ ” —) is full width in Chinese fonts."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in words)


_PIECES = re.compile(r"(?:（[^（）]{0,10}）|[0-9]+[年月日]|[A-Za-z0-9.,%‰+\-≥≤]+|.)[，、。；：）]*", re.DOTALL)
"""Figures, Latin words and short brackets stay whole, and no mark begins a line."""


def wrapped_to(words: str, room: int) -> list[str]:
    """The words in lines of at most `room` half-width characters; a figure is cut only if it is longer than a line."""
    lines: list[str] = []
    for given in words.split("\n"):
        lines.append("")
        for piece in _PIECES.findall(given):
            for part in _parts(piece, room):
                if half_widths(lines[-1] + part) > room and lines[-1]:
                    lines.append("")
                lines[-1] += part
    return [line.strip() for line in lines]


def _parts(piece: str, room: int) -> list[str]:
    """The piece, character by character where it is longer than a line."""
    return [piece] if half_widths(piece) <= room else list(piece)
