"""Which of the errors are tried: of each kind some of every document, drawn blindly, or all of them."""

from collections.abc import Iterable
from random import Random

from benchmarks.accuracy.corpus.kinds import Kind
from benchmarks.accuracy.corpus.planted import Case
from reportgen.record import Struct


class Only(Struct, frozen=True):
    """A document and a kind to look at alone, each empty for all."""

    name: str = ""
    kind: str = ""

    @classmethod
    def of(cls, words: str) -> "Only":
        """NAME, NAME/KIND or /KIND."""
        name, _, kind = words.partition("/")
        return cls(name, kind)

    def takes(self, case: Case) -> bool:
        """Whether an error is looked at."""
        return self.name in case.document and self.kind in ("", kind_word(case.kind))


def kind_word(kind: Kind | None) -> str:
    """The word of a kind as it is typed; `exchange` for two digits exchanged."""
    return kind.value if kind else "exchange"


def drawn(cases: Iterable[Case], most: int) -> list[Case]:
    """At most so many of each kind of one document; 0 for all."""
    kinds: dict[Kind | None, list[Case]] = {}
    for case in cases:
        kinds.setdefault(case.kind, []).append(case)
    return [case for group in kinds.values() for case in _drawn(group, most)]


def _drawn(group: list[Case], most: int) -> list[Case]:
    """Each error has one lot, whatever its kind: one slip that serves several kinds is drawn for all of them."""
    return sorted(group, key=_lot)[:most] if most else group


def _lot(case: Case) -> float:
    return Random(f"{case.document} {case.change}").random()
