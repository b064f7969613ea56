"""The texts behind `|`: where each ends, and prose that does not stand where YAML looks for it.

YAML ends such a text at the first line that is not indented far enough, and takes what follows for keys. Here it goes
on until a line that looks like a key, an item or a comment above one.
"""

from bisect import bisect

from reportgen import patterns as re
from reportgen.diagnostics.source_kinds import DIVIDER, UNINDENTED
from reportgen.language import _
from reportgen.record import Struct, field
from reportgen.source.mending import Slip

COLON = "[：﹕∶]"
"""What input methods, WPS and web pages put for a half-width colon."""
_HEADER = re.compile(rf"^(?P<lead> *(?:- +){{0,5}})\S.*?(?::|{COLON}|\t)\s*[|>][-+]?\d?\s*(?:#.*)?$")
_KEY_LINE = re.compile(
    r"(?:- +){0,5}(?:[^\s:：#\"'{\[，,。；！？|][^:：#\"'{\[，,。；！？|]{0,29}|\"[^\"]*\"|'[^']*')\s*:(?:\s|$)"
)
_LOOSE_KEY = re.compile(rf"(?:- *|－ *)*[^\s:：#\"'{{\[，,。；！？]{{1,20}} ?(?::|{COLON})")
_SENTENCE = re.compile(r"[。；！？]|.{60}")
_DIVIDER = re.compile(r"(?:-{3,}|\.\.\.|={3,}|\*{3,}|_{3,}|—{2,}|```\w*|~~~)\s*$")
_HEADING = re.compile(r"#{1,6}\s")


def looks_like_key(line: str) -> bool:
    """Whether a line begins with 「键: 」, an item's dash before it or not."""
    return bool(_KEY_LINE.match(line.lstrip()))


class Bodies(Struct):
    """Which lines of a file belong to texts behind `|`, and what is wrong with where they stand."""

    lines: tuple[str, ...]
    inside: set[int] = field(default_factory=set)
    slips: list[Slip] = field(default_factory=list)
    said: list[int] = field(default_factory=list)
    """The lines that are neither blank nor begin with #."""

    def __post_init__(self) -> None:
        self.said = [number for number, line in enumerate(self.lines) if line.strip() and not _comment(line)]
        number = 0
        while number < len(self.lines):
            line = self.lines[number]
            number += 1
            header = None if _comment(line) else _HEADER.match(line)
            if header:
                number = self._body(number, len(header["lead"]))
            elif _DIVIDER.match(line):
                self._divider(number - 1)

    def _body(self, first: int, key: int) -> int:
        """The number of the first line behind the text whose key stands at column `key`."""
        number, indent, strayed = first, 0, False
        while number < len(self.lines):
            line = self.lines[number]
            own = len(line) - len(line.lstrip(" "))
            if not line.strip():
                pass
            elif own > key and (own >= indent or not self._is_between(number, key)):
                indent = indent or own
                self._prose(number, own, indent)
            elif _DIVIDER.match(line):
                self._divider(number)
            elif self._is_structure(number, key, sure=bool(indent) and not strayed):
                return number
            else:
                strayed = True
                indent = indent or key + 2
                self._prose(number, own, indent)
            number += 1
        return number

    def _is_between(self, number: int, key: int) -> bool:
        """Whether a line that stands further in than the key, but not as far as the text, belongs to neither."""
        line = self.lines[number]
        return looks_like_key(line) or (_comment(line) and not self._heads_prose(number, key, sure=True))

    def _prose(self, number: int, own: int, indent: int) -> None:
        self.inside.add(number)
        if own < indent:
            label = _("这一行前面要空 {indent} 格，现在是 {own} 格", indent=indent, own=own)
            self.slips.append(Slip(UNINDENTED, number, own, 0, " " * (indent - own), label))

    def _divider(self, number: int) -> None:
        """YAML lets a document begin with --- and end with ...: there they part nothing."""
        marks = self.lines[number].rstrip()
        first, last = number <= self.said[0], number >= self.said[-1]
        if not (first and marks.startswith("-")) and not (last and marks.startswith(".")):
            self.slips.append(Slip(DIVIDER, number, 0, len(marks), "", shown=len(marks)))

    def _is_structure(self, number: int, key: int, sure: bool) -> bool:
        """Whether a line that is not indented far enough for prose ends the text.

        「其他问题：无」 does where the text is `sure` to stand right so far; else it may be prose with a colon.
        """
        line = self.lines[number]
        words = line.lstrip()
        if _comment(words):
            return not self._heads_prose(number, key, sure)
        if words.startswith("- ") or words == "-":
            return len(line) - len(line.lstrip(" ")) < key
        if _KEY_LINE.match(words) or _HEADER.match(line):
            return True
        return bool(_LOOSE_KEY.match(words)) and (sure or (number - 1 in self.inside and not _SENTENCE.search(words)))

    def _heads_prose(self, number: int, key: int, sure: bool) -> bool:
        """Whether 「# 」 is a sub-heading of prose below it, and no comment."""
        if not _HEADING.match(self.lines[number].lstrip()):
            return False
        below = self.lines[self.said[at]] if (at := bisect(self.said, number)) < len(self.said) else ""
        deeper = len(below) - len(below.lstrip(" ")) > key and not looks_like_key(below)
        return bool(below) and (deeper or not self._is_structure(self.said[at], key, sure))


def _comment(line: str) -> bool:
    return line.lstrip().startswith("#")
