"""JSON: what a program of the finance bureau reads."""

import json
from typing import Any

from tests.diagnostics.outcomes import FILE, UNREADABLE, outcome

from reportgen.diagnostics.formats import emit


def read() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(emit("json", outcome()))
    return document


def test_a_finding_has_its_place_its_working_and_its_basis() -> None:
    assert read()["files"][0]["findings"][1] == {
        "code": "NUM003",
        "severity": "error",
        "certain": True,
        "title": "分项之和与总额不符",
        "file": FILE,
        "line": 2,
        "column": 25,
        "length": 6,
        "last_line": 2,
        "where": None,
        "paragraph": None,
        "cell": None,
        "text": None,
        "section": "三、（二）执行管理情况分析",
        "page": 4,
        "label": "244.89",
        "notes": ["2 个分项合计 275.57：60 + 215.57", "相差 30.68万元"],
        "basis": "《项目支出绩效评价管理办法》（财预〔2020〕10号）",
        "fix": "更正总额",
        "acknowledged": None,
        "repair": None,
    }


def test_every_file_is_named_with_what_stopped_it() -> None:
    files = [(entry["file"], entry["problem"], len(entry["findings"])) for entry in read()["files"]]
    assert files == [(FILE, None, 4), ("好.yaml", None, 0), ("坏.yaml", UNREADABLE, 0)]


def test_findings_are_counted_by_severity_and_by_code() -> None:
    document = read()
    assert document["summary"] == {
        "fatal": 0,
        "error": 1,
        "warning": 1,
        "hint": 1,
        "uncertain": 1,
        "acknowledged": 1,
        "unreadable": 1,
    }
    assert [(count["code"], count["pending"], count["acknowledged"]) for count in document["statistics"]] == [
        ("FMT003", 1, 0),
        ("NUM003", 1, 0),
        ("PUN001", 1, 0),
        ("WRD001", 0, 1),
    ]


def test_an_acknowledged_finding_keeps_its_reason() -> None:
    (accepted,) = [finding for finding in read()["files"][0]["findings"] if finding["acknowledged"]]
    assert (accepted["code"], accepted["acknowledged"]) == ("WRD001", "按公开发布的原文录入")
