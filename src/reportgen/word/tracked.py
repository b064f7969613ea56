"""Tracked changes (修订) put into a Word file at offsets: insertions, deletions, paragraph marks, rows and cells.

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

from collections.abc import Iterable, Iterator
from copy import deepcopy

from reportgen import patterns as re
from reportgen.record import Struct
from reportgen.word.characters import (
    Field,
    Piece,
    cut,
    parted,
    pieces_between,
    pieces_of,
    runs_of,
    set_text,
)
from reportgen.word.opened import Opened
from reportgen.word.package import Element, W
from reportgen.word.spots import insertion_spot

_SIGNS = re.compile("([\t\n])")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_GOES = frozenset(
    W + name
    for name in ("t", "tab", "ptab", "cr", "noBreakHyphen", "softHyphen", "sym", "lastRenderedPageBreak", "delText")
)
_DELETED = {W + "t": W + "delText", W + "instrText": W + "delInstrText"}
_MARKS = ("ins", "del", "moveFrom", "moveTo")
"""How changes stand at the head of the properties of a paragraph's end."""


class Author(Struct, frozen=True):
    """Who changes or remarks, and when: `date` is 2025-03-05T09:00:00Z. Without initials the name stands for them."""

    name: str
    date: str
    initials: str = ""


class Tracked(Struct):
    """Changes the text of an open file in the name of an author."""

    file: Opened
    author: Author

    def insert(self, paragraph: Element, offset: int, words: str, like: Element | None = None) -> None:
        """Put words before the character at `offset`; tabs and line breaks become those of Word.

        They look as the character before them does, at the beginning as the one behind, or as the run `like`. At the
        edge of a link or a field they stand outside of it.
        """
        cut(paragraph, offset, self.file.new_id)
        spot = insertion_spot(paragraph, offset, self.file.new_id)
        looks = like if like is not None else spot.like
        made = self._change("ins")
        made.append(words_run(made, words, _properties(looks, paragraph)))
        spot.put(made)

    def delete(self, paragraph: Element, start: int, stop: int) -> None:
        """Mark the characters from `start` to `stop` as deleted."""
        for offset in (start, stop):
            cut(paragraph, offset, self.file.new_id)
        pieces = pieces_between(paragraph, start, stop)
        runs = dict.fromkeys(piece.run for piece in pieces)
        gone = [part for run in runs for part in parted(run, _is_text, self.file.new_id)]
        self._delete_runs([*gone, *_of_fields(paragraph, pieces)])

    def replace(self, paragraph: Element, start: int, stop: int, words: str) -> None:
        """Mark the characters from `start` to `stop` as deleted and put words behind them, which look as they did."""
        cut(paragraph, start, self.file.new_id)
        first = next((piece.run for piece in pieces_of(paragraph) if piece.start == start), None)
        self.insert(paragraph, stop, words, first)
        self.delete(paragraph, start, stop)

    def insert_paragraph(self, beside: Element, words: str, behind: bool = False) -> Element:
        """A new paragraph before another one, or behind it, that is set like it."""
        made = self._set_like(beside)
        change = self._change("ins")
        change.append(words_run(made, words, _properties(next(runs_of(beside), None), beside)))
        made.append(change)
        (beside.addnext if behind else beside.addprevious)(made)
        self.insert_mark(made if _follower(made) is not None else beside)
        return made

    def split(self, paragraph: Element, offset: int) -> Element:
        """Let a paragraph end before the character at `offset`; what stood before becomes the paragraph given."""
        cut(paragraph, offset, self.file.new_id)
        spot = insertion_spot(paragraph, offset, self.file.new_id)
        spot.climb(paragraph, self.file.new_id)
        made = self._set_like(paragraph)
        for node in spot.before(paragraph):
            made.append(node)
        paragraph.addprevious(made)
        self.insert_mark(made)
        return made

    def _set_like(self, paragraph: Element) -> Element:
        """An empty paragraph with the properties of another but for the section that ends with it."""
        made = paragraph.makeelement(W + "p", {}, paragraph.nsmap)
        properties = paragraph.find(W + "pPr")
        if properties is not None:
            own = deepcopy(properties)
            for node in (*own.findall(W + "sectPr"), *own.findall(W + "pPrChange")):
                own.remove(node)
            for node in own.findall(f"{W}rPr/*"):
                if node.tag in [W + name for name in (*_MARKS, "rPrChange")]:
                    node.getparent().remove(node)
            made.append(own)
        return made

    def delete_paragraph(self, paragraph: Element) -> None:
        """Mark all that a paragraph holds as deleted, and its end.

        Before a table and at the end of a cell nothing takes up what it leaves, so the end before it goes instead.
        """
        self.delete_content(paragraph)
        ends = paragraph if _follower(paragraph) is not None else _end_before(paragraph)
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
        _marks(row, "trPr", self._change("ins"))
        for paragraph in row.iter(W + "p"):
            for run in list(runs_of(paragraph)):
                if run.getparent().tag != W + "ins":
                    self._wrap([run], "ins")

    def delete_row(self, row: Element) -> None:
        """Mark a row as deleted, with its words."""
        _marks(row, "trPr", self._change("del"))
        for paragraph in row.iter(W + "p"):
            self.delete_content(paragraph)

    def insert_cell(self, cell: Element) -> None:
        """Mark a cell that stands in its row already as inserted (`w:cellIns`, which not every program knows)."""
        _marks(cell, "tcPr", self._change("cellIns"))

    def delete_cell(self, cell: Element) -> None:
        """Mark a cell as deleted (`w:cellDel`, which not every program knows)."""
        _marks(cell, "tcPr", self._change("cellDel"))

    def _change(self, name: str) -> Element:
        attributes = {W + "id": self.file.new_id(), W + "author": self.author.name, W + "date": self.author.date}
        return self.file.body.makeelement(W + name, attributes, self.file.body.nsmap)

    def _mark(self, paragraph: Element, name: str) -> None:
        properties = _first(paragraph, "pPr")
        letters = properties.find(W + "rPr")
        if letters is None:
            letters = properties.makeelement(W + "rPr", {}, properties.nsmap)
            behind = properties.find(W + "sectPr"), properties.find(W + "pPrChange")
            follower = next((node for node in behind if node is not None), None)
            properties.append(letters) if follower is None else follower.addprevious(letters)
        if letters.find(W + name) is None:
            before = [node for node in letters if node.tag in [W + each for each in _MARKS[: _MARKS.index(name)]]]
            letters.insert(len(before), self._change(name))

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


def words_run(near: Element, words: str, properties: Element | None) -> Element:
    """A run for the part that `near` stands in; what XML has no room for is left out."""
    run = near.makeelement(W + "r", {}, near.nsmap)
    if properties is not None:
        run.append(properties)
    for piece in _SIGNS.split(_NO_XML.sub("", words)):
        if piece in ("\t", "\n"):
            run.append(run.makeelement(W + ("tab" if piece == "\t" else "br"), {}, near.nsmap))
        elif piece:
            text = run.makeelement(W + "t", {}, near.nsmap)
            set_text(text, piece)
            run.append(text)
    return run


def _properties(like: Element | None, paragraph: Element) -> Element | None:
    """The letters of a run, else those of the paragraph's end, without the changes that were made of them."""
    found = like.find(W + "rPr") if like is not None else paragraph.find(f"{W}pPr/{W}rPr")
    if found is None:
        return None
    copy = deepcopy(found)
    for node in list(copy):
        if node.tag in [W + name for name in (*_MARKS, "rPrChange")]:
            copy.remove(node)
    return copy if len(copy) else None


def _first(parent: Element, name: str) -> Element:
    """The properties of an element, made at its head where it has none."""
    found = parent.find(W + name)
    if found is None:
        found = parent.makeelement(W + name, {}, parent.nsmap)
        above = [node for node in parent if node.tag == W + "tblPrEx"]
        parent.insert(len(above), found)
    return found


def _follower(paragraph: Element) -> Element | None:
    """The paragraph that comes next; None before a table and at the end."""
    following = next((node for node in paragraph.itersiblings() if not _is_range(node)), None)
    return following if following is not None and following.tag == W + "p" else None


def _end_before(paragraph: Element) -> Element | None:
    """The nearest paragraph before it, with no table between, whose end is still to stay."""
    for node in paragraph.itersiblings(preceding=True):
        if node.tag == W + "p" and node.find(f"{W}pPr/{W}rPr/{W}del") is None:
            return node
        if node.tag != W + "p" and not _is_range(node):
            return None
    return None


def _is_range(node: Element) -> bool:
    """Whether it is the begin or end of something that reaches over paragraphs: a bookmark, a comment."""
    name = str(node.tag)
    return name.endswith(("Start", "End", "}proofErr"))


def _marks(parent: Element, name: str, change: Element) -> None:
    """A change among the properties of a row or cell: behind all but the changes of these properties."""
    properties = _first(parent, name)
    if properties.find(change.tag) is None:
        last = properties.find(f"{W}{name}Change")
        properties.append(change) if last is None else last.addprevious(change)
