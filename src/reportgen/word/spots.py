"""Where between two characters of a Word paragraph something new goes: out of links, fields, others' insertions."""

from bisect import bisect_left
from collections.abc import Sequence

from reportgen.record import Struct
from reportgen.word.change_names import PUT_IN
from reportgen.word.characters import Field, NewId, Piece, cut_around, pieces_of
from reportgen.word.package import Element, W

_SPLIT = frozenset(W + name for name in PUT_IN)
"""What another has put in does not become ours, nor ours his: it is parted in two."""
_LEFT = frozenset((W + "hyperlink", W + "fldSimple"))
"""What stands at the edge of these stands outside."""


class Spot(Struct):
    """A place beside an element (`anchor`): behind it, or before it; without one at the end of the paragraph.

    `like` is the run whose letters new words take.
    """

    paragraph: Element
    anchor: Element | None = None
    behind: bool = True
    like: Element | None = None

    def put(self, node: Element) -> None:
        """Put something in there."""
        if self.anchor is None:
            self.paragraph.append(node)
        elif self.behind:
            self.anchor.addnext(node)
        else:
            self.anchor.addprevious(node)

    def climb(self, paragraph: Element, new_id: NewId) -> None:
        """Go up to the paragraph itself; what is around is parted in two."""
        while self.anchor is not None and (parent := self.anchor.getparent()) is not paragraph:
            if self.behind and self.anchor.getnext() is not None:
                cut_around(parent, self.anchor, new_id)
            elif not self.behind and (before := self.anchor.getprevious()) is not None:
                cut_around(parent, before, new_id)
                parent = parent.getnext()
            self.anchor = parent

    def before(self, paragraph: Element) -> list[Element]:
        """The children of the paragraph before this place, but for its properties."""
        nodes = [node for node in paragraph if node.tag != W + "pPr"]
        if self.anchor is None:
            return nodes
        return nodes[: nodes.index(self.anchor) + self.behind]


def insertion_spot(paragraph: Element, offset: int, new_id: NewId, pieces: Sequence[Piece] | None = None) -> Spot:
    """The place before the character at `offset`, where a run begins already (`reportgen.word.characters.cut`)."""
    known = pieces_of(paragraph) if pieces is None else pieces
    at = bisect_left(known, offset, key=lambda piece: piece.start)
    left = known[at - 1] if at and known[at - 1].stop == offset else None
    right = known[at] if at < len(known) and known[at].start == offset else None
    if left is not None:
        spot = Spot(paragraph, left.run, True, left.run)
    elif right is not None:
        spot = Spot(paragraph, right.run, False, right.run)
    else:
        return Spot(paragraph)
    _leave_field(spot, left, right)
    _leave_wrappers(spot, right if spot.behind else None, new_id)
    return spot


def _leave_field(spot: Spot, left: Piece | None, right: Piece | None) -> None:
    """Behind the end of a field that shows what is left of it alone, before the begin of one to the right."""
    if left is not None:
        shared = {id(field.begin) for field in right.fields} if right is not None else set()
        field = _outermost([field for field in left.fields if id(field.begin) not in shared])
        if field is not None and field.end is not None:
            spot.anchor = field.end
    elif right is not None and (field := _outermost(list(right.fields))) is not None:
        spot.anchor = field.begin


def _outermost(fields: list[Field]) -> Field | None:
    return fields[0] if fields else None


def _leave_wrappers(spot: Spot, right: Piece | None, new_id: NewId) -> None:
    beyond = set(right.run.iterancestors()) if right is not None else set()
    while spot.anchor is not None and (parent := spot.anchor.getparent()) is not spot.paragraph:
        if parent.tag in _SPLIT:
            _part(spot, parent, new_id)
        elif parent.tag not in _LEFT or parent in beyond:
            return
        spot.anchor = parent


def _part(spot: Spot, parent: Element, new_id: NewId) -> None:
    if spot.behind and spot.anchor is not None and spot.anchor.getnext() is not None:
        cut_around(parent, spot.anchor, new_id)
