"""Errors are planted where a mark says so: each kind in its own way, and always the same."""

from decimal import Decimal
from random import Random

import pytest
from benchmarks.accuracy.corpus.drawn import Only, drawn
from benchmarks.accuracy.corpus.exchanges import exchanges
from benchmarks.accuracy.corpus.figures import (
    a_tenth_more,
    another_digit,
    exchanges_in,
    figure_in,
    one_more_or_less,
    slipped,
)
from benchmarks.accuracy.corpus.kinds import Kind
from benchmarks.accuracy.corpus.planted import Case, cases
from benchmarks.accuracy.corpus.source import parse
from benchmarks.accuracy.corpus.told import told
from benchmarks.accuracy.corpus.written.text import as_text
from benchmarks.accuracy.corpus.wrong import Setting, wrong_words
from tests.support.corpus import document


def wrong(kind: Kind, words: str, before: str = "", seed: int = 1) -> str | None:
    return wrong_words(kind, Setting(words, before, "", Random(seed)))


@pytest.mark.parametrize(
    ("kind", "words", "planted"),
    [
        (Kind.COUNT, "四项", {"三项", "五项"}),
        (Kind.COUNT, "十", {"九", "十一"}),
        (Kind.COUNT, "三个", {"两个", "四个"}),
        (Kind.GRADES, "12个", {"11个", "13个"}),
        (Kind.GRADES, "1个", {"2个"}),
        (Kind.UNIT, "36.20万元", {"36.20亿元"}),
        (Kind.UNIT, "1,234.50元", {"1,234.50万元"}),
        (Kind.UNIT, "3.5万人次", {"3.5人次"}),
        (Kind.UNIT, "320人", {"320万人"}),
        (Kind.YEAR, "2024", {"2023"}),
        (Kind.YEAR, "2024年", {"2023年"}),
        (Kind.DATE, "2024年12月31日", {"2024年12月32日"}),
        (Kind.NEGATIVE, "12次", {"-12次"}),
        (Kind.COMPARE, "大于", {"小于"}),
        (Kind.COMPARE, "持平", {"增加"}),
        (Kind.DOUBLED, "开展", {"开展开展"}),
        (Kind.UNITNAME, "某市水务局", {None}),
        (Kind.BASE0, "无法计算", {None}),
        (Kind.SCORE, "良", {None}),
    ],
)
def test_each_kind_has_its_own_error(kind: Kind, words: str, planted: set[str | None]) -> None:
    assert {wrong(kind, words, seed=seed) for seed in range(20)} == planted


def test_people_in_post_are_more_than_the_posts_before_them() -> None:
    found = figure_in(wrong(Kind.POSTS, "9人", "学校有学生1000人。核定编制60名，设管理岗位10个，现聘") or "")
    assert found is not None
    assert 10 < found.number < 20


def test_fewer_posts_than_people_where_the_posts_are_marked() -> None:
    found = wrong_words(Kind.POSTS, Setting("102名", "核定事业编制", "，年末在编98人", Random(1)))
    assert found in {"97名", "96名", "95名"}


def test_a_part_is_larger_than_the_amounts_before_it() -> None:
    found = figure_in(wrong(Kind.PART, "30.00万元", "支出98.50万元，其中设备购置") or "")
    assert found is not None
    assert found.number > 98
    assert found.decimals == 2


@pytest.mark.parametrize("words", ["95.50%", "98.2分", "100%"])
def test_a_rate_is_above_a_hundred(words: str) -> None:
    found = figure_in(wrong(Kind.OVER, words) or "")
    right = figure_in(words)
    assert found is not None
    assert right is not None
    assert found.number > 100
    assert found.decimals == right.decimals


@pytest.mark.parametrize("text", ["1,126.60", "36.20", "0.05", "7", "95.00", "3,000"])
@pytest.mark.parametrize("seed", range(12))
def test_a_slip_changes_the_number_and_keeps_decimals_and_commas(text: str, seed: int) -> None:
    figure = figure_in(text)
    assert figure is not None
    other = figure_in(slipped(figure, Random(seed)) or "")
    assert other is not None
    assert other.number != figure.number
    assert other.decimals == figure.decimals
    assert ("," in other.text) == ("," in text) or other.number < 1000


def test_a_slip_can_be_larger_than_what_rounding_hides() -> None:
    figure = figure_in("13044.62")
    assert figure is not None
    made = [figure_in(slipped(figure, Random(seed), Decimal("0.002")) or "") for seed in range(40)]
    assert all(other and abs(other.number - figure.number) > 26 for other in made)


def test_slips_are_varied() -> None:
    figure = figure_in("114.60万元")
    assert figure is not None
    assert a_tenth_more(figure, Random(1)) == "126.06"
    assert another_digit(figure, Random(1)) == "124.60"
    assert exchanges_in(figure) == ["141.60", "114.06"]
    assert len({slipped(figure, Random(seed)) for seed in range(40)}) > 10


def test_a_rate_does_not_pass_a_hundred_by_ten_per_cent() -> None:
    figure = figure_in("98.00%")
    assert figure is not None
    assert a_tenth_more(figure, Random(1)) == "88.20"


def test_a_numeral_stays_a_numeral() -> None:
    figure = figure_in("二十项")
    assert figure is not None
    assert {one_more_or_less(figure, Random(seed)) for seed in range(9)} == {"十九", "二十一"}


def test_each_error_changes_one_place() -> None:
    right = as_text(document()).splitlines()
    planted = list(cases(document()))
    assert len(planted) == 18
    for case in planted:
        wrong_lines = as_text(case.planted(document())).splitlines()
        changed = [(old, new) for old, new in zip(right, wrong_lines, strict=True) if old != new]
        assert len(changed) == 1
        assert case.wrong in changed[0][1]


def test_errors_are_always_the_same() -> None:
    assert list(cases(document())) == list(cases(document()))


def test_lines_that_are_added_above_change_no_error() -> None:
    short = "支出⟦114.60万元|sum⟧。"
    one, two = (next(cases(parse(text, "a.txt"))) for text in (short, f"第一段。\n{short}"))
    assert one.wrong == two.wrong


def test_a_mark_into_which_nothing_can_be_planted_is_left_out() -> None:
    found = list(cases(parse("总得分⟦92分|score⟧。\n等级为⟦良|score⟧。", "a.txt")))
    assert [case.right for case in found] == ["92分"]


def test_figures_are_told_in_text_and_tables_but_not_in_dates_codes_and_numbers_of_headings() -> None:
    figures = [each.figure.text for each in told(document())]
    assert figures[:6] == ["20", "18", "114.60", "78.40", "36.20", "95.50"]
    assert figures[6:] == ["12", "1,080.00", "78.40", "36.00", "36.20", "1,116.00", "114.60"]


def test_digits_are_exchanged_blindly_in_figures_with_and_without_a_partner() -> None:
    made = exchanges(document(), seed=1, most=0)
    assert {(case.right, case.wrong) for case in made} >= {("36.00", "63.00"), ("12", "21")}
    assert {case.right for case in made if not case.partnered} == {"36.00", "1,080.00", "1,116.00", "95.50"}
    assert exchanges(document(), seed=2, most=0) != made
    assert len(exchanges(document(), seed=1, most=3)) == 3


def test_some_errors_of_each_kind_are_drawn() -> None:
    every = list(cases(document()))
    assert _kinds(drawn(every, 1)) == sorted(set(_kinds(every)))
    assert _kinds(drawn(every, 0)) == _kinds(every)


def test_errors_can_be_picked_by_document_and_kind() -> None:
    every = list(cases(document()))
    assert _kinds([case for case in every if Only.of("exam/sum").takes(case)]) == ["sum"] * 3
    assert not [case for case in every if Only.of("other").takes(case)]


def _kinds(some: list[Case]) -> list[str]:
    return sorted(case.kind.value for case in some if case.kind)


def test_every_kind_has_a_name_in_tables() -> None:
    assert all(kind.chinese for kind in Kind)
