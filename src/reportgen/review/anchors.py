"""Where in a Word file a finding can be shown: at its words, else at the nearest place that can hold a comment.

Word takes no comments in headers, footers and text boxes, so what is said of these stands at the paragraph that the box
hangs on, or at the title; what is said of a note stands before its mark.
"""

from collections.abc import Mapping, Sequence
from itertools import chain

from reportgen.finished.docx.origins import Origins
from reportgen.language import _
from reportgen.place import NO_SPOT, Place, Spot
from reportgen.record import Struct
from reportgen.review.offsets import offsets_in
from reportgen.word.characters import pieces_of, text_of
from reportgen.word.opened import Opened
from reportgen.word.package import Element, W

_BOX = W + "txbxContent"
_REFERENCES = (W + "footnoteReference", W + "endnoteReference")


class Anchor(Struct, frozen=True):
    """Characters of a paragraph, and in words where the finding stands when that is not here."""

    paragraph: Element
    start: int
    stop: int
    elsewhere: str = ""


class Anchors:
    """Finds them in one file."""

    def __init__(self, file: Opened, origins: Origins, lines: Sequence[str], title: Spot = NO_SPOT) -> None:
        """`lines` are those of the file as it was read, `title` is where its title stands."""
        self._file, self._origins, self._lines = file, origins, lines
        root = file.part(file.main)
        self._paragraphs: list[Element] = list(root.iter(W + "p")) if root is not None else []
        self._offsets: dict[tuple[int, Element], Mapping[int, int]] = {}
        """By a line and a paragraph; no character changes while places are asked for."""
        self._title = self._first(title)

    def of(self, place: Place) -> Anchor | None:
        """The place of a comment on what stands at a place; None where the file has no paragraph at all."""
        spot = place.spot
        if spot in self._origins.notes:
            return self._at_note(spot)
        found = self._paragraphs_of(spot)
        if not found:
            return _whole(self._title, spot.words) if self._title is not None else None
        outer = _out_of_boxes(found[0])
        if outer is not found[0]:
            return _whole(outer, _("文本框"))
        return self._at_words(place, found)

    def paragraph_of(self, place: Place) -> tuple[Element, Mapping[int, int]] | None:
        """The paragraph in which the words of a place can be changed, and its characters by those of the line."""
        line = self._line(place)
        for paragraph in self._holding(place.spot) if line else ():
            offsets = self._offsets_in(place, paragraph)
            if _out_of_boxes(paragraph) is paragraph and all(at in offsets for at in _wanted(place, line)):
                return paragraph, offsets
        return None

    def _at_words(self, place: Place, paragraphs: Sequence[Element]) -> Anchor:
        """At the words; at the whole paragraph where they are not to be found."""
        line = self._line(place)
        best = max(paragraphs, key=lambda each: len(self._offsets_in(place, each))) if line else paragraphs[0]
        offsets = self._offsets_in(place, best) if line else {}
        marked = [offsets[at] for at in _wanted(place, line) if at in offsets]
        return Anchor(best, min(marked), max(marked) + 1) if marked else _whole(best)

    def _at_note(self, spot: Spot) -> Anchor | None:
        part, number = self._origins.notes[spot]
        for paragraph in self._paragraphs_of(spot):
            for node in paragraph.iter(*_REFERENCES):
                if node.get(W + "id") == number and ("foot" in part) == (node.tag == _REFERENCES[0]):
                    offset = _before(paragraph, node)
                    return Anchor(paragraph, max(offset - 1, 0), offset, spot.words)
        return None

    def _holding(self, spot: Spot) -> list[Element]:
        """The paragraphs of a line or a cell; of a note those within it."""
        if spot not in self._origins.notes:
            return self._paragraphs_of(spot)
        part, number = self._origins.notes[spot]
        root = self._file.part(part)
        notes = (node for node in root if node.get(W + "id") == number) if root is not None else ()
        return [paragraph for note in notes for paragraph in note.iter(W + "p")]

    def _offsets_in(self, place: Place, paragraph: Element) -> Mapping[int, int]:
        key = place.line, paragraph
        if key not in self._offsets:
            self._offsets[key] = offsets_in(self._line(place), text_of(paragraph))
        return self._offsets[key]

    def _line(self, place: Place) -> str:
        return self._lines[place.line - 1] if 0 < place.line <= len(self._lines) else ""

    def _paragraphs_of(self, spot: Spot) -> list[Element]:
        numbers = self._origins.paragraphs.get(spot) or self._of_table(spot)
        return [self._paragraphs[number] for number in numbers if number < len(self._paragraphs)]

    def _of_table(self, spot: Spot) -> tuple[int, ...]:
        """The first cell of a table that is meant as a whole."""
        cells = (each for each in self._origins.paragraphs if spot.table and each.table == spot.table)
        first = min(cells, key=lambda each: (each.row, each.column), default=None)
        return self._origins.paragraphs[first] if first else ()

    def _first(self, title: Spot) -> Element | None:
        """The title, else the first paragraph that says something, else any."""
        said = (each for each in self._paragraphs if text_of(each).strip() and _out_of_boxes(each) is each)
        titled = (_out_of_boxes(each) for each in self._paragraphs_of(title))
        return next(chain(titled, said, self._paragraphs), None)


def _whole(paragraph: Element, elsewhere: str = "") -> Anchor:
    return Anchor(paragraph, 0, len(text_of(paragraph)), elsewhere)


def _wanted(place: Place, line: str) -> list[int]:
    """The characters that a place means, blanks left out; all of the line where it means none."""
    start = max(place.column - 1, 0)
    stop = min(start + max(place.length, 1), len(line)) if place.column else len(line)
    return [at for at in range(start, stop) if not line[at].isspace()]


def _out_of_boxes(paragraph: Element) -> Element:
    """The paragraph that the text box hangs on in which another one stands, else that one itself."""
    boxes = list(paragraph.iterancestors(_BOX))
    return next(boxes[-1].iterancestors(W + "p"), paragraph) if boxes else paragraph


def _before(paragraph: Element, node: Element) -> int:
    """How many characters stand before a node of a paragraph."""
    order = {each: at for at, each in enumerate(paragraph.iter())}
    return max((piece.stop for piece in pieces_of(paragraph) if order[piece.node] < order[node]), default=0)
