"""What a page to click through has exported comes home: words changed, findings that stay as they are, older drafts."""

import json
from pathlib import Path

import pytest
from tests.support.example import ROOT, changed
from tests.support.shell import Shell

from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked
from reportgen.review.fingerprint import Fingerprints
from reportgen.review.trace import Trace, trace_of

SAYS = ("成立评价小组", "成立由办公室、展览部组成的评价小组")
"""Words of the report, and what somebody wants in their place."""


def exported(checked: Checked) -> str:
    """As the page writes it: words to be changed, a remark, and a finding that stays as it is."""
    assert checked.document is not None
    trace = trace_of(checked.document, checked.source.root, checked.source.file, checked.original)
    wrong = next(each for each in checked.report if each.code == "NUM003")
    told = {
        "format": "reportgen-review-page",
        "version": 1,
        "file": trace.file,
        "digest": trace.digest,
        "remarks": [remark(trace, SAYS[0], "replacement", SAYS[1]), remark(trace, "逐项打分", "note", "评分表附后")],
        "findings": [
            {
                "key": Fingerprints(checked.source).of(wrong),
                "code": "NUM003",
                "state": "rejected",
                "reason": "原件如此",
                "author": "李审核",
                "date": "2025-03-25 10:21",
            }
        ],
        "lines": [[line.name, line.text, line.path, line.line, line.section] for line in trace.lines],
    }
    return json.dumps(told, ensure_ascii=False)


def remark(trace: Trace, words: str, mark: str, text: str) -> dict[str, object]:
    line = next(line for line in trace.lines if words in line.text)
    before = line.text[: line.text.index(words)]
    said = {
        "mark": mark,
        "author": "李审核",
        "date": "2025-03-25 10:20",
        "text": text,
        "words": words,
        "before": before,
    }
    return said | {"page": 2, "line": line.name, "paragraph": line.text}


@pytest.fixture
def sent(shell: Shell) -> Path:
    """The content file, with the export of its page beside it."""
    path = shell.write("内容.yaml", changed(("支出: 114.60", "支出: 116.40")))
    shell.write("内容-意见.json", exported(check_file(Path("内容.yaml"))))
    return path


def test_words_are_changed_and_what_stays_is_noted(shell: Shell, sent: Path) -> None:
    _code, out, _err = shell.run("pull", "内容-意见.json", "--apply")
    assert "评分表附后" in out
    assert SAYS[1] in sent.read_text(encoding="utf-8")
    listed = (shell.folder / "内容.不改.yaml").read_text(encoding="utf-8")
    assert "原件如此" in listed
    assert [each.code for each in check_file(Path("内容.yaml")).report if each.pending] == []


def test_a_draft_that_went_on_gets_the_words_all_the_same(shell: Shell, sent: Path) -> None:
    """The export carries the lines that were sent out, so that later changes of others stay."""
    text = sent.read_text(encoding="utf-8")
    later = text.replace("# 部门整体支出绩效评价报告", "# 改过一次\n# 部门整体支出绩效评价报告", 1).replace(
        "逐项打分", "逐项评分"
    )
    sent.write_text(later, encoding="utf-8")
    _code, out, _err = shell.run("pull", "内容-意见.json", "--apply")
    assert "送出去以后又改过" in out
    assert sent.read_text(encoding="utf-8") == later.replace(*SAYS)


def test_words_of_every_document_of_a_file_come_home(shell: Shell) -> None:
    """The page shows all documents that a file makes; a text that only the second prints is changed in the file."""
    source = ROOT / "content" / "example-year-2024.yaml"
    path = shell.write("一年.yaml", source.read_text(encoding="utf-8"))
    checked = check_file(Path("一年.yaml"))
    traces = [trace_of(draft.document, checked.source.root, "一年.yaml", checked.original) for draft in checked.drafts]
    said = remark(traces[1], "已为今后的活动确定备用场地", "replacement", "已备好两处场地")
    lines = {line.name: [line.name, line.text, line.path, line.line, line.section] for t in traces for line in t.lines}
    head = {"format": "reportgen-review-page", "version": 1, "file": "一年.yaml", "digest": traces[0].digest}
    told = head | {"remarks": [said], "findings": [], "lines": list(lines.values())}
    shell.write("一年-意见.json", json.dumps(told, ensure_ascii=False))
    _code, out, _err = shell.run("pull", "一年-意见.json", "--apply")
    assert "未能对应" not in out
    assert "已备好两处场地" in path.read_text(encoding="utf-8")
