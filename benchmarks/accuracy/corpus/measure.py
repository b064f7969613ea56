"""Which of the planted errors are found: a new finding that concerns the place where the error stands."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache

from benchmarks.accuracy.corpus.figures import DIGITS, figure_in
from benchmarks.accuracy.corpus.formats import Format, Said, said_of, sentence_at
from benchmarks.accuracy.corpus.kinds import Kind
from benchmarks.accuracy.corpus.planted import Case, Change
from benchmarks.accuracy.corpus.source import Document
from benchmarks.accuracy.corpus.workers import spread
from benchmarks.accuracy.corpus.written.pdf import make_pdfs
from reportgen.record import Struct

BY_PLACE = (Kind.COMPARE, Kind.DOUBLED, Kind.UNITNAME, Kind.BASE0, Kind.DATE, Kind.YEAR, Kind.NEGATIVE)
"""Of these a finding need not stand in the same sentence or repeat the wrong words: the same paragraph is enough."""
_AROUND = 10
"""Characters on both sides of an error by which its paragraph is known again in a PDF."""
_AT_ONCE = 24


class Outcome(Struct, frozen=True):
    """What became of an error in one format: findings that concern it, and new ones that do not."""

    case: Case
    form: Format
    found: tuple[Said, ...]
    beside: tuple[Said, ...]


class _Task(Struct, frozen=True):
    document: Document
    form: Format
    cases: tuple[Case, ...]


def measure(tried: Sequence[tuple[Document, Sequence[Case]]], forms: Iterable[Format]) -> list[Outcome]:
    """Every error in every format."""
    wanted = list(forms)
    if Format.PDF in wanted:
        make_pdfs(wrong for document, cases in tried for wrong in (document, *_planted(document, cases)))
    tasks = [task for form in wanted for document, cases in tried for task in _tasks(document, form, cases)]
    return [outcome for outcomes in spread(_outcomes, tasks) for outcome in outcomes]


def _planted(document: Document, cases: Iterable[Case]) -> Iterator[Document]:
    return (case.planted(document) for case in cases)


def _tasks(document: Document, form: Format, cases: Sequence[Case]) -> Iterator[_Task]:
    """The errors in the order of their places, so that those which are one and the same are checked once."""
    ordered = sorted(cases, key=lambda case: case.change)
    for at in range(0, len(ordered), _AT_ONCE):
        yield _Task(document, form, tuple(ordered[at : at + _AT_ONCE]))


def _outcomes(task: _Task) -> list[Outcome]:
    return outcomes_of(task.document, task.form, task.cases)


def outcomes_of(document: Document, form: Format, cases: Iterable[Case]) -> list[Outcome]:
    """What became of each error in one document."""
    said: dict[Change, list[Said]] = {}
    outcomes = []
    for case in cases:
        if case.change not in said:
            said[case.change] = said_of(case.planted(document), form)
        outcomes.append(_outcome(case, document, form, said[case.change]))
    return outcomes


def _outcome(case: Case, document: Document, form: Format, found: Iterable[Said]) -> Outcome:
    """What the checker says of the document with the error that it does not say of the right one."""
    after = [(concerns(said, case, document), said) for said in found]
    after.sort(key=lambda entry: entry[0])  # of two that say the same, the one elsewhere was there before
    new = _new(after, case, _before(document, form))
    found, beside = ([said for about, said in new if about is wanted] for wanted in (True, False))
    return Outcome(case, form, tuple(found), tuple(beside))


_Key = tuple[str, str, tuple[str, ...]]
_About = tuple[bool, Said]


def _new(after: Sequence[_About], case: Case, before: Counter[_Key]) -> list[_About]:
    """What was not said before; what quotes the error and is otherwise the same is nothing new."""
    left = before.copy()
    for key in (_key, lambda said: _mended(said, case)):
        kept = []
        for about, said in after:
            if left[key(said)] > 0:
                left[key(said)] -= 1
            else:
                kept.append((about, said))
        after = kept
    return list(after)


@cache
def _before(document: Document, form: Format) -> Counter[_Key]:
    return Counter(map(_key, said_of(document, form)))


def _key(said: Said) -> _Key:
    return said.code, said.label, said.notes


def _mended(said: Said, case: Case) -> _Key:
    """What the finding would say if it quoted the right words."""
    label, *notes = (words.replace(case.wrong, case.right) for words in (said.label, *said.notes))
    return said.code, label, tuple(notes)


def concerns(said: Said, case: Case, document: Document) -> bool:
    """Whether a finding leads its reader to the error."""
    if case.kind in BY_PLACE and _stands_near(said, case, document):
        return True
    return _quotes(said, case) or _stands_in_sentence(said, case, document)


def _stands_near(said: Said, case: Case, document: Document) -> bool:
    """Whether it stands in the paragraph or in the cell with the error."""
    paragraph = case.paragraph(document)
    start, end = max(case.start - _AROUND, 0), case.start + len(case.wrong) + _AROUND
    return _squeezed(paragraph[start:end]) in _squeezed(said.paragraph)


def _stands_in_sentence(said: Said, case: Case, document: Document) -> bool:
    """Whether it stands in the very sentence; a cell of a table is too short to be known by its words."""
    sentence = _squeezed(sentence_at(case.paragraph(document), case.start))
    return len(sentence) > _AROUND and sentence == _squeezed(said.sentence)


def _quotes(said: Said, case: Case) -> bool:
    """Whether it tells the wrong words, or the wrong figure in another spelling (36.3 for 36.30, 5 for 五)."""
    if _squeezed(case.wrong) in _squeezed(said.told):
        return True
    wrong, right = figure_in(case.wrong), figure_in(case.right)
    if wrong is None or (right is not None and wrong.number == right.number):
        return False
    return wrong.number in _numbers(said.told) or (wrong.spelt and wrong.text in said.told)


def _numbers(words: str) -> set[Decimal]:
    return {Decimal(found[0].replace(",", "")) for found in DIGITS.finditer(words)}


def _squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)
