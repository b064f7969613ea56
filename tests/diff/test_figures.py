"""Figures that were replaced: by how much, and what depends on them in the new draft."""

from pathlib import Path

import pytest
from tests.support.example import EXAMPLE, changed

from reportgen.diff.figures import FigureChange, replaced
from reportgen.diff.runs import runs_of
from reportgen.pipeline.two_drafts.compared import compared
from reportgen.pipeline.two_drafts.papers import papers_of


def figures(*changes: tuple[str, str]) -> list[FigureChange]:
    """Those of the example and a draft that came after it."""
    old, new = (papers_of(Path("稿.yaml"), text.encode(), ()) for text in (EXAMPLE, changed(*changes)))
    return list(compared(old, new)[0][0].figures)


def test_a_figure_is_told_with_what_no_longer_holds() -> None:
    (figure,) = figures((" 支出: 36.20, ", " 支出: 37.20, "))
    assert (figure.name, figure.old, figure.new) == ("预算.科普活动经费.支出", "36.20万元", "37.20万元")
    assert figure.difference == "+1万元"
    assert figure.section == "三、（二）执行管理情况分析"
    assert figure.depends == ("对不上：37.20万元 ÷ 40.00万元 ≠ 90.5%",)


def test_a_fact_is_told_with_all_places_that_print_it() -> None:
    first, second = figures(("计划: 20场", "计划: 24场"))
    assert (first.difference, second.difference) == ("+4场", "+4场")
    assert first.depends[0] == "数据「数据.科普活动.计划」还印在：一、（五）部门年度整体工作目标任务完成情况"


def test_a_share_differs_by_percentage_points() -> None:
    assert [figure.difference for figure in figures(("满意率: 93%", "满意率: 91.5%"))] == ["−1.5个百分点"]


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("供水12.5万吨，漏损率9.8%。", "供水13.1万吨，漏损率9.2%。", [("12.5", "13.1"), ("9.8", "9.2")]),
        ("审结案件1,208件", "审结案件1,310件", [("1,208", "1,310")]),
        ("审结案件1208件", "审结民商事案件1000件、刑事案件310件", []),
        ("新增床位", "新增床位60张", []),
    ],
)
def test_only_a_number_in_the_place_of_another_is_one(old: str, new: str, pairs: list[tuple[str, str]]) -> None:
    assert [(each.old, each.new) for each in replaced(runs_of(old, new))] == pairs
