"""Lines of a PDF page → cells: whole lines, or cell by cell as spreadsheets draw them; merged cells, open sides."""

import random
from itertools import pairwise

import pytest

from reportgen.finished.pdf.rows import rows_of
from reportgen.finished.pdf.ruled import Frame, frames_of
from reportgen.pdf import Glyph, Stroke

XS, YS = (80.0, 180.0, 300.0, 500.0), (100.0, 130.0, 160.0, 200.0)


def level(y: float, left: float = XS[0], right: float = XS[-1]) -> Stroke:
    return Stroke(left, y, right, y)


def upright(x: float, top: float = YS[0], bottom: float = YS[-1]) -> Stroke:
    return Stroke(x, top, x, bottom)


def cells(frame: Frame) -> list[tuple[int, int, int, int]]:
    return [(cell.row, cell.column, cell.rows, cell.columns) for cell in frame.cells]


WHOLE = [*map(level, YS), *map(upright, XS)]
BOXES = [
    stroke
    for top, bottom in pairwise(YS)
    for left, right in pairwise(XS)
    for stroke in (
        level(top, left, right),
        level(bottom, left, right),
        upright(left, top, bottom),
        upright(right, top, bottom),
    )
]
THREE_BY_THREE = [(row, column, 1, 1) for row in range(3) for column in range(3)]


@pytest.mark.parametrize("strokes", [WHOLE, BOXES, WHOLE[::-1], [s for s in WHOLE if s.upright is False] + WHOLE[5:7]])
def test_a_plain_grid(strokes: list[Stroke]) -> None:
    """Whole lines, the four sides of each cell, any order, and without the outer sides."""
    (frame,) = frames_of(strokes)
    assert cells(frame) == THREE_BY_THREE


def test_cells_without_a_line_between_them_are_one() -> None:
    """A head over two columns, a label beside two rows."""
    strokes = [level(100), level(130), level(160, XS[1]), level(200)]
    strokes += [upright(80), upright(180), upright(300, 130), upright(500)]
    (frame,) = frames_of(strokes)
    assert cells(frame) == [
        (0, 0, 1, 1),
        (0, 1, 1, 2),
        (1, 0, 2, 1),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
        (2, 1, 1, 1),
        (2, 2, 1, 1),
    ]


@pytest.mark.parametrize("number", range(40))
def test_where_lines_are_missing_no_two_cells_cover_the_same_square(number: int) -> None:
    """What is left of a grid may have corners that go inwards: a renderer takes rectangles alone."""
    kept = [stroke for stroke in BOXES if random.Random(f"{number} {stroke}").random() < 0.6]
    for frame, cell in [(each, cell) for each in frames_of(kept) for cell in each.cells]:
        squares = {
            frame.owner[row][column]
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }
        assert squares == {frame.cells.index(cell)}


def test_a_cell_with_a_corner_that_goes_inwards_is_cut_between_rows() -> None:
    """The line below 合计 goes too far to the left, or that beside it is too short."""
    strokes = [level(100), level(130), level(160, XS[1]), level(200)]
    strokes += [upright(80), upright(180, 160), upright(300), upright(500)]
    (frame,) = frames_of(strokes)
    assert cells(frame)[2:4] == [(1, 0, 1, 2), (1, 2, 1, 1)]
    assert cells(frame)[4:] == [(2, 0, 1, 1), (2, 1, 1, 1), (2, 2, 1, 1)]


def test_tables_one_below_the_other_are_two() -> None:
    lower = [Stroke(s.x0, s.y0 + 300, s.x1, s.y1 + 300) for s in WHOLE]
    assert [frame.top for frame in frames_of([*lower, *WHOLE])] == [100.0, 400.0]


@pytest.mark.parametrize(
    "strokes",
    [
        [level(100)],  # the red line of a letter
        [level(100), level(103)],
        [level(100), level(200), upright(80), upright(500)],  # a box around text
        [Stroke(100, 100, 102, 102)],
        [],
    ],
)
def test_what_is_no_table(strokes: list[Stroke]) -> None:
    assert frames_of(strokes) == []


def test_thousands_of_lines_are_a_drawing() -> None:
    assert frames_of([level(y) for y in range(0, 16000, 10)] + [upright(100.0, 0, 16000)]) == []


def test_a_glyph_stands_in_the_cell_around_its_middle() -> None:
    (frame,) = frames_of(WHOLE)
    assert frame.holds(Glyph("项", 200, 216, 150, 16, "")) == 4
    assert frame.holds(Glyph("项", 20, 36, 150, 16, "")) is None


def test_letters_that_are_drawn_twice_to_look_bold_are_read_once() -> None:
    glyphs = [
        Glyph(char, 80 + 16 * at + off, 96 + 16 * at + off, 100, 16, "")
        for at, char in enumerate("天天向上")
        for off in (0, 0.4)
    ]
    (row,) = rows_of(glyphs)
    assert row.text == "天天向上"


@pytest.mark.parametrize("words", ["天天向上。", "第一人民医院", "（2024年）", "11.5%，", "illness"])
@pytest.mark.parametrize(("times", "shift"), [(2, 0.0), (2, 0.4), (2, 1.6), (3, 0.4)])
def test_marks_and_figures_that_are_drawn_several_times_are_read_once(words: str, times: int, shift: float) -> None:
    wide = [16 if char > "\u2000" else 8 for char in words]
    glyphs = [
        Glyph(char, 80 + sum(wide[:at]) + off * shift, 80 + sum(wide[: at + 1]) + off * shift, 100, 16, "")
        for at, char in enumerate(words)
        for off in range(times)
    ]
    (row,) = rows_of(glyphs)
    assert row.text == words


def test_a_dash_and_an_ellipsis_keep_both_halves() -> None:
    glyphs = [Glyph(char, 80 + 8 * at, 96 + 8 * at, 100, 16, "") for at, char in enumerate("——")]
    assert [row.text for row in rows_of(glyphs)] == ["——"]
