"""Findings about figures that are held against the workbooks from which they were taken (`check --against`)."""

from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.kind import declare as _kind

OF_WORKBOOKS = "WBK"
"""So their codes begin: they are found only where workbooks are named."""

DIFFERS = _kind(
    "WBK001",
    Severity.ERROR,
    "与工作簿里的数不一样",
    "内容文件里的这个数与决算表、系统导出表里的对不上。位数写得少的，四舍五入后相等就算一样；元和万元照表头换算。",
    "以工作簿为准的，运行 reportgen fill 再填一次；以内容文件为准的，请改工作簿，或写明原因：# 忽略 WBK001：……",
)
NOT_THERE = _kind(
    "WBK002",
    Severity.WARNING,
    "工作簿里找不到这个数",
    "内容文件的「取数」或「# 取自」说了这个数在工作簿的哪张表、哪行、哪列，现在那里找不到，或者读不出数来。",
    "看看工作簿是不是这一年、这个单位的，表名、行名、列名有没有变；变了的，在「取数」里加上新的名称",
)
