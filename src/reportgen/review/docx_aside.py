"""What was changed in a Word file beside its lines: in notes, headers and footers, and in words of the template.

None of it has a line of its own; it is told, so that nothing is lost, and left to the writer.
"""

from collections.abc import Iterator, Mapping

from reportgen import patterns as re
from reportgen.review.change import Placed
from reportgen.review.docx_edits import edits_of
from reportgen.review.holding import Holding
from reportgen.review.joined import squeezed
from reportgen.review.remark import Mark, Remark
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
    before = "".join(piece.text for piece in paragraph.pieces if not piece.inserted)
    for edit in edits_of(Line("", before), paragraph.pieces, untracked):
        words = before[edit.start : edit.end]
        told = Remark(edit.mark, edit.by.author, edit.by.date, edit.new, words, before[: edit.start], paragraph=before)
        yield Placed(told, why=why)


def _retyped(pieces: list[Piece], known: frozenset[str], untracked: Change) -> Iterator[Placed]:
    before = "".join(piece.text for piece in pieces if not piece.inserted)
    if squeezed(before) and squeezed(before) not in known:
        told = Remark(Mark.EDITED, untracked.author, untracked.date, before, paragraph=before)
        yield Placed(told, why=ASIDE)


def around_slots(
    paragraphs: list[MarkedParagraph], holding: Holding, slots: frozenset[str], printed: Mapping[str, int], by: Change
) -> Iterator[Placed]:
    """Paragraphs in which slots stand among words of the template, where these are no longer as they were."""
    held: dict[int, list[str]] = {}
    for name in slots & holding.lines.keys():
        held.setdefault(holding.first(name), []).append(name)
    for number in sorted(held):
        own = [piece for name in held[number] for piece in holding.lines[name]]
        before = "".join(piece.text for piece in paragraphs[number].pieces if not piece.inserted)
        around = _without(before, [(piece.start, piece.end) for piece in own])
        if around.strip() and squeezed(before) not in printed and squeezed(around) not in "".join(printed):
            told = Remark(Mark.EDITED, by.author, by.date, before, paragraph=before)
            yield Placed(told, why=ASIDE)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    return "".join(char for at, char in enumerate(text) if not any(start <= at < end for start, end in spans))
