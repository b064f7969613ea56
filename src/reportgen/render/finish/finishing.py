"""What is to be put into a PDF whose pages stand."""

from datetime import datetime
from enum import Enum

from reportgen.model.table import Table
from reportgen.record import Struct


class Relation(Enum):
    """What an attached file is to the document; the value is its name in the file (ISO 19005-3, annex E)."""

    SOURCE = "Source"
    """What the document was made from."""
    DATA = "Data"
    """What the document shows, for programs."""


class Attachment(Struct, frozen=True):
    """A file to be attached; `kind` is its media type, such as application/json."""

    name: str
    content: bytes
    kind: str
    relation: Relation
    description: str


Box = tuple[float, float, float, float]
"""Left, bottom, right and top in pt, from the lower left corner of the page as the file counts."""


class Annotation(Struct, frozen=True):
    """A note about words of a page, which are highlighted; about none, an icon stands at the upper left of its box."""

    page: int
    """From 1."""
    boxes: tuple[Box, ...]
    """One for each line of the words; of an icon the one that it stands in."""
    subject: str
    """What readers show as its kind: the code of a finding."""
    contents: str
    name: str
    """By which it is known again; no other of its page has it."""
    color: tuple[float, float, float]
    """Red, green and blue from 0 to 1."""
    mark: int = -1
    """The marked content that the words stand in, behind which screen readers tell the note; -1: at the end of all."""
    icon: bool = False


class Link(Struct, frozen=True):
    """Words of a page that lead to another."""

    page: int
    """From 1, pages behind all others among them; `box` are the words."""
    box: Box
    to_page: int
    to_top: float
    """How high, as in `Box`, what it leads to reaches."""
    contents: str
    """What is said of it to who does not see it."""
    mark: int = -1
    """As that of an annotation."""


class MarginLine(Struct, frozen=True):
    """Words in the margin of a page, drawn as outlines: they are no text that can be copied, found or read aloud."""

    page: int
    """From 1."""
    text: str
    right: float
    """Where it ends, and `base` the line that it stands on, as in `Box`."""
    base: float
    size: float


class Finishing(Struct, frozen=True):
    """All that is to be done to one PDF."""

    moment: datetime
    """The date, in UTC, that attached files bear."""
    engine: str = ""
    """What laid the pages out, with its version; empty where the file names it, and this program, by itself."""
    tables: tuple[Table, ...] = ()
    """The tables of the document in the order in which the PDF has them: their row heads are told to screen readers."""
    attachments: tuple[Attachment, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    margins: tuple[MarginLine, ...] = ()
    behind: bytes = b""
    """A PDF whose pages are to stand behind all others; `behind_title` is its bookmark."""
    behind_title: str = ""
    links: tuple[Link, ...] = ()
