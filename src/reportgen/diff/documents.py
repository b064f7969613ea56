"""A neutral document → the members that it is compared by, each with the block that it comes from."""

from collections.abc import Iterable, Iterator

from reportgen.diff.breaks import BREAK
from reportgen.diff.members import Member, Sort, Square, table_words
from reportgen.model.document import (
    Block,
    Chart,
    Contents,
    Document,
    Heading,
    Illustration,
    Inline,
    Letterhead,
    PageTurn,
    Paragraph,
    Role,
    Table,
    Text,
    plain_text,
)
from reportgen.model.inline import footnotes
from reportgen.model.table import Cell
from reportgen.record import Struct, replace


class Piece(Struct, frozen=True, eq=False):
    """A block of a document in its slot, and what it is compared by."""

    member: Member
    slot: str
    block: Block

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """The words of a paragraph, its number before them."""
        label = self.block.label if isinstance(self.block, Heading | Paragraph) else ""
        return ((Text(label),) if label else ()) + self.block.inlines


class Side(Struct, frozen=True):
    """One of the two drafts, and what it is compared by."""

    document: Document
    pieces: tuple[Piece, ...]

    @property
    def members(self) -> tuple[Member, ...]:
        """What its blocks are compared by, in their order."""
        return tuple(piece.member for piece in self.pieces)


def side_of(document: Document, names: Iterable[str]) -> Side:
    """A draft of which the slots of these names are compared, in this order."""
    return Side(document, tuple(pieces_of(document, names)))


def pieces_of(document: Document, names: Iterable[str]) -> list[Piece]:
    """The blocks of the slots of these names, in this order; what stands above a table is a paragraph of its own."""
    pieces = []
    for name in names:
        for block in document.blocks.get(name, ()):
            pieces += [Piece(_named(member_of(each), name), name, each) for each in _apart(block)]
    return pieces


def _named(member: Member, slot: str) -> Member:
    """The member; what stands under no heading is called by its slot (落款)."""
    return member if member.section else replace(member, section=slot)


def _apart(block: Block) -> Iterator[Block]:
    """The block; of a table its caption and its unit before it."""
    if not isinstance(block, Table):
        yield block
        return
    for role, words in ((Role.CAPTION, block.caption), (Role.UNIT, block.unit)):
        if words:
            yield Paragraph(role, (Text(words),), section=block.section, origin=block.origin)
    yield replace(block, caption="", unit="", name=block.caption or block.name)


def member_of(block: Block) -> Member:
    """What a block is compared by."""
    match block:
        case Heading() | Paragraph():
            sort = Sort.HEADING if isinstance(block, Heading) else Sort.PARAGRAPH
            words, notes = words_of(block.inlines), tuple(words_of(note.inlines) for note in footnotes(block.inlines))
            return Member(sort, block.label + words, words, notes=notes, section=block.section)
        case Table():
            squares = tuple(square_of(cell) for cell in block.cells)
            words = table_words(squares)
            return Member(Sort.TABLE, words, words, squares, name=block.name, section=block.section)
        case Chart():
            words = "\n".join([block.spoken, *(" ".join(series.figures) for series in block.series)])
            return Member(Sort.DRAWING, words, words, name=block.spoken, section=block.section)
        case Illustration():
            words = "\n".join([block.name, *(file.text for file in block.files)])
            return Member(Sort.DRAWING, words, words, name=block.name, section=block.section)
        case Letterhead():
            words = "\n".join(block.lines)
            return Member(Sort.DRAWING, words, words, name=words)
        case PageTurn() | Contents():
            return Member(Sort.TURN, type(block).__name__)


def square_of(cell: Cell) -> Square:
    """What a cell is compared by."""
    text = "\n".join(words_of(paragraph) for paragraph in cell.paragraphs)
    return Square(cell.row, cell.column, text, cell.rows, cell.columns)


def words_of(inlines: tuple[Inline, ...]) -> str:
    """The words of some inlines, forced breaks as `BREAK`."""
    return plain_text(inlines).replace("\n", BREAK)
