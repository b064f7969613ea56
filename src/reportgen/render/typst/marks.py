"""Signs between words that tell the template what Typst 0.15 would do otherwise to Chinese punctuation.

Typst trims the blank half of a mark that ends or begins a line, always; one more mark then fits on a line than Word or
WeasyPrint set. A sign beside the mark, which the template shows as a joint without width, keeps the square whole. And
where letters are spaced, “ ” ‘ ’ are no full-width marks to Typst, so pairs are squeezed here.

The signs are the last ones of the last plane for private use, and no font has them. From a content file they are left
out, which reading the PDF back will say.
"""

import re
from functools import cache

from reportgen.render.cjk import CLOSING, OPENING

KEPT, OPENED, SQUEEZED, PARTED, WORD, WORD_END = map(chr, range(0x10FFF0, 0x10FFF6))
"""Behind a closing mark; before an opening one; between two that share a square; the same where a line may end between
them; round a word that may be too long."""

SIGNS = frozenset((KEPT, OPENED, SQUEEZED, PARTED, WORD, WORD_END))

_TORN_NEVER = "…—"
"""What no line begins with: a mark before it never ends a line."""
_SIGN = re.compile(f"[{''.join(sorted(SIGNS))}]")
_MARK = re.compile(f"[{OPENING}{CLOSING}]")


def with_marks(text: str) -> str:
    """The text with its signs.

    >>> signs = str.maketrans({KEPT: "|", OPENED: "/", SQUEEZED: "<", PARTED: "+"})
    >>> with_marks("甲，“乙”。丙（丁）。").translate(signs)
    '甲，+“乙”<。|丙/（丁）<。|'
    """
    text = _SIGN.sub("", text)
    parts, end = [], 0
    for found in _MARK.finditer(text):
        at = found.start()
        before, after = _signs(text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2])
        parts += [text[end:at], before, text[at], after]
        end = at + 1
    return "".join([*parts, text[end:]]) if parts else text


def _signs(mark: str, before: str, after: str) -> tuple[str, str]:
    """The signs before and behind a mark that stands between two characters; one between two marks is the first's."""
    pair = bool(after) and after in OPENING + CLOSING
    if mark in OPENING:
        alone = not before or before not in OPENING + CLOSING
        return OPENED if alone else "", SQUEEZED if pair and after in OPENING else ""
    if pair:
        return "", PARTED if after in OPENING else SQUEEZED
    return "", "" if after and after in _TORN_NEVER else KEPT


_NO_BREAK = "[^\\s\u2e80-\U0003ffff—…“”‘’\U0010fff0-\U0010fff5]"
"""What may have no place to break at: anything but hanzi, their marks and blanks."""


@cache
def _longer_than(most: int) -> re.Pattern[str]:
    return re.compile(f"{_NO_BREAK}{{{most + 1},}}")


def with_long_words(text: str, size: float, room: float) -> str:
    """The text with signs round every word that may be wider than its room; size and room are pt."""
    return _longer_than(max(int(room / size), 1)).sub(rf"{WORD}\g<0>{WORD_END}", text)
