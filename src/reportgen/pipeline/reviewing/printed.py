"""The printed words that a finding is about, as they are looked for on the pages."""

from collections import Counter
from collections.abc import Sequence

from reportgen.model.document import Document
from reportgen.model.inline import plain_text
from reportgen.pdf.locating import Sought
from reportgen.pipeline.review_page.strips import Strip
from reportgen.pipeline.review_page.typed import Stretch, Typed
from reportgen.place import Place
from reportgen.verify.comparison import squeeze


class Printed:
    """Finds what a document has printed of a place in the content file."""

    def __init__(self, document: Document, strips: Sequence[Strip]) -> None:
        self._strips, self._typed = strips, Typed(strips)
        self._slots = document.lines.values()
        counts: Counter[tuple[int, str]] = Counter()
        self._turns: list[int] = []
        """How many lines of the same words come before each on its page."""
        for strip in strips:
            key = strip.page, squeeze(strip.text)
            self._turns.append(counts[key])
            counts[key] += 1

    def words(self, place: Place) -> Sought | None:
        """The words that print what stands at a place; None when nothing does."""
        stretches = self._typed.at(place)
        return self._sought(stretches[0]) if stretches else self._within_a_title(place)

    def heading(self, section: str) -> Sought | None:
        """The heading of a section, where what is missing there can be told."""
        of_section = (number for number, strip in enumerate(self._strips) if strip.traced and section)
        found = next((each for each in of_section if _section(self._strips[each]) == section), None)
        return None if found is None else self._sought(Stretch(found, 0, len(self._strips[found].text)))

    def _sought(self, stretch: Stretch) -> Sought:
        strip = self._strips[stretch.strip]
        parts = (strip.text[stretch.start : stretch.end], strip.text[: stretch.start], strip.text[stretch.end :])
        words, before, behind = map(squeeze, parts)
        return Sought(words, before, behind, strip.page, self._turns[stretch.strip])

    def _within_a_title(self, place: Place) -> Sought | None:
        """What the template prints within other words: the unit, in a title."""
        here = place.file, place.line
        slots = (
            inlines for inlines in self._slots if any((each.origin.file, each.origin.line) == here for each in inlines)
        )
        found = next(slots, None)
        return Sought(squeeze(plain_text(found))) if found and place.line else None


def _section(strip: Strip) -> str:
    return strip.traced.section if strip.traced else ""
