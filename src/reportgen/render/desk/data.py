"""What the desk shows. Lengths are in tenths of a pt from the upper left corner of a page, counts begin at 0.

The fields are the keys that the page's own script reads (`static/`).
"""

from reportgen.record import Struct

Box = tuple[int, int, int, int, int]
"""The index of a page, then left, top, right and bottom."""


class Run(Struct, frozen=True):
    """Characters that stand beside each other on a page; `xs` is where each begins, then where the last one ends."""

    text: str
    base: int
    size: int
    xs: tuple[int, ...]
    line: int = -1
    """The printed line that it is part of, an index of `Desk.lines`; -1 for what is none: a page number."""
    at: int = -1
    """Where its first character stands in the words of that line."""


class Sheet(Struct, frozen=True):
    """A page: of which document and which number it is there, its size, its picture as a data: URL."""

    document: int
    number: int
    width: int
    height: int
    picture: str
    runs: tuple[Run, ...]


class TracedLine(Struct, frozen=True):
    """A printed line: its name in the trace (empty without one), its words, where they stand in the content file."""

    name: str
    text: str
    path: str = ""
    line: int = 0
    section: str = ""


class ShownFinding(Struct, frozen=True):
    """A finding; `key` is its fingerprint, `kind` the class of its severity, `weight` the word for it."""

    key: str
    kind: str
    weight: str
    code: str
    title: str
    label: str
    notes: tuple[str, ...]
    basis: str
    fix: str
    place: str
    line: int
    path: str
    section: str
    page: int
    """The index of its page, -1 where it stands on none."""
    words: str
    accepted: str
    """Why it was accepted as it is, in the content file; empty where nobody has."""
    boxes: tuple[Box, ...]
    on: tuple[int, int]
    """The printed line and the character where it begins; -1 where nothing prints it."""


class ShownFigure(Struct, frozen=True):
    """A figure on a page; `tie` is the name of how it is tied, `why` and `working` show it."""

    text: str
    tie: str
    why: str
    working: tuple[str, ...] = ()
    name: str = ""
    section: str = ""
    fact: int = -1
    """The fact that it prints or equals, an index of `Desk.facts`; -1 for none."""
    line: int = 0
    path: str = ""
    boxes: tuple[Box, ...] = ()
    on: tuple[int, int] = (-1, -1)
    number: int = -1
    """Its number among the statements of the file; -1 for what no sentence and no cell states."""
    alike: tuple[int, ...] = ()
    """The numbers of the statements that mean the same, whether or not they say the same."""


class ShownFact(Struct, frozen=True):
    """A fact of the content file."""

    name: str
    value: str
    line: int
    path: str


class Desk(Struct, frozen=True):
    """All that the page shows. `digest` is that of the file's bytes, `source` its lines."""

    file: str
    digest: str
    title: str
    made: str
    finished: bool
    """Whether it is a file that somebody else finished: it has neither facts nor lines of a content file."""
    documents: tuple[str, ...]
    summary: str
    coverage: str
    sheets: tuple[Sheet, ...]
    lines: tuple[TracedLine, ...]
    source: tuple[str, ...]
    findings: tuple[ShownFinding, ...]
    figures: tuple[ShownFigure, ...]
    facts: tuple[ShownFact, ...]
