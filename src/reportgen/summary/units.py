"""Entries → a line for each unit: what counts of several papers, what is missing, what came late."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from reportgen.record import Struct
from reportgen.rules.between.names import short
from reportgen.summary.entries import Amount, Entry, FileRead, Found, Measure, Points, Source
from reportgen.summary.expected import Expected
from reportgen.summary.words import Material

NOT_SAID = "未注明"
"""In the place of a department or a level that nobody tells."""


def some_of(names: Sequence[str], most: int) -> str:
    """Units in one line, the first ones where there are more: 甲、乙等3个单位."""
    more = f"等{len(names)}个单位" if len(names) > most else ""
    return "、".join(names[:most]) + more


class Taken(Struct, frozen=True):
    """A figure that counts, and those that other papers of the unit give for the same."""

    amounts: tuple[Amount, ...]
    """One; of projects that were added up, all of them."""
    others: tuple[Amount, ...] = ()

    @property
    def value(self) -> Decimal:
        """In 元."""
        return sum((each.value for each in self.amounts), Decimal(0))

    @property
    def source(self) -> Source:
        """Where it comes from."""
        return self.amounts[0].source


class UnitLine(Struct, frozen=True):
    """A unit in the year of the summary."""

    name: str
    department: str
    level: str
    money: Mapping[Measure, Taken]
    points: Points | None
    grade: str
    entries: tuple[Entry, ...]
    findings: tuple[tuple[str, Found], ...]
    """Each with its file."""
    expected: Expected | None = None
    missing: tuple[str, ...] = ()
    """What it has not handed in."""
    listed: bool = True
    """Whether the list has it; True where there is no list."""

    @property
    def handed_in(self) -> date | None:
        """The latest day that one of its papers about the year is dated."""
        days = [each.day for each in self.entries if each.day and each.material is Material.RESULT]
        return max(days, default=None)

    @property
    def late(self) -> int:
        """By how many days its papers are dated behind the day on which they were due."""
        due = self.expected.due if self.expected else None
        return max(0, (self.handed_in - due).days) if due and self.handed_in else 0


def unit_lines(files: Sequence[FileRead], year: int, expected: Sequence[Expected]) -> list[UnitLine]:
    """The units of the list in its order, then those that papers have beside; without a list in the order of names."""
    by_unit: dict[str, list[Entry]] = defaultdict(list)
    known = _known(expected)
    for entry in (entry for file in files for entry in file.entries if _is_of(entry, year, known)):
        by_unit[_named(entry, known)].append(entry)
    found = {file.file: file.findings for file in files}
    lines = [_line(each.name, by_unit.pop(each.name, []), found, each) for each in expected]
    others = [_line(name, own, found, None, not expected) for name, own in by_unit.items()]
    return [*lines, *sorted(others, key=lambda line: (line.department == NOT_SAID, line.department, line.name))]


def _is_of(entry: Entry, year: int, known: Mapping[str, str]) -> bool:
    return bool(_named(entry, known)) and entry.year == year and entry.counts


def _named(entry: Entry, known: Mapping[str, str]) -> str:
    """The unit as the list calls it, by how it calls itself or else by the title."""
    own = short(entry.unit)
    if own in known or not known:
        return known.get(own, entry.unit)
    return next(
        (known[name] for name in sorted(known, key=len, reverse=True) if name in short(entry.title)), entry.unit
    )


def _known(expected: Iterable[Expected]) -> dict[str, str]:
    """The name of the list by each way in which papers may write it."""
    return {short(name): each.name for each in expected for name in (*each.aliases, each.name)}


def _line(
    name: str,
    entries: list[Entry],
    found: Mapping[str, tuple[Found, ...]],
    expected: Expected | None,
    listed: bool = True,
) -> UnitLine:
    ordered = sorted(entries, key=lambda entry: entry.rank, reverse=True)
    points = [each for entry in ordered for each in entry.points]
    grades = [entry.grade for entry in ordered if entry.grade]
    departments = [entry.department for entry in ordered if entry.department]
    own = dict.fromkeys(entry.file for entry in entries if entry.own)
    return UnitLine(
        name,
        (expected.department if expected else "") or next(iter(departments), "") or NOT_SAID,
        (expected.level if expected else "") or NOT_SAID,
        {measure: taken for measure in Measure if (taken := _taken(measure, ordered))},
        points[0] if points else None,
        grades[0] if grades else "",
        tuple(ordered),
        tuple((file, each) for file in own for each in found.get(file, ())),
        expected,
        tuple(_missing(entries, expected)),
        listed or expected is not None,
    )


def _taken(measure: Measure, ordered: Sequence[Entry]) -> Taken | None:
    """Of the whole unit what the latest paper states in its fields, else in prose; else its projects added up."""
    own = [each for entry in ordered for each in entry.amounts if _may_tell(entry, measure) and each.measure is measure]
    whole = sorted((each for each in own if not each.project), key=lambda each: list(Source).index(each.source))
    if whole:
        chosen = whole[0]
        others = [each for each in whole[1:] if each.value != chosen.value]
        return Taken((chosen,), tuple({each.value: each for each in others}.values()))
    projects: dict[str, Amount] = {}
    for each in own:
        projects.setdefault(each.project, each)
    return Taken(tuple(projects.values())) if projects else None


def _may_tell(entry: Entry, measure: Measure) -> bool:
    """A plan grants, and spends nothing."""
    return entry.material is Material.RESULT or measure in (Measure.INITIAL, Measure.BUDGET)


def _missing(entries: Sequence[Entry], expected: Expected | None) -> Iterator[str]:
    if expected is None:
        return
    titles = [f"{entry.title}{entry.kind}" for entry in entries]
    if expected.kinds:
        yield from (kind for kind in expected.kinds if not any(kind in title for title in titles))
    elif not entries:
        yield "全部材料"
