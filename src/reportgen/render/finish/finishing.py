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


class Finishing(Struct, frozen=True):
    """All that is to be done to one PDF."""

    moment: datetime
    """The date, in UTC, that attached files bear."""
    engine: str = ""
    """What laid the pages out, with its version; empty where the file names it, and this program, by itself."""
    tables: tuple[Table, ...] = ()
    """The tables of the document in the order in which the PDF has them: their row heads are told to screen readers."""
    attachments: tuple[Attachment, ...] = ()
