"""The head of a sheet: what it is called, of which unit and year, and in what its money is counted."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.fill.book import Grid
from reportgen.fill.words import MONEY, plain, sheet_names
from reportgen.record import Struct

_ROWS = 8
"""A head has no more: title, number of the table, unit, year, unit of money."""
_WIDE = 3
"""So many filled cells are the names of columns or figures, and no head any more."""
_MONEY = re.compile(rf"单位:?[(]?(?P<unit>{MONEY})(?![\w])")
_MONEY_ALONE = re.compile(rf"^[(]?(?:{MONEY})[)]?$")
_MONEY_IN_BRACKETS = re.compile(rf"[(](?:单位:?)?(?P<unit>{MONEY})[)]")
_MONEY_NAMED = re.compile(r"(?:金额)?单位:?$")
_UNIT = re.compile(r"^(?:编制单位|填报单位|单位名称|预算单位|部门名称|填报部门|单位|部门)[(部门)]*:(?P<name>.{2,})$")
_YEAR = re.compile(r"(?<!\d)(?P<year>20\d{2})年(?:度|(?!\d))")


class Head(Struct, frozen=True):
    """What stands above the columns; empty where it does not say."""

    names: frozenset[str]
    money: str = ""
    unit: str = ""
    years: frozenset[int] = frozenset()


def head_of(sheet: Grid) -> Head:
    """The head of a sheet."""
    lines = list(_lines(sheet))
    cells = [plain(cell) for line in lines for cell in line]
    titles = [plain(line[0]) for line in lines if len(line) == 1]
    years = (int(match["year"]) for cell in [plain(sheet.name), *cells] for match in _YEAR.finditer(cell))
    return Head(
        names=frozenset(name for title in (sheet.name, *titles[:3]) for name in _called(title)),
        money=next(filter(None, map(_money, lines)), ""),
        unit=next((match["name"] for cell in cells if not _MONEY.search(cell) and (match := _UNIT.match(cell))), ""),
        years=frozenset(years),
    )


def _called(title: str) -> frozenset[str]:
    """A title with and without its year: 「2024年度收入支出决算总表」."""
    return sheet_names(title) | sheet_names(re.sub(r"^.*?20\d{2}年度?", "", plain(title)))


def _lines(sheet: Grid) -> Iterator[list[str]]:
    """The filled cells of each row of the head; the one that names the unit of money may be followed by blanks."""
    for row in sheet.rows[:_ROWS]:
        texts = [cell for cell in row if cell != ""]
        words = [cell for cell in texts if isinstance(cell, str)]
        if len(words) < len(texts) or (len(texts) >= _WIDE and not any(map(_tells, words))):
            return
        if words:
            yield words


def _tells(cell: str) -> bool:
    return bool(_MONEY.search(plain(cell)) or _UNIT.match(plain(cell)) or _MONEY_NAMED.search(plain(cell)))


def _money(line: list[str]) -> str:
    """金额单位：万元, in one cell or in two."""
    words = [plain(cell) for cell in line]
    for cell, behind in zip(words, [*words[1:], ""], strict=True):
        if match := _MONEY.search(cell):
            return match["unit"]
        if _MONEY_NAMED.search(cell) and _MONEY_ALONE.match(behind):
            return behind.strip("()")
    return ""


def money_in(column: str) -> str:
    """The unit of money in the name of a column: 决算数（万元）."""
    match = _MONEY_IN_BRACKETS.search(plain(column))
    return match["unit"] if match else ""
