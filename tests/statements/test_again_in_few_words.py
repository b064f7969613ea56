"""Figures told again in a place that tells much else again: rates by their names, last digits, scales nobody means."""

import pytest
from tests.support.ledgers import said


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # a rate of a name that every paper has, at the end of a paper that tells much again
        (
            "医院预算1,286.40万元，支出1,247.81万元，执行率97.00%。\n门诊136,200人次，手术2,460台，床位420张。\n全年预算1,286.40万元，执行率87.30%，门诊136,200人次，手术2,460台。",
            "87.30%",
        ),
        # by a slip, under a longer name
        (
            "回收问卷340份，满意323份，满意率95.00%。\n学生1,286人，教师96人。\n总的看，学生1,286人都有课上，家长满意率95.90%，钱用得好。",
            "95.90%",
        ),
        # a name of its own, and words behind it
        ("法院案卷归档率98.60%，结案2,333件。\n案卷归档率仅为93.60%，还要加强。", "93.60%"),
        # of two things: silence
        ("城区供水合格率99.60%，乡镇供水合格率98.20%。\n供水合格率89.60%。", ""),
    ],
)
def test_a_rate_again(text: str, wrong: str) -> None:
    assert [each.split(" ")[1] for each in said(text)] == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    "text",
    [
        "学校年初预算1,489.81万元，支出决算1,591.44万元，为年初预算的106.82%。\n全校支出决算1,591.34万元，其中基本支出1,337.11万元、项目支出254.23万元。",
        "水务局年初预算3,004.70万元，支出决算3,296.39万元，为年初预算的109.71%。\n全局支出决算3,296.32万元，其中基本支出2,800.12万元、项目支出496.20万元。",
        "镇里年初预算2,671.00万元，支出决算2,908.32万元，为年初预算的108.89%。\n全镇支出决算2,908.35万元，其中基本支出2,108.15万元、项目支出800.20万元。",
    ],
)
def test_a_rounded_rate_hides_no_last_digit(text: str) -> None:
    assert [each.split(" ")[0] for each in said(text)] == ["same"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("全区垃圾清运预算926.00万元，支出648.20万元。\n到年底，926.00亿元预算基本执行。", "926.00亿元"),
        ("医院接待体检3.62万人次，手术2,460台。\n全年体检3.62人次，群众满意。", "3.62人次"),
        ("学校在校生3,268人，教师186人。\n全校3,268万人参加体检。", "3,268万人"),
        ("全县生产总值186.40亿元。\n水利项目预算168.40万元，支出160.20万元。", ""),
    ],
)
def test_a_scale_that_nobody_means(text: str, wrong: str) -> None:
    assert [each.split(" ")[1] for each in said(text)] == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "1.配备救生衣。目标1,200件，完成1,260件。\n2.维修渡船18艘。\n渡口检查324处次，渡船31艘。\n总的看，检查324处次，渡船31艘，配备救生衣1,240件。",
            "1,240件",
        ),
        ("法警出警暗访1,332座次，庭审2,460次。\n暗访1,323座次，庭审2,460次，秩序良好。", "1,323座次"),
        ("学校年末未结报修61件，宿舍维修286间。\n问题是报修未结51件，宿舍维修286间没有全部验收。", ""),
    ],
)
def test_items_by_their_opening_words(text: str, wrong: str) -> None:
    assert [each.split(" ")[1] for each in said(text)] == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    "text",
    [
        "医疗过程得21.60分，医疗产出得25.26分，医疗效益得分率80.00%。\n",
        "教学过程得21.60分，教学产出得25.26分，教学效益得分率80.00%。\n",
        "审判过程得21.60分，审判产出得25.26分，审判效益得分率80.00%。\n",
    ],
)
def test_two_scores_before_a_rate_of_the_table(text: str) -> None:
    name = text[:2]
    rows = (("过程 | 25.00 | 21.60 | 86.40%"), ("产出 | 30.00 | 25.26 | 84.20%"), ("效益 | 30.00 | 24.00 | 80.00%"))
    table = "\n".join(f"| {name}{row} |" for row in rows)
    assert said(f"{text}| 指标 | 权重 | 得分 | 得分率 |\n{table}") == []
