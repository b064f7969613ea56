"""Right papers in the forms of other places: points by bands, frames of evaluators, titles of public tables."""

from collections.abc import Sequence

import pytest
from tests.rules.fragments import findings_finished

HEAD = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因")
Row = tuple[str, ...]


def said(text: str, code: str) -> list[str]:
    """The labels of what a rule says about the text of a finished document."""
    return [found.label for found in findings_finished(text) if found.code == code]


def paper(rows: Sequence[Row], told: str = "各项目标基本完成。", unit: str = "某市第二中学") -> str:
    """An evaluation report with a table of indicators."""
    lines = [HEAD, *((*row, *[""] * (len(HEAD) - len(row))) for row in rows)]
    table = "".join("\t".join(line) + "\n" for line in lines)
    return f"{unit}2024年度部门整体绩效自评报告\n一、自评结论\n{told}\n{table}二、存在的问题\n进度偏慢。\n"


def school(earned: str, reason: str = "改期") -> Row:
    return ("产出指标", "数量指标", "校园活动场次", "≥20场", "18场", "10", earned, reason)


def library(earned: str, reason: str = "闭馆装修") -> Row:
    return ("产出指标", "数量指标", "图书外借", "≥40万册", "36万册", "20", earned, reason)


def clinic(earned: str, reason: str = "设备检修") -> Row:
    return ("产出指标", "数量指标", "体检人次", "≥5000人次", "4200人次", "10", earned, reason)


def patrol(earned: str, reason: str = "人手不足") -> Row:
    return ("产出指标", "时效指标", "出警时长", "≤8分钟", "10分钟", "10", earned, reason)


@pytest.mark.parametrize(
    "rows",
    [
        [school("8.5")],
        [library("17"), clinic("8")],
        [clinic("9"), school("8.5"), library("18")],  # one of two others fits
        [patrol("9"), school("8")],
        [library("19"), clinic("8.4")],  # a round loss, and only one row that fits
    ],
)
def test_points_are_worked_out_only_where_other_rows_are(rows: list[Row]) -> None:
    assert said(paper(rows), "SCO009") == said(paper(rows), "SCO010") == []


@pytest.mark.parametrize(
    ("row", "code", "label"),
    [
        (patrol("9.5"), "SCO010", "应为 8 分"),
        (clinic("9"), "SCO009", "应为 8.4 分"),
        (("产出指标", "质量指标", "水质合格率", "100%", "95%", "20", "18.2", "检测晚"), "SCO009", "应为 19 分"),
    ],
)
def test_most_other_rows_show_the_rule(row: Row, code: str, label: str) -> None:
    assert said(paper([school("9"), library("18"), row]), code) == [label]


@pytest.mark.parametrize(
    "told",
    [
        "定量指标未完成的，按照完成值与指标值的比例记分。",
        "定量指标按完成比例计分，定性指标分三档。",
        "得分=实际完成值÷年度指标值×分值。",
        "正向指标得分计算方法为全年实际值（B）/年度指标值（A）*该指标分值。",
    ],
)
def test_the_paper_tells_the_rule(told: str) -> None:
    assert said(paper([clinic("9")], told), "SCO009") == ["应为 8.4 分"]


@pytest.mark.parametrize("told", ["预算执行率指标按执行率的比例计分。", "未完成的指标逐项说明原因。"])
def test_what_is_told_of_spending_is_no_rule_for_the_others(told: str) -> None:
    assert said(paper([clinic("9")], told), "SCO009") == []


@pytest.mark.parametrize(
    "reason",
    ["低于90%，按规则得7分", "每少1项扣1分", "少2场，扣1.5分", "在80%—90%档", "酌情扣分，扣2分"],
)
def test_a_standard_in_the_row_goes_before_the_others(reason: str) -> None:
    rows = [library("18"), clinic("8.4"), school("7", reason)]
    assert said(paper(rows), "SCO009") == []


@pytest.mark.parametrize("reason", ["按比例计分", "少2场，按完成率得分：18÷20"])
def test_a_row_may_tell_that_it_is_given_its_share(reason: str) -> None:
    assert said(paper([school("7.5", reason)]), "SCO009") == ["应为 9 分"]


@pytest.mark.parametrize(
    ("row", "label"),
    [
        (school("10"), "应为 9 分"),
        (library("20"), "应为 18 分"),
        (("效益指标", "社会效益指标", "受益居民", "≥3万人次", "3.2万人次", "10", "8"), "应为 10 分"),
    ],
)
def test_full_points_for_a_missed_target_need_no_rule(row: Row, label: str) -> None:
    assert said(paper([row]), "SCO009") == [label]


@pytest.mark.parametrize(
    ("rate", "earned", "found"), [("95.74%", "9.57", 0), ("88.3%", "8.8", 0), ("95.74%", "9.2", 1), ("90%", "8", 1)]
)
def test_a_rate_of_spending_that_earns_itself_needs_no_reason(rate: str, earned: str, found: int) -> None:
    row = ("预算执行", "—", "预算执行率", "100%", rate, "10", earned)
    assert len(said(paper([row, school("9")]), "SCO012")) == found


@pytest.mark.parametrize(
    ("first", "name", "target", "found"),
    [
        ("决策（15分）", "立项依据充分性", "充分", 0),
        ("过程", "制度执行有效性", "有效", 0),
        ("投入管理指标", "绩效管理", "有效", 0),
        ("效益指标", "司法公信力", "进一步提高", 1),
        ("产出指标", "护理质量", "显著改善", 1),
        ("投入产出", "管护成效", "明显", 1),
    ],
)
def test_aims_of_evaluators_are_words(first: str, name: str, target: str, found: int) -> None:
    row = (first, "某某", name, target, target, "10", "10")
    assert len(said(paper([row, school("9")]), "IND003")) == found


@pytest.mark.parametrize(
    ("first", "second", "name", "found"),
    [
        ("产出及效果（30分）", "履职效益", "社会公众满意度", 0),
        ("效果", "履职效果", "社会公众或服务对象满意度", 0),
        ("效益", "履职效益", "群众满意度", 0),
        ("产出指标", "数量指标", "患者满意度", 1),
        ("产出指标", "质量指标", "家长满意度", 1),
        ("产出", "质量指标", "用水户满意度", 1),
    ],
)
def test_satisfaction_is_one_of_the_effects_of_duties(first: str, second: str, name: str, found: int) -> None:
    row = (first, second, name, "≥90%", "93%", "10", "10")
    assert len(said(paper([row, school("9")]), "IND005")) == found


@pytest.mark.parametrize(
    ("first", "second", "name", "found"),
    [
        ("过程（60分）", "资产管理", "资产管理", 0),
        ("决策", "预算编制", "预算编制", 0),
        ("投入", "目标设定", "目标设定", 0),
        ("效益指标", "社会效益指标", "社会效益", 1),
    ],
)
def test_frames_name_an_indicator_as_its_class(first: str, second: str, name: str, found: int) -> None:
    row = (first, second, name, "≥90%", "93%", "10", "10")
    assert len(said(paper([row, school("9")]), "IND020")) == found


REPORT = "{title}\n一、基本情况\n{words}\n二、存在的问题\n进度偏慢。\n"
TITLE = "示例县水务局2024年度项目支出绩效评价报告"


@pytest.mark.parametrize(
    "words",
    [
        "综合得分89.00分，等级为“良”（90—100分为优，80—90分为良，60—80分为中）。",
        "评价得分72.50分，等级为“中”（优：90—100分，80—90分为良，60—80分为中）。",
        "总得分93.10分，评价等级为优（80—90分为良，60—80分为中，60分以下为差）。",
    ],
)
def test_a_scale_in_brackets_gives_no_grade(words: str) -> None:
    assert said(REPORT.format(title=TITLE, words=words), "SCO024") == []


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("综合得分89.00分，等级为“优”（90—100分为优，80—90分为良）。", "应为「良」"),
        ("综合得分85.00分，处于80—90分区间，等级为优。", "应为「良」"),
        ("评价得分72.50分，等级为良。", "应为「中」"),
    ],
)
def test_a_grade_that_was_given_is_held_against_its_score(words: str, due: str) -> None:
    found = findings_finished(REPORT.format(title=TITLE, words=words))
    assert [each.label for each in found if each.code in ("SCO001", "SCO024")] == [due]


@pytest.mark.parametrize(
    "words",
    [
        "全年支出213.60万元，执行率92.71%。2023年项目预算210.50万元、支出198.60万元，执行率94.33%。",
        "门诊84,600人次，住院6,120人次。2023年门诊80,200人次，住院5,980人次。",
        "收入合计620.00万元，支出合计598.40万元。2023年收入合计588.00万元，支出合计560.20万元。",
    ],
)
def test_the_same_measures_once_more_are_those_of_last_year(words: str) -> None:
    assert said(REPORT.format(title=TITLE, words=words), "STR027") == []


@pytest.mark.parametrize(
    "words",
    [
        "2023年项目预算210.50万元、支出198.60万元，执行率94.33%。",
        "全年供水36万吨。2023年项目预算210.50万元、支出198.60万元，执行率94.33%。",
    ],
)
def test_a_year_that_nothing_is_set_against_is_still_said(words: str) -> None:
    assert said(REPORT.format(title=TITLE, words=words), "STR027") == ["这里写的是 2023 年，文件说的是 2024 年"]


CHAPTERS = """{title}
{opening}
一、部门基本情况
{unit}履行职责。
二、部门整体评价工作开展情况
成立了评价小组。
三、评价结论
各项目标按期完成。
四、存在的主要问题
场次偏少。
五、下一步改进措施
增加场次。
"""


@pytest.mark.parametrize(
    ("opening", "found"),
    [
        ("受示例县财政局委托，我公司于2025年5月对示例县人民法院2024年度部门整体支出进行了绩效评价。", False),
        ("样板会计师事务所接受贵局委托，对某区退役军人服务中心2024年度部门整体支出开展评价。", False),
        ("委托单位：某市财政局　评价机构：某某咨询有限公司", False),
        ("现将2024年度部门整体支出绩效评价情况报告如下。", True),
        ("受理群众委托事项320件，现将评价情况报告如下。", True),
    ],
)
def test_who_was_commissioned_keeps_to_an_outline_of_its_own(opening: str, found: bool) -> None:
    unit = "示例县人民法院"
    text = CHAPTERS.format(title=f"{unit}2024年度部门整体支出绩效评价报告", opening=opening, unit=unit)
    assert bool(said(text, "STR024")) is found


@pytest.mark.parametrize(
    ("title", "below", "found"),
    [
        ("公开13表　2024年度部门整体支出绩效自评情况", "编制单位：某州体育事业发展中心", 0),
        ("公开14表 2024年度部门整体支出绩效自评表", "部门名称：样板县融媒体中心", 0),
        ("2024年度示例市科学技术局部门整体绩效自评结果", "（摘要版）", 0),
        ("某区图书馆2024年度部门整体支出绩效自评小结", "全年开放。", 0),
        ("某区图书馆2024年度部门整体支出", "全年开放。", 1),
    ],
)
def test_titles_of_public_tables(title: str, below: str, found: int) -> None:
    signed = "某区图书馆\n2025年3月20日\n"
    text = f"{title}\n{below}\n一、基本情况\n资金使用合规。\n二、存在的问题\n进度偏慢。\n{signed}"
    assert len(said(text, "STR005")) == found


MONEY = """示例县水务局2024年度项目支出绩效评价报告
一、资金情况
单位：元
标段\t应付金额\t扣款
{name}\t{amount}\t1,000
二标\t797,680\t9,420
二、存在的问题
{words}
"""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("一标应付234,000元，未履行采购程序，追加48.00万元，实付23.40万元。", 0),
        ("一标按234,000元列报决算，折合23.40万元，预算25.00万元。", 0),
        ("一标应付334,000元，未履行采购程序，追加48.00万元，实付33.40万元。", 1),
    ],
)
def test_an_amount_of_a_table_is_told_in_the_unit_of_the_table(words: str, found: int) -> None:
    assert len(said(MONEY.format(name="一标", amount="234,000", words=words), "WRD006")) == found


@pytest.mark.parametrize(
    "words",
    [
        "我局组织社会救助股、儿童福利股、救助管理站及14个乡镇开展自评。",
        "本次评价覆盖学校办公室、总务处、教务处和12个教学班。",
        "检查了门诊部、住院部、药剂科以及6个社区卫生服务站。",
    ],
)
def test_a_number_behind_and_counts_its_own_things(words: str) -> None:
    assert said(REPORT.format(title=TITLE, words=words), "NUM040") == []


@pytest.mark.parametrize(
    ("head", "found"), [("得分（20分×执行率）", 0), ("得分（执行率*20）", 0), ("执行率（B/A）", 1)]
)
def test_points_worked_out_of_a_rate_are_no_rate(head: str, found: int) -> None:
    table = f"项目\t预算数（A）\t执行数（B）\t{head}\n展厅运行\t80.00\t78.40\t19.60\n科普活动\t40.00\t36.20\t18.10\n"
    text = f"某市科技馆2024年度项目支出情况表\n单位：万元\n{table}"
    assert bool(said(text, "NUM039")) is bool(found)


SHEET = "项目\t年初预算\t全年预算\t支出\n合计\t120.00\t130.00\t120.00\n{row}\t\t\t\n财政拨款\t100.00\t110.00\t102.00\n"


@pytest.mark.parametrize("row", ["一、按资金来源", "二、按支出结构", "甲、按供水片区"])
def test_a_row_of_one_cell_is_no_heading(row: str) -> None:
    table = SHEET.format(row=row)
    text = f"示例县水务局2024年度绩效自评报告\n一、概况\n平稳。\n二、预算\n如下。\n{table}三、成效\n良好。\n"
    assert said(text, "STR010") == []
