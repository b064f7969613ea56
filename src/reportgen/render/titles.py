"""The title as a template prints it: what stands around its tag belongs to it, and so do lines below each other."""

from collections.abc import Iterator
from itertools import groupby

from reportgen.compose.document import ADDRESSEE, TITLE
from reportgen.model.conditions import shown_items
from reportgen.model.document import Document, Role
from reportgen.model.frame import Frame, FrameItem, FrameLine, Slot, walk
from reportgen.place import Place
from reportgen.render.plain import words_of


def printed_titles(document: Document, frame: Frame) -> tuple[tuple[str, Place], ...]:
    """Each title with its place in the template; one on a cover and one on the first page are two."""
    groups = (list(lines) for is_title, lines in groupby(_lines(document, frame.items), key=_is_title) if is_title)
    titles = ([line for line in lines if line] for lines in groups)
    return tuple(("".join(words_of(document, line) for line in lines), lines[0].origin) for lines in titles)


def has_title(frame: Frame) -> bool:
    """Whether anything is said that could be one: in staff's own words and looks, and besides the addressee."""
    said = (piece for item in walk(frame.items) if isinstance(item, FrameLine) for piece in item.pieces())
    return any(piece.strip() if isinstance(piece, str) else piece != Slot(ADDRESSEE) for piece in said)


def _lines(document: Document, items: tuple[FrameItem, ...]) -> Iterator[FrameLine | None]:
    """The lines of the body; None where something else stands between two of them, or a page ends."""
    for item in shown_items(items, document.shows):
        yield item if isinstance(item, FrameLine) else None
        if isinstance(item, FrameLine) and item.ends_page:
            yield None


def _is_title(line: FrameLine | None) -> bool:
    return line is not None and (line.style.name == Role.TITLE.value or Slot(TITLE) in line.pieces())
