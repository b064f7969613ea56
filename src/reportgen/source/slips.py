"""Slips of the hand that make YAML unreadable, found line by line so that all are reported at once.

The reader asks for them only where parsing failed, mends the text as the person meant it, and reads on: the errors
behind the first one are found in the same run.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.diagnostics.kinds import (
    BAR_TEXT,
    BRACES_FIRST,
    TAB,
    TIGHT_COLON,
    TIGHT_DASH,
    WIDE_COLON,
    WIDE_COMMA,
    Kind,
)

_BLOCK_HEADER = re.compile(r"^(?P<indent>\s*).*?[:：]\s*[|>][-+]?\d?\s*(#.*)?$")
_INDENT = re.compile(r"[ \t\u3000\u00a0]*")
_KEY = r"(?:- +)?[^\s:：#\"'{\[，,]{1,20}"
_WIDE_COLON_KEY = re.compile(rf"^\s*{_KEY}(?P<slip>：)")
_TIGHT_COLON_KEY = re.compile(r"^\s*(?:- +)?[^\s:：#\"'{\[]{1,20}(?P<slip>:)(?=[^\s/])")
_TIGHT_DASH = re.compile(r"^\s*(?P<slip>-(?=[^\s\d-])|－ ?)[^:：]{0,20}[:：]")
_VALUE = re.compile(rf"^\s*{_KEY}: +(?P<value>\S.*?)\s*$")
_IN_FLOW_COLON = re.compile(r"(?<=[{,，])\s*[^\s:：{}\[\],，\"']{1,20}(?P<slip>：|:(?=\S))")


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: what it is, where (line and column from 0), and the characters to put in its place."""

    kind: Kind
    line: int
    column: int
    length: int
    mended: str


def find_slips(lines: list[str]) -> Iterator[Slip]:
    """The slips in the structure lines of a file; the bodies of `|` texts are left alone."""
    body_indent: int | None = None
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if body_indent is not None and (not line.strip() or indent > body_indent):
            continue
        header = _BLOCK_HEADER.match(line)
        body_indent = len(header["indent"]) if header else None
        if line.lstrip().startswith("#") or not line.strip():
            continue
        yield from _slips_of_line(number, line)


def _slips_of_line(number: int, line: str) -> Iterator[Slip]:
    lead = _INDENT.match(line)
    indent = lead[0] if lead else ""
    if strange := re.search(r"[\t\u3000\u00a0]+", indent):
        yield Slip(TAB, number, strange.start(), len(strange[0]), "  " * len(strange[0]))
        return
    if match := _TIGHT_DASH.match(line):
        yield Slip(TIGHT_DASH, number, match.start("slip"), len(match["slip"]), "- ")
    if match := _WIDE_COLON_KEY.match(line):
        yield Slip(WIDE_COLON, number, match.start("slip"), 1, ": ")
    elif match := _TIGHT_COLON_KEY.match(line):
        yield Slip(TIGHT_COLON, number, match.start("slip"), 1, ": ")
    yield from _slips_of_value(number, line)


def _slips_of_value(number: int, line: str) -> Iterator[Slip]:
    """A value that begins with {{ or stands behind a |, and what is wrong inside { } or [ ]."""
    match = _VALUE.match(line)
    value = match["value"] if match else line.lstrip("- ")
    start = match.start("value") if match else len(line) - len(value)
    if value.startswith("{{"):
        yield Slip(BRACES_FIRST, number, start, len(value), _quoted(value))
    elif re.match(r"\|[^-+\d\s]|\|\s+[^\s#]", value):
        yield Slip(BAR_TEXT, number, start, len(value), _quoted(value[1:].strip()))
    elif value.startswith(("{", "[")):
        yield from _slips_in_flow(number, line, start)


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _slips_in_flow(number: int, line: str, start: int) -> Iterator[Slip]:
    for match in _IN_FLOW_COLON.finditer(line, start):
        wide = match["slip"] == "："
        yield Slip(WIDE_COLON if wide else TIGHT_COLON, number, match.start("slip"), 1, ": ")
    for match in re.finditer("，", line[start:]):
        yield Slip(WIDE_COMMA, number, start + match.start(), 1, ", ")


def stretch(slip: Slip, line: str) -> int:
    """How many characters its mending takes the place of: a blank behind it that the mending brings along is one."""
    end = slip.column + slip.length
    return slip.length + (slip.mended.endswith(" ") and line[end : end + 1] == " " and slip.kind is not TAB)


def mend(lines: list[str], slips: list[Slip]) -> list[str]:
    """The lines with every slip put right; columns behind a slip move by at most one a slip."""
    mended = list(lines)
    for slip in sorted(slips, key=lambda s: (s.line, s.column), reverse=True):
        line = mended[slip.line]
        mended[slip.line] = line[: slip.column] + slip.mended + line[slip.column + stretch(slip, line) :]
    return mended
