"""The forms that regulations prescribe: their fields, their totals, and one content file that feeds several of them.

The pictures are made by `tests.support.forms.picture`: · is an empty cell, < is covered from the left, ^ from above.
"""

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from tests.support.forms import picture

from reportgen.model.content import Content
from reportgen.model.document import Document, Paragraph, Role, plain_text
from reportgen.model.quantity import Quantity, round_half_up
from reportgen.model.table import Cell, Table
from reportgen.packs.loader import find_pack, load_pack
from reportgen.packs.pack import Pack
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_file, check_text
from reportgen.pipeline.checked import Checked

ROOT = Path(__file__).resolve().parents[2]
YEAR = ROOT / "content" / "example-year-2024.yaml"
FORMS = ["project-self-evaluation", "dept-self-evaluation", "dept-scoring", "project-application"]


def example(name: str) -> Path:
    return ROOT / "templates" / name / "example.yaml"


@cache
def checked(path: Path) -> Checked:
    return check_file(path)


def tables(document: Document | None) -> list[Table]:
    assert document is not None
    return [block for block in document.walk() if isinstance(block, Table)]


def form(name: str) -> Table:
    (table,) = tables(checked(example(name)).document)
    return table


def row(table: Table, first: str) -> list[Cell]:
    """The cells of the one row that begins with these words, from there on."""
    ((at, column),) = [(cell.row, cell.column) for cell in table.cells if cell.text == first]
    return [cell for cell in table.lines() if cell.row == at and cell.column >= column]


def words(cells: list[Cell]) -> list[str]:
    return [cell.text for cell in cells]


def total(table: Table, label: str = "总分") -> tuple[Decimal, Decimal]:
    """Points and score at the foot of a form."""
    _label, points, earned, _empty = row(table, label)
    assert points.number is not None
    assert earned.number is not None
    return points.number, earned.number


def pack(name: str) -> Pack:
    folder = find_pack(name)
    assert folder is not None
    read, found = load_pack(folder)
    assert found == []
    assert read is not None
    return read


# ---- every form ----


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_built_and_read_back_without_a_finding(name: str) -> None:
    built = build(checked(example(name)), ("docx", "pdf"))
    assert list(built.report) == []
    assert set(built.outputs) == {"docx", "pdf"}


@pytest.mark.parametrize("name", FORMS)
def test_the_columns_fill_the_width_of_the_page(name: str) -> None:
    """156 mm: A4 less the margins of GB/T 9704."""
    assert sum(form(name).widths) == 156


# ---- 项目支出绩效自评表, 财预〔2020〕10号附件1 ----


def test_the_project_form_has_every_field_of_the_annex() -> None:
    table = form("project-self-evaluation")
    assert picture(table)[:8] == [
        "项目名称 < < 展厅运行经费 < < < < <",
        "主管部门 < < 某市科学技术协会 < 实施单位 某市科技馆 < <",
        "项目资金（万元） · < 年初预算数 全年预算数 全年执行数 分值 执行率 得分",
        "^ 年度资金总额 < 77.00 80.00 78.40 10 98.00% 9.8",
        "^ 其中：当年财政拨款 < 75.00 78.00 76.40 — 97.95% —",
        "^ 上年结转资金 < 2.00 2.00 2.00 — 100.00% —",
        "^ 其他资金 < 0.00 0.00 0.00 — · —",
        "年度总体目标 预期目标 < < < 实际完成情况 < < <",
    ]
    assert words(row(table, "年度总体目标"))[1:] == ["预期目标", "实际完成情况"]
    assert picture(table)[9:11] == [
        "绩效指标 一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施",
        "^ 产出指标 数量指标 展厅开放天数 ≥300天 305天 15 15.0 ·",
    ]


def test_scores_are_worked_out_where_target_and_result_are_figures() -> None:
    table = form("project-self-evaluation")
    assert words(row(table, "组织参观的学校数"))[1:5] == ["≥20所", "19所", "15", "14.3"], "15 × 19 ÷ 20"
    assert words(row(table, "展品维护制度"))[1:5] == ["健全", "制度已建立，记录不够完整", "15", "13.0"], (
        "one decimal, as 14.3 has"
    )


def test_points_and_scores_add_up_at_the_foot() -> None:
    """90 points of the indicators and 10 of 预算执行率; 87.3 and 9.80."""
    assert total(form("project-self-evaluation")) == (Decimal(100), Decimal("97.10"))


def test_nothing_spent_of_nothing_is_no_rate() -> None:
    assert words(row(form("project-self-evaluation"), "其他资金"))[4:] == ["—", "", "—"]


def test_a_form_is_made_for_every_project() -> None:
    names = [table.cells[1].text for table in tables(checked(YEAR).drafts[2].document)]
    assert names == ["展厅运行经费", "科普活动经费"]


# ---- 部门整体支出绩效自评表 ----


def test_the_department_form_takes_its_money_from_the_fund_table() -> None:
    assert picture(form("dept-self-evaluation"))[1:5] == [
        "年度预算执行（万元） · < 年初预算数 全年预算数 全年执行数 分值 执行率 得分",
        "^ 年度支出总额 < 310.00 320.00 312.40 10 97.63% 9.76",
        "^ 其中：基本支出 < 195.00 200.00 197.80 — 98.90% —",
        "^ 项目支出 < 115.00 120.00 114.60 — 95.50% —",
    ]


def test_the_unit_in_the_head_is_that_of_the_fund_table() -> None:
    text = example("dept-self-evaluation").read_text(encoding="utf-8").replace("金额单位: 万元", "金额单位: 元")
    (table,) = tables(check_text(text, "示例.yaml").document)
    assert table.cells[2].text == "年度预算执行（元）"


# ---- 部门整体支出绩效指标体系评分表, 财预〔2013〕53号附件2 ----


def test_the_common_indicators_are_all_there() -> None:
    names = [cell.text for cell in form("dept-scoring").lines() if cell.column == 2 and cell.row > 1]
    assert len(names) == 28
    for name in ("在职人员控制率", "预算调整率", "“三公经费”控制率", "固定资产利用率", "质量达标率", "重点工作办结率"):
        assert name in names


def test_first_level_indicators_span_their_lines() -> None:
    spans = {cell.text: cell.rows for cell in form("dept-scoring").cells if cell.column == 0 and cell.rows > 1}
    assert spans == {"投入": 5, "过程": 15, "产出": 4, "效果": 4}


def test_the_head_of_the_scoring_form_stands_on_every_page() -> None:
    assert form("dept-scoring").head_rows == 2


# ---- 项目支出绩效目标申报表 ----


def test_several_years_and_one_stand_beside_each_other() -> None:
    assert picture(form("project-application"))[3:11] == [
        "项目资金（万元） < 中期资金总额 105.00 年度资金总额 < 35.00 <",
        "^ ^ 其中：财政拨款 90.00 其中：财政拨款 < 30.00 <",
        "^ ^ 其他资金 15.00 其他资金 < 5.00 <",
        "总体目标 中期目标（2025年—2027年） < < < 年度目标 < <",
        "^ 三年内流动科技馆走进60所学校，服务学生2.4万人次。 < < < 流动科技馆走进20所学校，服务学生0.8万人次。 < <",
        "绩效指标 一级指标 二级指标 三级指标 指标值 二级指标 三级指标 指标值",
        "^ 产出指标 数量指标 进校园场次 ≥60场 数量指标 进校园场次 ≥20场",
        "^ ^ ^ 服务学生人次 ≥2.4万人次 ^ 服务学生人次 ≥0.8万人次",
    ]


# ---- weights ----


@pytest.mark.parametrize("name", ["project-self-evaluation", "dept-self-evaluation"])
def test_the_weights_are_those_of_the_regulation(name: str) -> None:
    usual = pack(name).weights[0]
    assert (usual.execution, usual.total) == (Decimal(10), Decimal(100))
    assert dict(usual.points) == {"产出指标": 50, "效益指标": 30, "满意度指标": 10}


@pytest.mark.parametrize("name", ["project-self-evaluation", "dept-self-evaluation"])
def test_the_form_prints_the_weight_of_the_rate_of_execution(name: str) -> None:
    (cell,) = [cell for cell in form(name).cells if cell.text == "10" and cell.row < 5]
    assert cell.number == pack(name).weights[0].execution


# ---- one content file, several documents ----


def test_the_file_of_a_year_makes_three_documents_and_an_annex() -> None:
    drafts = checked(YEAR).drafts
    assert [draft.pack.name for draft in drafts] == [
        "dept-evaluation",
        "dept-self-evaluation",
        "project-self-evaluation",
    ]
    assert [annex.pack.name for annex in drafts[0].annexes] == ["dept-scoring"]
    assert list(checked(YEAR).report) == []


@pytest.mark.parametrize(("key", "code"), [("存在问题", "CON001"), ("年度", "CON001"), ("年度", "CON002")])
def test_a_mistyped_key_is_said_once_for_all_the_documents(key: str, code: str) -> None:
    text = YEAR.read_text(encoding="utf-8").replace(f"\n{key}:", f"\n{key}吗:", 1)
    assert [finding.code for finding in check_text(text, str(YEAR)).report].count(code) == 1


def test_the_documents_are_built_beside_the_main_one() -> None:
    built = build(checked(YEAR), ("docx", "pdf"))
    assert list(built.report) == []
    assert set(built.outputs) == {"docx", "pdf"}
    assert {name: set(files) for name, files in built.beside.items()} == {
        "dept-self-evaluation": {"docx", "pdf"},
        "project-self-evaluation": {"docx", "pdf"},
    }


def test_the_annex_is_announced_below_the_body_and_begins_with_its_mark() -> None:
    document = checked(YEAR).document
    assert document is not None
    said = {
        block.role: plain_text(block.inlines).replace("\n", "")
        for block in document.walk()
        if isinstance(block, Paragraph) and block.role in (Role.ANNEX_NOTE, Role.ANNEX_MARK, Role.ANNEX_TITLE)
    }
    assert said == {
        Role.ANNEX_NOTE: "附件：2024年度部门整体支出绩效指标体系评分表",
        Role.ANNEX_MARK: "附件",
        Role.ANNEX_TITLE: "2024年度部门整体支出绩效指标体系评分表",
    }


def test_the_scoring_form_gives_the_report_its_score_and_the_self_evaluation_has_its_own() -> None:
    report, department, _projects = checked(YEAR).drafts
    (scoring,) = tables(report.document)
    (self_evaluation,) = tables(department.document)
    assert total(scoring, "合计") == (Decimal(100), figure(report.content, "评价.得分"))
    assert total(self_evaluation) == (Decimal(100), figure(department.content, "评价.得分"))
    assert figure(report.content, "评价.得分") != figure(department.content, "评价.得分")


def test_report_and_forms_give_the_same_money() -> None:
    report, department, projects = checked(YEAR).drafts
    (whole,) = tables(department.document)
    stages = ("年初预算", "批复", "支出")
    year = [figure(report.content, f"预算.{stage}") for stage in stages]
    assert numbers(row(whole, "年度支出总额"))[:3] == year
    sums = [numbers(row(table, "年度资金总额"))[:3] for table in tables(projects.document)]
    assert sums == [
        [figure(report.content, f"预算.{name}.{stage}") for stage in stages]
        for name in ("展厅运行经费", "科普活动经费")
    ]
    assert [sum(column) for column in zip(*sums, strict=True)] == numbers(row(whole, "项目支出"))[:3]


def test_a_letter_and_its_annex_print_a_figure_alike() -> None:
    """The total is worked out from 9.80 and 87.3; in the letter it is the 97.1 that was typed."""
    document = checked(example("official-letter")).document
    (table,) = tables(document)
    assert document is not None
    letter = "".join(plain_text(block.inlines) for block in document.walk() if isinstance(block, Paragraph))
    assert [text for text in words(row(table, "总分")) if "." in text] == ["97.1"]
    assert "97.1分" in letter


def test_a_change_of_the_money_reaches_every_document() -> None:
    text = YEAR.read_text(encoding="utf-8").replace("  支出: 312.40\n", "  支出: 304.00\n", 1)
    changed = check_text(text, "示例.yaml")
    assert "全年支出304.00万元" in "".join(inline.text for inline in changed.drafts[0].document.inlines())
    (form_,) = tables(changed.drafts[1].document)
    assert words(row(form_, "年度支出总额"))[1:] == ["310.00", "320.00", "304.00", "10", "95.00%", "9.5"]


def test_a_score_that_the_annex_does_not_add_up_to_is_reported() -> None:
    text = YEAR.read_text(encoding="utf-8").replace("得分: 4.88", "得分: 4.08", 1)
    found = [(finding.code, finding.label) for finding in check_text(text, "示例.yaml").report]
    assert sorted(found) == [("SCO007", "相加得 94.86"), ("SCO009", "应为 4.88 分")]


def test_without_its_own_fields_an_annex_is_left_out() -> None:
    document = checked(example("dept-evaluation")).document
    assert document is not None
    assert document.blocks["附件"] == ()


def figure(content: Content, name: str) -> Decimal:
    (fact,) = content.facts.find(name)
    assert isinstance(fact.value, Quantity)
    return fact.value.number


def numbers(cells: list[Cell]) -> list[Decimal]:
    return [round_half_up(cell.number, 2) for cell in cells if cell.number is not None]
