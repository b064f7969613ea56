"""Patterns of sentences with numbers in them: each number of a text becomes one sign, so that a pattern sees the words.

「由120万元减少到130万元」 is matched by a pattern such as 由N减少到N, whatever the numbers look like.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from reportgen import patterns as re
from reportgen.numbers.reader import Stated
from reportgen.record import Struct

_FIRST, _LAST = 0xE000, 0xF8FF
N = f"[{chr(_FIRST)}-{chr(_LAST)}]"
"""In a pattern: any number."""
W = rf"[^{N[1:-1]}，。；：！？,;\n]"
"""In a pattern: any character but a number and the marks that part clauses."""


class Phrase(Struct, frozen=True):
    """A match: the numbers and the words of its groups, and where it stands in the text."""

    numbers: dict[str, Stated]
    words: Mapping[str, str]
    start: int
    end: int


def number(name: str) -> str:
    """In a pattern: a number that is called so."""
    return f"(?P<{name}>{N})"


def skeleton(text: str, numbers: Sequence[Stated]) -> str:
    """The text with one sign for each number; spaces and what is more than can be numbered stay as they are."""
    pieces, end = [], 0
    for index, each in enumerate(numbers[: _LAST - _FIRST]):
        pieces += [text[end : each.start], chr(_FIRST + index)]
        end = max(end, each.end)
    return "".join(pieces) + text[end:]


def phrases(pattern: str, text: str, numbers: Sequence[Stated]) -> Iterator[Phrase]:
    """Every match of a pattern that is written with `N`, `W` and `number`.

    Such patterns take a millisecond to compile each, and most texts ask for few of them.
    """
    plain = skeleton(text, numbers)
    for match in _compiled(pattern).finditer(plain):
        groups = {name: found for name, found in match.groupdict().items() if found}
        figures = {name: numbers[ord(sign) - _FIRST] for name, sign in groups.items() if _is_number(sign)}
        words = {name: found for name, found in groups.items() if name not in figures}
        yield Phrase(figures, words, _at(plain, match.start(), numbers), _at(plain, match.end(), numbers))


_compiled = cache(re.compile)


def _is_number(sign: str) -> bool:
    return len(sign) == 1 and _FIRST <= ord(sign) <= _LAST


def _at(plain: str, place: int, numbers: Sequence[Stated]) -> int:
    """Where a character of the pattern's text stands in the text itself."""
    before = [char for char in plain[:place] if _is_number(char)]
    if not before:
        return place
    last = numbers[ord(before[-1]) - _FIRST]
    return last.end + place - plain.rindex(before[-1], 0, place) - 1
