"""The gates that Typst must pass to be the default, each with its figure and with what fails it."""

from collections.abc import Callable, Iterator, Sequence

import pypdfium2
from tests.support.verapdf import breaches

from benchmarks.engines import layout
from benchmarks.engines.documents import Printed
from benchmarks.engines.lines import alike
from reportgen.model.engine import Engine
from reportgen.record import Struct

_SHARE = 0.97
"""Of WeasyPrint's lines that must begin alike."""
_STANDARDS = ("PDF/A-2a", "PDF/UA-1")
_FULL, _LINES = 28, 22
_SHOWN = 3


class Gate(Struct, frozen=True):
    """One gate; it is passed when nothing fails it."""

    name: str
    wanted: str
    measured: str
    failures: tuple[str, ...] = ()


def gates(documents: Sequence[Printed], with_office: bool) -> Iterator[Gate]:
    """All of them, over all documents."""
    yield from gates_between_engines(documents)
    yield _grid(documents)
    if with_office:
        yield _office(documents)
    for standard in _STANDARDS:
        yield _standard(documents, standard)


def gates_between_engines(documents: Sequence[Printed]) -> Iterator[Gate]:
    """Those that each document can be asked for by itself: Typst's pages beside WeasyPrint's."""
    yield _text(documents)
    yield _bookmarks(documents)
    yield _lines("edges", "every full line ends at the edge", documents, layout.ragged_lines)
    yield _lines("nothing off the paper", "no line reaches over it", documents, layout.outside)
    yield _lines("避头尾", "no mark on the wrong side of a line's end", documents, layout.torn_marks)
    yield _lines("标点挤压", "two marks side by side share a square", documents, layout.holes)
    yield _line_starts(documents)


def _text(documents: Sequence[Printed]) -> Gate:
    found = [
        f"{document.name}, {engine}: {remark.label}"
        for document in documents
        for engine, remarks in document.remarks.items()
        for remark in remarks
    ]
    measured = f"{2 * len(documents)} PDFs read back, {len(found)} remarks"
    return Gate("same text", "each PDF says what its document says", measured, tuple(found))


def _bookmarks(documents: Sequence[Printed]) -> Gate:
    differing = [document.name for document in documents if len({*map(_entries, document.pdfs.values())}) > 1]
    measured = f"{len(documents) - len(differing)} of {len(documents)}"
    return Gate("bookmarks, title, author", "as WeasyPrint's, on the same pages", measured, tuple(differing))


def _entries(pdf: bytes) -> tuple[object, ...]:
    with pypdfium2.PdfDocument(pdf) as document:
        marks = [(mark.get_title(), mark.level, _page(mark)) for mark in document.get_toc()]
        return (len(document), *marks, *(document.get_metadata_value(key) for key in ("Title", "Author")))


def _page(mark: pypdfium2.PdfBookmark) -> int | None:
    target = mark.get_dest()
    return target.get_index() if target else None


def _grid(documents: Sequence[Printed]) -> Gate:
    plain = [document for document in documents if not document.has_tables]
    lengths = {document.name: max(layout.longest_lines(document, Engine.TYPST), default=0) for document in documents}
    counts = {document.name: layout.lines_a_page(document, Engine.TYPST) for document in plain}
    failures = [f"{name}: a line of {length}" for name, length in lengths.items() if length > _FULL]
    failures += [f"{name}: a page of {count} lines" for name, count in counts.items() if count > _LINES]
    longest, most = max(lengths.values()), max(counts.values(), default=0)
    if (longest, most) != (_FULL, _LINES):
        failures.append("no full page")
    return Gate(
        "28 × 22", "28 characters a line, 22 lines a page of running text", f"{longest} × {most}", tuple(failures)
    )


def _lines(name: str, wanted: str, documents: Sequence[Printed], look: Callable[[Printed, Engine], list[str]]) -> Gate:
    """What a look at the lines finds with Typst and not with WeasyPrint."""
    found = [
        f"{document.name}: {text}"
        for document in documents
        for text in look(document, Engine.TYPST)
        if text not in look(document, Engine.WEASYPRINT)
    ]
    count = sum(len(layout.full_lines(document, Engine.TYPST)) for document in documents)
    return Gate(name, wanted, f"{count} full lines, {len(found)} otherwise", tuple(found))


def _line_starts(documents: Sequence[Printed]) -> Gate:
    pairs = [alike(document.pdfs[Engine.TYPST], document.pdfs[Engine.WEASYPRINT]) for document in documents]
    same, whole = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
    failures = () if same >= _SHARE * whole else ("too few",)
    wanted = f"at least {_SHARE:.0%} of WeasyPrint's, cells of tables among them"
    return Gate("line starts", wanted, f"{same} of {whole}, {same / whole:.1%}", failures)


def _office(documents: Sequence[Printed]) -> Gate:
    counts = {engine: [alike(document.pdfs[engine], document.office) for document in documents] for engine in Engine}
    typst, weasyprint = (sum(same for same, _whole in counts[engine]) for engine in (Engine.TYPST, Engine.WEASYPRINT))
    whole = sum(whole for _same, whole in counts[Engine.TYPST])
    measured = f"Typst {typst}, WeasyPrint {weasyprint} of {whole}"
    failures = () if typst >= weasyprint else ("fewer",)
    return Gate(
        "line starts as LibreOffice's", "at least as many as WeasyPrint's, of the Word file", measured, failures
    )


def _standard(documents: Sequence[Printed], standard: str) -> Gate:
    found = {document.name: breaches(document.pdfs[Engine.TYPST], standard) for document in documents}
    failures = [f"{name}: {'; '.join(broken[:_SHOWN])}" for name, broken in found.items() if broken]
    measured = f"{len(documents) - len(failures)} of {len(documents)}"
    return Gate(standard, "veraPDF finds nothing in any PDF", measured, tuple(failures))
