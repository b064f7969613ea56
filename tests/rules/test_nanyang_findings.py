"""What the rules find in the report that Nanyang published, judged by hand against its text: all of it is true."""

from collections import Counter

import pytest
from tests.rules.fragments import NANYANG, marked

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.report import Report
from reportgen.pipeline.check import check_text

TEXT = NANYANG.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def report() -> Report:
    return check_text(TEXT, "nanyang-2020.yaml").report


def only(report: Report, code: str) -> Diagnostic:
    (finding,) = [finding for finding in report.findings if finding.code == code]
    return finding


def around(finding: Diagnostic) -> str:
    """The marked characters with two on either side."""
    place = finding.place
    line = TEXT.splitlines()[place.line - 1]
    return line[max(0, place.column - 3) : place.column + 1 + place.length]


GOLDEN = [
    ("STR005", ': "{{ 单位 }}{{ 文种 }}"'),
    ("FMT001", "设置。"),
    ("NUM002", ": 597.77 #"),
    ("NUM003", ": 244.89} "),
    ("SCO002", ": 良好}"),
    ("PUN001", "知识,传播"),
    ("PUN001", "演示,协助"),
    ("PUN001", "活动,指导"),
    ("PUN001", "调查,技术"),
    ("PUN001", "总结,完成"),
    ("FMT003", "4日-6月"),
    ("FMT003", "3日-12"),
    ("WRD001", "进行绩效考评。"),
    ("WRD001", "限，截止20"),
    ("FMT001", "育部。"),
    ("STR003", "人次如下图所示。"),
    ("FMT001", "教育。"),
    ("PUN001", "}},三等"),
    ("PUN001", "展开,科技"),
    ("WRD001", "资金拔付进度"),
]
"""Code and characters, with two on either side, in the order of the lines."""


def test_all_findings(report: Report) -> None:
    assert [(finding.code, around(finding)) for finding in report.findings] == GOLDEN


def test_spending_above_the_budget_shows_the_difference_and_the_share(report: Report) -> None:
    assert only(report, "NUM002").notes == (
        "支出 597.77万元 − 批复 518.89万元 = 78.88万元",
        "支出 597.77万元 ÷ 批复 518.89万元 = 115.20%",
    )


def test_the_nine_items_are_added_up_in_the_open(report: Report) -> None:
    finding = only(report, "NUM003")
    assert marked(TEXT, finding) == "244.89"
    assert finding.notes == (
        "9 个分项合计 275.57：60 + 10 + 3 + 0.25 + 1.29 + 2.5 + 2.5 + 115.11 + 80.92",
        "相差 30.68万元（按写出的小数位数，四舍五入最多差 0.05万元）",
    )


def test_errors_and_warnings_are_all_acknowledged_with_what_is_wrong(report: Report) -> None:
    assert report.at_least(Severity.WARNING) == ()
    for finding in report.findings:
        if finding.acknowledged:
            assert finding.acknowledged.startswith("按公开发布的原文录入：")


def test_seven_half_width_commas(report: Report) -> None:
    assert Counter(finding.code for finding in report.findings)["PUN001"] == 7
