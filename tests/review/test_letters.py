"""A bureau reviews three units: three letters and one list; the answers come back, and the next drafts are settled."""

import json
from pathlib import Path

import pytest
from docx import Document
from tests.support.shell import Shell

from reportgen.cli import main
from reportgen.pipeline.answers import answered
from reportgen.pipeline.check import check_file
from reportgen.pipeline.since import letter_read
from reportgen.record import replace
from reportgen.review.letter_reading import opinions_written
from reportgen.review.letter_text import ourselves
from reportgen.review.opinion import Demand, Opinion
from reportgen.review.settlement import State, carried_on, settled
from reportgen.source.reader import read_source

HOSPITAL = """\
示例县人民医院2024年度部门整体支出绩效自评报告
一、预算执行情况
年初预算为1200.00万元，支出决算为1080.00万元，完成年初预算的95.00%。
二、绩效情况
支出决算为1080.00万元，其中基本支出900.00万元，项目支出190.00万元。联系人手机13800138000。
示例县人民医院
2025年3月20日
"""
SCHOOL = """\
示例县第二中学2024年度部门整体支出绩效自评报告
一、预算执行情况
全年预算500.00万元，支出决算490.00万元，完成预算的88.00%。
示例县第二中学
2025年3月20日
"""
WATER = """\
示例县水务局2024年度部门整体支出绩效自评报告
一、预算执行情况
全年预算600.00万元，支出决算588.00万元，完成预算的98.00%。
示例县水务局
2025年3月20日
"""
LETTER = "output/示例县人民医院-审核意见书"
ASKED = ("--office", "示例县财政局", "--date", "2025-04-01", "--days", "10", "--select", "NUM,DIS")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers of three units, and what `letter` has made of them."""
    folder = tmp_path_factory.mktemp("bureau")
    for name, text in (("医院.txt", HOSPITAL), ("学校.txt", SCHOOL), ("水务.txt", WATER)):
        (folder / name).write_text(text, encoding="utf-8")
    papers = [str(folder / name) for name in ("医院.txt", "学校.txt", "水务.txt")]
    with pytest.raises(SystemExit, match="0"):
        main(["letter", *papers, *ASKED, "-o", str(folder / "output")])
    return folder


@pytest.fixture
def bureau(folder: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell in that folder."""
    monkeypatch.chdir(folder)
    return Shell(folder, shell.capture)


def test_three_units_get_three_letters_and_one_list(bureau: Shell) -> None:
    made = {path.name for path in (bureau.folder / "output").iterdir()}
    units = ("示例县人民医院", "示例县第二中学", "示例县水务局")
    letters = {f"{unit}-审核意见书.{kind}" for unit in units for kind in ("yaml", "docx", "pdf")}
    assert made == letters | {f"审核情况一览表.{kind}" for kind in ("yaml", "docx", "xlsx")}


def test_the_list_counts_what_is_asked_of_each(bureau: Shell) -> None:
    code, out, _err = bureau.run("letter", "医院.txt", "学校.txt", "水务.txt", *ASKED, "-o", "另存")
    rows = [line.split() for line in out.splitlines()[:4]]
    assert code == 0
    assert [(row[0], *row[2:]) for row in rows] == [
        ("单位", "必须改正", "请说明", "不作要求"),
        ("示例县人民医院", "3", "0", "0"),
        ("示例县第二中学", "1", "0", "0"),
        ("示例县水务局", "0", "0", "0"),
    ]


@pytest.mark.parametrize("kind", ["yaml", "docx", "pdf"])
def test_a_letter_is_read_whatever_comes_back(bureau: Shell, kind: str) -> None:
    letter = letter_read(bureau.folder / f"{LETTER}.{kind}")
    opinions, written = letter.opinions, letter_read(bureau.folder / f"{LETTER}.yaml").opinions
    assert letter.unit == "示例县人民医院"
    assert [(each.rule, each.key, each.demand) for each in opinions] == [
        (each.rule, each.key, each.demand) for each in written
    ]
    assert ["".join(each.problem.split()) for each in opinions] == ["".join(each.problem.split()) for each in written]


def test_the_letter_quotes_no_number_that_it_asks_to_mask(bureau: Shell) -> None:
    text = (bureau.folder / f"{LETTER}.yaml").read_text(encoding="utf-8")
    assert "手机号没有隐去；手机号 138****8000" in text
    assert "13800138000" not in text
    assert "请于2025年4月11日前" in text


def test_what_was_dismissed_is_listed_with_its_reason_and_asks_for_nothing(bureau: Shell) -> None:
    """Dismissed for one of the papers, in the list beside it; the letter tells both, and asks for the other."""
    key = letter_read(bureau.folder / "output" / "示例县第二中学-审核意见书.yaml").opinions[0].key
    bureau.write("学校.txt.不改.yaml", f"- 编号: {key}\n  理由: 口径与决算不同，已附说明\n")
    assert bureau.run("letter", "学校.txt", *ASKED, "-o", "不改")[0] == 0
    (opinion,) = letter_read(bureau.folder / "不改" / "示例县第二中学-审核意见书.docx").opinions
    assert (opinion.key, opinion.waived) == (key, "口径与决算不同，已附说明")
    (bureau.folder / "学校.txt.不改.yaml").unlink()


def test_letters_have_nothing_to_report(bureau: Shell) -> None:
    """What they quote are the mistakes of others."""
    assert not check_file(bureau.folder / f"{LETTER}.yaml").report.findings


def test_a_letter_that_was_edited_is_not_written_over(bureau: Shell) -> None:
    code, _out, err = bureau.run("letter", "医院.txt", *ASKED)
    assert code == 2
    assert "已经有了，没有改动它" in err


def test_a_file_that_cannot_be_read_stops_no_letter_about_the_others(bureau: Shell) -> None:
    """Nor does one that does not say whose it is; the list is of those that were written."""
    bureau.write("法院.docx", "不是 Word 文件")
    bureau.write("镇里.txt", "自评材料\n支出决算490.00万元。\n")
    code, out, err = bureau.run("letter", "法院.docx", "医院.txt", "镇里.txt", "水务.txt", *ASKED, "-o", "其余")
    assert code == 2
    assert "法院.docx" in err
    assert "看不出 镇里.txt 是哪个单位的" in err
    letters = {"示例县人民医院-审核意见书.yaml", "示例县水务局-审核意见书.yaml", "审核情况一览表.yaml"}
    assert {path.name for path in (bureau.folder / "其余").glob("*.yaml")} == letters
    assert [line.split()[0] for line in out.splitlines()[1:3]] == ["示例县人民医院", "示例县水务局"]


def test_where_nothing_can_be_read_nothing_is_written(bureau: Shell) -> None:
    bureau.write("法院.docx", "不是 Word 文件")
    assert bureau.run("letter", "法院.docx", *ASKED, "-o", "没有")[:2] == (2, "")
    assert not (bureau.folder / "没有").exists()


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("医院", "文种: 公文\n单位: [示例县人民医院\n年度: 2024\n", "SRC"),
        ("学校", "文种: 学校绩效自评\n单位: 示例县第二中学\n年度: 2024\n", "CON007"),
        ("水务", "单位: 示例县水务局\n年度: 2024\n", "CON"),
    ],
)
def test_of_a_file_that_makes_no_document_it_is_said_why(bureau: Shell, name: str, text: str, code: str) -> None:
    """Whose it is, and of which year, its documents would tell: to ask for either helps nobody."""
    bureau.write(f"{name}.yaml", text)
    for given in ((), ("--unit", "示例县财政局")):
        exit_code, _out, err = bureau.run("letter", f"{name}.yaml", *ASKED, *given, "-o", "没有")
        assert exit_code == 2
        assert f"{name}.yaml 做不成文档，没有写它的意见书：{code}" in err
        assert "看不出" not in err
    assert not (bureau.folder / "没有").exists()


MENDED = HOSPITAL.replace("95.00%", "90.00%").replace("190.00万元", "185.00万元")


@pytest.fixture
def returned(bureau: Shell) -> Shell:
    """The unit has filled the column in, and sent a new draft: one mended, two only said to be."""
    document = Document(str(bureau.folder / f"{LETTER}.docx"))
    for table in document.tables:
        heads = [cell.text for cell in table.rows[0].cells]
        for number, row in enumerate(table.rows[1:] if "落实情况" in heads else (), start=1):
            row.cells[heads.index("落实情况")].text = f"第{number}条\n已经改好"
    document.save(str(bureau.folder / "寄回.docx"))
    bureau.write("医院-改.txt", MENDED)
    return bureau


def test_each_opinion_is_settled_and_what_is_not_mended_is_reopened(returned: Shell) -> None:
    code, out, _err = returned.run("check", "--since", "寄回.docx", "医院-改.txt", "--select", "NUM,DIS")
    assert code == 1
    assert "未改正 2 条，已改正 1 条" in out
    assert out.count("答复了，但新稿里还有，重新要求改正") == 2
    assert "    单位答复：第1条；已经改好" in out


def test_a_draft_of_another_unit_is_told(returned: Shell) -> None:
    _code, _out, err = returned.run("check", "--since", "寄回.docx", "学校.txt", "--select", "NUM,DIS")
    assert "意见书是给「示例县人民医院」的，学校.txt 是「示例县第二中学」的" in err


def test_the_ledger_goes_to_other_programs(returned: Shell) -> None:
    words = ("check", "--since", "寄回.docx", "医院-改.txt", "--select", "NUM,DIS", "--output-format", "json")
    _code, out, _err = returned.run(*words)
    states = [item["state"] for item in json.loads(out)["items"]]
    assert sorted(states) == ["已改正", "未改正", "未改正"]


def test_the_answers_go_into_the_content_file_and_nothing_else_does(returned: Shell) -> None:
    path = returned.folder / f"{LETTER}.yaml"
    before = path.read_text(encoding="utf-8")
    taken = ("letter", f"{LETTER}.yaml", "--answers", "寄回.docx")
    assert returned.run(*taken)[0] == 0
    assert path.read_text(encoding="utf-8") == before
    returned.run(*taken, "--apply")
    after = path.read_text(encoding="utf-8")
    assert [line for line in after.splitlines() if "落实情况: 第" not in line] == before.splitlines()
    assert [each.answer for each in letter_read(path).opinions] == [f"第{number}条；已经改好" for number in (1, 2, 3)]
    returned.run(*taken, "--apply")
    assert path.read_text(encoding="utf-8") == after
    path.write_text(before, encoding="utf-8")


def test_a_second_letter_asks_for_what_was_not_mended_and_no_more(returned: Shell) -> None:
    words = ("letter", "医院-改.txt", "--since", "寄回.docx", *ASKED, "-o", "复核")
    assert returned.run(*words)[0] == 0
    path = returned.folder / "复核" / "示例县人民医院-审核意见书-复核.yaml"
    assert [each.rule for each in letter_read(path).opinions] == ["NUM020", "DIS002"]
    assert "审核了你单位重新报送的" in path.read_text(encoding="utf-8")


def test_a_second_letter_waits_for_all_the_papers(returned: Shell) -> None:
    """What is wrong in one that cannot be read would be taken for mended."""
    returned.write("附表.docx", "不是 Word 文件")
    words = ("letter", "医院-改.txt", "附表.docx", "--since", "寄回.docx", *ASKED, "-o", "再核")
    assert returned.run(*words)[0] == 2
    assert not (returned.folder / "再核").exists()


def test_what_was_explained_is_not_asked_again_and_what_a_reviewer_has_added_is() -> None:
    explained = Opinion("执行率低", "第3页", "NUM018", "b" * 12, demand=Demand.EXPLAIN, answer="设备未到货")
    added = Opinion("措施没有责任科室", "第9页", answer="已补")
    again = list(carried_on([explained, added, WRONG], [replace(explained, answer=""), WRONG]))
    assert [each.rule for each in again] == ["NUM018", "NUM011", ""]
    assert [each.waived for each in again] == ["单位说明：设备未到货", "", ""]
    assert again[-1].problem == "措施没有责任科室（上次答复：已补）"


REFUSED = [
    (("letter", "医院.txt"), "加 --office 名称"),
    (("letter", "医院.txt", "--office", "示例县财政局", "--date", "2025年2月30日"), "--date 写成"),
    (("check", "--since", "水务.txt", "学校.txt"), "不是审核意见书"),
    (("check", "--since", "水务.txt", "学校.txt", "--numbers"), "--since 不和"),
]


@pytest.mark.parametrize(("words", "why"), REFUSED)
def test_what_cannot_be_done_is_said(bureau: Shell, words: tuple[str, ...], why: str) -> None:
    code, _out, err = bureau.run(*words)
    assert code == 2
    assert why in err


# ---- answers ----

FIRST = "审核意见:\n  - 规则和标识: NUM011 613efb4d5bc8\n    位置: 第3页\n    问题: 比率不符\n"
WRITTEN = [
    "落实情况: 已改",
    "落实情况: '已''改'  # 7月核",
    '落实情况: "已\\"改\\""',
    '落实情况: ""',
    "落实情况:",
    "落实情况: |\n      已改\n\n      附说明",
    "落实情况: >-\n      已改\n      附说明",
    "落实情况: 已改\n      附说明",
    "要求: 必须改正",
]
ANSWERED = [
    *(FIRST + f"    {line}\n  - 位置: 第9页\n    问题: 没有责任科室\n" for line in WRITTEN),
    "审核意见:\n  - {规则和标识: NUM011 613efb4d5bc8, 位置: 第3页, 问题: 比率不符}",
    FIRST.rstrip("\n"),
]


@pytest.mark.parametrize("text", ANSWERED)
def test_an_answer_takes_the_place_of_another_however_that_was_written(text: str) -> None:
    """The file is read as before, but for the one answer."""
    letter = opinions_written(read_source(text, "意见书.yaml")[0].root)
    made = answered(text, "意见书.yaml", [replace(letter[0], answer="已更正：90.00%，见附表"), *letter[1:]])
    after, found = read_source(made.text, "意见书.yaml")
    assert found == []
    assert opinions_written(after.root) == [replace(letter[0], answer="已更正：90.00%，见附表"), *letter[1:]]


# ---- which finding is which ----


def _opinion(
    rule: str, problem: str, where: str = "第3页，二、预算执行情况", key: str = "", answer: str = "", waived: str = ""
) -> Opinion:
    return Opinion(problem, where, rule, key, answer=answer, waived=waived)


WRONG = _opinion("NUM011", "比率对不上；原文「95.00%」；应为 90.00%", key="a" * 12)
LEDGERS = [
    ("mended", [WRONG], [], [State.MENDED]),
    ("as it was", [WRONG], [WRONG], [State.OPEN]),
    ("on another page", [WRONG], [_opinion("NUM011", WRONG.problem, "第8页，三、绩效")], [State.OPEN]),
    ("another figure", [WRONG], [_opinion("NUM011", "比率对不上；原文「91.00%」；应为 90.00%")], [State.OPEN]),
    ("another rule", [WRONG], [_opinion("NUM008", WRONG.problem)], [State.MENDED, State.NEW]),
    (
        "about something else",
        [WRONG],
        [_opinion("NUM011", "项目数不符；原文「病床」；少写一张")],
        [State.MENDED, State.NEW],
    ),
    (
        "explained",
        [_opinion("NUM018", "执行率低", key="b" * 12, answer="设备未到货")],
        [_opinion("NUM018", "执行率低", key="b" * 12)],
        [State.OPEN],
    ),
    ("by a reviewer", [_opinion("", "措施没有责任科室")], [], [State.BY_HAND]),
    (
        "waived",
        [_opinion("DIS004", "姓名", key="c" * 12, waived="已公示")],
        [_opinion("DIS004", "姓名", key="c" * 12)],
        [],
    ),
    ("waived in the draft", [WRONG], [_opinion("NUM011", WRONG.problem, waived="口径不同")], [State.EXPLAINED]),
]


@pytest.mark.parametrize(("_case", "letter", "draft", "states"), LEDGERS)
def test_an_opinion_is_found_again(
    _case: str, letter: list[Opinion], draft: list[Opinion], states: list[State]
) -> None:
    assert [each.state for each in settled(letter, draft)] == states


def test_an_answer_settles_what_was_to_be_explained() -> None:
    asked = Opinion("执行率低", "第3页", "NUM018", "b" * 12, demand=Demand.EXPLAIN, answer="设备未到货，已结转")
    assert [each.state for each in settled([asked], [asked])] == [State.EXPLAINED]


def test_of_two_alike_each_answers_for_one() -> None:
    """Two sections have the same mistake; one of them is mended, and the figures of the other have changed."""
    first = _opinion("NUM008", "分项之和与总数不符；原文「120.00」", "第2页，一、门诊", key="1" * 12)
    second = _opinion("NUM008", "分项之和与总数不符；原文「350.00」", "第5页，二、住院", key="2" * 12)
    left = _opinion("NUM008", "分项之和与总数不符；原文「352.00」", "第6页，二、住院", key="3" * 12)
    assert [each.state for each in settled([first, second], [left])] == [State.MENDED, State.OPEN]


OFFICES = [
    ("示例县财政局", "我局"),
    ("某省教育厅", "我厅"),
    ("样板镇人民政府", "我单位"),
    ("某市评审中心", "我中心"),
]


@pytest.mark.parametrize(("office", "us"), OFFICES)
def test_an_office_calls_itself(office: str, us: str) -> None:
    assert ourselves(office) == us
