"""A Word file comes home: each remark finds its line, wording becomes a patch, and nothing is lost."""

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest
from tests.support.letters import LETTER
from tests.support.reviewed import LI, WANG, ZHANG, Copy

from reportgen.errors import UsageProblem
from reportgen.pipeline.build import Built, build_file
from reportgen.pipeline.pull import pull
from reportgen.pipeline.returned import read_copy
from reportgen.review.patches.outcome import Fate, Pulled
from reportgen.review.remarks.remark import Mark, State
from reportgen.word.package import W

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
Edit = Callable[[Copy], None]


@pytest.fixture
def home(sent: Built, letter: Path) -> Callable[..., Pulled]:
    """What comes home of a copy in which somebody has done things."""

    def come(*edits: Edit, facts: bool = False) -> Pulled:
        copy = Copy(sent.outputs["docx"])
        for edit in edits:
            edit(copy)
        path = letter.with_name("copy.docx")
        path.write_bytes(copy.saved())
        return pull(read_copy(path), letter, facts=facts)

    return come


def changed(pulled: Pulled) -> list[str]:
    """The lines of the content file that would go (-) and come (+)."""
    lines = unified_diff(pulled.before.splitlines(), pulled.after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


Home = Callable[..., Pulled]


def test_a_copy_that_nobody_touched_says_nothing(home: Home) -> None:
    pulled = home()
    assert (pulled.outcomes, pulled.before == pulled.after) == ((), True)


def test_tracked_words_become_a_patch_and_marks_stay(home: Home) -> None:
    """What stands out and the note within the words are where they were; so is every other character of the file."""
    pulled = home(lambda copy: copy.replace("偏远乡镇没有断面，数据", "偏远乡镇还没有断面，现有数据"))
    (outcome,) = pulled.outcomes
    assert (outcome.fate, outcome.remark.mark, outcome.remark.author) == (Fate.CHANGES, Mark.REPLACEMENT, "张处长")
    assert (outcome.path, outcome.line) == ("正文", 19)
    assert "**还不够大**，偏远乡镇还没有断面〔注：指示例河上游的两个乡镇。〕，现有数据不能代表全县" in pulled.after


def test_an_insertion_a_deletion_and_a_remark(home: Home) -> None:
    """Each with its author and date; the remark asks for nothing that a program can do."""
    pulled = home(
        lambda copy: copy.insert("水质监测项目开展了", "全面的", LI),
        lambda copy: copy.delete("并提出意见", WANG),
        lambda copy: copy.comment("群众投诉", "口径是什么？", ZHANG, ("按12345热线的口径", LI)),
    )
    assert [(each.remark.mark, each.remark.author, each.remark.date, each.fate) for each in pulled.outcomes] == [
        (Mark.INSERTED, "李会计", "2026-03-02 10:30", Fate.CHANGES),
        (Mark.DELETED, "王主任", "2026-03-03 16:45", Fate.CHANGES),
        (Mark.NOTE, "张处长", "2026-03-01 09:00", Fate.TOLD),
    ]
    note = pulled.outcomes[2].remark
    assert (note.words, [(each.author, each.text) for each in note.replies]) == (
        "群众投诉",
        [("李会计", "按12345热线的口径")],
    )
    assert changed(pulled) == [
        "-  我局对2024年度水质监测项目开展了绩效自评，现将有关情况函告如下，请予审核并提出意见。",
        "+  我局对2024年度水质监测项目开展了全面的绩效自评，现将有关情况函告如下，请予审核。",
    ]


def test_two_reviewers_on_one_sentence(home: Home) -> None:
    """Both have their way where they mean different words."""
    pulled = home(
        lambda copy: copy.replace("扩大监测范围", "扩大水质监测范围", LI),
        lambda copy: copy.replace("公开监测结果", "按月公开监测结果", WANG),
    )
    assert [each.fate for each in pulled.outcomes] == [Fate.CHANGES] * 2
    assert "下一步将扩大水质监测范围，新增断面后达到{{监测断面}}以上，按月公开监测结果。" in pulled.after


def test_what_one_put_in_and_another_took_out_is_told(home: Home) -> None:
    pulled = home(lambda copy: copy.insert("开展了", "全面的", LI), lambda copy: copy.delete("全面的", WANG))
    (outcome,) = pulled.outcomes
    assert (outcome.remark.state, outcome.remark.replies[0].author) == (State.REJECTED, "王主任")
    assert pulled.before == pulled.after


def test_edits_with_tracking_off_are_found_by_what_was_sent_out(home: Home) -> None:
    """Whoever saved the file last is named; nothing else is known of them."""
    pulled = home(lambda copy: copy.retype("完成了年初确定的各项任务", "全面完成年初任务"))
    assert {each.remark.mark for each in pulled.outcomes} == {Mark.EDITED}
    assert {each.remark.author for each in pulled.outcomes} == {"王主任"}
    assert "群众投诉办结率100%，全面完成年初任务。" in pulled.after


def test_a_heading_keeps_its_computed_number(home: Home) -> None:
    """Its words are changed; a number that somebody typed is told and left to the program."""
    pulled = home(lambda copy: copy.retype("二、下一步工作", "三、下一步打算"))
    assert changed(pulled) == ["-  # 下一步工作", "+  # 下一步打算"]
    assert [(each.remark.text, each.fate) for each in pulled.outcomes] == [
        ("三", Fate.REFUSED),
        ("打算", Fate.CHANGES),
    ]


@pytest.mark.parametrize("tracked", [True, False])
def test_a_paragraph_that_was_split(home: Home, tracked: bool) -> None:
    """A bookmark in two paragraphs."""
    words = "群众投诉办结率"
    pulled = home(lambda copy: copy.split(words) if tracked else copy.split_silently(words))
    assert changed(pulled) == [
        "-  全年监测断面{{监测断面}}，水样合格率{{合格率}}，群众投诉办结率100%，完成了年初确定的各项任务。",
        "+  全年监测断面{{监测断面}}，水样合格率{{合格率}}，",
        "+",
        "+  群众投诉办结率100%，完成了年初确定的各项任务。",
    ]


def test_paragraphs_that_were_joined(home: Home) -> None:
    """Two bookmarks in one paragraph."""
    pulled = home(lambda copy: copy.join_silently("下一步将扩大监测范围"))
    assert "公开监测结果。特此函告。" in pulled.after
    (outcome,) = pulled.outcomes
    assert outcome.line == 23


def test_a_paragraph_that_was_moved(home: Home) -> None:
    """Cut out and pasted elsewhere, its bookmark with it."""
    pulled = home(lambda copy: copy.paste(copy.cut_out("监测范围还不够大"), "监测结果公开得不够及时"))
    lines = pulled.after.splitlines()
    assert lines[18].startswith("  - 监测结果公开")
    assert lines[19].startswith("  - 监测范围**还不够大**")


@pytest.mark.parametrize("tracked", [True, False])
def test_a_paragraph_that_was_deleted(home: Home, tracked: bool) -> None:
    """The line goes, and the numbers behind it follow by themselves."""
    words = "监测范围还不够大"
    pulled = home(lambda copy: copy.delete_paragraph(words) if tracked else copy.cut_out(words))
    assert [line[:9] for line in changed(pulled)] == ["-  - 监测范围"]


@pytest.mark.parametrize("tracked", [True, False])
def test_a_paragraph_more(home: Home, tracked: bool) -> None:
    """A new item of a list: its number is the program's."""
    below, words = "监测结果公开得不够及时", "3.人员不足。"

    def add(copy: Copy) -> None:
        (copy.add_paragraph if tracked else copy.type_paragraph)(below, words)

    pulled = home(add)
    assert [line for line in changed(pulled) if line != "+"] == ["+  - 人员不足。"]


def test_a_paragraph_typed_anew(home: Home) -> None:
    """Its bookmark is gone; what stands before and behind tells which it was."""
    pulled = home(lambda copy: copy.retype_paragraph("监测结果公开得不够及时", "2.结果没有按月向社会公布。"))
    assert "  - 结果没有按月向社会公布。" in pulled.after
    assert {each.line for each in pulled.outcomes} == {20}


def test_a_copy_without_bookmarks(home: Home) -> None:
    """The text finds the lines."""
    pulled = home(
        lambda copy: copy.strip_bookmarks(),
        lambda copy: copy.retype("公开得不够及时", "公布得不够及时"),
        lambda copy: copy.replace("扩大监测范围", "扩大水质监测范围", LI),
        lambda copy: copy.comment("群众投诉", "口径？"),
    )
    assert [(each.line, each.fate) for each in pulled.outcomes] == [
        (16, Fate.TOLD),
        (20, Fate.CHANGES),
        (23, Fate.CHANGES),
    ]


def test_a_figure_of_a_fact_is_not_changed_in_the_text(home: Home) -> None:
    """The fact is named, and where else it is printed."""
    pulled = home(lambda copy: copy.replace("断面12个", "断面15个"))
    assert pulled.before == pulled.after
    assert [each.fate for each in pulled.outcomes] == [Fate.FACT]
    (figure,) = pulled.facts
    assert (figure.fact.name, figure.changes[0].old, figure.changes[0].new) == ("数据.监测断面", "12个", "15个")
    assert [each.words for each in figure.printed] == [
        "全年监测断面12个，水样合格率98",
        "，新增断面后达到12个以上，公开监测结",
    ]


def test_with_facts_the_fact_is_changed(home: Home) -> None:
    """Everything that prints it follows."""
    pulled = home(
        lambda copy: copy.retype("达到12个以上", "达到15个以上"),
        lambda copy: copy.insert("开展了", "全面的"),
        facts=True,
    )
    assert "监测断面: 15个" in pulled.after
    assert "开展了全面的绩效自评" in pulled.after
    assert {each.fate for each in pulled.outcomes} == {Fate.CHANGES}


def test_places_that_do_not_agree_change_no_fact(home: Home) -> None:
    pulled = home(
        lambda copy: copy.retype("断面12个", "断面15个"), lambda copy: copy.retype("达到12个", "达到16个"), facts=True
    )
    assert pulled.before == pulled.after
    assert "几处改得不一样" in pulled.facts[0].why


def test_remarks_on_an_older_version_are_merged_line_by_line(home: Home, letter: Path) -> None:
    """What the content changed elsewhere only shifts them; where both touched the same words, the writer decides."""
    text = LETTER.replace("特此函告", "专此函告").replace("扩大监测范围", "继续扩大监测范围")
    text = text.replace("  # 完成情况\n", "  本函附自评表。\n\n  # 完成情况\n").replace(
        "公开得不够及时", "公布得不及时"
    )
    letter.write_text(text, encoding="utf-8")
    pulled = home(
        lambda copy: copy.replace("公开监测结果", "按月公开监测结果", LI),
        lambda copy: copy.replace("公开得不够及时", "公开不及时", WANG),
        lambda copy: copy.replace("特此函告", "专此函告", ZHANG),
        lambda copy: copy.comment("群众投诉", "口径？"),
    )
    fates = {each.remark.author + each.remark.text: each.fate for each in pulled.outcomes}
    assert fates["李会计按月公开监测结果"] is Fate.CHANGES
    assert fates["王主任公开不及时"] is Fate.CONFLICT
    assert fates["张处长专此函告"] is Fate.SAID_ALREADY
    assert "下一步将继续扩大监测范围，新增断面后达到{{监测断面}}以上，按月公开监测结果。" in pulled.after
    assert [each.line for each in pulled.outcomes if each.remark.text == "口径？"] == [18]
    assert any("送出去以后又改过" in note for note in pulled.notes)


def test_a_remark_on_text_that_is_gone_is_kept(home: Home, letter: Path) -> None:
    lines = [line for line in LETTER.splitlines(keepends=True) if "公开得不够及时" not in line]
    letter.write_text("".join(lines), encoding="utf-8")
    pulled = home(lambda copy: copy.comment("公开得不够及时", "请写明原因"))
    assert [(each.fate, each.why) for each in pulled.unplaced] == [(Fate.UNPLACED, "这一行内容文件里已经没有了")]


def test_words_that_yaml_would_misread_are_quoted(home: Home) -> None:
    """A name with a colon and a hash."""
    pulled = home(lambda copy: copy.retype("示例县财政局：", "示例县财政局: #2科："))
    assert [each.fate for each in pulled.outcomes][:1] in ([Fate.CHANGES], [Fate.REFUSED])


def test_a_damaged_file_is_refused(letter: Path) -> None:
    copy = letter.with_name("copy.docx")
    copy.write_bytes(b"PK\x03\x04 damaged")
    with pytest.raises(UsageProblem):
        pull(read_copy(copy), letter)


def test_notes_and_words_of_the_template_are_told(home: Home) -> None:
    """They have no line in the document; a note is found by its words in the content file."""

    def in_the_note(copy: Copy) -> None:
        root = copy.file.part("word/footnotes.xml")
        assert root is not None
        text = next(node for node in root.iter(W + "t") if "示例河" in (node.text or ""))
        text.text = "指示例河上游的三个乡镇。"

    pulled = home(in_the_note)
    assert [(each.fate, each.remark.text) for each in pulled.outcomes] == [(Fate.UNPLACED, "指示例河上游的三个乡镇。")]
    assert "在注、页眉页脚或模板的字里" in pulled.outcomes[0].why


def test_a_paragraph_that_was_moved_with_tracking_on(home: Home) -> None:
    """Struck here and put in there: what it refers to goes with it, and nobody's number becomes words."""

    def move(copy: Copy) -> None:
        copy.add_paragraph("特此函告", "下一步将扩大监测范围，新增断面后达到12个以上，公开监测结果。")
        copy.delete_paragraph("下一步将扩大监测范围")

    pulled = home(move)
    assert [each.fate for each in pulled.outcomes] == [Fate.CHANGES]
    assert pulled.after.endswith(
        "  # 下一步工作\n  特此函告。\n\n  下一步将扩大监测范围，新增断面后达到{{监测断面}}以上，公开监测结果。\n"
    )


def test_a_copy_that_does_not_say_what_was_sent_out(home: Home, letter: Path) -> None:
    """A file of former times: what nobody tracked may be what the content has changed since, so it is only told."""
    letter.write_text(LETTER.replace("公开得不够及时", "公布得不够及时"), encoding="utf-8")

    def without(copy: Copy) -> None:
        copy.strip_bookmarks()
        copy.forget_trace()
        copy.replace("扩大监测范围", "扩大水质监测范围", LI)

    pulled = home(without)
    fates = [(each.remark.mark, each.fate) for each in pulled.outcomes]
    assert (Mark.EDITED, Fate.REFUSED) in fates
    assert (Mark.REPLACEMENT, Fate.CHANGES) in fates
    assert "公布得不够及时" in pulled.after


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_line_ends_and_other_characters_stay(home: Home, letter: Path, ends: str) -> None:
    """A file of Notepad: every line ends as before, the new one too."""
    text = LETTER.replace("数据:\n", "数据:  # 监测站核定\n")
    letter.write_bytes(text.replace("\n", ends).encode())
    pulled = home(
        lambda copy: copy.add_paragraph("监测结果公开得不够及时", "3.人员不足。"),
        lambda copy: copy.replace("扩大监测范围", "扩大水质监测范围"),
    )
    expected = text.replace("够及时。\n", "够及时。\n  - 人员不足。\n").replace("扩大监测", "扩大水质监测")
    assert pulled.after == expected.replace("\n", ends)


def test_a_comment_on_a_paragraph_that_somebody_put_in(home: Home) -> None:
    """It belongs behind the line before."""
    pulled = home(
        lambda copy: copy.add_paragraph("特此函告", "附件：自评表。"), lambda copy: copy.comment("自评表", "要盖章", LI)
    )
    assert [(each.remark.text, each.line, each.fate) for each in pulled.outcomes] == [
        ("要盖章", 25, Fate.TOLD),
        ("附件：自评表。", 25, Fate.CHANGES),
    ]


@pytest.mark.parametrize(
    ("pack", "words"),
    [
        ("official-letter", ["附件", "抄送"]),
        ("target-approval", ["批复单位", "打印日期"]),
        ("project-self-evaluation", ["年度）"]),
    ],
)
def test_tracked_changes_in_words_of_the_template_round_a_value(tmp_path: Path, pack: str, words: list[str]) -> None:
    """They are told, and left to the writer."""
    path = tmp_path / "example.yaml"
    path.write_bytes((TEMPLATES / pack / "example.yaml").read_bytes())
    copy = Copy(build_file(path, (), ("docx",)).outputs["docx"])
    for each in words:
        copy.replace(each, f"{each}等", LI)
    path.with_suffix(".docx").write_bytes(copy.saved())
    pulled = pull(read_copy(path.with_suffix(".docx")), path)
    assert sorted((each.remark.words, each.remark.text, each.remark.author) for each in pulled.outcomes) == sorted(
        (each, f"{each}等", "李会计") for each in words
    )
    assert pulled.before == pulled.after


def test_a_copy_that_is_brought_home_twice_changes_nothing_the_second_time(home: Home, letter: Path) -> None:
    """Paragraphs added, removed, split, joined and moved; words changed."""

    def change(copy: Copy) -> None:
        copy.replace("并提出意见", "并批复", LI)
        copy.add_paragraph("监测结果公开得不够及时", "3.人员不足。")
        copy.split_silently("群众投诉办结率")
        copy.join_silently("下一步将扩大监测范围")
        copy.paste(copy.cut_out("监测范围还不够大"), "监测结果公开得不够及时")

    pulled = home(change)
    assert {each.fate for each in pulled.outcomes} == {Fate.CHANGES}
    letter.write_text(pulled.after, encoding="utf-8")
    again = home(change)
    assert {each.fate for each in again.outcomes} == {Fate.SAID_ALREADY}
    assert again.before == again.after


def test_a_deleted_paragraph_is_not_deleted_twice(home: Home, letter: Path) -> None:
    pulled = home(lambda copy: copy.delete_paragraph("监测结果公开得不够及时"))
    letter.write_text(pulled.after, encoding="utf-8")
    again = home(lambda copy: copy.delete_paragraph("监测结果公开得不够及时"))
    assert [each.fate for each in again.outcomes] == [Fate.SAID_ALREADY]
