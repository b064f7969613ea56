"""A PDF comes home: struck words, carets and replacements become patches, all else is listed at its line."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import AttachedFileSpec, Pdf
from tests.support.annotated import Planted, Program, Sort, annotated
from tests.support.forged import saved
from tests.support.letters import LETTER

from reportgen.errors import UsageProblem
from reportgen.pipeline.build import Built
from reportgen.pipeline.pull import pull
from reportgen.pipeline.returned import read_copy
from reportgen.review.outcome import Fate, Pulled
from reportgen.review.trace import trace_of

Home = Callable[..., Pulled]
SCHOOL = (
    LETTER.partition("正文: |\n")[0].replace("水质监测", "教学楼维修").replace("示例县水务局", "示例县第一中学")
    + "正文: |\n  教学楼维修工程已于年底竣工，门窗、屋面和电路全部更换，师生已经搬回原来的教室上课。\n"
)
"""Another letter."""


@pytest.fixture
def with_trace(sent: Built) -> bytes:
    """The PDF that went round, which carries the names of its lines."""
    checked = sent.checked
    assert checked.document is not None
    trace = trace_of(checked.document, checked.source.root, checked.source.file, checked.original)

    def attach(pdf: Pdf) -> None:
        pdf.attachments["行名.json"] = AttachedFileSpec(pdf, trace.as_json(), filename="行名.json")

    return saved(sent.outputs["pdf"], attach)


@pytest.fixture
def home(with_trace: bytes, letter: Path) -> Home:
    """What comes home of a PDF with marks."""

    def come(*marks: Planted, content: bytes = with_trace, facts: bool = False) -> Pulled:
        path = letter.with_name("copy.pdf")
        path.write_bytes(annotated(content, list(marks)))
        return pull(read_copy(path), letter, facts=facts)

    return come


def test_what_is_struck_and_what_is_put_in_becomes_a_patch(home: Home) -> None:
    """A highlight and a note ask for nothing that a program can do."""
    pulled = home(
        Planted(Sort.STRIKE, "并提出意见"),
        Planted(Sort.CARET, "公开监测结果。", "按月", program=Program.FOXIT),
        Planted(Sort.REPLACE, "不够及时", "不及时", program=Program.FOXIT),
        Planted(Sort.HIGHLIGHT, "群众投诉", "口径？"),
    )
    assert [each.fate for each in pulled.outcomes] == [Fate.CHANGES, Fate.TOLD, Fate.CHANGES, Fate.CHANGES]
    for words in ("请予审核。", "按月公开监测结果。", "公开得不及时。"):
        assert words in pulled.after
    assert [each.line for each in pulled.outcomes] == [13, 16, 20, 23]


def test_struck_words_with_a_remark_are_left_to_the_writer(home: Home) -> None:
    """Acrobat copies the struck words into the note if it is told to: that is no remark."""
    pulled = home(
        Planted(Sort.STRIKE, "并提出意见", "改为「并批复」"), Planted(Sort.STRIKE, "特此函告。", "特此函告。")
    )
    assert [each.fate for each in pulled.outcomes] == [Fate.TOLD, Fate.CHANGES]
    assert "特此函告" not in pulled.after
    assert "并提出意见" in pulled.after


def test_a_struck_figure_of_a_fact_is_refused(home: Home) -> None:
    pulled = home(Planted(Sort.REPLACE, "98.5%", "98.6%"))
    assert pulled.before == pulled.after
    assert [(each.fact.name, each.changes[0].new) for each in pulled.facts] == [("数据.合格率", "98.6%")]
    assert "合格率: 98.6%" in home(Planted(Sort.REPLACE, "98.5%", "98.6%"), facts=True).after


def test_without_a_trace_the_words_find_the_lines(home: Home, sent: Built) -> None:
    pulled = home(Planted(Sort.REPLACE, "扩大监测范围", "增加监测断面"), content=sent.outputs["pdf"])
    assert [(each.fate, each.line) for each in pulled.outcomes] == [(Fate.CHANGES, 23)]


def test_a_pdf_of_another_document_is_listed_and_changes_nothing(home: Home, sent: Built, letter: Path) -> None:
    """Of a school, with other text: what is remarked there is kept without a place."""
    letter.write_text(SCHOOL, encoding="utf-8")
    pulled = home(Planted(Sort.STRIKE, "群众投诉"), content=sent.outputs["pdf"])
    assert [each.fate for each in pulled.outcomes] == [Fate.UNPLACED]
    assert pulled.before == pulled.after


def test_a_trace_of_another_file_is_refused(home: Home, letter: Path) -> None:
    """Nobody wants the remarks on one letter in another."""
    other = letter.with_name("other.yaml")
    other.write_text(SCHOOL, encoding="utf-8")
    home(Planted(Sort.STRIKE, "群众投诉"))
    with pytest.raises(UsageProblem, match="不是由"):
        pull(read_copy(letter.with_name("copy.pdf")), other)


def test_a_locked_pdf_is_refused(sent: Built, letter: Path) -> None:
    locked = saved(sent.outputs["pdf"], lambda _pdf: None, pikepdf.Encryption(user="1", owner="2"))
    letter.with_name("copy.pdf").write_bytes(locked)
    with pytest.raises(UsageProblem, match="密码"):
        read_copy(letter.with_name("copy.pdf"))


def test_five_hundred_remarks_all_come_home(home: Home) -> None:
    """And in little time: `script/remarks` tries 5,000."""
    words = ("群众投诉", "水样合格率", "公开监测结果", "偏远乡镇", "请予审核")
    marks = [Planted(Sort.HIGHLIGHT, words[n % 5], f"第{n}条", f"作者{n % 7}") for n in range(500)]
    pulled = home(*marks)
    assert {each.remark.text for each in pulled.outcomes} == {f"第{n}条" for n in range(500)}
    assert {each.line for each in pulled.outcomes} == {13, 16, 19, 23}
