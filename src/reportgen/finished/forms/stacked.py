"""Indicator tables whose every cell became a line of its own, as text copied from a web page has them.

Empty cells are gone, so a line of indicators is told by its levels: 数量指标, then as many cells as the head has
columns behind the levels. A line with fewer cells was not filled in, or cannot be told.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reportgen import patterns as re
from reportgen.finished.forms.columns import LEVELS, NAME, TARGET, head_word
from reportgen.model.content import Indicators, ListRow, RowCell
from reportgen.model.document import Block, Paragraph, plain_text
from reportgen.place import Written

_FIRST = re.compile(r"(?:产出|效益|效果|满意度)指标")
_SECOND = re.compile(r"[^，。；：\d]{2,10}指标")
_LABELS = {"项目名称": "项目名称", "绩效目标": "绩效目标"}
_LIST = "绩效指标"
_EARLY_TARGET = "年初指标值"
_MOST_COLUMNS, _LONGEST_HEAD = 14, 12


def stacked_rows(blocks: Iterable[Block]) -> Iterator[ListRow]:
    """A line of the listing for each head 一级指标, 二级指标, 三级指标 … that stands in lines of its own."""
    paragraphs = (block for block in blocks if isinstance(block, Paragraph))
    lines = [Written(plain_text(block.inlines).strip(), block.origin) for block in paragraphs]
    first = 0
    while (head := _next_head(lines, first)) is not None:
        start, columns = head
        rows, end = _rows(lines, start + len(columns), columns)
        if rows:
            indicators = Indicators((_LIST,), tuple(rows), rows[0].place)
            cells: dict[str, RowCell] = {**_labelled(lines[first:start]), _LIST: indicators}
            name = cells.get("项目名称")
            yield ListRow(name.text if isinstance(name, Written) else "", frozenset(cells), cells, lines[start].place)
        first = max(end, start + 1)


def _next_head(lines: Sequence[Written], first: int) -> tuple[int, list[str]] | None:
    """Where the next head begins, and its columns."""
    for start in range(first, len(lines)):
        if lines[start].text != LEVELS[0]:
            continue
        columns = _columns([line.text for line in lines[start : start + _MOST_COLUMNS]])
        if columns[:3] == [*LEVELS, NAME] and TARGET in columns:
            return start, columns
    return None


def _columns(texts: Sequence[str]) -> list[str]:
    """The columns of a head; those whose name is unknown have their number, where a line of indicators follows them."""
    end = next((at for at, text in enumerate(texts) if _FIRST.fullmatch(text)), None)
    columns: list[str] = []
    for at, text in enumerate(texts[:end]):
        name = head_word(text) or (f"{at}" if end is not None and len(text) < _LONGEST_HEAD else "")
        if not name or name in columns:
            return columns
        columns.append(name)
    if TARGET not in columns and _EARLY_TARGET in columns:
        columns[columns.index(_EARLY_TARGET)] = TARGET
    return columns


def _rows(lines: Sequence[Written], at: int, columns: Sequence[str]) -> tuple[list[ListRow], int]:
    rows: list[ListRow] = []
    levels: dict[str, RowCell] = {}
    own = columns[len(LEVELS) :]
    while at < len(lines):
        if _FIRST.fullmatch(lines[at].text):
            levels = {LEVELS[0]: lines[at]}
            at += 1
        if at >= len(lines) or not _SECOND.fullmatch(lines[at].text):
            break
        levels = {**levels, LEVELS[1]: lines[at]}
        cells = lines[at + 1 : at + 1 + len(own)]
        filled = len(cells) == len(own) and not any(_SECOND.fullmatch(cell.text) for cell in cells)
        if filled:
            values = {**levels, **dict(zip(own, cells, strict=True))}
            rows.append(ListRow(cells[0].text, frozenset(columns), values, cells[0].place))
        at += 1 + len(own) * filled
    return rows, at


def _labelled(lines: Sequence[Written]) -> dict[str, RowCell]:
    """What stands below the labels above the head."""
    pairs = pairwise(lines)
    return {_LABELS[label.text]: value for label, value in pairs if label.text in _LABELS and value.text not in _LABELS}
