"""A line of a form on which more was spent than its budget of the year."""

from pathlib import Path

import pytest
from tests.support.example import ROOT

from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_file, check_text

EXAMPLE = (ROOT / "templates" / "project-self-evaluation" / "example.yaml").read_text(encoding="utf-8")
LINE = "全年预算数: 78.00, 全年执行数: 76.40"


def form(unit: str, budget: str, spent: str) -> str:
    assert LINE in EXAMPLE
    return EXAMPLE.replace("某市科技馆", unit).replace(LINE, f"全年预算数: {budget}, 全年执行数: {spent}", 1)


SAID = [
    ("示例县人民医院", "78.00", "78.40", ["超出 0.4万元"]),
    ("样板镇中心学校", "78.00", "780.00", ["超出 702万元"]),
    ("示例县人民法院", "78.00", "78.00", []),
    ("某市水务局", "78.00", "0.00", []),
]


@pytest.mark.parametrize(("unit", "budget", "spent", "labels"), SAID)
def test_more_than_the_budget_of_its_line_is_said(unit: str, budget: str, spent: str, labels: list[str]) -> None:
    found = [each for each in check_text(form(unit, budget, spent), "表.yaml").report if each.code == "NUM002"]
    assert [each.label for each in found] == labels
    assert all(each.certain for each in found)


def test_in_a_form_that_somebody_else_made_line_and_total_are_suspected(tmp_path: Path) -> None:
    path = tmp_path / "自评表.docx"
    path.write_bytes(build(check_text(form("某市水务局", "78.00", "87.40"), "表.yaml"), ("docx",)).outputs["docx"])
    found = [each for each in check_file(path).report if each.code == "NUM002"]
    assert [each.certain for each in found] == [False, False]
