"""Classes of which a paragraph tells both what there was to be had and what was got: 决策20分，得18.00分."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from reportgen import patterns as re
from reportgen.record import Struct
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.score_kinds import ClassPoints, Points, is_added
from reportgen.statements.statement import Statement

_COUNT = re.compile(r"[一二三四五六七八九十\d]+")


class Item(Struct, frozen=True):
    """A class: what there was to be had, what was got, and the level of the heading that tells it, 0 for text."""

    full: Statement
    got: Statement
    level: int
    section: str
    number: str
    """How its paragraph is numbered, without the number itself."""

    @property
    def most(self) -> Decimal:
        """What there was to be had."""
        return self.full.quantity.value


class Scored(Struct, frozen=True, dict=True):
    """A paragraph that tells points of classes, and what it tells of them, in order."""

    paragraph: Paragraph
    points: Sequence[ClassPoints]

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The classes of which it tells both."""
        return tuple(self._items())

    def _items(self) -> Iterator[Item]:
        """决策20分，得18.00分; 产出34.00分（满分35分）."""
        waiting: ClassPoints | None = None
        for each in self.points:
            if each.kind is Points.LOST:
                continue
            if waiting is not None and _belong(waiting, each, self.paragraph):
                full, got = (waiting, each) if waiting.kind is Points.FULL else (each, waiting)
                yield self.item(full.figures[0], got.figures[0])
                waiting = None
            else:
                waiting = None if each.kind is Points.GOT and is_added(each.figures[0]) else each

    def item(self, full: Statement, got: Statement) -> Item:
        """A class that stands where the paragraph does."""
        passage = self.paragraph.passage
        return Item(full, got, passage.level, passage.section, _COUNT.sub("", passage.number))

    def figures(self, kind: Points) -> tuple[Statement, ...]:
        """All that it tells of a kind."""
        return tuple(each.figures[0] for each in self.points if each.kind is kind)


def _belong(one: ClassPoints, other: ClassPoints, paragraph: Paragraph) -> bool:
    first, second = one.figures[0], other.figures[0]
    if {one.kind, other.kind} != {Points.FULL, Points.GOT} or first.sentence != second.sentence:
        return False
    got, full = (second, first) if one.kind is Points.FULL else (first, second)
    behind = one.kind is Points.FULL or paragraph.text[first.end : first.end + 1] == "（"
    return behind and got.quantity.value <= full.quantity.value and "；" not in paragraph.text[first.end : second.start]
