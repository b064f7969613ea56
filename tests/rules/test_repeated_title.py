"""A part of a title that stands there twice is seen, and what only looks like it is not."""

import pytest
from tests.rules.fragments import findings, findings_finished, merged

TITLES = [
    ("示例县人民医院", "示例县人民医院2024年度示例县人民医院部门整体支出绩效评价报告", ["示例县人民医院"]),
    ("样板镇中心学校", "样板镇中心学校2024年度2024年部门整体支出绩效评价报告", ["2024年"]),
    ("某市水务局", "某市水务局2024年度部门整体支出绩效评价报告绩效评价报告", ["绩效评价报告"]),
    ("某市水务局", "某市水务局关于报送某市水务局2024年度部门整体支出绩效评价报告", []),
    ("某市水务局", "某市水务局印发《某市水务局绩效管理办法》2024年度绩效评价报告", []),
    ("样板镇卫生院", "样板镇卫生院2023年专项项目绩效自评报告（2023年设备购置项目）", []),
    ("某某县", "某某县2024年1月至2024年6月部门整体支出绩效评价报告", []),
    ("示例县", "示例县示例中学2024年度部门整体支出绩效评价报告", []),
    ("某市科技馆", "某市科技馆2023年度和2024年度部门整体支出绩效评价报告", []),
]


@pytest.mark.parametrize(("unit", "title", "words"), TITLES)
def test_what_stands_twice_is_named(unit: str, title: str, words: list[str]) -> None:
    found = [each for each in findings(merged(f"单位: {unit}\n标题: {title}\n")) if each.code == "STR050"]
    assert [each.label for each in found] == [f"标题里「{each}」写了两遍" for each in words]


def test_a_finished_document_is_looked_at_too() -> None:
    text = (
        "某县人民法院2024年度某县人民法院2024年度部门整体支出绩效评价报告\n一、部门基本情况\n某县人民法院是审判机关。\n"
    )
    assert [each.label for each in findings_finished(text) if each.code == "STR050"] == [
        "标题里「某县人民法院」写了两遍",
        "标题里「2024年」写了两遍",
    ]
