"""Scores in the words of other pens: 打, 记, 失, 核减; divided classes, averages, weights; what only looks wrong."""

import pytest
from tests.support.ledgers import held, ledger, said

from reportgen.statements.claim import Proof

_DIVIDED = """卫生院自评总分{total}分。
投入15分，打14分。三公经费变动率偏高，扣{lost}分。
过程25分，打22.25分。其中预算完成5分，支出率没有达到100%，按比例记4.75分；结转结余5分，记4分；公用经费5分，满分；采购5分，记{got}分；资产5分，记4分。
产出35分，打31.50分，旧账没有理完，扣去3.50分。
效果25分，打23分。
四块相加90.75分。"""


def _divided(total: str = "90.75", lost: str = "1", got: str = "4.50") -> str:
    return _DIVIDED.format(total=total, lost=lost, got=got)


def test_classes_that_are_divided() -> None:
    assert said(_divided()) == []
    assert "points" in held(_divided())
    assert said(_divided(got="4.05")) == ["points 4.05分 应为 4.5分"]
    assert said(_divided(lost="3")) == []  # one of several causes, as far as anybody knows
    assert said(_divided(total="90.57")) == ["total_score 90.75分 应为 90.57分"]


@pytest.mark.parametrize(
    ("right", "wrong", "finding"),
    [
        (
            "法庭决策20分，得18.00分；过程20分，得16.90分；产出35分，得32.10分；效益25分，得21.50分，合计88.50分。",
            "法庭决策20分，得18.00分；过程20分，得19.60分；产出35分，得32.10分；效益25分，得21.50分，合计88.50分。",
            "sum 19.60分 应为 16.9分",
        ),
        (
            "自评96.50分，核定88.20分，核减8.30分。",
            "自评96.50分，核定88.20分，核减3.80分。",
            "change 3.80分 应为 8.3分",
        ),
        (
            "门诊楼95.20分、住院楼91.60分、食堂88.40分、库房86.80分，平均90.50分。",
            "门诊楼95.20分、住院楼91.60分、食堂88.40分、库房86.80分，平均90.05分。",
            "average 90.05分 应为 90.5分",
        ),
        (
            "渠道改造得88.50分，乘以权重40%，计35.40分。",
            "渠道改造得88.50分，乘以权重40%，计34.50分。",
            "average 34.50分 应为 35.4分",
        ),
        (
            "编制满分15分，得13.80分；共失3.10分，编制失1.20分，执行失1.00分，产出失0.90分。",
            "编制满分15分，得13.80分；共失3.01分，编制失1.20分，执行失1.00分，产出失0.90分。",
            "points 3.01分 各项相加得 3.1分",
        ),
        (
            "产出指标共50分，得46.50分。产出指标得分率93.00%。",
            "产出指标共50分，得46.50分。产出指标得分率93.90%。",
            "rate 93.90% 应为 93.00%",
        ),
        (
            "1．课时（20分，得18.60分）。开课2,140节，没有开满，扣1.40分。",
            "1．课时（20分，得18.60分）。开课2,140节，没有开满，扣1.54分。",
            "points 1.54分 满分减得分不是扣分",
        ),
        (
            "三项折算后合计88.48分，演练获奖，加1.50分，迟报扣0.50分，最终得分89.48分。",
            "三项折算后合计88.48分，演练获奖，加1.50分，迟报扣0.50分，最终得分84.98分。",
            "points 84.98分 加分扣分后不是这个数",
        ),
        (
            "样板镇90.35分，示范镇87.20分，样例镇80.95分，最高与最低相差9.40分。",
            "样板镇90.35分，示范镇87.20分，样例镇80.95分，最高与最低相差9.04分。",
            "change 9.04分 应为 9.4分",
        ),
    ],
)
def test_what_follows_from_scores_beside_it(right: str, wrong: str, finding: str) -> None:
    assert said(right) == []
    assert finding in said(wrong)


_REVIEWED = """| 项目 | 自评得分 | 复核得分 |
| 良种繁育 | 96.50 | 88.20 |
| 备荒储备 | 95.60 | 79.40 |
（一）良种繁育
自评96.50分，核定{score}分。
（二）备荒储备
对备荒储备（复核79.40分）压减预算。"""


def test_scores_of_those_that_a_table_judges_one_by_one() -> None:
    assert said(_REVIEWED.format(score="88.20")) == []
    assert said(_REVIEWED.format(score="97.02")) == ["total_score 97.02分 应为 88.20"]


_WEIGHTED = """| 子项目 | 权重 | 得分 | 加权得分 |
| 甲 | 40{unit} | 88.50 | 35.40 |
| 乙 | 35{unit} | 91.20 | 31.92 |
| 丙 | 25{unit} | 82.40 | 20.60 |
| 合计 | 100{unit} | {mean} | 87.92 |"""
_WITH_BONUS = """| 构成 | 分值 | 得分 |
| 指标评分 | 70 | 62.02 |
| 专家评议 | 20 | 17.36 |
| 演练 | 10 | 9.10 |
| 加分项 | | 1.50 |
| 扣分项 | | 0.50 |
| 合计 | 100 | 89.48 |"""


@pytest.mark.parametrize(
    "text",
    [
        _WEIGHTED.format(unit="", mean="87.92"),
        _WEIGHTED.format(unit="%", mean="——"),
        _WITH_BONUS,
        "专家评议得分86.80分，专家评议满分20分，折算17.36分。",
        "问卷满意度得分95.20分，满意度满分10分，折算得9.52分。",
        "社会效益满分20分，得18.00分，其中重复投诉扣1.20分。",
        "自评得分98.25分，复核得分92.85分，核减5.40分。",
        "项目一自评得分96.30分，项目二自评得分93.60分。\n部门整体支出自评得分94.20分。",
        "总分120分，综合得分108.60分，折算百分制为90.50分。",
        "（一）决策（20分）\n1．立项（15分，得13.90分）。\n2．时效（10分，得9.00分）。\n3．成本（5分，得5.00分）。",
    ],
)
def test_what_only_looks_like_a_slip(text: str) -> None:
    assert [claim.label for claim in ledger(text).wrong if claim.proof is Proof.CERTAIN] == []
    assert said(text) == []
