"""Tables: what columns and rows make of each other, learned from the rows or told by heads, and the text beside."""

import pytest
from tests.support.ledgers import held, said

DEPARTMENTS = """
| 科室 | 合计 | 药品 | 耗材 |
| 内科 | 320.50 | 200.30 | 120.20 |
| 外科 | 410.80 | 190.60 | 220.20 |
| 儿科 | 150.40 | 100.10 | 50.30 |
| 骨科 | {} | 60.70 | 200.20 |
"""
SOURCES = """
| 来源 | 小计（万元） | 财政拨款（万元） | 其他资金（万元） |
| 基本支出 | 320.00 | 300.00 | 20.00 |
| 项目支出 | {} | 120.00 | 20.00 |
"""
SCHOOLS = """
| 学校 | 经费（万元） |
| 第一中学 | 220.50 |
| 第二中学 | 180.30 |
| 实验小学 | {} |
| 合计 | 500.00 |
"""
VILLAGES = """
| 村 | 户数 | 人数 |
| 东村 | 320 | 1180 |
| 西村 | 280 | 1020 |
| 小计 | 600 | 2200 |
| 南村 | 150 | 560 |
| 北村 | 210 | 770 |
| 小计 | 360 | 1330 |
| 合计 | 960 | {} |
"""
CODES = """
| 科目编码 | 科目名称 | 金额（万元） |
| 204 | 公共安全支出 | 862.40 |
| 20405 | 法院 | 862.40 |
| 2040501 | 行政运行 | {} |
| 2040504 | 案件审判 | 221.10 |
"""
AMONG = """
| 来源 | 金额（万元） |
| 财政拨款 | 300.00 |
| 其中：一般公共预算 | 280.00 |
| 政府性基金 | 20.00 |
| 事业收入 | 150.00 |
| 合计 | 450.00 |
"""
EXECUTION = """
| 项目 | 预算数（万元） | 执行数（万元） | 执行率 |
| 渠道维修 | 200.00 | 190.00 | 95.00% |
| 泵站更新 | 150.00 | 147.00 | {} |
| 水质监测 | 80.00 | 72.00 | 90.00% |
"""
SHARES = """
| 部门 | 支出（万元） | 占比 |
| 刑侦 | 120.00 | 40.00% |
| 交警 | 90.00 | 30.00% |
| 特警 | 60.00 | 20.00% |
| 户政 | 30.00 | {} |
| 合计 | 300.00 | |
"""
GROWTH = """
| 支出功能 | 上年数（万元） | 本年数（万元） | 增减率 |
| 道路保洁 | 100.00 | 120.00 | 20.00% |
| 绿化养护 | 80.00 | 70.00 | -12.50% |
| 路灯维修 | 60.00 | 66.00 | {} |
"""
POINTS = """
| 指标 | 分值 | 得分 |
| 警务培训 | 20 | {} |
| 警车维修 | 30 | 28 |
| 案件办理 | 30 | 29 |
| 群众满意度 | 20 | 18 |
| 总分 | 100 | {} |
"""
CLASSES = """
产出指标{}分。
| 一级指标 | 三级指标 | 分值 | 得分 |
| 产出指标 | 巡河次数 | 20 | 19 |
| 产出指标 | 清淤长度 | 30 | 28 |
| 效益指标 | 水质达标 | 30 | 29 |
| 满意度指标 | 村民满意度 | 20 | 18 |
"""
VISITS = """
{}人次。
| 指标 | 完成值 |
| 门诊量 | 128,460人次 |
| 住院量 | 9,320人次 |
"""
MARKINGS = """
施划道路标线{}平方米。
| 指标 | 完成值 |
| 道路标线施划 | 15,000平方米 |
| 护栏安装 | 820米 |
"""
QUARTERS = """
单位：万元
| 用款计划 | 一季度 | 二季度 | 三季度 | 四季度 |
| 金额 | 40.20 | 80.40 | 93.80 | 53.60 |
| 占比 | {} | 30.00% | 35.00% | 20.00% |
"""
PUBLIC_COSTS = """
单位：万元
| 合计 | 因公出国（境）费 | 公务用车购置费 | 公务用车运行维护费 | 公务接待费 |
| {} | 0.00 | 18.00 | 33.00 | 3.00 |
"""
BUDGETS = """
单位：万元
| 项目 | 2025年预算 | 2026年预算 | 其中：财政拨款 | 其他资金 | 增减额 |
| 赛事活动 | 298.00 | 312.00 | 300.00 | 12.00 | 14.00 |
| 健身设施 | 420.00 | 486.00 | 386.00 | 100.00 | 66.00 |
| 场馆开放 | 260.00 | 268.00 | 228.00 | 40.00 | 8.00 |
| 青少年训练 | 138.00 | 148.00 | 128.00 | 20.00 | {} |
"""
FALLING = """
单位：万元
| 项目 | 2025年年初预算 | 2026年预算 | 增减额 | 增减率 |
| 人员经费 | 1,378.50 | 1,428.60 | 50.10 | 3.63% |
| 公用经费 | 218.30 | 213.70 | -4.60 | {} |
| 信号维护 | 252.00 | 268.00 | 16.00 | 6.35% |
"""


@pytest.mark.parametrize(
    ("table", "relation"),
    [
        (DEPARTMENTS.format("260.90"), "row"),
        (SOURCES.format("140.00"), "row"),
        (SCHOOLS.format("99.20"), "column"),
        (VILLAGES.format("3530"), "column"),
        (CODES.format("641.30"), "column"),
        (AMONG, "column"),
        (EXECUTION.format("98.00%"), "table_rate"),
        (SHARES.format("10.00%"), "table_rate"),
        (GROWTH.format("10.00%"), "table_rate"),
        (POINTS.format(19, 94), "points"),
        (CLASSES.format(47), "points"),
        (VISITS.format("全年门诊量为128,460"), "text_table"),
        (MARKINGS.format("15,000"), "text_table"),
        (QUARTERS.format("15.00%"), "shares"),
        (PUBLIC_COSTS.format("54.00"), "public_costs"),
        (BUDGETS.format("10.00"), "row"),
        (FALLING.format("-2.11%"), "table_rate"),
    ],
)
def test_figures_that_make_each_other(table: str, relation: str) -> None:
    assert said(table) == []
    assert relation in held(table)


@pytest.mark.parametrize(
    ("table", "finding"),
    [
        (DEPARTMENTS.format("290.60"), "row 290.60 各项相加得 260.9"),
        (SOURCES.format("150.00"), "row 150.00 各项相加得 140"),
        (SCHOOLS.format("92.90"), "column 500.00 各项相加得 493.7"),
        (VILLAGES.format("3350"), "column 3350 各项相加得 3530"),
        (CODES.format("461.30"), "column 862.40 各项相加得 682.4"),
        (EXECUTION.format("89.00%"), "table_rate 89.00% 应为 98.00%"),
        (SHARES.format("13.00%"), "table_rate 13.00% 应为 10.00%"),
        (GROWTH.format("11.00%"), "table_rate 11.00% 应为 10.00%"),
        (POINTS.format(19, 96), "points 96 各项相加得 94"),
        (CLASSES.format(45), "points 45分 各项相加得 47分"),
        (VISITS.format("全年门诊量为128,640"), "text_table 128,640人次 与表格不符：128,460人次"),
        (MARKINGS.format("15,200"), "text_table 15,200平方米 与表格不符：15,000平方米"),
        (QUARTERS.format("51.00%"), "share 51.00% 应为 15.00%"),
        (PUBLIC_COSTS.format("45.00"), "public_costs 45.00 45.00万元"),
        (BUDGETS.format("11.00"), "row 11.00 应为 10万元"),
        (FALLING.format("-2.32%"), "table_rate -2.32% 应为 -2.11%"),
    ],
)
def test_the_figure_that_does_not_fit(table: str, finding: str) -> None:
    assert said(table) == [finding]


def test_a_figure_of_another_year_is_not_in_the_table() -> None:
    assert said(VISITS.format("上年门诊量为118,200")) == []


JUDGED = """
| 一级指标 | 三级指标 | 分值 | 得分 |
| 决策 | {} | 4 | 4.00 |
| 决策 | 绩效目标合理性 | 6 | 5.50 |
| 决策 | 小计 | 10 | {} |
| 过程 | 制度健全性 | 5 | 4.00 |
| 过程 | 资金使用合规性 | 5 | 4.50 |
| 过程 | 小计 | 10 | 8.50 |
| 合计 | | 20 | 18.00 |
"""


@pytest.mark.parametrize("name", ["立项依据充分性", "数据来源可靠性", "收费方式合规性", "统计口径一致性"])
def test_a_subtotal_below_a_name_with_words_of_a_method_is_one(name: str) -> None:
    """依据 and 来源 in the name of an indicator are no head such as 评分依据, below which 累计 tells how one counts."""
    assert said(JUDGED.format(name, "9.50")) == []
    assert said(JUDGED.format(name, "9.20")) == ["column 9.20 各项相加得 9.5"]
