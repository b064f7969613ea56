"""Intakes: which cell of a workbook of the finance system a value of the content file is taken from.

Cells are named by words that stand in the workbook, never by addresses: a layout moves by a row from year to year.
"""

from enum import Enum

from reportgen.place import Place
from reportgen.record import Struct

INTAKE_KEY = "取数"
Words = tuple[str, ...]
"""A name and its aliases; the first that the workbook has is meant."""


class IntakeYear(Enum):
    """Of which year the sheet is to be; the value is what YAML writes."""

    SAME = "本年"
    BEFORE = "上年"


class Intake(Struct, frozen=True):
    """One value: `path` is where it is written, the others say where it is found."""

    path: str
    sheet: Words
    row: Words
    column: Words
    place: Place
    block: Words = ()
    """The head over the block that is meant, where several stand side by side."""
    above: Words = ()
    """The row below which the row is meant, where it stands in the sheet more than once."""
    unit: str = ""
    """Of the cells, where the sheet does not say."""
    decimals: int | None = None
    """Rounded half-up to so many; None keeps every digit."""
    optional: bool = False
    year: IntakeYear = IntakeYear.SAME
