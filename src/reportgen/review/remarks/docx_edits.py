"""What was done to the words of each line of a Word file that came back, tracked or not, as edits of what was sent out.

Offsets of edits count in the line as it was sent out. What nobody tracked is the difference between that and what
stands in the file when all tracked changes are refused.
"""

from bisect import bisect_right
from collections.abc import Iterator

from reportgen.record import Struct
from reportgen.review.remarks.alignment import blocks_of
from reportgen.review.remarks.holding import Holding
from reportgen.review.remarks.holding import Piece as Part
from reportgen.review.remarks.remark import Mark
from reportgen.review.trace import Line
from reportgen.review.wording import edits_between, without_label
from reportgen.word.marked import Change, MarkedParagraph, Piece


class LineEdit(Struct, frozen=True):
    """Somebody put `new` in the place of the characters `start` to `end` of a line."""

    mark: Mark
    by: Change
    start: int
    end: int
    new: str
    refused_by: Change | None = None
    """Who has taken out again what another had put in: then nothing is changed."""


def pieces_of(name: str, holding: Holding, paragraphs: list[MarkedParagraph], untracked: Change) -> list[Piece]:
    """All that stands in a line now or stood there; where it became two paragraphs a newline was put in."""
    found: list[Piece] = []
    last: Part | None = None
    for part in holding.lines[name]:
        if last and part.paragraph != last.paragraph:
            found.append(_break(paragraphs[last.paragraph], untracked))
        found += cut(paragraphs[part.paragraph].pieces, part.start, part.end)
        last = part
    return list(_without_blank(found))


def _break(paragraph: MarkedParagraph, untracked: Change) -> Piece:
    """The end of a paragraph within a line; a cell is sent out with several, all other lines with one."""
    if paragraph.end_deleted:
        return Piece("\n", deleted=paragraph.end_deleted)
    return Piece("\n", paragraph.end_inserted or (None if paragraph.cell else untracked))


def _without_blank(pieces: list[Piece]) -> Iterator[Piece]:
    """The same without the ends of paragraphs in which no word is left: they print nothing, and none was sent out.

    A computed number by itself is no word.
    """
    said = ["" if piece.deleted else piece.text for piece in pieces]
    begun = ""
    for number, piece in enumerate(pieces):
        ends = said[number] == "\n"
        if ends and not (without_label(begun).strip() and "".join(said[number:]).strip()):
            continue
        begun = "" if ends else begun + said[number]
        yield piece


def cut(pieces: list[Piece], start: int, end: int) -> Iterator[Piece]:
    """What stands between two characters of pieces, counted in all of them."""
    at = 0
    for piece in pieces:
        words = piece.text[max(0, start - at) : max(0, end - at)]
        if words:
            yield Piece(words, piece.inserted, piece.deleted)
        at += len(piece.text)


def edits_of(line: Line, pieces: list[Piece], untracked: Change) -> list[LineEdit]:
    """The edits of a line in its order, those of one author at one place as one."""
    before = "".join(piece.text for piece in pieces if not piece.inserted or piece.inserted is untracked)
    sent = Sent(line.text, before)
    tracked = [
        (each.start, LineEdit(each.mark, each.by, sent.at(each.start), sent.at(each.end), each.new, each.refused_by))
        for each in _tracked(pieces, untracked)
    ]
    silent = [
        (edit.at, LineEdit(Mark.EDITED, untracked, edit.start, edit.end, edit.new))
        for edit in edits_between(line.text, before)
    ]
    return [edit for _at, edit in sorted([*tracked, *silent], key=lambda pair: (pair[1].start, pair[0]))]


class Sent:
    """From the characters that stand there when all changes are refused to those that were sent out."""

    def __init__(self, sent: str, before: str) -> None:
        self._same, self._length = sent == before, len(sent)
        self._blocks = [] if self._same else blocks_of(sent, before)

    def at(self, offset: int) -> int:
        """The same place in what was sent out."""
        if self._same:
            return offset
        number = bisect_right(self._blocks, offset, key=lambda block: block.right) - 1
        if number < 0:
            return 0
        block = self._blocks[number]
        return min(self._length, block.left + min(offset - block.right, block.length))


def _tracked(pieces: list[Piece], untracked: Change) -> Iterator[LineEdit]:
    """Tracked edits, their places counted in what stands there when all of them are refused."""
    at, waiting = 0, list[LineEdit]()
    for piece in pieces:
        if not piece.inserted or piece.inserted is untracked:
            end = at + len(piece.text)
            if piece.deleted:
                waiting = _with(waiting, LineEdit(Mark.DELETED, piece.deleted, at, end, ""))
            else:
                yield from waiting
                waiting = []
            at = end
        elif piece.deleted:
            waiting.append(LineEdit(Mark.INSERTED, piece.inserted, at, at, piece.text, piece.deleted))
        else:
            waiting = _with(waiting, LineEdit(Mark.INSERTED, piece.inserted, at, at, piece.text))
    yield from waiting


def _with(waiting: list[LineEdit], edit: LineEdit) -> list[LineEdit]:
    """An edit joined to the one of the same author before it: what goes and what comes there is a replacement."""
    last = waiting[-1] if waiting else None
    if last is None or last.by.author != edit.by.author or last.refused_by or last.end != edit.start:
        return [*waiting, edit]
    new, end = last.new + edit.new, max(last.end, edit.end)
    mark = Mark.REPLACEMENT if new and end > last.start else edit.mark
    return [*waiting[:-1], LineEdit(mark, last.by, last.start, end, new)]
