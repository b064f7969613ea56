"""A table that goes on over pages → one table: repeated heads, rows that broke, merged cells that went on empty."""

from itertools import dropwhile

from reportgen.finished.pdf.rows import within_bracket
from reportgen.finished.pdf.tables import Cell, Sheet
from reportgen.record import replace

_SAME_COLUMN = 4.0
_SHARED = 0.6
"""Of the lines between columns so many are shared by two parts of a table."""
_FEWEST_ROWS = 3
_SHORT_REST = 2
_FEWEST_NAMES = 2
"""In a row that names columns."""
_FULL = 0.85
"""Of a page: below that there is its margin."""
_FOOT = 0.55
"""A table that goes on reaches down so far on its page."""


def joined(sheet: Sheet, following: Sheet) -> Sheet | None:
    """Both as one table, where the second goes on with the columns of the first; None where it does not."""
    if not _same_columns(sheet, following):
        return None
    sheet, following = _aligned(sheet, following)
    heads = _repeated(sheet, following)
    if not heads and (_has_room_left(sheet, following) or _begins_anew(sheet, following)):
        return None
    inner = 0 if heads else _repeated_within(sheet, following)
    rest = [_moved_down(cell, -heads) for cell in _without_rows(following, inner) if cell.ruled.row >= heads]
    if not rest:
        return replace(sheet, head_rows=max(sheet.head_rows, heads), reach=following.reach)
    cells = list(sheet.cells)
    first = [cell for cell in rest if cell.ruled.row == 0]
    last = [cell for cell in cells if cell.ruled.row + cell.ruled.rows == sheet.height]
    if _row_goes_on(last, first) or _is_rest(last, first, [*cells, *rest]):
        cells, rest = _with_row_continued(cells, first), [_moved_down(cell, -1) for cell in rest if cell.ruled.row > 0]
        height = sheet.height
    else:
        height = sheet.height
        cells, rest = _with_merged_cells_continued(cells, rest, height)
    below = (_moved_down(cell, height) for cell in rest)
    return Sheet(sheet.xs, (*cells, *below), max(sheet.head_rows, heads), following.reach)


def _has_room_left(sheet: Sheet, following: Sheet) -> bool:
    """Whether the second could have begun below the first: a row of nearly a page leaves half of one empty."""
    return sheet.reach < _FOOT and sheet.reach + following.opening < _FULL


def _same_columns(one: Sheet, other: Sheet) -> bool:
    """Whether both are as wide and share most of the lines between their columns."""
    outer = abs(one.xs[0] - other.xs[0]) + abs(one.xs[-1] - other.xs[-1])
    shared = sum(1 for x in one.xs if _near(x, other.xs))
    return outer <= 2 * _SAME_COLUMN and shared >= max(2, _SHARED * min(len(one.xs), len(other.xs)))


def _near(x: float, xs: tuple[float, ...]) -> bool:
    return any(abs(x - other) <= _SAME_COLUMN for other in xs)


def _aligned(one: Sheet, other: Sheet) -> tuple[Sheet, Sheet]:
    """Both with the columns that either has: rows on one page need not show all of them."""
    xs = tuple(sorted((*one.xs, *(x for x in other.xs if not _near(x, one.xs)))))
    return _with_columns(one, xs), _with_columns(other, xs)


def _with_columns(sheet: Sheet, xs: tuple[float, ...]) -> Sheet:
    place = [min(range(len(xs)), key=lambda index: abs(xs[index] - x)) for x in sheet.xs]
    cells = []
    for cell in sheet.cells:
        first, end = place[cell.ruled.column], place[cell.ruled.column + cell.ruled.columns]
        cells.append(replace(cell, ruled=replace(cell.ruled, column=first, columns=max(end - first, 1))))
    return replace(sheet, xs=xs, cells=tuple(cells))


def _begins_anew(sheet: Sheet, following: Sheet) -> bool:
    """Whether the second is the same form filled in once more."""
    one, other = sheet.row(0), following.row(0)
    same = bool(one and other and one[0].text and one[0].text == other[0].text)
    return same and [cell.text for cell in one] != [cell.text for cell in other]


def _repeated(sheet: Sheet, following: Sheet) -> int:
    """How many rows the second begins with that are the first rows of the table."""
    count = 0
    while count < min(sheet.height, following.height):
        one = [(cell.ruled.column, cell.text) for cell in sheet.row(count)]
        if one != [(cell.ruled.column, cell.text) for cell in following.row(count)] or not any(text for _, text in one):
            break
        count += 1
    return count if count < sheet.height else 0


def _repeated_within(sheet: Sheet, following: Sheet) -> int:
    """How many rows the second begins with that name columns in the middle of the table: 一级指标 …, once more."""
    return next((count for count in (3, 2, 1) if _stands_within(sheet, _names(following, count))), 0)


def _stands_within(sheet: Sheet, names: list[list[tuple[int, str]]]) -> bool:
    starts = range(1, sheet.height - len(names)) if all(len(row) >= _FEWEST_NAMES for row in names) and names else ()
    return any(all(_names_the_same(_named(sheet, start + at), row) for at, row in enumerate(names)) for start in starts)


def _names_the_same(above: list[tuple[int, str]], again: list[tuple[int, str]]) -> bool:
    """Whether a row is said again, but for the label beside it, which may stay empty."""
    return above == again or above[1:] == again


def _names(sheet: Sheet, count: int) -> list[list[tuple[int, str]]]:
    return [_named(sheet, row) for row in range(count)] if count < sheet.height else []


def _named(sheet: Sheet, row: int) -> list[tuple[int, str]]:
    """The names of columns in a row, without the label beside it; none where it holds a figure."""
    named = [(cell.ruled.column, cell.text) for cell in sheet.row(row) if cell.ruled.rows < _FEWEST_ROWS and cell.text]
    return [] if any(char.isdigit() for _column, text in named for char in text) else named


def _without_rows(sheet: Sheet, count: int) -> list[Cell]:
    """The cells without the first rows; what reaches out of these begins below them."""
    kept = []
    for cell in sheet.cells:
        row, foot = max(cell.ruled.row, count), cell.ruled.row + cell.ruled.rows
        if foot > row:
            kept.append(replace(cell, ruled=replace(cell.ruled, row=row - count, rows=foot - row)))
    return kept


def _row_goes_on(last: list[Cell], first: list[Cell]) -> bool:
    """Whether a page broke within a row: the same cells, and words that certainly go on.

    Empty cells at the left and below merged ones tell nothing: a merged cell goes on as an empty one. Where all the
    others have words, all of them must go on; where some have nothing more to say, one is enough.
    """
    above = {(cell.ruled.column, cell.ruled.columns): cell for cell in last}
    below = {(cell.ruled.column, cell.ruled.columns): cell for cell in first}
    if set(above) != set(below):
        return False
    pairs = [(above[key], below[key]) for key in sorted(below)]
    said = [(one, other) for one, other in pairs if other.rows]
    if not said:  # LibreOffice lets the empty lines of a row go on alone
        return all(one.rows for one, _other in pairs)
    if len(said) == 1 and said[0][0].unit_breaks_into(said[0][1]):
        return True
    rest = [pair for pair in dropwhile(lambda pair: not pair[1].rows, pairs) if pair[1].rows or pair[0].ruled.rows == 1]
    certain = [one.breaks_into(other) for one, other in rest if other.rows]
    if len(certain) == len(rest):
        return bool(rest) and all(certain)
    return any(certain) and all(one.may_break_into(other) for one, other in rest)


def _is_rest(last: list[Cell], first: list[Cell], cells: list[Cell]) -> bool:
    """Whether a row without its first cell is the rest of one that a page broke between two paragraphs.

    It is where no other row of the table begins empty, and where it holds nothing but text that a row above has.
    """
    above = {(cell.ruled.column, cell.ruled.columns): cell for cell in last}
    below = {(cell.ruled.column, cell.ruled.columns): cell for cell in first}
    leading = [cell for cell in cells if cell.ruled.column == 0]
    if set(above) != set(below) or sum(not cell.rows for cell in leading) != 1 or len(leading) < _FEWEST_ROWS:
        return False
    begins_empty = any(cell.ruled.column == 0 and not cell.rows for cell in first)
    said = [(above[key], cell) for key, cell in below.items() if cell.rows]
    alone = len(said) <= max(1, len(below) // 3) and all(one.may_list_on(other) for one, other in said)
    return begins_empty and bool(said) and alone and all(cell.ruled.rows == 1 for cell in last)


def _with_row_continued(cells: list[Cell], first: list[Cell]) -> list[Cell]:
    """The cells of the last row with the rest of their words."""
    rest = {cell.ruled.column: cell.rows for cell in first}
    bottom = max(cell.ruled.row + cell.ruled.rows for cell in cells)
    return [
        replace(cell, rows=cell.rows + rest.get(cell.ruled.column, ()))
        if cell.ruled.row + cell.ruled.rows == bottom
        else cell
        for cell in cells
    ]


def _with_merged_cells_continued(cells: list[Cell], rest: list[Cell], height: int) -> tuple[list[Cell], list[Cell]]:
    """A merged cell goes on over a page as an empty one, with its words again or with their rest: both are one cell."""
    continued, kept, leading, broken = list(cells), list(rest), True, False
    for cell in sorted((cell for cell in rest if cell.ruled.row == 0), key=lambda cell: cell.ruled.column):
        above = next((index for index, other in enumerate(continued) if _stands_on(other, cell, height)), None)
        again = above is None or not cell.rows or _says_again(continued[above], cell)
        broken = above is not None and not again and _breaks_over(continued[above], cell, broken)
        leading = leading and (not cell.rows or cell.ruled.rows > 1 or broken)
        if above is None or not (leading or continued[above].ruled.rows > 1) or not (again or broken):
            continue
        ruled, words = continued[above].ruled, continued[above].rows + (cell.rows if broken else ())
        continued[above] = replace(
            continued[above], rows=words, ruled=replace(ruled, rows=ruled.rows + cell.ruled.rows)
        )
        kept.remove(cell)
    return continued, kept


def _says_again(above: Cell, below: Cell) -> bool:
    """Whether a merged cell shows its words again on the next page."""
    return above.text == below.text and (above.ruled.rows > 1 or below.ruled.rows > 1)


def _breaks_over(above: Cell, below: Cell, beside: bool) -> bool:
    """Whether the words of a merged cell break over pages: 满意度指标（10 / 分）, and 满意度指 / 标 beside it."""
    rest = beside and len(below.text) <= _SHORT_REST
    return (rest or within_bracket(above.text, below.text)) and above.breaks_into(below)


def _stands_on(above: Cell, below: Cell, height: int) -> bool:
    same = (above.ruled.column, above.ruled.columns) == (below.ruled.column, below.ruled.columns)
    return same and bool(above.rows) and above.ruled.row + above.ruled.rows == height


def _moved_down(cell: Cell, rows: int) -> Cell:
    return replace(cell, ruled=replace(cell.ruled, row=cell.ruled.row + rows))
