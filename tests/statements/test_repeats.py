"""One figure in several places: a slip of the hand is known by its digits, and by what else bears a figure out."""

import pytest
from tests.support.ledgers import said


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "医院总收入18642.35万元，其中医疗收入15000.00万元，财政拨款3642.35万元。\n本年度收入81642.35万元取自决算报表。",
            "same 81642.35万元 这里写的是 81642.35万元",
        ),
        (
            "水利项目累计支出5237.64万元，占年度预算5860.00万元的89.38%。\n至评价日支出5237.46万元，手续齐全。",
            "same 5237.46万元 这里写的是 5237.46万元",
        ),
        (
            "全年预算515.60万元，其中本级480.00万元、上级35.60万元。\n财政局下达预算515.60亿元。",
            "scale 515.60亿元 数字相同，差了数量级",
        ),
        (
            "全年预算698.00万元，支出671.20万元，预算执行率为96.16%。\n尽管有偏差，预算执行率90.16%。",
            "same 90.16% 这里写的是 90.16%",
        ),
        ("受益农村人口3.42人。", "scale 3.42人 3.42人有小数，是不是漏了「万」"),
    ],
)
def test_a_slip_in_one_of_two_places(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "全年预算数562.60万元。\n全年支出数562.06万元。",
        "下达资金150.60万元。\n下达资金156.00万元。\n下达资金112.00万元。",
        "安装水表任务完成率98.06%。\n| 指标 | 得分率 |\n| 水表安装完成率 | 98.00% |",
        "年初结转和结余100.62万元。\n年末结转和结余83.07万元。",
    ],
)
def test_figures_that_are_alike_and_of_two_things(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("told", "again", "finding"),
    [
        (
            "结案912件，结案率95.00%。\n满意率98%，结案912件。",
            "仲裁委支出86.40万元，结案612件，全部归档。",
            "same 612件 这里写的是 612件",
        ),
        (
            "救护候鸟318只。\n其中，救护候鸟318只。",
            "保护区经费86.40万元，救护候鸟381只。",
            "same 381只 这里写的是 381只",
        ),
        (
            "修复古籍146册。\n修复古籍146册，验收合格。",
            "全馆支出86.40万元，修复古籍147册。",
            "same 147册 这里写的是 147册",
        ),
    ],
)
def test_what_is_told_again_and_again_is_right(told: str, again: str, finding: str) -> None:
    assert said(f"{told}\n{again}") == [finding]
