"""A number is read alike wherever it stands: in a field, in the cell of a table, in prose."""

from decimal import Decimal

import pytest
from tests.numbers.written import all_written, rows, written

from reportgen.diagnostics.diagnostic import Severity
from reportgen.finished.recognise import recognise
from reportgen.finished.text import read_lines
from reportgen.model.content import Listing
from reportgen.model.quantity import Bound, Quantity, percent
from reportgen.numbers import read_bare_number, read_numbers, read_quantity
from reportgen.place import NOWHERE, Written
from reportgen.resolve.quantities import read_fact
from reportgen.source.expect import Expect

ALIKE = list(rows("alike.txt"))
FORM = """\
示例县人民医院2024年度项目支出绩效自评表

项目名称\t病房改造
项目资金\t\t全年预算数\t全年执行数\t分值
\t年度资金总额\t80\t{}\t10
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
产出指标\t数量指标\t改造病房\t≥20间\t20间\t90\t90
"""


def in_field(text: str, unit: str = "") -> tuple[Quantity | None, list[str]]:
    expect = Expect()
    fact = read_fact(("数据", "数"), Written(text, NOWHERE), expect, unit)
    return fact.quantity if fact else None, [found.fix for found in expect.found if found.severity is Severity.FATAL]


def in_cell(text: str) -> Quantity | None:
    (project,) = recognise(read_lines(FORM.format(text)), "自评表.txt").content.every(Listing)
    funds = project.rows[0].cells["资金"]
    assert isinstance(funds, Listing)
    return funds.rows[0].quantity("全年执行数")


@pytest.mark.parametrize(("text", "number"), ALIKE)
def test_a_number_is_read_alike_in_a_field_a_cell_and_prose(text: str, number: str) -> None:
    field, wrong = in_field(text)
    cell = in_cell(text)
    assert (field and written(field), wrong) == (number, [])
    assert cell is not None
    assert written(Quantity(cell.number, cell.scale, cell.unit, cell.bound)).removesuffix(cell.implied) == number
    assert all_written(f"其中，{text}。") == number


def test_the_table_holds_so_many_writings() -> None:
    assert len(ALIKE) >= 67


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("35个乡镇", "35个乡镇"),
        ("6部（套）", "6部（套）"),
        ("12盆花", "12盆花"),
        ("23公里/小时", "23公里/小时"),
        ("8元/盆栽", "8元/盆栽"),
        ("2020年", "2020年"),
        ("3号楼", "3号楼"),
        ("达95%", "95%"),
        ("+5%", "5%"),
        ("12\u3000台", "12台"),
    ],
)
def test_a_field_may_count_anything(text: str, number: str) -> None:
    quantity, _ = in_field(text)
    assert quantity
    assert written(quantity) == number
    assert str(quantity) == text


@pytest.mark.parametrize("text", ["10～12场", "3-5天", "10—12", "2019-2020年", "20%至30%", "5人、6人", "1/2"])
def test_two_numbers_are_no_field(text: str) -> None:
    """Nobody can say which of them a reference is to print, or a total to add up."""
    assert in_field(text) == (None, ["例如 518.89、93812人次、9.38万人次、95%以上"])


@pytest.mark.parametrize(
    "text", ["", "优", "三百二十", "一次", "约", "万元", "5十万元", "1,23", "12.3.4", "20场，未完成"]
)
def test_what_states_no_number_is_refused(text: str) -> None:
    assert read_quantity(text) is None


@pytest.mark.parametrize(("text", "implied"), [("288.1", "万元"), ("２８８．１", "万元"), ("约288", "万元")])
def test_the_unit_of_a_field_is_meant_where_none_is_written(text: str, implied: str) -> None:
    quantity = read_quantity(text, implied)
    assert quantity
    assert (quantity.scale, quantity.unit, str(quantity)) == ("万", "元", text + implied)


@pytest.mark.parametrize("text", ["￥288.1", "288.1元", "3亿", "三百元", "百分之五"])
def test_no_other_unit_is_meant_where_one_is_written(text: str) -> None:
    assert read_quantity(text, "万元") == read_quantity(text)


def test_the_unit_of_a_column_is_spelt_in_one_way_too() -> None:
    assert read_quantity("30", "台（套）") == Quantity(Decimal(30), "", "台套", text="30", implied="台（套）")
    assert read_quantity("5", "千米") == Quantity(Decimal(5), "", "千米", text="5", implied="千米")


ENDLESS = {
    "五十位": "1" * 50,
    "一百万位": "9" * 10**6,
    "二十五位小数": "0." + "0" * 24 + "1",
    "一百万位小数": "0." + "0" * 10**6 + "1",
    "千分撇": "1" + ",111" * 20,
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
@pytest.mark.parametrize("form", ["{}", "{}万元", "约{}人", "{}%以上"])
def test_a_number_without_end_is_refused_with_a_reason(text: str, form: str) -> None:
    assert in_field(form.format(text)) == (None, ["数字太长了：整数部分最多 20 位，小数最多 16 位"])
    assert [
        number for number in read_numbers(f"支出{form.format(text)}。") if len(str(number.quantity.number)) > 40
    ] == []


@pytest.mark.parametrize(
    "text", ["一" * 10**5 + "万元", "壹" * 10**5 + "元", "1" + " " * 10**5 + "x", "1e999999", "NaN", "-" * 99]
)
def test_other_endless_texts_are_refused(text: str) -> None:
    assert read_quantity(text) is None
    assert [number.quantity.number for number in read_numbers(text)] in ([], [1])


def test_the_greatest_and_the_least_number_can_be_calculated_with() -> None:
    most, least = read_quantity("9" * 20 + "." + "9" * 16 + "亿元"), read_quantity("0." + "0" * 15 + "1元")
    assert most
    assert least
    assert most.interval.low
    assert percent(most.value / least.value, 2).endswith("%")
    assert percent(least.value / most.value, 2) == "0.00%"


@pytest.mark.parametrize(("text", "number"), [("90", "90"), (" 0.5", "0.5"), ("-3", "-3"), ("９０", "90")])
def test_a_pack_gives_bare_numbers(text: str, number: str) -> None:
    assert read_bare_number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["90%", "90分", "≥90", "九十", "NaN", "1e3", "Infinity", ""])
def test_anything_else_is_no_bare_number(text: str) -> None:
    assert read_bare_number(text) is None


def test_bounds_are_the_same_for_every_word() -> None:
    at_least = [read_quantity(f"{word}20所") for word in ("至少", "超过", "不低于", "不少于", "≥", ">=", "高于", "逾")]
    assert {quantity.bound for quantity in at_least if quantity} == {Bound.AT_LEAST}
    assert None not in at_least
