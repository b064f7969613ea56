"""署名 and 成文日期 without a seal, GB/T 9704-2012 §7.3.5.2."""

from datetime import date
from decimal import Decimal

from reportgen.compose.signature import signature, width
from reportgen.model.content import Dated
from reportgen.model.document import Paragraph, line_of
from reportgen.place import NOWHERE, Written


def signed(author: str, day: date) -> tuple[Paragraph, Paragraph]:
    one, other = signature((Written(author, NOWHERE),), Dated(day, Written("", NOWHERE)))
    return one, other


def test_a_digit_is_half_a_character_wide() -> None:
    assert width("2021年4月15日") == Decimal("6.5")


def test_the_date_begins_two_characters_right_of_the_author() -> None:
    author, day = signed("南阳市科学技术馆", date(2021, 4, 15))
    assert (author.right_blank, day.right_blank) == (Decimal(2), Decimal("1.5"))
    assert author.right_blank is not None
    assert day.right_blank is not None
    author_starts = author.right_blank + width("南阳市科学技术馆")
    date_starts = day.right_blank + width("2021年4月15日")
    assert author_starts - date_starts == 2


def test_a_date_longer_than_the_author_keeps_the_blank_and_moves_the_author() -> None:
    author, day = signed("某馆", date(2021, 12, 31))
    assert day.right_blank == 2
    assert author.right_blank == 2 + width("2021年12月31日") + 2 - 2


def test_months_and_days_are_not_padded() -> None:
    _author, day = signed("某馆", date(2021, 4, 5))
    assert line_of(day) == "2021年4月5日"
