"""In which encoding a text was saved: UTF-8, or what old editors and WPS write, GBK and UTF-16.

Detection is strict. A file is taken for GBK only when it is no damaged UTF-8 and nearly all its hanzi are common ones:
UTF-8 that is read as GBK is full of rare hanzi.
"""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from pathlib import Path

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.record import Struct
from reportgen.world import read_bytes

UTF8 = "utf-8"
NAMES = {"gb18030": "GBK", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "utf-32": "UTF-32"}
"""What users know the others by."""
_COMMON = 0.9
_MOST_DAMAGED = 0.1


class Decoded(Struct, frozen=True):
    """A text and the encoding that it was saved in."""

    text: str
    encoding: str = UTF8

    @property
    def name(self) -> str:
        """The name of an encoding that is not UTF-8; empty for UTF-8."""
        return NAMES.get(self.encoding, "")


def read_decoded(path: Path) -> Decoded:
    """The text of a file. Raises UsageProblem when it cannot be read, or is in no encoding that is known."""
    return decoded_file(path, read_bytes(path))


def decoded_file(path: Path, content: bytes) -> Decoded:
    """The text of a file whose bytes are read. Raises UsageProblem when it is in no encoding that is known."""
    found = decoded(content)
    if found is None:
        told = _(
            "{path} 不是 UTF-8 编码（第 {line} 行读不懂）。请在编辑器里另存为 UTF-8。", path=path, line=_line(content)
        )
        raise UsageProblem(told)
    return found


def decoded(content: bytes) -> Decoded | None:
    """The text of a file's bytes; None when they are no text, or damaged."""
    if content.startswith((BOM_UTF32_LE, BOM_UTF32_BE)):  # the first begins as UTF-16 does
        return _as(content, "utf-32")
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _as(content, "utf-16")
    if (plain := _as(content, UTF8)) is not None and "\0" not in plain.text:
        return Decoded(plain.text.removeprefix("\ufeff"))
    for encoding in _without_mark(content):
        if (wide := _as(content, encoding)) is not None and _is_text(wide.text):
            return wide
    chinese = None if _is_damaged(content) else _as(content, "gb18030")
    if chinese is not None and _is_common(chinese.text):
        return chinese
    return plain  # with zero bytes in it: the reader names them


def _as(content: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(content.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _without_mark(content: bytes) -> list[str]:
    """UTF-16 without its mark: every other byte of its blanks, figures and marks is zero."""
    return [name for name, zeros in (("utf-16-le", content[1::2]), ("utf-16-be", content[::2])) if b"\0" in zeros]


def _is_text(text: str) -> bool:
    strange = sum(1 for char in text if not (char.isprintable() or char.isspace()))
    return "\0" not in text and strange <= len(text) * _MOST_DAMAGED and _is_common(text)


def _is_damaged(content: bytes) -> bool:
    """Whether it is UTF-8 but for a few places, as a file that was cut or joined by bytes."""
    strange = [char for char in content.decode(UTF8, "replace") if not char.isascii()]
    return strange.count("\ufffd") <= len(strange) * _MOST_DAMAGED


def _is_common(text: str) -> bool:
    """Whether nearly all that is not ASCII stands in GB 2312, the characters of daily use."""
    strange = [char for char in text if not char.isascii()]
    return len("".join(strange).encode("gb2312", "ignore")) // 2 >= len(strange) * _COMMON


def _line(content: bytes) -> int:
    """The line, from 1, on which UTF-8 breaks off."""
    try:
        content.decode(UTF8)
    except UnicodeDecodeError as error:
        return content[: error.start].count(b"\n") + 1
    return 1
