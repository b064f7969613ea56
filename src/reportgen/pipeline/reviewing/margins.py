"""The margins of a copy that goes round: which copy it is, and the numbers of lines."""

from collections.abc import Iterable, Iterator, Sequence

from reportgen.model.look import Page
from reportgen.pdf.marked_words import Box
from reportgen.pdf.sheets import Sheet
from reportgen.render.finish.finishing import MarginLine

_EVERY = 5
"""Lines of which the last has its number."""
_SIZE = 8.0
_FROM_TEXT, _FROM_EDGE = 10.0, 28.0
"""pt from the numbers to the text, and from the upper edge of the paper to the base of the head line."""
_SLACK = 2.0
_FAR = 1e6


def area_of(sheet: Sheet, page: Page) -> Box:
    """What of a sheet is no head or foot, all its breadth: marks hang over the end of a line."""
    left, bottom, right, top = sheet.box
    above, below = (page.left, page.right) if _across(sheet) else (page.top, page.bottom)
    return left - _FAR, bottom + below - _SLACK, right + _FAR, top - above + _SLACK


def margin_lines(sheets: Iterable[Sheet], page: Page, head: str) -> Iterator[MarginLine]:
    """The head line of every sheet, and the number of every fifth line of its text."""
    for sheet in sheets:
        yield head_line(sheet.number, sheet.box, page, head)
        inside = page.bottom if _across(sheet) else page.left
        for number, base in enumerate(sheet.lines(area_of(sheet, page)), start=1):
            if number % _EVERY == 0 and sheet.turn == 0 and inside > _FROM_TEXT * 2:
                yield MarginLine(sheet.number, str(number), sheet.box[0] + inside - _FROM_TEXT, -base, _SIZE)


def head_line(number: int, box: Box, page: Page, words: str) -> MarginLine:
    """The words at the upper right of a page."""
    outside = page.top if box[2] - box[0] > box[3] - box[1] else page.right
    return MarginLine(number, words, box[2] - outside, box[3] - _FROM_EDGE, _SIZE)


def line_number(lines: Sequence[float], base: float) -> int:
    """Which of the lines of a page a base line is, from 1; 0 for one in its head or foot."""
    nearest = min(range(len(lines)), key=lambda index: abs(lines[index] - base), default=-1)
    return nearest + 1 if nearest >= 0 and abs(lines[nearest] - base) < 3 * _SLACK else 0


def _across(sheet: Sheet) -> bool:
    left, bottom, right, top = sheet.box
    return right - left > top - bottom
