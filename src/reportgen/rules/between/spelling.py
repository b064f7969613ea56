"""One unit, one name: papers by unit, and units whose names are slips for each other.

Only names that share what is left without one character are looked at, so that hundreds of units are no work.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reportgen.rules.between.comparisons import UnitRetold
from reportgen.rules.between.names import near, short, slips
from reportgen.rules.between.papers import Paper, Said, Topic

Units = dict[str, list[Paper]]

_MOST = 20
"""What more names than these have in common tells nothing."""
_MONEY = (Topic.INITIAL, Topic.BUDGET, Topic.SPENT)


def one_spelling(papers: Iterable[Paper]) -> tuple[list[list[Paper]], list[UnitRetold]]:
    """The papers of each unit, those under another spelling of its name among them, and these spellings."""
    units: Units = defaultdict(list)
    for paper in papers:
        units[paper.unit].append(paper)
    spelt: list[UnitRetold] = []
    for one, other in _alike(units):
        if one in units and other in units and (retold := _one_unit(units[one], units[other])):
            spelt.append(retold)
            kept, gone = (one, other) if retold.earlier.unit == one else (other, one)
            units[kept] += units.pop(gone)
    return list(units.values()), spelt


def _alike(units: Units) -> Iterator[tuple[str, str]]:
    shared: dict[str, list[str]] = defaultdict(list)
    for unit in units:
        for rest in slips(short(unit)):
            shared[rest].append(unit)
    pairs = {
        (names[at], other)
        for names in shared.values()
        if len(names) <= _MOST
        for at in range(len(names))
        for other in names[at + 1 :]
    }
    for one, other in sorted(pairs):
        if short(one) == short(other) or near(short(one), short(other)):
            yield one, other


def _one_unit(some: list[Paper], others: list[Paper]) -> UnitRetold | None:
    """The two spellings, when documents of different kinds and one year speak of the same money."""
    for one in some:
        for other in others:
            earlier, later = (one, other) if one.stage.rank <= other.stage.rank else (other, one)
            if one.year == other.year and one.kind != other.kind and one.file != other.file and _same_money(one, other):
                return UnitRetold(earlier, later, _name(earlier), _name(later))
    return None


def _same_money(one: Paper, other: Paper) -> bool:
    """A project, or the whole unit, of which both give the same amount."""
    known = {(said.topic, said.key): said for said in one.said if said.topic in _MONEY}
    return any(
        (said.topic, said.key) in known and said.agrees(known[said.topic, said.key])
        for said in other.said
        if said.topic in _MONEY
    )


def _name(paper: Paper) -> Said:
    return Said(Topic.UNIT, "", "单位", paper.unit, paper.unit_place)
