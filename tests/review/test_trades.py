"""The same of other trades: a table of a hospital, items of a school, paragraphs of a court; two tools on one copy."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from tests.support.letters import COURT, HOSPITAL, SCHOOL
from tests.support.reviewed import LI, WANG, ZHANG, Copy

from reportgen.pipeline.build import build_file
from reportgen.pipeline.pull import pull
from reportgen.pipeline.returned import read_copy
from reportgen.review.patches.outcome import Fate, Pulled
from reportgen.word.package import W
from reportgen.word.tracked import Tracked

Edit = Callable[[Copy], None]
_SENT: dict[str, bytes] = {}


def home(path: Path, text: str, *edits: Edit) -> Pulled:
    """What comes home of a copy of a letter; each is built once."""
    path.write_text(text, encoding="utf-8")
    if text not in _SENT:
        _SENT[text] = build_file(path, (), ("docx",)).outputs["docx"]
    copy = Copy(_SENT[text])
    for edit in edits:
        edit(copy)
    path.with_suffix(".docx").write_bytes(copy.saved())
    return pull(read_copy(path.with_suffix(".docx")), path)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """Where the content file is."""
    return tmp_path / "letter.yaml"


def test_cells_of_a_table(letter: Path) -> None:
    """Words are changed where they were typed; what a reference prints is a fact, in a cell too."""
    pulled = home(
        letter,
        HOSPITAL,
        lambda copy: copy.replace("新增手术间两间", "新增手术间三间", LI),
        lambda copy: copy.retype("含老年病床", "含老年病床和康复床"),
        lambda copy: copy.retype("120", "130"),
        lambda copy: copy.replace("200", "210", LI),
        lambda copy: copy.comment("科室", "加一行儿科", WANG),
    )
    assert "| 外科 | 80 | 新增手术间三间 |" in pulled.after
    assert "| 内科 | {{ 床位.内科 }} | 含老年病床和康复床 |" in pulled.after
    assert [(each.fact.name, each.changes[0].new) for each in pulled.facts] == [("数据.床位.内科", "130")]
    assert {each.fate for each in pulled.outcomes} == {Fate.CHANGES, Fate.FACT, Fate.TOLD, Fate.REFUSED}
    assert [each.why for each in pulled.outcomes if each.fate is Fate.REFUSED] == [
        "这一格由程序算出来（合计、比率、得分一类），请改它用到的数"
    ]
    assert all(each.line for each in pulled.outcomes)


@pytest.mark.parametrize(
    ("text", "words", "other"),
    [(HOSPITAL, "明显缩短", "缩短一半"), (SCHOOL, "没有列入", "尚未列入"), (COURT, "网上预约", "网上立案和预约")],
    ids=["hospital", "school", "court"],
)
def test_words_paragraphs_and_remarks_of_every_trade(letter: Path, text: str, words: str, other: str) -> None:
    """A change, a paragraph more, one less, and a comment."""
    pulled = home(
        letter,
        text,
        lambda copy: copy.replace(words, other, LI),
        lambda copy: copy.add_paragraph(other, "另附明细表。", ZHANG),
        lambda copy: copy.cut_out("特此函告"),
        lambda copy: copy.comment(other[:2], "请核对", WANG),
    )
    assert other in pulled.after
    assert "另附明细表。" in pulled.after
    assert "特此函告" not in pulled.after
    assert [each.fate for each in pulled.outcomes].count(Fate.CHANGES) == 3
    assert [each.remark.text for each in pulled.outcomes if each.fate is Fate.TOLD] == ["请核对"]


def test_items_that_change_places(letter: Path) -> None:
    pulled = home(letter, SCHOOL, lambda copy: copy.paste(copy.cut_out("操场排水"), "部分教室灯光"))
    assert "- 部分教室灯光照度不够。\n  - 操场排水没有列入本次维修。" in pulled.after


def test_a_paragraph_that_two_people_have_changed_with_two_programs(letter: Path) -> None:
    """One tracked his changes, the other typed over the words; LibreOffice has saved it without threads."""
    pulled = home(
        letter,
        COURT,
        lambda copy: copy.replace("平均等候时间", "平均等候", ZHANG),
        lambda copy: copy.retype("立案、缴费和查询", "立案、缴费、查询和送达"),
        lambda copy: copy.split_silently("平均"),
    )
    assert "当事人可以在一个窗口办理立案、缴费、查询和送达，\n" in pulled.after
    assert "  平均等候不到十分钟。" in pulled.after
    assert {each.fate for each in pulled.outcomes} == {Fate.CHANGES}


def test_a_paragraph_below_a_heading_of_the_pack_and_one_typed_anew(letter: Path) -> None:
    """Two absent lines between the same neighbours are told apart by their words."""
    pulled = home(
        letter,
        SCHOOL,
        lambda copy: copy.retype_paragraph("操场排水", "1.操场排水不畅，没有列入本次维修。"),
        lambda copy: copy.retype_paragraph("部分教室灯光", "2.部分教室的灯光照度不够，影响上课。"),
    )
    assert "- 操场排水不畅，没有列入本次维修。" in pulled.after
    assert "- 部分教室的灯光照度不够，影响上课。" in pulled.after


def test_rows_of_a_table_are_told(letter: Path) -> None:
    """A row put in or taken out with tracking on: an entry of the content file is the writer's."""

    def rows(copy: Copy) -> None:
        cell = copy.at("外科")[0]
        row = next(cell.iterancestors(W + "tr"))
        Tracked(copy.file, ZHANG).delete_row(row)
        made = deepcopy(row)
        for node in list(made.iter(W + "bookmarkStart", W + "bookmarkEnd", W + "del")):
            node.getparent().remove(node)
        paragraph = next(made.iter(W + "p"))
        row.addnext(made)
        Tracked(copy.file, ZHANG).insert(paragraph, 0, "儿科")
        Tracked(copy.file, ZHANG).insert_row(made)

    pulled = home(letter, HOSPITAL, rows)
    assert pulled.before == pulled.after
    assert {each.remark.words for each in pulled.outcomes} >= {"外科", "80", "新增手术间两间"}
    assert "儿科" in {each.remark.text for each in pulled.outcomes}
    assert {each.why for each in pulled.outcomes if each.remark.words == "外科"} == {
        "加了或删了表格的一行，请在内容文件里加上或删去这一条"
    }


def test_a_word_file_of_another_document_is_listed_and_changes_nothing(letter: Path) -> None:
    """Without a trace, and with other text: comments and tracked changes are kept without a place."""
    home(letter, COURT)
    copy = Copy(_SENT[COURT])
    copy.strip_bookmarks()
    copy.forget_trace()
    copy.comment("网上预约", "何时？", WANG)
    copy.replace("开通网上预约", "开通网上立案", LI)
    letter.write_text(HOSPITAL, encoding="utf-8")
    letter.with_suffix(".docx").write_bytes(copy.saved())
    pulled = pull(read_copy(letter.with_suffix(".docx")), letter)
    assert [(each.remark.author, each.fate) for each in pulled.outcomes] == [
        ("王主任", Fate.UNPLACED),
        ("李会计", Fate.UNPLACED),
    ]
    assert pulled.before == pulled.after


def test_a_paragraph_that_was_moved_and_changed(letter: Path) -> None:
    """Its words are changed where it stands; to move it is left to the writer."""
    pulled = home(
        letter,
        SCHOOL,
        lambda copy: copy.paste(copy.cut_out("操场排水"), "部分教室灯光"),
        lambda copy: copy.replace("没有列入", "尚未列入", LI),
    )
    assert "- 操场排水尚未列入本次维修。\n  - 部分教室灯光" in pulled.after
    assert sorted(each.fate.name for each in pulled.outcomes) == ["CHANGES", "REFUSED"]
