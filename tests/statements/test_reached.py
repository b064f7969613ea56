"""Figures that are said to reach a target: they are not below it."""

import pytest
from tests.support.ledgers import held, said


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("患者满意度91.2%，达到95%以上的要求。", "达到"),
        ("家长满意度88.5%，达到了不低于90%的目标。", "达到了"),
        ("全年接诊18.2万人次，完成了年初目标20万人次。", "完成了"),
        ("当庭宣判率62.1%，均达到65%以上。", "达到"),
        ("出厂水合格率98.20%，符合99.00%以上的规定。", "符合"),
    ],
)
def test_what_is_below_its_target_has_not_reached_it(text: str, word: str) -> None:
    (finding,) = said(text)
    assert finding.startswith("compared")
    assert f"写的是「{word}」" in finding


@pytest.mark.parametrize(
    "text",
    [
        "患者满意度96.2%，达到95%以上的要求。",
        "家长满意度90%，达到了90%的目标。",
        "全年供水860万吨，完成了年度计划800万吨。",
    ],
)
def test_what_is_not_below_has(text: str) -> None:
    assert said(text) == []
    assert "compared" in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "患者满意度91.2%，力争达到95%以上。",
        "门诊量18.2万人次，完成了年初目标20万人次的91%。",
        "满意度由91.2%达到95%。",
        "课后服务覆盖率91.2%，家长满意度达到95%以上。",
        "结案率91.2%，距达到95%的目标还有差距。",
        "漏损率9.8%，达到12%以下的要求。",
        "管网漏损率9.8%，达到了10%的目标。",
        "案件差错率0.8%，完成了年度目标1%。",
        "巡查320次，达到24小时内处置的要求。",
    ],
)
def test_what_is_still_to_be_reached_or_of_something_else_is_left_alone(text: str) -> None:
    assert not [each for each in said(text) if "写的是" in each]
