"""A rate told with an amount that has a rate in a row of a table, or in other places, is that rate."""

import pytest
from tests.support.ledgers import said

HOSPITAL = """
| 项目 | 全年预算（万元） | 全年支出（万元） | 执行率 |
| --- | --- | --- | --- |
| 门诊楼改造 | 620.00 | 589.02 | 95.00% |
| 设备更新 | 380.00 | 361.38 | 95.10% |
| 合计 | 1,000.00 | 950.40 | 95.04% |
"""
SCHOOL = """
| 子项目 | 预算数 | 支出数 | 预算完成率（%） |
| --- | --- | --- | --- |
| 操场维修 | 86.40万元 | 80.35万元 | 93.00% |
| 课桌更换 | 42.00万元 | 40.32万元 | 96.00% |
"""
WRONG = [
    f"一、执行情况{HOSPITAL}二、结论\n全院支出950.40万元、支出率95.40%，经复核无误。",
    f"一、执行情况{HOSPITAL}二、结论\n门诊楼改造用了589.02万元，执行率96.00%。",
    f"一、执行情况{SCHOOL}二、结论\n操场维修实支80.35万元，完成率39.00%，进度偏慢。",
    f"一、执行情况\n全院支出950.40万元，支出率95.04%。{HOSPITAL}二、结论\n支出总额950.40万元、支出率85.50%经复核无误。",
]
RIGHT = [
    f"一、执行情况{HOSPITAL}二、结论\n全院支出950.40万元、支出率95.04%，经复核无误。",
    f"一、执行情况{HOSPITAL}二、结论\n全院支出950.40万元，年初预算执行率102.30%。",
    f"一、执行情况{HOSPITAL}二、结论\n全院支出950.40万元，其中第四季度支付比例偏高。设备购置进度82.00%。",
    f"一、执行情况{SCHOOL}二、结论\n操场维修实支80.35万元，上年完成率88.00%。",
    f"一、执行情况{SCHOOL}二、结论\n操场维修实支80.35万元，完成率71.62%（按最初下达的计划）。",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_rate_is_that_of_the_row_of_its_amount(text: str) -> None:
    assert said(text)


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_is_said_of_the_rate_of_the_row_or_of_another_base(text: str) -> None:
    assert said(text) == []
