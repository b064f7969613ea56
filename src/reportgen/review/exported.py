"""Remarks that the page to click through (核对页) has exported → the lines that it showed."""

from collections.abc import Iterable

from reportgen.record import replace
from reportgen.review.change import Placed, asked_by_mark
from reportgen.review.joined import Span
from reportgen.review.page_remarks import PageRemarks
from reportgen.review.remark import Remark
from reportgen.review.trace import Line


def shown_lines(page: PageRemarks, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of a document as the page showed them: a remark keeps the words of its paragraph."""
    said = {remark.line: remark.paragraph for remark in _named(page, lines) if remark.line and remark.paragraph}
    return tuple(replace(line, text=said.get(line.name, line.text)) for line in lines)


def placed_on_page(page: PageRemarks, lines: tuple[Line, ...]) -> list[Placed]:
    """Every remark of an export at its words; `lines` are those that the page showed."""
    named = {line.name: line for line in lines}
    return [_placed(remark, named) for remark in _named(page, lines)]


def _named(page: PageRemarks, lines: tuple[Line, ...]) -> Iterable[Remark]:
    """The remarks by the present names of their lines: where lines were put in before, the one with the same words."""
    texts: dict[str, list[str]] = {}
    for line in lines:
        texts.setdefault(line.text, []).append(line.name)
    for remark in page.remarks:
        same = texts.get(remark.paragraph, [])
        yield replace(remark, line=same[0]) if len(same) == 1 else remark


def _placed(remark: Remark, named: dict[str, Line]) -> Placed:
    line = named.get(remark.line)
    if line is None:
        return Placed(replace(remark, line=""))
    start = len(remark.before)
    there = line.text.startswith(remark.before + remark.words)
    spans = (Span(line.name, start, start + len(remark.words)),) if there else (Span(line.name, 0, 0),)
    return Placed(remark, spans, asked_by_mark(remark, spans) if there else ())
