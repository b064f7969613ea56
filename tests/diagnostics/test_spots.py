"""Findings about documents without lines (Word, PDF): page, paragraph and cell in every format, never a line number."""

import json
from xml.etree.ElementTree import fromstring

import pytest

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.formats import emit
from reportgen.diagnostics.outcome import Examined, Outcome
from reportgen.diagnostics.report import Report
from reportgen.diagnostics.text import report_lines
from reportgen.finished.parts import spot_of_box, spot_of_line
from reportgen.place import Place, Spot

FILE = "报告.docx"
LINES = ("某市科技馆2024年度部门整体支出绩效评价报告", "支出78.4万元,比上年增长。", "约80余万元")
COMMA = Diagnostic(
    "PUN001",
    Severity.WARNING,
    "汉字之间用了半角标点",
    Place(FILE, 2, 9, 1, spot=spot_of_line(3, 12)),
    "「,」应为「，」",
    section="一、概况",
)
ABOUT = Diagnostic(
    "WRD002", Severity.WARNING, "概数重复", Place(FILE, 3, 1, 6, spot=spot_of_box(4, 2, 3, 2)), "概数词用了两次"
)
PLAIN = Diagnostic(
    "PUN001", Severity.WARNING, "汉字之间用了半角标点", Place("报告.txt", 2, 8, 1, spot=Spot(line=7, words="第 7 行"))
)
OUTCOME = Outcome((Examined(FILE, Report.of((COMMA, ABOUT)), {FILE: LINES}), Examined("报告.txt", Report.of((PLAIN,)))))


def test_text_says_where_a_reader_finds_it_and_quotes_the_paragraph() -> None:
    assert list(report_lines([COMMA], {FILE: LINES})) == [
        "警告 PUN001 汉字之间用了半角标点",
        " ┌─ 报告.docx 第3页第12段   （一、概况）",
        " │ 支出78.4万元,比上年增长。",
        " │             ^ 「,」应为「，」",
        "",
    ]


def test_concise() -> None:
    assert (
        emit("concise", OUTCOME).splitlines()[1]
        == "报告.docx 第4页 表2 第3行第2列: 警告 WRD002 概数重复：概数词用了两次"
    )


def test_json_has_page_paragraph_and_cell() -> None:
    docx, txt = json.loads(emit("json", OUTCOME))["files"]
    keys = ("line", "page", "paragraph", "cell", "where", "text", "column", "length")
    comma, about = ({key: finding[key] for key in keys} for finding in docx["findings"])
    assert comma == {
        "line": None,
        "page": 3,
        "paragraph": 12,
        "cell": None,
        "where": "第3页第12段",
        "text": LINES[1],
        "column": 9,
        "length": 1,
    }
    assert about["cell"] == {"table": 2, "row": 3, "column": 2}
    assert [txt["findings"][0][key] for key in ("line", "where")] == [7, "第 7 行"]


def test_sarif_has_logical_locations_and_no_region() -> None:
    first, second, plain = json.loads(emit("sarif", OUTCOME))["runs"][0]["results"]
    assert "region" not in first["locations"][0]["physicalLocation"]
    assert first["locations"][0]["logicalLocations"] == [
        {"fullyQualifiedName": "一、概况"},
        {"name": "第3页第12段", "kind": "paragraph"},
    ]
    assert second["locations"][0]["logicalLocations"] == [{"name": "第4页 表2 第3行第2列", "kind": "cell"}]
    assert second["properties"] == {"certain": True, "page": 4, "table": 2, "row": 3, "column": 2}
    assert plain["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}


def test_github_says_the_place_in_words() -> None:
    first, _second, plain = emit("github", OUTCOME).splitlines()
    assert (
        first
        == "::warning file=报告.docx,title=警告 PUN001 汉字之间用了半角标点::第3页第12段%0A「%2C」应为「，」".replace(
            "%2C", ","
        )
    )
    assert ",line=7,endLine=7::" in plain


def test_junit_names_the_case_by_the_place() -> None:
    cases = list(fromstring(emit("junit", OUTCOME)).iter("testcase"))
    assert [case.get("line") for case in cases] == [None, None, "7"]
    assert cases[1].get("name") == "WRD002 概数重复 报告.docx 第4页 表2 第3行第2列"


@pytest.mark.parametrize("words", ["第3页第12段", "第4页 表2 第3行第2列", "第 7 行"])
def test_html_shows_the_place(words: str) -> None:
    assert words in emit("html", OUTCOME)


def test_findings_stand_in_the_order_of_the_document() -> None:
    whole = Diagnostic("LAY001", Severity.WARNING, "版面", Place(FILE, spot=Spot(page=2, words="第2页")))
    assert [finding.code for finding in Report.of((ABOUT, whole, COMMA))] == ["LAY001", "PUN001", "WRD002"]
