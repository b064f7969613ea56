"""A copy that is brought home once more: what the content says by now is not written into it again."""

import re
from pathlib import Path

import pytest
from tests.review.test_trades import Edit, home
from tests.support.letters import COURT, HOSPITAL, LETTER, SCHOOL
from tests.support.reviewed import LI, WANG, ZHANG, Copy

from reportgen.pipeline.pull import pull
from reportgen.pipeline.returned import read_copy
from reportgen.review.patches.done import made
from reportgen.review.patches.outcome import Fate, Pulled
from reportgen.review.remarks.change import Act, Change
from reportgen.review.remarks.remark import Mark
from reportgen.review.trace import Line

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """Where the content file is."""
    return tmp_path / "letter.yaml"


def twice(path: Path, text: str, *edits: Edit, since: tuple[str, str] = ("", "")) -> tuple[Pulled, Pulled]:
    """What comes home, and what does when that has been written; `since` is what the writer has changed meanwhile."""
    first = home(path, text, *edits)
    path.write_text(first.after.replace(*since), encoding="utf-8")
    return first, pull(read_copy(path.with_suffix(".docx")), path)


REPEATED = [
    pytest.param(HOSPITAL, "改造后候诊", "候诊", "明显", id="hospital"),
    pytest.param(SCHOOL, "操场排水", "排水", "本次", id="school"),
    pytest.param(COURT, "缴费和查询", "查询", "立案、", id="court"),
]
"""Words, what is put in behind them that they end with already, and what is struck in the same line."""


@pytest.mark.parametrize(("text", "words", "more", "struck"), REPEATED)
def test_words_that_repeat_their_neighbours_beside_another_change(
    letter: Path, text: str, words: str, more: str, struck: str
) -> None:
    """Before or behind their like they read the same: no third 候诊 comes behind the second."""
    first, second = twice(
        letter, text, lambda copy: copy.insert(words, more, LI), lambda copy: copy.delete(struck, WANG)
    )
    assert words + more in first.after
    assert [each.fate for each in second.outcomes] == [Fate.SAID_ALREADY] * 2
    assert second.before == second.after


@pytest.mark.parametrize(("text", "words", "more", "struck"), REPEATED)
def test_the_same_where_the_writer_has_gone_on_in_the_line(
    letter: Path, text: str, words: str, more: str, struck: str
) -> None:
    _first, second = twice(
        letter, text, lambda copy: copy.insert(words, more, LI), since=(struck, struck + "并" + struck)
    )
    assert [each.fate for each in second.outcomes] == [Fate.SAID_ALREADY]
    assert second.before == second.after


@pytest.mark.parametrize(
    ("text", "old", "new", "end"),
    [
        (LETTER, "投诉办结", "信访投诉的办结", "完成了"),
        (SCHOOL, "暑假期间", "暑假假期间", "师生"),
        (COURT, "缴费和", "交费和", "平均"),
    ],
    ids=["water", "school", "court"],
)
def test_a_paragraph_that_was_split_and_changed(letter: Path, text: str, old: str, new: str, end: str) -> None:
    """Both halves are known again, with what was changed in them."""
    first, second = twice(letter, text, lambda copy: copy.replace(old, new, LI), lambda copy: copy.split(end, WANG))
    assert f"\n  {end}" in first.after
    assert [each.fate for each in second.outcomes] == [Fate.SAID_ALREADY] * 2
    assert second.before == second.after


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HOSPITAL, "新增手术间两间"),
        (HOSPITAL, "改造后候诊"),
        (SCHOOL, "教学楼维修项目于"),
        (COURT, "下一步将开通"),
        (LETTER, "下一步工作"),
    ],
    ids=["cell", "hospital", "school", "court", "behind the number of a heading"],
)
def test_a_blank_paragraph_before_the_words_is_none(letter: Path, text: str, words: str, tracked: bool) -> None:
    """Enter at the very beginning: in the content file blank lines stand where the writer wants them."""
    pulled = home(letter, text, lambda copy: copy.split(words) if tracked else copy.split_silently(words))
    assert (pulled.outcomes, pulled.before == pulled.after) == ((), True)


@pytest.mark.parametrize("words", ["天数，", "学校，", "0.5万人次"], ids=["days", "schools", "visitors"])
def test_a_value_that_is_printed_among_others_in_a_cell_has_no_paragraphs(letter: Path, words: str) -> None:
    """What is no paragraph in print is none in the content file."""
    text = (TEMPLATES / "project-targets" / "example.yaml").read_text(encoding="utf-8")
    text = re.sub(r"- {(.+), (三级指标: .+), (指标值: .+)}", rf"- \1\n{' ' * 12}\2\n{' ' * 12}\3", text)
    pulled = home(letter, text, lambda copy: copy.split(words))
    assert [(each.fate, each.why) for each in pulled.outcomes] == [
        (Fate.REFUSED, "写进去以后印出来的不是这样，请自己改")
    ]
    assert pulled.before == pulled.after


def test_a_cell_that_was_split_with_tracking_on(letter: Path) -> None:
    """A row of the content file is one line; who pressed Enter is told."""

    def split(copy: Copy) -> None:
        copy.split("手术间", ZHANG)

    (outcome,) = home(letter, HOSPITAL, split).outcomes
    assert (outcome.remark.mark, outcome.remark.author, outcome.fate) == (Mark.INSERTED, "张处长", Fate.REFUSED)


@pytest.mark.parametrize("words", ["基本安全", "按期完工", "群众满意"])
@pytest.mark.parametrize("at", [0, 19], ids=["the first line", "one behind others"])
def test_a_cell_of_which_somebody_has_made_hundreds_of_paragraphs(words: str, at: int) -> None:
    """Each of the lines is looked at once, and not again for each stretch that it may stand in."""
    change = Change(Act.REWORD, "sent", 0, len(words), "\n".join(f"{words}之{number}" for number in range(300)))
    before = [Line(f"before{number}", "别的格") for number in range(at)]
    parted = [Line("now" if number == 0 else f"part{number}", f"{words}之{number}") for number in range(300)]
    assert made([change], Line("sent", words), "now", (*before, *parted)) == {change}
    assert made([change], Line("sent", words), "now", (*before, *parted[:-1])) == frozenset()
