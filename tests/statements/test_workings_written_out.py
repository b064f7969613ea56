"""Workings that a text writes out with signs, interest, and averages in whatever order their figures stand."""

import pytest
from tests.support.ledgers import held, said

RIGHT = {
    "formula": [
        "小麦12,000吨×100元、稻谷8,500吨×110元、玉米3,500吨×95元，分别为120.00万元、93.50万元、33.25万元。",
        "全年支出262.18万元＝基本支出193.32万元＋项目支出68.86万元。",
        "参评率77.32%（6,312÷8,164）。",
    ],
    "product": [
        "教师外出进修：18人×4,200元＝75,600元。",
        "伙食费：9,821人天×55元＝540,155元；住宿费：5,240人天×80元＝419,200元。",
        "按审定价236.27万元×3%＝7.09万元预留质保金。",
        "粮库储备贷款900万元，年利率4%，一年36万元，全额贴息。",
        "创业担保贷款余额1.25亿元，按2%贴息，全年贴息250万元。",
        "路灯杆48根，每根3,200元；灯头96个，每个850元。两样合计23.52万元。",
    ],
    "average": [
        "14个教学班，在校生125人，平均每班8.93人。",
        "46条线路配车612辆，平均每条线路13.30辆。",
        "培训两期，合计97人次，支出38,600元，人次均397.94元。",
        "实办15期1,058人，折合9,821人天，人均在校9.28天。",
        "招待0.96万元。招待来了14批112人，一个人平均85.71元。",
    ],
}


@pytest.mark.parametrize(("relation", "text"), [(name, text) for name, texts in RIGHT.items() for text in texts])
def test_figures_that_are_meant_together(relation: str, text: str) -> None:
    assert said(text) == []
    assert relation in held(text)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("教师外出进修：18人×4,200元＝65,600元。", "product 65,600元 应为 75600元"),
        ("校本培训：44人×6期×150元＝41,400元。", "product 41,400元 应为 39600元"),
        (
            "小麦12,000吨×105元、稻谷8,500吨×110元，分别为120.00万元、93.50万元。",
            "formula 120.00万元 应为 126万元",
        ),
        ("全年支出262.18万元＝基本支出193.32万元＋项目支出68.68万元。", "formula 262.18万元 应为 262万元"),
        ("参评率77.32%（6,312÷8,614）。", "formula 77.32% 应为 73.28%"),
        ("粮库储备贷款900万元，年利率4%，一年32万元，全额贴息。", "product 32万元 应为 36万元"),
        ("路灯杆48根，每根3,200元；灯头96个，每个850元。两样合计25.32万元。", "product 25.32万元 应为 23.52万元"),
        ("14个教学班，在校生125人，平均每班9.82人。", "average 9.82人 应为 8.93人"),
        ("46条线路配车612辆，平均每条线路14.63辆。", "average 14.63辆 应为 13.3辆"),
        ("培训两期，合计97人次，支出38,600元，人次均393.94元。", "average 393.94元 应为 397.94元"),
        ("招待0.96万元。招待来了14批112人，一个人平均94.28元。", "average 94.28元 应为 85.71元"),
    ],
)
def test_figures_that_do_not_come_out(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "合计36人×12月×0.35万元＋8台×1.2万元＝160.80万元。",
        "粮库储备贷款900万元，年利率4%，已付半年利息18万元。",
        "幕布4.8米×2.7米，共12块。",
        "每班30人，8个班，招收235人。",
    ],
)
def test_what_is_not_worked_out_is_left_alone(text: str) -> None:
    assert said(text) == []
