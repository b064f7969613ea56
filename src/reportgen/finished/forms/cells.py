"""The words of a form's cells, without the gaps that broken lines leave."""

from reportgen import patterns as re
from reportgen.model.table import Cell
from reportgen.place import Place, Written

_GAP = re.compile(r"\s+")
_LATIN_GAP = re.compile(r"(?<=[A-Za-z])\s+(?=[A-Za-z])")


def words(cell: Cell | None) -> str:
    """The words of a cell without the gaps that broken lines leave: 资金使用合 规率 is 资金使用合规率."""
    text = cell.text.strip() if cell else ""
    return text if not _GAP.search(text) else _GAP.sub("", _LATIN_GAP.sub("\0", text)).replace("\0", " ")


def written(cell: Cell) -> Written:
    """The words of a cell, with where they begin."""
    return Written(words(cell), place_of(cell))


def place_of(cell: Cell) -> Place:
    """Where the first words of a cell stand."""
    return next((inline.origin for line in cell.paragraphs for inline in line if inline.text.strip()), cell.origin)
