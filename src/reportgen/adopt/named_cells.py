"""Fields of a form found in a table of another make: each in the cell beside its name."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen.model.lattice import Lattice
from reportgen.model.table import Table
from reportgen.packs.forms import Fill, FixedRow, Form, FormRow, Labelled, Words

_FEWEST = 3
"""Characters of a name that is told from the words of any other table."""


def named_cells(forms: Sequence[Form], table: Table) -> Iterator[tuple[str, str]]:
    """The paths of fields with the words of the cells beside their names, in a table that is cut or has other rows."""
    paths = dict(name for form in forms if not form.each for name in _names(form.rows))
    lattice = Lattice(table)
    for cell in table.lines():
        beside = lattice.beside(cell)
        if cell.compact in paths and beside is not None and beside.text.strip():
            yield paths[cell.compact], beside.text.strip()


def _names(rows: Sequence[FormRow]) -> Iterator[tuple[str, str]]:
    """The paths of the fields that rows show behind their names, rows of lists left out."""
    for row in rows:
        match row:
            case FixedRow(cells):
                for name, cell in pairwise(cells):
                    if isinstance(name.source, Words) and isinstance(cell.source, Fill):
                        words = "".join(name.source.text.split())
                        if len(words) >= _FEWEST:
                            yield words, cell.source.path
            case Labelled(_label, inner):
                yield from _names(inner)
            case _:
                pass
