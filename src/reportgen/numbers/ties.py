"""What each number of a document is tied to: a fact that it prints, others that it follows from, a fact that it equals.

A number that a content file types out is not followed when the figure changes. This says which those are, and how far a
document can be trusted to be of one piece: the share of its numbers that are tied.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Decimal
from enum import Enum

from reportgen.model.content import Content
from reportgen.model.document import Document, Heading, Paragraph, Role, Table
from reportgen.model.facts import Fact
from reportgen.model.inline import Inline, Number, Text, plain_text
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.clauses import begin_of, end_of
from reportgen.numbers.derived import working
from reportgen.numbers.facts import facts_stated, matches
from reportgen.numbers.reader import Stated, read_numbers
from reportgen.numbers.sums import Sum, candidate_sums
from reportgen.place import NOWHERE, Place

_WORDS = re.compile(r"[^\W\d_]{4}|[，。；：]")
"""A cell without these holds a figure and no prose."""


_CLAUSE_ENDS = "，。；：、（）\n"
_TELLING = 4
"""From so many digits on two equal numbers are the same number."""


class Tie(Enum):
    """How a number is tied."""

    BOUND = "引用"
    """Printed by a reference to a fact."""
    DERIVED = "推算"
    """The sum, rate, difference or product of others near by."""
    MATCHED = "相符"
    """Typed, and equal by interval to a fact of the same unit."""
    CONTRADICTED = "矛盾"
    """Its parts add up to something else, or the fact that is named before it says something else."""
    UNTIED = "未挂钩"


@dataclass(frozen=True, slots=True)
class Tied:
    """A number as printed, where it was typed and in which section it stands; `why` names the fact or the working."""

    text: str
    tie: Tie
    why: str = ""
    place: Place = NOWHERE
    section: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the numbers are tied."""

    total: int
    tied: int

    @property
    def percent(self) -> Decimal:
        """The share with one decimal, never rounded up to 100: 311 of 312 are 99.6%."""
        return (Decimal(100 * self.tied) / (self.total or 1)).quantize(Decimal("0.1"), ROUND_DOWN)


def coverage(tied: Iterable[Tied]) -> Coverage:
    """How many numbers there are, and how many of them are neither untied nor contradicted."""
    ties = [each.tie for each in tied]
    return Coverage(len(ties), sum(tie not in (Tie.UNTIED, Tie.CONTRADICTED) for tie in ties))


def ties_of(document: Document, content: Content) -> list[Tied]:
    """Every number in the prose of a document. Values in a table (a figure, what an indicator is to reach) are the
    facts that prose is held against, not prose."""
    figures = list(facts_stated(content))
    values: dict[int, list[Place]] = {}
    for fact in figures:
        values.setdefault(fact.place.line, []).append(fact.place)
    found = ((section, tied) for section, inlines in _prose(document) for tied in ties_in(inlines, figures))
    return [
        replace(tied, section=section)
        for section, tied in found
        if tied.tie is Tie.BOUND or not any(_within(tied.place, place) for place in values.get(tied.place.line, ()))
    ]


def _within(place: Place, cell: Place) -> bool:
    return cell.column <= place.column < cell.column + cell.length


def _prose(document: Document) -> Iterator[tuple[str, tuple[Inline, ...]]]:
    for block in document.walk():
        match block:
            case Paragraph(role=Role.AUTHOR | Role.DATE):
                pass
            case Paragraph() | Heading():
                yield block.section, block.inlines
            case Table():
                lines = (inlines for cell in block.lines() for inlines in cell.paragraphs)
                yield from ((block.section, inlines) for inlines in lines if _WORDS.search(plain_text(inlines)))
            case _:
                pass


def ties_in(inlines: tuple[Inline, ...], facts: Sequence[Fact]) -> list[Tied]:
    """The numbers of one paragraph. What no file holds (the words of a pack) is left out."""
    if not any(inline.origin.line for inline in inlines):
        return []
    text = plain_text(inlines)
    numbers = read_numbers(text)
    sums = candidate_sums(text, numbers)
    spans = list(_spans(inlines))
    read = [number for number in numbers if not any(_overlap(number, span) for span in spans)]
    bound = [(start, Tied(inline.text, Tie.BOUND, inline.fact.name, inline.origin)) for start, _, inline in spans]
    typed = [(number.start, _typed(text, number, numbers, sums, facts)) for number in read]
    places = {number.start: _place(inlines, number) for number in read}
    ties = [*bound, *((at, replace(tied, place=places[at])) for at, tied in typed)]
    return [tied for _, tied in sorted(ties, key=lambda tie: tie[0])]


def _overlap(number: Stated, span: tuple[int, int, Number]) -> bool:
    return span[0] < number.end and number.start < span[1]


def _spans(inlines: tuple[Inline, ...]) -> Iterator[tuple[int, int, Number]]:
    offset = 0
    for inline in inlines:
        if isinstance(inline, Number):
            yield offset, offset + len(inline.text), inline
        offset += len(inline.text)


def _typed(text: str, number: Stated, numbers: Sequence[Stated], sums: Sequence[Sum], facts: Sequence[Fact]) -> Tied:
    """A typed number: what it contradicts is said first, then what it follows from, then what it equals."""
    wrong = next((each for each in sums if each.sure and not each.holds and each.total == number), None)
    alike = [fact for fact in facts if fact.quantity and same_things(fact.quantity, number.quantity)]
    equal = [fact for fact in alike if fact.quantity and matches(number.quantity, fact.quantity)]
    named = [fact for fact in alike if _named(text, number, fact)]
    tied = Tied(text[number.start : number.end], Tie.UNTIED)
    if wrong:
        return replace(tied, tie=Tie.CONTRADICTED, why=_adding(wrong))
    if named and not set(named) & set(equal):
        return replace(tied, tie=Tie.CONTRADICTED, why=f"{named[0].name} {named[0].value}")
    within = next((each for each in sums if each.holds and (each.total == number or _is_part(each, number))), None)
    way = _adding(within) if within else working(text, number, numbers)
    if way:
        return replace(tied, tie=Tie.DERIVED, why=way)
    best = next((fact for fact in equal if fact in named or _about(text, number, fact)), None)
    return replace(tied, tie=Tie.MATCHED, why=best.name) if best else tied


def _is_part(each: Sum, number: Stated) -> bool:
    return each.sure and number in each.parts


def _adding(each: Sum) -> str:
    parts = " + ".join(str(part.quantity) for part in each.parts)
    return f"{parts} {'=' if each.holds else '≠'} {each.total.quantity}"


def _named(text: str, number: Stated, fact: Fact) -> bool:
    """Whether the name of a fact begins the clause and leads to the number, and is long enough to mean that fact."""
    name = fact.path[-1]
    if len(name) < _TELLING:
        return False
    before = text[begin_of(text, number.start, _CLAUSE_ENDS) : number.start]
    return re.fullmatch(rf"{re.escape(name)}(?:人数|数)?(?:为|是|共|达到|达)?\s*", before) is not None


def _about(text: str, number: Stated, fact: Fact) -> bool:
    """Whether an equal fact is no accident: its name shares a word with the clause, or the number has many digits."""
    if len(number.quantity.number.normalize().as_tuple().digits) >= _TELLING:
        return True
    begin, end = begin_of(text, number.start, _CLAUSE_ENDS), end_of(text, number.end, _CLAUSE_ENDS)
    clause = text[begin : number.start] + "\n" + text[number.end : end]
    name = "\n".join(fact.path)
    return any(name[at : at + 2] in clause for at in range(len(name) - 1) if "\n" not in name[at : at + 2])


def _place(inlines: tuple[Inline, ...], number: Stated) -> Place:
    """Where the first character of a typed number stands."""
    offset = 0
    for inline in inlines:
        if number.start < offset + len(inline.text):
            origin = inline.origin
            exact = isinstance(inline, Text) and origin.length == len(inline.text)
            length = min(number.end - number.start, offset + len(inline.text) - number.start)
            return replace(origin, column=origin.column + number.start - offset, length=length) if exact else origin
        offset += len(inline.text)
    return NOWHERE
