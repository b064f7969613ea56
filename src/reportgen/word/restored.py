"""What an older version of a Word file had, put into the newer one as changes: refused, they give the older one.

The words of the newer file stand already, so those that are new are marked where they stand, and those that are gone
are put in as deleted. Changes of others stay theirs: what another has inserted is not marked again, and what he has
deleted is not put in a second time.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy

from reportgen.word.change_names import PUT_IN, TAKEN_OUT
from reportgen.word.changes import set_like, words_run
from reportgen.word.characters import SYMBOL, cut, pieces_between, pieces_of, runs_of
from reportgen.word.package import Element, W
from reportgen.word.spots import insertion_spot
from reportgen.word.tracked import Tracked

_OWN_OF_FILE = frozenset(
    W + name for name in ("numPr", "sectPr", "pPrChange", "rPrChange", *PUT_IN, *TAKEN_OUT, "rStyle")
)
"""Properties that mean something in their own file alone, or speak of changes."""
_DELETED = W + "del"
Put = Callable[[Element], None]
"""Puts an element in its place."""


class Restoring(Tracked):
    """Marks what is new in an open file, and puts in what is gone."""

    def come(self, paragraph: Element, start: int, stop: int) -> None:
        """Mark the characters from `start` to `stop`, which stand there already, as inserted."""
        for offset in (start, stop):
            cut(paragraph, offset, self.file.new_id)
        self._mark_inserted(dict.fromkeys(piece.run for piece in pieces_between(paragraph, start, stop)))

    def come_run(self, run: Element) -> None:
        """Mark a run that stands there already as inserted: a reference to a note."""
        self._mark_inserted([run])

    def come_whole(self, paragraph: Element) -> None:
        """Mark all that a paragraph holds as inserted, and its end."""
        self._come_all(paragraph)
        self.insert_mark(paragraph)

    def come_row(self, row: Element) -> None:
        """Mark a row that stands there already as inserted, with all its words."""
        self.insert_row(row)
        for paragraph in row.iter(W + "p"):
            self._come_all(paragraph)

    def gone(self, paragraph: Element, offset: int, words: str) -> None:
        """Put words before the character at `offset` as deleted; they look as what stands around them."""
        words = words.replace(SYMBOL, "")
        if not words or words in gone_at(paragraph, offset):
            return
        cut(paragraph, offset, self.file.new_id)
        spot = insertion_spot(paragraph, offset, self.file.new_id)
        spot.put(self._deleted(spot.paragraph, words, _letters(spot.like)))

    def replace_whole(self, paragraphs: Sequence[Element], lines: Sequence[str]) -> Element:
        """Mark all that paragraphs hold as inserted, others' deletions too, and put `lines` before them as deleted.

        The last line stands at the head of the first paragraph, whose end it had. Gives the first of all.
        """
        first, letters = paragraphs[0], _letters(next(runs_of(paragraphs[0]), None))
        for paragraph in paragraphs:
            self._come_all(paragraph)
        for paragraph in paragraphs[:-1]:
            self.insert_mark(paragraph)
        _put_at_head(first, self._deleted(first, lines[-1].replace(SYMBOL, ""), letters))
        made = [self._gone_line(first, words.replace(SYMBOL, ""), deepcopy(letters)) for words in lines[:-1]]
        return [*made, first][0]

    def _gone_line(self, beside: Element, words: str, letters: Element | None) -> Element:
        made = set_like(beside)
        made.append(self._deleted(made, words, letters))
        beside.addprevious(made)
        self.delete_mark(made)
        return made

    def gone_break(self, paragraph: Element, offset: int) -> Element:
        """Let a paragraph end before the character at `offset` by an end that is deleted; gives what stood before."""
        if offset:
            made = self.split(paragraph, offset)
            for mark in made.findall(f"{W}pPr/{W}rPr/{W}ins"):
                mark.getparent().remove(mark)
        else:
            made = set_like(paragraph)
            paragraph.addprevious(made)
        self.delete_mark(made)
        return made

    def gone_paragraph(self, old: Element, put: Put, words: str, known: frozenset[str]) -> Element:
        """Put a paragraph of the older file in as deleted, its style where the newer one has it (`known` are ids).

        Its own end is deleted, also where no paragraph follows: what stands before it keeps its looks.
        """
        made = self.file.body.makeelement(W + "p", {}, self.file.body.nsmap)
        properties = old.find(W + "pPr")
        if properties is not None:
            made.append(without_strange(deepcopy(properties), known))
        if words := words.replace(SYMBOL, ""):
            made.append(self._deleted(made, words, _letters(next(runs_of(old), None))))
        put(made)
        self.delete_mark(made)
        return made

    def gone_row(self, old: Element, put: Put, known: frozenset[str]) -> Element:
        """Put a row of the older file in as deleted."""
        made = bare(old, known)
        put(made)
        self.delete_row(made)
        return made

    def _come_all(self, paragraph: Element) -> None:
        """Mark all words as inserted, those too that others have deleted since."""
        self._mark_inserted(list(runs_of(paragraph)))
        for gone in [node for node in paragraph.iter(_DELETED) if node.getparent().tag != W + "rPr"]:
            if not any(around.tag == W + "ins" for around in gone.iterancestors()):
                self._wrap([gone], "ins")

    def _deleted(self, near: Element, words: str, letters: Element | None) -> Element:
        change = self._change("del")
        change.append(words_run(near, words, letters))
        for text in change.iter(W + "t"):
            text.tag = W + "delText"
        return change

    def _mark_inserted(self, runs: Iterable[Element]) -> None:
        for run in runs:
            if not any(around.tag == W + "ins" for around in run.iterancestors()):
                self._wrap([run], "ins")


def gone_at(paragraph: Element, offset: int) -> str:
    """The words that others have deleted before the character at `offset`."""
    pieces = pieces_of(paragraph)  # kept: lxml makes the same element anew where nobody holds it
    stops: dict[Element, int] = {}
    for piece in pieces:
        stops[piece.run] = piece.stop
    at, found = 0, ""
    for run in paragraph.iter(W + "r"):
        if run.getparent().tag == _DELETED:
            found += "".join(text.text or "" for text in run.iter(W + "delText")) if at == offset else ""
        else:
            at = stops.get(run, at)
    return found


def _put_at_head(paragraph: Element, node: Element) -> None:
    properties = paragraph.find(W + "pPr")
    paragraph.insert(0, node) if properties is None else properties.addnext(node)


def _letters(like: Element | None) -> Element | None:
    properties = like.find(W + "rPr") if like is not None else None
    return without_strange(deepcopy(properties), frozenset()) if properties is not None else None


def without_strange(properties: Element, known: frozenset[str]) -> Element:
    """Properties without what only their own file knows: numbers, sections, changes, styles that are not `known`."""
    for node in list(properties.iter(*_OWN_OF_FILE, W + "pStyle", W + "tblStyle")):
        named = node.tag in (W + "pStyle", W + "tblStyle", W + "rStyle")
        if not (named and node.get(W + "val") in known):
            node.getparent().remove(node)
    return properties


def bare(old: Element, known: frozenset[str]) -> Element:
    """A copy of a row or table of another file, with words alone: no pictures, links, notes, bookmarks."""
    made = deepcopy(old)
    for paragraph in list(made.iter(W + "p")):
        kept = [node for node in paragraph if node.tag == W + "pPr"]
        runs = [run for run in runs_of(paragraph) if any(node.tag in _WORDS for node in run)]
        for run in runs:
            for node in [node for node in run if node.tag not in (*_WORDS, W + "rPr")]:
                run.remove(node)
        for node in list(paragraph):
            paragraph.remove(node)
        paragraph.extend([*kept, *runs])
    for holder in list(_holders(made)):
        without_strange(holder, known)
    return made


_WORDS = (W + "t", W + "tab", W + "br", W + "noBreakHyphen")


def _holders(node: Element) -> Iterator[Element]:
    yield from node.iter(W + "pPr", W + "rPr", W + "tblPr", W + "trPr", W + "tcPr")
