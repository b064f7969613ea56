"""What was changed in a Word file beside its lines: in notes, headers and footers, and in words of the template.

None of it has a line of its own; it is told, so that nothing is lost, and left to the writer.
"""

from collections.abc import Iterator, Mapping

from reportgen import patterns as re
from reportgen.review.joined import squeezed
from reportgen.review.remarks.change import Placed
from reportgen.review.remarks.docx_edits import cut, edits_of
from reportgen.review.remarks.holding import Holding
from reportgen.review.remarks.holding import Piece as Part
from reportgen.review.remarks.remark import Mark, Remark
from reportgen.review.trace import Line
from reportgen.word.marked import Change, MarkedParagraph, Piece, marked_paragraphs
from reportgen.word.package import Package

_NOTES = re.compile(r"[^/]+/(?:footnotes|endnotes)\d*\.xml")
_EDGES = re.compile(r"[^/]+/(?:header|footer)\d*\.xml")
_MARK = re.compile(r"^[①-⑳㉑-㉟㊱-㊿]|^\(\d+\)")
ASIDE = "aside"
"""Why such a remark has no place: it stands beside the text."""


def beside_the_text(package: Package, printed: Mapping[str, int], untracked: Change) -> Iterator[Placed]:
    """Changes in notes, headers and footers; `printed` are the squeezed texts that were sent out, notes among them."""
    known = frozenset({*printed, *(_MARK.sub("", text) for text in printed)})
    for name in sorted(package.names()):
        if _NOTES.fullmatch(name):
            for paragraph in marked_paragraphs(package, name):
                yield from changes_in(paragraph, untracked, ASIDE)
                yield from _retyped(paragraph.pieces, known, untracked)
        elif _EDGES.fullmatch(name):
            for paragraph in marked_paragraphs(package, name):
                yield from changes_in(paragraph, untracked, ASIDE)


def changes_in(paragraph: MarkedParagraph, untracked: Change, why: str) -> Iterator[Placed]:
    """The tracked changes of a paragraph that holds no line."""
    before = _refused(paragraph.pieces)
    for edit in edits_of(Line("", before), paragraph.pieces, untracked):
        words = before[edit.start : edit.end]
        told = Remark(edit.mark, edit.by.author, edit.by.date, edit.new, words, before[: edit.start], paragraph=before)
        yield Placed(told, why=why)


def _retyped(pieces: list[Piece], known: frozenset[str], untracked: Change) -> Iterator[Placed]:
    before = _refused(pieces)
    if squeezed(before) and squeezed(before) not in known:
        told = Remark(Mark.EDITED, untracked.author, untracked.date, before, paragraph=before)
        yield Placed(told, why=ASIDE)


def around_slots(
    paragraphs: list[MarkedParagraph], holding: Holding, slots: frozenset[str], printed: Mapping[str, int], by: Change
) -> Iterator[Placed]:
    """What was changed in paragraphs in which slots stand, in the words of the template beside these."""
    held: dict[int, list[Part]] = {}
    for part in (part for name in slots & holding.lines.keys() for part in holding.lines[name]):
        held.setdefault(part.paragraph, []).append(part)
    for number in sorted(held):
        paragraph = paragraphs[number]
        outside = list(_outside(held[number], paragraph))
        yield from changes_in(MarkedParagraph(outside), by, ASIDE)
        before, around = _refused(paragraph.pieces), _refused(outside)
        if around.strip() and squeezed(before) not in printed and squeezed(around) not in "".join(printed):
            told = Remark(Mark.EDITED, by.author, by.date, before, paragraph=before)
            yield Placed(told, why=ASIDE)


def _outside(slots: list[Part], paragraph: MarkedParagraph) -> Iterator[Piece]:
    """What stands beside the slots of a paragraph."""
    at = 0
    for slot in sorted(slots, key=lambda slot: slot.start):
        yield from cut(paragraph.pieces, at, slot.start)
        at = slot.end
    yield from cut(paragraph.pieces, at, paragraph.length)


def _refused(pieces: list[Piece]) -> str:
    """What they say when all tracked changes are refused."""
    return "".join(piece.text for piece in pieces if not piece.inserted)
