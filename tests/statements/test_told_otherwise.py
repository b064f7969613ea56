"""Figures told again at the end of a paper, or in a problem or a proposal, under a shorter name and with a slip."""

import pytest
from tests.support.ledgers import said

_HOSPITAL = (
    "医院全年手术2,460台，择期2,130台，急诊330台。床位使用率88.60%，检查设备完好率96.40%。\n"
    "全年一共诊治来院患者3,268人次，其中门诊2,417人次、住院851人次。\n"
    "总的看，手术2,460台，{end}，床位使用率88.60%。"
)


@pytest.mark.parametrize(
    ("end", "finding"),
    [
        ("全院诊治3,768人次", "same 3,768人次 这里写的是 3,768人次"),
        ("诊治3,268人次，门诊设备完好率94.60%", ""),
        ("诊治3,268人次，检查完好率94.60%", "same 94.60% 这里写的是 94.60%"),
        ("全院诊治3,268人次", ""),
    ],
)
def test_the_summary_of_a_hospital(end: str, finding: str) -> None:
    assert said(_HOSPITAL.format(end=end)) == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "水务局管护河道428公里，城区96公里，乡镇332公里。\n建议对408公里河道逐段建档。",
            "same 408公里 这里写的是 408公里",
        ),
        (
            "学校有宿舍床位860张，常年在用的712张。\n宿舍紧张。680张床位里女生专用的只有300张。",
            "same 680张 这里写的是 680张",
        ),
        (
            "法院有执法记录仪146台，在用的132台。\n下一步对164台执法记录仪统一编号。",
            "same 164台 这里写的是 164台",
        ),
    ],
)
def test_a_thing_of_which_one_number_is_told(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "水务局管护河道428公里，城区96公里，乡镇332公里。\n建议再治理48公里河道。",
        "学校抽查学生120人。\n共有220人学生档案。\n缺少210人学生档案。",
        "法院有执法记录仪146台，在用的132台。\n下一步新增126台执法记录仪。",
    ],
)
def test_other_numbers_of_the_same_thing(text: str) -> None:
    assert said(text) == []
