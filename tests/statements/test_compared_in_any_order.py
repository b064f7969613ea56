"""Words that compare two figures, wherever they stand: before them, behind them, in other sentences, by a table."""

import pytest
from tests.support.ledgers import said

TURNED = [
    # by how much the two differ
    ("工期原定180天，实际用了165天，{}15天。", "缩短", "延长"),
    ("退休人员46人，比上年末{}2人，上年末是44人。", "多", "少"),
    ("税收收入完成1,320万元，预算1,400万元，{}80万元。", "短收", "超收"),
    ("计划植树3万株，实际栽植3.2万株，{}2000株。", "多栽了", "少栽了"),
    ("抽检合格率97.00%，指标值为95%，{}2个百分点。", "高于", "低于"),
    # behind the two
    ("药品费占31%，比耗材的22%{}。", "高", "低"),
    ("目标值≥95%，实际完成93.6%，{}目标。", "未完成", "超额完成"),
    ("计划修建机耕路12公里，实际修建12.6公里，{}任务。", "超额完成", "未完成"),
    ("女职工62人，占全部118人的{}。", "一半以上", "一半以下"),
    ("去年办案312件，今年办案298件，办案量{}。", "略有下降", "略有上升"),
    ("全年收到群众来信312件，上年为356件，来信量{}。", "减少", "增加"),
    ("2022年12起、2023年9起、2024年7起，事故{}。", "逐年下降", "逐年上升"),
    # before the two
    ("今年学生{}：去年406人，今年431人。", "多了", "少了"),
    ("今年支出{}去年：今年120万元，去年110万元。", "大于", "小于"),
    ("水质达标率{}目标：目标95%，实际98%。", "优于", "劣于"),
    # in a table
    (
        "| 项目 | 上年 | 本年 |\n| 门诊人次 | 46,200 | 48,900 |\n| 住院人次 | 3,120 | 3,240 |\n门诊人次较上年{}。",
        "增加",
        "减少",
    ),
    ("| 指标 | 目标值 | 实际值 |\n| 巡查次数 | 240 | 256 |\n巡查次数{}目标值。", "超过", "低于"),
    # an amount and a rate of one change
    ("本年总计高于上年143.05万元，{}4.12%。", "增长", "下降"),
    ("图书馆经费比上年多花3.20万元，{}8.00%。", "增长", "下降"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), TURNED)
def test_the_opposite_word_is_denied(text: str, right: str, wrong: str) -> None:
    assert not said(text.format(right))
    assert said(text.format(wrong))


@pytest.mark.parametrize(
    "text",
    [
        "药占比31.2%，上年33.5%，下降2.3个百分点。",  # 占比 is no 比
        "维修响应35分钟，承诺45分钟，快于承诺。",  # faster is less time
        "损耗3.2%，行业均值4%，好于行业均值。",  # less may be better
        "本年支出120万元，上年110万元，主要原因是办案数量减少后单价上涨。",
        "计划支出50万元，实际支出46万元，完成计划。",
        "2024年末书目18,642条，2025年末预计19,230条，增加588条。",
        "本年结余40.71万元，加年初结余86.32万元，年末结余127.03万元。",
        "四项指标里，决策得14.00分，过程得21.50分，产出得31.00分，得分率最高的是决策，为93.33%。",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert not said(text)


@pytest.mark.parametrize(
    "text",
    [
        "自评总分94.2分。\n我们给自己打了92.4分，自认为客观。",
        "综合评价得分88.60分，等级为良。\n建议以86.80分作为下年度预算安排的依据。",
        "自评总得分：94.85分。\n我局认为，94.58分真实反映了全年工作。",
        "项目自评得分93.40分。\n财政部门复核后仍为94.30分，未作调整。",
        "自评：优，95.70分。\n小结：队里的自评成绩是97.50分。",
    ],
)
def test_a_score_is_told_again_in_other_words(text: str) -> None:
    assert [each for each in said(text) if each.startswith("total_score")]


@pytest.mark.parametrize(
    "text",
    [
        "自评得分94.85分。\n本县同类项目平均得分94.58分。",
        "评价得分89.48分。\n三项加权合计88.48分，加1.00分。",
        "自评得分93.15分。\n去年自评得分91.35分。",
        "自评得分93.15分。\n满意度指标得分9.35分，其中第三方测评91.35分。",
    ],
)
def test_other_scores_are_left_alone(text: str) -> None:
    assert not [each for each in said(text) if each.startswith("total_score")]
