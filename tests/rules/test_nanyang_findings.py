"""What stands in the report that Nanyang published: workings, and the reasons why it is kept.

Every finding is judged in tests/accuracy.
"""

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
