"""Rows of a table that stand one column too far to the left or right, as text taken from a PDF has them.

A merged cell that a page broke is missing or left over in the text, so that 指标值 stands below 三级指标. A row
that does not fit the head is moved by one column where it then does.
"""

from collections.abc import Mapping, Sequence

from reportgen import patterns as re
from reportgen.finished.forms.cells import words
from reportgen.finished.forms.columns import NAME, TARGET
from reportgen.model.lattice import Lattice

_VALUE = re.compile(
    r"[≥≤><＞＜=＝]|(?:小于|大于|不低于|不少于|不超过)|[\d.,]+\s*[^\d\s]{0,4}$|前[\d一二三四五六七八九十]+名$"
)

_LEVEL = re.compile(r"(?:管理|效益|影响|满意度|数量|质量|时效|成本|产出|效果)指标$")


def column_offset(lattice: Lattice, row: int, halves: Sequence[Mapping[str, int]]) -> int:
    """How far the row stands to the right of the head's columns: 0, -1 or 1."""
    if not all(TARGET in half for half in halves) or any(cell.rows + cell.columns > 2 for cell in lattice.row(row)):
        return 0
    fits = {offset: sum(_fitness(lattice, row, half, offset) for half in halves) for offset in (0, -1, 1)}
    return 0 if fits[0] > 0 else max(fits, key=lambda offset: fits[offset])


def _fitness(lattice: Lattice, row: int, half: Mapping[str, int], offset: int) -> int:
    name, target = (words(lattice.at(row, half[key] + offset)) for key in (NAME, TARGET))
    if not name and not target:
        return 0
    return 2 * bool(name and target) + bool(_VALUE.match(target)) - 3 * is_value(name) - 3 * bool(_LEVEL.search(target))


def is_value(text: str) -> bool:
    """Whether a text can only be the value of an indicator, not its name."""
    return bool(_VALUE.match(text)) and not re.match(r"\d年", text)
