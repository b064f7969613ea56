"""The frame of a document type: the paragraphs of the Word template with their tags, free of Word."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.model.look import Style


@dataclass(frozen=True, slots=True)
class Slot:
    """`{{ 标题 }}`: an inline value of that name."""

    name: str


@dataclass(frozen=True, slots=True)
class FrameLine:
    """A paragraph of words and slots in a style (direct formatting already merged into it)."""

    style: Style
    parts: tuple[str | Slot, ...]


@dataclass(frozen=True, slots=True)
class FrameBlocks:
    """`{{p 正文 }}`: blocks take the place of the paragraph."""

    name: str


@dataclass(frozen=True, slots=True)
class FrameIf:
    """`{%p if 名称 %}` … `{%p endif %}`: shown when the slot has a value."""

    name: str
    items: tuple["FrameItem", ...]


FrameItem = FrameLine | FrameBlocks | FrameIf


@dataclass(frozen=True, slots=True)
class Frame:
    """The template from top to bottom."""

    items: tuple[FrameItem, ...]

    def walk(self) -> Iterator[FrameItem]:
        """Every item, conditions before what they hold."""
        yield from _walk(self.items)


def _walk(items: tuple[FrameItem, ...]) -> Iterator[FrameItem]:
    for item in items:
        yield item
        if isinstance(item, FrameIf):
            yield from _walk(item.items)
