"""Findings in the order of the pages, numbered, and noted at their words."""

from collections.abc import Callable, Iterable

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.pdf.locating import Located
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.reviewing.notes import Noted
from reportgen.review.fingerprint import Fingerprints
from reportgen.review.sheet import Entry

Found = tuple[Diagnostic, Located | None]
"""A finding, and where its words stand."""
Spot = Callable[[Located | None], tuple[int, int]]
"""Page and line of a place; 0 for what is not known."""


def entries_of(found: Iterable[Found], checked: Checked, notes: Noted, spot: Spot) -> tuple[Entry, ...]:
    """What asks for something before what was accepted; page by page, what stands on none last."""

    def order(each: Found) -> tuple[bool, bool, tuple[int, int], tuple[float, float]]:
        finding, at = each
        within = (at.base, at.boxes[0][0]) if at else (0.0, 0.0)
        return not finding.pending, at is None, spot(at), within

    fingerprints = Fingerprints(checked.source)
    numbers: dict[str, int] = {}
    made: list[Entry] = []
    for finding, at in sorted(found, key=order):
        name = fingerprints.of(finding)
        number = numbers.setdefault(name, len(numbers) + 1)
        made.append(Entry(number, finding, name, *spot(at)))
        if at:
            notes.add(made[-1], at)
    return tuple(made)
