"""Heading numbers: 一、（一）1.（1） as GB/T 9704-2012 §7.3.3 orders them."""

import pytest

from reportgen.compose.numbering import Numbering, label
from reportgen.model.hanzi import chinese_number

SPELT = [
    (1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (45, "四十五"), (99, "九十九"),
    (100, "一百"), (101, "一百零一"), (110, "一百一十"), (111, "一百一十一"), (120, "一百二十"), (312, "三百一十二"),
    (400, "四百"), (1001, "一千零一"), (1010, "一千零一十"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "hanzi"), SPELT)
def test_hanzi_numbers(number: int, hanzi: str) -> None:
    assert chinese_number(number) == hanzi


def test_the_form_of_each_level() -> None:
    assert [label(level, 2) for level in range(1, 6)] == ["二、", "（二）", "2.", "（2）", "②"]


def test_a_higher_heading_starts_the_lower_ones_again() -> None:
    numbering = Numbering()
    assert [numbering.next(level) for level in (1, 2, 3, 3, 2, 3, 1, 2)] == [
        "一、", "（一）", "1.", "2.", "（二）", "1.", "二、", "（一）",
    ]  # fmt: skip


def test_a_court_may_list_four_hundred_items() -> None:
    numbering = Numbering()
    labels = [numbering.next(2) for _case in range(400)]
    assert labels[98:102] == ["（九十九）", "（一百）", "（一百零一）", "（一百零二）"]
    assert labels[-1] == "（四百）"
