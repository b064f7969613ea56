"""A Word table → a grid: spans, cells merged downwards, rows that were deleted left out."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.record import Struct, replace
from reportgen.word.change_names import PUT_IN
from reportgen.word.package import Element, W, is_on, value

_MOST_COLUMNS = 64
"""Word's own limit is 63."""


class Piece(Struct, frozen=True):
    """A cell as it stands in the file; `rows` grows with the cells that go on below it."""

    node: Element
    row: int
    column: int
    columns: int
    rows: int = 1


def pieces_of(table: Element) -> list[Piece]:
    """The cells of a table at their grid positions."""
    found: dict[tuple[int, int], Piece] = {}
    above: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(rows_of(table)):
        column = _skipped(row)
        for node in _cells_of(row):
            properties = node.find(W + "tcPr")
            columns = min(max(_whole(value(properties, "gridSpan"), 1), 1), _MOST_COLUMNS)
            merged = properties.find(W + "vMerge") if properties is not None else None
            start = above.get(column)
            if merged is not None and merged.get(W + "val", "continue") == "continue" and start in found:
                found[start] = replace(found[start], rows=number - found[start].row + 1)
            else:
                above[column] = (number, column)
                found[number, column] = Piece(node, number, column, columns)
            column += columns
    return _squeezed(list(found.values()))


_IMPRINT = re.compile(r"(?:主\s*送|抄\s*送)[：:]|.*(?:印\s*发|\d日)\s*$", re.DOTALL)
_MOST_ROWS = 4


def is_imprint(pieces: list[Piece]) -> bool:
    """Whether a table of one column is the imprint of a letter: 抄送：…, and who had it printed."""
    if not pieces or len(pieces) > _MOST_ROWS or any(piece.column or piece.columns > 1 for piece in pieces):
        return False
    words = ["".join(text.text or "" for text in piece.node.iter(W + "t")).strip() for piece in pieces]
    return all(_IMPRINT.match(text) for text in words if text) and any("送" in text or "印" in text for text in words)


_MOST_ORGANS = 12


def is_letterhead(pieces: list[Piece]) -> bool:
    """Whether a table holds the letterhead of several organs: their names, and 文件 in a cell of its own."""
    words = ["".join(text.text or "" for text in piece.node.iter(W + "t")).strip() for piece in pieces]
    return (1 < len(pieces) <= _MOST_ORGANS and "".join(words[-1].split()) == "文件") or _beside(words)


def _beside(words: list[str]) -> bool:
    """Whether 文件 stands in the middle of the right column, before the last names."""
    return 1 < len(words) <= _MOST_ORGANS and "".join(words[1].split()) == "文件"


def rows_of(table: Element) -> Iterator[Element]:
    """The rows that were not deleted; they may stand in content controls."""
    for node in _inside(table, "tr"):
        if node.find(f"{W}trPr/{W}del") is None:
            yield node


def head_rows(table: Element) -> int:
    """How many of its first rows are repeated on every page."""
    count = 0
    for row in rows_of(table):
        if not is_on(row.find(W + "trPr"), "tblHeader"):
            break
        count += 1
    return count


def _cells_of(row: Element) -> Iterator[Element]:
    yield from _inside(row, "tc")


WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", *PUT_IN))
"""What may stand around paragraphs, tables, rows and cells."""


def _inside(node: Element, name: str) -> Iterator[Element]:
    for child in node:
        if child.tag == W + name:
            yield child
        elif child.tag in WRAPPERS:
            yield from _inside(child, name)


def _skipped(row: Element) -> int:
    """Grid columns left free before the first cell."""
    return min(max(_whole(value(row.find(W + "trPr"), "gridBefore"), 0), 0), _MOST_COLUMNS)


def _squeezed(pieces: list[Piece]) -> list[Piece]:
    """Grid columns in which no cell begins are no columns to a reader."""
    begun = sorted({piece.column for piece in pieces})
    return [_placed(piece, begun) for piece in pieces]


def _placed(piece: Piece, begun: Sequence[int]) -> Piece:
    column, end = (bisect_left(begun, at) for at in (piece.column, piece.column + piece.columns))
    return Piece(piece.node, piece.row, column, max(end - column, 1), piece.rows)


def _whole(text: str | None, usual: int) -> int:
    return int(text) if text is not None and text.isdecimal() else usual
