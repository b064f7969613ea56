"""A finished document as plain text: what is recognised in it, and where its findings are said to stand."""

import pytest

from reportgen.diagnostics.text import report_lines
from reportgen.finished.recognise import recognise
from reportgen.finished.text import read_lines
from reportgen.model.content import Dated, Year
from reportgen.model.document import Heading, Paragraph, Role, Table, line_of
from reportgen.pipeline.finished import check_parts, pack_for

REPORT = """\
某市科技馆
2024年度部门整体支出绩效评价报告

一、部门基本情况
（一）人员情况。
某市科技馆编制12人，在编11人。
1、展品维护。全年维护展品400余件次。
二、存在的问题
预算执行偏慢

项目\t批复\t支出
展厅运行\t80\t78.4

某市科技馆
2025年03月20日
"""


def test_title_headings_paragraphs_and_signature_are_recognised() -> None:
    finished = recognise(read_lines(REPORT), "报告.txt")
    assert finished.document.metadata.title == "某市科技馆2024年度部门整体支出绩效评价报告"
    lines = [
        (type(block), line_of(block)) for block in finished.document.walk() if isinstance(block, Heading | Paragraph)
    ]
    assert lines == [
        (Heading, "一、部门基本情况"),
        (Heading, "（一）人员情况。"),
        (Paragraph, "某市科技馆编制12人，在编11人。"),
        (Paragraph, "1、展品维护。全年维护展品400余件次。"),
        (Heading, "二、存在的问题"),
        (Paragraph, "预算执行偏慢"),
        (Paragraph, "某市科技馆"),
        (Paragraph, "2025年03月20日"),
    ]


def test_a_paragraph_knows_the_headings_above_it() -> None:
    blocks = list(recognise(read_lines(REPORT), "报告.txt").document.walk())
    assert [block.section for block in blocks if isinstance(block, Paragraph)][:3] == [
        "一、部门基本情况（一）人员情况",
        "一、部门基本情况（一）人员情况",
        "二、存在的问题",
    ]


def test_lines_with_tabs_are_a_table() -> None:
    (table,) = [
        block for block in recognise(read_lines(REPORT), "报告.txt").document.walk() if isinstance(block, Table)
    ]
    assert [(cell.row, cell.column, cell.text) for cell in table.lines()][3:] == [
        (1, 0, "展厅运行"),
        (1, 1, "80"),
        (1, 2, "78.4"),
    ]


def test_year_author_and_date_become_values() -> None:
    values = recognise(read_lines(REPORT), "报告.txt").content.values
    year, day = values["年度"], values["成文日期"]
    assert isinstance(year, Year)
    assert isinstance(day, Dated)
    assert (year.number, day.date.isoformat()) == (2024, "2025-03-20")


def test_a_date_that_does_not_exist_is_none() -> None:
    assert "成文日期" not in recognise(read_lines("报告\n一、概况\n无\n2025年2月30日\n"), "报告.txt").content.values


def test_an_author_needs_to_be_a_line_of_its_own() -> None:
    document = recognise(read_lines("报告\n一、概况\n全年支出100万元。\n2025年3月20日\n"), "报告.txt").document
    assert [block.role for block in document.blocks["落款"] if isinstance(block, Paragraph)] == [Role.DATE]


def test_a_finding_quotes_the_paragraph_and_says_where_it_stands() -> None:
    checked = check_parts(read_lines(REPORT), "报告.txt")
    (finding,) = [finding for finding in checked.report if finding.code == "FMT002"]
    lines = list(report_lines([finding], {checked.source.file: checked.source.lines}))
    assert lines[1:4] == [
        " ┌─ 报告.txt 第 15 行",
        " │ 2025年03月20日",
        " │ ^^^^^^^^^^^^^^ 应为「2025年3月20日」",
    ]


@pytest.mark.parametrize(
    ("title", "pack"),
    [
        ("某县项目支出绩效自评表", "project-self-evaluation"),
        ("某馆2024年度部门整体支出绩效评价报告", "dept-evaluation"),
        ("某馆工作总结", "dept-evaluation"),
    ],
)
def test_the_title_names_the_pack(title: str, pack: str) -> None:
    assert pack_for(title).name == pack
