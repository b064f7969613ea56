"""The list of the first page: every content file with its state, by unit and year."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from reportgen import patterns as re
from reportgen.desk.home.outputs import Made, Outputs, outputs_of
from reportgen.desk.home.summary import Summary
from reportgen.desk.state import Desk
from reportgen.errors import EnvironmentProblem, UsageProblem
from reportgen.language import _
from reportgen.record import Struct
from reportgen.source.encoding import read_decoded
from reportgen.world import now, stamps

_HEAD = re.compile(
    r"^(单位|年度|文种)[ \t]*[:：][ \t]*([^#\r\n]*)(?:[#][^\r\n]*)?((?:\r?\n[ \t]*-[ \t]+[^\r\n]+)*)", re.MULTILINE
)
_MOST_READ = 20_000
"""Characters in which a file says what it is."""


class Row(Struct, frozen=True):
    """A file of the list; `summary` is None while it has not been checked yet."""

    name: str
    unit: str
    year: str
    titles: tuple[str, ...]
    changed: str
    summary: Summary | None
    outputs: Outputs

    @property
    def file(self) -> str:
        """The last part of its name."""
        return self.name.rpartition("/")[2]

    @property
    def title(self) -> str:
        """Its first document type."""
        return self.titles[0] if self.titles else self.file

    @property
    def searched(self) -> str:
        """What somebody may look for it by."""
        return " ".join((self.unit, self.year, *self.titles, self.name)).casefold()

    @property
    def is_current(self) -> bool:
        """Whether what was made of it is that of the file as it is."""
        return self.outputs.made is Made.CURRENT

    @property
    def is_made(self) -> bool:
        """Whether anything was made of it."""
        return self.outputs.made is not Made.NOTHING


class Listing(Struct, frozen=True):
    """The rows by unit, and what there is to count."""

    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    waiting: int
    is_cut: bool = False
    """Whether the folder is too large, so that there may be more."""

    @property
    def rows(self) -> list[Row]:
        """Every row, in the order of the page."""
        return [row for _unit, rows in self.groups for row in rows]

    @property
    def years(self) -> list[str]:
        """Those that files are about, the last first."""
        return sorted({row.year for row in self.rows if row.year}, reverse=True)

    def total(self, name: str) -> int:
        """The sum of a count of all summaries: errors, warnings, doubts, to_fill."""
        return sum(getattr(row.summary, name) for row in self.rows if row.summary)


def listing_of(desk: Desk) -> Listing:
    """The list as far as it is known; what is not is being found out."""
    found = desk.workspace.found()
    known = desk.checks.look(found.paths)
    rows = [_row(desk, path, known[path]) for path in found.paths]
    rows.sort(key=lambda row: (not row.unit, row.unit))
    groups = tuple((unit, tuple(sorted(own, key=_order))) for unit, own in groupby(rows, key=lambda row: row.unit))
    return Listing(groups, desk.checks.waiting, found.is_cut)


def row_of(desk: Desk, path: Path) -> Row:
    """One file of it."""
    return _row(desk, path, desk.checks.look([path])[path])


def _order(row: Row) -> tuple[int, str]:
    return -int(row.year) if row.year.isdecimal() else 1, row.name


def _row(desk: Desk, path: Path, summary: Summary | None) -> Row:
    said = {} if summary and summary.unit and summary.year and summary.titles else _head(path)
    unit, year = (summary.unit, summary.year) if summary else ("", "")
    titles = summary.titles if summary and summary.titles else tuple(said.get("文种", ()))
    stamp = stamps([path])[path]
    return Row(
        desk.workspace.name(path),
        unit or next(iter(said.get("单位", ())), ""),
        year or next(iter(said.get("年度", ())), ""),
        titles,
        told_time(stamp[0]) if stamp else "",
        summary,
        outputs_of(desk.workspace, path, summary.outputs if summary else ()),
    )


def _head(path: Path) -> dict[str, list[str]]:
    """What a file says of itself in its first lines; for one that cannot be read, or was not read yet."""
    try:
        text = read_decoded(path).text[:_MOST_READ]
    except (UsageProblem, EnvironmentProblem):
        return {}
    return {match[1]: list(_values(match[2], match[3])) for match in _HEAD.finditer(text)}


def _values(line: str, below: str) -> Iterator[str]:
    words: Iterable[str] = line.strip().strip("[]").split(",") if line.strip() else re.split(r"\r?\n[ \t]*-", below)
    for word in words:
        if plain := word.partition(" #")[0].strip().strip("\"'“”"):
            yield plain


def told_time(nanoseconds: int) -> str:
    """今天 09:12, 昨天 17:05, 2024-03-20: a moment by the clock of this computer."""
    moment = datetime.fromtimestamp(nanoseconds / 10**9, UTC).astimezone()
    days = (now().astimezone().date() - moment.date()).days
    if days == 0:
        return _("今天 {time}", time=moment.strftime("%H:%M"))
    if days == 1:
        return _("昨天 {time}", time=moment.strftime("%H:%M"))
    return moment.strftime("%Y-%m-%d")
