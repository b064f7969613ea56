"""A Word file that came back → remarks: comments with their threads, tracked changes, and what nobody tracked."""

from collections.abc import Iterator
from itertools import pairwise

from reportgen.record import Struct, field, replace
from reportgen.review.change import Act, Change, Placed
from reportgen.review.docx_edits import LineEdit, Sent, edits_of, pieces_of
from reportgen.review.holding import Holding, held, moved
from reportgen.review.joined import Span
from reportgen.review.remark import Mark, Remark, Reply, State
from reportgen.review.trace import Line
from reportgen.word import marked
from reportgen.word.marked import MarkedParagraph, change_of_file, marked_paragraphs
from reportgen.word.package import Package
from reportgen.word.threads import Comment, comments_of

_ALIKE = 0.3
"""The share of the lines that a file without bookmarks must hold to be taken for a copy of them."""


class DocxCopy(Struct):
    """A Word file beside the lines that were sent out."""

    lines: tuple[Line, ...]
    paragraphs: list[MarkedParagraph]
    holding: Holding
    untracked: marked.Change
    slots: frozenset[str] = frozenset()
    named: dict[str, Line] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.named = {line.name: line for line in self.lines}


def placed_in_docx(
    package: Package, lines: tuple[Line, ...], printed: frozenset[str], slots: frozenset[str] = frozenset()
) -> list[Placed]:
    """Every remark of a Word file with its place and what it asks for, in the order of the text.

    `printed` are the texts, squeezed, that the template prints beside the lines; `slots` are the names of those lines
    that it prints among words of its own. Raises UsageProblem when the file is not a docx.
    """
    paragraphs = marked_paragraphs(package)
    holding = held(paragraphs, lines, printed, slots)
    if not holding.named and len(holding.lines) < _ALIKE * len(lines):
        holding = Holding()
    copy = DocxCopy(lines, paragraphs, holding, change_of_file(package), slots)
    found = [*_comments(copy, comments_of(package))]
    if holding.lines:
        found += [*_edits(copy), *_joins(copy), *_removed(copy), *_added(copy), *_moved(copy)]
    order = {line.name: number for number, line in enumerate(lines)}
    return sorted(found, key=lambda each: (order.get(each.remark.line, len(order)), len(each.remark.before)))


def _comments(copy: DocxCopy, comments: list[Comment]) -> Iterator[Placed]:
    answers: dict[str, list[Comment]] = {}
    ranges = _ranges(copy.paragraphs)
    comments = _threaded(comments, ranges)
    ids = {comment.id: comment for comment in comments}
    for comment in comments:
        root, seen = comment, set[str]()
        while root.parent in ids and root.id not in seen:
            seen.add(root.id)
            root = ids[root.parent]
        answers.setdefault(root.id, []).append(comment)
    for number, thread in answers.items():
        first = next(each for each in thread if each.id == number)
        yield _comment(copy, first, [each for each in thread if each is not first], ranges.get(number))


Range = tuple[tuple[int, int], tuple[int, int]]


def _threaded(comments: list[Comment], ranges: dict[str, Range]) -> list[Comment]:
    """Answers to comments; where nothing says which are (LibreOffice drops that), those on the very same words are."""
    if any(comment.parent for comment in comments):
        return comments
    first: dict[Range, str] = {}
    found = []
    for comment in sorted(comments, key=lambda comment: comment.date):
        where = ranges.get(comment.id)
        parent = first.setdefault(where, comment.id) if where and where[0] != where[1] else comment.id
        found.append(replace(comment, parent="" if parent == comment.id else parent))
    return found


def _ranges(paragraphs: list[MarkedParagraph]) -> dict[str, Range]:
    """Where each comment begins and ends; one without a range stands where its mark does."""
    begins: dict[str, tuple[int, int]] = {}
    ranges: dict[str, Range] = {}
    for number, paragraph in enumerate(paragraphs):
        for spot in paragraph.comments:
            begin = begins.setdefault(spot.name, (number, spot.offset))
            ranges.setdefault(spot.name, (begin, (number, spot.offset)))
            if not spot.begins:
                ranges[spot.name] = (begin, (number, spot.offset))
    return ranges


def _comment(copy: DocxCopy, first: Comment, rest: list[Comment], where: Range | None) -> Placed:
    done = first.done or any(each.done for each in rest)
    remark = Remark(
        Mark.NOTE,
        first.author,
        first.date,
        first.text,
        replies=tuple(Reply(each.author, each.date, each.text) for each in rest),
        state=State.COMPLETED if done else State.NONE,
    )
    if where is None:
        return Placed(remark)
    spans = _spans(copy, where)
    words, paragraph = _shown_words(copy, where)
    if not spans:
        return Placed(replace(remark, words=words, paragraph=paragraph))
    line = copy.named[spans[0].line]
    words = "".join(copy.named[span.line].text[span.start : span.end] for span in spans) or words
    return Placed(
        replace(remark, words=words, line=line.name, before=line.text[: spans[0].start], paragraph=line.text), spans
    )


def _shown_words(copy: DocxCopy, where: Range) -> tuple[str, str]:
    """The words as they stand in the copy, deleted ones too, and their first paragraph."""
    (first, start), (last, end) = where
    texts = ["".join(piece.text for piece in copy.paragraphs[n].pieces) for n in range(first, last + 1)]
    paragraph = texts[0]
    texts[-1] = texts[-1][:end]
    texts[0] = texts[0][start:]
    return "".join(texts), paragraph


def _spans(copy: DocxCopy, where: Range) -> tuple[Span, ...]:
    """The lines that a stretch of the copy touches, with which of their characters, as they were sent out."""
    (first, start), (last, end) = where
    found: dict[str, Span] = {}
    for number in range(first, last + 1):
        begin = start if number == first else 0
        stop = end if number == last else copy.paragraphs[number].length
        for name, parts in _held_in(copy, number):
            low, high = max(begin, parts[0]), min(stop, parts[1])
            if low < high or (begin == stop and parts[0] <= begin <= parts[1] and not found):
                span = Span(name, _sent_offset(copy, name, number, low), _sent_offset(copy, name, number, high))
                old = found.get(name)
                found[name] = Span(name, old.start, span.end) if old else span
    return tuple(found.values())


def _held_in(copy: DocxCopy, number: int) -> list[tuple[str, tuple[int, int]]]:
    starts = copy.holding.of_paragraph.get(number, [])
    stops = [start for start, _name in starts[1:]] + [copy.paragraphs[number].length]
    return [(name, (start, stop)) for (start, name), stop in zip(starts, stops, strict=True)]


def _sent_offset(copy: DocxCopy, name: str, number: int, offset: int) -> int:
    """A place in a paragraph of the copy, in the line as it was sent out."""
    pieces = pieces_of(name, copy.holding, copy.paragraphs, copy.untracked)
    before = 0
    for part in copy.holding.lines[name]:
        if part.paragraph == number and part.start <= offset <= part.end:
            before += offset - part.start
            break
        before += part.end - part.start + 1
    return marked_to_sent(copy.named[name].text, pieces, before)


def marked_to_sent(sent: str, pieces: list[marked.Piece], offset: int) -> int:
    """From a character of all pieces to one of the text that was sent out."""
    at = refused = 0
    for piece in pieces:
        step = max(0, min(len(piece.text), offset - at))
        at += len(piece.text)
        refused += 0 if piece.inserted else step
    return Sent(sent, "".join(piece.text for piece in pieces if not piece.inserted)).at(refused)


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
    names = [line.name for line in copy.lines if line.name in copy.holding.lines]
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
    """Paragraphs that were not sent out, behind the line that they follow."""
    for unit in copy.holding.free:
        pieces = [piece for number in unit for piece in copy.paragraphs[number].pieces]
        words = "".join(piece.text for piece in pieces if not piece.deleted)
        if not words.strip():
            continue
        tracked = next((piece.inserted for piece in pieces if piece.inserted), None)
        by, mark = (tracked, Mark.INSERTED) if tracked else (copy.untracked, Mark.EDITED)
        after = _line_before(copy, unit[0])
        line = copy.named.get(after)
        before = line.text if line else ""
        remark = Remark(mark, by.author, by.date, words, "", before, line=after, paragraph=before)
        spans = (Span(after, len(before), len(before)),) if line else ()
        changes = (Change(Act.ADD, after, new=words),) if line else ()
        yield Placed(remark, spans, () if copy.paragraphs[unit[0]].cell else changes)


def _line_before(copy: DocxCopy, number: int) -> str:
    return next((name for at in range(number - 1, -1, -1) if (name := copy.holding.at(at, 10**9))), "")


def _moved(copy: DocxCopy) -> Iterator[Placed]:
    running = tuple(line for line in copy.lines if line.name not in copy.slots)
    for name in moved(running, copy.holding, copy.paragraphs):
        line, after = copy.named[name], _line_before(copy, copy.holding.first(name))
        by = copy.untracked
        remark = Remark(Mark.EDITED, by.author, by.date, "", line.text, line=name, paragraph=line.text)
        yield Placed(remark, (Span(name, 0, len(line.text)),), (Change(Act.MOVE, name, other=after),))
