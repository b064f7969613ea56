"""The frame of a document type: the paragraphs of the Word template with their tags, free of Word."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.model.look import Rule, Style

LETTERHEAD = "公文发文机关标志"
"""The style of a line that is set smaller when its words would not find room on one line (§7.2.4)."""


@dataclass(frozen=True, slots=True)
class Slot:
    """`{{ 标题 }}`: an inline value of that name."""

    name: str


@dataclass(frozen=True, slots=True)
class Span:
    """Words and slots in letters of their own: the name of a 签发人 in 楷体 behind a label in 仿宋."""

    style: Style
    parts: tuple[str | Slot, ...]


@dataclass(frozen=True, slots=True)
class FrameLine:
    """A paragraph of words and slots in a style (direct formatting already merged into it).

    A tab leads to `style.right_tab`.
    """

    style: Style
    parts: tuple[str | Slot | Span, ...]

    def pieces(self) -> Iterator[str | Slot]:
        """Its words and slots, those of spans among them."""
        for part in self.parts:
            if isinstance(part, Span):
                yield from part.parts
            else:
                yield part


@dataclass(frozen=True, slots=True)
class FrameBlocks:
    """`{{p 正文 }}`: blocks take the place of the paragraph."""

    name: str


@dataclass(frozen=True, slots=True)
class FrameIf:
    """`{%p if 名称 %}` … `{%p else %}` … `{%p endif %}`: what is shown when the slot has a value, and when not."""

    name: str
    items: tuple["FrameItem", ...]
    otherwise: tuple["FrameItem", ...] = ()

    def chosen(self, has_value: bool) -> tuple["FrameItem", ...]:
        """What is shown."""
        return self.items if has_value else self.otherwise


@dataclass(frozen=True, slots=True)
class FrameRow:
    """A row of a table of the frame; `height` in pt is kept whatever stands in it."""

    items: tuple["FrameItem", ...]
    height: float | None = None


@dataclass(frozen=True, slots=True)
class FrameTable:
    """A table of one column: lines between rules, or in a room of fixed height.

    `at_foot`: its last rule lies on the lower edge of the type area of its page (版记, §7.4.1). `margins` are the empty
    edges of each row, clockwise from the top, in pt.
    """

    items: tuple["FrameItem", ...]
    """Rows, and conditions that hold rows."""
    width: float
    margins: tuple[float, float, float, float]
    above: Rule | None = None
    between: Rule | None = None
    below: Rule | None = None
    at_foot: bool = False


FrameItem = FrameLine | FrameBlocks | FrameIf | FrameTable | FrameRow


@dataclass(frozen=True, slots=True)
class Frame:
    """The template from top to bottom."""

    items: tuple[FrameItem, ...]

    def walk(self) -> Iterator[FrameItem]:
        """Every item, conditions and tables before what they hold."""
        yield from _walk(self.items)


def _walk(items: tuple[FrameItem, ...]) -> Iterator[FrameItem]:
    for item in items:
        yield item
        match item:
            case FrameIf():
                yield from _walk(item.items + item.otherwise)
            case FrameTable() | FrameRow():
                yield from _walk(item.items)
            case FrameLine() | FrameBlocks():
                pass
