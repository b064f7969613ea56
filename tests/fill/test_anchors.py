"""Which cell a row and a column mean: what a sheet can say, and when it cannot be told."""

from typing import Any

from reportgen.fill.anchors import Anchors, Found, Index
from reportgen.fill.book import Grid, address


def found(rows: Any, row: str, column: str, block: tuple[str, ...] = (), merges: Any = ()) -> str:
    """The address of the cell, or why there is none."""
    cell = Index(Grid("表", tuple(map(tuple, rows)), merges)).find(Anchors((row,), (column,), block))
    return address(*cell.cell) if isinstance(cell, Found) else cell.why


SPLIT = [
    ["项目", "基本支出", "", "项目支出"],
    ["", "人员经费", "公用经费", ""],
    ["合计", 190.0, 10.0, 120.0],
]


def test_a_column_that_is_split_into_several_is_not_the_first_of_them() -> None:
    merges = (((0, 1), (0, 2)),)
    for merged in (merges, ()):
        assert found(SPLIT, "合计", "基本支出", merges=merged) == (
            "列「基本支出」下面还有几栏：人员经费、公用经费。请在「列」里写那一栏，「区」里写 基本支出"
        )
        assert found(SPLIT, "合计", "公用经费", ("基本支出",), merged) == "C3"
        assert found(SPLIT, "合计", "项目支出", merges=merged) == "D3"


def test_the_first_of_several_is_meant_where_it_is_their_sum() -> None:
    rows = [["项目", "基本支出", "", ""], ["", "小计", "人员经费", "公用经费"], ["合计", 200.0, 190.0, 10.0]]
    assert found(rows, "合计", "基本支出") == "B3"


def test_blocks_side_by_side_are_told_by_their_labels() -> None:
    rows = [["收入", "决算数", "支出", "决算数"], ["事业收入", 8.0, "基本支出", 5.0], ["合计", 8.0, "合计", 8.5]]
    assert found(rows, "事业收入", "决算数") == "B2"
    assert found(rows, "基本支出", "决算数") == "D2"
    assert found(rows, "合计", "决算数").startswith("行和列的名称对得上 2 格：B3、D3。请加「区」")
    assert found(rows, "合计", "决算数", ("支出",)) == "D3"


def test_of_two_tables_in_one_sheet_the_head_right_above_is_meant() -> None:
    rows = [
        ["项目", "预算数", "决算数"],
        ["诊疗收入", 1.0, 2.0],
        [],
        [],
        [],
        ["项目", "上年数", "决算数"],
        ["床位", 3.0, 4.0],
    ]
    assert found(rows, "诊疗收入", "决算数") == "C2"
    assert found(rows, "床位", "决算数") == "C7"
    assert found(rows, "床位", "预算数") == "行「床位」右边没有列「预算数」"


def test_codes_are_found_as_words_and_as_numbers() -> None:
    rows = [["科目编码", "科目名称", "金额"], ["001", "甲", 1.0], ["002", "乙", 2.0], [2130306.0, "丙", 3.0]]
    assert found(rows, "001", "金额") == "C2"
    assert found(rows, "2130306", "金额") == "C4"
    assert found(rows, "1", "金额") == "没有行「1」"
