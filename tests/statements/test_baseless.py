"""Rates of nothing: there was none last year, or no budget, as a figure or in words."""

import pytest
from tests.support.ledgers import said

_NONE = "基数为 0，算不出比率"


@pytest.mark.parametrize(
    "text",
    [
        "上年无此项收入，增长100.00%。",
        "医院感染楼改造上年未安排资金，本年支出27.60万元，比上年增长100%。",
        "学校食堂设备上年同期未采购，同比增长100%。",
        "堤坝除险支出57.00万元，该项目为年中新增，较上年增长100%。",
        "法院新建诉讼服务中心，2023年支出为0，增长100%。",
        "河道应急抢险年初未列预算，年中追加57.00万元，实际支出57.00万元，完成年初预算的100%。",
        "热线智能应答于2024年首次上线，全年应答6.20万次，同比增长100%。",
        "充电桩检定，2024年5月首次开展，检定860台，较上年增长100%。",
        "科普短视频去年同期未制作，今年制作12条，同比增长100%。",
        "课后服务耗材年初预算为0万元，年中追加3.00万元，支出3.00万元，完成年初预算的100%。",
    ],
)
def test_there_is_no_rate_of_nothing(text: str) -> None:
    assert [each for each in said(text) if each.startswith("no_base")] == [f"no_base {_rate(text)} {_NONE}"]


@pytest.mark.parametrize(
    "text",
    [
        "银行场地补偿2023年无此项收入，不计算增长率。",
        "上年没有发生事故，车辆安全行驶里程增长10%。",
        "审判庭维修年初预算0万元，支出决算214.93万元，按年中追加的260.00万元计算，执行率为82.67%。",
        "上年无住院病区，本年门诊接诊1200人次，比上年的1000人次增长20%。",
        "门诊量首次突破10万人次，比上年增长8.2%。",
        "图书馆没有未完成的项目，全年支出98万元，完成预算的98%。",
    ],
)
def test_what_has_another_base_is_no_error(text: str) -> None:
    assert said(text) == []


def _rate(text: str) -> str:
    return next(piece for piece in ("100.00%", "100%") if piece in text)
