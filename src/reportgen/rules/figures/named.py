"""Figures held together by their names: one walk over prose and 「数据」 for every rule that has equations."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from reportgen.language import _
from reportgen.model.facts import Fact, FactGroup
from reportgen.model.quantity import Interval, Quantity, plain
from reportgen.numbers import Stated, candidate_sums
from reportgen.numbers.equations import Equation, Names, broken, named, windows
from reportgen.rules.figures.amounts import exact_as_written, widened
from reportgen.rules.registry import Finding
from reportgen.rules.scene import Scene
from reportgen.rules.spots import Passage


def unequal(
    scene: Scene, names: Names, equations: Sequence[Equation], unless: re.Pattern[str], *, told_on: bool = False
) -> Iterator[Finding]:
    """What prose and the groups of 「数据」 say against the equations; `told_on` over two sentences.

    Of a passage with words of `unless` nothing is known.
    """
    for passage in scene.passages:
        if len(passage.numbers) > 2 and not passage.cell and not unless.search(passage.text):
            for window in windows(passage.text, passage.numbers, told_on):
                yield from _in_prose(passage, window, names, equations)
    for group in scene.content.every(FactGroup):
        yield from _in_group(group, names, equations)


def _in_prose(
    passage: Passage, window: list[tuple[str, Stated]], names: Names, equations: Sequence[Equation]
) -> Iterator[Finding]:
    """Only where a figure was typed: given ones are held against each other in their group."""
    figures = named([piece for piece in window if piece[1].quantity.kind != "%"], names)
    wrong = broken(equations, figures, lambda each: each.quantity, lambda each: _as_written(each, passage))
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
    return any(each.sure and each.total == total for each in candidate_sums(passage.text, passage.numbers))


def _in_group(group: FactGroup, names: Names, equations: Sequence[Equation]) -> Iterator[Finding]:
    for inner in group.groups:
        yield from _in_group(inner, names, equations)
    facts = [(fact.path[-1], fact) for fact in group.facts if fact.quantity]
    figures = named(facts, names)
    finest = min((_half(_quantity(fact)) for _name, fact in facts), default=Decimal(0))
    wrong = broken(equations, figures, _quantity, lambda fact: widened(_quantity(fact), finest))
    if wrong:
        result = figures[wrong.result]
        notes = _working(wrong, {name: _quantity(figures[name]) for name in wrong.names})
        yield Finding(result.place, str(result.value), notes)


def _quantity(fact: Fact) -> Quantity:
    assert fact.quantity
    return fact.quantity


def _half(quantity: Quantity) -> Decimal:
    return Decimal(1).scaleb(-quantity.decimals) * quantity.factor / 2


def _working(equation: Equation, figures: Mapping[str, Quantity]) -> tuple[str, ...]:
    result = figures[equation.result]
    sides = [" + ".join(f"{name} {figures[name]}" for name in side) for side in (equation.left, equation.right)]
    added = [sum((figures[name].value for name in side), Decimal(0)) for side in (equation.left, equation.right)]
    amount = f"{plain(abs(added[0] - added[1]) / result.factor)}{result.scale}{result.unit}"
    return (_("{left} 应等于 {right}", left=sides[0], right=sides[1]), _("相差 {amount}", amount=amount))
