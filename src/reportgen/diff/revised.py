"""Two Word files → the newer one with native revisions: accepting all gives the new words, refusing all the old ones.

The words are compared as those of any two drafts are; only what is found is put into the XML. Headers, footers,
pictures and how letters look are the newer file's and are not compared.
"""

from collections.abc import Sequence
from copy import deepcopy

from reportgen.diff.breaks import BREAK, END
from reportgen.diff.comparison import Difference, compare
from reportgen.diff.grids import GridChange
from reportgen.diff.members import Sort
from reportgen.diff.runs import Runs, is_changed, runs_of, text_of
from reportgen.diff.word_members import WordMember, paragraphs_of, style_names, word_members, words_now, words_of
from reportgen.diff.word_members import is_changed as is_changed_by_others
from reportgen.model.inline import Change
from reportgen.record import Struct
from reportgen.word.accepted import settle
from reportgen.word.opened import Opened
from reportgen.word.package import Element, Package, W
from reportgen.word.restored import Put, Restoring, bare
from reportgen.word.tracked import Author


def revised(old: Package, new: Package, author: Author) -> Package:
    """The newer file with what has changed as revisions of an author; the changes of others stay.

    Raises UsageProblem when one of them is no Word file.
    """
    file, before = Opened(new), Opened(old)
    names = style_names(new)
    olds, news = word_members(before), word_members(file)
    compared = compare([each.member for each in olds], [each.member for each in news])
    _Revising(Restoring(file, author), olds, news, frozenset(names)).all(compared.differences)
    return file.finished()


class _Revising(Struct):
    """Goes through the differences and marks each."""

    restoring: Restoring
    olds: list[WordMember]
    news: list[WordMember]
    known: frozenset[str]
    """The styles of the newer file."""

    def all(self, differences: Sequence[Difference]) -> None:
        """From the end to the beginning: what is put in before a member finds it where it was."""
        following: Element | None = None
        last = self.news[-1].node if self.news else None
        for difference in reversed(differences):
            olds = [self.olds[at] for at in difference.step.old]
            news = [self.news[at] for at in difference.step.new]
            if not news:
                put = _before(following) if following is not None else _behind(last, self.restoring.file.body)
                following = self._delete(olds[0], put)
                continue
            following = news[0].node
            if not difference.is_kept:
                following = self._change(difference, olds, news)

    def _delete(self, old: WordMember, put: Put) -> Element:
        if old.member.sort is Sort.TABLE:
            return self._delete_table(old, put)
        words = old.member.words.replace(BREAK, "\n")
        return self.restoring.gone_paragraph(old.node, put, words, self.known)

    def _delete_table(self, old: WordMember, put: Put) -> Element:
        """A table of the older file, and an end of a paragraph that keeps it apart from the next one."""
        made = bare(old.node, self.known)
        put(made)
        for row in made.iter(W + "tr"):
            self.restoring.delete_row(row)
        apart = made.makeelement(W + "p", {}, made.nsmap)
        made.addnext(apart)
        self.restoring.delete_mark(apart)
        return made

    def _change(self, difference: Difference, olds: list[WordMember], news: list[WordMember]) -> Element:
        """Mark a difference; gives the first element of what stands there now."""
        if difference.sort is Sort.TABLE:
            return self._change_table(difference.grid, olds, news[0])
        if not olds:
            self.restoring.come_whole(news[0].node)
            return news[0].node
        self._change_notes(difference, [note for each in news for note in each.notes])
        return self._change_words(difference.runs, [each.node for each in news])

    def _change_notes(self, difference: Difference, notes: list[tuple[Element, Element]]) -> None:
        """What footnotes say; the reference to a new one is inserted. One that is gone cannot be put in again."""
        for change in difference.notes:
            if change.new is None or not is_changed(change.runs):
                continue
            note, reference = notes[change.new]
            if all(run.change is Change.INSERTED for run in change.runs):
                self.restoring.come_run(reference)
            else:
                self._change_words(change.runs, _paragraphs_in(note))

    def _change_words(self, runs: Runs, paragraphs: list[Element]) -> Element:
        """The runs are those of the paragraphs, one behind the other; gives the first of all that these become.

        Where somebody has changed the same paragraph too, it is compared as it stands there now.
        """
        if any(map(is_changed_by_others, paragraphs)):
            return self._change_changed(text_of(runs, Change.INSERTED), paragraphs)
        return self._mark(runs, paragraphs)

    def _change_changed(self, old: str, paragraphs: list[Element]) -> Element:
        """Where marks of two people cannot be told apart, paragraphs are replaced as a whole: theirs stay in them."""
        runs = runs_of(old, END.join(map(words_now, paragraphs)))
        if self._gives_back(old, runs, paragraphs):
            return self._mark(runs, paragraphs)
        return self.restoring.replace_whole(paragraphs, old.replace(BREAK, "\n").split(END))

    def _gives_back(self, old: str, runs: Runs, paragraphs: list[Element]) -> bool:
        """Whether the old words are there when all is refused: tried on copies."""
        copies = [deepcopy(paragraph) for paragraph in paragraphs]
        held = paragraphs[0].makeelement(W + "body", {}, paragraphs[0].nsmap)
        held.extend(copies)
        self._mark(runs, copies)
        settle(held, accept=False)
        return END.join(words_of(paragraph) for paragraph in held.iterchildren(W + "p")) == old

    def _mark(self, runs: Runs, paragraphs: list[Element]) -> Element:
        for step in reversed(_steps(runs)):
            paragraph = paragraphs[step.paragraph]
            if step.change is Change.INSERTED:
                if step.words == END:
                    self.restoring.insert_mark(paragraph)
                else:
                    self.restoring.come(paragraph, step.offset, step.offset + len(step.words))
            elif step.words == END:
                paragraphs[step.paragraph] = self.restoring.gone_break(paragraph, step.offset)
            else:
                self.restoring.gone(paragraph, step.offset, step.words.replace(BREAK, "\n"))
        return paragraphs[0]

    def _change_table(self, change: GridChange | None, olds: list[WordMember], new: WordMember) -> Element:
        if change is None or change.replaced or not (olds[0].is_plain and new.is_plain):
            for row in new.rows:
                self.restoring.come_row(row)
            return self._delete_table(olds[0], _before(new.node)) if olds else new.node
        self._change_cells(change, new)
        following: Element | None = None
        deleted = _deleted_rows(new.node)
        for pair in reversed(change.rows):
            if pair.new is None and pair.old is not None and _words_of_row(olds[0].rows[pair.old]) not in deleted:
                put = _before(following) if following is not None else _behind(new.rows[-1], new.node)
                following = self.restoring.gone_row(olds[0].rows[pair.old], put, self.known)
            elif pair.new is not None:
                following = new.rows[pair.new]
                if pair.old is None:
                    self.restoring.come_row(following)
        return new.node

    def _change_cells(self, change: GridChange, new: WordMember) -> None:
        for piece in new.cells:
            runs = change.cells.get((piece.row, piece.column), ())
            if is_changed(runs):
                self._change_words(runs, _paragraphs_in(piece.node))


def _paragraphs_in(holder: Element) -> list[Element]:
    """The paragraphs of a cell or a note: one at least, which Word asks for and not every program writes."""
    if found := paragraphs_of(holder):
        return found
    made = holder.makeelement(W + "p", {}, holder.nsmap)
    holder.append(made)
    return [made]


def _deleted_rows(table: Element) -> set[str]:
    """The words of the rows that somebody has deleted with tracking on."""
    rows = [row for row in table.iter(W + "tr") if row.find(f"{W}trPr/{W}del") is not None]
    return set(map(_words_of_row, rows))


def _words_of_row(row: Element) -> str:
    return "\t".join(text.text or "" for text in row.iter(W + "t", W + "delText"))


class _Step(Struct, frozen=True):
    """Words, or the end of a paragraph, to be marked before the character at `offset` of a paragraph."""

    change: Change
    paragraph: int
    offset: int
    words: str


def _steps(runs: Runs) -> list[_Step]:
    """The runs as steps at offsets of the new paragraphs, in reading order."""
    paragraph = offset = 0
    steps: list[_Step] = []
    for run in runs:
        for at, words in enumerate(run.text.split(END)):
            if at:
                steps += [_Step(run.change, paragraph, offset, END)] if run.change else []
                if run.change is not Change.DELETED:
                    paragraph, offset = paragraph + 1, 0
            steps += [_Step(run.change, paragraph, offset, words)] if run.change and words else []
            offset += len(words) if run.change is not Change.DELETED else 0
    return steps


def _before(node: Element) -> Put:
    def put(made: Element) -> None:
        node.addprevious(made)

    return put


def _behind(node: Element | None, body: Element) -> Put:
    """Behind an element; in a body without any at its head, before its section."""

    def put(made: Element) -> None:
        if node is None:
            body.insert(0, made)
        else:
            node.addnext(made)

    return put
