"""What drafts are made of when they are held against each other: paragraphs, tables and drawings, in their order."""

from collections.abc import Sequence
from enum import Enum

from reportgen.record import Struct


class Sort(Enum):
    """What a member is, or a part of one; only members of one sort can be the same thing in two drafts.

    The value is what users read.
    """

    PARAGRAPH = "段"
    HEADING = "标题"
    TABLE = "表"
    ROW = "行"
    CELL = "格"
    NOTE = "脚注"
    DRAWING = "图"
    TURN = "换页"


class Square(Struct, frozen=True):
    """The words of a cell at its grid position (from 0) with its spans, its paragraphs on lines of their own."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1


class Member(Struct, frozen=True, eq=False):
    """A paragraph, a table or a drawing of a draft.

    `words` are all of it with the number before it; `bare` are those without. A table has its cells beside.
    """

    sort: Sort
    words: str
    bare: str = ""
    squares: tuple[Square, ...] = ()
    notes: tuple[str, ...] = ()
    """What its footnotes say."""
    name: str = ""
    """What a message calls it: the caption of a table."""
    section: str = ""
    """The headings above it, for messages."""

    @property
    def key(self) -> tuple[Sort, str]:
        """What is equal in two drafts where nothing was changed."""
        return self.sort, self.words

    @property
    def is_text(self) -> bool:
        """Whether it is words that may have been split from others, or joined to them."""
        return self.sort in (Sort.PARAGRAPH, Sort.HEADING)


def table_words(squares: Sequence[Square]) -> str:
    """All words of a table in reading order, by which it is known again."""
    return "\n".join(square.text for square in sorted(squares, key=lambda square: (square.row, square.column)))
