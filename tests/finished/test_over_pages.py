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
    ("（委托方：丁市财政局　受托方：某某会计师事务所（丁市）有限公", "司）"),
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


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("大型水库48座，中型296座，小型982座。小型的比重最", "高，74.06%；中型占22.32%。"),
        ("原甲县人民医院东院区的前身是原甲县采茶街卫生", "院，2013年转为现名，隶属甲县卫生健康局。"),
        ("改造校舍40.85千平方米，占年度计划42.60千平方米，按用房划", "分，DN300（不含）以下管道28.35公里。"),
    ],
)
def test_letters_behind_a_mark_are_not_parted_from_it(above: str, below: str) -> None:
    """LibreOffice takes 高，74.06%； to the next line together, and the line above ends early."""
    early = SIZE * 5
    area = Area(0.0, SIZE * len(above) + early, 20.0, indents=True, size=SIZE)
    assert goes_on([line(above, 0.0, 100.0)], line(below, 0.0, 120.0), area)
    assert not goes_on([line(above, 0.0, 100.0)], line("高度重视绩效", 0.0, 120.0), area)


@pytest.mark.parametrize("trade", ["数控机床", "呼吸机", "巡回审判车"])
def test_the_empty_lines_of_a_row_are_no_row(trade: str) -> None:
    above = sheet(("名称", "数量", "金额"), (trade, "15台", "570.00"))
    together = joined(above, sheet(("", "", ""), ("合计", "15台", "570.00"), page=2))
    assert together is not None
    assert [cell.text for cell in together.row(2)] == ["合计", "15台", "570.00"]


@pytest.mark.parametrize(
    ("name", "value", "unit"),
    [("接待观众人次", "≥42万人", "次"), ("门急诊人次", "86.50万人", "次"), ("供水单位成本", "≤2.35元", "/吨")],
)
def test_the_unit_of_a_figure_may_break_in_a_narrow_column(name: str, value: str, unit: str) -> None:
    def narrow(*rows: tuple[str, ...], page: int) -> Sheet:
        made = sheet(*rows, page=page)
        cells = (
            replace(cell, right=cell.rows[0].left + SIZE * len(value)) if cell.rows else cell for cell in made.cells
        )
        return replace(made, cells=tuple(cells))

    above = narrow(("一级指标", "三级指标", "指标值"), ("效益指标", name, value), page=1)
    below = narrow(("", "", unit), ("满意度指标", "满意度", "≥95%"), page=2)
    together = joined(above, below)
    assert together is not None
    assert together.row(1)[2].text == value + unit
    assert together.height == 3


@pytest.mark.parametrize(
    ("trade", "first", "second"),
    [("学校", "学生满意度", "家长满意度"), ("医院", "门诊患者", "住院患者"), ("水务局", "用水户", "受益村")],
)
def test_the_name_of_a_merged_cell_may_break(trade: str, first: str, second: str) -> None:
    above = sheet(("一级指标", "三级指标", "得分"), ("满意度指标（10", first, "5.00"))
    together = joined(above, sheet(("分）", second, "4.80"), ("合计", trade, "9.80"), page=2))
    assert together is not None
    assert (together.row(1)[0].text, together.row(1)[0].ruled.rows) == ("满意度指标（10分）", 2)
    assert [cell.text for cell in together.row(2)] == [second, "4.80"]
