"""SARIF 2.1.0: the parts that its schema requires, and what a code scanner shows of a finding."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.diagnostics.outcomes import FILE, LINES, SUM, UNREADABLE, outcome

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.formats import emit
from reportgen.diagnostics.sarif import uri
from reportgen.place import NOWHERE, Place
from reportgen.record import replace

REQUIRED: dict[str, tuple[set[str], set[str]]] = {
    "": ({"version", "runs"}, {"$schema"}),
    "runs": ({"tool"}, {"language", "columnKind", "artifacts", "invocations", "results"}),
    "tool": ({"driver"}, set()),
    "driver": ({"name"}, {"version", "rules"}),
    "rules": ({"id"}, {"shortDescription", "fullDescription", "help", "defaultConfiguration", "properties"}),
    "help": ({"text"}, {"markdown"}),
    "artifacts": (set(), {"location"}),
    "invocations": ({"executionSuccessful"}, {"toolExecutionNotifications"}),
    "toolExecutionNotifications": ({"message"}, {"level", "locations"}),
    "results": (
        {"message"},
        {"ruleId", "ruleIndex", "level", "locations", "suppressions", "properties", "fixes"},
    ),
    "locations": (set(), {"physicalLocation", "logicalLocations"}),
    "physicalLocation": (set(), {"artifactLocation", "region"}),
    "region": (set(), {"startLine", "endLine", "startColumn", "endColumn", "snippet"}),
    "fixes": ({"artifactChanges"}, {"description", "properties"}),
    "artifactChanges": ({"artifactLocation", "replacements"}, set()),
    "replacements": ({"deletedRegion"}, {"insertedContent"}),
    "suppressions": ({"kind"}, {"status", "justification"}),
}
"""Objects of the schema by the property that holds them: what each must have, and what else it may have here."""


def run(*findings: Diagnostic) -> dict[str, Any]:
    (only,) = json.loads(emit("sarif", outcome(*findings)))["runs"]
    assert isinstance(only, dict)
    return only


def faults(node: Any, name: str = "") -> list[str]:
    """Properties that are missing or that the schema does not know, in the whole tree."""
    if isinstance(node, list):
        return [fault for item in node for fault in faults(item, name)]
    if not isinstance(node, dict):
        return []
    required, optional = REQUIRED.get(name, (set(), set(node)))
    own = [f"{name} lacks {key}" for key in required - node.keys()]
    own += [f"{name} has {key}" for key in node.keys() - required - optional]
    return own + [fault for key, value in node.items() for fault in faults(value, key)]


def test_the_required_parts_are_there_and_nothing_unknown() -> None:
    document = json.loads(emit("sarif", outcome()))
    assert document["version"] == "2.1.0"
    assert faults(document) == []


def test_columns_count_characters() -> None:
    """𠮷 lies outside the plane of 16-bit units, and counts once."""
    assert run()["columnKind"] == "unicodeCodePoints"
    column = LINES[2].index(", ") + 1
    (result,) = run(replace(SUM, place=Place(FILE, 3, column, 2)))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {
        "startLine": 3,
        "endLine": 3,
        "startColumn": 14,
        "endColumn": 16,
        "snippet": {"text": ", "},
    }


def test_a_finding_over_several_lines_ends_with_its_last() -> None:
    (result,) = run(replace(SUM, place=Place(FILE, 1, 1, 2, 3)))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 1, "endLine": 3}


def test_a_finding_without_a_line_or_without_a_file_has_no_region() -> None:
    nowhere, whole_file = run(replace(SUM, place=NOWHERE), replace(SUM, place=Place(FILE)))["results"]
    assert nowhere["locations"] == []
    assert whole_file["locations"][0]["physicalLocation"].keys() == {"artifactLocation"}


def test_a_result_says_what_is_wrong_and_what_to_do_and_points_at_its_rule() -> None:
    everything = run()
    result = everything["results"][1]
    assert result["message"]["text"].splitlines() == [
        "分项之和与总额不符",
        "244.89",
        "2 个分项合计 275.57：60 + 215.57",
        "相差 30.68万元",
        "依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）",
        "改法：更正总额",
    ]
    assert result["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "三、（二）执行管理情况分析"}]
    assert everything["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "NUM003"


def test_severities_become_levels() -> None:
    assert [result["level"] for result in run()["results"]] == ["note", "error", "warning", "warning"]


def test_a_rule_brings_its_manual_page() -> None:
    rule = next(rule for rule in run()["tool"]["driver"]["rules"] if rule["id"] == "NUM003")
    assert rule["fullDescription"]["text"] == "各分项的批复、到位、支出相加，应等于「项目资金」的总额。"
    for heading in ("为什么", "错例", "正例", "依据", "改法"):
        assert f"\n{heading}\n" in rule["help"]["text"]
        assert f"## {heading}\n" in rule["help"]["markdown"]


def test_an_acknowledged_finding_is_suppressed_with_the_reason() -> None:
    """Either all results have suppressions or none (§3.27.23)."""
    suppressions = [result["suppressions"] for result in run()["results"]]
    reason = {"kind": "inSource", "status": "accepted", "justification": "按公开发布的原文录入"}
    assert sorted(suppressions, key=len) == [[], [], [], [reason]]


def test_a_file_that_cannot_be_read_makes_the_run_unsuccessful() -> None:
    (invocation,) = run()["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == UNREADABLE


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("content/a.yaml", "content/a.yaml"),
        ("某市 科技馆#1.yaml", "%E6%9F%90%E5%B8%82%20%E7%A7%91%E6%8A%80%E9%A6%86%231.yaml"),
    ],
)
def test_a_path_becomes_an_address(file: str, address: str) -> None:
    assert uri(file) == address


def test_a_whole_path_becomes_a_file_address(tmp_path: Path) -> None:
    assert uri(str(tmp_path / "a.yaml")) == (tmp_path / "a.yaml").as_uri()
