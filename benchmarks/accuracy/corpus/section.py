"""One half of the corpus, measured, and the section about it."""

import sys
from collections.abc import Iterator, Sequence

from benchmarks.accuracy.corpus.documents import Half, readable
from benchmarks.accuracy.corpus.drawn import Only, drawn
from benchmarks.accuracy.corpus.exchanges import exchanges
from benchmarks.accuracy.corpus.formats import Format
from benchmarks.accuracy.corpus.judged import Verdict, findings, verdicts
from benchmarks.accuracy.corpus.measure import Outcome, measure
from benchmarks.accuracy.corpus.planted import Case, cases
from benchmarks.accuracy.corpus.source import Document, SourceProblem
from benchmarks.accuracy.corpus.tables import by_kind, of_shares, of_verdicts
from benchmarks.accuracy.corpus.ties import Shares, shares_of
from benchmarks.accuracy.corpus.workers import spread
from reportgen.record import Struct

_AS = {Format.DOCX: "as Word file", Format.PDF: "as PDF", Format.TXT: "as plain text"}
_HEADS = {
    Half.SEALED: """\
## Documents that nobody read who worked on the rules

{count} documents of other kinds than the ones below, each {formats}. One error at a
time is planted, of each kind and document at most {most}, and {exchanges} exchanges of two digits in figures drawn
blindly. An error is found when something new is said that leads to it. How: `benchmarks/accuracy/corpus/README.md`.""",
    Half.FRESH: """\
## Documents of writers who had not seen the program

{count} documents, each {formats}, written and marked by people who knew neither the program nor the documents above, as
consistent as they could make them; measured in the same way, at most {most} errors of each kind and {exchanges}
exchanges. What the sealed half says too well, they say: its counts by kind were looked at while rules were
written.""",
    Half.DEVELOPMENT: """\
## Documents of the same kinds to work with

{count} documents that are written and measured in the same way; which of their errors are missed was looked at while
rules were written.""",
}


class Wanted(Struct, frozen=True):
    """What is to be measured: errors of one kind in a document at most `most`, 0 for all."""

    half: Half
    forms: tuple[Format, ...]
    only: Only
    most: int
    exchanges: int
    seed: int

    def documents(self) -> list[Document]:
        """The documents; those that cannot be read are named on standard error."""
        found, problems = readable(self.half)
        for problem in problems:
            self.complain(problem)
        return [document for document in found if self.only.name in document.name]

    def cases(self, document: Document) -> list[Case]:
        """The errors to be planted into a document."""
        try:
            marked = [case for case in cases(document) if self.only.takes(case)]
        except SourceProblem as problem:
            self.complain(problem)
            return []
        blind = exchanges(document, self.seed, self.exchanges) if self.exchanges else []
        return [*drawn(marked, self.most), *(case for case in blind if self.only.takes(case))]

    def complain(self, problem: SourceProblem) -> None:
        """Say what is wrong with a source; of a sealed one where it is, without its words."""
        print(problem if self.half is Half.DEVELOPMENT else problem.where, file=sys.stderr)


class Measured(Struct, frozen=True):
    """The results of one half."""

    wanted: Wanted
    documents: Sequence[Document]
    outcomes: Sequence[Outcome]
    verdicts: Sequence[Verdict]
    shares: Sequence[Shares]


def measured(wanted: Wanted) -> Measured:
    """One half, measured."""
    documents = wanted.documents()
    outcomes = measure([(document, wanted.cases(document)) for document in documents], wanted.forms)
    judged = verdicts(documents, findings(documents, wanted.forms), wanted.forms)
    return Measured(wanted, documents, outcomes, judged, spread(shares_of, documents))


def headed(results: Measured) -> str:
    """The heading of the section about a half, and what it is about."""
    wanted = results.wanted
    return _HEADS[wanted.half].format(
        count=len(results.documents),
        most=wanted.most or "all",
        exchanges=wanted.exchanges,
        formats=" and ".join(_AS[form] for form in wanted.forms),
    )


def section(results: Measured) -> str:
    """The tables of one half."""
    wanted = results.wanted
    parts: list[tuple[str, Iterator[str]]] = [
        ("Errors planted, and found", by_kind(results.outcomes, wanted.forms)),
        ("What is said of the documents without an error", of_verdicts(results.verdicts, wanted.forms)),
        ("Figures that are known to be tied to others", of_shares(results.shares)),
    ]
    return "\n\n".join("\n".join([f"### {title}\n", *lines]) for title, lines in parts)
