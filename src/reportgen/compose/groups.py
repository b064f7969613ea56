"""Lines of listings that have a value in common, as a line of its own that holds only them."""

from reportgen.model.content import Listing, ListRow
from reportgen.packs.forms import Grouped

Lines = tuple[ListRow, ...]


def groups(grouped: Grouped, listings: dict[str, Lines]) -> list[ListRow]:
    """A line for every value of the column, in the order in which the listings first have it."""
    first: dict[str, ListRow] = {}
    for lines in listings.values():
        for line in lines:
            first.setdefault(line.text(grouped.column), line)
    return [_group(grouped.column, value, line, listings) for value, line in first.items()]


def _group(column: str, value: str, first: ListRow, listings: dict[str, Lines]) -> ListRow:
    """The value as the first line wrote it, and each listing with those of its lines that have it."""
    held: dict[str, Listing] = {
        path: Listing((path,), tuple(line for line in lines if line.text(column) == value), first.place)
        for path, lines in listings.items()
    }
    own = {column: first.cells[column]} if column in first.cells else {}
    return ListRow(value, frozenset((column, *listings)), {**own, **held}, first.place)
