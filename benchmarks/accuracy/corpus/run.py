"""`./script/accuracy --corpus`: the corpus measured, as a person asked for it."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.accuracy.corpus.documents import Half, readable
from benchmarks.accuracy.corpus.drawn import Only, drawn, kind_word
from benchmarks.accuracy.corpus.formats import Format, Said, said_of
from benchmarks.accuracy.corpus.measure import Outcome, measure
from benchmarks.accuracy.corpus.planted import Case, cases
from benchmarks.accuracy.corpus.source import Document, SourceProblem
from benchmarks.accuracy.corpus.tables import by_kind
from benchmarks.accuracy.corpus.written.pdf import make_pdfs

_AROUND = 24
_MOST = 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for."""

    half: Half
    forms: tuple[Format, ...]
    only: Only
    most: int


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of the corpus."""
    corpus = parser.add_argument_group("corpus")
    corpus.add_argument("--corpus", choices=[half.value for half in Half], help="measure a half of the corpus")
    corpus.add_argument("--formats", default="docx,pdf,txt", help="docx,pdf,txt or some of them")
    corpus.add_argument(
        "--only", default="", metavar="NAME/KIND", help="documents with this in their name, this kind alone"
    )
    corpus.add_argument("--most", type=int, default=_MOST, help="errors of a kind in a document, 0 for all")
    corpus.add_argument("--found", action="store_true", help="show every error that is found, and by what")
    corpus.add_argument("--unplanted", action="store_true", help="show what is said of the documents without errors")


def run_corpus(options: argparse.Namespace) -> None:
    """Measure, and print what was asked for."""
    wanted = _wanted(options)
    documents = [each for each in _documents(wanted) if wanted.only.name in each.name]
    if options.unplanted:
        for line in _unplanted(documents, wanted.forms):
            print(line)
        return
    tried = [(document, _tried(document, wanted)) for document in documents]
    outcomes = measure(tried, wanted.forms)
    print("\n".join(by_kind(outcomes, wanted.forms)))
    by_name = {document.name: document for document in documents}
    for outcome in outcomes:
        if options.found if outcome.found else options.missed:
            print("\n".join(_shown(outcome, by_name[outcome.case.document])))


def _wanted(options: argparse.Namespace) -> Wanted:
    half = Half(options.corpus)
    if half is Half.SEALED and (options.missed or options.found or options.unplanted):
        sys.exit("The sealed half shows no places: nobody who works on the rules may know them.")
    forms = tuple(Format(word) for word in options.formats.split(","))
    return Wanted(half, forms, Only.of(options.only), options.most)


def _documents(wanted: Wanted) -> list[Document]:
    documents, problems = readable(wanted.half)
    for problem in problems:
        print(problem, file=sys.stderr)
    return documents


def _tried(document: Document, wanted: Wanted) -> list[Case]:
    try:
        found = [case for case in cases(document) if wanted.only.takes(case)]
    except SourceProblem as problem:
        print(problem, file=sys.stderr)
        return []
    return drawn(found, wanted.most)


def _shown(outcome: Outcome, document: Document) -> Iterator[str]:
    """An error with the words around it, what was said of it, and what else was newly said."""
    case, text = outcome.case, document.at(outcome.case.at).words.text
    before, after = text[: case.start][-_AROUND:], text[case.start + len(case.right) :][:_AROUND]
    word = kind_word(case.kind) + ("" if case.partnered else " alone")
    yield f"{'found' if outcome.found else 'missed'} {outcome.form.value} {case.document}.txt:{case.line} {word}"
    yield f"    …{before}【{case.right} → {case.wrong}】{after}…"
    yield from (f"    {line}" for said in outcome.found for line in _told(said))
    yield from (f"    beside: {line}" for said in outcome.beside for line in _told(said))


def _told(said: Said) -> Iterator[str]:
    yield " ".join((said.code, f"「{said.marked}」", said.label, *said.notes))


def _unplanted(documents: Sequence[Document], forms: Sequence[Format]) -> Iterator[str]:
    if Format.PDF in forms:
        make_pdfs(documents)
    for document in documents:
        for form in forms:
            for said in said_of(document, form):
                yield f"{document.name}.{form.value} {next(_told(said))}"
                yield f"    {said.paragraph[:80]}"
