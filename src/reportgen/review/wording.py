"""How one wording became another: the smallest edits between them, in which no number is cut."""

import difflib
from collections.abc import Iterator
from itertools import accumulate

from reportgen import patterns as re
from reportgen.numbers.tokens import tokens
from reportgen.record import Struct

_LABEL = re.compile(r"\s*(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)\s*")
_BLANKS = " \t\u3000\xa0"


class Edit(Struct, frozen=True):
    """Put `new` in the place of the characters `start` to `end` of a text."""

    start: int
    end: int
    new: str
    at: int = 0
    """Where `new` begins in the text that comes out, where that is known."""


def edits_between(old: str, new: str) -> Iterator[Edit]:
    """The edits that make `new` of `old`, in the order of the text; blanks alone are no wording, a new paragraph is.

    >>> [(edit.start, edit.end, edit.new) for edit in edits_between("支出518.89万元", "支出602.30万元")]
    [(2, 8, '602.30')]
    """
    mine, theirs = tokens(old), tokens(new)
    starts, there = ([0, *accumulate(map(len, words))] for words in (mine, theirs))
    for kind, a, b, c, d in difflib.SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        said = "".join(theirs[c:d])
        if kind != "equal" and (said.strip(_BLANKS) or old[starts[a] : starts[b]].strip(_BLANKS)):
            yield Edit(starts[a], starts[b], said, there[c])


def edited(text: str, edits: list[Edit]) -> str:
    """The text with edits made that do not overlap; what is put in at one place stands there in their order."""
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end))[::-1]:
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def likeness(one: str, other: str, least: float) -> float:
    """How much of two texts is the same, from 0 to 1; 0 where it is certainly less than `least`."""
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    found = matcher.ratio()
    return found if found >= least else 0.0


def without_label(line: str) -> str:
    """A line without the number before it."""
    found = _LABEL.match(line)
    return line[found.end() :] if found else line
