"""The table behind several files: what became of each, how much was found, and where."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reportgen.diagnostics.outcome import Examined
from reportgen.diagnostics.report import Report
from reportgen.diagnostics.tally import places_of
from reportgen.diagnostics.text import display_width, weighed, weights
from reportgen.language import _
from reportgen.record import Struct

_WIDEST = 48
"""Columns of the terminal for a name."""


class Row(Struct, frozen=True):
    """A file of the call: `result` in a word, how much of each weight was found, and where, or why nothing was made."""

    name: str
    result: str
    counts: Mapping[str, int] | None = None
    """None where it was not looked into."""
    where: str = ""

    @property
    def quiet(self) -> bool:
        """Whether nothing was found in it."""
        return self.counts is not None and not self.counts


def row(name: str, result: str, report: Report | None = None, why: str = "") -> Row:
    """The row of a file with its report, of which only the counts and a few places are kept."""
    pending = report.pending if report else ()
    counts = None if report is None else weighed(pending)
    return Row(name, result, counts, where(name, places_of(pending), why))


def table_behind(files: Sequence[Examined]) -> Iterator[str]:
    """The table behind several files that were checked; nothing for one."""
    if len(files) > 1:
        yield from overview([_row(examined) for examined in files])


def _row(examined: Examined) -> Row:
    if examined.problem:
        return row(examined.file, _("没有查"), None, examined.problem)
    result = _("做不成") if examined.report.fatal else _("查过")
    return row(examined.file, result, examined.report)


def overview(rows: Sequence[Row], shown: Sequence[Row] | None = None) -> Iterator[str]:
    """The lines of the table, its last for all rows; kinds of findings that no file has are left out. `shown` are the
    rows that have a line, where not all have one.
    """
    total = Counter[str]()
    for each in rows:
        total.update(each.counts or {})
    kinds = [kind for kind in weights() if total[kind]]
    head = [_("文件"), _("结果"), *kinds, _("在哪里")]
    lines = [_line(each, kinds) for each in (rows if shown is None else shown)]
    results = Counter(each.result for each in rows)
    told = _("，").join(f"{result} {count}" for result, count in results.items())
    end = [_("共 {count} 个文件", count=len(rows)), told, *(str(total[kind]) for kind in kinds), ""]
    yield from aligned([head, *lines, end])


def _line(row: Row, kinds: Sequence[str]) -> list[str]:
    counts = ("" if row.counts is None else str(row.counts.get(kind, 0)) for kind in kinds)
    return [_short(row.name), row.result, *counts, row.where]


def _short(name: str) -> str:
    """The end of a long path, which tells it from its neighbours."""
    at = len(name)
    while at and display_width(name[at - 1 :]) < _WIDEST:
        at -= 1
    return f"…{name[at:]}" if at else name


def where(name: str, places: str, why: str = "") -> str:
    """What there is to say of the file `name`, and the heaviest places of what was found."""
    said = why.removeprefix(name).strip().partition(_("。"))[0]
    return _("；").join(word for word in (said, places) if word)


def aligned(table: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a table, its columns one below the other."""
    widths = [max(map(display_width, column)) for column in zip(*table, strict=True)]
    for line in table:
        cells = (cell + " " * (width - display_width(cell)) for cell, width in zip(line, widths, strict=True))
        yield "  ".join(cells).rstrip()
