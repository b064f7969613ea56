"""Rates told again whose name stands a comma, a bracket or a word of time away."""

import pytest
from tests.support.ledgers import said

WRONG = [
    "一、支出\n预算200.00万元，支出186.90万元，预算执行率93.45%。\n二、不足\n不足主要是防雹任务没有做满，预算执行率偏低，只有39.45%。",
    "一、效果\n走访500人，满意486人，群众满意度97.20%。\n二、小结\n群众满意度（问卷结果）为92.70%。",
    "一、进度\n预算860.00万元，支出487.28万元，总执行率56.66%。\n二、下一步\n约谈相关处室，总执行率由目前的65.66%再提高。",
]
RIGHT = [
    "一、支出\n预算200.00万元，支出186.90万元，预算执行率93.45%。\n二、不足\n预算执行率偏低，只有93.45%。",
    "一、支出\n全院预算执行率93.45%。\n二、不足\n设备购置执行率偏低，只有39.45%。",
    "一、效果\n家长满意度97.20%。\n二、小结\n学生满意度（问卷结果）为92.70%。",
]


@pytest.mark.parametrize("text", WRONG)
def test_one_rate_is_told_otherwise(text: str) -> None:
    assert said(text)


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_is_said_of_another_rate(text: str) -> None:
    assert said(text) == []
