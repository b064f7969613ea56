"""What a template prints before the title of its document: a table to be signed (呈批件), a letterhead alone (命令).

It is told apart by the template before anything is recognised: it ends as titles do, and is none.
"""

from collections.abc import Iterator, Sequence

from reportgen.adopt.frame_tables import named_lines
from reportgen.compose.document import LETTER_SLOTS, TITLE
from reportgen.finished.parts import Grid, Line, Part
from reportgen.model.frame import Frame, FrameBlocks, FrameItem, FrameLine, FrameRow, Slot, walk

_FEWEST = 3
"""Of the names in the table of a template: so many a table of the report must have."""


def parted(parts: Sequence[Part], frame: Frame) -> tuple[list[Part], list[Part]]:
    """The parts that stand before the title, or before the text where the template has none; and all others."""
    before = list(_before(frame))
    end = _behind_table(parts, before) or (0 if _has_title(frame) else _behind_letterhead(parts, before))
    return [*parts[:end]], [*parts[end:]]


def _before(frame: Frame) -> Iterator[FrameItem]:
    for item in walk(frame.items):
        if isinstance(item, FrameBlocks) and item.name in LETTER_SLOTS:
            continue  # the letterhead of several organs, in the place of the line for one
        if isinstance(item, FrameBlocks) or (isinstance(item, FrameLine) and TITLE in item.slots()):
            return
        yield item


def _has_title(frame: Frame) -> bool:
    return any(isinstance(item, FrameLine) and TITLE in item.slots() for item in walk(frame.items))


def _behind_table(parts: Sequence[Part], before: Sequence[FrameItem]) -> int:
    """The place behind the table of the template, 0 where it has none or the report has it not."""
    names = {name for row in before if isinstance(row, FrameRow) for name, _line in named_lines(row)}
    for at, part in enumerate(parts) if names else ():
        boxes = part.boxes if isinstance(part, Grid) else ()
        if sum("".join(box.text.split()) in names for box in boxes) >= _FEWEST:
            return at + 1
    return 0


def _behind_letterhead(parts: Sequence[Part], before: Sequence[FrameItem]) -> int:
    """The place behind lines in the middle that are for fields alone, as many as the template has."""
    lines = [line for line in before if isinstance(line, FrameLine) and list(line.pieces())]
    if not all(len(list(line.pieces())) == 1 and isinstance(next(line.pieces()), Slot) for line in lines):
        return 0
    count = 0
    while count < min(len(lines), len(parts)) and _in_the_middle(parts[count]):
        count += 1
    return count


def _in_the_middle(part: Part) -> bool:
    return isinstance(part, Line) and part.centred is not False
