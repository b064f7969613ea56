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
