"""Tracked changes (修订) put into a Word file at offsets: insertions, deletions, paragraph marks and rows.

    file = Opened(Package("稿.docx", content))
    tracked = Tracked(file, Author("张三", "2025-03-05T09:00:00Z"))
    paragraph = next(file.body.iter(W + "p"))
    tracked.replace(paragraph, 3, 6, "112.40")    # one deletion, one insertion; no number is cut by itself
    tracked.insert(paragraph, 0, "其中：")
    tracked.delete_paragraph(paragraph)
    content = file.finished().content

Offsets are those of `reportgen.word.characters.text_of(paragraph)` at the time of the call; later changes of a
paragraph are best made from its end to its beginning. What takes no room (references to notes, pictures, bookmarks,
the codes of fields) stays where it is, unless a whole paragraph goes or a field with all that it shows. Changes and
comments of others stay with their author and date: what was inserted by another and is deleted now is both.

Accepted and refused text is read by `reportgen.word.accepted`, comments are put in by `reportgen.word.comments`.
"""

from collections.abc import Iterable, Iterator, Sequence

from reportgen.record import Struct
from reportgen.word.changes import Author as Author  # noqa: PLC0414 - whoever tracks names one
from reportgen.word.changes import (
    end_before,
    follower_of,
    letters_like,
    mark_end,
    mark_row,
    set_like,
    words_run,
)
from reportgen.word.characters import Field, Piece, cut_at, parted, pieces_between, pieces_of, runs_of
from reportgen.word.opened import Opened
from reportgen.word.package import Element, W
from reportgen.word.spots import insertion_spot

_GOES = frozenset(
    W + name
    for name in ("t", "tab", "ptab", "cr", "noBreakHyphen", "softHyphen", "sym", "lastRenderedPageBreak", "delText")
)
_DELETED = {W + "t": W + "delText", W + "instrText": W + "delInstrText"}


class Tracked(Struct):
    """Changes the text of an open file in the name of an author."""

    file: Opened
    author: Author

    def insert(self, paragraph: Element, offset: int, words: str, like: Element | None = None) -> None:
        """Put words before the character at `offset`; tabs and line breaks become those of Word.

        They look as the character before them does, at the beginning as the one behind, or as the run `like`. At the
        edge of a link or a field they stand outside of it.
        """
        self._insert(paragraph, offset, words, cut_at(paragraph, (offset,), self.file.new_id), like)

    def _insert(
        self, paragraph: Element, offset: int, words: str, pieces: Sequence[Piece], like: Element | None
    ) -> None:
        spot = insertion_spot(paragraph, offset, self.file.new_id, pieces)
        looks = like if like is not None else spot.like
        made = self._change("ins")
        made.append(words_run(made, words, letters_like(looks, paragraph)))
        spot.put(made)

    def delete(self, paragraph: Element, start: int, stop: int) -> None:
        """Mark the characters from `start` to `stop` as deleted."""
        pieces = cut_at(paragraph, (start, stop), self.file.new_id)
        self._delete(paragraph, pieces_between(paragraph, start, stop, pieces))

    def _delete(self, paragraph: Element, pieces: Sequence[Piece]) -> None:
        runs = dict.fromkeys(piece.run for piece in pieces)
        gone = [part for run in runs for part in parted(run, _is_text, self.file.new_id)]
        of_fields = _of_fields(paragraph, pieces) if any(piece.fields for piece in pieces) else ()
        self._delete_runs([*gone, *of_fields])

    def replace(self, paragraph: Element, start: int, stop: int, words: str) -> None:
        """Mark the characters from `start` to `stop` as deleted and put words behind them, which look as they did."""
        pieces = cut_at(paragraph, (start, stop), self.file.new_id)
        gone = pieces_between(paragraph, start, stop, pieces)
        self._insert(paragraph, stop, words, pieces, gone[0].run if gone else None)
        self._delete(paragraph, gone)

    def insert_paragraph(self, beside: Element, words: str, behind: bool = False) -> Element:
        """A new paragraph before another one, or behind it, that is set like it."""
        made = set_like(beside)
        change = self._change("ins")
        change.append(words_run(made, words, letters_like(next(runs_of(beside), None), beside)))
        made.append(change)
        (beside.addnext if behind else beside.addprevious)(made)
        self.insert_mark(made if follower_of(made) is not None else beside)
        return made

    def split(self, paragraph: Element, offset: int) -> Element:
        """Let a paragraph end before the character at `offset`; what stood before becomes the paragraph given."""
        pieces = cut_at(paragraph, (offset,), self.file.new_id)
        spot = insertion_spot(paragraph, offset, self.file.new_id, pieces)
        spot.climb(paragraph, self.file.new_id)
        made = set_like(paragraph)
        for node in spot.before(paragraph):
            made.append(node)
        paragraph.addprevious(made)
        self.insert_mark(made)
        return made

    def delete_paragraph(self, paragraph: Element) -> None:
        """Mark all that a paragraph holds as deleted, and its end.

        Before a table and at the end of a cell nothing takes up what it leaves, so the end before it goes instead.
        """
        self.delete_content(paragraph)
        ends = paragraph if follower_of(paragraph) is not None else end_before(paragraph)
        if ends is not None:
            self.delete_mark(ends)

    def delete_content(self, paragraph: Element) -> None:
        """Mark all that a paragraph holds as deleted, notes and pictures too; its end stays."""
        self._delete_runs(list(runs_of(paragraph)))

    def insert_mark(self, paragraph: Element) -> None:
        """Mark the end of a paragraph as inserted: refused, it is one with the next again."""
        self._mark(paragraph, "ins")

    def delete_mark(self, paragraph: Element) -> None:
        """Mark the end of a paragraph as deleted: accepted, it is one with the next, which says how they are set."""
        self._mark(paragraph, "del")

    def insert_row(self, row: Element) -> None:
        """Mark a row that stands in its table already as inserted, with its words."""
        mark_row(row, self._change("ins"))
        for paragraph in row.iter(W + "p"):
            for run in list(runs_of(paragraph)):
                if run.getparent().tag != W + "ins":
                    self._wrap([run], "ins")

    def delete_row(self, row: Element) -> None:
        """Mark a row as deleted, with its words."""
        mark_row(row, self._change("del"))
        for paragraph in row.iter(W + "p"):
            self.delete_content(paragraph)

    def _change(self, name: str) -> Element:
        attributes = {W + "id": self.file.new_id(), W + "author": self.author.name, W + "date": self.author.date}
        return self.file.body.makeelement(W + name, attributes, self.file.body.nsmap)

    def _mark(self, paragraph: Element, name: str) -> None:
        mark_end(paragraph, self._change(name))

    def _delete_runs(self, runs: list[Element]) -> None:
        """Mark runs as deleted; what this author has inserted at the same time just goes."""
        for run in runs:
            around = run.getparent()
            if around.tag == W + "ins" and self._is_own(around):
                around.remove(run)
                if not len(around):
                    around.getparent().remove(around)
                continue
            for node in run.iter(*_DELETED):
                node.tag = _DELETED[node.tag]
            self._wrap([run], "del")

    def _is_own(self, change: Element) -> bool:
        return (change.get(W + "author"), change.get(W + "date")) == (self.author.name, self.author.date)

    def _wrap(self, runs: Iterable[Element], name: str) -> None:
        for run in runs:
            before = run.getprevious()
            if before is not None and before.tag == W + name and self._is_own(before):
                before.append(run)
                continue
            change = self._change(name)
            run.addprevious(change)
            change.append(run)


def _is_text(node: Element) -> bool:
    return node.tag in _GOES or (node.tag == W + "br" and node.get(W + "type") not in ("page", "column"))


def _of_fields(paragraph: Element, pieces: Iterable[Piece]) -> Iterator[Element]:
    """The other runs of the fields of which all that they show goes."""
    gone = {piece.node for piece in pieces}
    shown: dict[int, tuple[Field, list[Piece]]] = {}
    for piece in pieces_of(paragraph):
        for field in piece.fields:
            shown.setdefault(id(field.begin), (field, []))[1].append(piece)
    runs, said = list(runs_of(paragraph)), {piece.run for piece in pieces_of(paragraph)}
    for field, own in shown.values():
        if field.end is not None and all(piece.node in gone for piece in own):
            span = runs[runs.index(field.begin) : runs.index(field.end) + 1]
            yield from (run for run in span if run not in said)
