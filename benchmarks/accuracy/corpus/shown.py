"""Single errors and findings, for the person who works on the rules."""

from collections.abc import Iterator

from benchmarks.accuracy.corpus.drawn import kind_word
from benchmarks.accuracy.corpus.formats import Said
from benchmarks.accuracy.corpus.judged import Found
from benchmarks.accuracy.corpus.measure import Outcome
from benchmarks.accuracy.corpus.source import Document

_AROUND = 24
_PARAGRAPH = 80


def shown(outcome: Outcome, document: Document) -> Iterator[str]:
    """An error with the words around it, what was said of it, and what else was said anew."""
    case, text = outcome.case, document.at(outcome.case.at).words.text
    before, after = text[: case.start][-_AROUND:], text[case.start + len(case.right) :][:_AROUND]
    word = kind_word(case.kind) + ("" if case.partnered else " alone")
    yield f"{'found' if outcome.found else 'missed'} {outcome.form.value} {case.document}.txt:{case.line} {word}"
    yield f"    …{before}【{case.right} → {case.wrong}】{after}…"
    yield from (f"    {_told(said)}" for said in outcome.found)
    yield from (f"    beside: {_told(said)}" for said in outcome.beside)


def told_of(found: Found) -> Iterator[str]:
    """A finding on a document without an error, with its paragraph."""
    yield f"{found.document}.{found.form.value} {_told(found.said)}"
    yield f"    {found.said.paragraph[:_PARAGRAPH]}"


def _told(said: Said) -> str:
    return " ".join((said.code, f"「{said.marked}」", said.label, *said.notes))
