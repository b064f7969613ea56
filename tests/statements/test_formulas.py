"""Arithmetic that is written out, of any trade: what stands behind the sign of equality is what the working makes."""

import pytest
from tests.support.ledgers import said


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("教师外出进修：18人×4,200元＝75,060元。", "product 75,060元 应为 75600元"),
        ("校本培训：46人×6期×105元=41,400元。", "product 41,400元 应为 28980元"),
        ("外请教师118课次×1,200元/课次＝411,600元。", "product 411,600元 应为 141600元"),
        ("编制控制率＝(52/56)×100%＝96.28%。", "product 96.28% 应为 92.86%"),
        ("得分＝10分×95.20%=9.25分。", "product 9.25分 应为 9.52分"),
        ("三个社9.2+8.45+6.25＝32.9万元。", "sum 32.9万元 应为 23.9万元"),
        ("审减率＝（2,439,100－2,362,700）÷2,439,100×100%＝3.31%。", "product 3.31% 应为 3.13%"),
        ("预算执行率＝支出数/预算数×100%＝276.40/300.00×100%＝92.31%。", "product 92.31% 应为 92.13%"),
        ("省级补助（18人×4,200元＝7.65万元）已到位。", "product 7.65万元 应为 7.56万元"),
    ],
)
def test_what_a_working_makes_is_another(text: str, finding: str) -> None:
    assert finding in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "教师外出进修：18人×4,200元＝75,600元。",
        "编制控制率＝(52/56)×100%＝92.86%。",
        "预算执行率＝支出数/预算数×100%＝276.40/300.00×100%＝92.13%。",
        "审减率＝（2,439,100－2,362,700）÷2,439,100×100%＝3.13%。",
        "三级指标得分＝分值×完成率，预算执行10×92.95%=9.29分。",
        "A栋=12间，B栋=18间。",
        "得分率＝得分÷满分，达到90%以上的为优。",
        "电费0.63元/千瓦时×12,480千瓦时≈7,862.40元。",
    ],
)
def test_nothing_is_said_of_a_working_that_is_right_or_has_no_figures(text: str) -> None:
    assert said(text) == []
