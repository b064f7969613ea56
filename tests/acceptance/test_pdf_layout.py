"""The real report's PDF as GB/T 9704-2012 wants it, measured on its glyphs: the page, its lines, their punctuation."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

import pytest
from tests.support.pages import Line
from tests.support.paragraphs import Row
from tests.support.sheet import LEFT_EDGE, LOWER_EDGE, MM, PAPER_HEIGHT, PITCH, RIGHT_EDGE, middle

NEVER_FIRST = "。，、；：？！）》”’〕】」』%"
NEVER_LAST = "（《“‘〔【「『"
CLOSING = "。，、；：？！）》”’〕"
PAIR = re.compile(f"[{CLOSING}][{CLOSING}{NEVER_LAST}]|[{NEVER_LAST}][{NEVER_LAST}]")


def is_wide(text: str) -> bool:
    return all(unicodedata.east_asian_width(char) in "WFA" for char in text)


@pytest.fixture
def full_lines(nanyang_paragraphs: list[list[Row]]) -> list[tuple[Row, Row]]:
    """Each line of running text that the next one continues, with the next one."""
    return [pair for paragraph in nanyang_paragraphs[1:] for pair in pairwise(paragraph)]


# the page


def test_the_type_area_lies_where_the_standard_puts_it(nanyang_text: list[list[Line]]) -> None:
    """天头 37, 订口 28, and so 26 at the right and 35 at the foot; ±0.5 mm."""
    half = 0.5 * MM
    tops = [PAPER_HEIGHT - middle(lines[0]) - PITCH / 2 for lines in nanyang_text]
    assert all(abs(top - 37 * MM) <= half for top in tops), tops
    feet = [middle(lines[-1]) - PITCH / 2 for lines in nanyang_text if len(lines) == 22]
    assert all(abs(foot - LOWER_EDGE) <= half for foot in feet), feet
    lefts = [min(line.left for line in lines) for lines in nanyang_text]
    assert all(abs(left - LEFT_EDGE) <= half for left in lefts), lefts
    rights = [max(line.right for line in lines) for lines in nanyang_text]
    assert all(abs(right - RIGHT_EDGE) <= half for right in rights), rights


def test_every_line_stands_on_the_same_grid(nanyang_text: list[list[Line]]) -> None:
    """A pitch of 28.95 ± 0.1 pt on every page; a blank line (under the title, over the 署名) is one pitch more."""
    drops = [
        (number, upper.text, upper.baseline - lower.baseline + 0.38 * (upper.size - lower.size))
        for number, lines in enumerate(nanyang_text, start=1)
        for upper, lower in pairwise(lines)
    ]
    wrong = [drop for drop in drops if abs(drop[2] - PITCH) > 0.1 and abs(drop[2] - 2 * PITCH) > 0.1]
    assert wrong == []


def test_a_page_of_running_text_holds_22_lines(nanyang_text: list[list[Line]]) -> None:
    """Shorter: the first (one blank line), the last, and those before a heading that is kept with its text."""
    heading = {"GWHei"}, {"GWKai", "GWFangSong"}
    counts = [len(lines) for lines in nanyang_text]
    assert max(counts[1:]) == 22
    assert counts[0] == 21
    short = [number for number, count in enumerate(counts[:-1], start=1) if count < 22 and number > 1]
    nexts = [nanyang_text[number][0] for number in short]
    assert [line.text for line in nexts if line.faces not in heading] == []


def test_a_line_of_hanzi_holds_28_characters(full_lines: list[tuple[Row, Row]]) -> None:
    """Fewer where the next would have to stay with its followers: 避头尾, or 〔2016〕, a word or figure."""
    plain = [
        (row.text, after.text)
        for row, after in full_lines
        if is_wide(row.line.text) and not PAIR.search(row.text) and abs(row.line.left - LEFT_EDGE) < 1
    ]
    assert len(plain) > 100
    assert max(len(text) for text, _after in plain) == 28
    shorter = [(text, after) for text, after in plain if len(text) < 28]
    assert [pair for pair in shorter if not must_begin_the_line(pair[1])] == []
    assert len(shorter) < len(plain) / 8


def must_begin_the_line(text: str) -> bool:
    return text[1:2] in (*NEVER_FIRST, "—", "…") or text[0] in NEVER_LAST or not is_wide(text[0])


def test_every_full_line_ends_at_the_right_edge(full_lines: list[tuple[Row, Row]]) -> None:
    off = [(row.page, row.row, row.line.right - RIGHT_EDGE) for row, _after in full_lines]
    assert len(off) > 300
    assert [place for place in off if abs(place[2]) > 1] == []


# punctuation


def test_no_mark_stands_on_the_wrong_side_of_a_line_end(nanyang_paragraphs: list[list[Row]]) -> None:
    """避头尾."""
    rows = [row for paragraph in nanyang_paragraphs for row in paragraph]
    assert [row.text for row in rows if row.text[0] in NEVER_FIRST] == []
    assert [row.text for row in rows if row.text[-1] in NEVER_LAST] == []


def test_a_figure_is_not_torn_apart(full_lines: list[tuple[Row, Row]]) -> None:
    torn = [
        (row.text, after.text)
        for row, after in full_lines
        if re.search(r"[\d.]$", row.text) and after.text[0] in "0123456789.%"
    ]
    assert torn == []


def test_two_marks_side_by_side_leave_no_hole(nanyang_text: list[list[Line]]) -> None:
    """The first of a pair gives up half of its square; justifying may give back a little, most of it in a line before a
    文号 that is not broken.
    """
    steps = [step for lines in nanyang_text for line in lines for step in pair_steps(line)]
    assert len(steps) > 15
    assert [(pair, step) for pair, step in steps if step > 0.8 * 16] == []


def pair_steps(line: Line) -> Iterator[tuple[str, float]]:
    """Two adjacent full-width marks and the distance from the beginning of the first to that of the second, in pt."""
    for first, second in pairwise(line.glyphs):
        if PAIR.fullmatch(first.text + second.text):
            yield first.text + second.text, second.left - first.left
