"""The table behind several files: what became of each, how much was found, and where."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reportgen.diagnostics.outcome import Examined
from reportgen.diagnostics.report import Report
from reportgen.diagnostics.text import display_width, weight, weights
from reportgen.language import _
from reportgen.place import Place
from reportgen.record import Struct

_MOST_PLACES = 3
_WIDEST = 48
"""Columns of the terminal for a name."""


class Row(Struct, frozen=True):
    """A file of the call: `result` in a word, and where its outputs are or why there are none."""

    name: str
    result: str
    report: Report | None = None
    where: str = ""


def table_behind(files: Sequence[Examined]) -> Iterator[str]:
    """The table behind several files that were checked; nothing for one."""
    if len(files) > 1:
        yield from overview([_row(examined) for examined in files])


def _row(examined: Examined) -> Row:
    if examined.problem:
        return Row(examined.file, _("没有查"), None, examined.problem)
    result = _("做不成") if examined.report.fatal else _("查过")
    return Row(examined.file, result, examined.report)


def overview(rows: Sequence[Row]) -> Iterator[str]:
    """The lines of the table; kinds of findings that no file has are left out."""
    counts = [Counter(weight(finding) for finding in row.report or () if finding.pending) for row in rows]
    kinds = [kind for kind in weights() if any(count[kind] for count in counts)]
    head = [_("文件"), _("结果"), *kinds, _("在哪里")]
    lines = [
        [
            _short(row.name),
            row.result,
            *(str(count[kind]) if row.report is not None else "" for kind in kinds),
            _where(row),
        ]
        for row, count in zip(rows, counts, strict=True)
    ]
    results = Counter(row.result for row in rows)
    told = _("，").join(f"{result} {count}" for result, count in results.items())
    total = [
        _("共 {count} 个文件", count=len(rows)),
        told,
        *(str(sum(count[kind] for count in counts)) for kind in kinds),
        "",
    ]
    yield from aligned([head, *lines, total])


def _short(name: str) -> str:
    """The end of a long path, which tells it from its neighbours."""
    at = len(name)
    while at and display_width(name[at - 1 :]) < _WIDEST:
        at -= 1
    return f"…{name[at:]}" if at else name


def _where(row: Row) -> str:
    """The heaviest places of what was found, else what there is to say of the file."""
    found = sorted((finding for finding in row.report or () if finding.pending), key=lambda finding: finding.rank)
    why = row.where.removeprefix(row.name).strip().partition(_("。"))[0]
    places = list(dict.fromkeys(place for finding in found if (place := _spot(finding.place))))
    more = "…" if len(places) > _MOST_PLACES else ""
    return _("；").join(word for word in (why, _("、").join(places[:_MOST_PLACES]) + more) if word)


def _spot(place: Place) -> str:
    """Where in its file something stands."""
    return place.spot.words or (_("第 {line} 行", line=place.line) if place.line else "")


def aligned(table: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a table, its columns one below the other."""
    widths = [max(map(display_width, column)) for column in zip(*table, strict=True)]
    for line in table:
        cells = (cell + " " * (width - display_width(cell)) for cell, width in zip(line, widths, strict=True))
        yield "  ".join(cells).rstrip()
