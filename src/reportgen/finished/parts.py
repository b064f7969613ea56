"""What a finished document is made of before anything is recognised: lines of text and grids of cells, in order."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, with where it stands as a reader would say it (第4页第12段) and its outline level in Word.

    `level` is 1 for the first outline level, 0 for running text or where nothing tells. `number` is an automatic number
    that Word prints before the text and that the text itself does not hold.
    """

    text: str
    spot: str = ""
    level: int = 0
    number: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A cell at its grid position (from 0) with its spans; a paragraph on each line of its text."""

    row: int
    column: int
    text: str
    spot: str = ""
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    boxes: tuple[Box, ...] = field(default_factory=tuple)
    page: int = 0


Part = Line | Grid
