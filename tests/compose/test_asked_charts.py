"""A chart in one line of prose: what is drawn is written elsewhere, the kind goes by what it is."""

from pathlib import Path

import pytest
from tests.support.prose import PROSE, document
from tests.support.surveys import checked, told

from reportgen.model.chart import Chart, ChartKind
from reportgen.model.document import Document, Paragraph, Table, line_of
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text

COURT = """
  - 名称: 当事人
    有效: 150份
    题目:
      - {题目: 您对立案是否满意？, 简称: 立案, 题型: 满意度, 选项: {满意: 120, 基本满意: 20, 不满意: 10}}
      - {题目: 您对审理是否满意？, 简称: 审理, 题型: 满意度, 选项: {满意: 100, 基本满意: 40, 不满意: 10}}
      - {题目: 您用过哪些服务？, 简称: 服务, 题型: 多选, 选项: {网上立案: 90, 诉前调解: 30}}
"""
KINDS = [
    ("问卷.当事人.立案", ChartKind.PIE),
    ("问卷.当事人.服务", ChartKind.BAR),
    ("问卷.当事人", ChartKind.DISTRIBUTION),
    ("问卷.当事人.满意度汇总", ChartKind.COLUMN),
    ("问卷.当事人.立案 | 环形图", ChartKind.RING),
    ("问卷.当事人.满意度汇总 | 条形图", ChartKind.BAR),
    ("预算", ChartKind.COLUMN),
    ("预算 | 瀑布图", ChartKind.WATERFALL),
]


def charts(document: Document) -> list[Chart]:
    return [block for block in document.walk() if isinstance(block, Chart)]


@pytest.mark.parametrize(("asked", "kind"), KINDS)
def test_the_kind_goes_by_what_is_drawn_or_is_named(tmp_path: Path, asked: str, kind: ChartKind) -> None:
    made = document(checked(tmp_path, COURT, "见{{ 图.结果 }}。", f"图 结果：{{{{ {asked} }}}}（来源：问卷）"))
    (chart,) = charts(made)
    assert chart.kind is kind
    lines = [line_of(block) for block in made.walk() if isinstance(block, Paragraph)]
    assert "见图1。" in lines
    assert lines[lines.index("数据来源：问卷") - 1].startswith("图1　结果")


def test_charts_and_pictures_are_numbered_as_they_stand(tmp_path: Path) -> None:
    lines = ("图 甲：{{ 问卷.当事人 }}", "图 乙：{{ 问卷.当事人.立案 }}", "见{{ 图.乙 }}、{{ 图.甲 }}。")
    made = document(checked(tmp_path, COURT, *lines))
    assert "见图2、图1。" in [line_of(block) for block in made.walk() if isinstance(block, Paragraph)]


WRONG = [
    ("图 结果：{{ 问卷.没有 }}", "REF001", "没有叫「问卷.没有」的经费表、指标或问卷，也没有叫这个名称的一组数据"),
    ("图 结果：{{ 问卷.当事人 | 圆饼图 }}", "CON003", "「类型」写 柱形图"),
    ("图9 结果：{{ 问卷.当事人 }}", "CON014", "图的编号由程序排，这里印成图1"),
]


@pytest.mark.parametrize(("line", "code", "label"), WRONG)
def test_what_cannot_be_drawn_is_told(tmp_path: Path, line: str, code: str, label: str) -> None:
    found = told(checked(tmp_path, COURT, line))
    assert [each for each in found if each[0] == code and each[1].startswith(label)]


def test_scores_by_their_first_level_are_a_table_and_a_chart_of_one_reference_each() -> None:
    text = Path("content/example-year-2024.yaml").read_text(encoding="utf-8")
    asked = "  表 得分汇总\n  {{ 评分表.得分汇总 }}\n  图 各项得分率：{{ 评分表.得分汇总 }}\n"
    made = check_text(
        text.replace("  {{ 图表.评价得分率 }}\n", "  {{ 图表.评价得分率 }}\n" + asked), "内容.yaml"
    ).document
    assert made
    (table, *_forms) = [block for block in made.walk() if isinstance(block, Table)]
    head = [cell.text for cell in table.lines() if cell.row == 0]
    assert head == ["一级指标", "分值", "得分", "得分率"]
    *_others, ready = [chart for chart in charts(made) if chart.title == "各项得分率"]
    rows = [[cell.text for cell in table.lines() if cell.row == row] for row in range(1, table.row_count - 1)]
    assert ready.categories == tuple(row[0] for row in rows)
    assert ready.unit == "%"


def test_every_output_draws_it(tmp_path: Path) -> None:
    built = build(checked(tmp_path, COURT, "图 结果：{{ 问卷.当事人 }}（来源：问卷）"), ("docx", "pdf", "html", "txt"))
    assert [finding.code for finding in built.report] == []
    assert PROSE.strip() in built.outputs["txt"].decode()
