"""What printed lines are called."""

from pathlib import Path

import pytest
from tests.support.made import ROOT

from reportgen.diagnostics.dismissal_kinds import INCOMPLETE
from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked
from reportgen.place import Place
from reportgen.review.fingerprint import Fingerprints, fingerprint
from reportgen.review.trace import Trace, trace_from, trace_of
from reportgen.source.paths import Texts
from reportgen.source.reader import read_source

SCHOOL = """\
文种: official-letter
发文机关: 示例市第一中学
发文字号: 示例一中函〔2025〕3号
成文日期: 2025-03-05
标题: 关于报送绩效自评材料的函
主送机关: 示例市教育局
正文: |
  自评工作已经完成。

  全年支出120.00万元。
"""


def _trace(checked: Checked) -> Trace:
    assert checked.document is not None
    return trace_of(checked.document, checked.source.root, checked.source.file, checked.original)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter of a school."""
    path = tmp_path / "letter.yaml"
    path.write_text(SCHOOL, encoding="utf-8")
    return path


def test_every_line_has_a_name_of_its_own() -> None:
    """Cells of a long form, headings that the pack prints, and text."""
    trace = _trace(check_file(ROOT / "content/dongguan-2020.yaml"))
    assert len({line.name for line in trace.lines}) == len(trace.lines) > 200


def test_a_name_stays_when_words_change(letter: Path) -> None:
    """A name is made of where a text stands in the content; its words, its line in the file and the digest change."""
    before = _trace(check_file(letter))
    letter.write_text("# 定稿前又改过\n" + SCHOOL.replace("已经完成", "现已完成"), encoding="utf-8")
    after = _trace(check_file(letter))
    assert [line.name for line in after.lines] == [line.name for line in before.lines]
    changed = {
        (old.path, new.line - old.line) for old, new in zip(before.lines, after.lines, strict=True) if old != new
    }
    assert ("正文", 1) in changed
    assert before.digest != after.digest


def test_it_comes_back_as_it_went(letter: Path) -> None:
    """As JSON; what is no trace is none."""
    trace = _trace(check_file(letter))
    assert trace_from(trace.as_json()) == trace
    assert [
        trace_from(wrong) for wrong in (b"", b"{}", b"[1]", trace.as_json().replace(b'"format": 1', b'"format": 9'))
    ] == [None] * 4


def test_a_finding_is_known_again_until_its_figures_change(tmp_path: Path) -> None:
    """Lines put in above move it; another figure makes it another."""
    path = tmp_path / "nanyang.yaml"
    text = (ROOT / "content/nanyang-2020.yaml").read_text(encoding="utf-8")

    def fingerprints(text: str) -> set[str]:
        path.write_text(text, encoding="utf-8")
        checked = check_file(path)
        assert checked.source.root is not None
        texts, lines = Texts(checked.source.root), checked.source.lines
        return {
            fingerprint(finding, texts, lines[finding.place.line - 1] if finding.place.line else "")
            for finding in checked.report
            if finding.code.startswith("NUM")
        }

    before = fingerprints(text)
    assert before
    assert fingerprints("# 说明\n\n" + text) == before
    assert fingerprints(text.replace("288.1", "288.2")) != before


@pytest.mark.parametrize("beside", ["示例中学.不改.yaml", "示例县医院.docx.不改.yaml", "水务局.pdf.不改.yaml"])
def test_what_stands_in_a_file_beside_it_is_known_without_words_of_the_file(beside: str) -> None:
    """Line 3 of the list is not line 3 of the content file."""
    finding = INCOMPLETE.at(Place(beside, 3, 1, 6))
    made = {Fingerprints(read_source(text, "报告.yaml")[0]).of(finding) for text in (SCHOOL, "# 说明\n\n" + SCHOOL)}
    assert len(made) == 1
