"""The sections of a Word file as its paragraphs meet them: how wide the type area is, whether a grid holds lines."""

from collections.abc import Callable, Sequence

from reportgen.finished.docx.tables import Piece
from reportgen.word.package import Element, W

_TWIP = 20.0
Measures = tuple[float | None, float | None]
_MOST = 31_680
"""Twips: the widest page that Word can make."""


Pieces = Callable[[Element], Sequence[Piece]]
"""Gives the cells of a table."""


def line_pitches(body: Element, pieces: Pieces) -> dict[Element, Measures]:
    """For each paragraph the width of the type area and the pitch of its grid, in pt; None where there is none.

    A paragraph of a table of one column has the width of the table, that of a real table has none.
    """
    found: dict[Element, Measures] = {}
    waiting: list[tuple[Element, float | None]] = []
    for node in body:
        waiting += _held(node, pieces)
        section = node if node.tag == W + "sectPr" else node.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            width, pitch = _width(section), _pitch(section)
            found |= {each: (own or width, pitch) for each, own in waiting}
            waiting = []
    return found | {each: (own, None) for each, own in waiting}


def _held(node: Element, pieces: Pieces) -> list[tuple[Element, float | None]]:
    """Paragraphs of a child of the body, with their own width where they have one."""
    if node.tag == W + "p":
        return [(node, None)]
    if node.tag != W + "tbl":
        return [(each, None) for each in node.iter(W + "p")]
    columns = [_twips(column.get(W + "w")) for column in node.iterfind(f"{W}tblGrid/{W}gridCol")]
    if any(piece.column for piece in pieces(node)) or not sum(columns):
        return []
    return [(each, sum(columns) / _TWIP) for each in node.iter(W + "p")]


def _width(section: Element) -> float | None:
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    if size is None or margins is None:
        return None
    sides = sum(_twips(margins.get(W + name)) for name in ("left", "right", "gutter"))
    return max(_twips(size.get(W + "w")) - sides, 0) / _TWIP or None


def _pitch(section: Element) -> float | None:
    grid = section.find(W + "docGrid")
    held = grid is not None and grid.get(W + "type") in ("lines", "linesAndChars", "snapToChars")
    return (_twips(grid.get(W + "linePitch")) / _TWIP or None) if grid is not None and held else None


def _twips(text: str | None) -> int:
    digits = (text or "").removeprefix("-")
    return min(int(digits), _MOST) if digits.isdecimal() else 0
