"""The comments of a Word file that came back, each with its thread, at the characters of the lines that they mark."""

from collections.abc import Iterator

from reportgen.record import replace
from reportgen.review.joined import Span
from reportgen.review.remarks.change import Placed
from reportgen.review.remarks.docx_copy import DocxCopy
from reportgen.review.remarks.docx_edits import Sent, pieces_of
from reportgen.review.remarks.remark import Mark, Remark, Reply, State
from reportgen.word.marked import MarkedParagraph, Piece
from reportgen.word.threads import Comment


def placed_comments(copy: DocxCopy, comments: list[Comment], threads: bool) -> Iterator[Placed]:
    """Every comment that begins a thread; `threads` tells whether the file says what answers what."""
    answers: dict[str, list[Comment]] = {}
    ranges = _ranges(copy.paragraphs)
    comments = comments if threads else _threaded(comments, ranges)
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
    """Of comments on the very same words the later ones as answers to the first."""
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
    spans = _spans(copy, where) or _behind_a_line(copy, where[0][0])
    words, paragraph = _shown_words(copy, where)
    if not spans:
        return Placed(replace(remark, words=words, paragraph=paragraph))
    line = copy.named[spans[0].line]
    words = "".join(copy.named[span.line].text[span.start : span.end] for span in spans) or words
    return Placed(
        replace(remark, words=words, line=line.name, before=line.text[: spans[0].start], paragraph=line.text), spans
    )


def _behind_a_line(copy: DocxCopy, number: int) -> tuple[Span, ...]:
    """Of a paragraph that somebody has put in the end of the line before it."""
    if not any(number in unit for unit in copy.holding.free):
        return ()
    name = copy.line_before(number)
    end = len(copy.named[name].text) if name else 0
    return (Span(name, end, end),) if name else ()


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
    if not starts:
        return []
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
    return _to_sent(copy.named[name].text, pieces, before)


def _to_sent(sent: str, pieces: list[Piece], offset: int) -> int:
    """From a character of all pieces to one of the text that was sent out."""
    at = refused = 0
    for piece in pieces:
        step = max(0, min(len(piece.text), offset - at))
        at += len(piece.text)
        refused += 0 if piece.inserted else step
    return Sent(sent, "".join(piece.text for piece in pieces if not piece.inserted)).at(refused)
