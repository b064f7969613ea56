"""What a reviewer has decided: a list that people read and change, and letters that go by it."""

from pathlib import Path

import pytest

from reportgen.diagnostics.selection import Selection
from reportgen.errors import UsageProblem
from reportgen.model.dates import read_date
from reportgen.pipeline.check import check_file
from reportgen.pipeline.judging import drop_remark, judge, judgements_of, keep_remark
from reportgen.pipeline.letters import Looked, Office, letter_to, looked_through, reviewed
from reportgen.review.fingerprint import Fingerprints
from reportgen.review.judgements import Judged, OwnRemark, Verdict, read_judgements, with_judged
from reportgen.review.opinion import Demand, Opinion

HOSPITAL = """\
示例县人民医院2024年度部门整体支出绩效自评报告
一、预算执行情况
年初预算为1200.00万元，支出决算为1080.00万元，完成年初预算的95.00%。
二、绩效情况
支出决算为1080.00万元，其中基本支出900.00万元，项目支出190.00万元。
示例县人民医院
2025年3月20日
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A report with a wrong rate and parts that do not add up."""
    path = tmp_path / "医院.txt"
    path.write_text(HOSPITAL, encoding="utf-8")
    return path


def keys(paper: Path, code: str) -> list[str]:
    """The fingerprints of its findings of a rule."""
    checked = check_file(paper)
    return [*map(Fingerprints(checked.source).of, (each for each in checked.report if each.code == code))]


def judged(paper: Path, code: str, verdict: Verdict | None, remark: str = "") -> None:
    for key in keys(paper, code):
        judge(paper, Judged(key, verdict, remark, "王某", "2025-04-01", code, "第 3 行", "对不上"))


def opinions(paper: Path) -> list[Opinion]:
    day = read_date("2025年4月1日")
    assert day
    letter = letter_to("示例县人民医院", [reviewed(paper, (), Selection())], Office("示例县财政局", day))
    return list(letter.opinions)


# ---- the list ----


def test_a_decision_is_written_for_people_beside_the_file_and_not_into_it(paper: Path) -> None:
    judge(paper, Judged("3fa9c1d27b04", Verdict.TRUE, code="NUM011", where="第 3 行", problem="完成率：95.00%"))
    text = paper.with_name("医院.txt.审核.yaml").read_text(encoding="utf-8")
    assert "判断写：属实、误报、待核" in text
    assert "  - {编号: 3fa9c1d27b04, 代码: NUM011, 位置: 第 3 行, 问题: 完成率：95.00%, 判断: 属实}\n" in text
    assert paper.read_text(encoding="utf-8") == HOSPITAL


def test_what_a_person_has_written_into_the_list_stays() -> None:
    text = "# 王某审\n问题:\n- 编号: aaa # 电话问过\n  判断: 待核\n  经办: 李某\n- 编号: bbb\n  判断: 属实\n"
    after = with_judged(text, "x", "aaa", Judged("aaa", Verdict.TRUE))
    assert after == text.replace("判断: 待核", "判断: 属实")
    assert with_judged(after, "x", "aaa", None) == "# 王某审\n问题:\n- 编号: bbb\n  判断: 属实\n"


def test_a_second_thought_takes_the_former_one_away(paper: Path) -> None:
    judge(paper, Judged("aaa", Verdict.FALSE, "看错了"))
    judge(paper, Judged("aaa", Verdict.OPEN))
    found = judgements_of(paper)
    assert found
    assert [(each.verdict, each.remark) for each in found.findings] == [(Verdict.OPEN, "")]
    judge(paper, Judged("aaa", None))
    assert judgements_of(paper) == read_judgements("问题:\n", "x")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("问题:\n- 编号: aaa\n  判断: 对的\n", "x:2：判断写成了「对的」，只能写属实、误报、待核"),
        ("- 编号: aaa\n", "x:1：应当是「问题:」下面一条一条的判断"),
        ("问题: [\n", "x:2:1：内容文件的格式读不懂"),
    ],
)
def test_a_list_that_is_written_wrongly_says_where_and_is_not_written_over(text: str, why: str) -> None:
    with pytest.raises(UsageProblem, match=why):
        read_judgements(text, "x")
    if "对的" not in text:
        with pytest.raises(UsageProblem, match=why):
            with_judged(text, "x", "bbb", Judged("bbb", Verdict.TRUE))


def test_remarks_of_the_reviewers_own_stand_apart(paper: Path) -> None:
    remark = OwnRemark("k1", "改成", "1090.00万元", "1080.00万元", "支出决算为", "支出决算为1080.00万元", 1, "王某")
    keep_remark(paper, remark)
    judge(paper, Judged("aaa", Verdict.TRUE))
    found = judgements_of(paper)
    assert found
    assert found.remarks == (remark,)
    drop_remark(paper, "k1")
    assert judgements_of(paper) == read_judgements("问题:\n- {编号: aaa, 判断: 属实}\n", "x")


# ---- letters ----


def test_a_letter_asks_for_what_was_found_true_and_asks_about_what_is_open(paper: Path) -> None:
    judged(paper, "NUM011", Verdict.TRUE, "请按决算改")
    judged(paper, "NUM020", Verdict.OPEN)
    assert [(each.rule, each.demand, each.advice) for each in opinions(paper)] == [
        ("NUM011", Demand.MEND, "请按决算改"),
        ("NUM020", Demand.EXPLAIN, "请核实，是否有误和依据都请写明"),
    ]


def test_what_is_no_mistake_and_what_nobody_looked_at_is_left_out(paper: Path) -> None:
    assert [each.rule for each in opinions(paper)] == ["NUM011", "NUM020"], "nobody has looked through it"
    judged(paper, "NUM011", Verdict.FALSE)
    assert opinions(paper) == []
    assert list(looked_through([reviewed(paper, (), Selection())])) == [Looked(paper, 0, 0, 1, 1)]


def test_the_reviewers_own_remarks_are_asked_for_too(paper: Path) -> None:
    keep_remark(paper, OwnRemark("k1", "批注", "没有写绩效目标", "绩效情况", page=2))
    keep_remark(paper, OwnRemark("k2", "改成", "1090.00万元", "1080.00万元"))
    keep_remark(paper, OwnRemark("k3", "删去", "", "其中"))
    told = [(each.where, each.problem, each.demand, each.advice, each.rule) for each in opinions(paper)]
    assert told == [
        ("第2页", "原文「绩效情况」；没有写绩效目标", Demand.EXPLAIN, "改正，或说明理由", ""),
        ("全文", "原文「1080.00万元」", Demand.MEND, "改成「1090.00万元」", ""),
        ("全文", "原文「其中」", Demand.MEND, "删去", ""),
    ]


def test_a_decision_survives_the_next_draft_where_the_finding_does(paper: Path) -> None:
    judged(paper, "NUM011", Verdict.TRUE)
    moved = HOSPITAL.replace("一、预算执行情况\n", "一、预算执行情况\n医院本年运行平稳。\n")
    paper.write_text(moved, encoding="utf-8")
    assert [opinion.rule for opinion in opinions(paper)] == ["NUM011"]
    paper.write_text(moved.replace("95.00%", "90.00%"), encoding="utf-8")
    assert opinions(paper) == [], "it was mended"
