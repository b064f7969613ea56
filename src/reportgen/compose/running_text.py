"""The marks within a line of prose: 〔注：…〕 is a note, **…** stands out.

A note is written where its mark is to stand, and numbered by the program. 〔2016〕24号 is none, and may stand in one.
Asterisks that are no pair around words (张**、****有限公司) are words; \\** are two asterisks that would be a pair.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import count

from reportgen import patterns as re
from reportgen.compose.references import References
from reportgen.diagnostics.text_kinds import NOTE, STRAY_MARK
from reportgen.language import _
from reportgen.model.document import Block, Paragraph
from reportgen.model.inline import Inline, Note, Number, Text, circled, footnotes
from reportgen.place import Place, Written
from reportgen.record import Struct, field, replace

_NOTE = re.compile(r"〔\s*(?:脚?注|注释)\s*[:：]\s*")
_BRACKET = re.compile(r"[〔〕]")
_STRONG = re.compile(
    r"(?<![*\\])\*\*(?![\s*，。、；：！？）》」』】”’])[^*]+?(?<![\s*\\（《「『【“‘])\*\*(?!\*)"
    r"|(?P<escaped>\\)(?=\*\*)"
)
_OPENED = re.compile(r"(?:^|(?<=[，。；：！？（“]))\*\*(?=[^\s*])[^*]*$")
_CLOSED = re.compile(r"^[^*]*[^\s*]\*\*(?=$|[，。；：！？、）”])")
_ASTERISKS = 2


class Stands(Enum):
    """Where a text stands, by which it is decided where its notes do."""

    PARAGRAPH = "paragraph"
    CELL = "cell"
    HEADING = "heading"
    COLUMN_HEAD = "head of a column"
    NOTE = "note"


class RunningText(Struct):
    """Reads the lines of one document; notes are numbered as they come, and anew once all of it is laid out."""

    references: References
    notes: list[Note] = field(default_factory=list)
    opened: tuple[Written, Place] | None = None
    """A ** before which nothing ends, in the text where it stands."""

    def inlines(
        self, written: Written, start: int = 0, end: int | None = None, stands: Stands = Stands.PARAGRAPH
    ) -> tuple[Inline, ...]:
        """The characters `start` to `end` of a text: words and figures, those that stand out, and marks of notes."""
        end = len(written.text) if end is None else end
        words = written.text[start:end]
        if "〔" not in words and "**" not in words:
            return self.references.inlines(written, start, end)
        return tuple(self._marked(written, start, end, stands))

    def _marked(self, written: Written, start: int, end: int, stands: Stands) -> Iterator[Inline]:
        notes = dict(self._notes(written, start, end, stands))
        pairs, escapes = self._asterisks(written, start, end, notes)
        at, strong = start, False
        for mark in sorted((*notes, *pairs, *escapes)):
            yield from self._words(written, at, mark, strong)
            if mark in notes:
                yield self._note(written, mark, notes[mark], stands)
            strong ^= mark in pairs
            at = notes[mark] if mark in notes else mark + (_ASTERISKS if mark in pairs else 1)
        yield from self._words(written, at, end, strong)

    def _words(self, written: Written, start: int, end: int, strong: bool) -> Iterator[Inline]:
        for inline in self.references.inlines(written, start, end) if start < end else ():
            yield replace(inline, strong=True) if strong and isinstance(inline, Text | Number) else inline

    def _notes(self, written: Written, start: int, end: int, stands: Stands) -> Iterator[tuple[int, int]]:
        """Where each note begins and what comes behind it; what can be none is told, and stays as it was typed."""
        at = start
        while found := _NOTE.search(written.text, at, end):
            behind = _closed(written.text, found.end(), end)
            place = written.place_at(found.start(), found.end() - found.start())
            at = behind or found.end()
            said = behind and written.text[found.end() : behind - 1].strip()
            if refusal := _refused(stands):
                self._tell(place, refusal)
            elif not behind:
                self._tell(place, _("这个注没有写完：后面要有「〕」，而且在同一段里"))
            elif not said:
                self._tell(place, _("注里没有字"))
            else:
                yield found.start(), behind

    def _note(self, written: Written, start: int, behind: int, stands: Stands) -> Note:
        """A note numbered; of a table what it says stands below it."""
        found = _NOTE.match(written.text, start)
        assert found
        words = tuple(self._marked(written, found.end(), behind - 1, Stands.NOTE))
        place = written.place_at(start, behind - start)
        note = Note(circled(len(self.notes) + 1), words, place)
        self.notes.append(note)
        return replace(note, inlines=()) if stands is Stands.CELL else note

    def _tell(self, place: Place, label: str) -> None:
        self.references.found.append(NOTE.at(place, label))

    def _asterisks(
        self, written: Written, start: int, end: int, notes: dict[int, int]
    ) -> tuple[frozenset[int], frozenset[int]]:
        """Where pairs of asterisks begin and end, and where a backslash stands before two."""
        text = written.text[start:end]
        for note, behind in notes.items():
            text = text[: note - start] + "\0" * (behind - note) + text[behind - start :]
        found = list(_STRONG.finditer(text))
        pairs = [edge for each in found if not each["escaped"] for edge in (each.start(), each.end() - _ASTERISKS)]
        rest = _STRONG.sub(lambda each: "\0" * len(each[0]), text)
        self._over_lines(written, start, rest)
        escapes = (start + each.start() for each in found if each["escaped"])
        return frozenset(start + edge for edge in pairs), frozenset(escapes)

    def _over_lines(self, written: Written, start: int, text: str) -> None:
        """A pair that begins in one line and ends in a later one is none: say so where it begins."""
        if self.opened and self.opened[0] is written and _CLOSED.match(text):
            label = _("着重的 ** 要在同一段里成对，不能跨段")
            self.references.found.append(STRAY_MARK.at(self.opened[1], label))
            self.opened = None
        if found := _OPENED.search(text):
            self.opened = written, written.place_at(start + found.start(), _ASTERISKS)


def _refused(stands: Stands) -> str:
    """Why no note can stand there; nothing where one can."""
    match stands:
        case Stands.HEADING:
            return _("小标题里不能写注，请写在下面的正文里")
        case Stands.COLUMN_HEAD:
            return _("表头里不能写注，请写在下面的格里，或表的下面以「注：」起头写一行")
        case Stands.NOTE:
            return _("注里不能再写注")
        case Stands.PARAGRAPH | Stands.CELL:
            return ""


def counted(blocks: Mapping[str, tuple[Block, ...]]) -> dict[str, tuple[Block, ...]]:
    """The blocks of a document, their notes numbered as they are printed: front matter, text, annexes."""
    numbers = count(1)
    return {name: tuple(_counted(block, numbers) for block in held) for name, held in blocks.items()}


def _counted(block: Block, numbers: Iterator[int]) -> Block:
    if not isinstance(block, Paragraph) or not any(footnotes(block.inlines)):
        return block
    inlines = (
        replace(each, mark=circled(next(numbers))) if isinstance(each, Note) and each.inlines else each
        for each in block.inlines
    )
    return replace(block, inlines=tuple(inlines))


def _closed(text: str, start: int, end: int) -> int:
    """Behind the bracket that closes one opened before `start`; 0 where there is none."""
    depth = 1
    for found in _BRACKET.finditer(text, start, end):
        depth += 1 if found[0] == "〔" else -1
        if not depth:
            return found.end()
    return 0
