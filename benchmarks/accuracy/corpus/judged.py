"""Findings about documents without an error, judged by hand: right, rightly asked about, or false.

`sealed/judged.tsv` is the list: document, format, judgement (对 right, 疑 rightly 疑似, 误 false), code, the words
marked, the reason. What is not on it has not been looked at. Columns behind the reason help the person who judges.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2

from benchmarks.accuracy.corpus.formats import Format, Said, said_of
from benchmarks.accuracy.corpus.source import Document
from benchmarks.accuracy.corpus.workers import spread
from benchmarks.accuracy.corpus.written.pdf import kept_pdf, make_pdfs
from benchmarks.accuracy.reviewed import Judgement
from reportgen.record import Struct

LIST = Path(__file__).parent / "sealed" / "judged.tsv"
HEAD = "document\tformat\tjudgement\tcode\twords\treason\tsays\tparagraph"
_READ = 6
Key = tuple[str, str, str, str]
"""Document, format, code, and the words marked."""


class Found(Struct, frozen=True):
    """A finding on a document without an error."""

    document: str
    form: Format
    said: Said

    @property
    def key(self) -> Key:
        """How the list names it."""
        return self.document, self.form.value, self.said.code, _flat(self.said.marked)


class Verdict(Struct, frozen=True):
    """What there is to say of a document in one format."""

    document: str
    form: Format
    pages: int
    counts: Counter[Judgement | None]
    """None: not judged."""


def _flat(words: str) -> str:
    return " ".join(words.split())


def judgements() -> dict[Key, Judgement]:
    """The list."""
    rows = [line.split("\t")[:_READ] for line in LIST.read_text(encoding="utf-8").splitlines()[1:]]
    return {(name, form, code, words): Judgement(judged) for name, form, judged, code, words, _reason in rows}


def findings(documents: Sequence[Document], forms: Sequence[Format]) -> list[Found]:
    """Everything that is said of these documents."""
    make_pdfs(documents)  # their pages are counted, too
    asked = [(document, form) for form in forms for document in documents]
    return [found for each in spread(_found, asked) for found in each]


def _found(asked: tuple[Document, Format]) -> list[Found]:
    document, form = asked
    return [Found(document.name, form, said) for said in said_of(document, form)]


def verdicts(documents: Sequence[Document], found: Sequence[Found], forms: Sequence[Format]) -> list[Verdict]:
    """The findings counted by what the list says of them."""
    known = judgements()
    counts: dict[tuple[str, Format], Counter[Judgement | None]] = {}
    for each in found:
        counts.setdefault((each.document, each.form), Counter())[known.get(each.key)] += 1
    return [
        Verdict(document.name, form, pages_of(document), counts.get((document.name, form), Counter()))
        for document in documents
        for form in forms
    ]


def pages_of(document: Document) -> int:
    """How many pages its PDF has."""
    return len(pypdfium2.PdfDocument(str(kept_pdf(document))))


def unjudged(found: Sequence[Found]) -> Iterator[str]:
    """A list of the findings that nobody has looked at, to be judged: the lines go into `sealed/judged.tsv`."""
    known, listed = judgements(), set()
    yield HEAD
    for each in found:
        if each.key not in known and each.key not in listed:
            listed.add(each.key)
            name, form, code, words = each.key
            says = _flat(" ".join((each.said.label, *each.said.notes)))
            yield "\t".join((name, form, "", code, words, "", says, _flat(each.said.paragraph)))
