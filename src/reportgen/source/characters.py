"""Characters that nobody sees: they come along from web pages, chat programs, Word and old systems."""

import unicodedata
from collections.abc import Iterator, Sequence

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.source_kinds import CONTROL, INVISIBLE
from reportgen.language import _
from reportgen.place import Written
from reportgen.source.mending import Slip
from reportgen.source.node import Node, walk

_NAMES = {
    "\u00ad": "软连字符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u2060": "零宽连接符",
    "\ufeff": "字节顺序标记",
    "\u000b": "手动换行",
    "\u000c": "换页",
    "\u0085": "换行",
    "\u2028": "换行",
    "\u2029": "换段",
    "\ufffd": "转码时丢了的字",
}
_BREAKS = frozenset("\u000b\u000c\u0085\u2028\u2029\ufffd")
"""Where one of these stands something is missing: a new line, or a character. Only the writer knows."""
_INVISIBLE = frozenset("\u00ad\u034f\u061c\u115f\u1160\u3164\ufeff\uffa0") | frozenset(
    chr(code) for low, high in ((0x200B, 0x200F), (0x2060, 0x2064), (0x206A, 0x206F)) for code in range(low, high + 1)
)
_JOINER, _EMOJI_LOOKS = "\u200d", "\ufe0f"


def is_control(char: str) -> bool:
    """A control character, or one that turns the direction of writing around (Trojan source)."""
    code = ord(char)
    control = code < 0x20 or 0x7F <= code < 0xA0 or code in (0x2028, 0x2029, 0xFFFD, 0xFFFE, 0xFFFF)
    turning = 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    return (control or turning) and char not in "\n\t\r"


def _unseen(char: str) -> bool:
    return char in _INVISIBLE or is_control(char)


def visible(line: str) -> str:
    """The line for quoting: a blank in the place of each character that is not seen."""
    return line if line.isascii() and line.isprintable() else "".join(" " if _unseen(char) else char for char in line)


def unseen(lines: Sequence[str]) -> Iterator[Slip]:
    """A slip for each run of one such character; those between two emoji join them, and are meant."""
    if not any(map(_unseen, set().union(*lines))):
        return  # as nearly always: a text has few different characters
    for number, line in enumerate(lines):
        if any(map(_unseen, set(line))):
            yield from _of_line(number, line)


def _of_line(number: int, line: str) -> Iterator[Slip]:
    start = 0
    while start < len(line):
        char, end = line[start], start + 1
        if _unseen(char) and not (char == _JOINER and _joins(line, start)):
            while line[end : end + 1] == char:
                end += 1
            yield _slip(number, start, end - start, char)
        start = end


def _slip(line: int, column: int, length: int, char: str) -> Slip:
    """Breaks become blanks, since words stand on both sides; everything else is left out."""
    kind = INVISIBLE if char in _INVISIBLE else CONTROL
    mended = " " * length if char in _BREAKS else ""
    turning = kind is CONTROL and ord(char) > 0x2029
    label = named(char)
    return Slip(kind, line, column, length, mended, label, length, not turning, char not in _BREAKS)


def _joins(line: str, at: int) -> bool:
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    return before == _EMOJI_LOOKS or (_is_symbol(before) and _is_symbol(after))


def _is_symbol(char: str) -> bool:
    return char != "" and unicodedata.category(char) in ("So", "Sk")


def named(char: str) -> str:
    """零宽空格 U+200B."""
    name = _(_NAMES[char]) if char in _NAMES else ""
    return f"{name} U+{ord(char):04X}".strip()


def escaped_controls(root: Node) -> Iterator[Diagnostic]:
    """Those that come in as escapes of double quotes, such as "\\x07"."""
    for node in walk(root):
        if isinstance(node, Written) and node.quoted:
            for char in filter(_unseen, node.text):
                yield CONTROL.at(node.place, named(char))
