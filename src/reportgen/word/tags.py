"""The three tags that a template may hold, and everything that looks like a tag and is none."""

import re
from dataclasses import dataclass

_NAME = r"[^\W\d][\w.]*"
_INLINE = re.compile(rf"\{{\{{\s*(?P<name>{_NAME})\s*\}}\}}")
_BLOCKS = re.compile(rf"\{{\{{p\s+(?P<name>{_NAME})\s*\}}\}}")
_IF = re.compile(rf"\{{%p\s+if\s+(?P<name>{_NAME})\s*%\}}")
_ENDIF = re.compile(r"\{%p\s+endif\s*%\}")
_ANY = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|｛｛|｝｝|｛%")


class NotATag(Exception):
    """The text has braces that are none of the three tags."""


@dataclass(frozen=True, slots=True)
class BlockTag:
    """`{{p 正文 }}`."""

    name: str


@dataclass(frozen=True, slots=True)
class IfTag:
    """`{%p if 名称 %}`."""

    name: str


@dataclass(frozen=True, slots=True)
class EndIfTag:
    """`{%p endif %}`."""


@dataclass(frozen=True, slots=True)
class LineTag:
    """Words and inline tags: (text, name) pairs, name empty for plain words."""

    parts: tuple[tuple[str, str], ...]


def read_tags(text: str) -> BlockTag | IfTag | EndIfTag | LineTag:
    """What a paragraph of a template says. Raises NotATag with the offending text."""
    alone = text.strip()
    if match := _BLOCKS.fullmatch(alone):
        return BlockTag(match["name"])
    if match := _IF.fullmatch(alone):
        return IfTag(match["name"])
    if _ENDIF.fullmatch(alone):
        return EndIfTag()
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
