"""The cells of a workbook that was filled in → values as a content file has them; where a cell stands."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from reportgen import patterns as re
from reportgen.fill.book import Grid, Raw, address
from reportgen.fill.cells import number_of
from reportgen.model.dates import spell_date
from reportgen.model.quantity import plain
from reportgen.packs.entry import Asked
from reportgen.packs.fields import FieldType
from reportgen.source.composed_text import Given, Running

_CENTS = 2
_MONEY = re.compile(r"（(?:元|万元|亿元)）$")


def items_at(tree: Given, path: tuple[str, ...]) -> Iterator[dict[str, Given]]:
    """The items of a list, those of lists within lists all together."""
    if isinstance(tree, list):
        for item in tree:
            yield from items_at(item, path)
    elif isinstance(tree, dict) and not path:
        yield tree
    elif isinstance(tree, dict) and path[0] in tree:
        yield from items_at(tree[path[0]], path[1:])


def bare(cell: Raw) -> str:
    """The words of a label without its star; of the head of a fund table without the unit that was chosen."""
    return _MONEY.sub("", str(cell).strip().rstrip("*").strip())


def value_of(cell: Raw, asked: Asked) -> Given:
    """A cell as the content file writes it."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _digits(number_of(cell), asked.type)
    if isinstance(cell, date):  # a datetime, too
        return spell_date(cell)
    words = str(cell).strip()
    if not words or ("\n" not in words and asked.type is not FieldType.PROSE):
        return words
    return Running(tuple(line.strip() for line in words.splitlines() if line.strip()))


def _digits(number: Decimal, kind: FieldType) -> str:
    """Of money as the workbook shows it, to two decimals at least."""
    words = plain(number)
    return f"{number:.2f}" if kind is FieldType.AMOUNT and len(words.partition(".")[2]) < _CENTS else words


def every_cell(grid: Grid) -> Iterator[str]:
    """Where anything stands in a sheet that is none of the workbook's."""
    for row, cells in enumerate(grid.rows):
        for column, cell in enumerate(cells):
            if cell != "":
                yield f"「{grid.name}」{address(row, column)}"
