"""The annotations of a PDF → remarks: threads, decisions, and replacements that are two annotations.

A state is an annotation of its own that answers another one, or the last state of it: programs chain them. A reply
may answer a reply; a thread is kept as one list below the mark that began it.
"""

from collections.abc import Iterable, Iterator

from reportgen.pdf.annotations import Annotation, Kind, MarkedPage
from reportgen.record import Struct
from reportgen.review.remarks.remark import Mark, Remark, Reply, State

AUTHOR = "reportgen"
"""Who has put the findings of the program into a PDF; such a note is called by the fingerprint, a second with -2."""
_MARKS = {
    Kind.NOTE: Mark.NOTE,
    Kind.FREE_TEXT: Mark.NOTE,
    Kind.HIGHLIGHT: Mark.HIGHLIGHT,
    Kind.UNDERLINE: Mark.UNDERLINE,
    Kind.STRIKE: Mark.STRIKE,
    Kind.CARET: Mark.CARET,
    Kind.DRAWING: Mark.DRAWING,
}
_STATES = {
    "accepted": State.ACCEPTED,
    "rejected": State.REJECTED,
    "cancelled": State.CANCELLED,
    "completed": State.COMPLETED,
    "marked": State.MARKED,
}


class Spotted(Struct, frozen=True):
    """A remark, and the characters of the whole copy, without white space, that it marks; a point marks none."""

    remark: Remark
    start: int
    end: int
    behind: bool = False
    """Whether a point stands behind the character before it, and not before that at it."""


class Copied(Struct, frozen=True):
    """What a copy says, all its words without white space, and the remarks in it in their order."""

    text: str
    spotted: tuple[Spotted, ...]
    gone: int = 0
    """Marks that were deleted by the program that made them, and are kept by the file."""


def remarks_in(pages: Iterable[MarkedPage]) -> Copied:
    """The remarks of all pages."""
    text: list[str] = []
    spotted: list[Spotted] = []
    gone = at = 0
    for page in pages:
        gone += sum(each.gone for each in page.annotations.values())
        spotted += _of_page(page, at)
        text.append(page.text)
        at += len(page.text)
    return Copied("".join(text), tuple(spotted), gone)


def _of_page(page: MarkedPage, at: int) -> Iterator[Spotted]:
    threads = _threads(page)
    for number, members in threads.items():
        first = page.annotations[number]
        if first.gone:
            continue
        parts = [first, *(each for each in members if each.grouped)]
        answers = sorted((each for each in members if not each.grouped), key=lambda each: each.date)
        yield _spotted(page, at, parts, answers)


def _threads(page: MarkedPage) -> dict[int, list[Annotation]]:
    """Each mark that answers nothing by its number, with all that answers it, or answers what does."""
    threads: dict[int, list[Annotation]] = {}
    for number, annotation in sorted(page.annotations.items()):
        root = _root(page, number)
        members = threads.setdefault(root, [])
        if root != number:
            members.append(annotation)
    return threads


def _root(page: MarkedPage, number: int) -> int:
    """Where a thread begins; in a ring, which only a damaged file has, the first of it that is met twice."""
    seen = set[int]()
    parent = page.annotations[number].parent
    while parent is not None and parent in page.annotations and number not in seen:
        seen.add(number)
        number, parent = parent, page.annotations[parent].parent
    return number if not seen or parent is None or parent not in page.annotations else min(seen)


def _spotted(page: MarkedPage, at: int, parts: list[Annotation], answers: list[Annotation]) -> Spotted:
    first, words = parts[0], next((each for each in parts if each.under), parts[0])
    mark = _MARKS[first.kind]
    kinds = {each.kind for each in parts}
    if {Kind.CARET, Kind.STRIKE} <= kinds:
        mark = Mark.REPLACEMENT
    elif Kind.STRIKE in kinds:
        mark = Mark.STRIKE
    start, end = (words.under.start, words.under.stop) if words.under else (words.at, words.at)
    behind = words.behind and not words.under
    ours = first.author == AUTHOR
    remark = Remark(
        mark,
        next((each.author for each in parts if each.author), ""),
        next((each.date for each in parts if each.date), ""),
        next((each.text for each in parts if each.text), ""),
        page.text[start:end],
        page=page.number,
        paragraph=page.text[max(0, start - 30) : end + 30],
        replies=tuple(_reply(each) for each in answers if each.text or _state(each) is not State.NONE),
        state=_decided(answers),
        ours=ours,
        key=first.name.partition("-")[0] if ours else "",
    )
    return Spotted(remark, at + start, at + end, behind)


def _reply(annotation: Annotation) -> Reply:
    """What it says; the words that come with a state are the program's own (状态由某某设为接受)."""
    state = _state(annotation)
    return Reply(annotation.author, annotation.date, "" if annotation.state else annotation.text, state)


def _state(annotation: Annotation) -> State:
    return _STATES.get(annotation.state.strip().lower(), State.NONE)


def _decided(answers: list[Annotation]) -> State:
    """The last state; a mark that somebody set for himself (Marked) counts where nothing was decided."""
    states = [_state(each) for each in answers if each.state]
    decisions = [state for state in states if state is not State.MARKED]
    return (decisions or states or [State.NONE])[-1]
