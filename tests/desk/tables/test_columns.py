"""Which columns a table has, by what the documents of the file ask for."""

import pytest

from reportgen.desk.content.findings import check_view
from reportgen.desk.content.funds import FundsView
from reportgen.desk.content.grid import Column, GridView
from reportgen.desk.content.tables import Tables
from reportgen.packs.entry import EntryBook
from reportgen.pipeline.check import check_text

INDICATORS = """\
文种: 部门整体支出绩效自评表
单位: 示例县人民医院
年度: 2024
绩效指标:
  - {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 义诊场次, 指标值: ≥24场, 完成值: 22场, 分值: 20}
  - {三级指标: 门诊人次, 指标值: ≥12万人次, 完成值: 12.6万人次, 分值: 20, 得分: 19}
"""


@pytest.fixture(scope="module")
def tables(book: EntryBook) -> Tables:
    return Tables(book.packs)


def columns(tables: Tables, *path: str) -> dict[str, Column]:
    view = tables.of(path)
    assert isinstance(view, GridView)
    return {column.name: column for column in view.columns}


def test_columns_that_no_document_prints_are_there_and_not_shown(tables: Tables) -> None:
    found = columns(tables, "绩效指标")
    assert [name for name, column in found.items() if not column.shown] == [
        *("指标说明", "指标性质", "度量单位", "依据", "评分标准", "评分依据")
    ]
    assert found["一级指标"].choices == ("产出指标", "效益指标", "满意度指标", "成本指标")
    assert (found["得分"].kind, found["得分"].unit, found["得分"].summed) == ("quantity", "分", True)
    assert [name for name, column in found.items() if column.inherits] == ["一级指标", "二级指标"]


def test_lists_within_the_items_of_a_list_have_tables_whichever_item_it_is(tables: Tables) -> None:
    found = columns(tables, "项目自评", "2", "资金")
    assert [(column.name, column.kind, column.unit) for column in found.values()] == [
        ("来源", "text", ""),
        ("年初预算数", "amount", "万元"),
        ("全年预算数", "amount", "万元"),
        ("全年执行数", "amount", "万元"),
    ]
    assert columns(tables, "项目自评", "1", "绩效指标")["三级指标"].meaning == "指标的名称"


def test_a_fund_table_has_its_lines_and_what_is_no_table_has_none(tables: Tables) -> None:
    funds = tables.of(("预算",))
    assert isinstance(funds, FundsView)
    assert [line.key for line in funds.lines] == ["", "项目资金", "基本支出", "三公经费", "政府采购"]
    assert tables.of(("单位",)) is None
    assert tables.of(("没有这个",)) is None


def test_scores_that_the_program_works_out_are_told_with_the_findings() -> None:
    assert check_view(check_text(INDICATORS, "内容.yaml")).worked == {"绩效指标.1.得分": "18.3"}
