"""A budget with all that came in the course of the year and all that went; and what was spent of it in plain words."""

import pytest
from tests.support.ledgers import said

WRONG = [
    "年初预算1,937.00万元，其中基本支出1,284.60万元。年中追加118.30万元；因机构改革调减26.50万元。调整后全年预算2,024.80万元。",
    "年初批复的预算是1,468.50万元，年中追加了73.80万元，全年预算提高到1,524.30万元，增幅为5.03%。",
    "年初预算860.00万元，调增42.60万元，调减18.20万元，调整后预算848.40万元。",
    "全年预算1,542.30万元。到年底实际花了1,591.75万元，执行率98.54%。",
    "全年预算286.00万元，用去297.50万元，执行率97.03%。",
    "全年预算186.40万元。实支187.12万元，执行率97.49%。",
]
RIGHT = [
    "年初预算1,937.00万元，其中基本支出1,284.60万元。年中追加118.30万元；因机构改革调减26.50万元。调整后全年预算2,028.80万元。",
    "年初预算860.00万元，调增42.60万元，调减18.20万元，调整后预算884.40万元。",
    "年初预算860.00万元，追加抗旱经费42.60万元、防汛经费10.00万元，全年预算912.60万元。",
    "全年预算1,542.30万元。到年底实际花了1,519.75万元，执行率98.54%。",
    "全年预算286.00万元，其中设备86.00万元。设备用去84.28万元，执行率98.00%。",
]


@pytest.mark.parametrize("text", WRONG)
def test_what_came_and_went_makes_the_last_budget(text: str) -> None:
    assert said(text)


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_is_said_of_a_budget_that_adds_up(text: str) -> None:
    assert said(text) == []
