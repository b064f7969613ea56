"""How wide words are in a Chinese font, before anything is laid out."""

import unicodedata


def half_widths(words: str) -> int:
    """Length in half-width characters; what is ambiguous (“ ” —) is full width in Chinese fonts."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in words)
