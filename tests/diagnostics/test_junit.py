"""JUnit XML: what a build server counts."""

from xml.etree.ElementTree import Element, fromstring

import pytest
from tests.diagnostics.outcomes import FILE, SUM, UNREADABLE, outcome

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.formats import emit
from reportgen.record import replace


def suites(*findings: Diagnostic, limit: Severity | None = Severity.ERROR) -> Element:
    return fromstring(emit("junit", outcome(*findings, limit=limit)))


def test_a_file_is_a_suite_and_a_finding_a_case() -> None:
    found, clean, unreadable = suites()
    assert [suite.get("name") for suite in (found, clean, unreadable)] == [FILE, "好.yaml", "坏.yaml"]
    assert [case.get("name") for case in found][1] == f"NUM003 分项之和与总额不符 {FILE}:2:25"
    assert [case.get("name") for case in clean] == ["没有发现问题"]
    error = unreadable.find("testcase/error")
    assert error is not None
    assert error.get("message") == UNREADABLE


@pytest.mark.parametrize(
    ("limit", "failures"), [(Severity.ERROR, 1), (Severity.WARNING, 2), (Severity.HINT, 3), (None, 0)]
)
def test_what_fails_the_run_is_a_failure(limit: Severity | None, failures: int) -> None:
    root = suites(limit=limit)
    assert len(list(root.iter("failure"))) == failures
    assert root.get("failures") == root[0].get("failures") == str(failures)


def test_the_counts_are_those_of_the_cases() -> None:
    root = suites()
    assert {name: root.get(name) for name in ("tests", "failures", "errors", "skipped")} == {
        "tests": "6",
        "failures": "1",
        "errors": "1",
        "skipped": "1",
    }


def test_an_acknowledged_finding_is_skipped_with_its_reason() -> None:
    assert [skipped.get("message") for skipped in suites().iter("skipped")] == ["按公开发布的原文录入"]


def test_a_fatal_finding_is_an_error_whatever_fails_the_run() -> None:
    found, *_others = suites(replace(SUM, severity=Severity.FATAL), limit=None)
    assert [error.get("type") for error in found.iter("error")] == ["NUM003"]


def test_a_failure_holds_the_working() -> None:
    (failure,) = suites().iter("failure")
    assert failure.text is not None
    assert "2 个分项合计 275.57：60 + 215.57\n相差 30.68万元" in failure.text


def test_what_xml_cannot_hold_is_replaced() -> None:
    (failure,) = suites(replace(SUM, label="退\x08格 <&>")).iter("failure")
    assert "退\ufffd格 <&>" in (failure.text or "")
