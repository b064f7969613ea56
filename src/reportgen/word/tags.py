"""The tags that a template may hold, and everything that looks like a tag and is none.

A condition stands alone in its paragraph, `{%p … %}`, or alone in a row of a table, `{%tr … %}`: docxtpl takes the
whole paragraph or row away with it.
"""

from reportgen import patterns as re
from reportgen.record import Struct

_NAME = r"[^\W\d][\w.]*"
_INLINE = re.compile(rf"\{{\{{\s*(?P<name>{_NAME})\s*\}}\}}")
_BLOCKS = re.compile(rf"\{{\{{p\s+(?P<name>{_NAME})\s*\}}\}}")
_IF = r"\{{%{unit}\s+if\s+(?P<name>[^\W\d][\w.]*)\s*%\}}"
_ELSE = r"\{{%{unit}\s+else\s*%\}}"
_ENDIF = r"\{{%{unit}\s+endif\s*%\}}"
_ANY = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|｛｛|｝｝|｛%")


class NotATag(Exception):
    """The text has braces that are none of the tags."""


class BlockTag(Struct, frozen=True):
    """`{{p 正文 }}`."""

    name: str


class IfTag(Struct, frozen=True):
    """`{%p if 名称 %}`."""

    name: str


class ElseTag(Struct, frozen=True):
    """`{%p else %}`."""


class EndIfTag(Struct, frozen=True):
    """`{%p endif %}`."""


class LineTag(Struct, frozen=True):
    """Words and inline tags: (text, name) pairs, name empty for plain words."""

    parts: tuple[tuple[str, str], ...]


def read_condition(text: str, unit: str) -> IfTag | ElseTag | EndIfTag | None:
    """The condition that a paragraph (`unit` p) or a row (tr) consists of."""
    alone = text.strip()
    if match := re.fullmatch(_IF.format(unit=unit), alone):
        return IfTag(match["name"])
    if re.fullmatch(_ELSE.format(unit=unit), alone):
        return ElseTag()
    return EndIfTag() if re.fullmatch(_ENDIF.format(unit=unit), alone) else None


def read_tags(text: str) -> BlockTag | IfTag | ElseTag | EndIfTag | LineTag:
    """What a paragraph of a template says. Raises NotATag with the offending text."""
    if match := _BLOCKS.fullmatch(text.strip()):
        return BlockTag(match["name"])
    if condition := read_condition(text, "p"):
        return condition
    return read_line(text)


def read_line(text: str) -> LineTag:
    """Words and inline tags. Raises NotATag with whatever else has braces."""
    parts: list[tuple[str, str]] = []
    at = 0
    for match in _INLINE.finditer(text):
        parts += [(text[at : match.start()], ""), ("", match["name"])]
        at = match.end()
    parts.append((text[at:], ""))
    for words, _name in parts:
        if _ANY.search(words):
            raise NotATag(words.strip())
    return LineTag(tuple(part for part in parts if part != ("", "")))
