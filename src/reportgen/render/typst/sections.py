"""Stretches of pages that lie alike and are counted together → JSON."""

from reportgen.model.document import Numbers, PageTurn
from reportgen.record import Struct
from reportgen.render.typst.styles import Json


class Section(Struct, frozen=True):
    """How the pages of a section lie, are numbered, and begin; None goes on with the numbers of the template."""

    across: bool = False
    numbers: Numbers | None = None
    restarts: bool = False
    recto: bool = False

    def json(self, items: list[Json]) -> Json:
        """The section with what stands in it."""
        numbers = self.numbers.value if self.numbers else None
        return {
            "across": self.across,
            "numbers": numbers,
            "restarts": self.restarts,
            "recto": self.recto,
            "items": items,
        }

    def turned(self, turn: PageTurn) -> "Section":
        """The one that a turn begins."""
        return Section(turn.landscape, turn.numbers or self.numbers, turn.numbers is not None, turn.recto)
