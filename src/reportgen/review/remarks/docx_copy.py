"""A Word file that came back, beside the lines that were sent out."""

from collections.abc import Container

from reportgen.record import Struct, field
from reportgen.review.remarks.holding import Holding
from reportgen.review.trace import Line
from reportgen.word.marked import Change, MarkedParagraph


class DocxCopy(Struct):
    """Its paragraphs, and which of them hold which line; `untracked` is who saved it last."""

    lines: tuple[Line, ...]
    paragraphs: list[MarkedParagraph]
    holding: Holding
    untracked: Change
    slots: frozenset[str] = frozenset()
    named: dict[str, Line] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.named = {line.name: line for line in self.lines}

    def line_before(self, number: int, but: Container[str] = ()) -> str:
        """The line that ends last before a paragraph, none of some others; empty where none does."""
        before = (self.holding.at(at, 10**9) for at in range(number - 1, -1, -1))
        return next((name for name in before if name and name not in but), "")
