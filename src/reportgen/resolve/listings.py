"""Lists whose every item has the same columns: tasks, projects, funds, indicators."""

from collections.abc import Mapping as Mapping_

from reportgen.model.content import Indicators, Listing, ListRow
from reportgen.model.facts import Fact
from reportgen.packs.fields import Field, FieldType
from reportgen.place import Written
from reportgen.resolve.quantities import read_amount, read_fact
from reportgen.resolve.quoted import bare
from reportgen.resolve.scoring import scored
from reportgen.source.expect import Expect, is_blank
from reportgen.source.node import Mapping, Node

Cell = Written | Fact | Listing | Indicators

LEVELS = ("一级指标", "二级指标")
"""Columns that an item may leave out when it has them in common with the one above."""
OWN_NAME = "三级指标"
_BLANK = ("", "—", "-", "无")


def read_rows(
    path: tuple[str, ...], field: Field, node: Node, expect: Expect, inherit: tuple[str, ...] = ()
) -> tuple[ListRow, ...]:
    """The items of a list field; `inherit` names columns that are taken over from the item above."""
    rows: list[ListRow] = []
    columns = frozenset(column.name for column in field.fields)
    for number, item in enumerate(expect.rows(node, path[-1], [column.name for column in field.fields]), start=1):
        name = row_name(item, field) or str(number)
        cells = _cells((*path, name), field, item, expect)
        above = rows[-1].cells if rows else {}
        rows.append(ListRow(name, columns, {**_inherited(cells, above, inherit), **cells}, item.place))
    return tuple(rows)


def _cells(path: tuple[str, ...], field: Field, item: Mapping, expect: Expect) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for column in field.fields:
        node = item.get(column.name)
        if node is None or _is_empty(node):
            if column.required:
                expect.required_text(item, column.name)
            continue
        cell = _cell((*path, column.name), column, node, field.unit or column.unit, expect)
        cells |= {column.name: cell} if cell else {}
    return cells


def _is_empty(node: Node) -> bool:
    """A column that waits to be filled in, as `reportgen new` writes it."""
    return isinstance(node, Written) and is_blank(node)


def _cell(path: tuple[str, ...], column: Field, node: Node, unit: str, expect: Expect) -> Cell | None:
    blank = isinstance(node, Written) and node.text.strip() in _BLANK
    match column.type:
        case FieldType.AMOUNT if not blank:
            return read_amount(path, node, expect, column.unit or unit)
        case FieldType.QUANTITY if not blank:
            return read_fact(path, node, expect, column.unit or unit)
        case FieldType.LISTING:
            return Listing(path, read_rows(path, column, node, expect), node.place)
        case FieldType.INDICATORS:
            return Indicators(path, scored(read_rows(path, column, node, expect, LEVELS), expect), node.place)
        case _ if blank and isinstance(node, Written):
            return node if node.text.strip() else None
        case _:
            return bare(expect.text(node, column.name), expect, safe=False)


def row_name(item: Mapping, field: Field) -> str:
    """What references call an item and all that stands in it: an indicator by its own name, anything else by its first
    words.
    """
    words = [column.name for column in field.fields if column.type in (FieldType.TEXT, FieldType.PROSE)]
    named = (item.get(column) for column in sorted(words, key=lambda column: column != OWN_NAME))
    return next((cell.text for cell in named if isinstance(cell, Written) and cell.text.strip()), "")


def _inherited(cells: dict[str, Cell], above: Mapping_[str, Cell], inherit: tuple[str, ...]) -> dict[str, Cell]:
    """Levels left out are those of the item above, as long as no higher level has changed."""
    taken: dict[str, Cell] = {}
    for column in inherit:
        if column in cells or column not in above:
            break
        taken[column] = above[column]
    return taken
