"""Two Word files → the newer one with revisions: accepted it says the new words, refused the old ones."""

from pathlib import Path
from random import Random

import pytest
from tests.support.example import ROOT
from tests.support.numbers_cut import cut_numbers
from tests.support.random_drafts import AUTHOR, said, trials, wrong_for_office, wrong_for_us
from tests.support.random_edits import EDITS
from tests.support.report import docx, p, r, row, table, tc
from tests.support.word import sdk_validate

from reportgen.diff.revised import revised
from reportgen.word.accepted import accepted, refused, texts
from reportgen.word.comments import Comments
from reportgen.word.opened import Opened
from reportgen.word.package import Element, Package, W
from reportgen.word.tracked import Author, Tracked

WANG = Author("王审核", "2025-01-06T08:00:00Z")
FIRST = "住院部新增床位60张，平均住院日由8.6天降为7.9天。"
SECOND = "药品耗材实行集中采购，全年节约采购资金320万元。"
ROWS = (("科室", "床位", "人次"), ("内科", "120", "5.2万"), ("外科", "80", "3.1万"))


def file(body: str) -> Package:
    """A Word file."""
    return Package("稿.docx", docx(body))


def marks(package: Package, *names: str) -> list[Element]:
    """The changes of these kinds."""
    root = package.main()
    assert root is not None
    return list(root.iter(*(W + name for name in names)))


def form(*rows: tuple[str, ...]) -> str:
    """A table."""
    return table(*(row(*cells) for cells in rows))


PLAIN = p(FIRST) + p(SECOND)
CASES = {
    "a number": (PLAIN, p(FIRST.replace("60", "75")) + p(SECOND)),
    "words in runs": (PLAIN, f"<w:p>{r('住院部新增')}{r('康复床位', '<w:b/>')}{r('60张。')}</w:p>" + p(SECOND)),
    "a paragraph more": (PLAIN, p(FIRST) + p("新建发热门诊。") + p(SECOND)),
    "a paragraph less": (p(FIRST) + p("撤并两个门诊点。") + p(SECOND), PLAIN),
    "the last one less": (PLAIN, p(FIRST)),
    "the last one more": (p(FIRST), PLAIN),
    "split": (p(FIRST + SECOND), PLAIN),
    "joined": (PLAIN, p(FIRST + SECOND)),
    "joined and changed": (PLAIN, p(FIRST.replace("60", "75") + SECOND.replace("药品", "试剂"))),
    "moved": (PLAIN + p("其他工作正常开展，按计划推进。"), p("其他工作正常开展，按计划推进。") + PLAIN),
    "a cell": (PLAIN + form(*ROWS), PLAIN + form(*ROWS[:2], ("外科", "95", "3.1万"))),
    "paragraphs of a cell": (
        form(("措施", "x")).replace(p("x"), p("增设窗口。") + p("延长服务时间。")),
        form(("措施", "x")).replace(p("x"), p("增设窗口。延长服务时间。") + p("公开流程。")),
    ),
    "the first paragraph of a cell less": (
        form(("措施", "x")).replace(p("x"), p("增设窗口。") + p("延长服务时间。")),
        form(("措施", "x")).replace(p("x"), p("延长服务时间。")),
    ),
    "a row more": (form(*ROWS), form(*ROWS[:2], ("儿科", "40", "2.2万"), ROWS[2])),
    "a row less": (PLAIN + form(*ROWS) + PLAIN, PLAIN + form(ROWS[0], ROWS[2]) + PLAIN),
    "a column more": (PLAIN + form(*ROWS) + p("完"), PLAIN + form(*((*each, "—") for each in ROWS)) + p("完")),
    "a table less": (PLAIN + form(*ROWS) + p("完"), PLAIN + p("完")),
    "a table more": (PLAIN + p("完"), PLAIN + form(*ROWS) + p("完")),
    "before a table": (p(FIRST) + form(*ROWS) + p("完"), p(FIRST) + p(SECOND) + form(*ROWS) + p("完")),
    "a merged label": (
        table(row(tc("门诊", '<w:vMerge w:val="restart"/>'), "内科"), row(tc("", "<w:vMerge/>"), "外科")),
        table(
            row(tc("门诊", '<w:vMerge w:val="restart"/>'), "急诊"),
            row(tc("", "<w:vMerge/>"), "内科"),
            row(tc("", "<w:vMerge/>"), "外科"),
        ),
    ),
}


@pytest.mark.parametrize(("old", "new"), CASES.values(), ids=CASES.keys())
def test_accepting_gives_the_new_text_and_refusing_the_old(old: str, new: str) -> None:
    made = revised(file(old), file(new), AUTHOR)
    assert said(accepted(made)) == said(file(new))
    assert said(refused(made)) == said(file(old))
    assert "".join(said(made)) == "".join(said(file(new))), "until anyone decides, all new words stand there"


def test_only_what_changed_is_marked() -> None:
    made = revised(file(CASES["a number"][0]), file(CASES["a number"][1]), AUTHOR)
    changes = [(node.tag, node.get(W + "author")) for node in marks(made, "del", "ins")]
    assert changes == [(W + "del", AUTHOR.name), (W + "ins", AUTHOR.name)]
    assert [node.text for node in marks(made, "delText")] == ["60"]


@pytest.mark.parametrize("words", ["住院部", "高一（3）班", "巡河队"])
def test_a_cell_without_a_paragraph_gets_one_for_what_is_gone(words: str) -> None:
    """Word asks for one in each cell; not every program writes it."""
    old, new = form(("部门", "人数"), (words, "12")), form(("部门", "人数"), ("x", "12")).replace(p("x"), "")
    made = revised(file(PLAIN + old), file(PLAIN + new), AUTHOR)
    assert [node.text for node in marks(made, "delText")] == [words]


def test_an_earlier_reviewer_keeps_his_revisions() -> None:
    """What he has inserted and deleted is not marked again: the file is as he has left it."""
    new = Opened(file(PLAIN + form(*ROWS)))
    tracked = Tracked(new, WANG)
    first, second = list(new.body.iter(W + "p"))[:2]
    tracked.replace(first, 7, 9, "75")
    tracked.insert(first, 0, "全院")
    tracked.delete(second, 0, 4)
    tracked.insert_row(next(new.body.iter(W + "tr")))
    reviewed = new.finished()
    made = revised(file(PLAIN + form(*ROWS[1:])), reviewed, AUTHOR)
    assert {node.get(W + "author") for node in marks(made, "ins", "del")} == {WANG.name}
    assert said(refused(made)) == said(file(PLAIN + form(*ROWS[1:])))


def test_comments_stay() -> None:
    """The part with them is the same, byte for byte."""
    new = Opened(file(p(FIRST.replace("60", "75"))))
    Comments(new).add(next(new.body.iter(W + "p")), 2, 5, "请核实", WANG)
    remarked = new.finished()
    made = revised(file(p(FIRST)), remarked, AUTHOR)
    assert made.bytes_of("word/comments.xml") == remarked.bytes_of("word/comments.xml")
    assert len(marks(made, "commentRangeStart", "commentRangeEnd", "commentReference")) == 3


def test_ours_stand_beside_those_of_an_earlier_reviewer() -> None:
    new = Opened(file(p(FIRST.replace("7.9", "7.5")) + p(SECOND)))
    Tracked(new, WANG).insert(next(new.body.iter(W + "p")), 3, "全年")
    made = revised(file(PLAIN), new.finished(), AUTHOR)
    assert {node.get(W + "author") for node in marks(made, "ins", "del")} == {AUTHOR.name, WANG.name}
    assert said(accepted(made))[0] == "住院部全年新增床位60张，平均住院日由8.6天降为7.5天。"
    assert said(refused(made)) == said(file(PLAIN))


@pytest.mark.parametrize("name", ["nanyang-2020", "dongguan-2020"])
def test_random_edits_of_real_documents(name: str) -> None:
    """`benchmarks/random_drafts.py` tries two hundred of each content file, and asks LibreOffice."""
    content = ROOT / "content" / f"{name}.yaml"
    some = [*trials(content, edits=20), *trials(content, edits=10, reviewed=True)]
    assert [line for trial in some for line in wrong_for_us(trial)] == []


def test_the_file_is_sound(tmp_path: Path) -> None:
    """Rows, cells and paragraphs of both, and revisions of a reviewer within ours."""
    *_others, trial = trials(ROOT / "content" / "dongguan-2020.yaml", edits=30, reviewed=True)
    (tmp_path / "稿.docx").write_bytes(trial.made.content)
    assert sdk_validate(tmp_path / "稿.docx") == []


def test_libreoffice_reads_the_same() -> None:
    some = list(trials(ROOT / "content" / "guangzhou-2023.yaml", edits=5))
    assert wrong_for_office(some) == []


def test_a_number_that_is_cut_would_be_noticed() -> None:
    cut = f'<w:p>{r("床位6")}<w:ins w:id="1" w:author="x">{r("75")}</w:ins>{r("张")}</w:p>'
    assert list(cut_numbers(file(cut)))
    whole = f'<w:p>{r("床位")}<w:ins w:id="1" w:author="x">{r("675")}</w:ins>{r("张")}</w:p>'
    assert not list(cut_numbers(file(whole)))


def test_every_kind_of_edit_is_among_the_random_ones() -> None:
    assert len({edit.__name__ for edit in EDITS}) == 10
    assert Random(1).random() != Random(2).random()
    assert texts(file(PLAIN)) == [FIRST, SECOND]
