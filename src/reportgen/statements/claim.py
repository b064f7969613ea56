"""A relation found between statements: whether it holds, how certain it is, and what is said when it does not."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from enum import IntEnum

from reportgen.record import Struct
from reportgen.statements.equations import Equation
from reportgen.statements.statement import Statement


class Proof(IntEnum):
    """How far a relation that does not hold proves an error."""

    NONE = 0
    """Nothing: a list may be partial, a rate may be of something else. Only counted when it holds."""
    LIKELY = 1
    """Said as 疑似."""
    CERTAIN = 2


class Claim(Struct, frozen=True, eq=False):
    """A relation between statements. `relation` is its name in `lexicon/relations.yaml`."""

    relation: str
    equation: Equation
    holds: bool
    proof: Proof = Proof.NONE
    at: Statement | None = None
    """Where it is said; else at the first member."""
    label: str = ""
    notes: tuple[str, ...] = ()
    off: Decimal | None = None
    """How far off estimates are, in percent: said from the limit of the rule on."""

    @property
    def members(self) -> tuple[Statement, ...]:
        """Every figure of it."""
        return self.equation.members

    @property
    def wrong(self) -> bool:
        """Whether it is said to the reader."""
        return not self.holds and self.proof > Proof.NONE


Finder = Callable[..., Iterator[Claim]]
__all__ = ["Claim", "Finder", "Proof", "Sequence"]
