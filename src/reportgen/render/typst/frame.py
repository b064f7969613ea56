"""Lines and tables of the frame → JSON, their slots filled."""

from collections.abc import Iterator
from itertools import groupby

from reportgen.model.conditions import shown_items
from reportgen.model.document import Document
from reportgen.model.frame import (
    Box,
    Counter,
    Float,
    FrameBlocks,
    FrameCell,
    FrameItem,
    FrameLine,
    FrameRow,
    FrameTable,
    Picture,
    Piece,
    Slot,
)
from reportgen.model.look import Looks, Style
from reportgen.record import replace
from reportgen.render.letterhead import fitted
from reportgen.render.segments import Segment, rows_of
from reportgen.render.typst.marks import WORD, with_signs
from reportgen.render.typst.pictures import Pictures
from reportgen.render.typst.rich import signed
from reportgen.render.typst.styles import LONGEST_STRING, Json, Styles, rule_json

_SIDES = ("top", "right", "bottom", "left")


class FrameJson:
    """Fills lines and tables of a frame."""

    def __init__(self, document: Document, looks: Looks, styles: Styles, pictures: Pictures) -> None:
        self.document, self.looks, self.styles, self.pictures = document, looks, styles, pictures
        self.room = looks.page.width - looks.page.left - looks.page.right

    def items(self, items: tuple[FrameItem, ...]) -> list[Json]:
        """Lines and tables, those of conditions that hold."""
        return list(self._items(items))

    def line(self, line: FrameLine) -> Json:
        """A paragraph, with what hangs on it."""
        style = fitted(line, self.document, self.looks.page)
        rows = rows_of(replace(line, style=style), self.document, self.looks.tab_width)
        made = [[self._segment(segment, style) for segment in row] for row in rows]
        return {
            "kind": "line",
            "place": str(line.origin),
            "style": self.styles.use(style),
            "rows": [[segment for segment in row if segment["pieces"] or segment["room"]] for row in made],
            "floats": [self.hung(each) for each in line.floats],
            "turns": line.ends_page,
            "fits": False,
            "long": any(WORD in words for row in made for segment in row for words in _words_of(segment)),
        }

    def hung(self, each: Float) -> Json:
        """A picture or a box that stands where it was put."""
        return {
            "content": self.picture(each.content) if isinstance(each.content, Picture) else self._box(each.content),
            "left": 0.0 if each.align else each.left,
            "top": each.top,
            "from-line": each.from_line,
            "align": each.align and each.align.value,
        }

    def table(self, table: FrameTable) -> Json:
        """A table: of one column as rooms below each other, of several as cells."""
        rows = [item for item in shown_items(table.items, self.document.shows) if isinstance(item, FrameRow)]
        is_plain = len(table.widths) == 1 and not any(any(cell.rules) for row in rows for cell in row.cells)
        place = next((str(line.origin) for line in rows[0].items if isinstance(line, FrameLine)), "") if rows else ""
        shared: Json = {"place": place, "width": table.width, "margins": table.margins, "foot": table.at_foot}
        if is_plain:
            return shared | {
                "kind": "rooms",
                "above": rule_json(table.above),
                "between": rule_json(table.between),
                "below": rule_json(table.below),
                "rows": [{"height": row.height, "least": row.least, "items": self.items(row.items)} for row in rows],
            }
        return shared | {
            "kind": "cells",
            "widths": table.widths,
            "align": table.align.value,
            "indent": table.indent,
            "cells": list(self._cells(rows)),
        }

    def _cells(self, rows: list[FrameRow]) -> Iterator[Json]:
        """Each in the first place of its row that no cell covers yet."""
        covered: set[tuple[int, int]] = set()
        for y, row in enumerate(rows):
            x = 0
            for cell in row.cells:
                while (x, y) in covered:
                    x += 1
                covered |= {(x + across, y + down) for across in range(cell.columns) for down in range(cell.rows)}
                yield self._cell(cell, x, y, (row.height or 0.0) if cell.rows == 1 else 0.0)

    def _cell(self, cell: FrameCell, x: int, y: int, least: float) -> Json:
        return {
            "x": x,
            "y": y,
            "columns": cell.columns,
            "rows": cell.rows,
            "rules": {side: rule_json(rule) for side, rule in zip(_SIDES, cell.rules, strict=True)},
            "upright": cell.upright,
            "fill": cell.fill,
            "least": least,
            "items": self.items(cell.items),
        }

    def _segment(self, segment: Segment, style: Style) -> Json:
        pieces = [self._piece(piece, own, style) for own, piece in segment.pieces]
        return {"room": segment.room, "align": segment.align.value, "pieces": list(self._joined(pieces, style))}

    def _piece(self, piece: Piece, own: Style, style: Style) -> Json | str:
        made = self._content(piece)
        if own == style:
            return made
        words: Json = {"kind": "words", "words": self._marked(made, own)} if isinstance(made, str) else made
        return words | {"style": self.styles.use(own)}

    def _content(self, piece: Piece) -> Json | str:
        match piece:
            case Slot():
                return "".join(map(signed, self.document.lines.get(piece.name, ())))
            case str():
                return piece
            case Counter():
                return {"kind": piece.value}
            case Picture():
                return self.picture(piece)
            case Box():
                return self._box(piece)

    def _joined(self, pieces: list[Json | str], style: Style) -> Iterator[Json | str]:
        """Words beside words made one: a bracket that is a run by itself would lose its blank half."""
        for is_words, group in groupby(pieces, key=lambda piece: isinstance(piece, str)):
            if is_words:
                words = self._marked("".join(piece for piece in group if isinstance(piece, str)), style)
                yield from [words] if words else []
            else:
                yield from group

    def _marked(self, text: str, style: Style) -> str:
        return with_signs(text, style.size, self.room - style.left - style.right)

    def picture(self, picture: Picture) -> Json:
        """A picture in its size, kept as a file."""
        return {
            "kind": "picture",
            "file": self.pictures.keep(picture.content),
            "width": picture.width,
            "height": picture.height,
            "spoken": picture.spoken[:LONGEST_STRING],
        }

    def _box(self, box: Box) -> Json:
        return {
            "kind": "box",
            "items": [item | {"fits": box.fits} for item in self.items(box.items)],
            "width": box.width,
            "height": box.height,
            "margins": box.margins,
            "rule": rule_json(box.rule),
            "fill": box.fill,
            "fits": box.fits,
        }

    def _items(self, items: tuple[FrameItem, ...]) -> Iterator[Json]:
        for item in shown_items(items, self.document.shows):
            match item:
                case FrameLine():
                    yield self.line(item)
                case FrameTable():
                    yield self.table(item)
                case FrameRow() | FrameBlocks():
                    pass


def _words_of(segment: Json) -> Iterator[str]:
    for piece in segment["pieces"]:
        yield piece if isinstance(piece, str) else str(piece.get("words", ""))
