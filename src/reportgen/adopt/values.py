"""How sure the place of something is, and what is to be said of it; values put where their path leads."""

from enum import Enum

from reportgen.record import Struct
from reportgen.source.composed_text import Given


class Certainty(Enum):
    """How sure the place of something is."""

    GUESSED = "guessed"
    UNPLACED = "unplaced"
    """It has no field: it is kept at the end of the file."""


class Remark(Struct, frozen=True):
    """Something of the report about whose place there is something to say: its words, the field, and why."""

    certainty: Certainty
    words: str
    field: str = ""
    why: str = ""


def put(values: dict[str, Given], path: str, value: Given) -> None:
    """Give the field of a dotted path its value; records on the way are made."""
    *outer, name = path.split(".")
    for record in outer:
        inner = values.setdefault(record, {})
        if not isinstance(inner, dict):
            return
        values = inner
    values[name] = value
