"""A PDF comes home: struck words, carets and replacements become patches, all else is listed at its line."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import AttachedFileSpec, Dictionary, Name, Pdf, String
from tests.support.annotated import Planted, Program, Sort, annotated
from tests.support.forged import saved
from tests.support.letters import LETTER
from tests.support.shell import Shell

from reportgen.errors import UsageProblem
from reportgen.pipeline.build import Built
from reportgen.pipeline.pull import pull
from reportgen.pipeline.returned import read_copy
from reportgen.review.patches.outcome import Fate, Pulled
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
    assert "送出去的那一版已经没有了" in pulled.outcomes[0].why
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


def test_a_finding_that_is_refused_in_the_copy_is_dismissed(shell: Shell) -> None:
    """With the answer as the reason; the next check no longer reports it."""
    text = LETTER.replace("完成了年初确定的各项任务。", "完成了年初确定的各项任务,成效明显。")
    (shell.folder / "letter.yaml").write_text(text, encoding="utf-8")
    shell.run("review", "letter.yaml")
    path = shell.folder / "output" / "letter-送审.pdf"

    def refuse(pdf: Pdf) -> None:
        page = pdf.pages[0]
        note = next(each for each in page.Annots if str(each.get("/Contents", "")).find("PUN001") >= 0)
        for said, state in (("原文如此", ""), ("", "Rejected")):
            answer = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=note.Rect, T=String("王主任"), IRT=note)
            answer.Contents = String(said)
            if state:
                answer.State, answer.StateModel = String(state), String("Review")
            page.Annots.append(pdf.make_indirect(answer))

    path.write_bytes(saved(path.read_bytes(), refuse))
    _code, out, _err = shell.run("pull", "output/letter-送审.pdf")
    assert "有 1 个问题批了不采纳；加 --apply 就记下来" in out
    _code, out, _err = shell.run("pull", "output/letter-送审.pdf", "--apply")
    assert "不改（原文如此），已记在 letter.不改.yaml" in out
    assert shell.run("check", "letter.yaml")[1].endswith("原因：原文如此\n已确认 1 处\n")


def test_a_mark_in_a_note_is_found_by_its_words(home: Home) -> None:
    """A note is no line of the document, but it was typed somewhere."""
    pulled = home(Planted(Sort.HIGHLIGHT, "示例河上游", "哪两个？"), Planted(Sort.STRIKE, "两个乡镇"))
    assert [(each.line, each.fate) for each in pulled.outcomes] == [(19, Fate.TOLD), (19, Fate.REFUSED)]
    assert "在注" in pulled.outcomes[1].why
