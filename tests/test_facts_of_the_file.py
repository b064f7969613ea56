"""Facts belong to the file: every document that it makes can use them; values may be written apart for one document."""

import pytest

from reportgen.model.content import Year
from reportgen.model.document import Table
from reportgen.pipeline.check import check_text
from reportgen.pipeline.checked import Checked

REPORT, FORM, PROJECTS = "部门整体支出绩效评价报告", "部门整体支出绩效自评表", "项目支出绩效自评表"

HOSPITAL = """\
文种: [湖南省部门整体支出绩效自评报告, 项目支出绩效自评表]
单位: 示例县人民医院
年度: 2024
成文日期: 2025年3月20日
数据:
  门诊: {计划: 36000人次, 实际: 34200人次}
  设备: {完好率: 96%}
预算:
  金额单位: 万元
  年初预算: 860.00
  批复: 900.00
  支出: 893.00
  基本支出: {年初预算: 760.00, 批复: 780.00, 支出: 775.00}
  项目资金: {年初预算: 100.00, 批复: 120.00, 到位: 120.00, 支出: 118.00}
  分项:
    - {名称: 门诊楼修缮费, 年初预算: 100.00, 批复: 120.00, 到位: 120.00, 支出: 118.00}
项目自评:
  - 项目名称: 门诊楼修缮费
    主管部门: 示例县卫生健康局
    实施单位: 示例县人民医院
    资金:
      - 来源: 其中：当年财政拨款
        年初预算数: "{{ 预算.分项.门诊楼修缮费.年初预算 }}"
        全年预算数: "{{ 门诊楼修缮费.批复 }}"
        全年执行数: "{{ 预算.门诊楼修缮费.支出 }}"
    预期目标: 全年门诊{{ 门诊.计划 }}以上。
    完成情况: 全年门诊{{ 门诊.实际 | 万人次 | 2位 }}，设备完好率{{ 设备.完好率 }}。
    绩效指标:
      - 一级指标: 产出指标
        三级指标: 门诊人次
        指标值: "≥{{ 门诊.计划 | 数 }}人次"
        完成值: "{{ 门诊.实际 }}"
        分值: 50
        偏差原因: 门诊楼修缮期间少开两个诊室。
      - {一级指标: 效益指标, 三级指标: 惠及乡镇, 指标值: ≥12个, 完成值: 12个, 分值: 30}
      - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
"""


def forms(text: str) -> Checked:
    """The project's form alone: the report's own sections are not written here."""
    return check_text(
        text.replace(
            "文种: [湖南省部门整体支出绩效自评报告, 项目支出绩效自评表]",
            "文种: [部门整体支出绩效评价报告, 项目支出绩效自评表]",
        ),
        "内容.yaml",
    )


def cells(checked: Checked, which: int) -> list[str]:
    document = checked.drafts[which].document
    return [cell.text for block in document.walk() if isinstance(block, Table) for cell in block.lines()]


def references(checked: Checked) -> list[tuple[str, str]]:
    return [(each.code, each.label) for each in checked.report if each.code.startswith("REF")]


def test_facts_that_only_one_document_has_a_field_for_are_known_to_all() -> None:
    checked = forms(HOSPITAL)
    assert references(checked) == []
    printed = cells(checked, 1)
    assert "全年门诊36000人次以上。" in printed
    assert "全年门诊3.42万人次，设备完好率96%。" in printed


def test_a_figure_of_a_form_may_be_a_reference() -> None:
    """The score is worked out from what the references mean: 34200 ÷ 36000 × 50 = 47.5, printed as its column is."""
    printed = cells(forms(HOSPITAL), 1)
    assert [words for words in printed if words in ("100.00", "120.00", "118.00")] == ["100.00", "120.00", "118.00"] * 2
    assert "≥36000人次" in printed
    assert {"47.5", "47.50"} & set(printed)


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("{{ 绩效指标.门诊人次.分值 }}", "50分"),
        ("{{ 惠及乡镇.完成值 }}", "12个"),
        ("{{ 项目自评.门诊楼修缮费.主管部门 }}", "示例县卫生健康局"),
        ("{{ 项目自评.门诊楼修缮费.资金.其中：当年财政拨款.全年执行数 | 元 }}", "1180000元"),
        ("{{ 预算.分项.门诊楼修缮费.支出 }}", "118.00万元"),
    ],
)
def test_lists_can_be_referred_to_from_everywhere(reference: str, words: str) -> None:
    checked = forms(HOSPITAL + f"收支情况: 一共{reference}。\n")
    assert references(checked) == []
    assert f"一共{words}。" in printed_lines(checked)


def printed_lines(checked: Checked) -> list[str]:
    return ["".join(inline.text for inline in block.inlines) for block in checked.drafts[0].document.walk()]


def test_a_reference_that_leads_nowhere_is_said_at_the_figure() -> None:
    checked = forms(HOSPITAL.replace("{{ 门诊楼修缮费.批复 }}", "{{ 门诊楼修缮费.批夏 }}"))
    assert references(checked) == [("REF001", "没有「门诊楼修缮费.批夏」")]


def test_a_figure_that_refers_to_one_that_refers_is_refused() -> None:
    text = HOSPITAL.replace("{{ 门诊楼修缮费.批复 }}", "{{ 其中：当年财政拨款.年初预算数 }}")
    assert references(forms(text)) == [("REF003", "这里引用的数也是引用来的，请直接引用最初的那个数")]


# ---- values written apart ----

SCHOOL = """\
文种: [部门整体支出绩效自评表, 部门整体支出绩效指标体系评分表]
单位: 某市第二中学
年度: 2024
预算: {金额单位: 万元, 年初预算: 900.00, 批复: 900.00, 支出: 900.00}
评价:
  部门整体支出绩效自评表: {得分: 97分, 等级: 优}
  部门整体支出绩效指标体系评分表: {得分: 88分, 等级: 良}
年度目标: {预期目标: 完成教学任务。, 完成情况: 完成了教学任务，评分{{ 评价.部门整体支出绩效指标体系评分表.得分 }}。}
绩效指标:
  - {一级指标: 产出指标, 三级指标: 教学计划, 指标值: 完成, 完成值: 完成, 分值: 50, 得分: 47, 偏差原因: 一门课改期。}
  - {一级指标: 效益指标, 三级指标: 受益学生, 指标值: ≥1200人, 完成值: 1200人, 分值: 30}
  - {一级指标: 满意度指标, 三级指标: 家长满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
评分表:
  - {一级指标: 过程, 三级指标: 制度, 指标值: 健全, 完成值: 健全, 分值: 50, 得分: 38, 偏差原因: 两项制度没有修订。}
  - {一级指标: 产出, 三级指标: 开课率, 指标值: ≥95%, 完成值: 96%, 分值: 50}
"""
QUOTED = SCHOOL.replace(
    "完成情况: 完成了教学任务，评分{{ 评价.部门整体支出绩效指标体系评分表.得分 }}。}",
    '完成情况: "评分{{ 评价.部门整体支出绩效指标体系评分表.得分 }}。"}',
)


def test_each_form_has_its_own_score_and_grade() -> None:
    checked = check_text(QUOTED, "内容.yaml")
    assert [each.code for each in checked.report if each.code.startswith(("SCO0", "DOC"))] == []
    assert "评分88分。" in cells(checked, 0)
    assert "良" in cells(checked, 1)


def test_a_score_that_is_wrong_names_its_form() -> None:
    found = [
        each
        for each in check_text(QUOTED.replace("得分: 97分", "得分: 94分"), "内容.yaml").report
        if each.code == "SCO007"
    ]
    assert [(each.section, each.label) for each in found] == [(FORM, "相加得 97")]


def test_of_one_score_for_two_forms_each_says_what_it_adds_up_to() -> None:
    one = QUOTED.replace(QUOTED[QUOTED.index("评价:") : QUOTED.index("年度目标")], "评价: {得分: 97分, 等级: 优}\n")
    one = one.replace("部门整体支出绩效指标体系评分表.得分", "得分")
    found = [each for each in check_text(one, "内容.yaml").report if each.code == "SCO007"]
    assert [(each.section, each.label) for each in found] == [("部门整体支出绩效指标体系评分表", "相加得 88")]
    form = [
        each
        for each in check_text(one.replace("得分: 97分", "得分: 88分"), "内容.yaml").report
        if each.code == "SCO007"
    ]
    assert [(each.section, each.label) for each in form] == [(FORM, "相加得 97")]
    assert "部门整体支出绩效自评表: {得分: 97分" in form[0].fix


def test_a_document_that_is_not_asked_for_is_told() -> None:
    text = QUOTED.replace("  部门整体支出绩效自评表: {得分", "  部门整体支出绩效自平表: {得分")
    found = check_text(text, "内容.yaml").report
    assert ("CON001", "「文种」里没有「部门整体支出绩效自平表」", "是不是「部门整体支出绩效自评表」？") in [
        (each.code, each.label, each.fix) for each in found
    ]


def test_any_value_may_be_written_apart_and_facts_never_are() -> None:
    text = QUOTED.replace("年度: 2024", "年度: {部门整体支出绩效自评表: 2024, dept-scoring: 2023}")
    years = [year.number for draft in check_text(text, "内容.yaml").drafts for year in draft.content.every(Year)]
    assert years == [2024, 2023]


COURT = """\
文种: {kinds}
单位: 某市中级人民法院
年度: 2024
数据:
  陪审: {{参审: 640件次}}
  人员: {{合计: 120人, 法官: 80人, 书记员: {clerks}}}
项目自评:
  - 项目名称: 审判业务经费
    主管部门: 某市中级人民法院
    实施单位: 某市中级人民法院
    资金:
      - {{来源: 其中：当年财政拨款, 年初预算数: 860.00, 全年预算数: 860.00, 全年执行数: 842.80}}
    预期目标: 陪审员参审600件次以上。
    完成情况: 陪审员参审{{{{ 陪审.参审 }}}}。
    绩效指标:
      - 一级指标: 产出指标
        三级指标: 陪审员参审
        指标值: ≥600件次
        完成值: "{{{{ 陪审.参审 }}}}"
        分值: 50
      - {{一级指标: 效益指标, 三级指标: 服判息诉率, 指标值: ≥85%, 完成值: 86%, 分值: 30}}
      - {{一级指标: 满意度指标, 三级指标: 当事人满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}}
"""


@pytest.mark.parametrize("kinds", [PROJECTS, f"[{PROJECTS}]"])
@pytest.mark.parametrize(("clerks", "codes"), [("40人", []), ("30人", ["NUM005"])])
def test_a_file_of_forms_alone_has_facts_too(kinds: str, clerks: str, codes: list[str]) -> None:
    """No pack of it asks for 数据; they are referred to, and added up, all the same."""
    checked = check_text(COURT.format(kinds=kinds, clerks=clerks), "内容.yaml")
    assert [each.code for each in checked.report] == codes
    assert checked.document
    tables = [block for block in checked.document.walk() if isinstance(block, Table)]
    assert "640件次" in {cell.text for table in tables for cell in table.cells}
