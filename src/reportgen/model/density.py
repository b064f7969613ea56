"""How closely a table is set: the room and the rules that all have, and what a form does with to stay on a page."""

from reportgen.model.look import Style
from reportgen.record import Struct, replace

HIGH, WIDE = 1.4, 2.85
"""The room above and below a cell's words, and beside them, in pt: ½ mm and 1 mm. Beside them it is counted from the
middle of a rule, as Word does: half a rule more, and one hanzi less goes into a cell here than there."""

RULE = 0.5
"""How thick the rules are, in pt."""


class Density(Struct, frozen=True):
    """The size of the letters of a table, its line pitch, and the room above and below words, in pt."""

    size: float
    line: float
    high: float

    def style(self, style: Style) -> Style:
        """The style of a cell, set so closely; one that is closer already keeps to itself."""
        return replace(style, size=min(style.size, self.size), line=min(style.line or self.line, self.line))
