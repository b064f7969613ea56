"""A grid of a finished document → a table of the neutral document, and readers that make values of tables."""

from collections.abc import Callable, Mapping, Sequence

from reportgen import patterns as re
from reportgen.finished.forms.indicators import indicator_values
from reportgen.finished.line_counter import LineCounter
from reportgen.finished.parts import Box, Grid
from reportgen.model.content import Value
from reportgen.model.document import Block
from reportgen.model.table import Cell, Table
from reportgen.place import Place
from reportgen.record import replace

FormReader = Callable[[Sequence[Block]], Mapping[str, Value]]
"""Makes values of the tables that it knows among some blocks, under the paths that they have in content files."""

FORM_READERS: tuple[FormReader, ...] = (indicator_values,)
"""Every reader is shown the blocks of every document."""

UNIT = re.compile(r"(?:金额)?单位\s*[：:]\s*(?P<unit>[百千万亿]*元|人民币[百千万亿]*元)")
_CAPTION = re.compile(
    r"[附续]?表\s*[\d一二三四五六七八九十]+(?:[-—–－]\d{1,2}|[.．]\d{1,2}(?![\d年月日]))*\s*[:：.．、]?\s*"
)
"""表1, 附表二, 表3-1, 表2.1: what stands before the name of a table."""
_LONGEST_CAPTION = 40


def table_of(grid: Grid, counter: LineCounter, before: list[str]) -> Table:
    """The table; `before` are the lines right before it, the nearest last."""
    cells = tuple(_cell(box, counter) for box in grid.boxes)
    rows = max((cell.row + cell.rows for cell in cells), default=0)
    origin = cells[0].origin if cells else Place(counter.file)
    table = Table((), cells, rows, head_rows=grid.head_rows, section=counter.section, origin=origin)
    return replace(table, unit=_unit(before), caption=next(filter(is_caption, reversed(before)), ""))


def is_caption(words: str) -> bool:
    """Whether a line names a table: 表1 收支情况."""
    return bool(_CAPTION.match(words)) and len(words) <= _LONGEST_CAPTION and words[-1] not in "。；，"


def caption_name(words: str) -> str:
    """The name of a table without its number.

    >>> caption_name("表1　收支情况"), caption_name("附表二：收支情况表"), caption_name("表3-1 用水户")
    ('收支情况', '收支情况表', '用水户')
    >>> caption_name("表2.1 就诊人次"), caption_name("表1.2024年收支")
    ('就诊人次', '2024年收支')
    """
    return words[found.end() :] if (found := _CAPTION.match(words)) else words


def _unit(before: list[str]) -> str:
    return next((found["unit"] for words in reversed(before) if (found := UNIT.search(words))), "")


def _cell(box: Box, counter: LineCounter) -> Cell:
    paragraphs = tuple((counter.text(words, box.spot),) for words in box.text.splitlines() or [""])
    return Cell(box.row, box.column, paragraphs, rows=box.rows, columns=box.columns, origin=paragraphs[0][0].origin)


def values_of(blocks: Sequence[Block]) -> dict[str, Value]:
    """What the readers make of the tables among some blocks."""
    return {path: value for read in FORM_READERS for path, value in read(blocks).items()}
