"""Plain text → parts: a line is a paragraph, lines with tabs or bars that follow each other are a table."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reportgen import patterns as re
from reportgen.finished.parts import Box, Grid, Line, Part
from reportgen.language import _
from reportgen.place import Spot

_BARS = re.compile(r"[|｜│┃]")
_RULE = re.compile(r"[\s|｜│┃+:：=\-—－─━┄┈┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛═║╔╦╗╠╬╣╚╩╝]+")
"""A line of a table that is drawn: |---|---|, ├──┼──┤."""
_FEWEST = 2
_OVER_A_TABLE = re.compile(r"^[附续]?[表件]|^注|表$|单位[：:]|[。；]$")
"""What stands between two tables of a sheet that was copied, with the sheet's empty cells behind it."""
_LINES = "|┼├┬┴│─━"


def read_lines(text: str) -> list[Part]:
    """The parts of a text; empty lines part paragraphs and are no paragraphs of their own."""
    numbered = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    separators = {number: _separator(line.strip()) for number, line in numbered}
    separators |= dict.fromkeys(_rows_of_one_cell(numbered), "\t")
    parts: list[Part] = []
    for separator, group in groupby(numbered, key=lambda entry: separators[entry[0]]):
        lines = list(group)
        parts += [_grid(lines)] if separator == "\t" else _barred(lines) if separator else _paragraphs(lines)
    return parts


def _rows_of_one_cell(numbered: Sequence[tuple[int, str]]) -> Iterator[int]:
    """Rows of a table between others whose cells but the first are empty: 一、按资金来源 and nothing beside it."""
    for before, entry, after in zip(numbered, numbered[1:], numbered[2:], strict=False):
        words, tabs = entry[1].rstrip(), entry[1].count("\t")
        alike = tabs >= _FEWEST and before[1].count("\t") == tabs == after[1].count("\t")
        inside = "\t" in before[1].strip() and before[0] + 1 == entry[0] == after[0] - 1
        if alike and inside and "\t" not in words and not _OVER_A_TABLE.search(words):
            yield entry[0]


def _separator(line: str) -> str:
    """What parts the cells of a row of a table: a tab, or bars; empty for a paragraph."""
    if "\t" in line:
        return "\t"
    drawn = len(line) > _FEWEST and _RULE.fullmatch(line) and any(char in line for char in _LINES)
    return "|" if drawn or len(_BARS.findall(line)) >= _FEWEST else ""


def _barred(lines: list[tuple[int, str]]) -> list[Part]:
    """The table of rows with bars; a line with bars that stands alone is a paragraph."""
    rows = [(number, _cells(line.strip())) for number, line in lines if not _RULE.fullmatch(line.strip())]
    if len(lines) < _FEWEST or not rows:
        return [*_paragraphs((number, line) for number, line in lines if not _RULE.fullmatch(line.strip()))]
    return [_boxed(rows)]


def _cells(line: str) -> list[str]:
    """The cells of a row; bars at its ends are its edges."""
    cells = _BARS.split(line)
    return cells[(not cells[0].strip()) : len(cells) - (not cells[-1].strip())]


def _paragraphs(lines: Iterable[tuple[int, str]]) -> Iterator[Part]:
    for number, line in lines:
        yield Line(line.strip(), Spot(line=number, words=_("第 {line} 行", line=number)))


def _spot_of_cell(line: int, column: int) -> Spot:
    return Spot(line=line, column=column, words=_("第 {line} 行第 {column} 格", line=line, column=column))


def _grid(lines: list[tuple[int, str]]) -> Grid:
    return _boxed([(number, line.split("\t")) for number, line in lines])


def _boxed(rows: list[tuple[int, list[str]]]) -> Grid:
    return Grid(
        tuple(
            Box(row, column, text.strip(), _spot_of_cell(number, column + 1))
            for row, (number, cells) in enumerate(rows)
            for column, text in enumerate(cells)
        )
    )
