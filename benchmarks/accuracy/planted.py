"""A kind of error: what is done, to which documents, and which rules are to find it."""

from collections.abc import Iterator
from random import Random

from benchmarks.accuracy.bases import Base, bases
from benchmarks.accuracy.edits import Edit
from reportgen.record import Struct

MOST = 14
"""Cases of one kind; where there are more places, they are drawn with a fixed seed."""


class Kind(Struct, frozen=True):
    """An error of one kind. One of the `codes` must say so."""

    name: str
    codes: tuple[str, ...]
    bases: tuple[str, ...]
    edit: Edit


class Case(Struct, frozen=True):
    """One document with one error."""

    kind: Kind
    base: Base
    text: str


def cases(kind: Kind) -> list[Case]:
    """The cases of a kind, drawn evenly from its documents."""
    places = [list(_shuffled(kind, name)) for name in kind.bases]
    found: list[Case] = []
    while any(places) and len(found) < MOST:
        for waiting in places:
            if waiting and len(found) < MOST:
                found.append(waiting.pop())
    return found


def _shuffled(kind: Kind, name: str) -> Iterator[Case]:
    base = bases()[name]
    texts = list(dict.fromkeys(kind.edit(base.text)))
    Random(f"{kind.name} {name}").shuffle(texts)
    return (Case(kind, base, text) for text in texts)
