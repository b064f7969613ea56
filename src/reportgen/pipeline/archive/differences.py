"""What a PDF for archives shows otherwise than made again, as findings with page and line."""

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile
from typing import Any

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import COPY_DIFFERS, COPY_LOOKS_OTHERWISE
from reportgen.language import _
from reportgen.pipeline.archive.contents import FACTS, FINDINGS
from reportgen.pipeline.archive.unpacking import Inside
from reportgen.pipeline.archive.written_places import written_place
from reportgen.pipeline.drafts import Draft
from reportgen.place import Place
from reportgen.record import replace
from reportgen.render.finish.finishing import Attachment
from reportgen.verify.pages import Unequal, unlike_lines

_SHOWN = 30
"""Characters of a line that are shown."""
_BEFORE = 8
"""Of these, before the difference."""
_FIGURE = r"[0-9.,%〇零一二三四五六七八九十百千]"
_ENDS_IN_FIGURE = re.compile(_FIGURE + r"+$")
_BEGINS_WITH_FIGURE = re.compile(_FIGURE + "+")


def unequal(found: Iterable[Unequal], draft: Draft, file: str) -> Iterator[Diagnostic]:
    """Each line, or page, that says otherwise, at the place where the content file says it."""
    for each in found:
        wanted, said = each.wanted, each.found
        if wanted is None or said is None:
            yield _at(Place(file), each, _only_one(each))
            continue
        start, piece, other = _differing(wanted, said)
        place = written_place(draft, wanted, start) if each.line else Place(file)
        notes = (_("内容文件：{text}", text=_around(wanted, start)), _("PDF：{text}", text=_around(said, start)))
        yield _at(place if place.line else Place(file), each, _changed(each, piece, other), notes)


def _at(place: Place, each: Unequal, label: str, notes: tuple[str, ...] = ()) -> Diagnostic:
    return replace(COPY_DIFFERS.at(place, label, notes=notes), page=each.page)


def _changed(each: Unequal, piece: str, other: str) -> str:
    told = {"page": each.page, "line": each.line, "wanted": piece or _("（没有）"), "found": other or _("（没有）")}
    if not each.line:
        return _("第 {page} 页印的是「{found}」，按内容文件是「{wanted}」", **told)
    return _("第 {page} 页第 {line} 行印的是「{found}」，按内容文件是「{wanted}」", **told)


def _only_one(each: Unequal) -> str:
    """Of a line, or a page, that only one of the two has."""
    told = {"page": each.page, "line": each.line, "text": (each.wanted or each.found or "")[:_SHOWN]}
    if each.line:
        words = (
            _("第 {page} 页多出第 {line} 行：{text}")
            if each.wanted is None
            else _("第 {page} 页少了第 {line} 行：{text}")
        )
        return words.format(**told)
    return (_("多出第 {page} 页：{text}") if each.wanted is None else _("少了第 {page} 页：{text}")).format(**told)


def _differing(wanted: str, said: str) -> tuple[int, str, str]:
    """Where two lines begin to differ, and what each has there; a figure is shown whole."""
    start = _in_common(wanted, said)
    end = _in_common(wanted[start:][::-1], said[start:][::-1])
    before = _ENDS_IN_FIGURE.search(wanted[:start])
    start = before.start() if before else start
    behind = _BEGINS_WITH_FIGURE.match(wanted[len(wanted) - end :])
    end -= len(behind[0]) if behind else 0
    return start, wanted[start : len(wanted) - end], said[start : len(said) - end]


def _in_common(text: str, other: str) -> int:
    """With how many characters both begin."""
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(text, other, strict=False)))


def _around(line: str, start: int) -> str:
    first = max(0, start - _BEFORE)
    lead, tail = "…" if first else "", "…" if first + _SHOWN < len(line) else ""
    return lead + line[first : first + _SHOWN] + tail


def looks(content: bytes, again: bytes, file: str) -> Iterator[Diagnostic]:
    """Each page of the same words that looks different."""
    for page, line in unlike_lines(content, again, file):
        words = _("第 {page} 页第 {line} 行一带看上去不同") if line else _("第 {page} 页看上去不同")
        yield replace(COPY_LOOKS_OTHERWISE.at(Place(file), words.format(page=page, line=line)), page=page)


def attached_otherwise(inside: Inside, files: Iterable[Attachment], file: str) -> Iterator[Diagnostic]:
    """The facts and the findings that are attached must be those of the content file."""
    for each in files:
        key = _KEYS.get(each.name)
        if key and key(inside.files.get(each.name, b"")) != key(each.content):
            label = _("附件 {name} 与按内容文件得出的不同", name=each.name)
            yield COPY_DIFFERS.at(Place(file), label)


def _key_of_findings(content: bytes) -> Any:
    """What findings say in any language."""
    try:
        found = json.loads(content)["files"][0]["findings"]
        return [(each["code"], each["severity"], each["line"], each["column"], each["acknowledged"]) for each in found]
    except (ValueError, LookupError, TypeError, RecursionError):
        return None


_KEYS: dict[str, Callable[[bytes], Any]] = {FACTS: bytes, FINDINGS: _key_of_findings}
"""By what two files of that name are held against each other."""
