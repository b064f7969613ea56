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


_LISTED = """自评总得分93.65分，等级优：
- 投入14.20分（满分15分）
- 过程23.45分（满分25分）
- 产出{got}（满分{full}）
- 效果22.00分（满分25分）"""
_ASIDE = """
| 一级指标 | 决策 | 过程 | 产出 | 效益 | 合计 |
| 权重 | 18 | 20 | 30 | 32 | 100 |
| 得分 | 15.50 | {got} | 26.00 | 28.00 | 86.40 |
| 得分率 | 86.11% | 84.50% | 86.67% | 87.50% | 86.40% |
"""


@pytest.mark.parametrize(
    ("right", "wrong", "finding"),
    [
        (
            "过程指标权重18分，得15.50分，扣2.50分。",
            "过程指标权重18分，得15.50分，扣2.75分。",
            "points 2.75分 满分减得分不是扣分",
        ),
        (
            "过程扣1.72分，产出扣1.50分；效益扣3.00分。三项共扣6.22分。",
            "过程扣1.72分，产出扣1.50分；效益扣3.00分。三项共扣8.22分。",
            "points 8.22分 各项相加得 6.22分",
        ),
        (
            "林长制考核自评总得分92.78分。\n扣分：巡护扣4.22分，防火扣3.00分，合计扣7.22分",
            "林长制考核自评总得分92.78分。\n扣分：巡护扣4.22分，防火扣2.00分，合计扣6.22分",
            "points 6.22分 扣分与总得分对不上",
        ),
        (
            _LISTED.format(got="34.00分", full="35分"),
            _LISTED.format(got="43.00分", full="35分"),
            "points 43.00分 得分多于满分",
        ),
        (
            _LISTED.format(got="34.00分", full="35分"),
            _LISTED.format(got="34.00分", full="38分"),
            "points 15分 满分合计不是 100 分",
        ),
        (_ASIDE.format(got="16.90"), _ASIDE.format(got="19.60"), "points 86.40 各项相加得 89.1"),
        (
            "产出50分、效益40分、满意度10分，共100分。",
            "产出50分、效益40分、满意度11分，共100分。",
            "sum 100分 各项相加得 101分",
        ),
    ],
)
def test_points_to_be_had_got_and_lost(right: str, wrong: str, finding: str) -> None:
    assert finding in said(wrong)
    assert said(right) != said(wrong)
    assert not [each for each in said(right) if each.startswith("points")]


_BOTH = (
    "评价综合得分88.35分。决策满分20分，得17.50分；过程满分{full}，得17.85分；产出满分30分，得{got}；"
    "效益满分30分，得26.00分。"
)


@pytest.mark.parametrize(
    ("full", "got", "wrong"), [("20分", "27.00分", 0), ("22分", "27.00分", 1), ("20分", "27.80分", 1)]
)
def test_all_classes_in_one_paragraph(full: str, got: str, wrong: int) -> None:
    assert len([each for each in said(_BOTH.format(full=full, got=got)) if each.startswith("points")]) == wrong


@pytest.mark.parametrize(
    ("sentence", "finding"),
    [
        ("某县林场全年造林320亩，支出86.40万元，得95.50分。", "total_score 95.50分 应为 95.40分"),
        ("卫生检查得95.50分。", ""),
    ],
)
def test_the_total_score_told_in_short(sentence: str, finding: str) -> None:
    assert said(f"绩效自评综合得分95.40分。\n评价总得分为95.40分。\n{sentence}") == [finding] * bool(finding)


def test_scores_of_several_years_are_not_held_against_each_other() -> None:
    assert said("水务局2022年自评得分93.20分，2023年自评得分94.10分。\n学校2021年自评得分90.00分。") == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "部门整体自评得分93.10分。\n“职工文化惠民”项目绩效自评得分为95.20分。\n“职工文化惠民”项目自评得分为85.68分。",
            "total_score 85.68分 应为 95.20分",
        ),
        (
            "整体自评96.40分。\n食堂改造项目自评得分91.30分，设备更新项目自评得分94.60分。\n食堂改造项目自评得分97.30分。",
            "total_score 97.30分 应为 91.30分",
        ),
        (
            "水务局自评总得分98.00分。\n“清水入河”项目自评得分92.40分。\n水务局的总得分89.00分，比上年提高2.00分。",
            "total_score 89.00分 应为 98.00分",
        ),
        ("自评得分94.10分，等级为优。\n四项加起来84.69分，算优。", "total_score 84.69分 应为 94.10分"),
        ("评价得分86.40分。\n四个一级指标得分加起来84.60分。", "total_score 84.60分 应为 86.40分"),
    ],
)
def test_each_project_has_one_score_and_the_whole_has_its_own(text: str, finding: str) -> None:
    assert finding in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "公路养护项目自评得分94.00分。\n农村公路养护项目自评得分92.00分。",
        "水务局自评总得分98.00分。\n“清水入河”项目自评得分92.40分。\n水务局的总得分98.00分，比上年提高2.00分。",
        "巡回审判项目自评得分92.30分，法庭维修项目自评得分90.10分。\n经复核，巡回审判项目评价得分88.40分。",
        "评价得分91.30分。\n前四项加起来84.60分，加上满意度6.70分。",
    ],
)
def test_projects_of_other_names_have_other_scores(text: str) -> None:
    assert said(text) == []
