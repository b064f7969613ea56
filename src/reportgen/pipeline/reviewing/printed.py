"""The printed words that a finding is about."""

from collections.abc import Sequence

from reportgen.model.document import Document
from reportgen.model.inline import plain_text
from reportgen.pipeline.review_page.strips import Strip
from reportgen.pipeline.review_page.typed import Stretch, Typed
from reportgen.place import Place


class Printed:
    """Finds what a document has printed of a place in the content file, among the strips of its lines."""

    def __init__(self, document: Document, strips: Sequence[Strip]) -> None:
        self.strips = strips
        self._typed = Typed(strips)
        self._slots = document.lines.values()

    def words(self, place: Place) -> Stretch | None:
        """The words that print what stands at a place; None when nothing does."""
        stretches = self._typed.at(place)
        return stretches[0] if stretches else self._within_a_title(place)

    def heading(self, section: str) -> Stretch | None:
        """The heading of a section, where what is missing there can be told."""
        of_section = (number for number, strip in enumerate(self.strips) if strip.traced and section)
        found = next((each for each in of_section if _section(self.strips[each]) == section), None)
        return None if found is None else Stretch(found, 0, len(self.strips[found].text))

    def _within_a_title(self, place: Place) -> Stretch | None:
        """What the template prints within other words: the unit, in a title."""
        here = place.file, place.line
        slots = (
            inlines for inlines in self._slots if any((each.origin.file, each.origin.line) == here for each in inlines)
        )
        words = plain_text(next(slots, ())).replace("\n", "") if place.line else ""
        starts = ((number, strip.text.find(words)) for number, strip in enumerate(self.strips) if words)
        return next((Stretch(number, at, at + len(words)) for number, at in starts if at >= 0), None)


def _section(strip: Strip) -> str:
    return strip.traced.section if strip.traced else ""
