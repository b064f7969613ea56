"""What was spent, its rate and what is left, and the budget sentences before: two of the three bear out the third."""

import pytest
from tests.support.ledgers import held, said

HOSPITAL = "医院设备更新调整后预算274.60万元。资金全部到位。{}"
SCHOOL = "三笔钱凑在一起166.50万元。学费不贵，一门课300元。{}"
WATER = "水费返还资金可用1,850.00万元。其中市里给的占多数。{}"


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (HOSPITAL.format("全年支出268.30万元，执行率97.71%，结余6.03万元，已交回财政。"), "sum 6.03万元 应为 6.3万元"),
        (HOSPITAL.format("全年支出268.30万元，执行率105.00%，结余6.30万元。"), "rate 105.00% 应为 97.71%"),
        (SCHOOL.format("到年底花了159.84万元，花钱进度69.00%，剩6.66万元转到明年。"), "rate 69.00% 应为 96.00%"),
        (
            SCHOOL.format("到年底花了159.84万元，花钱进度96.00%，剩8.66万元转到明年。"),
            "remainder 8.66万元 应为 6.66万元",
        ),
        (WATER.format("全年使用1,776.00万元，使用进度69.00%，剩余74.00万元。"), "rate 69.00% 应为 96.00%"),
    ],
)
def test_the_third_must_agree(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        HOSPITAL.format("全年支出268.30万元，执行率97.71%，结余6.30万元。"),
        HOSPITAL.format("全年支出268.30万元，执行率97.71%，上年结余36.20万元。"),  # of another year
        "年初预算300.00万元。实际到位280.00万元。全年支出270.00万元，执行率90.00%，结余10.00万元。",  # of what arrived
        "医院全年支出268.30万元，执行率97.71%，结余9.10万元。",  # no budget is told
    ],
)
def test_what_may_be_of_something_else_is_right(text: str) -> None:
    assert said(text) == []


def test_the_three_are_tied() -> None:
    assert {"rate", "remainder"} <= held(SCHOOL.format("到年底花了159.84万元，花钱进度96.00%，剩6.66万元。"))
