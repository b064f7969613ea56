"""表格 of pack.yaml: what a form declares, and what is said when it cannot be filled or does not fit."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.support.forms import pack_text

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.packs.forms import (
    Beside,
    EachBlock,
    EachRow,
    Fill,
    FixedRow,
    Form,
    FormCell,
    Grouped,
    Labelled,
    Pattern,
    Rate,
    Sum,
    Words,
    listings_of,
)
from reportgen.packs.loader import load_pack

FIELDS = """
  单位: {类型: 文本}
  支出: {类型: 金额, 单位: 万元}
  预算: {类型: 金额, 单位: 万元}
  中期: {类型: 指标}
  年度: {类型: 指标}
  用款:
    类型: 清单
    字段:
      名称: {类型: 文本}
      项目:
        类型: 清单
        字段:
          项目名称: {类型: 文本}
          金额: {类型: 金额, 单位: 万元}
"""


def read(folder: Path, form: str) -> tuple[Form | None, list[Diagnostic]]:
    (folder / "pack.yaml").write_text(pack_text(FIELDS, form), encoding="utf-8")
    pack, found = load_pack(folder)
    return (pack.forms["表"] if pack else None), found


def rows_of(folder: Path, rows: str, width: int = 3) -> tuple[object, ...]:
    form, found = read(folder, f"    列宽: {[10] * width}\n    行:\n{rows}")
    assert found == []
    assert form is not None
    return form.rows


def test_a_form_as_declared(tmp_path: Path) -> None:
    form, found = read(
        tmp_path, "    列宽: [10, 20.5]\n    表头: 1\n    单位: 单位：万元\n    题注: 表1\n    行:\n      - [甲, 乙]\n"
    )
    assert found == []
    assert form is not None
    assert [str(width) for width in form.widths] == ["10", "20.5"]
    assert (form.head_rows, form.unit, form.caption, form.each) == (1, "单位：万元", "表1", "")


def test_cells_are_words_or_say_what_fills_them(tmp_path: Path) -> None:
    rows = """
      - [甲, {填: 单位, 跨列: 2}]
      - [{式: "（{单位}）"}, {率: [支出, 预算]}, {按率得分: [支出, 预算], 满分: 10}]
      - [{填: 支出, 名: 数}, {和: 数}, {列: 中期, 式: "{序号}.{三级指标}"}]
"""
    first, second, third = (row.cells for row in rows_of(tmp_path, rows) if isinstance(row, FixedRow))
    assert first == (FormCell(Words("甲")), FormCell(Fill("单位"), columns=2))
    assert [cell.source for cell in second] == [
        Pattern("（{单位}）"),
        Rate("支出", "预算"),
        Rate("支出", "预算", Decimal(10)),
    ]
    assert [cell.source for cell in third] == [Fill("支出"), Sum(("数",)), Pattern("{序号}.{三级指标}", ("中期",))]


def test_the_kinds_of_rows(tmp_path: Path) -> None:
    rows = """
      - {逐条: 中期, 合并: [一级指标], 格: [{填: 一级指标}]}
      - {逐条: 用款, 行: [[{填: 名称}], {逐条: 项目, 格: [{填: 金额}]}]}
      - {分组: 一级指标, 清单: [中期, 年度], 行: [{竖标: {填: 一级指标}, 行: [[乙]]}]}
      - {并排: {左: [[甲]], 右: [[乙]], 右起: 1}}
"""
    each, block, grouped, beside = read_rows = rows_of(tmp_path, rows)
    assert isinstance(each, EachRow)
    assert each.merged == ("一级指标",)
    assert isinstance(block, EachBlock)
    assert isinstance(block.rows[1], EachRow)
    assert isinstance(grouped, Grouped)
    assert grouped.listings == ("中期", "年度")
    assert isinstance(grouped.rows[0], Labelled)
    assert isinstance(beside, Beside)
    assert len(read_rows) == 4


def test_the_listings_a_form_goes_through(tmp_path: Path) -> None:
    rows = """
      - {逐条: 用款, 行: [[{填: 名称}], {逐条: 项目, 格: [{填: 金额}]}]}
      - {竖标: 甲, 行: [{并排: {左: [{逐条: 中期, 格: [乙]}], 右: [{逐条: 年度, 格: [乙]}], 右起: 1}}]}
"""
    form, found = read(tmp_path, f"    列宽: [10, 10, 10]\n    行:\n{rows}")
    assert found == []
    assert form is not None
    assert list(listings_of(form.rows)) == ["用款", "项目", "中期", "年度"]


WRONG = [
    ("[{填: 单未}]", "没有声明这个字段", "是不是「单位」？"),
    ('[{式: "（{单未}）"}]', "没有声明这个字段", "是不是「单位」？"),
    ('[{列: 单位, 式: "{序号}"}]', "这里要写一个清单或指标字段", "是不是「单位」？"),
    ("{逐条: 单位, 格: [甲]}", "这里要写一个清单或指标字段", "是不是「单位」？"),
    ("{逐条: 中期}", "「逐条」要写「格」或「行」", ""),
    ("{逐条: 中期, 合并: [一级指示], 格: [甲]}", "没有声明这个字段", "是不是「一级指标」？"),
    ("{分组: 一级指示, 清单: [中期], 行: [[甲]]}", "「中期」没有这一列", "是不是「一级指标」？"),
    ("{分组: 一级指标, 行: [[甲]]}", "「分组」要写 清单、行", ""),
    ("{并排: {左: [[甲]], 右: [[乙]]}}", "「并排」要写 左、右、右起", ""),
    ("{竖标: 甲}", "「竖标」要写「行」", ""),
    ("{合并: [甲]}", "一行写成 [格, 格 …]，或者用 逐条、分组、竖标、并排", ""),
    ("[{文: 甲, 对齐: 上}]", "「对齐」写 表头、左、中 或 右", ""),
    ("[{文: 甲, 跨列: 两}]", "「跨列」写数字", ""),
    ("[{率: 支出}]", "「率」写两个名称：[支出, 预算]", ""),
    ("[{和: 中期.得分}]", "表里没有这一项数字", ""),
    (
        "{逐条: 用款, 行: [{逐条: 项目, 格: [{填: 金额}]}, [{和: 项目.金颔}]]}",
        "表里没有这一项数字",
        "是不是「项目.金额」？",
    ),
    ("[甲, 乙, 丙, 丁]", "这一行要 4 列，表里只有 3 列", ""),
    ("{竖标: 甲, 行: [[乙, {文: 丙, 跨列: 2}]]}", "这一行要 3 列，表里只有 2 列", ""),
    ("{并排: {左: [[甲, 乙]], 右: [[丙]], 右起: 1}}", "这一行要 2 列，表里只有 1 列", ""),
]


@pytest.mark.parametrize(("row", "label", "fix"), WRONG)
def test_what_is_wrong_is_said_where_it_stands(tmp_path: Path, row: str, label: str, fix: str) -> None:
    form, found = read(tmp_path, f"    列宽: [10, 10, 10]\n    行:\n      - {row}\n")
    assert form is None
    assert (label, fix) in [(d.label, d.fix) for d in found]
    assert all(d.code == "PCK001" and d.place.line > 0 for d in found)


def test_a_row_below_a_cell_of_two_rows_has_fewer_columns(tmp_path: Path) -> None:
    rows = "      - [{文: 甲, 跨行: 2, 跨列: 2}, 乙]\n      - [丙, 丁]\n"
    form, found = read(tmp_path, f"    列宽: [10, 10, 10]\n    行:\n{rows}")
    assert form is None
    assert [d.label for d in found] == ["这一行要 4 列，表里只有 3 列"]
