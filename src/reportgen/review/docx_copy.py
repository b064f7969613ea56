"""A Word file that came back, beside the lines that were sent out."""

from reportgen.record import Struct, field
from reportgen.review.holding import Holding
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

    def line_before(self, number: int) -> str:
        """The line that ends last before a paragraph; empty where none does."""
        return next((name for at in range(number - 1, -1, -1) if (name := self.holding.at(at, 10**9))), "")
