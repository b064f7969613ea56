"""Which heading of a report is which section of its pack's outline: alike in words, and in the order of both."""

from collections.abc import Sequence

from reportgen.adopt.likeness import ALIKE, NEAR, likeness
from reportgen.model.document import Heading, plain_text
from reportgen.packs.outline import Section, Step
from reportgen.record import Struct

_LEVEL = 0.1
"""What a difference of level takes from the likeness of two headings."""
_FROM_NEAR = 0.3
"""What is only near never takes the place of what says the same."""


class Titled(Struct, frozen=True):
    """A section of the outline with its level, from 1."""

    section: Section
    level: int


def titled(steps: Sequence[Step], level: int = 1) -> list[Titled]:
    """Every section, outer before inner."""
    found: list[Titled] = []
    for step in steps:
        if isinstance(step, Section):
            found += [Titled(step, level), *titled(step.steps, level + 1)]
    return found


def aligned(headings: Sequence[Heading], sections: Sequence[Titled]) -> dict[int, int]:
    """The number of the section for the number of each heading that has one.

    The order of both is kept, and the sum of their likeness is the greatest that there is.
    """
    words = [plain_text(heading.inlines) for heading in headings]
    score = [[_alike(words[at], headings[at].level, each) for each in sections] for at in range(len(headings))]
    best = [[0.0] * (len(sections) + 1) for _row in range(len(headings) + 1)]
    for at in range(len(headings) - 1, -1, -1):
        for to in range(len(sections) - 1, -1, -1):
            both = score[at][to] + best[at + 1][to + 1] if score[at][to] else 0.0
            best[at][to] = max(best[at + 1][to], best[at][to + 1], both)
    return _way(score, best)


def _way(score: list[list[float]], best: list[list[float]]) -> dict[int, int]:
    found: dict[int, int] = {}
    at = to = 0
    while at < len(score) and to < len(score[at]):
        if score[at][to] and best[at][to] == score[at][to] + best[at + 1][to + 1]:
            found[at] = to
            at, to = at + 1, to + 1
        elif best[at][to] == best[at + 1][to]:
            at += 1
        else:
            to += 1
    return found


def _alike(words: str, level: int, titled: Titled) -> float:
    """0 for headings that do not say the same; what is only near has to be of the same level."""
    found = likeness(words, titled.section.heading)
    if found < ALIKE:
        return found - _FROM_NEAR if found >= NEAR and level == titled.level else 0.0
    return max(found - _LEVEL * abs(level - titled.level), 0.01)
