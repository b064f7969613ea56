"""Columns of figures in forms, and the sentences that print the same figures."""

from pathlib import Path

import pytest
from tests.support.example import ROOT
from tests.support.forms import filled, pack_text, picture, tables_of

from reportgen.compose import compose
from reportgen.model.document import Paragraph, plain_text
from reportgen.model.table import CellRole, Table
from reportgen.packs.loader import load_pack
from reportgen.pipeline.check import check_text
from reportgen.resolve import resolve
from reportgen.source.node import Mapping
from reportgen.source.reader import read_source

YEAR = ROOT / "content" / "example-year-2024.yaml"
FIELDS = """
  收费:
    类型: 清单
    单位: 万元
    字段:
      名称: {类型: 文本}
      金额: {类型: 金额}
      人数: {类型: 数量, 单位: 人}
      完成率: {类型: 数量}
"""
FORM = """
    列宽: [40, 30, 20, 20]
    行:
      - [名称, 金额, 人数, 完成率]
      - {逐条: 收费, 格: [{填: 名称}, {填: 金额}, {填: 人数, 对齐: 中}, {填: 完成率, 对齐: 中}]}
      - [合计, {和: 收费.金额}, {和: 收费.人数, 对齐: 中}, ""]
"""

TRADES = [
    # what stands in the file, what is printed in the columns
    (
        ["门诊, 金额: 320, 人数: 1200", "住院, 金额: 120.50, 人数: 86"],
        ["320.00 1200 ·", "120.50 86 ·", "440.50 1286 ·"],
    ),
    (["学费, 金额: 64.8, 人数: 45", "食堂, 金额: 7, 人数: 45"], ["64.8 45 ·", "7.0 45 ·", "71.8 90 ·"]),
    (["诉讼费, 金额: 12, 人数: 3", "执行款, 金额: 9, 人数: 12"], ["12 3 ·", "9 12 ·", "21 15 ·"]),
    (
        ["水费, 金额: 1.05, 完成率: 98%", "排污, 金额: -0.5, 完成率: 97.5%"],
        ["1.05 · 98.0%", "-0.50 · 97.5%", "0.55 · ·"],
    ),
]


def rows(lines: list[str]) -> str:
    return "收费:\n" + "".join(f"  - {{名称: {line}}}\n" for line in lines)


@pytest.mark.parametrize(("lines", "printed"), TRADES, ids=["医院", "学校", "法院", "水务局"])
def test_a_column_has_the_decimals_of_its_finest_figure(tmp_path: Path, lines: list[str], printed: list[str]) -> None:
    """12 people stay 12 beside 320.00万元; where all are whole nothing is added."""
    (table,) = tables_of(tmp_path, pack_text(FIELDS, FORM), rows(lines))
    assert [line.partition(" ")[2] for line in picture(table)[1:]] == printed


def roles(table: Table, column: int) -> set[CellRole]:
    return {cell.role for cell in table.cells if cell.column == column and cell.row and cell.text}


def test_figures_in_the_middle_go_to_the_right_where_they_are_not_equally_long(tmp_path: Path) -> None:
    lines = ["门诊, 人数: 1200, 完成率: 98%", "住院, 人数: 86, 完成率: 95%"]
    (table,) = tables_of(tmp_path, pack_text(FIELDS, FORM), rows(lines))
    assert roles(table, 2) == {CellRole.NUMBER}
    assert roles(table, 3) == {CellRole.CENTER}, "98% and 95% stand below each other as they are"


def test_a_form_may_print_figures_as_they_were_typed(tmp_path: Path) -> None:
    form = FORM.replace("    行:", "    小数: 照写\n    行:", 1)
    (table,) = tables_of(tmp_path, pack_text(FIELDS, form), rows(["门诊, 金额: 320", "住院, 金额: 120.50"]))
    assert picture(table)[1:] == ["门诊 320 · ·", "住院 120.50 · ·", "合计 440.50 · ·"]


def test_a_name_of_the_form_begins_a_column_anew(tmp_path: Path) -> None:
    form = """
    列宽: [40, 30]
    行:
      - [名称, 金额]
      - {逐条: 收费, 格: [{填: 名称}, {填: 金额}]}
      - [名称, 人数]
      - {逐条: 收费, 格: [{填: 名称}, {填: 人数}]}
    """
    (table,) = tables_of(tmp_path, pack_text(FIELDS, form), rows(["门诊, 金额: 320.5, 人数: 1200"]))
    assert picture(table) == ["名称 金额", "门诊 320.5", "名称 人数", "门诊 1200"]


def test_points_that_were_worked_out_have_the_decimals_that_they_need(tmp_path: Path) -> None:
    """9.80 + 87.3 = 97.1, as the letter says."""
    fields = FIELDS + "  得分: {类型: 数量, 单位: 分}\n"
    form = """
    列宽: [40, 30]
    行:
      - [名称, 得分]
      - [执行率, {按率得分: [收费.金额, 总额], 满分: 10, 名: 执行得分}]
      - [指标, {填: 得分}]
      - [合计, {和: [执行得分, 得分]}]
      - {逐条: 收费, 格: [{填: 名称}, {填: 金额}]}
      - [总额, {文: "100", 名: 总额}]
    """
    (table,) = tables_of(tmp_path, pack_text(fields, form), rows(["门诊, 金额: 98.00"]) + "得分: 87.3\n")
    assert picture(table)[1:4] == ["执行率 9.8", "指标 87.3", "合计 97.1"]


def test_a_sentence_prints_a_figure_as_the_form_does(tmp_path: Path) -> None:
    """Also those in the form; what asks for its own decimals has these."""
    pack = pack_text(FIELDS + "  说明: {类型: 正文}\n", FORM).replace("  - 表: 表\n", "  - 正文: 说明\n  - 表: 表\n")
    (tmp_path / "pack.yaml").write_text(pack, encoding="utf-8")
    read, _found = load_pack(tmp_path)
    assert read is not None
    text = rows(["门诊, 金额: 320, 人数: 12", "住院, 金额: 120.50, 人数: 8"])
    text += "说明: 门诊{{ 门诊.金额 }}，合{{ 门诊.金额 | 1位 }}，{{ 门诊.人数 }}\n"
    source, _problems = read_source(text, "内容.yaml")
    assert isinstance(source.root, Mapping)
    document, found = compose(resolve(source.root, read)[0], read)
    assert found == []
    said = [plain_text(block.inlines) for block in document.walk() if isinstance(block, Paragraph)]
    assert said == ["门诊320.00万元，合320.0万元，12人"]
    assert filled(read, text)


def test_all_documents_of_a_file_print_a_figure_alike() -> None:
    """The budget is typed as 320; beside 312.40 the form says 320.00, and so does the report."""
    text = YEAR.read_text(encoding="utf-8").replace("  批复: 320.00\n", "  批复: 320\n", 1)
    report, form, *_others = (draft.document for draft in check_text(text, "示例.yaml").drafts)
    said = [plain_text(block.inlines) for block in report.walk() if isinstance(block, Paragraph)]
    assert [words for words in said if "预算批复320.00万元" in words]
    (table,) = (block for block in form.walk() if isinstance(block, Table))
    assert [cell.text for cell in table.lines() if cell.number == 320] == ["320.00"]
