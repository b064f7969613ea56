"""Where in a Word file its lines come from: the way back for whoever puts something into the file."""

from collections.abc import Mapping

from reportgen.place import Spot
from reportgen.record import Struct


class Origins(Struct, frozen=True):
    """By the spot of a line, a cell or a note.

    `paragraphs` are numbers in the order of all `w:p` of the part with the text, boxes within them too: the one of a
    line, all of a cell, for a note the one that refers to it. `notes` are the parts and ids of notes.
    """

    paragraphs: Mapping[Spot, tuple[int, ...]]
    notes: Mapping[Spot, tuple[str, str]]
