"""Forms of all places: columns are told by the words that stand over them, and an unknown head names nothing."""

from collections.abc import Sequence

import pytest
from tests.rules.fragments import findings_finished

from reportgen.finished.recognise import recognise
from reportgen.finished.text import read_lines
from reportgen.model.content import Indicators, Listing, ListRow
from reportgen.model.facts import Fact
from reportgen.place import Written

Rows = Sequence[Sequence[str]]

HOSPITAL: Rows = [
    ("一级指标", "二级指标", "三级指标", "权重", "年初设定值", "计量单位", "全年完成值", "得分系数", "得分"),
    ("产出指标", "数量指标", "购置设备数量", "30", "≥12", "台", "12", "1", "30"),
    ("", "质量指标", "验收合格率", "20", "100", "%", "100", "100%", "20"),
    ("效益指标", "社会效益指标", "门诊人次增长率", "40", "≥5", "%", "6", "1", "40"),
    ("满意度指标", "服务对象满意度指标", "患者满意度", "10", "≥90", "%", "92", "1", "10"),
]
WATER: Rows = [
    ("一级指标", "二级指标", "三级指标", "年度指标值", "1-8月完成值", "全年预计完成值", "偏差原因分析"),
    ("产出指标", "数量指标", "清淤河道长度", "≥12公里", "8公里", "12公里", ""),
    ("", "质量指标", "验收合格率", "100%", "", "100%", "尚未验收"),
    ("效益指标", "社会效益指标", "受益村数量", "≥40个", "20个", "40个", ""),
    ("满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "", "90%", "年末调查"),
]
COURT: Rows = [
    ("一级指标", "二级指标", "三级指标", "绩效目标", "", "分值", "得分"),
    ("", "", "", "年初设定值", "全年实现值", "", ""),
    ("产出指标", "数量指标", "审结案件数", "≥1200件", "1300件", "50", "50"),
    ("效益指标", "社会效益指标", "服判息诉率", "≥85%", "88%", "40", "40"),
    ("满意度指标", "服务对象满意度指标", "当事人满意度", "≥90%", "92%", "10", "10"),
]
SCHOOL: Rows = [
    ("一级指标", "二级指标", "三级指标", "权重", "分值", "年初指标值", "调整后指标值", "实际值", "得分"),
    ("产出指标", "数量指标", "维修校舍面积", "0.5", "50", "≥1500平方米", "≥1200平方米", "1300平方米", "50"),
    ("效益指标", "社会效益指标", "受益学生数", "0.4", "40", "≥900人", "≥850人", "880人", "40"),
    ("满意度指标", "服务对象满意度指标", "家长满意度", "0.1", "10", "≥90%", "≥90%", "92%", "10"),
]
UNKNOWN: Rows = [
    ("一级指标", "二级指标", "三级指标", "奋斗目标", "分值", "兑现情况", "得分"),
    ("产出指标", "数量指标", "培训干警人次", "≥300人次", "50", "310人次", "50"),
    ("效益指标", "社会效益指标", "办案效率提升", "≥5%", "40", "6%", "40"),
    ("满意度指标", "服务对象满意度指标", "干警满意度", "≥90%", "10", "92%", "10"),
]
FORMS = {"医院": HOSPITAL, "水务局": WATER, "法院": COURT, "学校": SCHOOL, "栏名不认识": UNKNOWN}


def form(unit: str, rows: Rows) -> str:
    kind = "监控" if unit == "水务局" else "自评"
    lines = [(f"甲市乙{unit}2023年度项目支出绩效{kind}表",), ("项目名称", "年度专项经费"), *rows]
    return "".join("\t".join(line) + "\n" for line in lines)


def read(text: str) -> list[dict[str, str]]:
    """The indicators of a form, each with what its columns hold."""
    listing = recognise(read_lines(text), "表.txt").content.values.get("绩效指标表")
    rows = listing.rows if isinstance(listing, Listing) else ()
    lists = [cell for row in rows for cell in row.cells.values() if isinstance(cell, Indicators)]
    return [_spelt(row) for each in lists for row in each.rows]


def _spelt(row: ListRow) -> dict[str, str]:
    values = {name: cell.text for name, cell in row.cells.items() if isinstance(cell, Written)}
    return values | {name: str(cell.quantity) for name, cell in row.cells.items() if isinstance(cell, Fact)}


@pytest.mark.parametrize("unit", FORMS)
def test_nothing_is_said_of_a_right_form_and_no_head_is_an_indicator(unit: str) -> None:
    text = form(unit, FORMS[unit])
    assert [(each.code, each.label) for each in findings_finished(text)] == []
    names = [row["三级指标"] for row in read(text)]
    assert names == [row[2] for row in FORMS[unit] if row[2] not in ("", "三级指标")]


def test_columns_are_told_by_many_names() -> None:
    assert [read(form(unit, FORMS[unit]))[0] for unit in ("医院", "水务局", "法院", "学校")] == [
        {"一级指标": "产出指标", "二级指标": "数量指标", "三级指标": "购置设备数量", "分值": "30分", "指标值": "≥12",
         "度量单位": "台", "完成值": "12", "得分系数": "1", "得分": "30分"},
        {"一级指标": "产出指标", "二级指标": "数量指标", "三级指标": "清淤河道长度", "指标值": "≥12公里",
         "期中完成值": "8公里", "预计完成值": "12公里"},
        {"一级指标": "产出指标", "二级指标": "数量指标", "三级指标": "审结案件数", "指标值": "≥1200件",
         "完成值": "1300件", "分值": "50分", "得分": "50分"},
        {"一级指标": "产出指标", "二级指标": "数量指标", "三级指标": "维修校舍面积", "权重": "0.5", "分值": "50分",
         "年初指标值": "≥1500平方米", "指标值": "≥1200平方米", "完成值": "1300平方米", "得分": "50分"},
    ]  # fmt: skip


@pytest.mark.parametrize("unknown", ["年初设定值", "攻坚值"])
def test_cells_in_lines_of_their_own_keep_to_their_columns(unknown: str) -> None:
    """What a web page gives: a column with an unknown head counts, and is not read."""
    head = ["一级指标", "二级指标", "三级指标", "年度指标值" if unknown == "攻坚值" else unknown, "计量单位", "攻坚值"]
    first = ["产出指标", "数量指标", "维修堤防长度", "≥12", "公里", "15"]
    second = ["效益指标", "社会效益指标", "受益人口", "≥3", "万人", "4"]
    text = "\n".join(["甲县水务局2023年度项目支出绩效目标表", "项目名称", "堤防维修", *head, *first, *second]) + "\n"
    assert [(row["三级指标"], row["指标值"], row["度量单位"]) for row in read(text)] == [
        ("维修堤防长度", "≥12", "公里"),
        ("受益人口", "≥3", "万人"),
    ]


def test_what_is_wrong_below_such_heads_is_found() -> None:
    rows = [list(row) for row in HOSPITAL]
    rows[1][8] = "31"
    assert ("SCO005", "31分") in [(each.code, each.label) for each in findings_finished(form("医院", rows))]


@pytest.mark.parametrize("head", ["2022年完成值", "上年数", "2022年度", "前三年平均", "", "　", "（）", "—"])
def test_a_column_of_another_year_or_without_a_name_stops_nothing(head: str) -> None:
    rows = [[*row, head if at == 0 else "1100"] for at, row in enumerate(SCHOOL)]
    assert [row["完成值"] for row in read(form("学校", rows))] == ["1300平方米", "880人", "92%"]


@pytest.mark.parametrize(
    "head",
    [
        [("三级指标", "指标值"), ("指标值", "分值")],
        [("三级指标", "2022年完成值", "分值"), ("2023年决算数", "三级指标", "得分")],
        [("三级指标", "三级指标", "权重"), ("", "一级指标", "1-8月完成值")],
        [("项目", "2022年决算数", "2023年预算数"), ("三级指标", "分值", "三级指标")],
    ],
)
def test_heads_in_any_order_stop_nothing(head: Rows) -> None:
    text = form("学校", [*head, ("维修面积", "12", "30"), ("合计", "", "100")])
    findings_finished(text + form("法院", [*head, ("审结案件", "≥5", "3")]))
    assert isinstance(read(text), list)
