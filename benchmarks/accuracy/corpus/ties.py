"""How many of the figures of a right document the checker knows to be tied to others.

`tied_stretches` is the only door to what the program says of its numbers.
"""

from collections.abc import Iterator

from benchmarks.accuracy.corpus.formats import Format, check
from benchmarks.accuracy.corpus.source import Document
from benchmarks.accuracy.corpus.told import Told, told
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.ties import ties_of
from reportgen.record import Struct
from reportgen.statements.ties import Tie

_UNTIED = (Tie.UNTIED, Tie.CONTRADICTED)


class Share(Struct, frozen=True):
    """So many figures, of which so many are tied."""

    count: int
    tied: int

    def __add__(self, other: "Share") -> "Share":
        return Share(self.count + other.count, self.tied + other.tied)

    def __str__(self) -> str:
        return f"{self.count} | {self.tied} | {100 * self.tied / self.count:.1f}" if self.count else "0 | 0 | –"


class Shares(Struct, frozen=True):
    """The figures of a document: all of them, and those that have a partner."""

    name: str
    every: Share
    partnered: Share


def tied_stretches(checked: Checked) -> Iterator[tuple[str, int, int]]:
    """Each number that is tied: the paragraph or the cell in which it stands, and where it begins and ends there."""
    for _title, ties in ties_of(checked):
        for tied in ties.every:
            place = tied.figure.place
            if tied.tie not in _UNTIED:
                yield checked.source.lines[place.line - 1], place.column - 1, place.column - 1 + place.length


def shares_of(document: Document) -> Shares:
    """How much of a right document is tied, read from its Word file."""
    stretches: dict[str, list[tuple[int, int]]] = {}
    for text, start, end in tied_stretches(check(document, Format.DOCX)):
        stretches.setdefault(text, []).append((start, end))
    figures = [(each, _is_tied(each, document, stretches)) for each in told(document)]
    partnered = [(each, tied) for each, tied in figures if each.partnered]
    return Shares(document.name, _share(figures), _share(partnered))


def _is_tied(each: Told, document: Document, stretches: dict[str, list[tuple[int, int]]]) -> bool:
    known = stretches.get(document.at(each.at).words.text, [])
    return any(start < each.figure.end and each.figure.start < end for start, end in known)


def _share(figures: list[tuple[Told, bool]]) -> Share:
    return Share(len(figures), sum(tied for _each, tied in figures))
