"""A line as it was read ↔ the paragraph of the file that it comes from: which character is which.

A reader drops blanks and hidden words, puts automatic numbers before a line and reads signs of symbol fonts; what is
left stands in both in the same order.
"""

from collections.abc import Mapping
from difflib import SequenceMatcher

from reportgen.word.characters import SYMBOL

_LONGEST_NUMBER = 12
"""Characters of an automatic number, which the paragraph itself does not hold."""
_FEWEST = 2
"""What single characters have in common is chance."""


def offsets_in(line: str, text: str) -> Mapping[int, int]:
    """By the index of a character of the line the offset of the same one in the text; blanks have none."""
    own, other = _squeezed(line), _squeezed(text)
    words, whole = "".join(line[at] for at in own), "".join(text[at] for at in other)
    for skipped in range(min(_LONGEST_NUMBER, max(len(words) - _FEWEST, 0)) + 1):
        start = whole.find(words[skipped:]) if words else -1
        if start >= 0:
            return dict(zip(own[skipped:], other[start : start + len(words) - skipped], strict=True))
    found: dict[int, int] = {}
    for block in SequenceMatcher(None, words, whole, autojunk=False).get_matching_blocks():
        if block.size >= _FEWEST:
            found |= dict(zip(own[block.a : block.a + block.size], other[block.b : block.b + block.size], strict=True))
    return found


def _squeezed(words: str) -> list[int]:
    return [at for at, character in enumerate(words) if not character.isspace() and character != SYMBOL]
