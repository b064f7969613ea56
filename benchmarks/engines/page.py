"""The gates as docs/engines.md."""

from collections.abc import Sequence

from benchmarks.engines.documents import Printed
from benchmarks.engines.gates import Gate
from benchmarks.engines.lines import alike, pieces
from reportgen.model.engine import DEFAULT_ENGINE, Engine

_NAMES = {Engine.TYPST: "Typst", Engine.WEASYPRINT: "WeasyPrint"}

_HEAD = """\
# Two engines for one PDF

Written by `./script/engines --write`, over every document of content/ and of the packs' examples. Typst and WeasyPrint
are given the same document, frame and looks. A line of a cell is a line; its beginning are its first eight characters.
What Typst shares with WeasyPrint (an edge that a chart's caption does not reach) fails no gate."""


def page(documents: Sequence[Printed], found: Sequence[Gate]) -> str:
    """The whole page as Markdown."""
    return "\n\n".join([_HEAD, _decision(found), _gates(found), *_failures(found), _documents(documents)]) + "\n"


def _decision(found: Sequence[Gate]) -> str:
    failed = [gate.name for gate in found if gate.failures]
    said = f"not met: {', '.join(failed)}" if failed else "all met"
    return f"Gates: {said}. The default is **{_NAMES[DEFAULT_ENGINE]}**."


def _gates(found: Sequence[Gate]) -> str:
    rows = [
        f"| {gate.name} | {gate.wanted} | {gate.measured} | {'failed' if gate.failures else 'met'} |" for gate in found
    ]
    return "\n".join(["| gate | wanted | measured | |", "|---|---|---|---|", *rows])


def _failures(found: Sequence[Gate]) -> list[str]:
    lists = {gate.name: "\n".join(f"- {failure}" for failure in gate.failures) for gate in found if gate.failures}
    return [f"## What fails: {name}\n\n{lines}" for name, lines in lists.items()]


def _documents(documents: Sequence[Printed]) -> str:
    rows = [_row(document) for document in documents]
    head = ["| document | pages, Typst | pages, WeasyPrint | lines that begin alike |", "|---|--:|--:|--:|"]
    return "\n".join(["## Document by document", "", *head, *rows])


def _row(document: Printed) -> str:
    typst, weasyprint = document.pdfs[Engine.TYPST], document.pdfs[Engine.WEASYPRINT]
    same, whole = alike(typst, weasyprint)
    pages = " | ".join(str(max(piece.page for piece in pieces(pdf))) for pdf in (typst, weasyprint))
    return f"| {document.name} | {pages} | {same} of {whole} |"
