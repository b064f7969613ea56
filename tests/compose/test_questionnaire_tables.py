"""Questionnaires in the text: tables and charts of what was answered, without a figure typed twice."""

from pathlib import Path

import pytest
from tests.support.prose import document
from tests.support.surveys import checked, told

from reportgen.model.chart import Chart
from reportgen.model.document import Document, Table
from reportgen.pipeline.build import build

SCHOOL = """
  - 名称: 家长
    发放: 420份
    有效: 400份
    题目:
      - {题目: 您对校车是否满意？, 简称: 校车, 题型: 满意度, 选项: {满意: 300, 基本满意: 80, 不满意: 20}}
      - {题目: 您对食堂是否满意？, 简称: 食堂, 题型: 满意度, 选项: {满意: 260, 基本满意: 100, 不满意: 40}}
      - {题目: 您最关心什么？, 简称: 关心, 题型: 多选, 选项: {安全: 380, 伙食: 290, 作业: 121}}
"""
WATER = """
  - 名称: 用水户
    答卷: 答卷.csv
    题目:
      - {题目: 所在片区, 简称: 片区, 选项: [城东, 城西]}
      - {题目: 水压是否满意, 简称: 水压, 题型: 满意度, 选项: [满意, 基本满意, 不满意]}
"""
SHEETS = "所在片区,水压是否满意\n城东,满意\n城东,不满意\n城西,满意\n城西,基本满意\n城西,满意\n,满意\n"


def rows(document: Document) -> list[list[list[str]]]:
    tables = [block for block in document.walk() if isinstance(block, Table)]
    return [
        [[cell.text for cell in table.lines() if cell.row == row] for row in range(table.row_count)] for table in tables
    ]


def test_a_question_is_a_table_of_its_answers(tmp_path: Path) -> None:
    (scale, several) = rows(
        document(
            checked(tmp_path, SCHOOL, "表 校车", "{{ 问卷.家长.校车 }}", "", "表 关心什么", "{{ 问卷.家长.关心 }}")
        )
    )
    assert scale == [
        ["选项", "人数", "占比"],
        ["满意", "300", "75.0%"],
        ["基本满意", "80", "20.0%"],
        ["不满意", "20", "5.0%"],
        ["合计", "400", "100.0%"],
    ]
    assert several[0] == ["选项", "人数", "占回答人数的比例"]
    assert several[1] == ["安全", "380", "95.0%"]
    assert len(several) == 4, "shares of several options have no sum"


def test_a_whole_questionnaire_says_each_question_once(tmp_path: Path) -> None:
    (table,) = rows(document(checked(tmp_path, SCHOOL, "表 家长问卷", "{{ 问卷.家长 }}")))
    assert table[1] == ["您对校车是否满意？", "满意", "300", "75.0%"]
    assert table[2] == ["基本满意", "80", "20.0%"], "the question stands in a merged cell"
    assert table[5][0] == "您对食堂是否满意？"


def test_satisfaction_of_all_questions_together(tmp_path: Path) -> None:
    (table,) = rows(document(checked(tmp_path, SCHOOL, "表 满意度", "{{ 问卷.家长.满意度汇总 }}")))
    assert table == [
        ["题目", "满意", "基本满意", "不满意", "回答人数", "满意度", "满意率"],
        ["校车", "300", "80", "20", "400", "87.0%", "95.0%"],
        ["食堂", "260", "100", "40", "400", "80.0%", "90.0%"],
        ["合计", "560", "180", "60", "800", "83.5%", "92.5%"],
    ]


def test_how_many_were_handed_out_and_came_back(tmp_path: Path) -> None:
    (table,) = rows(document(checked(tmp_path, SCHOOL, "表 问卷发放", "{{ 问卷.发放汇总 }}")))
    assert table == [["问卷", "发放", "有效", "有效率"], ["家长", "420", "400", "95.2%"]]


def test_answer_sheets_can_be_crossed(tmp_path: Path) -> None:
    (tmp_path / "答卷.csv").write_text(SHEETS, encoding="utf-8")
    (table,) = rows(document(checked(tmp_path, WATER, "表 分片区的评价", "{{ 问卷.用水户.水压 | 片区 }}")))
    assert table == [
        ["片区", "满意", "基本满意", "不满意", "回答人数"],
        ["城东", "1", "0", "1", "2"],
        ["城西", "2", "1", "0", "3"],
        ["合计", "3", "1", "1", "5"],
    ], "who did not say where he lives is not among them"


def test_counts_without_sheets_cannot_be_crossed(tmp_path: Path) -> None:
    found = told(checked(tmp_path, SCHOOL, "表 交叉", "{{ 问卷.家长.校车 | 食堂 }}"))
    assert found == [("CON013", "「问卷.家长.校车」没有「食堂」这一栏")]


CHARTS = {
    "占比图": (["满意", "基本满意", "不满意"], ["校车", "食堂"]),
    "堆积图": (["校车", "食堂"], ["满意", "基本满意", "不满意"]),
}


@pytest.mark.parametrize("kind", CHARTS)
def test_the_distribution_of_answers_is_a_chart(tmp_path: Path, kind: str) -> None:
    plan = f"图表:\n  - {{名称: 评价, 类型: {kind}, 数据: 问卷.家长}}\n"
    made = document(checked(tmp_path, SCHOOL + plan, "{{ 图表.评价 }}"))
    (chart,) = [block for block in made.walk() if isinstance(block, Chart)]
    assert {*chart.categories, *(series.name for series in chart.series)} == {*CHARTS[kind][0], *CHARTS[kind][1]}


def test_shares_of_several_options_are_drawn_in_percent(tmp_path: Path) -> None:
    plan = "图表:\n  - {名称: 关心, 类型: 条形图, 数据: 问卷.家长.关心}\n"
    made = document(checked(tmp_path, SCHOOL + plan, "{{ 图表.关心 }}"))
    (chart,) = [block for block in made.walk() if isinstance(block, Chart)]
    assert (chart.unit, chart.series[0].printed) == ("%", ("95.0", "72.5", "30.3"))


def test_every_output_shows_what_was_answered(tmp_path: Path) -> None:
    text = checked(tmp_path, SCHOOL, "满意率{{ 问卷.家长.满意率 }}。", "表 家长问卷", "{{ 问卷.家长 }}", "来源：问卷")
    built = build(text, ("docx", "pdf", "html", "txt"))
    assert [finding.code for finding in built.report] == [], "docx and PDF are read back"
    assert "满意率92.5%。" in built.outputs["txt"].decode()
