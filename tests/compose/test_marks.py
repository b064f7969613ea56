"""Marks of other programs in prose: each is named where it stands, and `--fix` puts what was meant."""

import pytest
from tests.rules.fragments import ROOT
from tests.support.example import changed

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.pipeline.check import check_text

LINE = changed().split("其他问题: 无")[0].count("\n") + 1


def marks(prose: str) -> list[Diagnostic]:
    body = "".join(f"  {line}\n" for line in prose.splitlines())
    report = check_text(changed(("其他问题: 无\n", f"其他问题: |\n{body}")), "a.yaml").report
    return [finding for finding in report if finding.code == "CON008"]


SAID = [
    ("* 门诊楼加装电梯。", "列表的记号", "- "),
    ("+ 全年收治住院患者。", "列表的记号", "- "),
    ("● 管网改造。", "列表的记号", "- "),
    ("\uf0d8执行案件办结。", "列表的记号", "- "),
    ("– 立案庭送达文书。", "列表的记号", "- "),
    ("- [x] 已完成采购。", "方框", ""),
    ("> 转自区教育局通知", "引用", ""),
    ("a. 幼儿园", "字母编号", "- "),
    ("＃ 供水保障", "半角", "#"),
    ("| 学校 | 学生 |", "不成表", None),
    ("项目\t预算\t支出", "不成表", None),
    ("---", "分隔线", None),
    ("***", "分隔线", None),
    ("```", "代码", None),
    ("####### 审判", "六个", None),
]


@pytest.mark.parametrize(("prose", "words", "instead"), SAID, ids=[prose for prose, _words, _instead in SAID])
def test_a_mark_is_named_where_it_stands(prose: str, words: str, instead: str | None) -> None:
    (found,) = marks(f"第一段。\n{prose}")
    assert words in found.label
    assert (found.place.line, found.place.column) == (LINE + 2, 5 if prose.startswith("- [") else 3)
    assert (found.repair.edits[0].new if found.repair else None) == instead


@pytest.mark.parametrize(
    "prose",
    [
        "“——”表示没有数。",
        "5>3，共3项。",
        "C大调合唱团演出3场。",
        "*号标注的除外。",
        "全年无诉讼。",
        "——摘自工作总结",
        "−5%以内。",
        "1-6月完成过半。",
    ],
)
def test_words_that_look_like_marks_are_left_alone(prose: str) -> None:
    assert marks(prose) == []


def test_rows_that_make_a_table_are_no_marks() -> None:
    assert len(marks("| 科室 | 床位 |\n| --- | --- |\n| 内科 | 40 |\n说明。\n| 断面 | 水质 |")) == 1


def test_headings_deeper_than_the_four_levels_of_a_document_are_named() -> None:
    found = marks("# 一\n## 二\n### 三\n#### 四\n##### 五")
    assert [each.place.line - LINE for each in found] == [4, 5]
    assert all("只有四层" in each.label for each in found)


FORM = (ROOT / "templates" / "project-self-evaluation" / "example.yaml").read_text(encoding="utf-8")

IN_A_CELL = [
    ("# 维修教室24间。", "没有小标题"),
    ("> 维修教室24间。", "引用"),
    ("* 改造管网86公里。", "不自动编号"),
    ("- 结案率97%以上。", "不自动编号"),
    ("- [ ] 购置监护仪40台。", "不自动编号"),
]


@pytest.mark.parametrize(("line", "words"), IN_A_CELL, ids=[line for line, _words in IN_A_CELL])
def test_in_a_form_a_mark_is_named_and_taken_away(line: str, words: str) -> None:
    """There # and - are words, too: they would be printed in the cell."""
    text = _with_goal(f"      {line}\n")
    (found,) = [each for each in check_text(text, "a.yaml").report if each.code == "CON008"]
    assert words in found.label
    assert found.repair
    assert text.splitlines()[found.place.line - 1] == f"      {line}"
    assert found.repair.edits[0].new == ""


@pytest.mark.parametrize(
    "line", ["1. 维修教室24间。", "● 改造管网86公里。", "（1）结案率97%以上。", "-5%以内。", "> 95%"]
)
def test_numbers_and_bullets_of_a_form_may_be_meant(line: str) -> None:
    assert [each for each in check_text(_with_goal(f"      {line}\n"), "a.yaml").report if each.code == "CON008"] == []


def _with_goal(lines: str) -> str:
    assert "    预期目标: |\n" in FORM
    return FORM.replace("    预期目标: |\n", f"    预期目标: |\n{lines}", 1)
