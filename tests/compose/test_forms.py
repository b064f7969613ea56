"""Form + content → grid: spans, merges, halves side by side, groups, totals with their positions, rates."""

from pathlib import Path

import pytest
from tests.support.forms import pack_text, picture, tables_of

from reportgen.model.formula import Total
from reportgen.model.table import Cell, CellRole, Table

TASKS = """
  任务:
    类型: 清单
    单位: 万元
    字段:
      名称: {类型: 文本}
      拨款: {类型: 金额}
      其他: {类型: 金额}
  预算: {类型: 金额, 单位: 万元}
  支出: {类型: 金额, 单位: 万元}
  期间: {类型: 文本}
  说明: {类型: 正文}
"""
TWO_TASKS = """
任务:
  - {名称: 运行费, 拨款: 71.78, 其他: 0}
  - {名称: 活动费, 拨款: 293.01, 其他: 5}
"""
INDICATORS = """
  中期: {类型: 指标}
  年度: {类型: 指标}
"""


def only(tables: list[Table]) -> Table:
    (table,) = tables
    return table


def cell_at(table: Table, row: int, column: int) -> Cell:
    (found,) = [cell for cell in table.cells if (cell.row, cell.column) == (row, column)]
    return found


def test_fixed_words_and_fields_with_their_roles(tmp_path: Path) -> None:
    form = """
    列宽: [20, 40, 40]
    行:
      - [期间, {填: 期间, 跨列: 2}]
      - [预算, {填: 预算}, {填: 支出, 对齐: 中}]
    """
    table = only(tables_of(tmp_path, pack_text(TASKS, form), "期间: 2025年\n预算: 12.50\n支出: 10\n"))
    assert picture(table) == ["期间 2025年 <", "预算 12.50 10"]
    assert [cell.role for cell in table.lines()] == [
        CellRole.HEAD,
        CellRole.TEXT,
        CellRole.HEAD,
        CellRole.NUMBER,
        CellRole.CENTER,
    ]


def test_spans_leave_the_next_row_what_they_do_not_cover(tmp_path: Path) -> None:
    form = """
    列宽: [20, 20, 20]
    表头: 2
    行:
      - [{文: 任务, 跨行: 2}, {文: 金额, 跨列: 2}]
      - [拨款, 其他]
    """
    table = only(tables_of(tmp_path, pack_text(TASKS, form), "预算: 1\n"))
    assert picture(table) == ["任务 金额 <", "^ 拨款 其他"]
    assert table.head_rows == 2


def test_a_row_for_each_line_and_totals_with_the_places_they_add_up(tmp_path: Path) -> None:
    form = """
    列宽: [20, 20, 20, 20]
    行:
      - [任务, 小计, 拨款, 其他]
      - 逐条: 任务
        格: [{填: 名称}, {和: [拨款, 其他], 名: 小计}, {填: 拨款}, {填: 其他}]
      - [合计, {和: 任务.小计}, {和: 任务.拨款}, {和: 任务.其他}]
    """
    table = only(tables_of(tmp_path, pack_text(TASKS, form), TWO_TASKS))
    assert picture(table) == [
        "任务 小计 拨款 其他",
        "运行费 71.78 71.78 0",
        "活动费 298.01 293.01 5",
        "合计 369.79 364.79 5",
    ]
    assert cell_at(table, 1, 1).formula == Total(((1, 2), (1, 3)))
    assert cell_at(table, 3, 1).formula == Total(((1, 1), (2, 1)))
    assert cell_at(table, 3, 1).role is CellRole.NUMBER


def test_a_total_may_stand_above_what_it_adds_up(tmp_path: Path) -> None:
    form = """
    列宽: [20, 20]
    行:
      - [合计, {和: 任务.拨款}]
      - 逐条: 任务
        格: [{填: 名称}, {填: 拨款}]
    """
    table = only(tables_of(tmp_path, pack_text(TASKS, form), TWO_TASKS))
    assert picture(table) == ["合计 364.79", "运行费 71.78", "活动费 293.01"]


def test_the_total_of_empty_cells_is_empty(tmp_path: Path) -> None:
    form = """
    列宽: [20, 20]
    行:
      - 逐条: 任务
        格: [{填: 名称}, {填: 其他}]
      - [合计, {和: 任务.其他}]
    """
    table = only(tables_of(tmp_path, pack_text(TASKS, form), "任务:\n  - {名称: 运行费, 拨款: 3}\n"))
    assert picture(table) == ["运行费 ·", "合计 ·"]
    assert cell_at(table, 1, 1).number is None


def test_named_cells_are_added_up_and_compared(tmp_path: Path) -> None:
    """The rate takes fields and sums alike; the score is capped at its points."""
    form = """
    列宽: [20, 20, 20]
    行:
      - 逐条: 任务
        格: [{填: 名称}, {填: 拨款}, {率: [其他, 拨款]}]
      - [合计, {和: 任务.拨款, 名: 总额}, {率: [支出, 总额]}]
      - [得分, {按率得分: [支出, 总额], 满分: 10}, {按率得分: [总额, 支出], 满分: 10}]
      - [两项之和, {和: [总额, 任务.拨款]}, ""]
    """
    content = "任务:\n  - {名称: 运行费, 拨款: 30, 其他: 10}\n  - {名称: 活动费, 拨款: 50}\n支出: 60\n"
    table = only(tables_of(tmp_path, pack_text(TASKS, form), content))
    assert picture(table) == ["运行费 30 33.33%", "活动费 50 ·", "合计 80 75.00%", "得分 7.5 10", "两项之和 160 ·"]


def test_a_total_never_adds_up_itself(tmp_path: Path) -> None:
    form = """
    列宽: [20, 20]
    行:
      - [预算, {填: 预算, 名: 数}]
      - [合计, {和: 数, 名: 数}]
    """
    table = only(tables_of(tmp_path, pack_text(TASKS, form), "预算: 12.5\n"))
    assert picture(table) == ["预算 12.5", "合计 12.5"]


UNITS = """
  单位:
    类型: 清单
    字段:
      名称: {类型: 文本}
      项目:
        类型: 清单
        字段:
          项目名称: {类型: 文本}
          拨款: {类型: 金额, 单位: 万元}
"""


def test_sub_totals_add_up_what_belongs_to_their_own_line(tmp_path: Path) -> None:
    form = """
    列宽: [20, 20]
    行:
      - [合计, {和: 项目.拨款}]
      - 逐条: 单位
        行:
          - [{填: 名称}, {和: 项目.拨款}]
          - {逐条: 项目, 格: [{填: 项目名称}, {填: 拨款}]}
    """
    content = """
单位:
  - 名称: 科技馆
    项目: [{项目名称: 甲, 拨款: 1.50}, {项目名称: 乙, 拨款: 2.25}]
  - 名称: 中心
    项目: [{项目名称: 丙, 拨款: 4.00}]
"""
    table = only(tables_of(tmp_path, pack_text(UNITS, form), content))
    assert picture(table) == ["合计 7.75", "科技馆 3.75", "甲 1.50", "乙 2.25", "中心 4.00", "丙 4.00"]
    assert cell_at(table, 0, 1).formula == Total(((2, 1), (3, 1), (5, 1)))
    assert cell_at(table, 4, 1).formula == Total(((5, 1),))


LEVELS = """
    列宽: [20, 20, 20]
    行:
      - 逐条: 中期
        合并: [一级指标, 二级指标]
        格: [{填: 一级指标}, {填: 二级指标}, {填: 三级指标}]
"""


def test_equal_neighbours_are_merged_and_a_new_higher_level_ends_the_lower_ones(tmp_path: Path) -> None:
    content = """
中期:
  - {一级指标: 产出, 二级指标: 数量, 三级指标: 甲}
  - {三级指标: 乙}
  - {二级指标: 质量, 三级指标: 丙}
  - {一级指标: 效益, 二级指标: 质量, 三级指标: 丁}
  - {三级指标: 戊}
"""
    table = only(tables_of(tmp_path, pack_text(INDICATORS, LEVELS), content))
    assert picture(table) == ["产出 数量 甲", "^ ^ 乙", "^ 质量 丙", "效益 质量 丁", "^ ^ 戊"]


def test_a_value_that_comes_back_later_is_a_cell_of_its_own(tmp_path: Path) -> None:
    content = """
中期:
  - {一级指标: 产出, 二级指标: 数量, 三级指标: 甲}
  - {一级指标: 效益, 二级指标: 数量, 三级指标: 乙}
  - {一级指标: 产出, 二级指标: 数量, 三级指标: 丙}
"""
    table = only(tables_of(tmp_path, pack_text(INDICATORS, LEVELS), content))
    assert picture(table) == ["产出 数量 甲", "效益 数量 乙", "产出 数量 丙"]


def test_a_label_spans_all_rows_beside_it_and_stands_for_none_when_there_are_none(tmp_path: Path) -> None:
    form = """
    列宽: [10, 20, 20]
    行:
      - 竖标: 任务
        行:
          - [名称, 拨款]
          - {逐条: 任务, 格: [{填: 名称}, {填: 拨款}]}
      - 竖标: 空表
        行:
          - {逐条: 任务2, 格: [{填: 名称}, ""]}
    """
    fields = TASKS + "  任务2:\n    类型: 清单\n    字段:\n      名称: {类型: 文本}\n"
    table = only(tables_of(tmp_path, pack_text(fields, form), TWO_TASKS))
    assert picture(table) == ["任务 名称 拨款", "^ 运行费 71.78", "^ 活动费 293.01"]


HALVES = """
    列宽: [10, 10, 10, 10, 10, 10]
    行:
      - [一级, 二级, 三级, 二级, {文: 三级, 跨列: 2}]
      - 分组: 一级指标
        清单: [中期, 年度]
        行:
          - 竖标: {填: 一级指标}
            行:
              - 并排:
                  左:
                    - {逐条: 中期, 合并: [二级指标], 格: [{填: 二级指标}, {填: 三级指标}]}
                  右起: 2
                  右:
                    - {逐条: 年度, 合并: [二级指标], 格: [{填: 二级指标}, {填: 三级指标, 跨列: 2}]}
"""


def test_two_halves_have_merges_of_their_own_and_meet_at_every_group(tmp_path: Path) -> None:
    """The shorter half is filled up with empty cells as wide as its own."""
    content = """
中期:
  - {一级指标: 产出, 二级指标: 数量, 三级指标: 甲}
  - {三级指标: 乙}
  - {二级指标: 质量, 三级指标: 丙}
  - {一级指标: 效益, 二级指标: 社会, 三级指标: 丁}
年度:
  - {一级指标: 产出, 二级指标: 质量, 三级指标: 戊}
  - {三级指标: 己}
  - {一级指标: 效益, 二级指标: 社会, 三级指标: 庚}
  - {一级指标: 满意, 二级指标: 对象, 三级指标: 辛}
"""
    table = only(tables_of(tmp_path, pack_text(INDICATORS, HALVES), content))
    assert picture(table) == [
        "一级 二级 三级 二级 三级 <",
        "产出 数量 甲 质量 戊 <",
        "^ ^ 乙 ^ 己 <",
        "^ 质量 丙 · · <",
        "效益 社会 丁 社会 庚 <",
        "满意 · · 对象 辛 <",
    ]


def test_words_around_fields(tmp_path: Path) -> None:
    form = """
    列宽: [50, 50]
    行:
      - [{式: "中期目标（{期间}）", 对齐: 表头}, {式: "其他（{说明}）"}]
    """
    table = only(tables_of(tmp_path, pack_text(TASKS, form), "期间: 2025年—2027年\n"))
    assert picture(table) == ["中期目标（2025年—2027年） 其他（）"]
    assert cell_at(table, 0, 0).origin.line == 1
    assert cell_at(table, 0, 0).role is CellRole.HEAD


def test_a_listing_inside_a_cell_is_numbered_by_the_program_and_each_listing_anew(tmp_path: Path) -> None:
    form = """
    列宽: [100]
    行:
      - [{列: [中期, 年度], 式: "{序号}、{一级指标}：{三级指标}{指标值}。"}]
    """
    content = """
中期:
  - {一级指标: 产出, 三级指标: 开放天数, 指标值: ≥300天}
  - {三级指标: 完好率, 指标值: ≥95%}
年度:
  - {一级指标: 效益, 三级指标: 观众, 指标值: ≥3万人次}
"""
    table = only(tables_of(tmp_path, pack_text(INDICATORS, form), content))
    assert picture(table) == ["1、产出：开放天数≥300天。/2、产出：完好率≥95%。/1、效益：观众≥3万人次。"]
    typed = [inline.origin.line for inline in table.inlines if inline.text == "≥95%"]
    assert typed == [4]


def test_the_lines_of_a_text_are_paragraphs_and_its_marks_are_words(tmp_path: Path) -> None:
    """Which is said, since nobody means them: see test_marks."""
    form = """
    列宽: [100]
    行:
      - [{填: 说明}]
    """
    table = only(tables_of(tmp_path, pack_text(TASKS, form), "预算: 195\n说明: |\n  #1 共{{ 预算 }}\n  - 5\n"))
    assert picture(table) == ["#1 共195万元/- 5"]


def test_a_form_for_each_line(tmp_path: Path) -> None:
    """Fields are those of the line; what the line does not have is looked up in the content."""
    form = """
    列宽: [20, 20, 20]
    逐条: 任务
    行:
      - [{填: 名称}, {填: 拨款}, {填: 期间}]
    """
    tables = tables_of(tmp_path, pack_text(TASKS, form), TWO_TASKS + "期间: 2025年\n")
    assert [picture(table) for table in tables] == [["运行费 71.78 2025年"], ["活动费 293.01 2025年"]]


@pytest.mark.parametrize(
    ("widths", "head", "words", "breaks"),
    [
        ([78, 78], 0, 36 * 19, []),
        ([78, 78], 0, 36 * 19 + 1, [1]),
        ([78, 78], 1, 36 * 19, [1]),
        ([147, 78], 0, 25 * 19, []),
        ([147, 78], 0, 25 * 19 + 1, [1]),
    ],
)
def test_only_a_row_of_about_a_page_or_more_may_break(
    tmp_path: Path, widths: list[int], head: int, words: int, breaks: list[int]
) -> None:
    """78 mm hold 19 characters; 36 lines are most of an upright page, 25 of one across, two less below a head."""
    form = f"""
    列宽: {widths}
    表头: {head}
    行:
      - [期间, ""]
      - [{{填: 期间}}, {{填: 说明}}]
    """
    table = only(tables_of(tmp_path, pack_text(TASKS, form), f"期间: 今年\n说明: {'字' * words}\n"))
    assert sorted(table.splittable) == breaks


def test_a_cell_over_several_rows_lets_all_of_them_break(tmp_path: Path) -> None:
    form = """
    列宽: [78, 78]
    行:
      - [{填: 说明, 跨行: 2}, 甲]
      - [乙]
      - [丙, 丁]
    """
    table = only(tables_of(tmp_path, pack_text(TASKS, form), f"说明: {'字' * 900}\n"))
    assert table.splittable == {0, 1}
