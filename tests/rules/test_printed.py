"""Forms that somebody else filled in: what the form prints is no hole, what was left in an answer is one."""

import pytest
from tests.rules.fragments import findings_finished
from tests.support.report import docx, p, row, table

from reportgen.finished.docx import read_docx
from reportgen.pipeline.finished import check_parts

TITLE = "甲市乙区{}2023年度项目支出绩效自评表"
UNITS = {
    "水务局": ("河道清淤", "清淤河道长度", "≥12公里"),
    "第一人民医院": ("设备购置", "购置设备数量", "≥12台"),
    "实验小学": ("校舍维修", "维修校舍面积", "≥1200平方米"),
    "中级人民法院": ("办案经费", "审结案件数", "≥1200件"),
}

Rows = list[tuple[str, ...]]
Said = list[tuple[str, str]]


def said(text: str) -> Said:
    return [(each.code, each.label) for each in findings_finished(text)]


def said_of_word(title: str, rows: Rows) -> Said:
    cells = (row(*(_cell(cell) for cell in line)) for line in rows)
    parts = read_docx(docx(p(title) + table(*cells)), "表.docx").parts
    return [(each.code, each.label) for each in check_parts(parts, "表.docx").report]


def _cell(text: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(p(line) for line in text.split(chr(10)))}</w:tc>"


def form(unit: str, answer: str) -> Rows:
    project, name, target = UNITS[unit]
    return [
        ("项目名称", project, "", ""),
        ("项目概况（200字以内）", answer, "", ""),
        ("存在问题\n（没有的填“无”，100字以内）", "无", "", ""),
        ("一级指标", "三级指标", "指标值", "实际完成值"),
        ("产出指标", name, target, target.removeprefix("≥")),
        ("效益指标", "受益群众人数", "≥300人", "320人"),
        ("满意度指标", "群众满意度", "≥90%", "92%"),
    ]


@pytest.mark.parametrize("unit", UNITS)
def test_guidance_in_a_label_is_printed_and_in_an_answer_left_over(unit: str) -> None:
    title = TITLE.format(unit)
    assert said_of_word(title, form(unit, "按计划完成，资金使用规范。")) == []
    for answer in ("按计划完成，资金使用规范（200字以内）。", "（200字以内）"):
        rows = form(unit, answer)
        text = "".join("\t".join(cell.replace("\n", "") for cell in line) + "\n" for line in [(title,), *rows])
        assert said_of_word(title, rows) == said(text) == [("STR008", "「（200字以内）」没有填")]
    prompt = form(unit, "（请如实填写）")
    assert said_of_word(title, prompt) == [("STR021", "「（请如实填写）」是模板的提示语")]


@pytest.mark.parametrize("unit", UNITS)
def test_results_that_are_blank_throughout_are_told_once(unit: str) -> None:
    rows = [*form(unit, "按计划完成。")[:4], *((*line[:3], "") for line in form(unit, "")[4:])]
    assert said_of_word(TITLE.format(unit), rows) == [("STR020", "「实际完成值」一栏都没有填")]
    assert said_of_word(TITLE.format(unit).replace("自评表", "目标申报表"), rows) == []
    assert said_of_word(TITLE.format(unit).replace("自评表", "监控表"), rows) == []


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    "notes",
    [
        "注：1.本表可结合实际增减行数（100字以内）。\n2.××指其他来源的资金。\n",
        "填表说明：1.没有的填“无”（如无此项，请删去）。\n2.定量指标写XX值（不超过50字）。\n",
        "备注：（请根据实际情况填写）\n",
        "填报说明\n1.资金总额＝XX＋XX。\n2.得分最高不超过该指标的分值。\n",
    ],
)
def test_the_notes_of_a_form_are_printed(unit: str, notes: str) -> None:
    rows = [tuple(cell.replace("\n", "") for cell in line) for line in form(unit, "按计划完成。")]
    text = "".join("\t".join(line) + "\n" for line in [(TITLE.format(unit),), *rows])
    assert [found for found in said(text + notes) if found[0] in ("STR008", "STR021")] == []


def test_the_same_words_in_a_report_are_left_over() -> None:
    title = "甲市水务局2023年度部门整体支出绩效自评报告"
    text = f"{title}\n一、概况\n全年清淤河道12公里。\n填表说明：1.写XX值（不超过50字）。\n"
    assert {found[0] for found in said(text)} >= {"STR008", "STR021"}


ROWS = {
    "|": "| 产出指标 | 全年按计划开展清淤维护，河道畅通，群众出行方便安全 | {}公里 | 资金按进度支付，没有截留挪用 |\n",
    "｜": "｜产出指标｜全年按计划采购医疗设备，验收合格，投入使用及时｜{}台｜资金按进度支付，没有截留挪用｜\n",
    "│": "│产出指标│全年按计划维修校舍，验收合格，师生使用方便安全│{}平方米│资金按进度支付，没有截留挪用│\n",
    "\t": "产出指标\t全年按计划审理案件，裁判公正，当事人服判息诉率提高\t{}件\t资金按进度支付，没有截留挪用\n",
}


@pytest.mark.parametrize("mark", ROWS)
@pytest.mark.parametrize("rule", ["", "|---|---|---|---|\n", "├────┼────┼────┼────┤\n"])
def test_rows_of_a_table_are_no_paragraphs_that_are_alike(mark: str, rule: str) -> None:
    head = "甲市乙区水务局2023年度部门整体支出绩效自评报告\n一、概况\n情况见下表。\n"
    rows = [ROWS[mark].format(number) for number in (12, 13, 14)]
    assert said(head + rows[0] + rule * (mark != "\t") + "".join(rows[1:]) + "甲市乙区水务局\n2024年3月20日\n") == []


@pytest.mark.parametrize("gap", ["\t", "　　", "    "])
def test_rows_that_lost_their_grid_are_none_either(gap: str) -> None:
    """A PDF without ruled lines, or a Word paragraph with tabs."""
    cells = ["产出指标", "全年按计划开展清淤维护，河道畅通，群众出行方便安全", "{}公里", "资金按进度支付，没有截留挪用"]
    lines = [p(gap.join(cells).format(number)) for number in (12, 13)]
    parts = read_docx(docx(p("甲市水务局2023年度工作总结") + p("一、概况") + "".join(lines)), "报告.docx").parts
    assert "STR026" not in [each.code for each in check_parts(parts, "报告.docx").report]
