"""The total score by whatever words it is told: one for each year, and for each who judges."""

import pytest
from tests.support.ledgers import said


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("评价结论为“优”，得分95.32分。\n自评表一并公开，综合得分95.23分。", "total_score 95.23分 应为 95.32分"),
        (
            "医院部门整体支出自评得分95.32分。\n将2024年度评价得分94.32分的失分点分解到科室。",
            "total_score 94.32分 应为 95.32分",
        ),
        (
            "学校2023年度自评得分93.60分。\n参照2023年度自评（39.60分）扣分事项整改。",
            "total_score 39.60分 应为 93.60分",
        ),
        (
            "水务局综合得分99.11分，总得分99.11分。\n自评结果（99.17分、“优”）作为参考。",
            "total_score 99.17分 应为 99.11分",
        ),
        (
            "法院部门整体支出绩效自评得85.14分。\n总得分94.60分。\n部门整体自评结果（94.60分）已通报。",
            "total_score 85.14分 应为 94.60分",
        ),
        (
            "自评得分94.60分，等级为“优”，四类指标得分：预算执行9.80分、产出47.30分、效益98.20分、满意度9.30分。",
            "sum 94.60分 各项相加得 164.6分",
        ),
    ],
)
def test_two_totals_of_one_year(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "监控综合评分88.60分。\n二是监控评分88.60分、2023年度自评得分93.46分已在馆内公示。",
        "评价组认定项目综合得分89.27分。\n县水务局自评得分94.50分，评价得分比自评低5.23分。",
        "公路养护项目自评得分88.50分，等级为良。\n部门整体自评总得分94.60分。",
        "最高得分92.6分，最低74.5分，平均得分85.93分。\n综合得分85.93分。",
        "第一小学过程类指标扣1.4分。\n综合得分94.4分，总得分94.4分。",
        "如综合得分低于60分，调减预算。\n90分以上为优。\n本项目综合得分88.01分。",
    ],
)
def test_scores_of_other_years_judges_and_projects(text: str) -> None:
    assert said(text) == []
