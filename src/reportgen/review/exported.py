"""Remarks as JSON, as the page on which a draft is checked exports them.

    {"format": 1, "file": "x.yaml", "digest": "…", "remarks": [{"line": "36540e82", "before": "…", "words": "…",
     "mark": "批注", "text": "…", "author": "…", "date": "2026-03-01 10:15", "replies": [], "state": ""}]}

A list alone is taken as well. `line` is the name of a line (`reportgen.review.trace`); of the rest anything may be
absent.
"""

import json
from collections.abc import Mapping

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.review.change import Placed, asked_by_mark
from reportgen.review.joined import Span
from reportgen.review.remark import Mark, Remark, Reply, State
from reportgen.review.trace import Line

_MARKS = {mark.value: mark for mark in Mark} | {mark.name.lower(): mark for mark in Mark}
_STATES = {state.value: state for state in State} | {state.name.lower(): state for state in State}


def placed_in_export(content: bytes, file: str, lines: tuple[Line, ...]) -> list[Placed]:
    """Every remark of an export. Raises UsageProblem when it is none."""
    named = {line.name: line for line in lines}
    return [_placed(remark, named) for remark in remarks_from(content, file)]


def remarks_from(content: bytes, file: str) -> list[Remark]:
    """The remarks as they were exported. Raises UsageProblem when it is no such JSON."""
    try:
        told = json.loads(content)
        remarks = told["remarks"] if isinstance(told, dict) else told
        return [_remark(each) for each in remarks]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageProblem(_("{file} 不是核对页导出的批注", file=file)) from error


def _remark(told: Mapping[str, object]) -> Remark:
    replies = told.get("replies") or []
    assert isinstance(replies, list)
    page = told.get("page") or 0
    return Remark(
        _MARKS.get(_said(told, "mark"), Mark.NOTE),
        _said(told, "author"),
        _said(told, "date").replace("T", " ")[:16],
        _said(told, "text"),
        _said(told, "words"),
        _said(told, "before"),
        page if isinstance(page, int) else 0,
        _said(told, "line"),
        _said(told, "paragraph"),
        tuple(_reply(each) for each in replies),
        _STATES.get(_said(told, "state"), State.NONE),
        bool(told.get("ours")),
        _said(told, "key"),
    )


def _reply(told: Mapping[str, object]) -> Reply:
    state = _STATES.get(_said(told, "state"), State.NONE)
    return Reply(_said(told, "author"), _said(told, "date").replace("T", " ")[:16], _said(told, "text"), state)


def _said(told: Mapping[str, object], key: str) -> str:
    value = told.get(key)
    return value if isinstance(value, str) else ""


def _placed(remark: Remark, named: Mapping[str, Line]) -> Placed:
    """The remark at its words: where it says they are, else wherever in the line they are."""
    line = named.get(remark.line)
    if line is None:
        return Placed(remark)
    start = len(remark.before)
    if not line.text.startswith(remark.before + remark.words):
        start = max(0, line.text.find(remark.words)) if remark.words else 0
    words = remark.words if line.text.startswith(remark.words, start) else ""
    spans = (Span(line.name, start, start + len(words)),)
    return Placed(remark, spans, asked_by_mark(remark, spans) if words or not remark.words else ())
