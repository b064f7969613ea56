"""What a finance officer reads: each file of `transcripts/` is a change to the example and the report that follows.

A transcript has lines `旧 => 新` (what is changed in the pack's example.yaml; `⏎` stands for a line end), a line `---`,
and the report as it must be printed. `REPORTGEN_ACCEPT=1 pytest tests/test_transcripts.py` writes the reports anew.
"""

import os
from pathlib import Path

import pytest
from tests.support.example import changed

from reportgen.diagnostics.text import report_lines, summary
from reportgen.pipeline.check import check_text

FOLDER = Path(__file__).parent / "transcripts"
RULER = "\n---\n"


def changes(head: str) -> list[tuple[str, str]]:
    pairs = (line.split(" => ", 1) for line in head.splitlines() if " => " in line)
    return [(old.replace("⏎", "\n"), new.replace("⏎", "\n").replace("→", "\t")) for old, new in pairs]


def printed(head: str) -> str:
    checked = check_text(changed(*changes(head)), "内容.yaml")
    lines = report_lines(checked.report, {"内容.yaml": checked.source.lines})
    return "\n".join([*(line.rstrip() for line in lines), summary(checked.report)]) + "\n"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_the_report_reads_as_written_down(path: Path) -> None:
    head, _ruler, wanted = path.read_text(encoding="utf-8").partition(RULER)
    got = printed(head)
    if os.environ.get("REPORTGEN_ACCEPT"):
        path.write_text(head + RULER + got, encoding="utf-8")
        return
    assert got == wanted


def test_there_are_transcripts() -> None:
    assert len(list(FOLDER.glob("*.txt"))) >= 15
