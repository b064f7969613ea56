"""Stated figures: when two of them can be one, and what a quotient can be."""

from decimal import Decimal

import pytest

from reportgen.model.quantity import Interval, Quantity, like, percent
from reportgen.numbers import read_quantity
from reportgen.numbers.arithmetic import ratio, widened


def quantity(text: str) -> Quantity:
    read = read_quantity(text)
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("93812人次", "9.38万人次"),
        ("93750人次", "9.38万人次"),
        ("120万元", "1200000元"),
        ("95%以上", "97.3%"),
        ("约100人", "110人"),
        ("100余人次", "140人次"),
        ("不超过5%", "5%"),
        ("0.5", "0.50"),
    ],
)
def test_they_can_be_one_figure(one: str, other: str) -> None:
    assert quantity(one).agrees(quantity(other))
    assert quantity(other).agrees(quantity(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12人", "13人"),
        ("93850人次", "9.38万人次"),
        ("12人", "12场"),
        ("51.6%", "51.7%"),
        ("100余人次", "99人次"),
        ("95%以上", "94%"),
    ],
)
def test_they_cannot_be_one_figure(one: str, other: str) -> None:
    assert not quantity(one).agrees(quantity(other))
    assert not quantity(other).agrees(quantity(one))


def test_a_whole_number_of_things_is_exact_and_an_amount_is_as_exact_as_its_decimals() -> None:
    assert quantity("36个").interval == Interval(Decimal(36), Decimal(36))
    assert quantity("2.5万元").interval == Interval(Decimal(24500), Decimal(25500), short=True)


def test_amounts_of_a_table_are_taken_to_its_last_place() -> None:
    assert widened(quantity("60万元"), Decimal(50)) == Interval(Decimal(599950), Decimal(600050))
    assert widened(quantity("60.001万元"), Decimal(50)) == Interval(Decimal(600005), Decimal(600015), short=True)


def test_the_range_of_a_quotient() -> None:
    part, whole = Interval(Decimal(1), Decimal(2)), Interval(Decimal(4), Decimal(8))
    assert ratio(part, whole) == Interval(Decimal("0.125"), Decimal("0.5"))
    assert ratio(part, Interval(Decimal(0), Decimal(8))) == Interval(Decimal("0.125"), None)


def test_amounts_are_shown_in_the_unit_of_another() -> None:
    assert like(Decimal(788800), quantity("597.77万元")) == "78.88万元"
    assert percent(Decimal("1.152019"), 2) == "115.20%"


@pytest.mark.parametrize("text", ["320万元整", "3200000元整", "人民币叁佰贰拾万元整"[3:]])
def test_the_word_that_closes_an_amount_is_no_unit(text: str) -> None:
    amount = read_quantity(text)
    assert amount
    assert (amount.value, amount.unit) == (Decimal(3200000), "元")
