"""An intake → the cell of the workbooks that it means, and what that cell says."""

from collections.abc import Iterable
from functools import cached_property

from reportgen.fill.anchors import Anchors, Found, Index
from reportgen.fill.book import Book, Grid, address
from reportgen.fill.cells import Said, Unsaid, read_cell
from reportgen.fill.heads import Head, head_of, money_in
from reportgen.fill.words import plain, same_unit
from reportgen.language import _
from reportgen.packs.intake import Intake, IntakeYear
from reportgen.record import Struct


class Whose(Struct, frozen=True):
    """The unit and the year of the content file; empty where it does not say."""

    unit: str = ""
    year: int | None = None


class Page(Struct, dict=True):
    """A sheet of a workbook, ready to be searched."""

    book: Book
    grid: Grid

    @property
    def name(self) -> str:
        """Workbook and sheet, as messages and receipts call them."""
        return f"{self.book.file}「{self.grid.name.strip()}」"

    @cached_property
    def head(self) -> Head:
        """What stands above its columns."""
        return head_of(self.grid)

    @cached_property
    def index(self) -> Index:
        """Where its words stand."""
        return Index(self.grid)


class Taken(Struct, frozen=True):
    """What was found for an intake: the cell, its value and the unit of its column."""

    page: Page
    found: Found
    said: Said
    unit: str

    @property
    def address(self) -> str:
        """The cell as spreadsheets call it."""
        return address(*self.found.cell)

    @property
    def labels(self) -> tuple[str, str]:
        """The words of row and column, as they stand in the workbook."""
        grid = self.page.grid
        return str(grid.at(*self.found.label)).strip(), " ".join(str(grid.at(*self.found.head)).split())


class Untaken(Struct, frozen=True):
    """Why there is nothing; `absent` where the workbooks just do not have it."""

    why: str
    absent: bool = False
    page: Page | None = None
    """The sheet that it ought to stand in; None where there is no such sheet."""


class Pages(Struct, dict=True):
    """Every sheet of the workbooks of a call."""

    pages: list[Page]

    @classmethod
    def of(cls, books: Iterable[Book]) -> "Pages":
        """Those of some workbooks, in order."""
        return cls([Page(book, grid) for book in books for grid in book.sheets])

    def take(self, intake: Intake, whose: Whose) -> Taken | Untaken:
        """The value that an intake means, in a file of this unit and year."""
        page = self._page(intake, whose)
        if isinstance(page, Untaken):
            return page
        found = page.index.find(_anchors(intake, whose))
        if isinstance(found, Found):
            return _read(page, found, intake)
        return Untaken(_("{sheet}：{why}", sheet=page.name, why=found.why), not found.several, page)

    def _page(self, intake: Intake, whose: Whose) -> Page | Untaken:
        named = self._named(intake.sheet)
        if not named:
            return Untaken(_("没有表「{sheet}」", sheet=_("、").join(intake.sheet)), absent=True)
        year = _year(intake, whose)
        fitting = [page for page in named if year is None or _fits(page, year)]
        if not fitting and year is not None:
            return _other_year(named[0], year)
        shown = [page for page in fitting if not page.grid.hidden] or fitting
        own = [page for page in shown if not _is_others(page, intake.owner or whose.unit)]
        if not own:
            return _of_another_unit(shown[0], whose.unit)
        if len(own) > 1:
            names = _("、").join(page.name for page in own)
            return Untaken(_("有 {count} 张表叫这个名称：{names}", count=len(own), names=names), page=own[0])
        return own[0]

    def _named(self, words: tuple[str, ...]) -> list[Page]:
        """The sheets that go by the first of these names that any has."""
        for word in words:
            called = plain(word).casefold()
            if pages := [page for page in self.pages if called in page.head.names]:
                return pages
        return []


def _anchors(intake: Intake, whose: Whose) -> Anchors:
    def spelt(words: tuple[str, ...]) -> tuple[str, ...]:
        year = whose.year or 0
        return tuple(word.replace("{年度}", str(year)).replace("{上年}", str(year - 1)) for word in words)

    return Anchors(*map(spelt, (intake.row, intake.column, intake.block, intake.above)))


def _read(page: Page, found: Found, intake: Intake) -> Taken | Untaken:
    said = read_cell(page.grid.at(*found.cell))
    if isinstance(said, Unsaid):
        why = page.grid.at(*found.cell) == "" and page.book.unshown(page.grid.name, *found.cell)
        where = {"sheet": page.name, "cell": address(*found.cell)}
        return Untaken(_("{sheet} {cell}：{why}", **where, why=why or said.why), page=page)
    return Taken(page, found, said, _unit(page, found, intake))


def _unit(page: Page, found: Found, intake: Intake) -> str:
    """That of the column, else that of the sheet; for what is no money, as the intake says."""
    column = money_in(str(page.grid.at(*found.head)))
    if intake.unit and not intake.unit.endswith("元"):
        return intake.unit
    return column or page.head.money or intake.unit


def _year(intake: Intake, whose: Whose) -> int | None:
    before = intake.year is IntakeYear.BEFORE
    return whose.year if whose.year is None or not before else whose.year - 1


def _fits(page: Page, year: int) -> bool:
    return not page.head.years or year in page.head.years


def _other_year(page: Page, year: int) -> Untaken:
    years = _("、").join(map(str, sorted(page.head.years)))
    told = _("{sheet} 是 {years} 年的，这里要 {year} 年的", sheet=page.name, years=years, year=year)
    return Untaken(told, page=page)


def _is_others(page: Page, unit: str) -> bool:
    return bool(unit and page.head.unit) and not same_unit(unit, page.head.unit)


def _of_another_unit(page: Page, unit: str) -> Untaken:
    names = {"sheet": page.name, "other": page.head.unit, "unit": unit}
    told = _("{sheet} 是「{other}」的，内容文件是「{unit}」的", **names)
    return Untaken(told + _("；确是同一个单位，只是写法不同的，加 --unit {other}", other=page.head.unit), page=page)
