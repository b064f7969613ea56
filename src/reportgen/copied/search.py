"""Which paragraphs stand nearly alike in papers of several units, or in those of one unit in several years.

Equal paragraphs are put together first: they cost nothing. Of those that may be alike, rapidfuzz says how much is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import pairwise

from reportgen.copied.candidates import candidates
from reportgen.copied.model_text import ModelText
from reportgen.copied.paragraphs import SHORTEST, Excerpt
from reportgen.place import Place
from reportgen.record import Struct

LEAST = 0.85
"""What part of both paragraphs must be the same, names and figures taken out."""
USUAL = 5
"""A paragraph that so many units have, and a third of all units, is nobody's own: the office has given it out."""
_SHARE = 3


class Kind(Enum):
    """Where a paragraph stands a second time; the value is what the user reads."""

    UNITS = "不同单位之间"
    YEARS = "同一单位前后年度"


class Pair(Struct, frozen=True):
    """Two paragraphs, the earlier year first; `likeness` is the part of both that is the same, from 0 to 1."""

    kind: Kind
    one: Excerpt
    other: Excerpt
    likeness: float


class Shared(Struct, frozen=True):
    """A paragraph that many units have: it is told once."""

    text: str
    units: tuple[str, ...]


class Copies(Struct, frozen=True):
    """What was found, the most alike first; `compared` paragraphs were held against each other."""

    pairs: tuple[Pair, ...] = ()
    shared: tuple[Shared, ...] = ()
    compared: int = 0
    model: int = 0
    """How many paragraphs were left out, being model text."""


def copies_among(excerpts: Iterable[Excerpt], model: ModelText) -> Copies:
    """The copies among some paragraphs; `model` is what is nobody's own."""
    groups: dict[str, list[Excerpt]] = defaultdict(list)
    left_out = 0
    for each in excerpts:
        own = model.own_of(each.bare)
        if len(own) >= SHORTEST:
            groups[own].append(each)
        else:
            left_out += bool(len(each.bare) >= SHORTEST)
    texts = list(groups)
    near, like_model = _near(texts, model)
    for at in like_model:
        left_out += len(groups.pop(texts[at]))
    units = {each.unit for group in groups.values() for each in group}
    shared, usual = _usual(texts, groups, near, len(units))
    pairs = [pair for text in groups if text not in usual for pair in _equal(groups[text])]
    for (one, other), likeness in near.items():
        if texts[one] not in usual or texts[other] not in usual:
            pairs += _across(groups[texts[one]], groups[texts[other]], likeness)
    pairs.sort(key=lambda pair: (-pair.likeness, -len(pair.one.bare), str(pair.one.place), str(pair.other.place)))
    return Copies(tuple(_once(pairs)), tuple(shared), sum(map(len, groups.values())), left_out)


def _near(texts: Sequence[str], model: ModelText) -> tuple[dict[tuple[int, int], float], set[int]]:
    """The pairs that are alike with how much they are, and the texts that are like a model paragraph."""
    from rapidfuzz.fuzz import ratio  # C++, loaded where papers are compared

    every = [*texts, *model.paragraphs]
    near: dict[tuple[int, int], float] = {}
    like_model = set[int]()
    for one, other in candidates(every):
        if one >= len(texts):
            continue  # both are model text
        likeness = ratio(every[one], every[other], score_cutoff=LEAST * 100) / 100
        if likeness >= LEAST and other >= len(texts):
            like_model.add(one)
        elif likeness >= LEAST:
            near[one, other] = likeness
    return {pair: likeness for pair, likeness in near.items() if not like_model.intersection(pair)}, like_model


def _usual(
    texts: Sequence[str], groups: dict[str, list[Excerpt]], near: dict[tuple[int, int], float], units: int
) -> tuple[list[Shared], set[str]]:
    """The paragraphs that many units have, each with those that are nearly alike."""
    around: dict[str, list[str]] = defaultdict(list)
    for one, other in near:
        around[texts[one]].append(texts[other])
        around[texts[other]].append(texts[one])
    shared, usual = list[Shared](), set[str]()
    for text, group in groups.items():
        alike = [text, *around[text]] if text in around else [text]
        if text in usual or sum(len(groups[each]) for each in alike) < USUAL:
            continue
        names = {each.unit for other in alike for each in groups[other] if each.unit}
        if len(names) >= USUAL and len(names) * _SHARE >= units:
            usual.update(alike)
            shared.append(Shared(group[0].text, tuple(sorted(names))))
    return shared, usual


def _equal(group: list[Excerpt]) -> Iterator[Pair]:
    """Of some equal paragraphs the first with that of each other unit; a unit's own with that of the year before."""
    by_unit: dict[str, list[Excerpt]] = defaultdict(list)
    for each in sorted(group, key=_order):
        by_unit[each.unit].append(each)
    first, *others = [own[0] for own in by_unit.values()]
    yield from (Pair(Kind.UNITS, first, other, 1.0) for other in others if _kind(first, other))
    for own in by_unit.values():
        yield from (Pair(Kind.YEARS, *pair, 1.0) for pair in pairwise(own) if _kind(*pair) is Kind.YEARS)


def _order(excerpt: Excerpt) -> tuple[int, str, Place]:
    return excerpt.year, excerpt.unit, excerpt.place


def _across(one: list[Excerpt], other: list[Excerpt], likeness: float) -> list[Pair]:
    """The first of each group that make a pair of a kind."""
    found: dict[Kind, Pair] = {}
    for first in one:
        for second in other:
            kind = _kind(first, second)
            if kind and kind not in found:
                earlier, later = sorted((first, second), key=_order)
                found[kind] = Pair(kind, earlier, later, likeness)
            if len(found) == len(Kind):
                return list(found.values())
    return list(found.values())


def _kind(one: Excerpt, other: Excerpt) -> Kind | None:
    """None for two of one unit and year, and for what has no unit."""
    if not one.unit or not other.unit:
        return None
    if one.unit != other.unit:
        return Kind.UNITS
    return Kind.YEARS if one.year and other.year and one.year != other.year else None


def _once(pairs: Iterable[Pair]) -> Iterable[Pair]:
    """Each paragraph with one other of a kind, that which is most like it."""
    seen: set[tuple[Kind, Excerpt]] = set()
    for pair in pairs:
        if (pair.kind, pair.other) not in seen:
            seen.add((pair.kind, pair.other))
            yield pair
