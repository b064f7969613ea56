"""The workbook of a form as one would send it: what is worked out is a formula, and the sheet prints like the form."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.support.edited import Edited, p, run
from tests.support.example import ROOT, changed
from tests.support.self_evaluations import HOSPITAL, TRADES
from tests.support.word import audit, sdk_validate

from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text

TEMPLATES = ROOT / "templates"


def workbook(text: str, values: bool = False) -> list[Worksheet]:
    built = build(check_text(text, "内容.yaml"), ["xlsx"])
    return list(load_workbook(BytesIO(built.outputs["xlsx"]), data_only=values).worksheets)


@cache
def example(pack: str, values: bool = False) -> Worksheet:
    return workbook((TEMPLATES / pack / "example.yaml").read_text(encoding="utf-8"), values)[0]


def at(sheet: Worksheet, words: str) -> tuple[int, int]:
    """Row and column of the cell with the words."""
    return next((cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.value == words)


def below(pack: str, head: str, down: int = 1, *, values: bool = False) -> object:
    """What stands below the first head of these words."""
    row, column = at(example(pack), head)
    return example(pack, values).cell(row + down, column).value


@pytest.mark.parametrize(
    ("pack", "head", "formula", "value"),
    [
        ("dept-self-evaluation", "执行率", '=IF(E5=0,"",ROUND(F5/E5,4))', 0.9763),
        ("dept-self-evaluation", "得分", '=IF(E5=0,"",ROUND(MIN(F5/E5,1)*G5,2))', 9.76),
        ("project-self-evaluation", "执行率", '=IF(E6=0,"",ROUND(F6/E6,4))', 0.98),
        ("project-self-evaluation", "全年执行数", "=SUM(F7:F9)", 78.4),
    ],
)
def test_a_rate_and_what_it_earns_are_formulas_with_the_printed_value(
    pack: str, head: str, formula: str, value: float
) -> None:
    assert below(pack, head) == formula
    assert below(pack, head, values=True) == value


def test_what_an_indicator_earns_goes_by_target_and_result() -> None:
    """15 × 19 ÷ 20 is 14.3; of ≤1.00万元 the share is target ÷ result; words have no formula."""
    sheet, values = example("dept-self-evaluation"), example("dept-self-evaluation", values=True)
    row, _column = at(sheet, "科普活动场次")
    score = sheet.cell(row, at(sheet, "执行率")[1])
    assert score.value == f"=ROUND(IF(F{row}>=E{row},G{row},MAX(0,G{row}*F{row}/E{row})),1)"
    assert (values[score.coordinate].value, score.number_format) == (14.3, "0.00_ ")
    assert f"=ROUND(IF(F{row + 3}<=E{row + 3},G{row + 3},G{row + 3}*E{row + 3}/F{row + 3}),1)" in [
        cell.value for cell in sheet[row + 3]
    ]


def test_what_the_writer_gave_and_the_result_does_not_is_a_figure() -> None:
    text = (TEMPLATES / "project-self-evaluation" / "example.yaml").read_text(encoding="utf-8")
    (sheet,) = workbook(text)
    row, _column = at(sheet, "展品维护制度")
    assert 13 in [cell.value for cell in sheet[row]]


def test_a_rate_is_shown_as_it_is_printed() -> None:
    row, column = at(example("dept-self-evaluation"), "执行率")
    assert example("dept-self-evaluation").cell(row + 1, column).number_format == "0.00%"


@pytest.mark.parametrize(
    ("words", "number", "form"),
    [("96%", 0.96, "0%"), ("3.64万人次", 3.64, '0.00"万人次"'), ("48人", 48, '0"人"'), ("0.60万元", 0.6, '0.00"万元"')],
)
def test_what_was_reached_is_a_number_in_the_format_of_its_unit(words: str, number: float, form: str) -> None:
    cells = [cell for row in example("dept-self-evaluation").iter_rows() for cell in row if cell.number_format == form]
    assert number in [cell.value for cell in cells], words


def test_a_target_with_a_sign_is_a_number_where_a_score_is_worked_out_from_it() -> None:
    row, column = at(example("dept-self-evaluation"), "接待观众人次")
    target = example("dept-self-evaluation").cell(row, column + 1)
    assert (target.value, target.number_format) == (3.5, '"≥"0.0"万人次"')


def test_other_targets_with_a_sign_stay_words() -> None:
    """Nothing is worked out from the targets of a year that is to come."""
    assert at(example("project-application"), "≥60场")


def test_the_grade_goes_by_the_total() -> None:
    row, _column = at(example("dept-scoring"), "评价等级")
    grades = [cell.value for cell in example("dept-scoring")[row] if str(cell.value).startswith("=")]
    assert grades == [f'=IF(H{row - 1}>=90,"优",IF(H{row - 1}>=80,"良",IF(H{row - 1}>=60,"中","差")))']
    assert "优" in [cell.value for cell in example("dept-scoring", values=True)[row]]


def test_a_grade_that_is_not_that_of_the_total_stays_a_word() -> None:
    """A recalculation must not change what was printed."""
    text = (TEMPLATES / "dept-scoring" / "example.yaml").read_text(encoding="utf-8")
    (sheet,) = workbook(text.replace("等级: 优", "等级: 良"))
    row, _column = at(sheet, "良")
    assert sheet.cell(row, 1).value == "评价等级"


def test_a_rate_that_the_writer_typed_as_figures_of_other_units_is_no_formula() -> None:
    """预算 in 元, the form in 万元: only where the cells of the form give the rate is it worked out from them."""
    text = (TEMPLATES / "dept-self-evaluation" / "example.yaml").read_text(encoding="utf-8")
    (sheet,) = workbook(text.replace("支出: 312.40", "支出: 3124000元"))
    row, column = at(sheet, "执行率")
    assert sheet.cell(row + 1, column).value == 0.9763


@pytest.mark.parametrize(
    ("pack", "lines"),
    [
        ("dept-self-evaluation", ["部门整体支出绩效自评表", "（2024年度）"]),
        ("project-self-evaluation", ["项目支出绩效自评表", "（2024年度）"]),
        (
            "target-approval",
            [
                "部门（单位）整体支出绩效目标批复表",
                "（2025年度）",
                "批复单位：某市财政局",
                "预算单位：某市科技馆",
                "批复日期：2025年2月10日",
            ],
        ),
    ],
)
def test_the_lines_between_title_and_form_stand_on_the_sheet(pack: str, lines: list[str]) -> None:
    assert [example(pack).cell(row, 1).value for row in range(1, len(lines) + 1)] == lines


def test_an_annex_has_its_own_title_on_its_sheet() -> None:
    text = (TEMPLATES / "official-letter" / "example.yaml").read_text(encoding="utf-8")
    sheet = workbook(text)[0]
    assert [sheet.cell(row, 1).value for row in (1, 2, 3)] == ["附件", "项目支出绩效自评表", "（2024年度）"]


def test_a_line_that_staff_put_above_the_form_is_parted_where_it_has_a_tab(tmp_path: Path) -> None:
    pack = ROOT / "templates" / "dept-self-evaluation"
    line = p(run("填报单位：{{ 单位 }}\t年度：{{ 年度 }}"))
    built = Edited(
        lambda xml: re.sub(r"<w:p>(?:(?!<w:p>).)*\{\{p 正文", lambda found: line + found[0], xml, count=1),
        content=(pack / "example.yaml").read_text(encoding="utf-8"),
        pack=pack,
    ).built(tmp_path, ("xlsx",))
    sheet = load_workbook(BytesIO(built.outputs["xlsx"])).worksheets[0]
    assert sheet["A3"].value == "填报单位：某市科技馆　　年度：2024"


def test_a_head_is_frozen_and_printed_on_every_page() -> None:
    sheet = example("dept-scoring")
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A4", "$2:$3")


def test_of_a_form_of_several_parts_the_head_of_the_longest_is_printed_on_the_pages_behind_it() -> None:
    sheet = example("project-self-evaluation")
    row, _column = at(sheet, "一级指标")
    assert (sheet.freeze_panes, sheet.print_title_rows) == (None, f"${row}:${row}")


def test_a_report_with_a_chart_and_no_table_has_no_workbook() -> None:
    assert "xlsx" not in build(check_text(changed(), "内容.yaml"), ["xlsx"]).outputs


def year() -> list[Worksheet]:
    """The workbook of two projects, of the shipped example of a year."""
    text = (ROOT / "content" / "example-year-2024.yaml").read_text(encoding="utf-8")
    built = build(check_text(text, "内容.yaml"), ["xlsx"])
    return list(load_workbook(BytesIO(built.beside["project-self-evaluation"]["xlsx"])).worksheets)


def test_each_project_has_a_sheet_with_its_name_and_the_year() -> None:
    assert [sheet.title for sheet in year()] == ["展厅运行经费（2024年度）", "科普活动经费（2024年度）"]
    assert [sheet["A1"].value for sheet in year()] == ["项目支出绩效自评表"] * 2
    assert [sheet["A2"].value for sheet in year()] == ["（2024年度）"] * 2


def test_a_long_name_is_cut_before_the_year() -> None:
    text = HOSPITAL.replace("公共卫生服务补助", "中央财政基本公共卫生服务和重大传染病防控补助资金（县级配套部分）项目")
    (sheet,) = workbook(text)
    assert sheet.title == "中央财政基本公共卫生服务和重大传染病防控补助资（2024年度）"


def test_what_stands_below_a_form_stands_below_it_on_the_sheet() -> None:
    sheet = example("target-approval")
    assert sheet.cell(sheet.max_row, 1).value == "打印日期：2025年2月12日"


def test_a_sheet_among_chapters_has_the_title_of_its_document_and_the_lines_of_its_page() -> None:
    """部门总体绩效目标: sentences, then a page of forms under a heading and the unit."""
    text = (TEMPLATES / "department-targets" / "example.yaml").read_text(encoding="utf-8")
    lines = [[sheet.cell(row, 1).value for row in (1, 2, 3)] for sheet in workbook(text)]
    assert lines == [["示例县科协2025年部门总体绩效目标及保障措施", "预算项目绩效表", "900001 示例县科协"]] * 2


def test_nothing_but_the_form_is_printed() -> None:
    sheet = example("dept-scoring")
    assert sheet.print_area == f"'{sheet.title}'!$A$1:$I${sheet.max_row}"
    assert not sheet.print_options.gridLines
    assert not sheet.sheet_view.showGridLines


@pytest.mark.parametrize("text", TRADES.values(), ids=TRADES)
def test_both_validators_find_the_form_sound(text: str, tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    path.write_bytes(build(check_text(text, "内容.yaml"), ["xlsx"]).outputs["xlsx"])
    assert audit(path) == []
    assert sdk_validate(path) == []


def test_a_blank_among_amounts_shows_as_they_do_what_is_typed_into_it() -> None:
    sheet = example("project-targets")
    row, column = at(sheet, "其他资金")
    blank = next(cell for (cell,) in sheet.iter_rows(min_row=row + 1, min_col=column, max_col=column) if not cell.value)
    assert (blank.number_format, blank.alignment.horizontal) == ("0.00_ ", "right")
