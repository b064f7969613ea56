"""Findings as the HTML page shows them: by section as cards, and all of them in one list, the heaviest first."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.outcome import Examined, Outcome
from reportgen.diagnostics.text import excerpt_of, weight
from reportgen.language import _
from reportgen.record import Struct

ACCEPTED = "accepted"
"""The CSS class of an acknowledged finding, in place of its severity's."""


class Card(Struct, frozen=True):
    """A finding as it is shown; `key` is its own on the page, and the same when the file is checked again."""

    finding: Diagnostic
    file: str
    key: str
    kind: str
    weight: str
    place: str
    before: str
    guilty: str
    after: str

    @property
    def told(self) -> str:
        """What is wrong, in the fewest words."""
        return self.finding.label or self.guilty


class Group(Struct, frozen=True):
    """The findings of one section of a document."""

    title: str
    cards: list[Card]


def cards(outcome: Outcome) -> list[list[Card]]:
    """The cards of each file, in its order."""
    seen: Counter[str] = Counter()
    return [[_card(finding, examined, seen) for finding in examined.report] for examined in outcome.files]


def grouped(made: list[Card]) -> Iterator[Group]:
    """By section in the order in which each is first mentioned; what is in no section comes first."""
    groups: dict[str, list[Card]] = {"": []}
    for card in made:
        groups.setdefault(card.finding.section, []).append(card)
    for section, own in groups.items():
        if own:
            yield Group(section or _("不在正文里的内容"), own)


def heaviest_first(made: list[list[Card]]) -> list[Card]:
    """All cards: errors, then warnings, then hints; last what is acknowledged. Within these as they stand."""
    every = [card for own in made for card in own]
    return sorted(every, key=lambda card: (not card.finding.pending, card.finding.rank))


def kind_of(finding: Diagnostic) -> str:
    """The CSS class of a finding."""
    return css_of(finding.severity) if finding.pending else ACCEPTED


def css_of(severity: Severity) -> str:
    """The CSS class of a severity."""
    return severity.name.lower()


def _card(finding: Diagnostic, examined: Examined, seen: Counter[str]) -> Card:
    line, place = examined.line_of(finding), finding.place
    before = guilty = after = ""
    if line and place.column:
        excerpt, start, length = excerpt_of(line, finding)
        before, guilty, after = excerpt[:start], excerpt[start : start + length], excerpt[start + length :]
    elsewhere = place.file if place.file != examined.file else ""
    where = place.spot.words or (_("第 {line} 行", line=place.line) if place.line else "")
    words = _("，").join(word for word in (elsewhere, where) if word)
    key = _key((examined.file, finding.code, guilty, finding.label), seen)
    return Card(finding, examined.file, key, kind_of(finding), weight(finding), words, before, guilty, after)


def _key(words: tuple[str, ...], seen: Counter[str]) -> str:
    """By what is said of which words, not by lines, which move while a file is mended."""
    key = sha256("\n".join(words).encode()).hexdigest()[:12]
    seen[key] += 1
    return f"f-{key}" if seen[key] == 1 else f"f-{key}-{seen[key]}"
