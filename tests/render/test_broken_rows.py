"""A row longer than a page breaks between its items; its name and its amounts stand whole where it begins."""

from functools import cache

import pytest
from tests.support.made import ROOT
from tests.support.pages import pages_text

from reportgen.model.table import Table
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text

NAME = "城乡供水一体化及农村饮水安全巩固提升工程（一期、二期）建设管理补助资金"
TRADES = {"某市水务局": "供水管网", "示例县人民医院": "门诊楼层", "某市第二中学": "教学班级"}


def text(unit: str, items: int, lead: int) -> str:
    """Target forms of a unit: rows of a line each, and behind these one with so many numbered indicators."""
    short = "".join(
        f"      - {{项目名称: 第{number}项, 财政拨款: 1.00, 绩效目标: 按时完成。, "
        f"绩效指标: [{{一级指标: 产出指标, 三级指标: 完成率, 指标值: ≥9{number % 10}%}}]}}\n"
        for number in range(lead)
    )
    listed = "".join(
        f"          - {{一级指标: 产出指标, 三级指标: 第{number}号{TRADES[unit]}改造后年度验收合格率及按期投用率, "
        f"指标值: ≥9{number % 10}%}}\n"
        for number in range(1, items + 1)
    )
    named = f"      - 项目名称: {NAME}\n        财政拨款: 8765.43\n        绩效目标: 建成投用。\n"
    long = f"{named}        绩效指标:\n{listed}"
    head = f"文种: 项目支出绩效目标表（含转移支付项目）\n单位: {unit}\n年度: 2024\n资金使用单位:\n"
    return f"{head}  - 单位名称: {unit}\n    项目:\n{short}{long}"


@cache
def made(unit: str, items: int, lead: int) -> tuple[list[str], Table]:
    checked = check_text(text(unit, items, lead), "目标.yaml")
    built = build(checked, ["pdf", "docx"])
    assert checked.main is not None
    assert [found.code for found in built.report if found.code.startswith("VER")] == []
    (table,) = [block for block in checked.main.document.walk() if isinstance(block, Table)]
    return ["".join(page.split()) for page in pages_text(built.outputs["pdf"])], table


@pytest.mark.parametrize("unit", TRADES)
@pytest.mark.parametrize("lead", [1, 4, 7])
def test_a_name_is_never_cut_in_two(unit: str, lead: int) -> None:
    """Wherever on its page the row would begin: with its name and its amount, or on the next page."""
    pages, table = made(unit, 30, lead)
    assert table.splittable == {table.row_count - 1}
    (named,) = [number for number, page in enumerate(pages) if NAME in page]
    assert "8765.43" in pages[named]
    assert "1、产出指标：第1号" in pages[named]
    assert not any(TRADES[unit] in page for page in pages[:named])


@pytest.mark.parametrize("unit", TRADES)
def test_items_stay_whole(unit: str) -> None:
    pages, _table = made(unit, 30, 4)
    for page in pages:
        assert page.count("产出指标：第") - page.count("产出指标：第1项") == page.count("及按期投用率")


@pytest.mark.parametrize("unit", TRADES)
def test_a_row_that_fits_on_a_page_moves_there(unit: str) -> None:
    pages, table = made(unit, 6, 6)
    assert table.splittable == frozenset()
    (own,) = [page for page in pages if TRADES[unit] in page]
    assert NAME in own


APPROVAL = (ROOT / "templates" / "target-approval" / "example.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("named", ["门诊楼改造工程", "教学楼加固工程", "审判庭改造工程"])
def test_a_row_of_nearly_a_page_moves_there_too(named: str) -> None:
    """What is free below its heads decides and no share of the page, as in Word: its two cells stay side by side."""
    goals = "".join(f"    {number}、{named}按计划在年底以前完成并且通过竣工验收。\n" for number in range(1, 17))
    content = APPROVAL.replace("    目标1：展厅全年", f"{goals}    目标1：展厅全年")
    pages = [
        "".join(page.split()) for page in pages_text(build(check_text(content, "批复.yaml"), ["pdf"]).outputs["pdf"])
    ]
    assert [("目标1：展厅三年" in page, f"1、{named}" in page, "目标1：展厅全年" in page) for page in pages] == [
        (False, False, False),
        (True, True, True),
        (False, False, False),
    ]
