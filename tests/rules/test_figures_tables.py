"""NUM009 and NUM010: totals of finished tables; what is not read in one way only is left alone."""

import pytest
from tests.rules.fragments import findings_finished

TITLE = "某市科技馆2024年度部门整体支出绩效评价报告\n一、收支情况\n收支情况见下表。\n"


def said(table: str) -> list[tuple[str, str]]:
    """Code and label of each finding about totals in a table whose cells are parted by |."""
    found = findings_finished(TITLE + table.replace("|", "\t") + "\n以上数据来自部门决算。")
    return [(each.code, each.label) for each in found if each.code in ("NUM009", "NUM010")]


WRONG = {
    "below its parts": ("项目|支出\n水费|1.62\n电费|22.96\n物业|3.10\n合计|27.86", "各项相加得 27.68"),
    "above its parts": ("项目|支出\n合计|27.86\n水费|1.62\n电费|22.96\n物业|3.10", "各项相加得 27.68"),
    "people": ("部门|人数\n展览部|8\n活动部|5\n办公室|3\n合计|17", "各项相加得 16"),
    "one digit": ("项目|支出\n水费|100.00\n电费|200.00\n物业|300.00\n合计|700.00", "各项相加得 600"),
    "sub-totals": (
        "项目|支出\n水费|2.0\n电费|3.0\n小计|5.0\n物业|4.0\n保洁|6.0\n小计|10.0\n合计|16.0",
        "各项相加得 15",
    ),
    "a sub-total": (
        "项目|支出\n水费|2.5\n电费|3.1\n小计|5.9\n物业|4.0\n保洁|6.0\n小计|10.0\n合计|15.6",
        "各项相加得 5.6",
    ),
    "hidden sub-total": (
        "项目|支出\n合计|492.00\n发展中心|491.00\n运维|71.78\n提升|293.01\n信息化|126.21",
        "各项相加得 491",
    ),
    "with commas": ("项目|支出（元）\n水费|1,600.50\n电费|2,200.00\n物业|900.00\n合计|4,070.50", "各项相加得 4700.5"),
    "of which, the rest named": (
        "资金|全年预算数|执行率\n年度资金总额|100.00|90%\n其中：当年财政拨款|80.00|90%\n上年结转资金|15.00|90%\n其他资金|6.00|90%",
        "各项相加得 101",
    ),
    "of which, the rest blank": (
        "资金|全年预算数\n总额|251.98\n其中：财政资金|238.93\n财政专户资金|8.00\n单位资金|4.96\n其他资金|-",
        "各项相加得 251.89",
    ),
    "two levels, and another column says which": (
        "项目|预算|决算\n一、基本支出|60.00|62.00\n人员|40.00|41.00\n公用|20.00|21.00\n二、项目支出|40.00|38.00\n合计|100.00|103.00",
        "各项相加得 100",
    ),
    "what stands under a heading, and another column says so": (
        "项目|预算|决算\n一、基本支出|60.00|62.00\n人员|40.00|41.00\n公用|20.00|22.00\n二、项目支出|40.00|38.00\n合计|100.00|100.00",
        "各项相加得 63",
    ),
}
RIGHT = {
    "rounded money": "项目|支出（万元）\n水费|1.33\n电费|1.33\n物业|1.33\n合计|4.00",
    "hidden sub-total": "项目|支出\n合计|491.00\n发展中心|491.00\n运行维护|71.78\n素质提升|293.01\n信息化|126.21",
    "two levels": "项目|支出\n合计|100\n一、基本支出|60\n1.人员经费|40\n2.公用经费|20\n二、项目支出|40",
    "of which, not all": "项目|支出\n合计|100\n其中：水费|60\n电费|30",
    "rates": "项目|执行率\n水费|90%\n电费|80%\n合计|85%",
    "rates without a sign": "项目|执行率（%）\n水费|90\n电费|80\n合计|85",
    "scores": "指标|分值|得分\n产出|50|45\n效益|30|28\n合计|100|92",
    "unit prices": "设备|单价|数量\n电脑|0.5|10\n投影|1.2|2\n合计|1.6|12",
    "no head": "水费|1.6\n电费|2.2\n合计|4.8",
    "far away": "项目|支出\n水费|1.6\n电费|2.2\n合计|480.5",
    "three levels": "项目|支出\n甲|1\n乙|2\n小计|3\n丙|4\n丁|5\n小计|9\n合计|12\n总计|12",
    "codes of several lengths": "编码|名称|合计|基本|项目\n|合计|100|60|40\n206|科学|100|60|40\n20607|科普|99|60|39",
    "the table goes on behind a break": "项目|支出\n水费|2.0\n电费|3.0\n\n物业|3.5\n合计|8.5",
    "halves side by side": "收入|金额|支出|金额\n财政拨款|90|基本支出|60\n其他收入|10|项目支出|35\n"
    "本年收入合计|100|本年支出合计|95\n上年结转|5|年末结转|10\n总计|105|总计|105",
    "blanks": "项目|支出|备注\n水费|2.0|\n电费||未付\n物业|-|\n合计|2.0|",
    "words among figures": "项目|支出\n水费|2.0\n电费|未结算\n物业|3.0\n合计|9.0",
    "rows left out": "项目|支出\n水费|2.0\n电费|30.0\n……|-\n合计|33.0",
    "single part": "项目|支出\n水费|2.0\n合计|2.1",
    "two levels, only one column": "项目|决算\n一、基本支出|62.0\n人员|41.0\n公用|20.0\n二、项目支出|38.0\n合计|100.0",
    "a heading and only some of its parts": (
        "项目|预算|决算\n一、基本支出|60.00|62.00\n工资|40.00|41.00\n办公费|10.00|11.00\n二、项目支出|40.00|38.00\n"
        "合计|100.00|100.00"
    ),
    "nought proves nothing": (
        "项目|财政专户|决算\n一、基本支出|0.00|62.00\n工资|0.00|41.00\n办公费|0.00|20.00\n二、项目支出|0.00|38.00\n"
        "合计|0.00|100.00"
    ),
    "an average": "项目|平均满意度\n展厅|90.2\n活动|91.8\n合计|91.0",
}


@pytest.mark.parametrize("name", WRONG)
def test_a_total_that_its_rows_do_not_make(name: str) -> None:
    table, total = WRONG[name]
    assert said(table) == [("NUM009", total)]


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_or_uncertain_is_left_alone(name: str) -> None:
    assert said(RIGHT[name]) == []


ROWS = {
    "total first": ("项目|总计|财政拨款|其他资金\n展厅|80.5|75.5|5\n活动|41.0|38.0|2", "各项相加得 40"),
    "total last": ("项目|财政拨款|其他资金|合计\n展厅|75.0|5.0|80.0\n活动|38.0|2.0|40.5", "各项相加得 40"),
    "a blank is nothing": (
        "项目|总计|财政拨款|财政专户拨款|其他资金\n展厅|71.78|71.78||\n活动|9.5|9.0||",
        "各项相加得 9",
    ),
    "this year and last": (
        "项目|上年预算数|本年预算数|比上年增减\n水费|10.00|12.00|2.00\n电费|20.00|18.00|-2.50\n合计|30.00|30.00|0.00",
        "各项相加得 17.5",
    ),
    "two lines of head": (
        "项目|预算金额||\n|小计|市财政拨款|其他资金\n展厅|80.5|75.5|5\n活动|41.0|38.0|2",
        "各项相加得 40",
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_a_row_that_does_not_add_up(name: str) -> None:
    table, total = ROWS[name]
    assert said(table) == [("NUM010", total)]


@pytest.mark.parametrize(
    "table",
    [
        "项目|总计|财政拨款|其他资金\n展厅|80|75|5\n活动|40|38|2",
        "项目|总计|财政拨款|其他资金\n展厅（万元，取整）|80|75|5\n活动|41|38|2",
        "项目|总计|预算数|执行数\n展厅|80|75|5",
        "项目|合计|人数|场次\n展厅|80|75|9",
        "项目|总计|财政拨款|其他资金\n展厅|80|75|详见附件",
        "项目|总计|其中：财政拨款\n展厅|80|75",
        "项目|总计|财政拨款|其他资金|往来款\n展厅|80.0|75.0|2.0|3.0\n活动|40.0|38.0|1.0|1.0",
        "项目|总计|财政拨款|其他资金\n展厅|800|75|5\n活动|400|38|2",
        "项目|上年数|本年数|增减额\n水费|10.00|12.00|2.00\n电费|20.00|18.00|2.00\n合计|30.00|30.00|0.00",
        "项目|上年数|本年数|增减率\n水费|10.00|12.00|20.00\n电费|20.00|18.00|-10.00\n合计|30.00|30.00|0.00",
        "项目|本年数|上年数|增减\n水费|12.00|10.00|2.00\n电费|18.00|20.00|-2.00\n合计|30.00|30.00|0.00",
        "项目|上年结转|本年收入|增减\n展厅|12.00|10.00|2.00\n活动|18.00|20.00|2.00\n合计|30.00|30.00|4.00",
    ],
)
def test_a_row_that_is_right_or_uncertain(table: str) -> None:
    assert said(table) == []


def test_the_working_is_shown() -> None:
    found = findings_finished(TITLE + "项目\t支出\n水费\t1.62\n电费\t22.96\n合计\t25.58\n以上数据来自部门决算。")
    (finding,) = [each for each in found if each.code == "NUM009"]
    assert finding.notes == ("2 项相加得 24.58：1.62 + 22.96", "与总数 25.58 相差 1")
