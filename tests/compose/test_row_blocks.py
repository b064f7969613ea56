"""Column heads in the middle of a form: which rows they are, and how far down they speak."""

from pathlib import Path

import pytest
from tests.support.forms import filled, pack_text, picture, tables_of
from tests.support.self_evaluations import TRADES

from reportgen.compose.row_blocks import row_blocks
from reportgen.model.table import CellRole, RowBlock, Table
from reportgen.model.table_parts import parts_of
from reportgen.packs.loader import load_pack
from reportgen.record import replace

PACKS = Path(__file__).parents[2] / "templates"

FIELDS = """\
  单位: {类型: 文本, 必填: 是}
  任务:
    类型: 清单
    必填: 是
    单位: 万元
    字段:
      名称: {类型: 文本}
      财政: {类型: 金额}
      自筹: {类型: 金额}
"""
TWO_ROWS = """\
    列宽: [10, 60, 40, 40]
    行:
      - [{文: 单位, 跨列: 2}, {填: 单位, 跨列: 2}]
      - 竖标: 任务
        行:
          - [{文: 任务名称, 跨行: 2}, {文: 金额, 跨列: 2}]
          - [财政, 自筹]
          - 逐条: 任务
            格: [{填: 名称}, {填: 财政}, {填: 自筹}]
          - [合计, {和: 任务.财政}, {和: 任务.自筹}]
      - [{文: 意见, 跨列: 2}, {文: "", 跨列: 2}]
"""
CONTENT = """\
文种: 试表
单位: 某市水务局
任务:
  - {名称: 河道清淤, 财政: 30, 自筹: 5}
  - {名称: 堤防加固, 财政: 80, 自筹: 0}
"""


def test_a_head_may_have_two_rows_and_speaks_down_to_the_total(tmp_path: Path) -> None:
    (table,) = tables_of(tmp_path, pack_text(FIELDS, TWO_ROWS), CONTENT)
    assert table.blocks == (RowBlock(1, 3, 6),)


def test_the_parts_stand_below_each_other_each_with_its_heads(tmp_path: Path) -> None:
    """The label of a block begins below its heads: in Word no cell may reach out of rows that are repeated."""
    (table,) = tables_of(tmp_path, pack_text(FIELDS, TWO_ROWS), CONTENT)
    parts = parts_of(replace(table, in_parts=True))
    assert [picture(part) for part in parts] == [
        ["单位 < 某市水务局 <"],
        ["· 任务名称 金额 <", "^ ^ 财政 自筹", "任务 河道清淤 30 5", "^ 堤防加固 80 0", "^ 合计 110 5"],
        ["意见 < · <"],
    ]
    assert [(part.first_row, part.head_rows) for part in parts] == [(0, 0), (1, 2), (6, 0)]


def test_a_form_that_repeats_nothing_is_its_own_only_part(tmp_path: Path) -> None:
    (table,) = tables_of(tmp_path, pack_text(FIELDS, TWO_ROWS), CONTENT)
    assert parts_of(table) == (table,)


def heads(table: Table) -> list[list[str]]:
    """The names in the heads of each block."""
    named = [
        [c for c in table.lines() if b.first <= c.row and c.row + c.rows <= b.below and c.text] for b in table.blocks
    ]
    return [[cell.compact for cell in cells] for cells in named]


@pytest.mark.parametrize("trade", TRADES)
def test_a_self_evaluation_has_heads_of_funds_aims_and_indicators(trade: str) -> None:
    pack, _found = load_pack(PACKS / "project-self-evaluation")
    assert pack is not None
    (table,) = filled(pack, TRADES[trade])
    assert heads(table) == [
        ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["预期目标", "实际完成情况"],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
    ]
    assert table.blocks[-1].end == table.row_count  # the total score stands below the heads, too


def test_names_with_values_beside_them_are_no_head(tmp_path: Path) -> None:
    """项目负责人 | 甲 | 财务负责人 | 乙, and a row that is a single title."""
    form = """\
    列宽: [40, 40, 40, 40]
    行:
      - [{文: 一、基本情况, 跨列: 4}]
      - [单位, {填: 单位}, 负责人, {文: 甲, 对齐: 左}]
      - [任务, {文: 无, 对齐: 左}, 备注, ""]
    """
    (table,) = tables_of(tmp_path, pack_text(FIELDS, form), CONTENT)
    assert row_blocks(table) == ()
    assert {cell.role for cell in table.cells} == {CellRole.HEAD, CellRole.TEXT}
