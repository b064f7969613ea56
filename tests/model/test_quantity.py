"""Numbers as people state them: scale, unit, precision, and the interval they stand for."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.quantity import Bound, Quantity, plain, round_half_up
from reportgen.numbers import read_quantity


@pytest.mark.parametrize(
    ("text", "number", "scale", "unit", "bound"),
    [
        ("35人", "35", "", "人", Bound.EXACT),
        ("518.89", "518.89", "", "", Bound.EXACT),
        ("9.38万人次", "9.38", "万", "人次", Bound.EXACT),
        ("30万人次", "30", "万", "人次", Bound.EXACT),
        ("1,554,225.33元", "1554225.33", "", "元", Bound.EXACT),
        ("100余人次", "100", "", "人次", Bound.OVER),
        ("400多支", "400", "", "支", Bound.OVER),
        ("2万余元", "2", "万", "元", Bound.OVER),
        ("95%以上", "95", "", "%", Bound.AT_LEAST),
        ("≥97%", "97", "", "%", Bound.AT_LEAST),
        ("不低于90分", "90", "", "分", Bound.AT_LEAST),
        ("50%左右", "50", "", "%", Bound.ABOUT),
        ("200万", "200", "万", "", Bound.EXACT),
        ("５１８．８９万元", "518.89", "万", "元", Bound.EXACT),
        ("3.2个百分点", "3.2", "", "个百分点", Bound.EXACT),
    ],
)
def test_a_quantity_is_read(text: str, number: str, scale: str, unit: str, bound: Bound) -> None:
    quantity = read_quantity(text)
    assert quantity is not None
    assert (quantity.number, quantity.scale, quantity.unit, quantity.bound) == (Decimal(number), scale, unit, bound)


@pytest.mark.parametrize("text", ["", "一百", "12.3.4", "1,23", "35人，8人", "2020年度预算", "约", "120 万 圆 o"])
def test_what_is_not_one_number_is_refused(text: str) -> None:
    quantity = read_quantity(text)
    assert quantity is None or quantity.unit not in ("人", "元")


def test_the_unit_of_the_table_is_meant_where_none_is_written() -> None:
    quantity = read_quantity("288.1", "万元")
    assert quantity is not None
    assert (quantity.value, str(quantity)) == (Decimal("2881000.0"), "288.1万元")


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("9.38万人次", "93812人次", True),
        ("9.37万人次", "93812人次", False),
        ("100余人次", "108人次", True),
        ("100余人次", "99人次", False),
        ("100余人次", "201人次", False),
        ("95%以上", "97.3%", True),
        ("95%以上", "94.9%", False),
        ("97.3%", "0.973", False),
        ("155.42万元", "1554225.33元", True),
        ("50%左右", "53%", True),
        ("35人", "35个", False),
    ],
)
def test_two_statements_agree_when_their_intervals_meet(one: str, other: str, agree: bool) -> None:
    first, second = read_quantity(one), read_quantity(other)
    assert first is not None
    assert second is not None
    assert first.agrees(second) is agree
    assert second.agrees(first) is agree


def test_rounding_is_half_up_as_finance_offices_round() -> None:
    assert [str(round_half_up(Decimal(text), 1)) for text in ("0.25", "0.35", "-0.25")] == ["0.3", "0.4", "-0.3"]


def test_plain_digits_have_no_exponent_and_no_idle_zeros() -> None:
    assert [plain(Decimal(text)) for text in ("60", "1E+2", "275.570", "0.50")] == ["60", "100", "275.57", "0.5"]


amounts = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False)


@given(amounts, st.sampled_from(["元", "万元", "亿元", "人次", "万人次", "%", "分"]))
def test_what_is_printed_is_read_back(number: Decimal, unit: str) -> None:
    quantity = read_quantity(f"{number}{unit}")
    assert quantity is not None
    again = read_quantity(str(quantity))
    assert again == quantity
    assert quantity.agrees(again)


@given(amounts, st.integers(min_value=0, max_value=4))
def test_a_rounded_statement_agrees_with_its_source(number: Decimal, decimals: int) -> None:
    exact = Quantity(number, "", "元")
    rounded = Quantity(round_half_up(number / 10000, decimals), "万", "元")
    assert rounded.agrees(exact)
