"""A date with the wrong day of the week, a range of percentages with one sign: told in papers of several trades."""

import pytest
from tests.rules.fragments import findings_finished


def told(code: str, unit: str, sentence: str) -> list[str]:
    text = f"{unit}2024年度部门整体支出绩效评价报告\n一、基本情况\n{sentence}\n"
    return [found.label for found in findings_finished(text) if found.code == code]


@pytest.mark.parametrize(
    ("unit", "sentence", "right"),
    [
        ("示例县人民医院", "2024年6月1日（星期五）组织义诊。", "六"),
        ("某市实验中学", "家长会于2024年9月13日，周六上午召开。", "五"),
        ("示例县人民法院", "2024年3月3日(星期天)公开开庭，2024年3月4日（星期二）宣判。", "一"),
    ],
)
def test_the_wrong_day_of_the_week_is_told(unit: str, sentence: str, right: str) -> None:
    assert told("FMT014", unit, sentence) == [f"这一天是星期{right}"]


@pytest.mark.parametrize(
    "sentence",
    [
        "2024年6月1日（星期六）组织义诊。",
        "2024年2月30日（星期五）检修。",  # FMT008 tells that the day does not exist
        "6月1日（星期五）组织义诊。",
        "自2024年6月3日周二至周日开放。",
        "2024年6月1日周边学校参观。",
    ],
)
def test_the_right_day_or_none_is_not(sentence: str) -> None:
    assert told("FMT014", "某市科技馆", sentence) == []


@pytest.mark.parametrize(
    ("unit", "sentence", "right"),
    [
        ("示例县人民医院", "床位使用率比上年提高3-5%。", "3%-5%"),
        ("某市实验中学", "各年级近视率下降10～20%。", "10%～20%"),
        ("某区水务局", "管网漏损率在8.5至12%之间。", "8.5%至12%"),
    ],
)
def test_a_range_with_one_sign_is_told(unit: str, sentence: str, right: str) -> None:
    assert told("FMT015", unit, sentence) == [f"应为「{right}」"]


@pytest.mark.parametrize(
    "sentence",
    [
        "床位使用率比上年提高3%～5%。",
        "满意度由2023年的80%提高到90%。",
        "1-6月支出进度为52%。",
        "得分80—90分的占15%。",
        "第3-5项完成率均为100%。",
        "按（1-20%）折算。",
    ],
)
def test_other_figures_before_a_percentage_are_no_range(sentence: str) -> None:
    assert told("FMT015", "某市科技馆", sentence) == []
