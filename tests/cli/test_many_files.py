"""A county in one call: a line for each file, a table of those that need somebody, and reports with all of it."""

import json
import re

import pytest
from tests.support.example import ROOT, changed
from tests.support.shell import Shell

from reportgen.cli import batch, several

SMALL = (ROOT / "templates" / "problem-list" / "example.yaml").read_text(encoding="utf-8")
WRONG_SUM = ("支出: 114.60}", "支出: 115.60}")
COUNT = 22


@pytest.fixture
def county(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Twenty units without findings, one with an error, one that cannot be read."""
    monkeypatch.setattr(batch, "_cores", lambda: 1)
    (shell.folder / "县").mkdir()
    for number in range(COUNT - 2):
        shell.write(f"县/单位{number:02}.yaml", SMALL)
    shell.write("县/科技馆.yaml", changed(WRONG_SUM))
    (shell.folder / "县" / "坏.yaml").write_bytes("单位: 某局".encode() + b"\xff\xfe\xff")
    return shell


def build(shell: Shell) -> tuple[int, list[str], str]:
    code, out, err = shell.run("build", "县", "--format", "txt")
    return code, out.splitlines(), err


def test_each_file_has_a_line_and_the_table_those_that_need_somebody(county: Shell) -> None:
    code, out, err = build(county)
    assert code == 2
    assert out[0] == "县/单位00.yaml：已生成，没有发现问题"
    assert "县/科技馆.yaml：已生成，错误 1 处" in out
    assert any(line.startswith("县/坏.yaml：没有生成，") for line in out)
    assert not any("NUM003" in line for line in out), "all findings are in the reports"
    table = out[COUNT:]
    assert [line.split()[0] for line in table[:4]] == ["文件", "县/坏.yaml", "县/科技馆.yaml", "共"]
    assert "已生成 21，没有生成 1" in table[3]
    assert table[-1] == "每个文件的结果和问题都写在 output/build-report.html（程序读的在 output/build-report.json）"
    assert err.startswith("县/坏.yaml ")


def test_the_next_call_makes_what_is_missing_and_says_the_same(county: Shell) -> None:
    build(county)
    code, out, _err = build(county)
    assert code == 2
    assert out[0] == "县/单位00.yaml：没有变化，没有发现问题"
    assert "县/科技馆.yaml：没有变化，错误 1 处" in out


def test_reports_have_every_file_with_its_findings_and_outputs(county: Shell) -> None:
    build(county)
    said = json.loads((county.folder / "output" / "build-report.json").read_text(encoding="utf-8"))
    files = {entry["file"]: entry for entry in said["files"]}
    assert len(files) == COUNT
    assert said["summary"] == said["summary"] | {"built": 21, "refused": 1, "current": 0, "edited": 0, "error": 1}
    wrong = files["县/科技馆.yaml"]
    assert (wrong["result"], wrong["outputs"]) == ("built", ["output/科技馆.txt"])
    assert [finding["code"] for finding in wrong["findings"]] == ["NUM003"]
    assert files["县/坏.yaml"]["problem"]
    page = (county.folder / "output" / "build-report.html").read_text(encoding="utf-8")
    assert "共 22 个文件：已生成 21，没有生成 1。" in page
    assert re.search(r"<td>已生成，错误 1 处</td>", page)
    assert page.count("<article") == 1
    assert "115.60" in page, "the line is quoted"


def test_findings_beyond_what_a_page_holds_are_counted_on_it(county: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.cli.build_report._MOST_CARDS", 0)
    build(county)
    page = (county.folder / "output" / "build-report.html").read_text(encoding="utf-8")
    assert "问题太多，有 1 个文件的没有展开，都在 build-report.json 里。" in page
    assert "<article" not in page


def test_a_table_ends_somewhere(county: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(several, "_MOST_ROWS", 1)
    assert build(county)[1][-2] == "另有 1 个文件有问题，没有列在表里。"


def test_reports_that_cannot_be_written_stop_no_document(county: Shell) -> None:
    (county.folder / "output" / "build-report.json").mkdir(parents=True)
    code, out, err = build(county)
    assert code == 3
    assert "县/单位00.yaml：已生成，没有发现问题" in out
    assert err.endswith("写不了 output/build-report.json：这是一个文件夹\n")


def test_no_content_file_takes_the_name_of_the_reports(county: Shell) -> None:
    county.write("县/build-report.yaml", SMALL)
    code, _out, err = build(county)
    assert (code, err.split("：")[0]) == (2, "县/build-report.yaml")
