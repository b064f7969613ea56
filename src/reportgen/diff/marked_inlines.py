"""Runs of words → the inlines of a 花脸稿: those of the new draft, and marked between them those that only one has."""

from collections.abc import Iterable, Iterator, Sequence

from reportgen.diff.breaks import END
from reportgen.diff.runs import Runs
from reportgen.model.document import Inline, Text
from reportgen.model.inline import Change, Note, Number, change_of, is_strong
from reportgen.record import replace

Line = tuple[Inline, ...]
PILCROW = "¶"
"""Shown where only one draft begins a paragraph."""


def marked_lines(runs: Runs, old: Sequence[Line], new: Sequence[Line]) -> list[Line]:
    """The lines of the new draft with all that was deleted; `old` and `new` are those whose words the runs are."""
    before, after = _Reader(old), _Reader(new)
    lines: list[list[Inline]] = [[]]
    for run in runs:
        reader = before if run.change is Change.DELETED else after
        for inline in reader.take(len(run.text)):
            if isinstance(inline, _End):
                lines[-1] += [Text(PILCROW, change=run.change)] if run.change else []
                lines += [[]] if reader is after else []
            else:
                lines[-1] += _changed(inline, run.change)
        if run.change is None:
            before.skip(len(run.text))
    lines[-1] += after.rest()
    return [tuple(_joined(line)) for line in lines]


def all_marked(inlines: Iterable[Inline], change: Change) -> Line:
    """Words of which all have become the same; what a note says, too."""
    return tuple(_joined(each for inline in inlines for each in _changed(inline, change)))


def _changed(inline: Inline, change: Change | None) -> list[Inline]:
    if change is None:
        return [inline]
    if isinstance(inline, Text | Number):
        return [replace(inline, change=change)] if inline.text else []
    if change is Change.DELETED:
        return []  # a deleted line ends where it stands, and the note of a deleted word has no place any more
    return [replace(inline, inlines=all_marked(inline.inlines, change))] if isinstance(inline, Note) else [inline]


class _End(Text, frozen=True):
    """Where a line ends."""


class _Reader:
    """Gives the inlines of some lines piece by piece, by characters."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.left: list[Inline] = []
        for at, line in enumerate(lines):
            self.left += [_End(END)] if at else []
            self.left += line
        self.left.reverse()

    def take(self, count: int) -> Iterator[Inline]:
        """So many characters, and the notes before them and behind the last."""
        while count > 0 and self.left:
            inline = self.left.pop()
            length = len(inline.text)
            if length > count:
                head, inline = _cut(inline, count)
                self.left.append(inline)
                inline, length = head, count
            count -= length
            yield inline
        while self.left and isinstance(self.left[-1], Note):
            yield self.left.pop()

    def skip(self, count: int) -> None:
        """Pass over so many characters."""
        for _inline in self.take(count):
            pass

    def rest(self) -> Iterator[Inline]:
        """All that is left: notes behind the last word."""
        while self.left:
            yield self.left.pop()


def _cut(inline: Inline, at: int) -> tuple[Inline, Inline]:
    """The two parts of some words; a part of what a reference printed is words."""
    parts = inline.text[:at], inline.text[at:]
    if isinstance(inline, Text):
        return replace(inline, text=parts[0]), replace(inline, text=parts[1])
    strong = is_strong(inline)
    return Text(parts[0], inline.origin, strong), Text(parts[1], inline.origin, strong)


def _joined(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Marked words beside words that are marked alike become one: a box has one frame."""
    last: Text | None = None
    for inline in inlines:
        alike = last and change_of(inline) is last.change and is_strong(inline) == last.strong
        if last and alike and isinstance(inline, Text | Number):
            last = replace(last, text=last.text + inline.text)
            continue
        yield from [last] if last else []
        changed = isinstance(inline, Text | Number) and inline.change
        last = Text(inline.text, inline.origin, is_strong(inline), change_of(inline)) if changed else None
        yield from [] if last else [inline]
    yield from [last] if last else []
