"""What each number of a document is tied to."""

from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.model.facts import Fact
from reportgen.model.inline import Inline, Number, Text
from reportgen.numbers import read_quantity
from reportgen.numbers.facts import matches
from reportgen.numbers.ties import Tie, Tied, coverage, ties_in, ties_of
from reportgen.pipeline.check import check_file
from reportgen.place import NOWHERE, Place

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"


def fact(name: str, value: str) -> Fact:
    quantity = read_quantity(value)
    assert quantity
    return Fact(tuple(name.split(".")), quantity, NOWHERE)


FACTS = [fact("展览.开放天数", "300天"), fact("展览.观众人次", "93812人次"), fact("人员.志愿者", "200余人")]


def typed(text: str, *before: Inline) -> list[Tied]:
    return ties_in((*before, Text(text, Place("内容.yaml", 7, 5, len(text)))), FACTS)


def kinds(text: str) -> list[Tie]:
    return [tied.tie for tied in typed(text)]


def test_a_printed_reference_is_bound_to_its_fact() -> None:
    number = Number("300天", FACTS[0], Place("内容.yaml", 7, 1, 4))
    (bound, untied) = typed("，讲座5场。", number)
    assert (bound.text, bound.tie, bound.why) == ("300天", Tie.BOUND, "展览.开放天数")
    assert (untied.text, untied.tie) == ("5场", Tie.UNTIED)


def test_a_reference_that_prints_digits_alone_is_one_number_with_its_unit() -> None:
    number = Number("300", FACTS[0], Place("内容.yaml", 7, 1, 4))
    assert [tied.tie for tied in typed("个开放日。", number)] == [Tie.BOUND]


def test_a_typed_number_has_its_place() -> None:
    (tied,) = typed("全年讲座约35场。")
    assert tied.place == Place("内容.yaml", 7, 9, 4)


def test_words_of_a_pack_have_no_numbers_of_the_writer() -> None:
    assert ties_in((Text("分值10分", NOWHERE),), FACTS) == []


@pytest.mark.parametrize(
    ("text", "tie", "why"),
    [
        ("全年开放300天。", Tie.MATCHED, "展览.开放天数"),
        ("接待9.38万人次。", Tie.UNTIED, ""),
        ("接待观众9.38万人次。", Tie.MATCHED, "展览.观众人次"),
        ("登记93812人次。", Tie.MATCHED, "展览.观众人次"),
        ("志愿者200余人。", Tie.MATCHED, "人员.志愿者"),
        ("志愿者300余人。", Tie.UNTIED, ""),
        ("开放天数为310天。", Tie.CONTRADICTED, "展览.开放天数 300天"),
        ("上年开放天数为310天。", Tie.UNTIED, ""),
        ("讲座5场。", Tie.UNTIED, ""),
    ],
)
def test_a_typed_number_is_held_against_the_facts(text: str, tie: Tie, why: str) -> None:
    (tied,) = typed(text)
    assert (tied.tie, tied.why) == (tie, why)


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("计划活动37个，实际36个，完成率97.3%。", "97.3%", "36个 ÷ 37个"),
        ("实收2.5万元，支出1.29万元，支付率51.6%。", "51.6%", "1.29万元 ÷ 2.5万元"),
        ("聘员25人，每人4万，共计100万。", "100万", "25人 × 4万"),
        ("到位120万元，支出115万元，结余5万元。", "5万元", "120万元 − 115万元"),
        ("上年120万元，本年150万元，增长25%。", "25%", "150万元 ÷ 120万元 − 1"),
        ("上年120万元，本年90万元，下降25%。", "25%", "1 − 90万元 ÷ 120万元"),
        ("共更新22件，其中一楼展厅4件，二楼展厅11件，三楼展厅7件。", "22件", "4件 + 11件 + 7件 = 22件"),
    ],
)
def test_a_number_that_follows_from_its_neighbours_is_derived(text: str, number: str, why: str) -> None:
    (tied,) = [tied for tied in typed(text) if tied.text == number]
    assert (tied.tie, tied.why) == (Tie.DERIVED, why)


def test_the_parts_of_a_list_that_adds_up_are_derived_too() -> None:
    assert kinds("共更新22件，其中一楼展厅4件，二楼展厅11件，三楼展厅7件。") == [Tie.DERIVED] * 4


def test_a_list_that_does_not_add_up_contradicts_its_total() -> None:
    total, *parts = typed("共更新22件，其中一楼展厅4件，二楼展厅11件，三楼展厅6件。")
    assert (total.tie, total.why) == (Tie.CONTRADICTED, "4件 + 11件 + 6件 ≠ 22件")
    assert [part.tie for part in parts] == [Tie.UNTIED] * 3


@pytest.mark.parametrize(
    ("typed_text", "given", "same"),
    [
        ("95%以上", "≥95%", True),
        ("95%以上", "100%", False),
        ("9.38万人次", "93812人次", True),
        ("3名", "3人", True),
        ("200余人", "216人", True),
        ("200余人", "300余人", False),
        ("5个", "5项", False),
        ("5", "5", False),
    ],
)
def test_equal_is_meant_strictly_where_ends_are_open(typed_text: str, given: str, same: bool) -> None:
    first, second = read_quantity(typed_text), read_quantity(given)
    assert first
    assert second
    assert matches(first, second) is same


def test_the_share_is_never_rounded_up() -> None:
    ties = [Tied("1件", Tie.BOUND)] * 298 + [Tied("1件", Tie.UNTIED)] * 13 + [Tied("1件", Tie.CONTRADICTED)]
    assert (coverage(ties).total, coverage(ties).tied, coverage(ties).percent) == (312, 298, Decimal("95.5"))
    assert coverage([Tied("1件", Tie.BOUND)] * 2999 + [Tied("1件", Tie.UNTIED)]).percent == Decimal("99.9")
    assert coverage([]).percent == 0


@pytest.mark.parametrize(
    ("name", "total", "untied"),
    [("nanyang-2020", 176, 7), ("linze-2023", 55, 0), ("tangshan-2021", 12, 0), ("guangzhou-2023", 2, 0)],
)
def test_the_numbers_of_the_content_files_are_tied(name: str, total: int, untied: int) -> None:
    main = check_file(CONTENT / f"{name}.yaml").main
    assert main
    tied = ties_of(main.document, main.content)
    assert (len(tied), [each.tie for each in tied].count(Tie.UNTIED)) == (total, untied)
    assert Tie.CONTRADICTED not in {each.tie for each in tied}


def test_what_an_indicator_says_is_what_goals_are_held_against() -> None:
    main = check_file(CONTENT / "guangzhou-2023.yaml").main
    assert main
    assert [(each.text, each.why) for each in ties_of(main.document, main.content)] == [
        ("264天", "维持科技馆正常运作天数.指标值"),
        ("不低于96%", "设施正常运作天数占开馆天数比例.指标值"),
    ]
