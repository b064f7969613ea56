"""No green light on empty or contradictory forms: what a careful person would circle is said."""

import pytest
from tests.rules.fragments import ROOT, findings_finished, merged

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.pipeline.between import compared, filed
from reportgen.pipeline.check import check_text

UNIT_FORM = (ROOT / "templates" / "dept-self-evaluation" / "example.yaml").read_text(encoding="utf-8")
PROJECT_FORM = (ROOT / "templates" / "project-self-evaluation" / "example.yaml").read_text(encoding="utf-8")
REPORT = (ROOT / "templates" / "dept-evaluation" / "example.yaml").read_text(encoding="utf-8")


def said(text: str, *codes: str) -> list[tuple[str, str]]:
    found = check_text(text, "内容.yaml").report
    return [(each.code, each.label) for each in found if each.code in codes]


def changed(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text, f"示例里没有：{old}"
        text = text.replace(old, new, 1)
    return text


# ---- blank cells ----


def test_a_column_of_amounts_that_nobody_wrote_is_told_at_once() -> None:
    text = changed(UNIT_FORM, ("  年初预算: 310.00\n", ""), ("年初预算: 195.00, ", ""), ("年初预算: 115.00, ", ""))
    names = "年初预算、基本支出.年初预算、项目资金.年初预算"
    assert said(text, "STR041") == [("STR041", f"「预算」里没有写 {names}")]


def test_nothing_is_asked_for_that_no_form_prints() -> None:
    """The report shows the same fund table in sentences."""
    assert "基本支出" not in REPORT.partition("收支情况")[0].partition("\n预算:")[2].partition("#")[0]
    assert said(REPORT, "STR041") == []


BLANKS = [
    (UNIT_FORM, [("指标值: ≥3.5万人次, 完成值: 3.64万人次", "指标值: ≥3.5万人次")], ["「接待观众人次」没有填完成值"]),
    (PROJECT_FORM, [("完成值: 305天, ", "完成值: , ")], ["「展厅开放天数」没有填完成值"]),
    (PROJECT_FORM, [(", 完成值: 305天, 分值: 15", ", 完成值: 305天")], ["「展厅开放天数」没有填分值"]),
    (PROJECT_FORM, [("完成值: 305天, ", "完成值: —, ")], ["「展厅开放天数」没有填完成值"]),
    (PROJECT_FORM, [("完成值: 305天, ", "完成值: /, ")], ["「展厅开放天数」没有填完成值"]),
    (PROJECT_FORM, [("三级指标: 展厅开放天数,", "三级指标: '',")], ["这一条没有填三级指标"]),
]


@pytest.mark.parametrize(("form", "changes", "labels"), BLANKS)
def test_a_blank_value_of_an_indicator_is_told(form: str, changes: list[tuple[str, str]], labels: list[str]) -> None:
    assert [label for _code, label in said(changed(form, *changes), "STR041")] == labels


RESULT = "全年免费开放展厅305天，接待观众3.64万人次，展品完好率96%。"


@pytest.mark.parametrize("nothing", ["无", "——", "略", "同上", "待补充", "/"])
def test_a_result_that_says_nothing_is_as_good_as_blank(nothing: str) -> None:
    text = changed(PROJECT_FORM, (RESULT, nothing))
    assert said(text, "STR041") == [("STR041", f"「完成情况」只写了「{nothing}」")]


@pytest.mark.parametrize("result", ["无安全事故。", "结案率97%。", "暂无积案，全年审结3000件。"])
def test_a_short_result_is_one(result: str) -> None:
    assert said(changed(PROJECT_FORM, (RESULT, result)), "STR041") == []


def test_a_form_without_any_results_is_told_in_one_sentence() -> None:
    rows = "".join(
        f"  - {{一级指标: 产出指标, 三级指标: {name}, 指标值: ≥95%, 分值: 10}}\n"
        for name in ("断面水质达标率", "管网漏损率", "供水保证率", "水表抄见率")
    )
    (blank,) = said(merged(f"文种: 部门整体支出绩效自评表\n单位: 某县水务局\n绩效指标:\n{rows}"), "STR041")
    assert blank == ("STR041", "「完成值」一栏有 4 条没有填")


# ---- scores ----

COURT = """\
文种: 部门整体支出绩效自评表
单位: 某县人民法院
评价: {{得分: {score}, 等级: {grade}}}
绩效指标:
  - {{一级指标: 产出指标, 三级指标: 审结案件, 指标值: ≥3000件, 完成值: 3000件, 分值: 50}}
  - {{一级指标: 效益指标, 三级指标: 制度建设, 指标值: 健全, 完成值: 健全, 分值: 30{own}}}
  - {{一级指标: 满意度指标, 三级指标: 当事人满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}}
"""


def court(score: str, grade: str = "优", own: str = "") -> list[tuple[str, str]]:
    text = merged(COURT.format(score=score, grade=grade, own=own))
    return said(text, "SCO001", "SCO007", "SCO025", "SCO026")


def test_one_missing_score_is_told_and_the_rest_is_compared() -> None:
    """9.76 + 50 + 10 = 69.76 without it, 99.76 with all of its 30 points."""
    missing = ("SCO026", "「制度建设」没有得分")
    assert court("95分") == [missing]
    assert court("99.9分") == [("SCO007", "相加在 69.76 与 99.76 之间"), missing]
    assert court("60分", "中") == [("SCO007", "相加在 69.76 与 99.76 之间"), missing]


def test_the_printed_total_is_held_against_the_stated_one_to_its_last_place() -> None:
    full = ", 得分: 30"
    assert court("99.76分", own=full) == court("99.8分", own=full) == court("100分", own=full) == []
    assert court("99.7分", own=full) == [("SCO007", "相加得 99.76")]


@pytest.mark.parametrize(("grade", "found"), [("优", []), ("良", [("SCO025", "应为「优」")])])
def test_the_printed_total_is_held_against_the_grade_where_no_score_is_stated(grade: str, found: list[object]) -> None:
    text = merged(COURT.format(score="99.76分", grade=grade, own=", 得分: 30")).replace("得分: 99.76分, ", "")
    assert said(text, "SCO001", "SCO007", "SCO025", "SCO026") == found


@pytest.mark.parametrize(
    ("name", "rate", "found"),
    [
        ("预算执行率", "97.63%", []),
        ("预算执行率", "98%", []),
        ("项目资金执行率", "95.50%", []),
        ("预算执行率", "99.10%", ["99.10%"]),
        ("预算资金完成率", "88%", ["88%"]),
        ("采购预算执行率", "88%", []),
        ("预算执行率", "95%以上", []),
    ],
)
def test_a_rate_of_spending_is_that_of_the_amounts_above_it(name: str, rate: str, found: list[str]) -> None:
    row = f"{{一级指标: 产出指标, 三级指标: {name}, 指标值: ≥95%, 完成值: {rate}, 分值: 50, 得分: 48, 偏差原因: 尾款}}"
    text = merged(f"文种: 部门整体支出绩效自评表\n单位: 某县水务局\n绩效指标:\n  - {row}\n")
    assert [label for _code, label in said(text, "SCO027")] == found


def test_a_rate_of_a_project_is_that_of_its_own_money() -> None:
    """78.40 ÷ 80.00 = 98.00 %."""
    for rate, found in (("98%", []), ("98.00%", []), ("97.63%", ["97.63%"])):
        text = changed(
            PROJECT_FORM,
            ("三级指标: 展品完好率, 指标值: ≥95%, 完成值: 96%", f"三级指标: 预算执行率, 指标值: ≥95%, 完成值: {rate}"),
        )
        assert [label for _code, label in said(text, "SCO027")] == found


def test_a_figure_without_the_unit_of_its_target_is_named_as_the_cause() -> None:
    """Of 305 days and 305 nobody works out a share; the cause is the unit, not the score."""
    (found,) = [
        each
        for each in check_text(changed(PROJECT_FORM, ("完成值: 305天", "完成值: 305")), "内容.yaml").report
        if each.code == "SCO026"
    ]
    assert (found.notes[0], found.fix) == (
        "指标值的单位是「天」，完成值「305」没有写单位，算不出得分",
        "完成值写成 305天",
    )


@pytest.mark.parametrize(
    ("target", "actual", "found"),
    [
        ("≥1800人", "1860", ["完成值没有写单位"]),
        ("≥30万人次", "31.26", ["完成值没有写单位"]),
        ("≥86公里", "86公里", []),
        ("0起", "0", []),
        ("健全", "健全", []),
    ],
)
def test_a_score_by_hand_hides_no_missing_unit(target: str, actual: str, found: list[str]) -> None:
    row = f"{{一级指标: 产出指标, 三级指标: 受益对象, 指标值: {target}, 完成值: {actual}, 分值: 50, 得分: 50}}"
    text = merged(f"文种: 部门整体支出绩效自评表\n单位: 某市第二中学\n绩效指标:\n  - {row}\n")
    assert [label for _code, label in said(text, "IND002")] == found


@pytest.mark.parametrize(
    ("budget", "spent", "found"),
    [
        ("200.00", "206.00", ["超出 6万元"]),
        ("200.00", "200.00", []),
        ("0.00", "0.00", []),
    ],
)
def test_no_line_of_a_form_spends_more_than_its_budget(budget: str, spent: str, found: list[str]) -> None:
    line = f"{{来源: 上年结转资金, 年初预算数: 0.00, 全年预算数: {budget}, 全年执行数: {spent}}}"
    text = changed(PROJECT_FORM, ("{来源: 其他资金, 年初预算数: 0.00, 全年预算数: 0.00, 全年执行数: 0.00}", line))
    assert [label for _code, label in said(text, "NUM002")] == found


# ---- items of the budget, tables ----


def test_an_item_that_no_document_of_the_file_prints_is_told() -> None:
    item = "    - {名称: 展品更新经费, 批复: 0.00, 到位: 0.00, 支出: 0.00}\n"
    text = changed(REPORT, ("  三公经费:", item.replace("    -", "    -", 1) + "  三公经费:"))
    text = text.replace("  # 三公经费：批复数和支出数，没有就都写 0\n" + item, item + "  # 三公经费\n")
    assert said(text, "STR042") == [("STR042", "「展品更新经费」没有印在任何地方")]
    in_a_form = text.replace("文种: 部门整体支出绩效评价报告", "文种: [部门整体支出绩效评价报告, 项目支出绩效自评表]")
    form = PROJECT_FORM[PROJECT_FORM.index("项目自评:") :].replace("科普活动经费", "展品更新经费")
    assert said(in_a_form + form.replace("项目名称: 展厅运行经费", "项目名称: 展品更新经费"), "STR042") == []


def test_a_column_that_the_form_does_not_have_is_told_once() -> None:
    text = UNIT_FORM.replace("分值: 15}", "分值: 15, 指标说明: 全年累计}")
    assert said(text, "STR045") == [("STR045", "「指标说明」一栏表里没有，印不出来")]


@pytest.mark.parametrize(
    ("target", "unit", "labels"),
    [
        ("≥3000, 完成值: 3000", "件", ["「度量单位」一栏表里没有，印不出来"]),  # 件 stands nowhere else
        ("≥3000件, 完成值: 3000件", "件", []),
    ],
)
def test_a_unit_in_a_column_that_is_not_printed_is_told(target: str, unit: str, labels: list[str]) -> None:
    row = f"{{一级指标: 产出指标, 三级指标: 审结数, 指标值: {target}, 度量单位: {unit}, 分值: 50}}"
    text = merged(f"文种: 部门整体支出绩效自评表\n单位: 某县人民法院\n绩效指标:\n  - {row}\n")
    assert [label for _code, label in said(text, "STR045")] == labels


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("各项目支出如下表所示。", ["文中没有这个表"]),
        ("各项目支出见下表。", ["文中没有这个表"]),
        ("各项目得分见附件。", []),
        ("各项目得分详见附表2。", []),
        ("各项目支出比较均衡。", []),
    ],
)
def test_a_table_that_is_bound_in_behind_is_not_the_table_below(words: str, found: list[str]) -> None:
    scored = merged(f"收支情况: {words}\n评分表:\n" + SCORING)
    assert [label for _code, label in said(scored, "STR003")] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("水质检测结果详见附表2。", ["文中没有这个附表"]),
        ("各科室床位见附件一。", ["文中没有这个附件"]),
        ("案件分类见《司法统计》附表。", []),
    ],
)
def test_a_numbered_annex_is_asked_for(words: str, found: list[str]) -> None:
    assert [label for _code, label in said(merged(f"收支情况: {words}\n"), "STR003")] == found


def test_what_is_announced_follows() -> None:
    """「如下：」 at the end of a chapter, and behind the last paragraph; an introduction has chapters behind it."""
    for words in ("各病区床位如下：", "断面水质情况如下:"):
        found = [label for _code, label in said(merged(f"收支情况: {words}\n"), "STR019")]
        assert found == ["说了「如下」，后面没有了"]
    for words in ("|\n  审判经费如下：\n  - 办案费20.00万元。", "|\n  支出情况如下：\n  人员经费200.00万元。"):
        assert said(merged(f"收支情况: {words}\n"), "STR019") == []


SCORING = """\
  - {一级指标: 产出, 三级指标: 活动, 指标值: ≥20场, 完成值: 20场, 分值: 50}
  - {一级指标: 效果, 三级指标: 满意, 指标值: ≥90%, 完成值: 93%, 分值: 50}
"""


def test_in_a_document_of_somebody_else_the_table_of_an_annex_is_only_suspected() -> None:
    text = "某市第二中学2024年度绩效自评报告\n一、支出情况\n各项支出如下表所示。\n"
    text += "附件\n支出明细表\n项目\t支出\n设备\t20\n维修\t30\n"
    found = [each for each in findings_finished(text) if each.code == "STR003"]
    assert [(each.label, each.certain) for each in found] in ([], [("文中没有这个表", False)])


# ---- last year's file ----


def rolled(text: str) -> str:
    """Last year's file with nothing but its year and its date changed."""
    return changed(text, ("年度: 2024", "年度: 2025"), ("成文日期: 2025年3月20日", "成文日期: 2026年3月20日"))


def test_deadlines_that_have_passed_when_the_document_is_signed() -> None:
    assert said(rolled(REPORT), "STR043") == [("STR043", "2025年6月底前，成文时已经过了")]
    assert said(REPORT, "STR043") == []


@pytest.mark.parametrize(
    ("measure", "found"),
    [
        ("由后勤科负责，在2025年底前修订食堂管理办法。", ["2025年底前，成文时已经过了"]),
        ("由医务科牵头，2025年三季度前完成设备验收。", ["2025年三季度前，成文时已经过了"]),
        ("由执行局负责，2025年6月30日前清理积案。", ["2025年6月30日前，成文时已经过了"]),
        ("由执行局负责，已于2025年6月30日前清理完毕。", []),
        ("原定在2025年6月底前完成的管网改造，延到2026年6月底前。", []),
        ("由水政科负责，在2026年6月底前完成管网改造。", []),
    ],
)
def test_deadlines_of_other_trades(measure: str, found: list[str]) -> None:
    part = "年度: 2025\n成文日期: 2026年3月20日\n存在问题: [{简称: 甲, 问题: 计划不周}]\n"
    part += f"整改措施: [{{对应问题: 甲, 措施: 改进, 说明: {measure}}}]\n"
    assert [label for _code, label in said(merged(part), "STR043")] == found


@pytest.mark.parametrize(
    ("process", "found"),
    [
        ("2025年3月，成立评价小组，收集预算执行资料。", ["2025年3月还没有过完 2025 年"]),
        ("2026年2月，成立评价小组，收集预算执行资料。", []),
        ("2025年12月，布置评价工作，2026年2月形成报告。", []),
        ("2025年8月，开展绩效监控，收集项目资料。", []),
        ("2025年9月15日至20日，自评小组核对凭证，对照绩效目标打分。", ["2025年9月还没有过完 2025 年"]),
        ("2025年10月，按照市财政局的通知要求，成立评价小组。", ["2025年10月还没有过完 2025 年"]),
        ("2025年8月，学校成立目标申报工作小组。", []),
        ("评价时段为2025年1月1日至12月31日，现场评价8个项目点。", []),
    ],
)
def test_an_evaluation_within_its_own_year(process: str, found: list[str]) -> None:
    part = f"年度: 2025\n成文日期: 2026年3月20日\n评价过程: {process}\n"
    assert [label for _code, label in said(merged(part), "STR044")] == found


def test_an_evaluation_that_is_signed_within_its_own_year() -> None:
    assert [code for code, _label in said(changed(REPORT, ("年度: 2024", "年度: 2025")), "STR006")] == ["STR006"]


def between(*texts: str) -> list[Diagnostic]:
    files = [filed(check_text(text, f"内容{number}.yaml")) for number, text in enumerate(texts, 1)]
    return [each for report in compared(files).values() for each in report if each.code == "YRS008"]


@pytest.mark.parametrize("form", [REPORT, UNIT_FORM.replace("年度: 2024", "年度: 2024\n成文日期: 2025年3月20日")])
def test_figures_that_are_all_those_of_the_year_before(form: str) -> None:
    next_year = form.replace("年度: 2024", "年度: 2025").replace("2025年3月20日", "2026年3月20日")
    (found,) = between(form, next_year)
    assert (found.severity, found.place.file) == (Severity.ERROR, "内容2.yaml")
    assert "与 2024 年的一个不差" in found.label


def test_some_that_have_stayed_are_no_wonder() -> None:
    next_year = changed(rolled(REPORT), ("批复: 320.00", "批复: 330.00"), ("支出: 312.40", "支出: 321.70"))
    next_year = changed(next_year, ("合计: 36400人次, 常设展厅: 28600人次", "合计: 37400人次, 常设展厅: 29600人次"))
    assert between(REPORT, next_year) == []


# ---- one form that says two things ----

RESULTS = [
    ("维修教室24间，惠及学生1680人。", "惠及学生人数", "1860人", ["1680人"]),
    ("全年审结案件12747件。", "审结案件", "12474件", ["12747件"]),
    ("改造管网86公里，用水户满意度91%。", "用水户满意度", "92%", ["91%"]),
    ("全年门诊312640人次。", "门诊人次", "31.26万人次", []),
    ("计划审结案件12000件，实际12474件。", "审结案件", "12474件", []),
    ("审结案件比上年增加474件。", "审结案件", "12474件", []),
    ("惠及学生、家长1860人和1200人。", "惠及学生人数", "1860人", []),
    ("惠及学生约1900人。", "惠及学生人数", "1860人", []),
]


@pytest.mark.parametrize(("result", "name", "actual", "found"), RESULTS, ids=[result for result, *_rest in RESULTS])
def test_a_result_in_words_is_that_of_its_indicator(result: str, name: str, actual: str, found: list[str]) -> None:
    row = f"{{一级指标: 产出指标, 三级指标: {name}, 指标值: {actual}, 完成值: {actual}, 分值: 50}}"
    text = "文种: 部门整体支出绩效自评表\n单位: 某市第二中学\n"
    text = merged(f"{text}年度目标: {{预期目标: 全年有序。, 完成情况: {result}}}\n绩效指标:\n  - {row}\n")
    told = [each for each in check_text(text, "内容.yaml").report if each.code == "IND021"]
    lines = text.splitlines()
    places = [each.place for each in told]
    assert [lines[place.line - 1][place.column - 1 :][: place.length] for place in places] == found
