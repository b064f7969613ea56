"""Which figures are one and the same, and no accident: with the facts of a content file, and with each other.

`repeats` finds exact figures by their value; here a figure may also be a bound (95%以上 and ≥95%) or rounded.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from reportgen.model.quantity import Bound, Quantity
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.clauses import begin_of, end_of
from reportgen.numbers.labels import has_a_pair_of
from reportgen.numbers.units import counts
from reportgen.record import Struct
from reportgen.statements.claim import Claim
from reportgen.statements.equations import Same
from reportgen.statements.repeated_names import common
from reportgen.statements.statement import Statement

_OPEN = (Bound.AT_LEAST, Bound.AT_MOST)
_CLAUSE_ENDS = "，。；：、（）\n"
_TELLING = 4
"""From so many digits on two equal figures are the same figure."""


def matches(typed: Quantity, other: Quantity) -> bool:
    """Whether a typed figure says what another says.

    Open ends meet nearly everything, so 95%以上 matches ≥95% and nothing else; 200余人 matches 200余人 and 216人, and
    does not touch 300余人 at its end.
    """
    if not same_things(typed, other) or not typed.kind:
        return False
    if typed.value == other.value:
        return True
    bounds = {typed.bound, other.bound}
    if bounds & set(_OPEN) or (typed.bound is Bound.OVER and other.bound is Bound.OVER):
        return False
    if Bound.OVER in bounds:
        exact, over = (other, typed) if typed.bound is Bound.OVER else (typed, other)
        return over.value < exact.value < (over.interval.high or exact.value)
    return typed.interval.meets(other.interval)


def fact_of(figure: Statement, facts: Iterable[Statement]) -> Statement | None:
    """The fact that a typed figure repeats."""
    equal = (fact for fact in facts if matches(figure.quantity, fact.quantity))
    return next((fact for fact in equal if figure.quantity.digits >= _TELLING or _about(figure, fact)), None)


def _about(figure: Statement, fact: Statement) -> bool:
    """Whether the clause of a figure shares a word with the name of the fact."""
    text = figure.passage.text
    begin, end = begin_of(text, figure.start, _CLAUSE_ENDS), end_of(text, figure.end, _CLAUSE_ENDS)
    clause = "\n".join((text[begin : figure.start], text[figure.end : end], figure.row, figure.column))
    words = fact.name.split(".")
    return any(has_a_pair_of(word, clause) for word in words)


class Equals(Struct, frozen=True, dict=True):
    """The figures of a document by what they count."""

    figures: Sequence[Statement]

    @cached_property
    def _by_kind(self) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = defaultdict(list)
        for each in self.figures:
            found[counts(each.quantity.kind)].append(each)
        return found

    def of(self, figure: Statement) -> Iterator[Claim]:
        """Every other figure that is the same thing."""
        for other in self._by_kind[counts(figure.quantity.kind)]:
            if other is not figure and matches(figure.quantity, other.quantity) and _one_thing(figure, other):
                yield Claim("same", Same(figure, other), True)


def _one_thing(first: Statement, second: Statement) -> bool:
    if first.passage is second.passage:
        return False
    return first.quantity.digits >= _TELLING or common(first, second) >= 2
