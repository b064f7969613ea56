"""What a reader of the page to click through (核对页) has exported: remarks, and what was decided about findings.

docs/送审和修改.md tells the format. The file comes from outside: it is held against that form, and taken or refused as
a whole.
"""

import json
from collections.abc import Mapping
from typing import Any, TypeVar

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.record import Struct
from reportgen.review.remarks.remark import Mark, Remark, Reply, State
from reportgen.review.trace import Line, Trace

FORMAT = "reportgen-review-page"
VERSION = 1
_PROGRAM = "reportgen"
"""Who has said what a finding says."""
_MARKS = {"note": Mark.HIGHLIGHT, "replacement": Mark.REPLACEMENT, "strike": Mark.STRIKE}
_STATES = {"completed": State.COMPLETED, "rejected": State.REJECTED}
_Item = Mapping[str, object]
_Named = TypeVar("_Named", Mark, State)


class PageRemarks(Struct, frozen=True):
    """The remarks of one file, first those of the reader, then the findings that were decided about."""

    trace: Trace
    """The lines that were sent out; of a PDF that somebody else finished there are none."""
    remarks: tuple[Remark, ...]


class _Wrong(Exception):
    """What is not as the format says; the words name the field."""


def is_page_remarks(content: bytes) -> bool:
    """Whether a file says that it is one of these."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" and FORMAT.encode() in content[:400]


def page_remarks(content: bytes, file: str) -> PageRemarks:
    """The remarks of an exported file that is called `file`. Raises UsageProblem when it is none, or is damaged."""
    try:
        told = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UsageProblem(_("{file} 不是核对页导出的意见，或者没有存完整，读不懂", file=file)) from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise UsageProblem(_("{file} 不是核对页导出的意见", file=file))
    if told.get("version") != VERSION:
        raise UsageProblem(_("{file} 是另一版程序的核对页导出的，这一版读不了。请用同一版程序", file=file))
    try:
        remarks = [_remark(each) for each in _items(told, "remarks")]
        decided = [_decided(each) for each in _items(told, "findings")]
        lines = tuple(map(_line, _list(told, "lines"))) if "lines" in told else ()
        return PageRemarks(Trace(_text(told, "file"), _text(told, "digest"), lines), (*remarks, *decided))
    except _Wrong as wrong:
        raise UsageProblem(_("{file} 里「{field}」写得不对，没有读", file=file, field=str(wrong))) from wrong


def _remark(told: _Item) -> Remark:
    mark = _named(told, "mark", _MARKS)
    return Remark(mark, _text(told, "author"), _text(told, "date"), _text(told, "text"), *_place(told))


def _decided(told: _Item) -> Remark:
    """A finding with what somebody has decided about it: 已改 or 不改, with the reason."""
    state = _named(told, "state", _STATES)
    reply = Reply(_text(told, "author"), _text(told, "date"), _text(told, "reason"), state)
    said = "：".join(filter(None, (_text(told, "title"), _text(told, "label"))))
    return Remark(
        Mark.HIGHLIGHT,
        _PROGRAM,
        "",
        f"{_text(told, 'code')} {said}",
        *_place(told),
        replies=(reply,),
        state=state,
        ours=True,
        key=_text(told, "key"),
    )


def _place(told: _Item) -> tuple[str, str, int, str, str]:
    """Words, before, page, line, paragraph: as they follow each other in a Remark."""
    words, before = _text(told, "words"), _text(told, "before")
    return words, before, _number(told, "page"), _text(told, "line"), _text(told, "paragraph")


def _line(told: object) -> Line:
    """As `Trace.as_json` writes it."""
    match told:
        case [str(name), str(text), str(path), int(line), str(section)]:
            return Line(name, text, path, line, section)
        case _:
            raise _Wrong("lines")


def _items(told: _Item, name: str) -> list[_Item]:
    items = _list(told, name)
    if not all(isinstance(each, dict) for each in items):
        raise _Wrong(name)
    return items


def _list(told: _Item, name: str) -> list[Any]:
    items = told.get(name)
    if not isinstance(items, list):
        raise _Wrong(name)
    return items


def _text(told: _Item, name: str) -> str:
    text = told.get(name, "")
    if not isinstance(text, str):
        raise _Wrong(name)
    return text.encode("utf-8", "replace").decode()  # JSON may hold halves of characters, which no file can


def _number(told: _Item, name: str) -> int:
    number = told.get(name, 0)
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        raise _Wrong(name)
    return number


def _named(told: _Item, name: str, known: Mapping[str, _Named]) -> _Named:
    found = known.get(_text(told, name))
    if found is None:
        raise _Wrong(name)
    return found
