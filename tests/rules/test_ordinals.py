"""Typed numbers and their rows; brackets and quotation marks and their other halves."""

import pytest

from reportgen.rules.structure.ordinals import enumerated_in_line, gaps, ordinals
from reportgen.rules.wording.punctuation import unpaired


@pytest.mark.parametrize(
    ("text", "form", "number"),
    [
        ("十二、基本情况", "一、", 12),
        ("（三）人员情况", "（一）", 3),
        ("(3)人员情况", "（1）", 3),
        ("4.总结", "1.", 4),
        ("4、总结", "1、", 4),
        ("4）总结", "1）", 4),
        ("第五、总结", "第一、", 5),
        ("⑥总结", "①", 6),
        ("七是总结", "一是", 7),
    ],
)
def test_forms_of_typed_numbers(text: str, form: str, number: int) -> None:
    (mark,) = ordinals(text)
    assert (mark.form, mark.number, mark.start) == (form, number, 0)


def test_a_number_inside_a_clause_is_none() -> None:
    assert ordinals("按照第（3）项和表1、表2，购置1、2号展柜，12.5万元到位") == ()


def test_a_gap_names_the_number_that_was_due() -> None:
    (found,) = gaps("①展览。②讲座。④比赛。")
    assert (found[0].text, found[1]) == ("④", 3)


def test_rows_inside_rows_have_no_gap() -> None:
    assert list(gaps("一是学习：一是听课，二是自学；二是落实；三是总结。")) == []


def test_a_row_goes_on_after_a_gap() -> None:
    assert [mark.number for mark, _due in gaps("1、甲；2、乙；5、丙；6、丁。")] == [5]


def test_a_number_with_its_successor_is_an_enumeration() -> None:
    assert enumerated_in_line("（1）甲；（2）乙")
    assert not enumerated_in_line("（1）甲；（3）乙")
    assert not enumerated_in_line("甲；（1）乙；（2）丙")


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("《通知》（“试行”）", []),
        ("《通知（试行）", [0]),
        ("通知》", [2]),
        ("（“甲）”", [1, 4]),
        ("”甲“", [0, 2]),
        ("(甲）", []),
        ("“引用到下一段", []),
        ("1）甲；2）乙", []),
    ],
)
def test_halves_without_the_other_half(text: str, alone: list[int]) -> None:
    assert unpaired(text) == alone
