"""Tables in prose: typed, pasted or asked for, numbered, added up, spoken of; what is wrong is told at its row."""

from decimal import Decimal

import pytest
from tests.support.markdown import ROOT
from tests.support.prose import checked, document

from reportgen.model.document import Document, Paragraph, Role, Table, plain_text
from reportgen.model.formula import Total
from reportgen.model.table import CellRole
from reportgen.pipeline.check import check_text
from reportgen.pipeline.checked import Checked


def table(document: Document) -> Table:
    return next(block for block in document.blocks["正文"] if isinstance(block, Table))


def grid(table: Table) -> list[list[str]]:
    rows = range(table.row_count)
    return [[cell.text for cell in table.lines() if cell.row == row] for row in rows]


def told(checked: Checked) -> list[tuple[str, str]]:
    return [(finding.code, finding.label) for finding in checked.report]


ROWS = ("| 甲 | 乙 |", "| 1 | 2 |")
WARDS = (
    "表 各病区收治情况（单位：人次）",
    "| 病区 | 门诊 | 住院 |",
    "| 内科 | 1200 | 310 |",
    "| 外科 | 860 | 245 |",
    "| 合计 | = | = |",
    "来源：病案统计",
)


def test_rows_make_a_table_with_its_number_its_unit_and_its_source() -> None:
    made = document(checked("收治情况见{{ 表.各病区收治情况 }}。", *WARDS, "全年平稳。"))
    found = table(made)
    assert (found.caption, found.unit, found.head_rows) == ("表1　各病区收治情况", "单位：人次", 1)
    assert grid(found)[1:] == [["内科", "1200", "310"], ["外科", "860", "245"], ["合计", "2060", "555"]]
    blocks = made.blocks["正文"]
    at = blocks.index(found)
    assert plain_text(blocks[at - 1].inlines) == "收治情况见表1。"
    below = blocks[at + 1]
    assert isinstance(below, Paragraph)
    assert (below.role, plain_text(below.inlines)) == (Role.SOURCE, "来源：病案统计")
    assert plain_text(blocks[at + 2].inlines) == "全年平稳。"


def test_what_is_pasted_from_excel_is_a_table_too() -> None:
    made = document(checked("班级\t人数\t达标\t备注", "一年级\t45\t43\t", "二年级\t48\t48\t全部", "合计\t93\t91\t"))
    found = table(made)
    assert (found.caption, found.unit) == ("", "")
    assert grid(found)[1] == ["一年级", "45", "43", ""]


def test_the_line_of_another_program_below_the_head_is_none_of_the_rows() -> None:
    made = document(checked("| 河道 | 清淤 |", "|---|:--:|", "| 东干渠 | 3.2公里 |", "| 西干渠 | 2.8公里 |"))
    assert grid(table(made)) == [["河道", "清淤"], ["东干渠", "3.2公里"], ["西干渠", "2.8公里"]]


def test_a_reference_in_a_cell_leaves_out_the_unit_above_the_table() -> None:
    rows = ("| 项目 | 支出 |", "| 全年 | {{ 预算.支出 }} |", "| 全年 | {{ 预算.支出 | 元 }} |")
    made = document(checked("表 支出（单位：万元）", *rows))
    assert grid(table(made))[1:] == [["全年", "312.40"], ["全年", "3124000元"]]


@pytest.mark.parametrize(
    ("figures", "total"),
    [
        (("1,126.60", "80.40"), "1,207.00"),
        (("60%", "40%"), "100%"),
        (("12人", "3人"), "15人"),
        (("5", "—"), "5"),
        (("-3.5", "10"), "6.5"),
    ],
)
def test_a_total_is_written_as_its_parts_are(figures: tuple[str, str], total: str) -> None:
    rows = [f"| 甲 | {figures[0]} |", f"| 乙 | {figures[1]} |", "| 合计 | = |"]
    assert grid(table(document(checked("| 庭室 | 数 |", *rows))))[-1] == ["合计", total]


def test_sub_totals_add_up_what_stands_since_the_last_and_the_total_leaves_them_out() -> None:
    rows = ("| 基本 | 10 |", "| 项目 | 5 |", "| 小计 | = |", "| 上级补助 | 7 |", "| 小计 | = |", "| 总计 | = |")
    found = table(document(checked("| 来源 | 金额 |", *rows)))
    assert [row[1] for row in grid(found)[1:]] == ["10", "5", "15", "7", "7", "22"]
    last = next(cell for cell in found.cells if (cell.row, cell.column) == (6, 1))
    assert last.formula == Total(((1, 1), (2, 1), (4, 1)))
    assert last.number == Decimal(22)


def test_figures_stand_at_the_right_and_short_words_in_the_middle() -> None:
    rows = ("| 泵站管护 | 12.00 | 完成 | 每季度检查一次，汛期每日巡查并作记录 |",) * 2
    roles = [cell.role for cell in table(document(checked("| 任务 | 金额 | 状态 | 说明 |", *rows))).lines()]
    assert roles[4:8] == [CellRole.TEXT, CellRole.NUMBER, CellRole.CENTER, CellRole.TEXT]


def test_columns_are_as_wide_as_their_words_and_fill_the_page() -> None:
    rows = ("| 泵站管护 | 12.00 | 每季度检查一次，汛期每日巡查并作记录，发现问题当日报告 |",) * 2
    widths = table(document(checked("| 任务 | 金额 | 说明 |", *rows))).widths
    assert abs(sum(widths, Decimal(0)) - 156) < Decimal("0.1")
    assert widths[2] > widths[0] > widths[1]


def test_tables_are_numbered_as_they_stand_and_those_without_a_name_have_no_number() -> None:
    plain = ("| 甲 | 乙 |", "| 1 | 2 |")
    made = document(checked(*WARDS, "其余如下。", *plain, "再看满意度。", "表：满意度", *plain, "见{{ 表.满意度 }}。"))
    assert [block.caption for block in made.walk() if isinstance(block, Table)][:3] == [
        "表1　各病区收治情况",
        "",
        "表2　满意度",
    ]


@pytest.mark.parametrize(
    ("lines", "label"),
    [
        (("| 庭室 | 收案 | 结案 |", "| 民庭 | 320 |"), "这一行有 2 格，表头有 3 格"),
        (("| 庭室 | 收案 |", "| 民庭 | 320 | 318 |"), "这一行有 3 格，表头有 2 格"),
        (("| 庭室 | 收案 |", "| 民庭 | 较多 |", "| 合计 | = |"), "上面的「较多」不是数字，加不起来"),
        (("| 庭室 | 收案 |", "| 民庭 | 3件 |", "| 刑庭 | 2人 |", "| 合计 | = |"), "上面的数字单位不同，加不起来"),
        (("| 庭室 | 收案 |", "| 合计 | = |"), "上面没有数字可加"),
        (("表7 收案（单位：件）", "| 庭室 | 收案 |", "| 民庭 | 3 |"), "表的编号由程序排，这里印成表1"),
        (
            ("表 收案", "| 甲 | 乙 |", "| 1 | 2 |", "完。", "表 收案", "| 甲 | 乙 |", "| 1 | 2 |"),
            "已经有一张表叫「收案」，请换一个名称",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_place(lines: tuple[str, ...], label: str) -> None:
    assert ("CON013", label) in told(checked(*lines))


def test_one_row_alone_is_no_table() -> None:
    assert ("CON008", "只有一行，不成表：正文里的表要有表头，下面至少一行，格与格用 | 隔开") in told(
        checked("| 甲 | 乙 |")
    )


def test_what_begins_with_the_word_is_no_name_without_rows_below() -> None:
    assert told(checked("表：明细另附。")) == []


def test_a_total_that_was_typed_is_held_against_its_parts() -> None:
    rows = ("| 内科 | 1200 |", "| 外科 | 860 |", "| 合计 | 2160 |")
    assert [code for code, _label in told(checked("表 门诊（单位：人次）", "| 病区 | 门诊 |", *rows))] == ["NUM009"]


def test_a_list_copied_from_word_is_no_table() -> None:
    made = checked("1.\t整治河道3条。", "2.\t新建泵站2座。").document
    assert made is not None
    assert not [block for block in made.blocks["正文"] if isinstance(block, Table)]


def test_the_items_of_a_fund_table_are_rows() -> None:
    made = document(
        checked("表 各项目支出（单位：万元）", "{{ 预算.分项 | 批复 | 支出 | 支付率 }}", "注：按到位资金计算。")
    )
    assert grid(table(made)) == [
        ["项目", "批复", "支出", "支付率"],
        ["展厅运行经费", "80.00", "78.40", "98.0%"],
        ["科普活动经费", "40.00", "36.20", "90.5%"],
        ["合计", "120.00", "114.60", ""],
    ]


def test_a_group_of_figures_is_a_table() -> None:
    found = grid(table(document(checked("表 观众", "{{ 接待观众 }}"))))
    assert found[0] == ["项目", "数量"]
    assert found[-1] == ["合计", "36400人次"]


def test_shares_are_worked_out_with_as_many_decimals_as_all_need() -> None:
    answers = ("| 满意 | 120 | =% |", "| 一般 | 60 | =% |", "| 不满意 | 20 | =% |", "| 合计 | = | =% |")
    found = grid(table(document(checked("| 选项 | 份数 | 占比 |", *answers))))
    assert [row[2] for row in found[1:]] == ["60%", "30%", "10%", "100%"]
    thirds = ("| 水库 | 1 | =% |", "| 河道 | 2 | =% |")
    found = grid(table(document(checked("| 工程 | 处 | 占比 |", *thirds))))
    assert [row[2] for row in found[1:]] == ["33.33%", "66.67%"]


def test_points_are_added_up_by_the_first_level_of_indicators() -> None:
    """Those of the annex stand in the report."""
    text = (ROOT / "content" / "example-year-2024.yaml").read_text(encoding="utf-8")
    asked = "  表 得分情况（单位：分）\n  {{ 评分表.得分汇总 }}\n"
    made = check_text(text.replace("评价结果: |\n", f"评价结果: |\n{asked}", 1), "内容.yaml").document
    assert made is not None
    assert grid(table(made)) == [
        ["一级指标", "分值", "得分", "得分率"],
        ["投入", "17", "16", "94.12%"],
        ["过程", "44", "42.06", "95.59%"],
        ["产出", "22", "21.2", "96.36%"],
        ["效果", "17", "16.4", "96.47%"],
        ["合计", "100", "95.66", "95.66%"],
    ]
