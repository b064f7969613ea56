"""Numbers in prose: what each phrase states, where it stands, and what is no number at all."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.numbers.written import all_written, rows

from reportgen.model.quantity import Bound, plain
from reportgen.numbers import read_numbers
from reportgen.numbers.numerals import read_capital_amount, read_numeral

PHRASES = list(rows("phrases.txt"))
SEEDS = list(rows("seeds.txt"))


@pytest.mark.parametrize(("phrase", "numbers"), PHRASES)
def test_a_phrase_states_these_numbers(phrase: str, numbers: str) -> None:
    assert all_written(phrase) == numbers


@pytest.mark.parametrize(("clause", "numbers"), SEEDS)
def test_a_clause_of_a_published_report_states_these_numbers(clause: str, numbers: str) -> None:
    assert all_written(clause) == numbers


def test_the_tables_hold_several_hundred_phrases() -> None:
    assert len(PHRASES) > 250
    assert len(SEEDS) > 500


def test_a_number_has_its_place_with_its_qualifiers() -> None:
    text = "近8000余人参观，其中 ≥ 95% 满意。"
    assert [text[number.start : number.end] for number in read_numbers(text)] == ["近8000余人", "≥ 95%"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("9.38万人次", "93750", "93850"),
        ("100余人次", "100", "200"),
        ("≥95%", "0.95", None),
        ("不超过20万元", None, "200000"),
        ("三百二十万元", "3195000", "3205000"),
        ("壹佰贰拾万元整", "1200000", "1200000"),
        ("35人", "35", "35"),
        ("约40人", "36", "44"),
    ],
)
def test_a_number_is_an_interval(text: str, low: str | None, high: str | None) -> None:
    (number,) = read_numbers(text)
    interval = number.quantity.interval
    assert interval.low == (None if low is None else Decimal(low))
    assert interval.high == (None if high is None else Decimal(high))


amounts = st.decimals(min_value=0, max_value=10**10, places=2, allow_nan=False, allow_infinity=False)
units = st.sampled_from(["元", "万元", "亿元", "人次", "万人次", "件", "%", "平方米", "课时", "场次", "个百分点"])
before = st.sampled_from(["支出", "，其中", "共计", "（实收", "展品完好率为", "：", ""])
after = st.sampled_from(["。", "，比上年", "）", "；2020年", "", "、"])


@given(amounts, units, before, after)
@settings(deadline=None)
def test_any_amount_that_is_printed_is_read_back(amount: Decimal, unit: str, lead: str, tail: str) -> None:
    printed = f"{plain(amount)}{unit}"
    (number,) = read_numbers(lead + printed + tail)
    assert (number.start, number.end) == (len(lead), len(lead) + len(printed))
    assert number.quantity.number == amount
    assert number.quantity.scale + number.quantity.unit == unit


@pytest.mark.parametrize("text", ["3400000000元", "4008208820元", "1234567890元", "12345元", "123456万元"])
def test_an_amount_that_holds_a_service_number_is_an_amount(text: str) -> None:
    """400-820-8820 and 12345 are telephone numbers only by themselves."""
    (number,) = read_numbers(f"支出{text}。")
    assert (number.start, number.end) == (2, 2 + len(text))
    assert read_numbers("拨打12345热线或400-820-8820。") == []


@given(st.integers(min_value=1000, max_value=10**12))
def test_grouped_digits_are_the_same_number(amount: int) -> None:
    (plain_one,), (grouped,) = read_numbers(f"{amount}元"), read_numbers(f"{amount:,}元")
    assert plain_one.quantity.value == grouped.quantity.value == amount


@given(amounts, units)
def test_full_width_digits_are_the_same_number(amount: Decimal, unit: str) -> None:
    printed = f"{amount}{unit}"
    wide = printed.translate(str.maketrans("0123456789.%", "０１２３４５６７８９．％"))
    assert all_written(wide) == all_written(printed) != ""


DIGITS, CAPITALS = "零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"


def spelt(number: int, digits: str, places: str, myriads: str) -> str:
    """The numeral as a textbook writes it."""
    sections = []
    for index, sign in enumerate(["", *myriads]):
        section = number // 10000**index % 10000
        words = ""
        for place in (3, 2, 1, 0):
            digit = section // 10**place % 10
            if digit:
                words += digits[digit] + ("" if not place else places[place - 1])
            elif words and not words.endswith(digits[0]) and section % 10**place:
                words += digits[0]
        gap = digits[0] if 0 < section < 1000 and number >= 10000 ** (index + 1) else ""
        sections.append(gap + words + sign if section else "")
    return "".join(reversed(sections))


@given(st.integers(min_value=1, max_value=10**11))
def test_numerals_of_both_kinds_are_read_back(number: int) -> None:
    assert read_numeral(spelt(number, DIGITS, "十百千", "万亿")) == number
    assert read_capital_amount(spelt(number, CAPITALS, "拾佰仟", "万亿") + "元整") == number


@pytest.mark.parametrize("text", ["一二三", "十百", "", "甲", "三五"])
def test_what_spells_no_number_is_refused(text: str) -> None:
    assert read_numeral(text) in (None, Decimal(0))


QUALIFIED = [("约{}", Bound.ABOUT), ("{}以上", Bound.AT_LEAST), ("不超过{}", Bound.AT_MOST), ("{}", Bound.EXACT)]


@given(st.integers(min_value=1, max_value=10**7), st.sampled_from(QUALIFIED), st.sampled_from(["人", "万元", "%"]))
def test_what_is_said_lies_in_its_interval(amount: int, qualified: tuple[str, Bound], unit: str) -> None:
    form, bound = qualified
    (number,) = read_numbers(form.format(f"{amount}{unit}"))
    interval, value = number.quantity.interval, number.quantity.value
    assert number.quantity.bound is bound
    assert interval.low is None or interval.low <= value
    assert interval.high is None or value <= interval.high
    assert interval.meets(interval)


@given(
    st.text(
        alphabet="0123456789.,，。一二十百万亿元人次%％年月日第号〔〕（）约余以上-—至、其中共计壹拾整 \n", max_size=60
    )
)
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_the_reader_and_places_are_in_order(text: str) -> None:
    numbers = read_numbers(text)
    assert all(0 <= number.start < number.end <= len(text) for number in numbers)
    assert all(first.end <= second.start for first, second in pairwise(numbers))
