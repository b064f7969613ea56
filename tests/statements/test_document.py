"""Figures that stand apart in a document: items told one by one, one thing stated twice, the total score."""

import pytest
from tests.support.ledgers import blamed, held, said


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            (
                "项目支出460.00万元，具体如下：\n"
                "1. 设备购置支出220.00万元。\n"
                "2. 课桌更新支出140.00万元。\n"
                "3. 图书采购支出100.00万元。"
            ),
            "listed",
        ),
        (
            "一是渠道清淤支出86.40万元。二是泵站检修支出52.30万元。三是水质检测支出41.30万元。以上三项共支出180.00万元。",
            "listed",
        ),
        (
            (
                "专项资金到位70.00万元，支出66.00万元。\n"
                "刑侦大队到位30.00万元，支出28.00万元；交警大队到位20.00万元，支出19.50万元；特警大队到位20.00万元，支出18.50万元。"
            ),
            "listed",
        ),
        ("全年审结案件4,286件，结案率较高。\n一年来，全院审结案件4,286件。", "same"),
        ("综合得分92.50分，等级为优。\n本项目总得分92.50分。", "total_score"),
        (
            (
                "总得分94分。\n"
                "| 指标 | 分值 | 得分 |\n"
                "| 警务培训 | 20 | 19 |\n"
                "| 警车维修 | 30 | 28 |\n"
                "| 案件办理 | 30 | 29 |\n"
                "| 群众满意度 | 20 | 18 |\n"
                "| 总分 | 100 | 94 |"
            ),
            "total_score",
        ),
    ],
)
def test_what_is_told_apart_and_agrees(text: str, relation: str) -> None:
    assert said(text) == []
    assert relation in held(text)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            (
                "项目支出460.00万元，具体如下：\n"
                "1. 设备购置支出202.00万元。\n"
                "2. 课桌更新支出140.00万元。\n"
                "3. 图书采购支出100.00万元。"
            ),
            "listed 202.00万元 应为 220万元",
        ),
        (
            "一是渠道清淤支出86.40万元。二是泵站检修支出52.30万元。三是水质检测支出41.30万元。以上三项共支出188.00万元。",
            "listed 188.00万元 各项相加得 180万元",
        ),
        (
            (
                "专项资金到位70.00万元，支出69.00万元。\n"
                "刑侦大队到位30.00万元，支出28.00万元；交警大队到位20.00万元，支出19.50万元；特警大队到位20.00万元，支出18.50万元。"
            ),
            "listed 69.00万元 各项相加得 66万元",
        ),
        ("全年审结案件4,286件，结案率较高。\n一年来，全院审结案件4,268件。", "same 4,268件 这里写的是 4,268件"),
        ("学校建筑面积42,300平方米。\n全校建筑面积43,200平方米。", "same 43,200平方米 这里写的是 43,200平方米"),
        ("门诊设备购置资金248.60万元。\n门诊设备购置资金共计2,486.00万元。", "scale 2,486.00万元 数字相同，差了数量级"),
        ("综合得分92.50分，等级为优。\n本项目总得分95.20分。", "total_score 95.20分 应为 92.50分"),
        (
            (
                "总得分96分。\n"
                "| 指标 | 分值 | 得分 |\n"
                "| 警务培训 | 20 | 19 |\n"
                "| 警车维修 | 30 | 28 |\n"
                "| 案件办理 | 30 | 29 |\n"
                "| 群众满意度 | 20 | 18 |\n"
                "| 总分 | 100 | 94 |"
            ),
            "total_score 96分 应为 94",
        ),
    ],
)
def test_what_is_told_apart_and_does_not(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "上年审结案件4,268件。\n全年审结案件4,286件。",
        "综合得分92.50分，上年总得分90.10分。",
        "项目总分100分，综合得分88.5分。",
        "一是渠道清淤支出86.40万元。二是泵站检修支出52.30万元。三是水质检测支出41.30万元。",
    ],
)
def test_what_is_of_another_year_or_another_thing(text: str) -> None:
    assert said(text) == []


def test_one_figure_whose_change_settles_several_relations_is_to_blame() -> None:
    text = "镇政府支出302.00万元，比上年280.00万元增加40.00万元，其中工资180.00万元、培训100.00万元、网络40.00万元。"
    assert said(text) == ["sum 302.00万元 各项相加得 320万元"]
    assert blamed(text) == ["302.00万元 → 320万元"]
