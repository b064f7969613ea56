"""Whether a count is of what a price is for: 18场 and 每场补助, 86个台站 and 每站."""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.lexicon.lists import lists
from reportgen.statements.attendance import PEOPLE
from reportgen.statements.equations import ProductOf
from reportgen.statements.names import bare
from reportgen.statements.statement import Statement

_UNITS = lists("counting_units")
_FOLDED = {word: other for pair in _UNITS["每后面的"] for word, _, other in [pair.partition("=")]}
_OF_ANYTHING = frozenset(_UNITS["泛用"])
"""Units that tell nothing of what is counted."""
_NAME = re.compile(r"(?:(?!共(?![享建])|(?<!公)有(?!限))[^\W\d_每各]){0,8}")
"""The name right behind a number, up to what is had: 单位 of 32家单位共有人员."""
_BEFORE_BRACKET = re.compile(r"[^\W\d_]{1,8}(?=[（(]$)")
_LAST = re.compile(r"[^\W\d_](?![^\W\d_])")
"""What things are called at last: 村 of 行政村."""
_NAMING, _LONG = 2, 10
_JOINED = re.compile(r"(?:各[为是]|[和与及]|以及)?$")


def counts_it(equation: ProductOf, unit: str) -> bool:
    """Whether the count is of what the figure is for each: 18场 and 每场, 86个台站 and 每站; any with 单价."""
    count = equation.counts[0]
    # 每班30人，8个班: as many as there may be; 平均每班8.93人 is worked out
    people = equation.each.quantity.unit in PEOPLE and not equation.each.quantity.decimals
    called = bare(count.label)[-_NAMING:]
    if people and len(called) == _NAMING and unit.startswith(called):
        return True  # 考场812个，每个考场监考教师2名
    named = not people and count.quantity.unit in _OF_ANYTHING and unit in _counted_names(count)
    return not unit or same_unit(count.quantity.unit, unit) or named


def same_unit(counted: str, unit: str) -> bool:
    """Whether two units mean one thing: 名 and 人, 18场 and 每场次."""
    return (
        unit.startswith(counted)
        or counted in unit
        or counted.startswith(unit)
        or _FOLDED.get(counted, counted) == _FOLDED.get(unit[:1], unit[:1])
    )


def same_thing(one: str, other: str) -> bool:
    """Whether the words behind two 每 mean one thing: 名驻村干部 and 人."""
    return (
        one.startswith(other) or other.startswith(one) or _FOLDED.get(one[0], one[0]) == _FOLDED.get(other[0], other[0])
    )


def is_of(count: Statement, thing: str) -> bool:
    """Whether a count is of what the words behind 每 name, as much of them as is a unit: 84名 and 人, 58辆 and 车每."""
    unit, called = count.quantity.unit, bare(count.label)
    if thing.startswith(unit) or unit.startswith(thing) or unit.endswith(thing) or thing[:_NAMING] in unit:
        return True
    if _FOLDED.get(unit, unit) == _FOLDED.get(thing[:1], thing[:1]):
        return True
    names = _counted_names(count)
    named = thing[:_NAMING] if len(thing) >= _NAMING else thing if unit in _OF_ANYTHING else ""
    if (bool(named) and (named in names or called.endswith(named))) or thing in called[-_NAMING:]:
        return True
    return unit in _OF_ANYTHING and (thing[0] in _LAST.findall(names) or f" {thing[0]}" in names)  # 行政村 and 每村配备


def _counted_names(count: Statement) -> str:
    """What is counted in so many words, before the figure or behind it: 购买服务岗位38个, 86个台站."""
    text = count.passage.text
    behind = _NAME.match(text, count.end)
    opened = count.depth and not count.label  # 每个投放点（126个）一年花费1.96万元
    before = _BEFORE_BRACKET.search(text, max(0, count.start - _LONG), count.start) if opened else None
    return f"{before[0] if before else count.label} {behind[0] if behind else ''}"


def is_listed(count: Statement, own: Sequence[ProductOf]) -> bool:
    """清淤2.60万立方米，各为1.20万立方米、0.85万立方米和0.55万立方米: parts of another count before them."""
    others = [made.counts[0] for made in own if made.counts[0].end <= count.start]
    larger = any(
        each.quantity.unit == count.quantity.unit and each.quantity.value > count.quantity.value for each in others
    )
    return larger and bool(_JOINED.match(count.label))
