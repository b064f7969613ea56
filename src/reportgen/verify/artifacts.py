"""docx, PDF and document must say the same: a difference is an error that names the paragraph or the cell."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import OUTPUT_DIFFERS
from reportgen.language import _
from reportgen.model.document import Numbers
from reportgen.model.look import Looks
from reportgen.place import Place
from reportgen.verify.beside import (
    EdgesOf,
    left_over,
    no_edges,
    without_boxes,
    without_continued,
    without_counters,
    without_edges,
)
from reportgen.verify.charts import without_charts
from reportgen.verify.comparison import Comparison, Difference, compare, squeeze
from reportgen.verify.contents import without_contents
from reportgen.verify.docx import docx_edges, docx_lines
from reportgen.verify.lines import Line
from reportgen.verify.rows import reading_order


def verify_docx(
    lines: list[Line], content: bytes, file: str, beside: Iterable[str] = (), edges: EdgesOf = no_edges
) -> list[Diagnostic]:
    """What a docx says otherwise than the document's `lines`.

    `beside` are lines of the template that only Word shows; `edges` what has to stand in its headers and footers.
    """
    said = left_over(docx_lines(content), beside)
    comparison = compare([line.text for line in lines], "".join(squeeze(line) for line in said))
    return [*_diagnostics(comparison, lines, file), *_missing_edges(content, file, edges)]


def _missing_edges(content: bytes, file: str, edges: EdgesOf) -> Iterator[Diagnostic]:
    wanted = dict.fromkeys(line for page in (1, 2, 3) for line in edges(page, 0))
    printed = {squeeze(line) for line in docx_edges(content)} if wanted else set()
    for line in wanted:
        if squeeze(line) not in printed:
            label = _("{file} 的页眉页脚里没有「{line}」", file=file, line=line)
            yield OUTPUT_DIFFERS.at(Place(file), label)


def verify_pdf(  # noqa: PLR0913, PLR0917 - what a page shows is told by four things
    lines: list[Line],
    content: bytes,
    file: str,
    looks: Looks,
    contents: Iterable[Sequence[str]] = (),
    edges: EdgesOf = no_edges,
    restarts: Sequence[Numbers] = (),
) -> tuple[list[Diagnostic], list[int]]:
    """What a PDF says otherwise, and the page on which each line begins (0 when it was not found).

    `looks` has the words around the page number, `edges` the lines of other headers and footers; `contents` are the
    tables of contents, as `contents_of` gives them; `restarts` how pages are counted anew.
    Edges and boxes are looked for first: they stand beside the text, wherever the page draws them.
    """
    from reportgen.verify.pdf import pdf_streams  # `check` needs no PDF reader

    read, no_edge = without_edges(pdf_streams(content, looks, restarts), edges, file)
    read = without_counters(read, (line.around for line in lines if line.around))
    read, no_box = without_boxes(read, lines, file)
    read = without_continued(read, lines)
    found, pages = _compare_running(lines, read, contents, file)
    return [*no_edge, *no_box, *found], pages


def _compare_running(
    lines: list[Line], read: list[str], contents: Iterable[Sequence[str]], file: str
) -> tuple[list[Diagnostic], list[int]]:
    streams, drawn = without_charts(read, (line.text for line in lines if line.drawn))
    charts = iter(drawn)
    page_of_chart = {index: page for index, line in enumerate(lines) if line.drawn and (page := next(charts))}
    rest = {index: line for index, line in enumerate(lines) if index not in page_of_chart and not line.aside}
    found, pages = _compare_text(list(rest.values()), streams, contents, file)
    page_of = page_of_chart | dict(zip(rest, pages, strict=True))
    return found, [page_of.get(index, 0) for index in range(len(lines))]


def _compare_text(
    lines: list[Line], streams: list[str], contents: Iterable[Sequence[str]], file: str
) -> tuple[list[Diagnostic], list[int]]:
    texts = [line.text for line in lines]
    pieces = reading_order(lines, without_contents(streams, contents, texts))
    comparison = compare(texts, "".join(piece.text for piece in pieces))
    starts = list(accumulate((len(piece.text) for piece in pieces), initial=0))[:-1]
    pages = [0 if at is None or not pieces else pieces[bisect_right(starts, at) - 1].page for at in comparison.offsets]
    return _diagnostics(comparison, lines, file), pages


def _diagnostics(comparison: Comparison, lines: list[Line], file: str) -> list[Diagnostic]:
    found = []
    for difference in comparison.differences:
        label, place, notes = _told(difference, lines, file)
        found.append(OUTPUT_DIFFERS.at(place if place.line else Place(file), label, notes=notes))
    return found


def _told(difference: Difference, lines: list[Line], file: str) -> tuple[str, Place, tuple[str, ...]]:
    """What is wrong, where, and both texts; of words that are too many only these, for no paragraph is to blame."""
    text = difference.found[:60]
    if difference.index >= len(lines):
        return _("{file} 末尾多出：{text}", file=file, text=text), Place(file), ()
    where = _where(lines, difference.index, file)
    if not difference.wanted:
        return _("多出了「{text}」，在这一段前面：{where}", text=text, where=where), Place(file), ()
    notes = (_("应为：{text}", text=difference.wanted[:60]), _("实为：{text}", text=text or _("（没有）")))
    return where, lines[difference.index].place, notes


def _where(lines: list[Line], index: int, file: str) -> str:
    line = lines[index]
    if line.cell is None or line.table is None:
        number = sum(1 for other in lines[: index + 1] if other.cell is None)
        return _("{file} 第 {number} 段：{text}", file=file, number=number, text=line.text[:30])
    return _(
        "{file} {table}第 {row} 行第 {column} 格：{text}",
        file=file,
        table=line.table.caption or _("表格"),
        row=line.table.first_row + line.cell.row + 1,
        column=line.cell.column + 1,
        text=line.text[:30],
    )
