"""Slips of the hand: what may have been typed for what."""

from decimal import Decimal

import pytest

from reportgen.model.quantity import Quantity
from reportgen.numbers.slips import exchanged, in_another_scale, one_digit


@pytest.mark.parametrize(("one", "other"), [("83", "38"), ("6.24", "6.42"), ("562.06", "562.60"), ("1324.5", "1234.5")])
def test_two_neighbouring_digits_have_changed_places(one: str, other: str) -> None:
    assert exchanged(Decimal(one), Decimal(other))
    assert exchanged(Decimal(other), Decimal(one))


@pytest.mark.parametrize(("one", "other"), [("38", "38"), ("38", "3.8"), ("123", "321"), ("38.5", "385"), ("1", "10")])
def test_anything_else_has_changed(one: str, other: str) -> None:
    assert not exchanged(Decimal(one), Decimal(other))


def test_one_digit_is_another() -> None:
    assert one_digit(Decimal("562.60"), Decimal("562.80"))
    assert not one_digit(Decimal("562.60"), Decimal("562.06"))
    assert not one_digit(Decimal("562.60"), Decimal("1562.60"))


def amounts(*written: str) -> list[Quantity]:
    """20.00万 is in 万元, 20.00 in 元."""
    return [Quantity(Decimal(each.rstrip("万")), "万" if each.endswith("万") else "", "元") for each in written]


@pytest.mark.parametrize(
    ("figures", "at"),
    [
        (("562.80万", "524.60", "18.20万", "20.00万"), 1),
        (("562.80", "524.60万", "18.20万", "20.00万"), 0),
        (("335297.66", "292774.39", "42523.27万"), 2),
        (("2.5万", "3000", "1.2万", "1万"), None),
        (("2.90万", "0.00", "2.10万", "0.80万"), None),
        (("562.80万", "524.60万", "18.20万", "20.00万"), None),
        (("562.80万", "524.60", "18.20", "20.00万"), None),
    ],
)
def test_the_one_that_is_in_another_scale(figures: tuple[str, ...], at: int | None) -> None:
    total, *parts = amounts(*figures)
    assert in_another_scale(total, parts) == at
