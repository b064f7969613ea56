"""Which figures are contradicted: those at which the checker says something, and those that are to blame for it.

What is acknowledged, or switched off by a pack, is not said and contradicts nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.model.inline import Number
from reportgen.place import Place
from reportgen.record import Struct
from reportgen.statements.claim import Claim
from reportgen.statements.ledger import Ledger
from reportgen.statements.statement import Statement
from reportgen.statements.workings import working


class Contradictions(Struct, frozen=True, dict=True):
    """The wrong claims of a ledger, as far as they are among the findings that were `said` of its figures."""

    ledger: Ledger
    said: Sequence[Diagnostic]

    def of(self, figure: Statement) -> str:
        """What contradicts a figure: the claim that blames it or is said of it, else the finding of another rule."""
        marked = (f"{each.label}（{each.code}）" for each in self._findings(figure))
        return self._accused.get(figure) or next(marked, "")

    def around(self, figure: Statement) -> str:
        """A wrong claim in which a figure stands, though it may be right itself."""
        return next((working(claim, figure) for claim in self._wrong if figure in claim.members), "")

    @cached_property
    def _wrong(self) -> list[Claim]:
        return [claim for claim in self.ledger.wrong if next(self._findings(_at(claim)), None)]

    @cached_property
    def _accused(self) -> dict[Statement, str]:
        said = {_at(claim): working(claim, _at(claim)) for claim in reversed(self._wrong)}
        blamed = ((found[0], claim) for claim in self._wrong if (found := self.ledger.blamed(claim)))
        return said | {figure: working(claim, figure) for figure, claim in blamed}

    def _findings(self, figure: Statement) -> Iterator[Diagnostic]:
        for place in _places(figure):
            yield from (each for each in self._by_line[place.file, place.line] if overlap(each.place, place))

    @cached_property
    def _by_line(self) -> dict[tuple[str, int], list[Diagnostic]]:
        found: dict[tuple[str, int], list[Diagnostic]] = defaultdict(list)
        for each in self.said:
            found[each.place.file, each.place.line].append(each)
        return found


def _at(claim: Claim) -> Statement:
    return claim.at or claim.members[0]


def _places(figure: Statement) -> Iterator[Place]:
    """Where a figure was typed; also where the fact was given that it prints."""
    yield figure.place
    yield from (number.fact.place for number in printed(figure))


def printed(figure: Statement) -> Iterator[Number]:
    """The references that print a figure, or a part of it."""
    start = 0
    for inline in figure.passage.inlines:
        end = start + len(inline.text)
        if isinstance(inline, Number) and start < figure.end and figure.start < end:
            yield inline
        start = end


def overlap(first: Place, second: Place) -> bool:
    """Whether two places have a character in common."""
    same = (first.file, first.line) == (second.file, second.line) and first.line
    return bool(same) and first.column < second.column + second.length and second.column < first.column + first.length
