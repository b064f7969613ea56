"""What sentences say of their numbers: labels, names of rates, spans of days, cells."""

import pytest

from reportgen.model.inline import Text
from reportgen.model.table import Cell, Table
from reportgen.numbers import read_numbers
from reportgen.numbers.calendar_dates import closed, spans
from reportgen.numbers.labels import label_of, rate_name, shared, subject
from reportgen.numbers.phrases import W, number, phrases
from reportgen.numbers.tables import figures_of


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("全年计划开展活动37个", "全年计划开展活动"),
        ("共计开展活动共计42场次", "共计开展活动"),
        ("2024年度开放天数为300天", "开放天数"),
        ("年末结转30万元", "年末结转"),
        ("本年下达100万元", "本年下达"),
        ("因公出国（境）费0万元", "因公出国境费"),
        ("“三公”经费支出5万元", "三公经费支出"),
        ("面积达到5237平方米", "面积"),
    ],
)
def test_a_label_is_the_words_before_a_number(text: str, label: str) -> None:
    (stated,) = read_numbers(text)
    assert label_of(text, stated) == label


def test_labels_are_compared_by_what_they_share() -> None:
    assert shared("下达免费开放补助资金", "支出免费开放资金") == "免费开放"
    assert shared("水费", "电费") == "费"
    assert shared("场地", "设备") == ""


def test_a_sentence_is_about_the_project_that_opens_it() -> None:
    text = "完成。2024年展厅运行经费实收60万元，支付率98%。"
    assert subject(text, text.index("98%")) == "展厅运行经费"
    assert subject("支付率98%。", 3) == ""


def test_a_pattern_sees_words_and_takes_numbers_whole() -> None:
    text = "共（1）从约3.5万人次 增加到 4万余人次，"
    pattern = rf"从{number('base')}{W}*?增加到{W}*?{number('value')}"
    (phrase,) = phrases(pattern, text, read_numbers(text))
    assert {name: str(each.quantity) for name, each in phrase.numbers.items()} == {
        "base": "约3.5万人次",
        "value": "4万余人次",
    }
    assert text[phrase.start : phrase.end] == "从约3.5万人次 增加到 4万余人次"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("项目完成率为95%", "项目完成率"),
        ("满意度达98.5%", "满意度"),
        ("占95%", ""),
        ("完成率≥95%", ""),
        ("完成率3个百分点", ""),
    ],
)
def test_a_rate_has_a_name(text: str, name: str) -> None:
    (stated,) = read_numbers(text)
    assert rate_name(text, stated) == name


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("5月1日至5月10日", 9),
        ("5月1日至10日", 9),
        ("5月29—30日", None),
        ("2024年12月20日至2025年1月5日", 16),
        ("2月30日至3月1日", None),
        ("自5月1日起至5月31日", 30),
    ],
)
def test_a_span_of_days(text: str, days: int | None) -> None:
    assert [span.days for span in spans(text, 2024)] == ([] if days is None else [days])


def test_days_on_which_it_was_closed() -> None:
    (span,) = closed("自1月24日起闭馆，并于6月13日恢复开馆。", 2020)
    assert span.days == 141
    assert list(closed("自1月24日起闭馆，并于6月13日恢复开馆。", None)) == []


def table(*rows: str) -> Table:
    cells = [
        Cell(at, column, ((Text(words),),))
        for at, row in enumerate(rows)
        for column, words in enumerate(row.split("|"))
    ]
    return Table((), tuple(cells), len(rows))


def test_figures_of_a_table_have_names_and_heads() -> None:
    figures = figures_of(table("序号|项目|支出（万元）", "1|一、水费|1,200.50", "2|二、电费|—", "|合计|1,200.50"))
    assert sorted(figures.at) == [(1, 2), (3, 2)]
    assert figures.names(1, 2)[0] == "水费"
    assert figures.heads(1, 2) == ["支出（万元）"]
    assert figures.run(1, 2) == range(1, 4)
    assert [figures.numbered(row, 2) for row in (1, 2, 3)] == ["1", "1", ""]
