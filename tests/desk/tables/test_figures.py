"""数据 as a table: groups by dots, names that must differ, and nothing lost on the way back."""

from typing import Any

COURT = {
    "案件": {"合计": "1240件", "民事": "800件", "刑事": {"一审": "300件", "二审": "140件"}},
    "法官": "42名",
    "开庭": {"线上": "310次", "线下": "905次"},
    "名单": ["甲", "乙"],
}


def test_groups_are_rows_and_a_total_that_does_not_add_up_has_its_sum_beside_it(opens: Any) -> None:
    table = opens("数据", COURT | {"开庭": {"合计": "1200次", "线上": "310次", "线下": "905次"}})
    assert table.texts()[:5] == [
        ["案件", "合计", "1240件"],
        ["案件", "民事", "800件"],
        ["案件.刑事", "一审", "300件"],
        ["案件.刑事", "二审", "140件"],
        ["", "法官", "42名"],
    ]
    assert table.texts()[5] == ["开庭", "合计", "1215次 1200次"]


def test_one_figure_is_one_small_edit(opens: Any) -> None:
    table = opens("数据", COURT)
    table.click(3, 2)
    table.type("１50件")
    table.press("Enter")
    assert table.sent() == [{"path": ["数据", "案件", "刑事", "二审"], "value": "150件", "now": True}]


def test_names_and_groups_change_and_what_is_no_figure_stays(opens: Any) -> None:
    table = opens("数据", COURT)
    table.click(4, 0)
    table.type("队伍")
    table.press("Tab")
    table.type("员额法官")
    table.press("Enter")
    assert table.value() == {
        "案件": COURT["案件"],
        "队伍": {"员额法官": "42名"},
        "开庭": COURT["开庭"],
        "名单": ["甲", "乙"],
    }


def test_a_name_that_is_taken_or_missing_is_said_and_not_saved(opens: Any) -> None:
    table = opens("数据", COURT)
    table.click(6, 1)
    table.type("线上")
    table.press("Enter")
    assert table.value() == COURT
    assert "「开庭.线上」已经有了" in table.page.locator(".table-notice").inner_text()
    table.click(6, 1)
    table.type("巡回")
    table.press("Enter")
    assert table.value()["开庭"] == {"线上": "310次", "巡回": "905次"}
    assert table.page.locator(".table-notice").is_hidden()


def test_pasted_groups_find_each_other(opens: Any) -> None:
    table = opens("数据", {})
    table.click(0, 0)
    table.paste("人员\t编制\t35人\n人员\t在编\t32人\n\t床位\t1,200张\n人员.退休\t人数\t8人\n")
    assert table.value() == {"人员": {"编制": "35人", "在编": "32人", "退休": {"人数": "8人"}}, "床位": "1200张"}
