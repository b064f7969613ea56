"""A Word file that came back → remarks: comments with their threads, tracked changes, and what nobody tracked."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from reportgen.record import replace
from reportgen.review.joined import Span, squeezed
from reportgen.review.remarks.change import FOREIGN, Act, Change, Placed
from reportgen.review.remarks.docx_aside import around_slots, beside_the_text, changes_in
from reportgen.review.remarks.docx_comments import placed_comments
from reportgen.review.remarks.docx_copy import DocxCopy
from reportgen.review.remarks.docx_edits import LineEdit, edits_of, pieces_of
from reportgen.review.remarks.holding import Holding, held, moved
from reportgen.review.remarks.remark import Mark, Remark, Reply, State
from reportgen.review.trace import Line
from reportgen.word.marked import change_of_file, marked_paragraphs
from reportgen.word.package import Package
from reportgen.word.threads import comments_of, says_threads

_SHORTEST = 5
"""Characters of a paragraph that is known again by its words alone."""
_ALIKE = 0.3
"""The share of the lines that a file without bookmarks must hold to be taken for a copy of them."""


def placed_in_docx(
    package: Package, lines: tuple[Line, ...], printed: Mapping[str, int], slots: frozenset[str] = frozenset()
) -> list[Placed]:
    """Every remark of a Word file with its place and what it asks for, in the order of the text.

    `printed` is how often each text, squeezed, is printed, also by the template; `slots` are the names of those lines
    that it prints among words of its own. Raises UsageProblem when the file is not a docx.
    """
    paragraphs = marked_paragraphs(package)
    holding = held(paragraphs, lines, printed, slots)
    if not holding.named and len(holding.lines) < _ALIKE * len(lines):
        holding = Holding()
    copy = DocxCopy(lines, paragraphs, holding, change_of_file(package), slots)
    found = [*placed_comments(copy, comments_of(package), says_threads(package))]
    if holding.lines:
        found += _with_moves([*_edits(copy), *_joins(copy), *_removed(copy), *_added(copy), *_moved(copy)])
        found += around_slots(paragraphs, holding, slots, printed, copy.untracked)
    else:
        found = [each if each.spans else replace(each, why=FOREIGN) for each in found]
        found += [each for one in paragraphs for each in changes_in(one, copy.untracked, FOREIGN)]
    found += beside_the_text(package, printed, copy.untracked)
    order = {line.name: number for number, line in enumerate(lines)}
    return sorted(found, key=lambda each: (order.get(each.remark.line, len(order)), len(each.remark.before)))


def _edits(copy: DocxCopy) -> Iterator[Placed]:
    for line in copy.lines:
        if line.name in copy.holding.lines:
            pieces = pieces_of(line.name, copy.holding, copy.paragraphs, copy.untracked)
            yield from (_edit(copy, line, edit) for edit in edits_of(line, pieces, copy.untracked))


def _edit(copy: DocxCopy, line: Line, edit: LineEdit) -> Placed:
    first = copy.paragraphs[copy.holding.first(line.name)]
    remark = Remark(
        edit.mark,
        edit.by.author,
        edit.by.date,
        edit.new,
        line.text[edit.start : edit.end],
        line.text[: edit.start],
        line=line.name,
        paragraph=line.text,
    )
    span = Span(line.name, edit.start, edit.end)
    if edit.refused_by:
        reply = Reply(edit.refused_by.author, edit.refused_by.date, "", State.REJECTED)
        return Placed(replace(remark, replies=(reply,), state=State.REJECTED), (span,))
    if first.row_deleted or first.row_inserted:
        return Placed(remark, (span,), why=ROWS)
    return Placed(remark, (span,), (Change(Act.REWORD, line.name, edit.start, edit.end, edit.new),))


ROWS = "row"
"""A row of a table is put in or taken out: what stands in it is told, and nothing is changed."""


def _joins(copy: DocxCopy) -> Iterator[Placed]:
    """Lines that go on in the next one, whose paragraphs were made one."""
    running = (line.name for line in copy.lines if line.name not in copy.slots)
    names = [name for name in running if name in copy.holding.lines]
    for name, other in pairwise(names):
        last, first = copy.holding.lines[name][-1].paragraph, copy.holding.lines[other][0].paragraph
        by = copy.paragraphs[last].end_deleted if first == last + 1 else copy.untracked if first == last else None
        if by is None or copy.paragraphs[last].cell or _is_struck(copy, name) or _is_struck(copy, other):
            continue
        text = copy.named[name].text
        mark = Mark.EDITED if by is copy.untracked else Mark.DELETED
        remark = Remark(mark, by.author, by.date, "", "\n", text, line=name, paragraph=text)
        yield Placed(remark, (Span(name, len(text), len(text)),), (Change(Act.JOIN, name, other=other),))


def _is_struck(copy: DocxCopy, name: str) -> bool:
    """Whether all words of a line are struck: then its end goes with them."""
    return all(piece.deleted for piece in pieces_of(name, copy.holding, copy.paragraphs, copy.untracked))


def _removed(copy: DocxCopy) -> Iterator[Placed]:
    """Lines of which nothing is left, not even as a deletion that could be refused."""
    for line in copy.lines:
        if line.name not in copy.holding.lines and line.name not in copy.slots:
            by = copy.untracked
            remark = Remark(Mark.EDITED, by.author, by.date, "", line.text, line=line.name, paragraph=line.text)
            yield Placed(remark, (Span(line.name, 0, len(line.text)),), (Change(Act.REMOVE, line.name),))


def _added(copy: DocxCopy) -> Iterator[Placed]:
    """Paragraphs that were not sent out, behind the line that they follow; one that was moved is no landmark."""
    shifted = _shifted(copy)
    for unit in copy.holding.free:
        pieces = [piece for number in unit for piece in copy.paragraphs[number].pieces]
        words = "".join(piece.text for piece in pieces if not piece.deleted)
        if not words.strip():
            continue
        tracked = next((piece.inserted for piece in pieces if piece.inserted), None)
        by, mark = (tracked, Mark.INSERTED) if tracked else (copy.untracked, Mark.EDITED)
        after = copy.line_before(unit[0], shifted)
        line = copy.named.get(after)
        before = line.text if line else ""
        remark = Remark(mark, by.author, by.date, words, "", before, line=after, paragraph=before)
        spans = (Span(after, len(before), len(before)),) if line else ()
        changes = (Change(Act.ADD, after, new=words, at=unit[0]),) if line else ()
        yield Placed(remark, spans, () if copy.paragraphs[unit[0]].cell else changes)


def _with_moves(found: list[Placed]) -> list[Placed]:
    """Where a paragraph is struck and stands elsewhere as a new one it was moved: so its references go with it."""
    struck = {
        squeezed(each.remark.words): each
        for each in found
        if len(each.remark.words) == len(each.remark.paragraph) > _SHORTEST and not each.remark.text
    }
    moves: list[Placed] = []
    gone: list[Placed] = []
    for each in found:
        old = struck.get(squeezed(each.remark.text)) if each.changes and each.changes[0].act is Act.ADD else None
        if old is not None and old not in gone:
            gone += [old, each]
            change = Change(Act.MOVE, old.remark.line, other=each.remark.line)
            moves.append(replace(old, changes=(change,)))
    return [*(each for each in found if all(each is not other for other in gone)), *moves]


def _moved(copy: DocxCopy) -> Iterator[Placed]:
    shifted = _shifted(copy)
    for name in shifted:
        first = copy.holding.first(name)
        line, after = copy.named[name], copy.line_before(first, shifted)
        by = copy.untracked
        remark = Remark(Mark.EDITED, by.author, by.date, "", line.text, line=name, paragraph=line.text)
        change = Change(Act.MOVE, name, other=after, at=first)
        yield Placed(remark, (Span(name, 0, len(line.text)),), (change,))


def _shifted(copy: DocxCopy) -> list[str]:
    """The lines that were moved."""
    running = tuple(line for line in copy.lines if line.name not in copy.slots)
    return moved(running, copy.holding, copy.paragraphs)
