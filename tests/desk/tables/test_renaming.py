"""What is called otherwise in a table is called otherwise where the text refers to it, when one wants that."""

import pytest
from tests.support.example import EXAMPLE

from reportgen.desk.content.facts import Figures
from reportgen.desk.content.renaming import followed
from reportgen.pipeline.check import check_text


def follow(text: str, old: str, new: str) -> tuple[str, int]:
    facts = Figures(check_text(text, "内容.yaml")).references
    assert facts
    return followed(text, facts.facts, tuple(old.split(".")), tuple(new.split(".")))


def test_a_figure_is_called_otherwise_with_its_unit_and_decimals_kept() -> None:
    text = EXAMPLE.replace("常设展厅: 28600人次", "固定展厅: 28600人次").replace(
        "  组织实施", "  常设展厅{{ 接待观众.常设展厅 | 万人次 | 2位 }}。\n  组织实施"
    )
    text = text.replace("{{ 接待观众.合计 | 万人次 | 2位 }}", "{{常设展厅 | 万人次 | 2位 }}")
    after, count = follow(text, "数据.接待观众.常设展厅", "数据.接待观众.固定展厅")
    assert count == 2
    assert "{{固定展厅 | 万人次 | 2位 }}" in after
    assert after.count("接待观众.固定展厅") == 1


@pytest.mark.parametrize(
    ("key", "renamed", "old", "new", "said"),
    [
        ("人员: {编制", "队伍: {编制", "数据.人员", "数据.队伍", "{{ 队伍.在编 }}"),
        (
            "名称: 展厅运行经费, 批复",
            "名称: 展厅经费, 批复",
            "预算.展厅运行经费",
            "预算.展厅经费",
            "{{ 预算.展厅经费.支付率 }}",
        ),
    ],
)
def test_groups_and_items_take_all_below_them_along(key: str, renamed: str, old: str, new: str, said: str) -> None:
    assert key in EXAMPLE
    after, count = follow(EXAMPLE.replace(key, renamed), old, new)
    assert count >= 2
    assert said in after


def test_a_figure_that_moves_into_a_group_is_named_with_it() -> None:
    text = EXAMPLE.replace("数据:\n", "数据:\n  队伍: {志愿者: 36人}\n", 1).replace(
        "全年免费开放展厅，", "全年免费开放展厅，志愿者{{ 志愿服务 }}，"
    )
    after, count = follow(text, "数据.志愿服务", "数据.队伍.志愿者")
    assert (count, "志愿者{{ 队伍.志愿者 }}，" in after) == (1, True)


def test_what_still_means_something_is_left_alone() -> None:
    assert follow(EXAMPLE, "数据.人员.在岗", "数据.人员.在编") == (EXAMPLE, 0)


@pytest.mark.parametrize(
    ("old", "new", "written", "meant"),
    [
        ("数据.医生", "数据.医师", "{{医生｜万人}}", "{{医师｜万人}}"),
        ("数据.教师.在编", "数据.教师.在岗", "{{ 教师.在编 ｜ 人 }}", "{{ 教师.在岗 ｜ 人 }}"),
        ("数据.渠道", "数据.干渠", "{{ 数据.渠道｜千米｜1位 }}", "{{ 数据.干渠｜千米｜1位 }}"),
    ],
)
def test_a_bar_of_full_width_parts_the_name_from_how_it_is_printed(
    old: str, new: str, written: str, meant: str
) -> None:
    *groups, name = new.split(".")[1:]
    figure = f"{name}: 96" if not groups else f"{groups[0]}: {{{name}: 96}}"
    kind = "文种: 部门整体支出绩效评价报告\n单位: 示例单位\n年度: 2024"
    after, count = follow(f"{kind}\n数据:\n  {figure}\n收支情况: 有{written}。\n", old, new)
    assert (count, after.split("\n")[-2]) == (1, f"收支情况: 有{meant}。")
