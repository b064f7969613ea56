"""Two documents of one content file may not contradict each other in silence: what is found names both."""

import pytest
from tests.rules.fragments import ROOT

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.pipeline.between import compared, filed
from reportgen.pipeline.check import check_text

YEAR = (ROOT / "content" / "example-year-2024.yaml").read_text(encoding="utf-8")


def changed(*changes: tuple[str, str]) -> str:
    text = YEAR
    for old, new in changes:
        assert old in text, f"没有：{old}"
        text = text.replace(old, new, 1)
    return text


def found(text: str) -> list[Diagnostic]:
    return list(check_text(text, "全年.yaml").report)


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Code, document, label and first note."""
    return [(each.code, each.section, each.label, each.notes[0]) for each in found(text)]


REPORT, UNIT_FORM, PROJECT_FORM = "部门整体支出绩效评价报告", "部门整体支出绩效自评表", "项目支出绩效自评表"

# 全年执行数 of 展厅运行经费: 76.40 + 2.00 in the form, 78.40 in the report's table of funds.
CONTRADICTIONS = [
    (
        ("全年执行数: 76.40", "全年执行数: 75.40"),
        (
            "DOC004",
            "展厅运行经费：78.40万元",
            PROJECT_FORM + "（第 {line} 行）写的是 77.40万元，" + REPORT + "写的是 78.40万元",
        ),
    ),
    (
        ("年初预算数: 75.00", "年初预算数: 85.00"),
        (
            "DOC003",
            "展厅运行经费：77.00万元",
            PROJECT_FORM + "（第 {line} 行）写的是 87.00万元，" + REPORT + "写的是 77.00万元",
        ),
    ),
    (
        ("  - 项目名称: 科普活动经费", "  - 项目名称: 科普活动经非"),
        ("DOC001", "科普活动经费", PROJECT_FORM + "（第 {line} 行） 写的是「科普活动经非」，这里是「科普活动经费」"),
    ),
]


@pytest.mark.parametrize(("change", "expected"), CONTRADICTIONS)
def test_a_figure_changed_in_one_form_is_found_and_both_forms_are_named(
    change: tuple[str, str], expected: tuple[str, str, str]
) -> None:
    code, label, note = expected
    text = changed(change)
    line = text[: text.index(change[1])].count("\n") + change[1].count("\n") + 1
    assert (code, REPORT, label, note.format(line=line)) in told(text)


def test_the_shipped_example_contradicts_itself_nowhere() -> None:
    assert found(YEAR) == []


def test_what_several_forms_take_from_one_field_is_complained_of_once() -> None:
    codes = [each.code for each in found(changed(("支出: 312.40", "支出: 332.40")))]
    assert codes.count("NUM002") == 1


# ---- other trades ----

SCHOOL = """\
文种: [{first}, {second}]
单位: 某市第二中学
年度: 2024
预算:
  金额单位: 万元
  年初预算: 860.00
  批复: 900.00
  支出: 893.00
  基本支出: {{年初预算: 760.00, 批复: 780.00, 支出: 775.00}}
  项目资金: {{年初预算: 100.00, 批复: 120.00, 到位: 120.00, 支出: 118.00}}
  分项:
    - {{名称: {project}, 年初预算: 100.00, 批复: 120.00, 到位: 120.00, 支出: 118.00}}
年度目标: {{预期目标: 完成教学任务。, 完成情况: 完成了教学任务。}}
绩效指标: &unit
  - {{一级指标: 产出指标, 三级指标: {done}, 指标值: ≥95%, 完成值: 96%, 分值: 50}}
  - {{一级指标: 效益指标, 三级指标: 受益人数, 指标值: ≥1200人, 完成值: 1200人, 分值: 30}}
  - {{一级指标: 满意度指标, 三级指标: 满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}}
项目自评:
  - 项目名称: {project}
    主管部门: 某市主管部门
    实施单位: 某市第二中学
    资金:
      - {{来源: 其中：当年财政拨款, 年初预算数: 100.00, 全年预算数: 120.00, 全年执行数: {spent}}}
    预期目标: 按计划完成。
    完成情况: 按计划完成。
    绩效指标:
      - {{一级指标: 产出指标, 三级指标: {done}, 指标值: ≥95%, 完成值: 96%, 分值: 50}}
      - {{一级指标: 效益指标, 三级指标: 受益人数, 指标值: ≥1200人, 完成值: 1200人, 分值: 30}}
      - {{一级指标: 满意度指标, 三级指标: 满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}}
"""

TRADES = [("教学设备购置费", "设备完好率"), ("门诊楼修缮费", "工程合格率"), ("河道清淤费", "断面达标率")]


def of_trade(project: str, done: str, spent: str, order: tuple[str, str] = (UNIT_FORM, PROJECT_FORM)) -> str:
    return SCHOOL.format(first=order[0], second=order[1], project=project, done=done, spent=spent).replace(" &unit", "")


@pytest.mark.parametrize(("project", "done"), TRADES)
@pytest.mark.parametrize("order", [(UNIT_FORM, PROJECT_FORM), (PROJECT_FORM, UNIT_FORM)])
def test_of_other_trades_in_whatever_order_the_forms_are_named(project: str, done: str, order: tuple[str, str]) -> None:
    assert [each.code for each in found(of_trade(project, done, "118.00", order))] == []
    (finding,) = [each for each in found(of_trade(project, done, "99.00", order)) if each.code == "DOC004"]
    words = finding.label + finding.section + "".join(finding.notes)
    assert all(word in words for word in (project, "118.00", "99.00", UNIT_FORM, PROJECT_FORM))


# ---- acknowledgements ----


def test_an_acknowledgement_covers_a_contradiction_within_the_file_and_is_not_unused_beside_others() -> None:
    accepted = ("支出: 78.40, 支付率: 98.0%}", "支出: 78.40, 支付率: 98.0%} # 忽略 DOC004：含应付未付的一万元")
    checked = check_text(changed(("全年执行数: 76.40", "全年执行数: 75.40"), accepted), "全年.yaml")
    (finding,) = checked.report
    assert (finding.code, finding.acknowledged) == ("DOC004", "含应付未付的一万元")
    other = check_text(
        (ROOT / "templates" / "project-targets" / "example.yaml").read_text(encoding="utf-8"), "目标.yaml"
    )
    assert "SUP002" not in [
        each.code for report in compared([filed(checked), filed(other)]).values() for each in report
    ]


def test_documents_of_one_file_are_held_against_those_of_another_once() -> None:
    alone = (ROOT / "templates" / "project-self-evaluation" / "example.yaml").read_text(encoding="utf-8")
    files = [
        check_text(YEAR, "全年.yaml"),
        check_text(alone.replace("全年执行数: 76.40", "全年执行数: 75.40"), "项目.yaml"),
    ]
    between = [each for report in compared(map(filed, files)).values() for each in report]
    assert [(each.code, each.notes[0]) for each in between] == [
        ("DOC004", "自评表 项目.yaml:26 写的是 77.40万元，这里是 78.40万元")
    ]


# ---- results and rates ----


def of_results(facts: str, indicator: str, done: str) -> list[str]:
    """A report's 数据 and the unit's own form in one file: what is said of them."""
    row = f"{{一级指标: 产出指标, 三级指标: {indicator}, 指标值: ≥1%, 完成值: {done}, 分值: 50, 得分: 50}}"
    head = f"文种: [部门整体支出绩效评价报告, {UNIT_FORM}]\n单位: 示例县人民医院\n年度: 2024\n"
    text = f"{head}数据: {{{facts}}}\n绩效指标:\n  - {row}\n"
    return [each.label for each in found(text) if each.code == "DOC017"]


@pytest.mark.parametrize(
    ("facts", "indicator", "done", "labels"),
    [
        ("门诊: {合计: 36400人次}", "门诊人次", "3.58万人次", ["门诊.合计：36400人次"]),
        ("门诊: {合计: 36400人次}", "门诊人次", "3.64万人次", []),
        ("设备: {完好率: 96%}", "医疗设备完好率", "98%", ["设备.完好率：96%"]),  # suspected
        ("医疗设备: {完好率: 96%}", "医疗设备完好率", "98%", ["医疗设备.完好率：96%"]),
        ("培训: {实际: 12期}", "培训期数", "11期", []),  # 培训期数 is counted in no word that is known
        ("管网: {巡查次数: 240次}", "管网巡查次数", "260次", ["管网.巡查次数：240次"]),
        ("管网: {计划巡查次数: 240次}", "管网巡查次数", "260次", []),
        ("案件: {审结案件: 3000件以上}", "审结案件", "3120件", []),
    ],
)
def test_results_are_held_against_figures_of_the_same_name(
    facts: str, indicator: str, done: str, labels: list[str]
) -> None:
    assert of_results(facts, indicator, done) == labels


@pytest.mark.parametrize(
    ("name", "rate", "count"),
    [
        ("预算执行率", "97.63%", 0),
        ("预算执行率", "98%", 0),  # 312.40 ÷ 320.00 to the whole percent
        ("预算完成率", "100.77%", 0),  # by the first budget, 310.00
        ("预算执行率", "95.50%", 0),  # that of the projects
        ("预算执行率", "96.85%", 1),
        ("政府采购预算执行率", "96.85%", 0),
    ],
)
def test_a_stated_rate_is_held_against_the_budget_of_another_document(name: str, rate: str, count: int) -> None:
    text = changed(("三级指标: 预算完成率,", f"三级指标: {name},"), ("完成值: 97.63%", f"完成值: {rate}"))
    assert [each.code for each in found(text) if each.code == "DOC018"] == ["DOC018"] * count
