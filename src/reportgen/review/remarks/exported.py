"""Remarks that the page to click through (核对页) has exported → the lines that it showed."""

from reportgen.record import replace
from reportgen.review.joined import Span
from reportgen.review.remarks.change import Placed, asked_by_mark
from reportgen.review.remarks.page_remarks import PageRemarks
from reportgen.review.remarks.remark import Remark
from reportgen.review.trace import Line


def placed_on_page(page: PageRemarks, lines: tuple[Line, ...]) -> list[Placed]:
    """Every remark of an export at its words; `lines` are those that the page showed."""
    named = {line.name: line for line in lines}
    return [_placed(remark, named) for remark in page.remarks]


def _placed(remark: Remark, named: dict[str, Line]) -> Placed:
    line = named.get(remark.line)
    if line is None:
        return Placed(replace(remark, line=""))
    start = len(remark.before)
    there = line.text.startswith(remark.before + remark.words)
    spans = (Span(line.name, start, start + len(remark.words)),) if there else (Span(line.name, 0, 0),)
    return Placed(remark, spans, asked_by_mark(remark, spans) if there else ())
