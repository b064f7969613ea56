"""What is changed of a content file, change by change: the edits, and what the report says of them."""

from enum import Enum

from reportgen.diagnostics.repair import Edit
from reportgen.place import Place
from reportgen.record import Struct


class Done(Enum):
    """What became of something; the value is what the report calls it."""

    MOVED = "后移一年"
    EMPTIED = "待填"
    KEPT = "沿用，待确认"
    FORMER = "转为上年的数"
    ASKED = "转为待答复"
    DROPPED = "删去"
    TYPED = "手写的数"
    """Figures that were typed into running text, where no reference makes them this year's."""
    SAME = "照旧"
    """Taken over as it stands: the unit's name, a project's, a unit of money."""
    LEFT = "没有动"
    """What may want to be changed and was not: a day of last year on which something happened."""


class Change(Struct, frozen=True):
    """One change: where, what it is called (单位概况.职能), and in few words what stood and stands there."""

    done: Done
    name: str
    place: Place
    old: str = ""
    new: str = ""
    edits: tuple[Edit, ...] = ()
    line: int = 0
    """The line in next year's file; of what is gone, the one that stands there now."""


class Former(Struct, frozen=True):
    """A figure of the year that has passed, by the names that lead to it."""

    path: tuple[str, ...]
    words: str


class Promise(Struct, frozen=True):
    """What was promised last year: the problem, the measure, and its details as one paragraph."""

    problem: str
    measure: str
    detail: str
