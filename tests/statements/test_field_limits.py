"""Figures that a content file gives: none is less than nothing, no part of the budget more than the whole."""

import pytest
from tests.rules.fragments import findings, merged

BUDGET = """
预算:
  金额单位: 万元
  批复: {whole}
  支出: {spent}
  项目资金: {{批复: 120.00, 到位: 120.00, 支出: 114.60}}
  分项:
    - {{名称: 展厅运行, 批复: 120.00, 到位: 120.00, 支出: 114.60}}
"""


@pytest.mark.parametrize(
    ("whole", "spent", "said"),
    [
        ("320.00", "312.40", []),
        ("100.00", "98.00", ["大于总数 100.00万元", "大于总数 98.00万元"]),
        ("0", "0", ["大于总数 0万元", "大于总数 0万元"]),
        ("-320.00", "312.40", ["不会是负数"]),
    ],
)
def test_the_budget_and_its_projects(whole: str, spent: str, said: list[str]) -> None:
    found = findings(merged(BUDGET.format(whole=whole, spent=spent)))
    assert [each.label for each in found if each.code in ("NUM042", "NUM043")] == said


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ("数据: {病区: {护士: -12人}}", True),
        ("数据: {学校: {在校生: -860人, 班级: 24个}}", True),
        ("数据: {法院: {结案增减: -120件}}", False),
        ("数据: {水库: {年末结余: -3.20万元}}", False),
    ],
)
def test_people_and_things(facts: str, wrong: bool) -> None:
    assert bool([each for each in findings(merged(facts)) if each.code == "NUM043"]) is wrong


@pytest.mark.parametrize(
    ("figures", "kind", "wrong"),
    [
        ("药品预算: {年初安排: 310.00万元, 增列: 25.00万元, 退回: -15.00万元, 年末安排: 320.00万元}", "瀑布图", False),
        ("在校生: {秋季: 860人, 转入: 12人, 转出: -20人, 春季: 852人}", "瀑布图", False),
        ("未结案: {年初未结: 120件, 新收: 905件, 办结: -930件, 年末未结: 95件}", "瀑布图", False),
        ("水费: {上半年: 310.00万元, 下半年: -15.00万元}", "柱形图", True),
        ("学费: {批复: 310.00万元, 到位: -15.00万元, 支出: 10.00万元}", "瀑布图", True),
    ],
    ids=["hospital", "school", "court", "columns", "stages of money"],
)
def test_what_goes_down_in_a_waterfall_has_a_minus(figures: str, kind: str, wrong: bool) -> None:
    name = figures.partition(":")[0]
    content = merged(f"数据:\n  {figures}\n评价结果: |\n  变动情况如下。\n  图 变动：{{{{ {name} | {kind} }}}}\n")
    assert bool([each for each in findings(content) if each.code == "NUM043"]) is wrong
