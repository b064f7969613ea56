"""The printed lines of a document, each with what it was made of: inlines with places, a name in the trace."""

from collections.abc import Iterable, Iterator

from reportgen.model.document import Document, Heading, Inline, Paragraph, plain_text
from reportgen.model.inline import Note, Text, footnotes
from reportgen.model.table import Cell, Table
from reportgen.pipeline.build import Built, Laid
from reportgen.pipeline.checked import Checked
from reportgen.place import Place
from reportgen.record import Struct
from reportgen.render.plain import PrintedLine
from reportgen.review.trace import Line, Traced, traced
from reportgen.source.reader import Source
from reportgen.verify.drawn import Wanted

Piece = tuple[Inline | None, str]
"""An inline with the words that it prints; None for what was not typed: a computed number, words of the template."""


class Strip(Struct, frozen=True, eq=False):
    """A printed line. `document` counts the documents of the file from 0, `page` is where it begins (0: not known)."""

    pieces: tuple[Piece, ...]
    document: int = 0
    page: int = 0
    traced: Line | None = None
    cell: Cell | None = None
    table: Table | None = None
    ahead: int = 0
    """How many characters of the template stand before the words of the traced line."""

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(words for _inline, words in self.pieces)

    @property
    def wanted(self) -> Wanted:
        """What is to be found on the pages."""
        return Wanted(self.text, self.page)

    def offsets(self) -> list[int]:
        """For each character where it stands in the words of the traced line; -1 for the marks of notes, and for words
        of the template around it.
        """
        at, end = -self.ahead, len(self.traced.text if self.traced else self.text)
        found: list[int] = []
        for inline, words in self.pieces:
            counts = not isinstance(inline, Note)
            found += range(at, at + len(words)) if counts else [-1] * len(words)
            at += len(words) if counts else 0
        return [each if 0 <= each < end else -1 for each in found]


def strips_of(
    document: Document, printed: Iterable[PrintedLine], pages: Iterable[int], names: list[Traced], number: int
) -> Iterator[Strip]:
    """The printed lines of a document; `pages` are those on which they begin, `names` are those of its traced lines,
    `number` is that of the document.
    """
    named = _Names(names)
    for line, page in zip(printed, pages, strict=True):
        slot = "" if line.block else _slot(document, line.text)
        pieces = tuple(_pieces(document, line, slot))
        table = line.block if isinstance(line.block, Table) else None
        ahead = len(pieces[0][1]) if slot else 0
        yield Strip(pieces, number, page, named.of(line, slot), line.cell, table, ahead)


def laid_strips(laid: Laid, source: Source, number: int = 0) -> Iterator[Strip]:
    """The printed lines of a document as its pages have it."""
    names = traced(laid.document, source.root, source.file)
    return strips_of(laid.document, laid.lines, laid.pages, names, number)


def built_strips(built: Built) -> list[Strip]:
    """The printed lines of all documents of a built file."""
    source = built.checked.source
    return [strip for number, each in enumerate(built.laid) for strip in laid_strips(each, source, number)]


def finished_strips(checked: Checked) -> Iterator[Strip]:
    """The lines of a document that somebody else finished, which have no names."""
    page_of = dict(_pages(checked))
    file = checked.source.file
    for number, text in enumerate(checked.source.lines, start=1):
        whole = Text(text, Place(file, number, 1, len(text)))
        yield Strip(((whole, text),), page=page_of.get(number, 0), traced=Line("", text))


def _pages(checked: Checked) -> Iterator[tuple[int, int]]:
    for scene in checked.scenes:
        places = (inline.origin for inline in scene.document.inlines())
        yield from ((place.line, place.spot.page) for place in places if place.spot.page)


class _Names:
    """The traced line of each printed one."""

    def __init__(self, traced: list[Traced]) -> None:
        self._slots = {each.slot: each.line for each in traced if each.slot}
        self._blocks = {id(each.block): each.line for each in traced if each.block and not each.cell}
        self._cells = {(id(each.block), each.cell.row, each.cell.column): each for each in traced if each.cell}

    def of(self, line: PrintedLine, slot: str) -> Line | None:
        """None for what has no name: words of the template, captions of tables, headers, what notes say."""
        if line.block is None or line.aside:
            return self._slots.get(slot)
        if line.cell is None:
            return self._blocks.get(id(line.block))
        first = line.part.first_row if line.part else 0
        found = self._cells.get((id(line.block), first + line.cell.row, line.cell.column))
        return found.line if found else None


def _slot(document: Document, words: str) -> str:
    """The slot of the template whose words stand in a line of the frame: the title, and not the unit that it names."""
    filled = ((name, plain_text(inlines).replace("\n", "")) for name, inlines in document.lines.items())
    held = ((len(text), name) for name, text in filled if text and text in words)
    return max(held, default=(0, ""))[1]


def _pieces(document: Document, line: PrintedLine, slot: str) -> Iterator[Piece]:
    match line.block:
        case None if slot:
            inlines = document.lines[slot]
            lead, _middle, tail = line.text.partition(plain_text(inlines).replace("\n", ""))
            yield from ((None, lead), *map(_piece, inlines), (None, tail))
        case Heading() | Paragraph() as block if not line.aside:
            yield None, block.label
            yield from map(_piece, block.inlines)
        case Heading() | Paragraph() as block:
            notes = (note for note in footnotes(block.inlines) if note.mark + plain_text(note.inlines) == line.text)
            for note in notes:
                yield from ((note, note.mark), *map(_piece, note.inlines))
                return
        case Table() if line.cell:
            paragraphs = iter(line.cell.paragraphs)
            yield from ((inline, _words(inline)) for inline in next(paragraphs, ()))
            for paragraph in paragraphs:
                yield from ((None, "\n"), *((inline, _words(inline)) for inline in paragraph))
        case _:
            yield None, line.text


def _piece(inline: Inline) -> Piece:
    return inline, _words(inline).replace("\n", "")


def _words(inline: Inline) -> str:
    """Of a cell with its line feeds, as its traced line has them."""
    return inline.mark if isinstance(inline, Note) else inline.text
