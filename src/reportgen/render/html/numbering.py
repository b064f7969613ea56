"""Pages that are counted anew, in Roman numbers or from 1, and right-hand pages: each such stretch is a named page.

A named page begins a group of pages, whose first one sets the counter. A break within it begins another group: what
goes on with Roman numbers has a name of its own, which sets nothing. Sides alternate from the first page on, so where
a stretch begins on a left-hand page its odd numbers stand at the left.
"""

from collections.abc import Iterable, Iterator

from reportgen.model.document import Numbers, PageTurn
from reportgen.model.look import Looks
from reportgen.render.html.css import edge_of, number_words, sides

_NAMES = {Numbers.ROMAN: "front", Numbers.ARABIC: "text"}
_STYLES = {Numbers.ROMAN: "upper-roman", Numbers.ARABIC: "decimal"}
_GOES_ON, _RECTO = "front-on", "recto"


def section_class(turn: PageTurn, before: str) -> str:
    """The classes of the section that a turn begins; `before` are those of the one above."""
    if turn.landscape:
        return "across"
    goes_on = _GOES_ON if {_NAMES[Numbers.ROMAN], _GOES_ON} & set(before.split()) else "upright"
    name = _NAMES[turn.numbers] if turn.numbers else goes_on
    return f"{name} {_RECTO}" if turn.recto else name


def numbering_rules(looks: Looks, turns: Iterable[PageTurn]) -> Iterator[str]:
    """The rules for what some turns of pages ask for; none where they only turn."""
    kept = list(turns)
    for numbers in dict.fromkeys(turn.numbers for turn in kept if turn.numbers):
        name = _NAMES[numbers]
        yield f"@page {name}:nth(1 of {name}) {{ counter-reset: page 1 }}"
        yield from _named(looks, name, numbers)
        if numbers is Numbers.ROMAN:
            yield from _named(looks, _GOES_ON, numbers)
    if any(turn.recto for turn in kept):
        yield f"section.{_RECTO} {{ break-before: right }}"
        for _side, number in sides(looks):
            yield f"@page :blank {{ @bottom-{edge_of(number)} {{ content: none !important }} }}"


def _named(looks: Looks, name: str, numbers: Numbers) -> Iterator[str]:
    yield f".{name} {{ page: {name} }}"
    for side, number in sides(looks):
        words = number_words(number, _STYLES[numbers])
        yield f"@page {name}:{side} {{ @bottom-{edge_of(number)} {{ content: {words} }} }}"
