"""Rows and brackets that the end of a page or of a line breaks are whole, in forms of all trades."""

import pytest

from reportgen.finished.pdf.paragraphs import Area, goes_on
from reportgen.finished.pdf.rows import Row, within_bracket
from reportgen.finished.pdf.ruled import Ruled
from reportgen.finished.pdf.split_tables import joined
from reportgen.finished.pdf.tables import Cell, Sheet
from reportgen.pdf import Glyph
from reportgen.record import replace

WIDTH, SIZE = 300.0, 10.0


def line(text: str, left: float, base: float = 100.0, page: int = 1) -> Row:
    glyphs = (Glyph(char, left + SIZE * at, left + SIZE * (at + 1), base, SIZE, "") for at, char in enumerate(text))
    return Row(tuple(glyphs), page)


def sheet(*rows: tuple[str, ...], page: int = 1) -> Sheet:
    """A table with columns of the same width; a cell has a line for each of its lines."""
    cells = []
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            left, right = column * WIDTH, (column + 1) * WIDTH
            lines = tuple(line(words, left, page=page) for words in text.split("\n") if words)
            cells.append(Cell(Ruled(row, column, 1, 1, left, 0.0, right, 10.0), lines, right, page))
    return Sheet(tuple(column * WIDTH for column in range(len(rows[0]) + 1)), tuple(cells), reach=0.9)


HEAD = ("项目名称", "金额", "绩效目标", "绩效指标")
FORMS = {
    "医院": (
        ("设备购置", "120.00", "设备到位并投入使用。"),
        ("1、产出指标：购置设备，年度指标值：12台。", "2、产出指标：培训医师，年度指标值：30人。"),
    ),
    "学校": (
        ("校舍维修", "86.50", "校舍安全。"),
        ("一是完成维修面积一千二百平方米。", "二是完成操场改造，师生满意度达到百分之九十。"),
    ),
    "法院": (
        ("办案经费", "230.00", "案件按期审结。"),
        ("全年审结案件一千二百件。", "当事人满意度不低于百分之九十。"),
    ),
}


@pytest.mark.parametrize("trade", FORMS)
@pytest.mark.parametrize("repeated", [True, False])
def test_a_row_that_breaks_between_two_paragraphs_is_one(trade: str, repeated: bool) -> None:
    (name, amount, goal), (first, second) = FORMS[trade]
    above = sheet(HEAD, ("合计", "500.00", "", ""), (name, amount, goal, first))
    rest = ("", "", "", second)
    below = sheet(*([HEAD] if repeated else []), rest, ("其他项目", "10.00", "按期完成。", "另有指标若干条。"), page=2)
    together = joined(above, below)
    assert together is not None
    assert [cell.text for cell in together.row(2)] == [name, amount, goal, f"{first}\n{second}"]
    assert next(cell.text for cell in together.row(3)) == "其他项目"


@pytest.mark.parametrize(
    "rest",
    [
        ("", "20.00", "", "另有指标若干条，逐条列明。"),
        ("", "", "", "12台"),
        ("另一个项目", "", "", "一是完成维修面积一千二百平方米。"),
    ],
)
def test_a_row_with_a_figure_or_a_name_of_its_own_is_another(rest: tuple[str, ...]) -> None:
    (name, amount, goal), (first, _second) = FORMS["医院"]
    together = joined(sheet(HEAD, ("合计", "500.00", "", ""), (name, amount, goal, first)), sheet(HEAD, rest, page=2))
    assert together is not None
    assert together.height == 4


@pytest.mark.parametrize("trade", ["门诊楼", "教学楼", "审判庭"])
def test_a_row_of_nearly_a_page_leaves_half_of_one_empty_and_is_of_the_same_table(trade: str) -> None:
    """What could have begun on the page above is another table."""
    above = replace(sheet(("任务", "金额"), (f"{trade}维修", "12.00")), reach=0.5)
    below = sheet(("中期目标", "年度目标"), (f"{trade}三年完成改造。", f"{trade}按期投用。"), page=2)
    together = joined(above, replace(below, opening=0.6))
    assert together is not None
    assert together.height == 4
    assert joined(above, replace(below, opening=0.2)) is None


def test_a_table_whose_rows_begin_empty_anyway_has_rows_that_do() -> None:
    above = sheet(HEAD, ("产出指标", "", "", "全年审结案件一千二百件。"), ("", "", "", "当庭宣判率逐年提高。"))
    together = joined(above, sheet(HEAD, ("", "", "", "当事人满意度不低于百分之九十。"), page=2))
    assert together is not None
    assert together.height == 4


BROKEN = [
    ("甲市第一人民医院2023年度部门决算（含所属", "分院）"),
    ("乙区实验小学校舍维修项目（2022—2023", "年度）"),
    ("根据《中级人民法院司法救助资金管理", "办法》执行"),
    ("丙县水务局“十四五”期间（2021年至", "2025年）任务"),
]


@pytest.mark.parametrize(("above", "below"), BROKEN)
def test_a_bracket_that_a_line_breaks_keeps_its_halves(above: str, below: str) -> None:
    area = Area(0.0, 600.0, 20.0, indents=True, size=SIZE)
    first, second = line(above, 100.0, 100.0), line(below, 260.0, 120.0)
    assert goes_on([first], second, area)
    assert not goes_on([first], line(below, 260.0, 300.0), area)
    ruled = Ruled(0, 0, 1, 1, 0.0, 0.0, 600.0, 40.0)
    assert Cell(ruled, (first, second), 600.0, 1).text == above + below


@pytest.mark.parametrize(
    ("above", "below"),
    [("（一）主要职能", "（二）机构设置"), ("支出12万元（其中", "（一）水利工程）"), ("一、概况", "全年支出（万元）")],
)
def test_whole_brackets_join_nothing(above: str, below: str) -> None:
    assert not within_bracket(above, below)
