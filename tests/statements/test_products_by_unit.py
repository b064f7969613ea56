"""The units of a price ask for their counts, in whatever order and words these are told."""

import pytest
from tests.support.ledgers import held, ledger, said


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        # 人 and 月
        ("医院聘导医24名，人均月工资3,150元，用工12个月，花掉90.27万元。", "average 3,150元 应为 3134元"),
        ("法院聘书记员24名，月薪3,150元，聘用一年，付出97.20万元。", "product 97.20万元 应为 90.72万元"),
        ("镇里有协管员64名，每月补助标准1,100元，全年兑现88.48万元。", "product 88.48万元 应为 84.48万元"),
        # 人 and 天
        ("学校请监考68人，在考场值守3天，每人每天补180元，已发放36.72万元。", "product 36.72万元 应为 3.672万元"),
        # 件 and a price named by its unit
        ("水务局租挖掘机48台班，台班费1,650元，付了9.72万元。", "product 9.72万元 应为 7.92万元"),
        ("福利院清运垃圾1,240吨，按吨收费，吨价186元，付给企业23.60万元。", "product 23.60万元 应为 23.064万元"),
        ("调解案件218件，以案定补，一案补150元，合计补贴3.72万元。", "product 3.72万元 应为 3.27万元"),
        # what is counted stands behind the price, and before its name
        ("以每公里6.20万元的价格养护县道118公里，结算713.60万元。", "product 713.60万元 应为 731.6万元"),
        ("一盏灯一年52元，3,620盏共计18.28万元。", "product 18.28万元 应为 18.824万元"),
        # the total goes by the name of the price, sentences before
        (
            "公务接待费0.95万元，没有出国费。公务用车2辆。接待112人次，人均接待费58元。",
            "average 58元 应为 85元",
        ),
    ],
)
def test_wrong_products(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "医院聘导医24名，人均月工资3,150元，用工12个月，花掉90.72万元。",
        "法院聘书记员24名，月薪3,150元，聘用一年，付出90.72万元。",
        "镇里有协管员64名，每月补助标准1,100元，全年兑现84.48万元。",
        "学校请监考68人，在考场值守3天，每人每天补180元，已发放3.672万元。",
        "水务局租挖掘机48台班，台班费1,650元，付了7.92万元。",
        "一盏灯一年52元，3,620盏共计18.82万元。",
        "调解案件218件，以案定补，一案补150元，合计补贴3.27万元。",
    ],
)
def test_right_products(text: str) -> None:
    assert said(text) == []
    assert held(text) & {"product", "average"}


@pytest.mark.parametrize(
    "text",
    [
        "控制标准每座不超过95.00万元，改造12座，投入960.00万元。",
        "校车58辆。月均支出3.20万元，全年支出45.60万元。",
        "慰问困难职工35名，每名800元；慰问退休职工18名，每名1,000元，两项合计4.60万元。",
        "每周开放56小时，全年接待读者12.60万人次，支出86.40万元。",
    ],
)
def test_what_is_no_product(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("巡查用车2辆，每辆年均花费4.20万元，合12.60万元。", "average 4.20万元 应为 6.3万元"),
        ("设考点4个，每个考点补助2.60万元，共补助7.80万元。", "product 7.80万元 应为 10.4万元"),
        ("配备救护车7辆，平均每辆运行费3.15万元，支出25.20万元。", "average 3.15万元 应为 3.6万元"),
    ],
)
def test_so_few_things_are_known_to_the_last_one(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("人均月工资5,200元，聘用保洁员12人，全年支付78.88万元。", "78.88万元 ÷ 12人 ÷ 12 个月 = 5478元"),
        ("人均月补助420元，聘用护工15人，全年支付7.65万元。", "7.65万元 ÷ 15人 ÷ 12 个月 = 425元"),
        ("人均月工资3,100元，聘用书记员8人，全年支付27.96万元。", "27.96万元 ÷ 8人 ÷ 12 个月 = 2913元"),
    ],
)
def test_the_months_that_no_figure_tells_stand_in_the_working(text: str, note: str) -> None:
    assert [each.notes[0].split("，")[0] for each in ledger(text).wrong] == [note]
