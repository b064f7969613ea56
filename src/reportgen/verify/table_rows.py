"""The rows that an artifact has to say, with what a page says beside them: repeated heads, words of merged cells."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from reportgen.model.table import Cell
from reportgen.record import Struct
from reportgen.verify.comparison import squeeze
from reportgen.verify.lines import Line


class Row(Struct, frozen=True):
    """Lines that stand side by side: the cells of a row, or one paragraph. `head` is what pages repeat above it."""

    cells: tuple[str, ...]
    head: str = ""
    beside: tuple[tuple[str, bool], ...] = ()
    """Where merged cells reach down into it: the words of all cells from the left, and whether they are its own."""

    @property
    def text(self) -> str:
        """Its own words."""
        return "".join(self.cells)

    def again(self, stream: str, at: int) -> int:
        """Where the row ends, if it stands there with words of merged cells said again; 0 if it does not.

        They are said where they have room, so that each may be missing.
        """
        start = at
        for index, (words, own) in enumerate(self.beside):
            if stream.startswith(words, at) and (own or not self._own_follows(stream, at, index)):
                at += len(words)
            elif own:
                return 0
        return at if self.beside and at > start else 0

    def _own_follows(self, stream: str, at: int, index: int) -> bool:
        """Whether the next words are those of the row's own cell, which begins like the merged one beside it."""
        following = next((words for words, own in self.beside[index:] if own), "")
        words = self.beside[index][0]
        return following.startswith(words) and not stream.startswith(following, at + len(words))


def rows_of(lines: Iterable[Line]) -> Iterator[Row]:
    """The rows of tables, and paragraphs as rows of one cell."""
    heads: dict[int, str] = {}
    merged: dict[int, list[Cell]] = {}
    for key, group in groupby(lines, key=lambda line: (id(line.table), line.cell.row if line.cell else -1)):
        same = list(group)
        table, cell = same[0].table, same[0].cell
        if table is None or cell is None:
            yield from (Row((squeeze(line.text),)) for line in same)
            continue
        cells = tuple(squeeze(line.text) for line in same)
        if cell.row < table.head_rows:
            heads[key[0]] = heads.get(key[0], "") + "".join(cells)
            yield Row(cells)
        else:
            reaching = [other for other in merged.get(key[0], ()) if other.row + other.rows > cell.row]
            merged[key[0]] = [*reaching, *(line.cell for line in same if line.cell and line.cell.rows > 1)]
            yield Row(cells, heads.get(key[0], ""), _beside(same, reaching))


def _beside(own: list[Line], reaching: list[Cell]) -> tuple[tuple[str, bool], ...]:
    """The words of a row's own cells and of those that reach down into it, from the left."""
    if not reaching:
        return ()
    placed = [(line.cell.column, squeeze(line.text), True) for line in own if line.cell]
    placed += [(cell.column, squeeze(cell.text), False) for cell in reaching]
    return tuple((words, is_own) for _column, words, is_own in sorted(placed))
