"""Facts: figures, dates and names given once in the content file, to which prose refers by name."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import chain

from reportgen.model.hole import Hole
from reportgen.model.quantity import Quantity
from reportgen.place import Place
from reportgen.record import Struct


class Unreadable(Struct, frozen=True):
    """Stands for a value that was written wrongly: said once where it stands, not again at each reference."""


FactValue = Quantity | date | str | Hole | Unreadable
FORMER = "上年"
"""Where last year's figures stand, by the names that this year's have; only with it do references mean them."""
GROWTH = "同比"
"""Before the name of a figure: how much more or less it is than last year's."""


class Fact(Struct, frozen=True):
    """A value with the path of names that leads to it, e.g. ("预算", "项目资金", "支出")."""

    path: tuple[str, ...]
    value: FactValue
    place: Place

    @property
    def name(self) -> str:
        """The path as a user writes it in a reference."""
        return ".".join(self.path)

    @property
    def quantity(self) -> Quantity | None:
        """The value when it is a figure."""
        return self.value if isinstance(self.value, Quantity) else None


Endings = dict[tuple[str, ...], list[Fact]]
"""Facts by every ending of their path."""


class Facts(Struct, frozen=True, dict=True):
    """The facts of a document, and those `beyond` it that its file knows: in groups, of which the first answers."""

    items: tuple[Fact, ...] = ()
    beyond: tuple[tuple[Fact, ...], ...] = ()

    @cached_property
    def _endings(self) -> tuple[Endings, ...]:
        return tuple(_by_ending(group) for group in (self.items, *self.beyond))

    def find(self, name: str) -> list[Fact]:
        """The facts that a reference can mean: the one with exactly this path, else all that end with it.

        What the document has itself comes before what others have.
        """
        path = tuple(part.strip() for part in name.split("."))
        found = (_named(path, endings) for endings in self._endings)
        unread = (_unreadable_above(path, endings) for endings in self._endings)
        return next((facts for facts in chain(found, unread) if facts), [])

    def every(self) -> Iterator[Fact]:
        """Those beyond the document too."""
        yield from (fact for group in (self.items, *self.beyond) for fact in group)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.items)


def _by_ending(items: tuple[Fact, ...]) -> Endings:
    endings: Endings = {}
    for fact in items:
        lead, names = ((FORMER,), fact.path[1:]) if fact.path[0] == FORMER else ((), fact.path)
        for start in range(len(names)):
            endings.setdefault((*lead, *names[start:]), []).append(fact)
    return endings


def _named(path: tuple[str, ...], endings: Endings) -> list[Fact]:
    found = endings.get(path, [])
    return [fact for fact in found if fact.path == path] or found


def _unreadable_above(path: tuple[str, ...], endings: Endings) -> list[Fact]:
    """A whole group that was written wrongly answers for all that it may have held."""
    above = (endings.get(path[:end], []) for end in range(len(path) - 1, 0, -1))
    return next((facts for facts in above if any(isinstance(fact.value, Unreadable) for fact in facts)), [])


class FactGroup(Struct, frozen=True):
    """A named group of facts; `total` is its 合计, which the rest must add up to."""

    path: tuple[str, ...]
    place: Place
    facts: tuple[Fact, ...]
    groups: tuple["FactGroup", ...]
    total: Fact | None = None

    def leaves(self) -> Iterator[Fact]:
        """The facts of the group and of the groups in it, totals left out."""
        yield from self.facts
        for group in self.groups:
            yield from group.leaves()

    def all(self) -> Iterator[Fact]:
        """Every fact, totals included."""
        yield from self.facts
        if self.total:
            yield self.total
        for group in self.groups:
            yield from group.all()


def facts_of(groups: Iterable[Iterable[Fact]]) -> Facts:
    """All facts of several groups, in their order."""
    return Facts(tuple(fact for group in groups for fact in group))
