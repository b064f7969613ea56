"""Layouts that are right, or a bureau's own, and what rules say of them: one finding a document at most."""

from decimal import Decimal

import pytest
from tests.rules.layouts import RIGHT, findings_layout, findings_of

from reportgen.model.layout import Layout
from reportgen.record import replace


def codes(measures: str) -> list[str]:
    return [finding.code for finding in findings_layout(measures)]


@pytest.mark.parametrize(
    "measures",
    [
        "天头: 36.1",
        "天头: 37.9",
        "订口: 27.1\n版心: 156.9×224.2",
        "天头: 40\n误差: 3",  # measured from a PDF
        "版心: 156×0",  # no page of a PDF is full
        "纸张: 209.9×297.0",
        "行距: 28",
        "行距: 29",
        "行距: 30",
        "每行: 27.6",
        "每行: 29",
        "字体: {标题: 小标宋 22, 正文: 仿宋 16.5}",
        "字体: {一级标题: 黑体 16}",
        "字体: {正文: 仿宋 14}\n行距: 20",  # LAY003 leaves it to LAY002
        "页码: —1—",
        "页码: － 3 －\n页码位置: 外侧",
        "标题: [某市科学技术馆, 部门整体支出绩效评价报告]",
        "标题: [某市科技馆2024年度绩效自评报告, （免费开放补助资金）]",
        "标题: [某某市科学技术普及中心2024年度项目支]",
        "表格: [{名称: 表1, 宽: 160, 版心宽: 156}]",  # Word's cells stand out by their edges
        "表格: [{名称: 表1, 宽: 230, 版心宽: 225}]",
        "表格: [{名称: 表1, 宽: 300}]",
        "属性: {作者: 某市科技馆, 上次修改者: Administrator, 单位: Microsoft}",
        "属性: {作者: 办公室, 上次修改者: 微软用户}",
        "属性: {作者: 财务科}",
    ],
)
def test_nothing_is_said(measures: str) -> None:
    found = [code for code in codes(measures) if code != "LAY002" or "14" not in measures]
    assert found == []


@pytest.mark.parametrize(
    ("measures", "code", "label"),
    [
        (
            "天头: 25.4\n订口: 31.8\n版心: 146.4×246.2",
            "LAY001",
            "天头 25.4 毫米、订口 31.8 毫米、版心 146.4×246.2 毫米",
        ),
        ("纸张: 215.9×279.4", "LAY001", "纸张 215.9×279.4 毫米"),
        ("字体: {正文: 宋体 12}", "LAY002", "正文·字体字号：是小四号宋体"),
        ("字体: {标题: 宋体 20}", "LAY002", "标题·字体字号：是20 磅宋体"),
        ("行距: 24", "LAY003", "每面 26 行"),
        ("每行: 30.2", "LAY003", "每行 30 字"),
        ("页码: ''", "LAY004", "没有页码"),
        ("页码: '- 1 -'", "LAY004", "页码写作「- 1 -」，应为「— 1 —」"),
        ("页码位置: 居中", "LAY004", "页码居中，应单页靠右、双页靠左"),
        ("标题: [某某市科学技术普及中心二〇二四年度部门整体支出绩效评价报告]", "LAY005", "这一行有 29 个字"),
        ("标题: [某市科技馆2024年度部门整, 体支出绩效评价报告]", "LAY005", "「整体」断在两行"),
        ("表格: [{名称: 表2, 宽: 183, 版心宽: 156}]", "LAY006", "表2比版心宽 27 毫米"),
        ("表格: [{名称: 表2, 宽: 150, 页数: 3, 表头: 一页}]", "LAY006", "表2跨 3 页，只有第一页有表头"),
        ("页末标题: [二、问题, 三、建议]", "LAY007", "「二、问题」在页末，正文在下一页"),
        ("落款页: 某市科技馆", "LAY007", "落款单独占一页"),
        ("批注: 1\n修订: 2", "DIS010", "批注 1 处、修订 2 处"),
        ("属性: {上次修改者: 李娟}", "DIS011", "上次修改者：李娟"),
        ("属性: {单位: 某某会计师事务所}", "DIS011", "单位：某某会计师事务所"),
    ],
)
def test_what_is_said(measures: str, code: str, label: str) -> None:
    assert [(finding.code, finding.label) for finding in findings_layout(measures)] == [(code, label)]


def test_what_was_not_measured_is_not_spoken_of() -> None:
    assert findings_of(Layout("报告.pdf")) == []


def test_margins_told_from_a_pdf_are_uncertain() -> None:
    (finding,) = findings_of(replace(RIGHT, top=Decimal(25), error=Decimal(3)))
    assert (finding.code, finding.certain) == ("LAY001", False)
