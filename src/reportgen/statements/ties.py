"""What each figure of a document is tied to: a fact that it prints, figures that it fits, a fact that it equals.

A view of the ledger. A figure that is tied to nothing is not followed when another one changes: this says which those
are, and how far a document can be trusted to be of one piece.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_DOWN, Decimal
from enum import Enum
from functools import cached_property

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.numbers.units import counts
from reportgen.record import Struct
from reportgen.statements.cell_words import CellLine, lines_of
from reportgen.statements.claim import Claim
from reportgen.statements.context import Times
from reportgen.statements.contradictions import Contradictions, overlap, printed
from reportgen.statements.equal import Equals, fact_of
from reportgen.statements.equations import Bounded, Same
from reportgen.statements.grid import Position
from reportgen.statements.ledger import Ledger
from reportgen.statements.lexicon import lexicon
from reportgen.statements.repeated_names import GENERAL, of_several
from reportgen.statements.statement import Origin, Statement
from reportgen.statements.workings import working


class Tie(Enum):
    """How a figure is tied."""

    BOUND = "引用"
    """Printed by a reference to a fact, or the cell of the fact itself."""
    DERIVED = "推算"
    """It fits other figures: a sum, a rate, growth, the same figure elsewhere."""
    MATCHED = "相符"
    """Typed, and equal to a fact of the content file."""
    CONTRADICTED = "矛盾"
    """It does not fit what it should, and the checker says so."""
    UNTIED = "未挂钩"


class _Strength(Enum):
    """How much a relation that holds shows of a figure."""

    WORKED = 1
    """It follows from others."""
    REPEATED = 2
    """It is stated again."""
    BOUNDED = 3
    """It is no more than another: a slip may still be hidden."""


Meaning = tuple[object, ...]
_MOST_ALIKE = 12
"""A name that more figures have names none of them."""


def meaning_of(figure: Statement) -> Meaning:
    """What a figure is a figure of: kind, role, year, stage and the words that name it; empty where none name it.

    支出决算 names the whole of the document's, where nothing is said of whose it is.
    """
    section = figure.passage.section
    subject = figure.subject if figure.subject != section else ""
    words = figure.row, figure.column, figure.name.removeprefix(section), subject
    if not (figure.concept or GENERAL.sub("", "".join(words))):
        return ()
    return counts(figure.quantity.kind), figure.role, figure.period, figure.planned, figure.concept, *words


class Tied(Struct, frozen=True):
    """A figure with its tie; `why` names the fact or shows the working."""

    figure: Statement
    tie: Tie
    why: str = ""


class Coverage(Struct, frozen=True):
    """How many of the figures are tied."""

    total: int
    tied: int

    @property
    def percent(self) -> Decimal:
        """The share with one decimal, never rounded up to 100: 311 of 312 are 99.6%."""
        return (Decimal(100 * self.tied) / (self.total or 1)).quantize(Decimal("0.1"), ROUND_DOWN)


def coverage(ties: Iterable[Tie]) -> Coverage:
    """How many figures there are, and how many of them are neither untied nor contradicted."""
    every = list(ties)
    return Coverage(len(every), sum(tie not in (Tie.UNTIED, Tie.CONTRADICTED) for tie in every))


class Ties(Struct, frozen=True, dict=True):
    """The figures of a document beside the facts of its content file, and what the rules have said of its figures."""

    ledger: Ledger
    year: int | None = None
    facts: Sequence[Statement] = ()
    said: Sequence[Diagnostic] = ()

    @cached_property
    def prose(self) -> list[Tied]:
        """The figures of the running text, in order."""
        return [self._tied(each) for each in self.ledger.prose if each.place.line]

    @cached_property
    def cells(self) -> list[Tied]:
        """The figures of the tables, in order; without those that the program added up itself."""
        return [self._tied(each) for each in self._in_tables if each.place.line]

    @property
    def every(self) -> list[Tied]:
        """All figures of the document."""
        return [*self.prose, *self.cells]

    @cached_property
    def unprinted(self) -> list[Tied]:
        """Facts of the content file that are contradicted and stand nowhere in the document."""
        shown = {number.fact.place for each in self.every for number in printed(each.figure)}
        shown |= {each.figure.place for each in self.every}
        hidden = (fact for fact in self.facts if not any(overlap(fact.place, place) for place in shown))
        return [Tied(fact, Tie.CONTRADICTED, wrong) for fact in hidden if (wrong := self._contradictions.of(fact))]

    def workings(self, figure: Statement) -> tuple[str, ...]:
        """Every relation that holds of a figure, worked out; those that show most come first."""
        claims = (claim for found in self._fitting(figure).values() for claim in found)
        return tuple(dict.fromkeys(working(claim, figure) for claim in claims))

    def alike(self, figure: Statement) -> tuple[Statement, ...]:
        """The figures elsewhere that mean the same, in the order of the document, whether or not they say the same."""
        equal = [claim.equation.second for claim in self._equals.of(figure) if isinstance(claim.equation, Same)]
        named = self._by_meaning.get(meaning_of(figure), ())
        elsewhere = (each for each in named if len(named) <= _MOST_ALIKE and not _in_one_table(each, figure))
        return tuple(dict.fromkeys(each for each in (*elsewhere, *equal) if each is not figure))

    @cached_property
    def _by_meaning(self) -> dict[Meaning, list[Statement]]:
        found: dict[Meaning, list[Statement]] = defaultdict(list)
        figures = (*self.ledger.prose, *self._in_tables)
        of_each = of_several(figures)
        for each in figures:
            if each.place.line and each.name not in of_each and (meaning := meaning_of(each)):
                found[meaning].append(each)
        return found

    @cached_property
    def _in_tables(self) -> tuple[Statement, ...]:
        return tuple(self._of_tables())

    def _of_tables(self) -> Iterator[Statement]:
        for grid, lines in zip(self.ledger.grids, self._lines, strict=True):
            for cell in grid.table.lines():
                position = cell.row, cell.column
                yield from [grid.figures[position]] if position in grid.figures else []
                yield from (each for line in lines.get(position, ()) for each in line.statements)

    @cached_property
    def _lines(self) -> list[dict[Position, tuple[CellLine, ...]]]:
        times = Times(lexicon(), self.year)
        return [lines_of(grid, times) for grid in self.ledger.grids]

    @cached_property
    def _within_cells(self) -> Ledger:
        """What the words of cells claim among themselves."""
        return Ledger(tuple(line for grid in self._lines for lines in grid.values() for line in lines), ())

    @cached_property
    def _contradictions(self) -> Contradictions:
        return Contradictions(self.ledger, self.said)

    @cached_property
    def _equals(self) -> Equals:
        return Equals((*self.ledger.prose, *self._in_tables))

    def _tied(self, figure: Statement) -> Tied:
        return next(self._ties(figure), Tied(figure, Tie.UNTIED))

    def _ties(self, figure: Statement) -> Iterator[Tied]:
        """What contradicts it is said first, then where it comes from, what it fits, what it equals."""
        if wrong := self._contradictions.of(figure):
            yield Tied(figure, Tie.CONTRADICTED, wrong)
        if source := self._source(figure):
            yield Tied(figure, Tie.BOUND, source)
        fitting = self._fitting(figure)
        yield from _derived(fitting[_Strength.WORKED], figure)
        if fact := fact_of(figure, self.facts):
            yield Tied(figure, Tie.MATCHED, fact.name)
        yield from _derived(fitting[_Strength.REPEATED], figure)
        yield from _derived(self._equals.of(figure), figure)
        if wrong := self._contradictions.around(figure):
            yield Tied(figure, Tie.CONTRADICTED, wrong)
        yield from _derived(fitting[_Strength.BOUNDED], figure)

    def _source(self, figure: Statement) -> str:
        """The fact that a figure prints: by a reference, or as the cell in which the fact was given."""
        cell = figure.origin is Origin.CELL
        given = (fact.name for fact in self.facts if cell and overlap(fact.place, figure.place))
        return next((number.fact.name for number in printed(figure)), "") or next(given, "")

    def _fitting(self, figure: Statement) -> dict[_Strength, list[Claim]]:
        """What holds of it, by how much it shows."""
        found: dict[_Strength, list[Claim]] = {strength: [] for strength in _Strength}
        for claim in (*self.ledger.holding.get(figure, ()), *self._within_cells.holding.get(figure, ())):
            found[_strength(claim)].append(claim)
        return found


def _in_one_table(one: Statement, other: Statement) -> bool:
    """Rows of one table that have the same name are rows of different things."""
    return one.origin is Origin.CELL and other.origin is Origin.CELL and one.block == other.block


def _strength(claim: Claim) -> _Strength:
    match claim.equation:
        case Same():
            return _Strength.REPEATED
        case Bounded() if claim.relation != "compared":
            return _Strength.BOUNDED
        case _:
            return _Strength.WORKED


def _derived(claims: Iterable[Claim], figure: Statement) -> Iterator[Tied]:
    return (Tied(figure, Tie.DERIVED, working(claim, figure)) for claim in claims)
