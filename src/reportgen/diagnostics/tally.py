"""What the findings of one file come to, for whoever does not look at each: in words, in numbers, and for programs.

It is kept beside the outputs, so that a file that has not changed is told of without its findings being made again.
"""

import json
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from reportgen.diagnostics.as_json import findings_of, summary_of
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.outcome import Examined
from reportgen.diagnostics.report import Report
from reportgen.diagnostics.text import summary, weighed
from reportgen.language import _
from reportgen.place import Place
from reportgen.record import Raw, Struct, as_json

_MOST_PLACES = 3


class Tally(Struct, frozen=True):
    """A report in short, in the language of the call."""

    count: int
    """All findings, also those that somebody has accepted."""
    heaviest: int | None
    """The rank of the heaviest that nobody has accepted; None where there is none."""
    summary: str
    """错误 3 处，疑似 1 处."""
    weights: Mapping[str, int]
    """How many there are of each weight that nobody has accepted, by its word."""
    places: str
    """The heaviest places: 第 48 行、第 82 行…."""
    severities: Mapping[str, int]
    """The same numbers for programs, see `as_json.summary_of`."""
    entries: Raw
    """The findings as JSON for programs, a list."""


def tally_of(file: str, report: Report) -> Tally:
    """The tally of the findings in `file`."""
    findings = findings_of(Examined(file, report))
    return Tally(
        len(report),
        report.heaviest,
        summary(report),
        dict(weighed(report.pending)),
        places_of(report.pending),
        summary_of(report),
        Raw(spelt(findings)),
    )


def spelt(value: Any) -> bytes:
    """As JSON, also with half a character, which a content file may write as \\ud800."""
    try:
        return as_json(value)
    except UnicodeEncodeError:
        return json.dumps(value).encode()


def places_of(pending: Sequence[Diagnostic]) -> str:
    """The heaviest places of what was found."""
    places: dict[str, None] = {}
    for finding in sorted(pending, key=lambda finding: finding.rank):
        if place := _spot(finding.place):
            places[place] = None
        if len(places) > _MOST_PLACES:
            break
    more = "…" if len(places) > _MOST_PLACES else ""
    return _("、").join(islice(places, _MOST_PLACES)) + more


def _spot(place: Place) -> str:
    """Where in its file something stands."""
    return place.spot.words or (_("第 {line} 行", line=place.line) if place.line else "")
