"""The texts behind `|`: where each ends, and prose that does not stand where YAML looks for it.

YAML ends such a text at the first line that is not indented far enough, and takes what follows for keys. Here it goes
on until a line that looks like a key, an item or a comment above one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportgen.diagnostics.source_kinds import DIVIDER, UNINDENTED
from reportgen.language import _
from reportgen.source.mending import Slip

COLON = "[：﹕∶]"
"""What input methods, WPS and web pages put for a half-width colon."""
_HEADER = re.compile(rf"^(?P<lead> *(?:- +)*)\S.*?(?::|{COLON})\s*[|>][-+]?\d?\s*(?:#.*)?$")
_KEY_LINE = re.compile(r"(?:- +)*(?:[^\s:：#\"'{\[，,。；！？|][^:：#\"'{\[，,。；！？|]{0,29}|\"[^\"]*\"|'[^']*')\s*:(?:\s|$)")
_LOOSE_KEY = re.compile(rf"(?:- *|－ *)*[^\s:：#\"'{{\[，,。；！？]{{1,20}} ?(?::|{COLON})")
_SENTENCE = re.compile(r"[。；！？]|.{60}")
_DIVIDER = re.compile(r"(?:---|\.\.\.|```\w*|~~~)\s*$")
_HEADING = re.compile(r"#{1,6}\s")


def looks_like_key(line: str) -> bool:
    """Whether a line begins with 「键: 」, an item's dash before it or not."""
    return bool(_KEY_LINE.match(line.lstrip()))


@dataclass
class Bodies:
    """Which lines of a file belong to texts behind `|`, and what is wrong with where they stand."""

    lines: tuple[str, ...]
    inside: set[int] = field(default_factory=set)
    slips: list[Slip] = field(default_factory=list)

    def __post_init__(self) -> None:
        number = 0
        while number < len(self.lines):
            line = self.lines[number]
            number += 1
            header = None if line.lstrip().startswith("#") else _HEADER.match(line)
            if header:
                number = self._body(number, len(header["lead"]))
            elif _DIVIDER.match(line):
                self._divider(number - 1)

    def _body(self, first: int, key: int) -> int:
        """The number of the first line behind the text whose key stands at column `key`."""
        number, indent = first, 0
        while number < len(self.lines):
            line = self.lines[number]
            own = len(line) - len(line.lstrip(" "))
            if not line.strip():
                pass
            elif own > key:
                indent = indent or own
                self._prose(number, own, indent)
            elif _DIVIDER.match(line):
                self._divider(number)
            elif self._is_structure(number, key, empty=not indent):
                return number
            else:
                indent = indent or key + 2
                self._prose(number, own, indent)
            number += 1
        return number

    def _prose(self, number: int, own: int, indent: int) -> None:
        self.inside.add(number)
        if own < indent:
            label = _("这一行前面要空 {indent} 格，现在是 {own} 格", indent=indent, own=own)
            self.slips.append(Slip(UNINDENTED, number, own, 0, " " * (indent - own), label))

    def _divider(self, number: int) -> None:
        before, after = self.lines[:number], self.lines[number + 1 :]
        if self.lines[number].startswith("---") and not any(map(_says_something, before)):
            return  # where YAML lets a document begin
        marks = self.lines[number].rstrip()
        if any(map(_says_something, after)) or not marks.startswith("..."):
            self.slips.append(Slip(DIVIDER, number, 0, len(marks), "", shown=len(marks)))

    def _is_structure(self, number: int, key: int, empty: bool) -> bool:
        """Whether a line that is not indented far enough for prose ends the text."""
        line = self.lines[number]
        words = line.lstrip()
        if words.startswith("#"):
            return not self._heads_prose(number, key, empty)
        if words.startswith("- ") or words == "-":
            return len(line) - len(line.lstrip(" ")) < key
        if _KEY_LINE.match(words):
            return True
        return bool(not empty and _LOOSE_KEY.match(words) and not _SENTENCE.search(words))

    def _heads_prose(self, number: int, key: int, empty: bool) -> bool:
        """Whether 「# 」 is a sub-heading of prose below it, and no comment."""
        if not _HEADING.match(self.lines[number].lstrip()):
            return False
        below = next(self._said(number + 1), None)
        if below is None:
            return False
        deeper = len(self.lines[below]) - len(self.lines[below].lstrip(" ")) > key
        return deeper or not self._is_structure(below, key, empty)

    def _said(self, first: int) -> Iterator[int]:
        """Lines from `first` on that are neither blank nor begin with #."""
        return (at for at in range(first, len(self.lines)) if _says_something(self.lines[at]))


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
