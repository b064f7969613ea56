"""One thing told in two places in other words: names before a figure, behind it, before its bracket."""

import pytest
from tests.support.ledgers import said


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # the name stands behind in the one place, before in the other
        ("全院开放病床420张，年末在岗护士286人。\n床位紧张，420张病床常年满员，268名护士轮班。", "268名"),
        ("全校在校生2,436人，设教学班56个。\n全校2,436名学生分在56个班。2,346名学生参加体检。", "2,346名"),
        ("法院全年受理案件4,862件，结案4,610件。\n案件增长快，4,682件案子压在46名法官身上。", "4,682件"),
        # in a bracket
        ("水厂新建蓄水池38口，惠及村民6,420户。\n受益的村民（6,240户）都签了供水合同，38口蓄水池蓄满了水。", "6,240户"),
        # a rate of one name
        ("站里校车准点率97.30%，跑线路74条。\n线路偏多，准点率停在97.03%，74条线路排不开。", "97.03%"),
        # a unit of which there is nothing else
        (
            "租高空作业车96台班，台班费1,250元，付了12.00万元。检修路灯3,620盏。\n3,620盏路灯靠租车检修，86台班的租赁排不开。",
            "",
        ),
        # money of the whole
        (
            "年初预算2,186.00万元，支出2,113.10万元，执行率96.67%。\n总结全年：预算2,186.00万元，实际花了2,131.10万元。",
            "2,131.10万元",
        ),
    ],
)
def test_told_again_with_a_slip(text: str, wrong: str) -> None:
    found = said(text)
    assert [each.split(" ")[1] for each in found] == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    "text",
    [
        "全年新建农村公路12.6公里。\n全年养护农村公路15.6公里，路况良好。",
        "行政案件286件。\n民事案件268件，刑事案件226件。",
        "抽检蔬菜样品386批次。\n抽检水果样品368批次。",
        "东风水库清淤3.60万立方米。\n红旗水库清淤6.30万立方米。",
        "门诊病人满意度96.50%。\n住院病人满意度95.60%，护理满意度96.05%。",
        "城区供水合格率99.60%。\n乡镇供水合格率99.06%。",
        "教职工编制58名。\n学期末对54名教职工考核。",
        "2024年预算批复320.00万元，其中基本支出200.00万元。\n项目资金批复120.00万元，都已到位。",
        "概算审定126.50万元。\n改造支出126.05万元。",
        "扑杀补助预算128.20万元。\n2022—2024年扑杀补助分别为120.00万元、126.00万元、128.20万元。",
    ],
)
def test_two_things(text: str) -> None:
    assert said(text) == []
