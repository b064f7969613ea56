"""The ledger of a few lines, as of a document that somebody else finished: what its figures claim of each other."""

from decimal import Decimal

from reportgen.finished.recognise import recognise
from reportgen.finished.text import read_lines
from reportgen.model.quantity import Interval, like
from reportgen.statements.ledger import Ledger, ledger_of
from reportgen.statements.passages import passages
from reportgen.statements.statement import Statement

YEAR = 2024
"""The year of every document here."""


def ledger(text: str) -> Ledger:
    """A line is a paragraph; lines with bars at both ends are the rows of a table."""
    document = recognise(read_lines(text), "text").document
    return ledger_of(document, list(passages(document, "text", finished=True)), YEAR)


def figures(text: str) -> list[Statement]:
    """What the running text states, in order."""
    return list(ledger(text).prose)


def said(text: str) -> list[str]:
    """What is wrong, as the reader is told: the relation, the figure where it is said, what it should be."""
    return [_told(claim.relation, claim.at or claim.members[0], claim.label) for claim in ledger(text).wrong]


def _told(relation: str, at: Statement, label: str) -> str:
    return " ".join(filter(None, (relation, at.text, label)))


def held(text: str) -> set[str]:
    """The relations that were found and hold."""
    return {claim.relation for claim in ledger(text).claims if claim.holds}


def blamed(text: str) -> list[str]:
    """The one figure that settles several relations, where there is one: as it is written, and what it must be."""
    found = ledger(text)
    pairs = [pair for claim in found.wrong if (pair := found.blamed(claim))]
    return [f"{figure.text} → {like(_middle(due), figure.quantity)}" for figure, due in pairs]


def _middle(due: Interval) -> Decimal:
    ends = [end for end in (due.low, due.high) if end is not None]
    return sum(ends, Decimal(0)) / len(ends)
