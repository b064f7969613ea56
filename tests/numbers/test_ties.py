"""What each figure of a content file is tied to."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.rules.fragments import merged, sentence

from reportgen.numbers import read_quantity
from reportgen.pipeline.check import check_file, check_text
from reportgen.pipeline.ties import ties_of
from reportgen.statements.equal import matches
from reportgen.statements.ties import Tie, Tied, Ties, coverage

CONTENT = Path(__file__).parents[2] / "content"
FACTS = "数据:\n  展览: {开放天数: 300天, 观众人次: 93812人次}\n  人员: {志愿者: 200余人}\n"


def ties(content: str) -> Ties:
    (found,) = (ties for _title, ties in ties_of(check_text(content, "示例.yaml")))
    return found


def typed(text: str, facts: str = FACTS) -> list[Tied]:
    """The figures of a paragraph of that text in a content file with some facts."""
    content = merged(f"{facts}收支情况: |\n  {text}\n")
    line = content.splitlines().index(f"  {text}") + 1
    return [each for each in ties(content).prose if each.figure.place.line == line]


def kinds(text: str) -> list[Tie]:
    return [each.tie for each in typed(text)]


def test_a_printed_reference_is_bound_to_its_fact() -> None:
    (bound, untied) = typed("全年开放{{ 展览.开放天数 }}，讲座5场。")
    assert (bound.figure.text, bound.tie, bound.why) == ("300天", Tie.BOUND, "数据.展览.开放天数")
    assert (untied.figure.text, untied.tie) == ("5场", Tie.UNTIED)


def test_a_typed_figure_has_its_place() -> None:
    (tied,) = typed("全年讲座约35场。")
    assert (tied.figure.place.column, tied.figure.place.length) == (7, 4)


@pytest.mark.parametrize(
    ("text", "tie", "why"),
    [
        ("全年开放300天。", Tie.MATCHED, "数据.展览.开放天数"),
        ("接待9.38万人次。", Tie.UNTIED, ""),
        ("接待观众9.38万人次。", Tie.MATCHED, "数据.展览.观众人次"),
        ("登记93812人次。", Tie.MATCHED, "数据.展览.观众人次"),
        ("志愿者200余人。", Tie.MATCHED, "数据.人员.志愿者"),
        ("志愿者300余人。", Tie.UNTIED, ""),
        ("上年开放天数为310天。", Tie.UNTIED, ""),
        ("讲座5场。", Tie.UNTIED, ""),
    ],
)
def test_a_typed_figure_is_held_against_the_facts(text: str, tie: Tie, why: str) -> None:
    (tied,) = typed(text)
    assert (tied.tie, tied.why) == (tie, why)


def test_what_contradicts_a_fact_is_said_as_the_rule_says_it() -> None:
    (tied,) = typed("开放天数为310天。")
    assert (tied.tie, tied.why) == (Tie.CONTRADICTED, "这里写的是 310天（NUM004）")


def test_an_acknowledged_finding_contradicts_nothing() -> None:
    content = merged(f"{FACTS}收支情况: |  # 忽略 NUM004：统计口径不同\n  开放天数为310天。\n")
    assert Tie.CONTRADICTED not in {each.tie for each in ties(content).every}


@pytest.mark.parametrize(
    ("text", "figure", "why"),
    [
        ("计划活动37个，实际36个，完成率97.3%。", "97.3%", "36个 ÷ 37个 = 97.3%"),
        ("全年支出800万元，比上年减少50万元，下降5.88%。", "5.88%", "50万元 ÷ (800万元 + 50万元) = 5.88%"),
        (
            "共更新22件，其中一楼展厅4件，二楼展厅11件，三楼展厅7件。",
            "22件",
            "4件 + 11件 + 7件 = 22件",
        ),
    ],
)
def test_a_figure_that_fits_others_shows_the_working(text: str, figure: str, why: str) -> None:
    (tied,) = [each for each in typed(text) if each.figure.text == figure]
    assert (tied.tie, tied.why) == (Tie.DERIVED, why)


def test_the_parts_of_a_list_that_adds_up_are_derived_too() -> None:
    assert kinds("共更新22件，其中一楼展厅4件，二楼展厅11件，三楼展厅7件。") == [Tie.DERIVED] * 4


def test_in_a_list_that_does_not_add_up_any_figure_may_be_wrong() -> None:
    found = typed("共更新22件，其中一楼展厅4件，二楼展厅11件，三楼展厅6件。")
    assert {(each.tie, each.why) for each in found} == {(Tie.CONTRADICTED, "4件 + 11件 + 6件 ≠ 22件")}


def test_what_holds_elsewhere_is_not_contradicted_by_being_mentioned() -> None:
    found = typed("全年支出合计800万元，其中：人员经费500万元，公用经费300万元。比上年减少50万元，下降6.88%。")
    ties = {each.figure.text: each.tie for each in found}
    assert (ties["6.88%"], ties["50万元"], ties["800万元"]) == (Tie.CONTRADICTED, Tie.CONTRADICTED, Tie.DERIVED)


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
    some = [Tie.BOUND] * 298 + [Tie.UNTIED] * 13 + [Tie.CONTRADICTED]
    assert (coverage(some).total, coverage(some).tied, coverage(some).percent) == (312, 298, Decimal("95.5"))
    assert coverage([Tie.BOUND] * 2999 + [Tie.UNTIED]).percent == Decimal("99.9")
    assert coverage([]).percent == 0


@pytest.mark.parametrize(
    ("name", "prose", "cells", "untied"),
    [("nanyang-2020", 176, 0, 7), ("linze-2023", 55, 0, 0), ("tangshan-2021", 7, 31, 0), ("guangzhou-2023", 0, 34, 0)],
)
def test_the_figures_of_the_content_files_are_tied(name: str, prose: int, cells: int, untied: int) -> None:
    ((_title, found),) = ties_of(check_file(CONTENT / f"{name}.yaml"))
    assert (len(found.prose), len(found.cells)) == (prose, cells)
    kinds = [each.tie for each in found.every]
    assert (kinds.count(Tie.UNTIED), kinds.count(Tie.CONTRADICTED)) == (untied, 0)


def test_a_goal_in_words_is_held_against_its_indicators() -> None:
    ((_title, found),) = ties_of(check_file(CONTENT / "guangzhou-2023.yaml"))
    assert [(each.figure.text, each.why) for each in found.cells if each.tie is Tie.MATCHED] == [
        ("264天", "维持科技馆正常运作天数.指标值"),
        ("不低于96%", "设施正常运作天数占开馆天数比例.指标值"),
    ]


def test_a_wrong_fact_that_the_document_does_not_print_is_named_too() -> None:
    found = ties(merged("数据:\n  展品更新: {合计: 22件, 一楼展厅: 4件, 二楼展厅: 17件}\n"))
    (wrong,) = found.unprinted
    assert (wrong.figure.name, wrong.figure.text, wrong.why) == ("数据.展品更新.合计", "22件", "22件（NUM005）")
    assert Tie.CONTRADICTED not in {each.tie for each in found.every}


def test_an_untied_figure_says_nothing() -> None:
    found = ties(sentence("另有参观者3.6万人次。"))
    assert [each.why for each in found.prose if each.tie is Tie.UNTIED and "3.6" in each.figure.text] == [""]
