"""From a place in a content file to the printed words that were made of it, with what stands around them."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from reportgen.model.document import Document, Heading, Number, Paragraph, Text
from reportgen.model.inline import Inline, Note, plain_text
from reportgen.pdf.locating import Sought
from reportgen.place import Place
from reportgen.record import Struct
from reportgen.render.plain import PrintedLine
from reportgen.verify.comparison import squeeze


class _Piece(Struct, frozen=True):
    """An inline, and where it stands in the printed text of its line."""

    inline: Inline
    start: int


class _Row(Struct, frozen=True):
    """A printed line with its pieces; `turn` lines of the same words come before it on its page."""

    text: str
    pieces: tuple[_Piece, ...]
    page: int = 0
    turn: int = 0

    def sought(self, start: int, end: int) -> Sought:
        """Some characters of it."""
        parts = (squeeze(part) for part in (self.text[start:end], self.text[:start], self.text[end:]))
        words, before, behind = parts
        return Sought(words, before, behind, self.page, self.turn)


class Printed:
    """Finds what a document has printed of a place; `pages` are those of its lines."""

    def __init__(self, document: Document, lines: list[PrintedLine], pages: list[int]) -> None:
        self._by_line: dict[tuple[str, int], list[tuple[_Row, _Piece]]] = defaultdict(list)
        self._by_fact: dict[tuple[str, int, int], tuple[_Row, _Piece]] = {}
        self._blocks: dict[tuple[str, int], _Row] = {}
        self._headings: dict[str, _Row] = {}
        counts: Counter[tuple[int, str]] = Counter()
        for line, page in zip(lines, pages, strict=False):
            key = page, squeeze(line.text)
            self._add(line, _Row(line.text, tuple(_pieces(line)), page, counts[key]))
            counts[key] += 1
        for inlines in document.lines.values():
            row = _Row(plain_text(inlines).replace("\n", ""), tuple(_placed(inlines, 0)))
            self._know(row)

    def _add(self, line: PrintedLine, row: _Row) -> None:
        self._know(row)
        if isinstance(line.block, Heading):
            self._headings.setdefault(line.block.section, row)
        origin = line.cell.origin if line.cell else line.block.origin if line.block else None
        if origin and origin.line:
            self._blocks.setdefault((origin.file, origin.line), row)

    def _know(self, row: _Row) -> None:
        for piece in row.pieces:
            origin = piece.inline.origin
            for line in range(origin.line, origin.last + 1) if origin.line else ():
                self._by_line[origin.file, line].append((row, piece))
            if isinstance(piece.inline, Number):
                fact = piece.inline.fact.place
                self._by_fact.setdefault((fact.file, fact.line, fact.column), (row, piece))

    def words(self, place: Place) -> Sought | None:
        """The words that print what stands at a place; None when nothing does."""
        if found := self._by_fact.get((place.file, place.line, place.column)):
            row, piece = found
            return row.sought(piece.start, piece.start + len(piece.inline.text))
        touched = [each for each in self._by_line[place.file, place.line] if _touches(each[1].inline, place)]
        if touched:
            row = touched[0][0]
            spans = [_span(piece, place) for other, piece in touched if other is row]
            return row.sought(min(start for start, _end in spans), max(end for _start, end in spans))
        block = self._blocks.get((place.file, place.line))
        return block.sought(0, len(block.text)) if block else None

    def heading(self, section: str) -> Sought | None:
        """The heading of a section, where what is missing there can be told."""
        row = self._headings.get(section)
        return row.sought(0, len(row.text)) if row and section else None


def _pieces(line: PrintedLine) -> Iterator[_Piece]:
    if line.cell:
        yield from _placed(tuple(inline for paragraph in line.cell.paragraphs for inline in paragraph), 0)
    elif isinstance(line.block, Heading | Paragraph):
        note = next((each for each in line.block.inlines if isinstance(each, Note) and line.aside), None)
        if line.aside and note:
            notes = (each for each in line.block.inlines if isinstance(each, Note))
            note = next((each for each in notes if line.text == each.mark + plain_text(each.inlines)), note)
            yield from _placed(note.inlines, len(note.mark))
        else:
            yield from _placed(line.block.inlines, len(line.block.label))


def _placed(inlines: tuple[Inline, ...], start: int) -> Iterator[_Piece]:
    """Forced breaks are no part of a printed line; the mark of a note is."""
    for inline in inlines:
        yield _Piece(inline, start)
        start += len(inline.mark if isinstance(inline, Note) else inline.text.replace("\n", ""))


def _touches(inline: Inline, place: Place) -> bool:
    origin = inline.origin
    if not isinstance(inline, Text) or origin.last > origin.line or origin.line != place.line:
        length = max(1, origin.length)
        return origin.last > origin.line or (
            origin.column < place.column + max(1, place.length) and place.column < origin.column + length
        )
    return origin.column < place.column + max(1, place.length) and place.column < origin.column + len(inline.text)


def _span(piece: _Piece, place: Place) -> tuple[int, int]:
    """The characters of a piece that a place means: all of it where it was not printed as it was typed."""
    inline, start = piece.inline, piece.start
    end = start + len(inline.text)
    as_typed = isinstance(inline, Text) and inline.origin.length == len(inline.text)
    if not as_typed or inline.origin.last > inline.origin.line or place.last > place.line:
        return start, end
    first = start + max(0, place.column - inline.origin.column)
    last = first + max(1, place.length) - max(0, inline.origin.column - place.column)
    return min(first, end - 1), max(first + 1, min(last, end))
