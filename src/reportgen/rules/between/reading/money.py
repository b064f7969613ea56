"""Projects and their money, from listings and fund tables.

What a column means is known by its name, as the forms of the Ministry of Finance name it, in whatever pack it stands.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.model.content import Content, FundColumn, FundRow, FundTable, Indicators, Listing, ListRow
from reportgen.model.facts import Fact
from reportgen.model.quantity import Interval, Quantity
from reportgen.numbers.arithmetic import added
from reportgen.packs.pack import Stage
from reportgen.place import Place, Written
from reportgen.record import Struct
from reportgen.rules.between.names import plain, without_code
from reportgen.rules.between.papers import Project, Reading, Said, Topic

_NAMES = ("项目名称", "任务名称")
_UNITS = ("实施单位", "单位名称")
_CODE = "项目编码"
_WHOLE_AMOUNTS = ("预算数", "预算金额", "金额")
_GRANTED, _NOT_GRANTED = re.compile("拨款|资金|补助"), re.compile("中期|上年|总投资")
_SOURCE, _CARRIED, _FISCAL = "来源", "结转", "财政"
_USED = {"年初预算数": Topic.INITIAL, "全年预算数": Topic.BUDGET, "全年执行数": Topic.SPENT}
_FUNDS = {FundColumn.INITIAL: Topic.INITIAL, FundColumn.APPROVED: Topic.BUDGET, FundColumn.SPENT: Topic.SPENT}
_BASIC = re.compile("基本支出")
PROJECTS, BASIC, WHOLE = "项目资金", "基本支出", ""
"""Keys of what is no single project: the projects together, what the unit itself costs, and all of it."""


class Row(Struct, frozen=True):
    """A line that stands for a project, with the unit that uses its money."""

    row: ListRow
    unit: str

    @property
    def written(self) -> Written | None:
        """The project's name."""
        return next((cell for name in _NAMES if isinstance(cell := self.row.cells.get(name), Written)), None)


def rows_of(content: Content) -> Iterator[Row]:
    """The projects of every listing, those that stand below their unit too."""
    for value in content.every(Listing):
        yield from _rows(value, "")


def _rows(listing: Listing, above: str) -> Iterator[Row]:
    for row in listing.rows:
        unit = next((plain(row.text(name)) for name in _UNITS if row.text(name)), above)
        if any(name in row.cells for name in _NAMES):
            yield Row(row, unit)
        else:
            for cell in row.cells.values():
                if isinstance(cell, Listing):
                    yield from _rows(cell, unit)


def project_of(line: Row, stage: Stage) -> Project | None:
    """The project of a line; None where it has no name, or is the unit's basic expenditure."""
    written = line.written
    if written is None or _BASIC.search(written.text):
        return None
    code, name = without_code(written.text)
    code = line.row.text(_CODE).strip() or code
    amounts = tuple(_amounts(line.row, name, stage))
    return Project(name, written.text.strip(), written.place_at(0, len(written.text)), code, amounts, line.unit)


def _amounts(row: ListRow, name: str, stage: Stage) -> Iterator[Said]:
    funds = next((cell for cell in row.cells.values() if isinstance(cell, Listing)), None)
    if funds is not None:
        for column, topic in _USED.items():
            said = _used(funds, column, name, topic)
            yield from [said] if said else []
    elif stage is Stage.TARGET:
        said = _granted(row, name)
        yield from [said] if said else []


def _used(funds: Listing, column: str, name: str, topic: Topic) -> Said | None:
    """The sum of a column over the sources of money; others may leave out what was carried over, or all but 财政."""
    lines = [(row.text(_SOURCE), cell) for row in funds.rows if (cell := row.fact(column))]
    cells = [cell for _source, cell in lines]
    fresh = [cell for source, cell in lines if _CARRIED not in source]
    fiscal = [cell for source, cell in lines if _FISCAL in source]
    return _summed(topic, name, (cells, fresh, fiscal))


def _granted(row: ListRow, name: str) -> Said | None:
    """What was granted for the year: one column for all of it, or the columns of its sources."""
    cells = _grants(row)
    return _summed(Topic.INITIAL, name, (cells, [cell for cell in cells if _FISCAL in cell.path[-1]]))


def _grants(row: ListRow) -> list[Fact]:
    whole = next((cell for name in _WHOLE_AMOUNTS if (cell := row.fact(name))), None)
    named = [(name, cell) for name, cell in row.cells.items() if isinstance(cell, Fact)]
    own = [cell for name, cell in named if _GRANTED.search(name) and not _NOT_GRANTED.search(name)]
    return [whole] if whole else own


def _summed(topic: Topic, name: str, choices: tuple[list[Fact], ...]) -> Said | None:
    readings = tuple(reading for cells in choices if cells and (reading := _sum(cells)))
    if not readings or not choices[0]:
        return None
    return Said(topic, name, name, str(readings[0].quantity), choices[0][0].place, tuple(dict.fromkeys(readings)))


def _sum(cells: Iterable[Fact]) -> Reading | None:
    figures = [cell.quantity for cell in cells if cell.quantity]
    if not figures or any(figure.unit != "元" for figure in figures):
        return None
    if len(figures) == 1:
        return Reading(figures[0])
    factor = figures[0].factor
    total = sum((figure.value for figure in figures), Decimal(0)) / factor
    interval: Interval = added(figures)
    return Reading(Quantity(total, figures[0].scale, "元"), interval)


def totals_of(content: Content) -> Iterator[Said]:
    """What an approval grants the unit in all: only a list that holds its basic expenditure is the whole."""
    for listing in content.every(Listing):
        basic = [row for row in listing.rows if any(_BASIC.search(row.text(name)) for name in _NAMES)]
        cells = [cell for row in listing.rows for cell in _grants(row)]
        if basic and (total := _summed(Topic.INITIAL, WHOLE, (cells,))):
            yield Said(Topic.INITIAL, WHOLE, "金额合计", total.words, _head(listing.place), total.readings)
            part = _summed(Topic.INITIAL, BASIC, ([cell for row in basic for cell in _grants(row)],))
            yield from [part] if part else []


def _head(place: Place) -> Place:
    return Place(place.file, place.line, place.column, 1, 0, place.spot)


# ---- fund tables ----


def funds_of(content: Content, whole: bool, adjusts: bool) -> Iterator[Said]:
    """The lines of fund tables, the totals only of a `whole` unit.

    批复 without 年初预算 may be what was granted first, unless money moved in the year.
    """
    for table in content.every(FundTable):
        for key, row in _keyed(table) if whole else _items(table):
            for column, topic in _FUNDS.items():
                cell = row.cells.get(column)
                if cell and cell.quantity:
                    sure = topic is not Topic.BUDGET or FundColumn.INITIAL in row.cells
                    yield _stated(topic, key, row.name, cell, sure)
            granted = row.cells.get(FundColumn.APPROVED)
            if granted and granted.quantity and FundColumn.INITIAL not in row.cells and not adjusts:
                yield _stated(Topic.INITIAL, key, row.name, granted, sure=False)


def _stated(topic: Topic, key: str, name: str, cell: Fact, sure: bool = True) -> Said:
    readings = (Reading(cell.quantity),) if cell.quantity else ()
    return Said(topic, key, name, str(cell.value), cell.place, readings, sure)


def _keyed(table: FundTable) -> Iterator[tuple[str, FundRow]]:
    yield WHOLE, table.year
    if table.projects:
        yield PROJECTS, table.projects
    yield from ((row.name, row) for row in table.others)
    yield from _items(table)


def _items(table: FundTable) -> Iterator[tuple[str, FundRow]]:
    yield from ((plain(row.name), row) for row in table.items)


def funded_projects(content: Content) -> Iterator[Project]:
    """The items of fund tables: a report names the projects there."""
    for table in content.every(FundTable):
        for row in table.items:
            name = plain(row.name)
            cells = [(topic, row.cells.get(column)) for column, topic in _FUNDS.items()]
            amounts = tuple(_stated(topic, name, row.name, cell) for topic, cell in cells if cell and cell.quantity)
            yield Project(name, row.name, row.place, amounts=amounts, listed=False)


def indicators_of(row: ListRow) -> Iterator[Indicators]:
    """The annual indicators of a project."""
    yield from (cell for name, cell in row.cells.items() if isinstance(cell, Indicators) and "中期" not in name)
