"""The lines of a finished document, counted for messages, and the headings above the next one."""

from reportgen.model.document import Text
from reportgen.place import Place, Spot
from reportgen.record import Struct, field


class LineCounter(Struct):
    """Every paragraph and every paragraph of a cell is a line of its own; `above` are the headings so far."""

    file: str
    lines: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)

    def text(self, words: str, spot: Spot) -> Text:
        """The words as a line of their own."""
        self.lines.append(words)
        return Text(words, Place(self.file, len(self.lines), 1, len(words), spot=spot))

    def enter(self, level: int, heading: str) -> None:
        """From here on the text stands under a heading."""
        self.above[level - 1 :] = [heading.rstrip("。：:；;，")]

    @property
    def section(self) -> str:
        """The headings above, as messages name them."""
        return "".join(self.above)
