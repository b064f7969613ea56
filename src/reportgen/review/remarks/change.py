"""What a remark asks for, as far as the program can do it: other words, a paragraph less or more, another order."""

from enum import Enum, auto

from reportgen.record import Struct
from reportgen.review.joined import Span
from reportgen.review.remarks.remark import Mark, Remark


class Act(Enum):
    """What is to be done to a line."""

    REWORD = auto()
    """Put `new` in the place of `start` to `end`; a newline in it begins another paragraph."""
    REMOVE = auto()
    JOIN = auto()
    """Let the line go on in the line `other`."""
    ADD = auto()
    """Put paragraphs of the words `new` behind it."""
    MOVE = auto()
    """Put it behind the line `other`; before all where that is empty."""


class Change(Struct, frozen=True):
    """One act on a line that was sent out, by its name; characters are counted in it as it was sent out."""

    act: Act
    line: str
    start: int = 0
    end: int = 0
    new: str = ""
    other: str = ""
    at: int = 0
    """Of what is put in: the paragraph of the copy that it is, by which two at one place have an order."""


FOREIGN = "foreign"
"""Why nothing of a copy has a place: it is one of another document, or of a version that is gone."""


class Placed(Struct, frozen=True):
    """A remark with the characters that it means, in each line that it touches; none where it has no place.

    `remark.line`, `before` and `words` are those of the first.
    """

    remark: Remark
    spans: tuple[Span, ...] = ()
    changes: tuple[Change, ...] = ()
    why: str = ""
    """Why it has no place, or why nothing is changed though it asks for that; in the words of the user."""


def asked_by_mark(remark: Remark, spans: tuple[Span, ...]) -> tuple[Change, ...]:
    """What a mark of a page asks for by being there: struck words go, what a caret says is put in."""
    if not spans:
        return ()
    match remark.mark:
        case Mark.STRIKE if not says_more(remark):
            return tuple(Change(Act.REWORD, span.line, span.start, span.end) for span in spans)
        case Mark.CARET if remark.text:
            return (Change(Act.REWORD, spans[0].line, spans[0].start, spans[0].start, _one_line(remark.text)),)
        case Mark.REPLACEMENT if remark.text:
            first, *others = spans
            new = Change(Act.REWORD, first.line, first.start, first.end, _one_line(remark.text))
            return (new, *(Change(Act.REWORD, span.line, span.start, span.end) for span in others))
        case _:
            return ()


def says_more(remark: Remark) -> bool:
    """Whether struck words come with a remark of their own: some programs copy the words themselves into it."""
    said = "".join(remark.text.split())
    return bool(said) and said != "".join(remark.words.split())


def _one_line(text: str) -> str:
    return "".join(line.strip() for line in text.split("\n"))
