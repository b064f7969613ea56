"""`# 忽略 NUM003：原因`: which findings it covers, and what it must say."""

from tests.rules.fragments import merged

from reportgen.pipeline.check import check_text
from reportgen.source.comments import read_acknowledgements
from reportgen.source.reader import read_source


def acknowledgements(text: str) -> tuple[list[tuple[str, str, int, int]], list[tuple[str, int]]]:
    source, _found = read_source(text, "a.yaml")
    accepted, refused = read_acknowledgements(source)
    return [(a.code, a.reason, a.first, a.last) for a in accepted], [(d.code, d.place.line) for d in refused]


def test_a_comment_at_the_end_of_a_line_covers_the_entry_of_that_line() -> None:
    accepted, refused = acknowledgements("支出: 597.77 # 忽略 NUM002：含上年结转\n年度: 2020\n")
    assert accepted == [("NUM002", "含上年结转", 1, 1)]
    assert refused == []


def test_on_the_head_of_a_text_it_covers_the_whole_text() -> None:
    accepted, _refused = acknowledgements("投入: | # 忽略 PUN001、WRD001：照原文\n  第一段\n  第二段\n年度: 2020\n")
    assert accepted == [("PUN001", "照原文", 1, 3), ("WRD001", "照原文", 1, 3)]


def test_on_a_line_of_its_own_it_covers_the_entry_below() -> None:
    accepted, _refused = acknowledgements("# 忽略 FMT001：照原文\n小标题:\n  甲: 甲。\n  乙: 乙\n")
    assert accepted == [("FMT001", "照原文", 2, 4)]


def test_it_needs_a_reason() -> None:
    assert acknowledgements("支出: 1 # 忽略 NUM002\n") == ([], [("SUP001", 1)])
    assert acknowledgements("支出: 1 # 忽略 NUM002：\n") == ([], [("SUP001", 1)])


def test_a_hash_inside_a_text_is_no_comment() -> None:
    accepted, refused = acknowledgements('说明: |\n  # 忽略 NUM001：这是小标题\n标题: "甲 # 忽略 NUM001：乙"\n')
    assert (accepted, refused) == ([], [])


def test_a_code_that_another_took_over_still_accepts_its_findings() -> None:
    content = "文种: 部门整体支出绩效评价报告\n收支情况: | # 忽略 NUM012：照原文\n  门诊人次同比下降-5.2%。\n"
    found = [each for each in check_text(merged(content), "示例.yaml").report if each.code == "NUM043"]
    assert [each.acknowledged for each in found] == ["照原文"]
