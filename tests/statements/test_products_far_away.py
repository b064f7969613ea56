"""Products whose count or total stands elsewhere under a shared name; several prices in one total; several units."""

import pytest
from tests.support.ledgers import held, said

FAR = "评审意见全部反馈申报人，立项结果在网站公示，没有收到异议。"


@pytest.mark.parametrize(
    "text",
    [
        f"本年评审课题{{}}项，每项资助3万元。\n{FAR}\n课题资助经费共192万元，年内全部下达。",
        "（二）平板电脑\n本次购置平板电脑{}台，单价3万元。\n合同于5月签订。\n购置平板电脑支出192万元。",
        "救护车{}辆，单价3万元。\n| 项目 | 支出（万元） |\n| 救护车 | 192.0 |\n| 担架 | 2.4 |\n| 合计 | 194.4 |",
        "护理技能培训{}期。培训按每期3万元包干，由承办医院组织教学和考核。项目支出192万元。",
    ],
)
def test_a_total_far_away_is_known_by_its_name(text: str) -> None:
    """The counts of a price stand beside it; what they make is told paragraphs on, or in a table."""
    assert said(text.format(64)) == []
    assert "product" in held(text.format(64))
    assert said(text.format(46))


def test_what_no_slip_explains_is_not_said() -> None:
    """A name alone proves little: the amount may hold more than these products."""
    assert said(f"本年评审课题64项，每项资助3万元。\n{FAR}\n课题资助经费共231.5万元，年内全部下达。") == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "一等奖5名，每名5000元；二等奖12名，每名3000元，共发放6.1万元",
            "一等奖5名，每名5000元；二等奖21名，每名3000元，共发放6.1万元",
        ),
        (
            "制作展板60块，每块350元；印发手册8000册，每册2.5元；合计4.1万元",
            "制作展板60块，每块350元；印发手册8000册，每册2.5元；合计4.9万元",
        ),
        (
            "免疫牛2.4万头，每头3元；免疫羊6.5万只，每只1.2元；合计15万元",
            "免疫牛2.4万头，每头3元；免疫羊6.5万只，每只2.1元；合计15万元",
        ),
    ],
)
def test_several_prices_make_one_total(right: str, wrong: str) -> None:
    """Each price has a count of its own, and no amount but the total of all is told."""
    assert said(f"支出情况：{right}。") == []
    assert said(f"支出情况：{wrong}。")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("全县132个行政村每村配备2名保洁员，共配备保洁员264名", "全县132个行政村每村配备2名保洁员，共配备保洁员464名"),
        ("上述15个站点，每站配备灭火器8具，总计120具", "上述15个站点，每站配备灭火器8具，总计210具"),
        (
            "社区食堂每天供应老年餐160份，每份补贴3元，全年开餐300天，补贴支出14.4万元",
            "社区食堂每天供应老年餐160份，每份补贴3元，全年开餐200天，补贴支出14.4万元",
        ),
        (
            "本项目设监测点位24个，每个点位每月监测2次，全年监测576次",
            "本项目设监测点位42个，每个点位每月监测2次，全年监测576次",
        ),
        (
            "每名驻村干部生活补助每天60元，驻村220天，全年人均13200元",
            "每名驻村干部生活补助每天60元，驻村200天，全年人均13200元",
        ),
        (
            "土地流转3200亩，租金每亩每年650元，每年支付租金208万元",
            "土地流转2300亩，租金每亩每年650元，每年支付租金208万元",
        ),
        ("打井22眼，单井造价6.5万元，投资143万元", "打井28眼，单井造价6.5万元，投资143万元"),
        ("人工费：技工18人，日工资320元，施工75天，计43.2万元", "人工费：技工20人，日工资320元，施工75天，计43.2万元"),
    ],
)
def test_a_price_of_several_units_asks_for_each_count(right: str, wrong: str) -> None:
    """What a count is of may be the last character of a longer name; what is paid by the day may be paid to people."""
    assert said(f"{right}。") == []
    assert said(f"{wrong}。")


def test_two_rows_of_plain_heads_prove_each_other() -> None:
    """数量, 单价, 金额 leave no doubt: one row that fits is enough, where one digit puts the other right."""
    table = "| 项目 | 数量 | 单价（元） | 金额（元） |\n| 打印机 | 14 | 1850 | 25900 |\n| 碎纸机 | 9 | {} | 6480 |"
    assert said(table.format(720)) == []
    assert said(table.format(702))


def test_the_count_of_before_does_not_make_the_cost_of_now() -> None:
    """发行1,500册，上一卷1,300册: what would fit stands beside it."""
    assert said("发行1,500册，上一卷1,300册，发行量增加200册，单册成本86元，成本合计12.90万元。") == []
