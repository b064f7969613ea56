"""Tables in the PDFs of both engines, measured on the page: heads, merged cells, rows, pages across, contents."""

from functools import cache, partial
from io import BytesIO
from typing import Any, Protocol

import pdfplumber
import pytest
from tests.support import grids
from tests.support.grids import HEAD, Printed, cell, heading, paragraph, rows, table
from tests.support.sheet import LEFT_EDGE, MM, RIGHT_EDGE

from reportgen.model.document import Block, Contents, PageTurn
from reportgen.model.engine import Engine
from reportgen.model.table import Table

WORDS = "科普大篷车进校园，全年巡展三十六站。"
HALF = 0.5 * MM
RULE = 0.5
"""How thick rules are, in pt; one may end in the middle of the other, or at its edge."""


class Press(Protocol):
    """Prints blocks."""

    def __call__(self, *blocks: Block) -> Printed: ...


@pytest.fixture(scope="module")
def printed(engine: Engine) -> Press:
    return partial(grids.printed, engine=engine)


@cache
def pages(sheet: Printed) -> list[Any]:
    """The pages of a PDF as pdfplumber sees them; lengths in pt from the upper left corner."""
    return list(pdfplumber.open(BytesIO(sheet.pdf)).pages)


def columns(page: Any) -> list[float]:
    """Where the upright rules of a page stand."""
    return sorted({round(line["x0"]) for line in page.lines if line["x0"] == line["x1"]})


def levels(page: Any, x: float) -> list[float]:
    """Where the rules across a page pass `x`, downwards."""
    return sorted(
        line["top"] for line in page.lines if line["top"] == line["bottom"] and line["x0"] - 1 < x < line["x1"] + 1
    )


def words_at(page: Any, left: float, right: float) -> list[dict[str, Any]]:
    return [char for char in page.chars if left < char["x0"] and char["x1"] < right]


def is_turned(char: dict[str, Any]) -> bool:
    """Whether a character stands as the page number of a page across."""
    return abs(float(char["matrix"][1])) > 0.5


def text(page: Any) -> str:
    """Its words in the order in which they are drawn; the number of a page across may be drawn before them."""
    return "".join(char["text"] for char in page.chars if char["text"].strip() and not is_turned(char))


@pytest.fixture(scope="module")
def long_table(printed: Press) -> Printed:
    """Sixty rows whose labels are merged over twenty-five: a page ends inside two of them."""
    return printed(table(*rows(60, label=25), caption="年度指标", unit="单位：万元"))


def test_the_head_stands_on_every_page(long_table: Printed) -> None:
    """Below the caption on the first, at the top of the type area on the others."""
    assert len(pages(long_table)) == 3
    assert [text(page).startswith("".join(HEAD)) for page in pages(long_table)] == [False, True, True]
    tops = [min(line["top"] for line in page.lines) for page in pages(long_table)]
    assert all(abs(top - 37 * MM) < HALF for top in tops[1:]), tops


def test_caption_and_unit_stand_right_above_the_table(long_table: Printed) -> None:
    first = pages(long_table)[0]
    unit = [char for char in first.chars if char["top"] < min(line["top"] for line in first.lines)][-6:]
    assert "".join(char["text"] for char in unit).endswith("：万元")
    assert abs(unit[-1]["x1"] - RIGHT_EDGE) < 1
    assert 0 < min(line["top"] for line in first.lines) - unit[-1]["bottom"] < 6


def test_caption_and_unit_are_not_left_behind_at_the_foot_of_a_page(printed: Press) -> None:
    sheet = printed(*[paragraph("正文。")] * 18, table(*rows(3), caption="年度指标", unit="单位：万元"))
    assert "年度指标" not in text(pages(sheet)[0])
    assert text(pages(sheet)[1]).startswith("年度指标单位：万元")


def test_columns_keep_their_shares_and_fill_the_type_area(long_table: Printed) -> None:
    edges = [LEFT_EDGE + share * MM for share in (0, 30, 120, 156)]
    for page in pages(long_table):
        assert [abs(found - edge) < 1 for found, edge in zip(columns(page), edges, strict=True)] == [True] * 4


def test_no_row_is_lost_and_none_comes_twice(long_table: Printed) -> None:
    whole = "".join(text(page) for page in pages(long_table))
    assert [row for row in range(1, 61) if whole.count(f"第{row}项科普活动{row}.00") != 1] == []


def test_a_merged_label_that_a_page_cuts_stands_in_the_middle_of_its_first_part(long_table: Printed) -> None:
    """The second label begins on page 1 or 2 and goes on over the page's foot; its cell is closed there."""
    edges = columns(pages(long_table)[0])
    for page in pages(long_table):
        label = [char for char in words_at(page, edges[0], edges[1]) if char["text"] == "类"]
        marks = levels(page, (edges[0] + edges[1]) / 2)
        for char in label:
            above, below = max(y for y in marks if y < char["top"]), min(y for y in marks if y > char["bottom"])
            assert abs((above + below) / 2 - (char["top"] + char["bottom"]) / 2) < 3


def test_the_table_is_closed_above_and_below_on_every_page(long_table: Printed) -> None:
    edges = columns(pages(long_table)[0])
    for page in pages(long_table):
        uprights = [line for line in page.lines if line["x0"] == line["x1"]]
        top, foot = min(line["top"] for line in uprights), max(line["bottom"] for line in uprights)
        for x in (edges[0] + 5, edges[1] + 5, edges[2] + 5):
            found = levels(page, x)
            assert abs(found[0] - top) <= RULE / 2 + 0.01
            assert abs(found[-1] - foot) <= RULE / 2 + 0.01


def test_rules_are_half_a_point_thick(long_table: Printed) -> None:
    """0.5 pt, and the pieces of one line are one."""
    assert {round(line["linewidth"], 2) for line in pages(long_table)[0].lines} == {0.5}
    uprights = [line for line in pages(long_table)[1].lines if line["x0"] == line["x1"]]
    assert len(uprights) == 4


def test_a_label_longer_than_its_rows_stays_inside(printed: Press) -> None:
    """Of its two rows the second, tall one stands on the next page: the first grows, or the label goes on there."""
    tall = (
        cell(20, 0, "长标签" * 12, rows=2),
        cell(20, 1, "甲"),
        cell(20, 2, ""),
        cell(21, 1, WORDS * 20),
        cell(21, 2, ""),
    )
    first, second = pages(printed(table(*rows(19), *tall)))
    assert "".join(text(page) for page in (first, second)).count("签") == 12
    for page in (first, second):
        words = [char for char in page.chars if char["text"] == "签"]
        assert all(char["bottom"] < max(line["bottom"] for line in page.lines) for char in words)
    assert WORDS in text(second)
    assert WORDS not in text(first)


def long_cells(*, breaking: bool) -> Table:
    """Two rows of a quarter of a page, then one of half a page, as it may stand in a goal table."""
    tall = [one for row in (1, 2) for one in (cell(row, 0, "数量"), cell(row, 1, WORDS * 12), cell(row, 2, ""))]
    last = cell(3, 0, "产出"), cell(3, 1, WORDS * 25), cell(3, 2, "末")
    return table(*tall, *last, long=(3,) if breaking else ())


def test_a_row_breaks_only_where_it_may(printed: Press) -> None:
    whole, broken = (pages(printed(long_cells(breaking=breaking))) for breaking in (False, True))
    assert ["产出" in text(page) for page in whole] == [False, True]
    assert ["产出" in text(page) for page in broken] == [True, False]
    assert text(broken[1]).removeprefix("".join(HEAD)).startswith(tuple(WORDS))


def test_a_cell_longer_than_a_page_goes_on_below_the_head(printed: Press) -> None:
    sheet = printed(table(cell(1, 0, "产出"), cell(1, 1, WORDS * 100), cell(1, 2, "末"), long=(1,)))
    assert len(pages(sheet)) == 3
    assert "".join(text(page)[:-3].rpartition("指标值")[2] for page in pages(sheet)).count("科") == 100
    assert [text(page).count("指标值") for page in pages(sheet)] == [1, 1, 1]


def test_a_cell_longer_than_a_page_goes_on_even_where_it_should_not(printed: Press) -> None:
    sheet = printed(table(cell(1, 0, "产出"), cell(1, 1, WORDS * 100), cell(1, 2, "末")))
    assert sum(text(page).count("科") for page in pages(sheet)) == 100


# pages across


@pytest.fixture(scope="module")
def across(printed: Press) -> Printed:
    """A page upright, two across, one upright."""
    return printed(paragraph("甲。"), PageTurn(True), table(*rows(30, label=30)), PageTurn(), paragraph("乙。"))


def test_a_page_across_is_the_upright_page_turned(across: Printed) -> None:
    sizes = [(round(page.width / MM), round(page.height / MM)) for page in pages(across)]
    assert sizes == [(210, 297), (297, 210), (297, 210), (210, 297)]


def test_across_the_type_area_is_225_by_156_mm(across: Printed) -> None:
    """§8 as seen across: 28 above, 35 at the left, 37 at the right, 26 below."""
    page = pages(across)[1]
    assert abs(min(line["x0"] for line in page.lines) - 35 * MM) < HALF
    assert abs(page.width - max(line["x1"] for line in page.lines) - 37 * MM) < HALF
    assert abs(min(line["top"] for line in page.lines) - 28 * MM) < HALF
    assert page.height - max(line["bottom"] for line in page.lines) >= 26 * MM - HALF


def test_across_the_page_number_is_where_it_is_on_the_other_pages(across: Printed) -> None:
    """§8: turned upright to bind, it is 7 mm below the type area, one character in: odd right, even left.

    Seen across it is at the left, low on odd pages and high on even ones, and its feet point to the left.
    """
    even, odd = pages(across)[1:3]
    for page, number in ((even, "—2—"), (odd, "—3—")):
        turned = [char for char in page.chars if is_turned(char) and char["text"].strip()]
        assert "".join(char["text"] for char in sorted(turned, key=lambda char: char["top"])) == number
        assert all(char["matrix"][1] < 0 < char["matrix"][2] for char in turned)
        assert abs(35 * MM - max(char["x1"] for char in turned) - 7 * MM) < HALF
    assert abs(min(char["top"] for char in even.chars if is_turned(char)) - 28 * MM - 14) < HALF
    assert abs(odd.height - 26 * MM - 14 - max(char["bottom"] for char in odd.chars if is_turned(char))) < HALF


def test_across_there_is_no_second_page_number(across: Printed) -> None:
    upright = [char["text"] for char in pages(across)[1].chars if not is_turned(char)]
    assert "—" not in upright


def test_a_document_may_begin_across(printed: Press) -> None:
    sheet = printed(PageTurn(True), table(*rows(3)))
    assert [round(page.width / MM) for page in pages(sheet)] == [297]
    assert text(pages(sheet)[0]).startswith("项目支出绩效目标表")


# contents


def test_the_contents_give_the_pages_of_the_headings(printed: Press) -> None:
    """Of the third heading the words run over a line; its page is behind them all the same."""
    third = "存在的问题和下一年度改进工作的措施以及对财政部门的有关建议"
    sheet = printed(
        Contents(2),
        PageTurn(),
        heading(1, "一、", "基本情况"),
        heading(2, "（一）", "2020年情况"),
        paragraph("正文。" * 300),
        heading(1, "二、", third),
        paragraph("完。"),
    )
    lines = [line.strip() for line in pages(sheet)[0].extract_text().splitlines()]
    entries = [(line.rstrip("0123456789").rstrip(" ."), line[-1]) for line in lines if "..." in line]
    starts = ["基本情况", "（一）2020", "二、存在"]
    on_page = [next(n for n, page in enumerate(pages(sheet)[1:], 2) if start in text(page)) for start in starts]
    assert [entry[1] for entry in entries] == [str(number) for number in on_page] == ["2", "2", "3"]
    assert [entry[0] for entry in entries[:2]] == ["一、基本情况", "（一）2020年情况"]
    assert len({round(char["x1"]) for char in pages(sheet)[0].chars if char["text"] in "23" and char["x1"] > 500}) == 1


def test_the_entries_are_links(printed: Press) -> None:
    sheet = printed(Contents(1), heading(1, "一、", "基本情况"))
    assert {annot["object_type"] for annot in pages(sheet)[0].annots} == {"annot"}
