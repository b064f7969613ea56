"""Intakes and workbooks → what each value of the content file is to become, and what was not found."""

from collections.abc import Iterable, Sequence

from reportgen.fill.book import Book
from reportgen.fill.gaps import missing_target
from reportgen.fill.left_over import LeftOver, left_over
from reportgen.fill.lookup import Pages, Taken, Untaken, Whose
from reportgen.fill.targets import NoTarget, Target, target_of
from reportgen.fill.values import Meant, Unmeant, meant
from reportgen.language import _
from reportgen.packs.fields import Field
from reportgen.packs.intake import Intake
from reportgen.place import Written
from reportgen.record import Struct
from reportgen.source.node import Mapping


class Filled(Struct, frozen=True):
    """A value that was found, with where it goes."""

    intake: Intake
    target: Target
    taken: Taken
    value: Meant

    @property
    def path(self) -> str:
        """Where it goes, as references call it."""
        return self.intake.path

    @property
    def changes(self) -> bool:
        """Whether the file says something else so far."""
        return self.target.value.text != self.value.text


class Unfilled(Struct, frozen=True):
    """A value that was asked for and is not to be had; `expected` where nobody need do anything about it."""

    intake: Intake
    why: str
    expected: bool = False
    elsewhere: bool = False
    """Whether the whole sheet is not among the workbooks."""
    unwritten: bool = False
    """Whether the content file has no such key."""


class Filling(Struct, frozen=True):
    """All that comes of a content file and some workbooks."""

    filled: tuple[Filled, ...]
    unfilled: tuple[Unfilled, ...]
    left: LeftOver

    @property
    def wanting(self) -> tuple[Unfilled, ...]:
        """What somebody has to look after."""
        return tuple(each for each in self.unfilled if not each.expected)


def filling_of(root: Mapping, intakes: Iterable[Intake], fields: Sequence[Field], books: Iterable[Book]) -> Filling:
    """What the workbooks give for the intakes."""
    pages, whose = Pages.of(books), whose_of(root)
    each = [fill_first(root, ways, fields, pages, whose) for ways in by_path(intakes)]
    filled = tuple(one for one in each if isinstance(one, Filled))
    unfilled = tuple(one for one in each if isinstance(one, Unfilled))
    return Filling(filled, unfilled, left_over(pages, (one.taken for one in filled)))


def by_path(intakes: Iterable[Intake]) -> list[tuple[Intake, ...]]:
    """The ways to each value, in the order in which they are written."""
    ways: dict[str, tuple[Intake, ...]] = {}
    for intake in intakes:
        ways[intake.path] = (*ways.get(intake.path, ()), intake)
    return list(ways.values())


def fill_first(
    root: Mapping, ways: tuple[Intake, ...], fields: Sequence[Field], pages: Pages, whose: Whose
) -> Filled | Unfilled:
    """What the first way gives that gives anything; else why the first does not whose sheet is there."""
    each = [fill_one(root, intake, fields, pages, whose) for intake in ways]
    filled = next((one for one in each if isinstance(one, Filled)), None)
    here = (one for one in each if isinstance(one, Unfilled) and not one.elsewhere)
    return filled or next(here, each[0])


def fill_one(root: Mapping, intake: Intake, fields: Sequence[Field], pages: Pages, whose: Whose) -> Filled | Unfilled:
    """What the workbooks give for one intake."""
    target = target_of(root, intake.path, fields)
    if isinstance(target, NoTarget) and target.absent and intake.adds_key:
        target = missing_target(root, intake.path, fields) or target
    if isinstance(target, NoTarget):
        return Unfilled(intake, target.why, target.absent, unwritten=target.absent)
    taken = pages.take(intake, whose)
    if isinstance(taken, Untaken):
        return Unfilled(intake, taken.why, taken.absent and intake.optional, taken.page is None)
    value = meant(taken.said, target, taken.unit, intake.decimals)
    if isinstance(value, Unmeant):
        where = f"{taken.page.name}{taken.address}"
        return Unfilled(intake, _("{where}：{why}", where=where, why=value.why))
    return Filled(intake, target, taken, value)


def whose_of(root: Mapping) -> Whose:
    """The unit and the year that a content file says."""
    unit, year = root.get("单位"), root.get("年度")
    digits = year.text.strip()[:4] if isinstance(year, Written) else ""
    return Whose(unit.text if isinstance(unit, Written) else "", int(digits) if digits.isdecimal() else None)
