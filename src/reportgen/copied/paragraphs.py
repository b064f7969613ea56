"""A paragraph as it is compared: without marks, figures, and the names of the paper that it stands in."""

import unicodedata

from reportgen import patterns as re
from reportgen.place import Place
from reportgen.record import Struct

SHORTEST = 30
"""What has fewer characters once names and figures are out says nothing that it stands in two papers."""
_NAME, _FIGURE = "某", "0"
"""What stands for every name, and for every figure."""
_FIGURES = re.compile(r"[0-9]+(?:[,，.．][0-9]+)*[%‰]?")
_MARKS = re.compile(r"[\W_]+")
_CITED = re.compile(r"(?:根据|按照|依据|依照)[^。；！？]*《[^。；！？]*》[^。；！？，]*[。；！？，]?")
"""What a paper goes by: whoever goes by it has to name it in the same words."""


class Excerpt(Struct, frozen=True):
    """A paragraph of a paper: its words, and the same `bare`, as they are compared."""

    text: str
    bare: str
    file: str
    unit: str
    year: int
    place: Place


def bare(text: str, names: tuple[str, ...] = ()) -> str:
    """The words without blanks and marks, each name and each figure as the same character.

    `names` are those of the paper (its unit, its projects), the longest first. What a paper goes by is left out.

    >>> bare("示例县水务局2024年接待来访9.38万人次。", ("示例县水务局",))
    '某0年接待来访0万人次'
    """
    words = unicodedata.normalize("NFKC", _CITED.sub("", text) if "《" in text else text)
    for name in names:
        words = words.replace(name, _NAME)
    return _MARKS.sub("", _FIGURES.sub(_FIGURE, words))


def names_first(names: set[str]) -> tuple[str, ...]:
    """The names that are long enough to be one, the longest first, so that none is cut by a shorter one."""
    return tuple(sorted((name for name in names if len(name) > 1), key=lambda name: (-len(name), name)))
