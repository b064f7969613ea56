"""Figures held together by their names: one walk over prose and 「数据」 for every rule that has equations."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from reportgen.language import _
from reportgen.model.facts import Fact, FactGroup
from reportgen.model.quantity import Interval, Quantity, like
from reportgen.numbers import Stated
from reportgen.numbers.arithmetic import exact_as_written, widened
from reportgen.numbers.equations import Equation, Names, broken, named, windows
from reportgen.rules.registry import Finding
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage


@dataclass(frozen=True, slots=True)
class Law:
    """What figures of some names make together. A passage is looked at when it is `about` it, and not when it speaks of
    something else that comes in (`unless`); `told_on` runs over two sentences."""

    names: Names
    equations: tuple[Equation, ...]
    about: re.Pattern[str]
    unless: re.Pattern[str]
    told_on: bool = False


def against(law: Law, scene: Scene) -> Iterator[Finding]:
    """What prose and the groups of 「数据」 say against a law."""
    for passage in scene.passages:
        if law.about.search(passage.text) and len(passage.numbers) > 2 and not passage.cell:
            for window in windows(passage.text, passage.numbers, law.told_on):
                yield from () if law.unless.search(passage.text) else _in_prose(passage, window, law)
    for group in scene.content.every(FactGroup):
        yield from _in_group(group, law)


def _in_prose(passage: Passage, window: list[tuple[str, Stated]], law: Law) -> Iterator[Finding]:
    """Only where a figure was typed: given ones are held against each other in their group."""
    figures = named([piece for piece in window if piece[1].quantity.kind != "%"], law.names)
    wrong = broken(law.equations, figures, lambda each: each.quantity, lambda each: _as_written(each, passage))
    if wrong is None or _is_listed(figures[wrong.result], passage):
        return
    if any(passage.typed_at(figures[name].start) for name in wrong.names):
        result = figures[wrong.result]
        notes = _working(wrong, {name: figures[name].quantity for name in wrong.names})
        place = passage.place(result.start, result.end)
        yield Finding(place, str(result.quantity), notes, section=passage.section)


def _as_written(number: Stated, passage: Passage) -> Interval:
    return exact_as_written(number, passage.numbers)


def _is_listed(total: Stated, passage: Passage) -> bool:
    """Whether it is the total of a list in its sentence, of which NUM008 speaks."""
    return any(each.sure and each.total == total for each in passage.sums)


def _in_group(group: FactGroup, law: Law) -> Iterator[Finding]:
    for inner in group.groups:
        yield from _in_group(inner, law)
    facts = [(fact.path[-1], fact) for fact in group.facts if fact.quantity]
    figures = named(facts, law.names)
    finest = min((_quantity(fact).half_place for _name, fact in facts), default=Decimal(0))
    wrong = broken(law.equations, figures, _quantity, lambda fact: widened(_quantity(fact), finest))
    if wrong:
        result = figures[wrong.result]
        notes = _working(wrong, {name: _quantity(figures[name]) for name in wrong.names})
        yield Finding(result.place, str(result.value), notes)


def _quantity(fact: Fact) -> Quantity:
    assert fact.quantity
    return fact.quantity


def _working(equation: Equation, figures: Mapping[str, Quantity]) -> tuple[str, ...]:
    result = figures[equation.result]
    sides = [" + ".join(f"{name} {figures[name]}" for name in side) for side in (equation.left, equation.right)]
    added = [sum((figures[name].value for name in side), Decimal(0)) for side in (equation.left, equation.right)]
    amount = like(abs(added[0] - added[1]), result)
    return (_("{left} 应等于 {right}", left=sides[0], right=sides[1]), _("相差 {amount}", amount=amount))
