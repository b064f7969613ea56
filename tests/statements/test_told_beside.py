"""A figure told twice in one paragraph, or taken up further on; and what only looks like it."""

import pytest
from tests.support.ledgers import said


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("医院全年手术5,482台次，急诊手术排队。麻醉科人手不足。按5,842台次手术计算，每间手术室开台不少。", "5,842台次"),
        ("全站共有巡河员136人，分片包干。巡河员发现问题当场上报。对163名巡河员的补贴按季发放。", "163名"),
        ("全乡栽桃树31,600株，这36,100株桃树成活率较高。", "36,100株"),
        ("检察院发出检察建议17份。\n多数问题已经解决。\n71份检察建议全部得到回复整改。", "71份"),
        ("全区登记的电梯6,384台。\n检验人员不足。\n对7,022台电梯做定检，任务很重。", "7,022台"),
        ("学校有在校学生1,584人。\n账目公示。\n食堂小，1,742名学生要分三批吃饭。", "1,742名"),
    ],
)
def test_taken_up_otherwise(text: str, wrong: str) -> None:
    assert [each.split(" ")[1] for each in said(text)] == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        # siblings beside each other
        "一中在校学生1,286人，专任教师86人。二中在校学生1,268人，专任教师68人。",
        "甲村修路3.62公里，栽树420株。乙村修路3.26公里，栽树240株。",
        "县医院出院病人3,918人次。中医院出院病人3,198人次。",
        "上半年救助流浪人员362人次。下半年天气转冷，救助流浪人员326人次。",
        # some of them
        "登记电梯6,384台。\n检验人员不足。\n对6,120台电梯做了定检，其余停用。",
        "县里有养老机构32家。\n消防改造分两批。\n对30家养老机构做了改造，2家已关停。",
        "向驾引人员发放问卷260份。\n调查为期一周。\n248份有效问卷中，满意的227份。",
        "全年发出检察建议71份。收到回复的17份检察建议中，有两份要求复议。",
        # told twice itself
        "招聘村级协管员163人，年末在岗136人。对在岗的136名协管员进行了考核。",
    ],
)
def test_other_things_are_not_taken_up(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "展览部全年举办活动20场，接待观众3000人次。\n活动部全年举办活动15场，接待观众2000人次。",
        "达标活动34个，质量达标率94.4%。\n达标活动30个，质量达标率84.4%。",
        "急诊科抢救病人286人次，收入46.20万元。\n门诊部抢救病人268人次，收入42.60万元。",
    ],
)
def test_sentences_told_alike_are_of_two_things(text: str) -> None:
    assert said(text) == []
