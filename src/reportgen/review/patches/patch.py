"""What becomes of a change in the content file: edits of its text, or why there are none."""

from reportgen.diagnostics.repair import Edit
from reportgen.model.facts import Fact
from reportgen.record import Struct
from reportgen.review.remarks.change import Change


class Refused(Exception):
    """Nothing in the content file can be changed for it; the message says why, in the user's words."""


class FactChange(Struct, frozen=True):
    """A printed figure that somebody wants to read otherwise."""

    fact: Fact
    line: str
    """The name of the line that prints it."""
    old: str
    new: str


class Patch(Struct, frozen=True):
    """A change with the edits that make it, and the figures that it would change besides."""

    change: Change
    edits: tuple[Edit, ...] = ()
    facts: tuple[FactChange, ...] = ()
