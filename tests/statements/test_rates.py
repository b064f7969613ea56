"""Rates, shares and grades in running text, and what is never more than something else."""

import pytest
from tests.support.ledgers import held, said


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("发放问卷500份，收回486份，回收率97.20%。", "rate"),
        ("抽检水样40个，合格38个，合格率95%。", "rate"),
        ("法院受理案件4,286件，审结4,120件，结案率96.13%。", "rate"),
        ("计划培训教师200人次，实际培训196人次，完成率98%。", "rate"),
        ("派出所执行数36.20万元，预算40.00万元，执行率90.5%。", "rate"),
        ("医院专业技术人员320人，其中高级职称64人，占20.0%。", "share"),
        ("学校教师180人，其中女教师117人，占教师总数的65%。", "share"),
        (
            "水务局一般公共预算拨款收入820.00万元，占82.00%；其他收入180.00万元，占18.00%。收入合计1,000.00万元。",
            "shares",
        ),
        ("评价项目12个，其中优5个、良6个、中1个，优良率91.67%。", "grades"),
        ("问卷150份，满意120份、基本满意24份、不满意6份。", "grades"),
        ("医院核定编制420名，实有在编人员398人。", "posts"),
    ],
)
def test_rates_that_fit_their_two_figures(text: str, relation: str) -> None:
    assert said(text) == []
    assert relation in held(text)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("发放问卷500份，收回486份，回收率92.70%。", "rate 92.70% 应为 97.20%"),
        ("抽检水样40个，合格38个，合格率98%。", "rate 98% 应为 95%"),
        ("法院受理案件4,286件，审结4,120件，结案率93.16%。", "rate 93.16% 应为 96.13%"),
        ("安排资金330.00万元，用去318.20万元，执行率94.62%。", "rate 94.62% 应为 96.42%"),
        ("医院专业技术人员320人，其中高级职称64人，占25.0%。", "share 25.0% 应为 20.0%"),
        ("学校教师180人，其中女教师117人，占教师总数的56%。", "share 56% 应为 65%"),
        (
            "总支出1,000.00万元，其中基本支出652.00万元，占总支出的56.20%；项目支出348.00万元，占34.80%。",
            "share 56.20% 应为 65.20%",
        ),
        ("评价项目12个，其中优5个、良6个、中2个。", "grades 12个 各项相加得 13个"),
        ("问卷150份，满意120份、基本满意24份、不满意16份。", "grades 150份 各项相加得 160份"),
    ],
)
def test_rates_that_do_not(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("饮用水合格率达到102%。", "over 102% 不会超过 100%"),
        ("发放问卷500份，收回506份。", "part 506份 大于总数 500份"),
        ("医院核定编制420名，实有在编人员436人。", "posts 436人 多于编制"),
    ],
)
def test_what_is_never_more_than_something_else(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "派出所现有民警45人、辅警60人，核定编制50名。",
        "派出所编制60名，其中在编52人。",
        "法院政法专项编制86名、事业编制12名，在编98人。",
        "全市床位使用率达到104%。",
    ],
)
def test_people_who_hold_no_posts_are_not_held_to_them(text: str) -> None:
    assert said(text) == []
