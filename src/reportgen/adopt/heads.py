"""Lists of a pack found in a table of another form: by the heads of their columns."""

from collections.abc import Iterator, Mapping

from reportgen.adopt.likeness import ALIKE, likeness
from reportgen.finished.forms.columns import head_word
from reportgen.finished.forms.split_tables import SUM_ROW
from reportgen.model.lattice import Lattice
from reportgen.model.table import Cell, Table
from reportgen.packs.fields import INDICATOR_COLUMNS, Field, FieldType, by_path
from reportgen.source.composed_text import Given

_FEWEST = 2
_SHARE = 0.5
"""So many of a list's columns, and this share of the table's, must be there."""
_REWORDED = {name: name for name in ("指标值", "完成值", "分值", "得分", "偏差原因")} | {
    "年初指标值": "指标值",
    "权重": "分值",
}
"""The columns of indicators that heads worded in many ways are for, by what `lexicon/forms.yaml` calls these."""
_SUMS = (*SUM_ROW, "小计")


def listed(table: Table, fields: tuple[Field, ...]) -> tuple[str, list[Given]] | None:
    """The field whose columns a table has, and its lines; None where it has those of none."""
    lattice = Lattice(table)
    best: tuple[float, str, int, dict[int, str]] | None = None
    for path, field in by_path(fields).items():
        columns = _columns(field)
        for row in range(table.row_count) if columns else ():
            named = {cell.column: name for cell in lattice.row(row) if (name := _name(cell, columns))}
            share = len(named) / max(len(lattice.row(row)), 1)
            if len(named) >= _FEWEST and share >= _SHARE and (best is None or len(named) > best[0]):
                best = (len(named), path, row, named)
    if best is None:
        return None
    _count, path, row, named = best
    return path, list(_lines(lattice, row, named))


def _columns(field: Field) -> tuple[str, ...]:
    match field.type:
        case FieldType.INDICATORS:
            return tuple(column.name for column in INDICATOR_COLUMNS)
        case FieldType.LISTING:
            return tuple(column.name for column in field.fields)
        case _:
            return ()


def _name(cell: Cell, columns: tuple[str, ...]) -> str:
    words = cell.compact
    named = next((name for name in columns if likeness(name, words) >= ALIKE), "") if words else ""
    reworded = _REWORDED.get(head_word(words), "")
    return named or (reworded if reworded in columns else "")


def _lines(lattice: Lattice, head: int, named: Mapping[int, str]) -> Iterator[Given]:
    above: dict[str, Cell] = {}
    for row in range(head + 1, lattice.table.row_count):
        cells = {name: cell for column, name in named.items() if (cell := lattice.at(row, column))}
        first = next((cell.compact for cell in lattice.row(row) if cell.compact), "")
        if first.startswith(_SUMS):
            continue
        said = {name: cell.text.strip() for name, cell in cells.items() if above.get(name) is not cell}
        above = cells
        if line := {name: words for name, words in said.items() if words}:
            yield {**line}
