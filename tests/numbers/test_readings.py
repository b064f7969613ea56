"""What sentences say of their numbers: labels, rates, growth, shares, spans of days, figures known by name."""

import re
from decimal import Decimal

import pytest

from reportgen.model.inline import Text
from reportgen.model.table import Cell, Table
from reportgen.numbers import read_numbers
from reportgen.numbers.calendar_dates import closed, spans
from reportgen.numbers.equations import named, windows
from reportgen.numbers.growth import growths
from reportgen.numbers.labels import label_of, shared, subject
from reportgen.numbers.phrases import W, number, phrases
from reportgen.numbers.rates import rate_name, shares_of_named, stated_rates
from reportgen.numbers.shares import complete_shares
from reportgen.numbers.table_sums import column_sums, rank, row_sums
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


RATES = {
    "计划37个，实际完成36个，完成率97.3%": "36个 ÷ 37个 = 97.3%",
    "实际完成36个，计划37个，完成率97.3%": "36个 ÷ 37个 = 97.3%",
    "预算120万元，到位100万元，支出90万元，支付率90%": "90万元 ÷ 100万元 120万元 = 90%",
    "发放问卷200份，收回190份，其中满意180份，满意率94.7%": "180份 ÷ 190份 200份 = 94.7%",
    "支出90万元；执行率90%": "",
    "预算执行率90%": "",
    "支出90万元，执行率95%以上": "",
}


@pytest.mark.parametrize("text", RATES)
def test_a_rate_is_read_with_the_figures_it_is_made_of(text: str) -> None:
    found = [
        f"{each.part.quantity} ÷ {' '.join(str(whole.quantity) for whole in each.wholes)} = {each.rate.quantity}"
        for each in stated_rates(text, read_numbers(text))
    ]
    assert "；".join(found) == RATES[text]


def test_a_share_names_its_whole() -> None:
    text = "总支出100万元，基本支出60万元，占总支出的60%，其中人员40万元，占基本支出的66.7%。"
    found = [
        (str(each.part.quantity), str(each.wholes[0].quantity)) for each in shares_of_named(text, read_numbers(text))
    ]
    assert found == [("60万元", "100万元"), ("40万元", "60万元")]


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


GROWTHS = {
    "由120万元增加到130万元，增长8.33%": "120万元 增加 130万元 8.33%",
    "支出130万元，比上年的120万元增长8.33%": "120万元 增长 130万元 8.33%",
    "上年支出120万元，本年支出130万元，增长8.33%": "120万元 增长 130万元 8.33%",
    "2023年支出120万元，2024年支出130万元，增长8.33%": "120万元 增长 130万元 8.33%",
    "2024年支出130万元，2023年支出120万元，增长8.33%": "",
    "支出800万元，比上年减少50万元，降低5.88%": "− 50万元 减少 800万元 5.88%",
    "支出800万元，与2023年相比减少50万元，下降5.88%": "− 50万元 减少 800万元 5.88%",
    "比预算增加5万元，比上年增加16万元，增长25%": "",
    "预算10万元，实际支出8万元，节约20%": "10万元 节约 8万元 20%",
    "支出130万元，与上年的120万元基本持平": "120万元 基本持平 130万元 ",
    "接待3000人次，比上年的120万元增长8%": "",
    "由100余万元增加到130万元": "",
}


@pytest.mark.parametrize("text", GROWTHS)
def test_growth_is_read_with_both_figures(text: str) -> None:
    found = []
    for each in growths(text, read_numbers(text)):
        before = each.base.quantity if each.base else f"− {each.delta.quantity if each.delta else ''}"
        rate = each.rate.quantity if each.rate else ""
        found.append(f"{before} {each.word} {each.value.quantity} {rate}")
    assert "；".join(found) == GROWTHS[text]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("满意占85%，基本满意占12%，不满意占5%", Decimal(102)),
        ("人员占45.2%，公用占20.3%，其他占34.5%", Decimal("100.0")),
        ("共100场，其中展厅60场，占60%，校园40场，占45%", Decimal(105)),
    ],
)
def test_shares_are_complete_when_a_rest_or_the_parts_say_so(text: str, total: Decimal) -> None:
    (shares,) = complete_shares(text, read_numbers(text))
    assert shares.total == total
    assert shares.holds == (total == 100)


@pytest.mark.parametrize("text", ["本科占60%，研究生占30%", "党员占60%，女性占50%，其他占5%", "占60%"])
def test_shares_that_may_leave_something_out_are_no_list(text: str) -> None:
    assert list(complete_shares(text, read_numbers(text))) == []


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


def test_a_name_that_two_figures_bear_is_no_name() -> None:
    names = {"支出": re.compile("支出"), "收入": re.compile("收入")}
    text = "收入10万元，支出8万元。支出9万元。"
    first, second, both = windows(text, read_numbers(text), told_on=True)
    assert sorted(named(first, names)) == ["支出", "收入"]
    assert sorted(named(second, names)) == ["支出"]
    assert sorted(named(both, names)) == ["收入"]


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


def test_totals_have_ranks() -> None:
    assert [rank([name]) for name in ("小计", "支出合计", "年度资金总额", "总计（万元）", "合计算法", "项目")] == [
        1,
        2,
        2,
        3,
        0,
        0,
    ]


def test_totals_down_and_along() -> None:
    figures = figures_of(
        table("项目|总计|财政拨款|其他资金", "水费|3.5|2.5|1.0", "电费|5.0|4.0|1.0", "合计|8.5|6.5|2.0")
    )
    down = column_sums(figures)
    assert [each.total for each in down] == [(3, 1), (3, 2), (3, 3)]
    assert not any(each.wrong for each in down)
    assert [(each.total, each.proven) for each in row_sums(figures)] == [((row, 1), True) for row in (1, 2, 3)]
