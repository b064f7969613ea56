"""Typing into a table as in Excel, Chinese by an input method included."""

from typing import Any

INDICATORS = [
    {
        "一级指标": "产出指标",
        "二级指标": "数量指标",
        "三级指标": "门诊人次",
        "指标值": "≥12万人次",
        "完成值": "12.6万人次",
        "分值": "20",
    },
    {"三级指标": "义诊场次", "指标值": "≥24场", "完成值": "22场", "分值": "20", "偏差原因": "两场因暴雨取消。"},
    {"二级指标": "质量指标", "三级指标": "处方合格率", "指标值": "≥99%", "完成值": "99.2%", "分值": "20"},
    {
        "一级指标": "满意度指标",
        "二级指标": "服务对象满意度指标",
        "三级指标": "患者满意度",
        "指标值": "≥90%",
        "完成值": "92%",
        "分值": "30",
    },
]
WORKED = {"绩效指标.1.得分": "20", "绩效指标.2.得分": "18.3", "绩效指标.3.得分": "20", "绩效指标.4.得分": "30"}


def test_a_chinese_word_is_composed_over_the_current_cell_and_replaces_what_stood_there(opens: Any) -> None:
    table = opens("绩效指标", INDICATORS)
    table.click(1, 2)
    table.compose("yi", "yi'zhen", "义诊人次")
    assert table.sent() == []
    table.page.wait_for_timeout(60)
    table.press("Enter")
    assert table.sent() == [{"path": ["绩效指标", "2", "三级指标"], "value": "义诊人次", "now": True}]
    assert table.current() == [2, 2]


def test_keys_of_an_input_method_are_no_keys_of_the_table(opens: Any) -> None:
    table = opens("绩效指标", INDICATORS)
    table.click(0, 2)
    table.page.evaluate(
        """() => {
          const how = { keyCode: 229, isComposing: true, bubbles: true, cancelable: true };
          for (const key of ["Enter", "ArrowDown", "Tab", "Escape"])
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, ...how }));
        }"""
    )
    assert table.current() == [0, 2]


def test_keys_move_as_in_excel(opens: Any) -> None:
    table = opens("绩效指标", INDICATORS)
    table.click(0, 0)
    table.press("ArrowRight", "ArrowDown")
    assert table.current() == [1, 1]
    table.press("Tab", "Tab", "Enter")
    assert table.current() == [2, 1]
    table.press("End")
    assert table.current() == [2, 7]
    table.press("Control+Home", "Control+ArrowDown")
    assert table.current() == [3, 0]
    table.press("Control+End")
    assert table.current() == [3, 7]
    table.press("ArrowLeft", "Home", "Shift+Enter")
    assert table.current() == [2, 0]


def test_a_cell_is_opened_changed_and_left_alone_by_escape(opens: Any) -> None:
    table = opens("绩效指标", INDICATORS)
    table.click(0, 3)
    table.press("F2")
    table.type("以上")
    table.press("Escape")
    assert table.sent() == []
    table.press("F2")
    table.type("以上")
    table.press("Tab")
    assert table.value()[0]["指标值"] == "≥12万人次以上"
    table.cell(0, 2).dblclick()
    table.press("Home")
    table.type("全年")
    table.press("Alt+Enter")
    table.type("合计")
    table.press("Enter")
    assert table.value()[0]["三级指标"] == "全年\n合计门诊人次"


def test_the_row_to_come_becomes_one_when_something_is_typed_in_it(opens: Any) -> None:
    table = opens("绩效指标", INDICATORS[:1])
    table.click(1, 2)
    table.type("急诊人次")
    table.press("Tab")
    assert table.sent() == [{"path": ["绩效指标"], "value": [INDICATORS[0], {"三级指标": "急诊人次"}], "now": True}]
    assert table.texts()[1][:3] == ["产出指标", "数量指标", "急诊人次"]


def test_a_new_key_stands_where_its_column_stands_and_keys_without_a_column_stay(opens: Any) -> None:
    table = opens("绩效指标", [{"三级指标": "门诊人次", "分值": "20", "备注": {"谁": "医务科"}}])
    table.click(0, 3)
    table.type("≥12万人次")
    table.press("Enter")
    assert list(table.value()[0]) == ["三级指标", "指标值", "分值", "备注"]
    assert table.value()[0]["备注"] == {"谁": "医务科"}
    table.click(0, 3)
    table.press("Delete")
    assert list(table.value()[0]) == ["三级指标", "分值", "备注"]


def test_numbers_are_made_tidy_when_they_are_left(opens: Any) -> None:
    table = opens("绩效指标", INDICATORS)
    for typed in ("２０", "12。5", "1，200"):
        table.click(0, 5)
        table.type(typed)
        table.press("Enter")
    assert [edit["value"] for edit in table.sent()] == ["12.5", "1200"]


def test_fill_down_rows_inserted_moved_and_deleted_keep_what_each_row_says(opens: Any) -> None:
    table = opens("绩效指标", INDICATORS, WORKED)
    table.click(0, 4)
    table.press("Shift+ArrowDown", "Shift+ArrowDown", "Control+d")
    assert [row["完成值"] for row in table.value()[:3]] == ["12.6万人次"] * 3
    table.click(0, 2)
    table.press("Alt+ArrowDown")
    rows = table.value()
    assert rows[0] == INDICATORS[1] | {"一级指标": "产出指标", "二级指标": "数量指标", "完成值": "12.6万人次"}
    assert rows[1]["三级指标"] == "门诊人次"
    table.press("Alt+ArrowUp", "Alt+Delete")
    assert table.value()[0]["三级指标"] == "义诊场次"
    assert (table.value()[0]["一级指标"], table.value()[0]["二级指标"]) == ("产出指标", "数量指标")
    table.press("Alt+i")
    table.click(0, 2)
    table.type("床位使用率")
    table.press("Enter")
    assert [row["三级指标"] for row in table.value()[:2]] == ["床位使用率", "义诊场次"]


def test_scores_add_up_exactly_those_included_that_the_program_works_out(opens: Any) -> None:
    table = opens("绩效指标", INDICATORS, WORKED)
    assert table.foot() == [["合计（自动）", "90", "88.3", ""]]
    table.click(1, 6)
    table.type("0.1")
    table.press("Enter")
    assert table.foot()[0][2] == "70.1"


def test_undo_and_redo_go_through_the_page(opens: Any) -> None:
    table = opens("绩效指标", INDICATORS)
    table.click(0, 2)
    table.type("急诊人次")
    table.press("Enter", "Control+z")
    assert (table.value()[0]["三级指标"], table.texts()[0][2]) == ("门诊人次", "门诊人次")
    table.press("Control+y")
    assert table.texts()[0][2] == "急诊人次"


def test_what_is_replaced_elsewhere_on_the_page_is_shown_and_not_written_over(opens: Any) -> None:
    table = opens("绩效指标", INDICATORS)
    table.page.evaluate("standsIn.foreign(['绩效指标', '2', '三级指标'], '下乡义诊场次')")
    assert table.texts()[1][2] == "下乡义诊场次"
    table.click(0, 0)
    table.press("Alt+ArrowDown")
    assert table.value()[0]["三级指标"] == "下乡义诊场次"


def test_the_keyboard_alone_gets_in_and_out(opens: Any) -> None:
    table = opens("绩效指标", INDICATORS)
    at = "document.activeElement.id || document.activeElement.className"
    table.click(1, 1)
    table.press("Escape", "Tab")
    assert table.page.evaluate(at) == "after"
    table.press("Shift+Tab", "Control+Home", "Shift+Tab")
    assert "table-editor" not in table.page.evaluate(at)


def test_levels_are_chosen_from_a_list_and_others_may_be_typed(opens: Any) -> None:
    table = opens("绩效指标", INDICATORS)
    table.click(3, 0)
    table.type("效益")
    table.press("ArrowDown", "Enter")
    assert table.value()[3]["一级指标"] == "效益指标"
    table.click(3, 0)
    table.type("影响力指标")
    table.press("Enter")
    assert table.value()[3]["一级指标"] == "影响力指标"


def test_columns_that_nobody_uses_are_shown_when_they_are_wanted(opens: Any) -> None:
    table = opens("绩效指标", INDICATORS)
    heads = "[...document.querySelectorAll('.table-box thead th')].map(head => head.textContent)"
    assert "评分标准" not in table.page.evaluate(heads)
    table.page.get_by_text("显示哪几栏").click()
    table.page.get_by_label("评分标准").check()
    assert "评分标准" in table.page.evaluate(heads)


def test_findings_stand_on_their_cells_and_the_cursor_goes_to_them(opens: Any) -> None:
    table = opens("绩效指标", INDICATORS)
    table.page.evaluate(
        """() => {
          const { widget } = made[0];
          widget.mark([
            { path: "绩效指标.2.完成值", kind: "error", title: "完成值与分值对不上" },
            { path: "绩效指标.4", kind: "warning", title: "没有写依据" },
          ]);
          widget.focus(["绩效指标", "2", "完成值"]);
        }"""
    )
    assert table.current() == [1, 4]
    assert table.cell(1, 4).get_attribute("aria-invalid") == "true"
    assert table.page.locator(".table-editor").get_attribute("aria-description") == "完成值与分值对不上"
    assert "low" in (table.cell(3, -1).get_attribute("class") or "")


def test_references_are_shown_as_what_they_print_and_typed_as_they_are(opens: Any) -> None:
    table = opens("绩效指标", [])
    table.prints = {"{{ 问卷.患者.满意度 }}": "92.5%"}
    table.click(0, 2)
    table.type("患者满意度")
    table.press("Tab", "Tab")
    table.type("{{ 问卷.患者.满意度 }}")
    table.press("Enter")
    table.page.wait_for_selector(".chip:text('92.5%')")
    assert table.value()[0]["完成值"] == "{{ 问卷.患者.满意度 }}"
    table.press("ArrowUp", "ArrowRight", "ArrowRight", "F2")
    assert table.page.locator(".table-editor").input_value() == "{{ 问卷.患者.满意度 }}"
    table.press("Escape")


def test_coming_to_a_cell_with_a_finding_chooses_it_and_a_cell_tells_what_its_column_is_for(opens: Any) -> None:
    table = opens("绩效指标", INDICATORS)
    table.page.evaluate(
        """() => {
          globalThis.chosen = [];
          document.addEventListener("desk:finding", event => chosen.push(event.detail));
          made[0].widget.mark([{ path: "绩效指标.2.分值", kind: "warning", title: "分值", key: "f1" }]);
        }"""
    )
    table.click(1, 4)
    table.press("ArrowRight")
    assert table.page.evaluate("chosen") == [["f1"]]
    assert table.page.locator(".table-help").inner_text().startswith("满分")
