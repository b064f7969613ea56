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
_SUM_ENDS = ("合计", "总计")
_SUMS = (*SUM_ROW, "小计")


def listed(table: Table, fields: tuple[Field, ...]) -> list[tuple[str, list[Given]]]:
    """The fields whose columns a table has, and their lines: two where lists stand side by side; none of no list."""
    lattice = Lattice(table)
    best: tuple[int, str, int, dict[int, str]] | None = None
    for path, field in by_path(fields).items():
        columns = _columns(field)
        for row in range(table.row_count) if columns else ():
            named = {cell.column: name for cell in lattice.row(row) if (name := _name(cell, columns))}
            share = len(named) / max(len(lattice.row(row)), 1)
            if len(named) >= _FEWEST and share >= _SHARE and (best is None or len(named) > best[0]):
                best = (len(named), path, row, named)
    if best is None:
        return []
    _count, path, row, named = best
    sides = _sides(named)
    paths = _alike(path, fields, len(sides))
    return [(path, list(_lines(lattice, row, side))) for path, side in zip(paths, sides, strict=False)]


def _sides(named: Mapping[int, str]) -> list[dict[int, str]]:
    """The columns of each list: where a name comes again, a list begins beside the one before.

    What stands at the left of all is said of each.
    """
    sides: list[dict[int, str]] = [{}]
    for column, name in sorted(named.items()):
        if name in sides[-1].values():
            sides.append({})
        sides[-1][column] = name
    first = min(sides[0])
    shared = [side if sides[0][first] in side.values() else {first: sides[0][first]} | side for side in sides]
    return [side for side in shared if len(side) >= _FEWEST] or sides[:1]


def _alike(path: str, fields: tuple[Field, ...], count: int) -> list[str]:
    """As many fields as there are lists: the one at the path, and those behind it that have the same columns."""
    known = by_path(fields)
    same = [other for other, field in known.items() if _columns(field) == _columns(known[path])]
    return same[same.index(path) : same.index(path) + count]


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
        if len(cells) > len({id(cell) for cell in cells.values()}):
            return  # a cell as wide as several columns: the list has ended
        if any(_adds_up(cell.compact) for cell in (*lattice.row(row)[:1], *list(cells.values())[:1])):
            continue
        said = {name: cell.text.strip() for name, cell in cells.items() if above.get(name) is not cell}
        above = cells
        if line := {name: words for name, words in said.items() if words}:
            yield {**line}


def _adds_up(words: str) -> bool:
    """Whether a row is a sum, which the program works out: 合计, 金额合计."""
    return words.startswith(_SUMS) or words.endswith(_SUM_ENDS)
