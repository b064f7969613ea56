"""The fund table: fixed lines, items, sums and rates; exact, and only what was changed goes back."""

from typing import Any

SCHOOL = {
    "金额单位": "万元",
    "批复": "860.00",
    "支出": "851.30",
    "来源说明": "区教育局批复",
    "项目资金": {"批复": "260.00", "到位": "250.00", "支出": "239.10"},
    "政府采购": {"支出": "64.00"},
    "分项": [
        {"名称": "校舍修缮", "批复": "180.00", "到位": "180.00", "支出": "171.10", "支付率": "95.1%"},
        {"名称": "午餐补助", "批复": "80.00", "到位": "70.00", "支出": "69.00", "支付率": "97.0%", "经办": ["总务处"]},
    ],
}


def test_the_lines_and_items_stand_in_one_table_with_sums_and_rates_worked_out(opens: Any) -> None:
    table = opens("预算", SCHOOL)
    assert [row[0] for row in table.texts()] == [
        "全年",
        "项目资金",
        "基本支出",
        "三公经费",
        "政府采购",
        "校舍修缮",
        "午餐补助",
    ]
    assert table.texts()[1] == ["项目资金", "", "260.00", "250.00", "239.10", "95.6"]
    assert table.texts()[6] == ["午餐补助", "", "80.00", "70.00", "69.00", "98.6 97.0"]
    assert table.foot() == [
        ["分项相加（自动）", "—", "260.00", "250.00", "240.10", "96.0"],
        ["比项目资金多（+）、少（-）", "", "", "", "+1.00", ""],
    ]


def test_the_year_has_beside_it_what_its_two_parts_come_to(opens: Any) -> None:
    table = opens("预算", SCHOOL | {"基本支出": {"批复": "600.00", "支出": "612.30"}})
    assert table.texts()[0] == ["全年", "", "860.00", "", "851.40 851.30", ""]


def test_one_cell_is_one_small_edit_and_what_no_column_shows_is_not_touched(opens: Any) -> None:
    table = opens("预算", SCHOOL)
    table.click(6, 5)
    table.type("98.6")
    table.press("Enter")
    table.click(1, 4)
    table.type("240.10")
    table.press("Enter")
    assert [(edit["path"], edit["value"]) for edit in table.sent()] == [
        (["预算", "分项", "2", "支付率"], "98.6%"),
        (["预算", "项目资金", "支出"], "240.10"),
    ]
    assert len(table.foot()) == 1
    assert table.value()["分项"][1]["经办"] == ["总务处"]
    assert table.value()["来源说明"] == "区教育局批复"


def test_a_line_that_is_not_there_yet_comes_with_its_first_cell(opens: Any) -> None:
    table = opens("预算", SCHOOL)
    table.click(3, 2)
    table.type("1.20")
    table.press("Tab", "Tab")
    table.type("1.10")
    table.press("Enter")
    assert table.value()["三公经费"] == {"批复": "1.20", "支出": "1.10"}
    table.click(0, 1)
    table.type("850.00")
    table.press("Enter")
    assert table.sent()[-1]["path"] == ["预算", "年初预算"]


def test_items_move_and_go_while_the_fixed_lines_stay(opens: Any) -> None:
    table = opens("预算", SCHOOL)
    table.click(6, 0)
    table.press("Alt+ArrowUp", "Alt+ArrowUp")
    assert [item["名称"] for item in table.value()["分项"]] == ["午餐补助", "校舍修缮"]
    table.click(2, 0)
    table.type("别的")
    table.press("Alt+Delete")
    assert table.texts()[2][0] == "基本支出"
    assert len(table.value()["分项"]) == 2


def test_amounts_with_a_unit_of_their_own_are_added_in_that_of_the_table(opens: Any) -> None:
    items = [
        {"名称": "管网改造", "批复": "1.2亿元"},
        {"名称": "水质检测", "批复": "5000元"},
        {"名称": "巡查", "批复": "0.1"},
        {"名称": "宣传", "批复": "0.2"},
    ]
    table = opens("预算", {"金额单位": "万元", "分项": items})
    assert table.foot()[0][2] == "12000.8000"
    table.click(8, 2)
    table.type("约 0.2")
    table.press("Enter")
    assert table.foot()[0][2] == "12000.6000"
    assert "1 格不是准确的数" in (table.page.locator("tfoot td").nth(1).get_attribute("title") or "")


def test_the_unit_is_chosen_and_amounts_follow_only_when_asked(opens: Any) -> None:
    table = opens("预算", SCHOOL)
    table.page.get_by_label("金额单位").select_option("元")
    assert (table.value()["金额单位"], table.value()["批复"]) == ("元", "860.00")
    table.page.get_by_role("button", name="把数也换算过来").click()
    assert (table.value()["批复"], table.value()["分项"][0]["支出"]) == ("8600000", "1711000")
    assert table.value()["分项"][0]["支付率"] == "95.1%"


def test_an_empty_file_gets_a_whole_table_from_one_cell(opens: Any) -> None:
    table = opens("预算", "")
    table.click(0, 2)
    table.type("320.00")
    table.press("Enter")
    assert table.value() == {"金额单位": "万元", "批复": "320.00"}


def test_a_new_name_of_an_item_is_told_to_what_refers_to_it(opens: Any) -> None:
    table = opens("预算", SCHOOL)
    table.click(5, 0)
    table.type("校舍维修")
    table.press("Enter")
    table.page.wait_for_function("globalThis.renamed?.length")
    assert table.page.evaluate("renamed.pop()") == [["预算", "校舍修缮"], ["预算", "校舍维修"]]


def test_a_finding_leads_to_its_cell(opens: Any) -> None:
    table = opens("预算", SCHOOL)
    for path, cell in (("预算.分项.2.支付率", [6, 5]), ("预算.项目资金.支出", [1, 4]), ("预算.支出", [0, 4])):
        table.page.evaluate(
            """path => {
              made[0].widget.mark([{ path, kind: "error", title: "对不上" }]);
              made[0].widget.focus(path.split("."));
            }""",
            path,
        )
        assert table.current() == cell
        assert "bad" in (table.cell(*cell).get_attribute("class") or "")
