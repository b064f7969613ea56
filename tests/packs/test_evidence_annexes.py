"""What an evaluation report has behind it: the system of indicators with its standards, interviews, problems."""

from pathlib import Path

import pytest
from tests.support.forms import picture

from reportgen.model.document import Document, PageTurn, Paragraph, Role, Table, line_of
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_file, check_text

ROOT = Path(__file__).resolve().parents[2]
YEAR = (ROOT / "content" / "example-year-2024.yaml").read_text(encoding="utf-8")
FIRST = "三级指标: 绩效目标合理性,"
STANDARD = f"{FIRST} 评分标准: 每缺一项扣1分, 评分依据: 批复文件,"
INTERVIEWS = """
访谈:
  - {时间: 2025年3月4日, 受访单位: 某市科技馆办公室, 身份: 主任, 主题: 预算编制}
  - {时间: 2025年3月5日, 受访单位: 某市第一小学, 身份: 带队教师, 主题: 参观预约}
"""
PROBLEMS = """
问题清单:
  - {问题: 一批展品没有验收。, 依据: 采购合同, 整改措施: 补办验收, 责任单位: 展览部, 完成时限: 2025年4月底}
"""


def document(text: str) -> Document:
    made = check_text(text, "内容.yaml").document
    assert made
    return made


def annexes(text: str) -> list[str]:
    titles = [block for block in document(text).walk() if isinstance(block, Paragraph)]
    return ["".join(line_of(block).split()) for block in titles if block.role is Role.ANNEX_TITLE]


SCORES, SYSTEM = "2024年度部门整体支出绩效指标体系评分表", "2024年度绩效评价指标体系及评分情况表"


def test_standards_make_the_scores_a_system_of_indicators() -> None:
    assert annexes(YEAR) == [SCORES]
    assert annexes(YEAR.replace(FIRST, STANDARD, 1)) == [SYSTEM]


def test_interviews_and_problems_are_annexes_when_they_are_written() -> None:
    assert annexes(YEAR + INTERVIEWS + PROBLEMS) == [SCORES, "2024年度绩效评价访谈清单", "2024年度绩效评价问题清单"]


def test_the_note_stands_once_and_in_no_annex() -> None:
    blocks = document(YEAR + INTERVIEWS + PROBLEMS).walk()
    notes = [block for block in blocks if isinstance(block, Paragraph) and block.role is Role.ANNEX_NOTE]
    assert len(notes) == 3


@pytest.mark.parametrize("pack", ["hunan-dept", "special-fund-self-evaluation"])
def test_other_reports_have_them_too(pack: str) -> None:
    text = (ROOT / "templates" / pack / "example.yaml").read_text(encoding="utf-8")
    assert annexes(text + INTERVIEWS + PROBLEMS)[-2:] == ["2024年度绩效评价访谈清单", "2024年度绩效评价问题清单"]


def test_the_system_lies_across_with_merged_levels_and_sums() -> None:
    made = document((ROOT / "templates" / "indicator-system" / "example.yaml").read_text(encoding="utf-8"))
    (turn,) = [block for block in made.walk() if isinstance(block, PageTurn)]
    (table,) = [block for block in made.walk() if isinstance(block, Table)]
    assert turn.landscape
    assert table.head_rows == 1, "repeated on each page"
    assert picture(table)[2].startswith("^ ^ 立项程序规范性 规范 基本规范"), (
        "决策 and 项目立项 stand once for their rows"
    )
    assert [cell.text for cell in table.lines() if cell.row == table.row_count - 1] == ["合计", "100", "", "92.5", "优"]


@pytest.mark.parametrize("pack", ["interview-list", "problem-list"])
def test_lists_are_numbered_by_the_program(pack: str) -> None:
    made = document((ROOT / "templates" / pack / "example.yaml").read_text(encoding="utf-8"))
    (table,) = [block for block in made.walk() if isinstance(block, Table)]
    numbers = [cell.text for cell in table.lines() if cell.column == 0]
    assert numbers == ["序号", *map(str, range(1, table.row_count))]


def test_a_list_of_an_annex_is_a_table_of_the_text_as_well() -> None:
    asked = "  表 访谈情况\n  {{ 访谈 | 时间 | 身份 }}\n"
    line = "  {{ 图表.评价得分率 }}\n"
    (first, *_others) = [
        block for block in document(YEAR.replace(line, line + asked, 1) + INTERVIEWS).walk() if isinstance(block, Table)
    ]
    assert [cell.text for cell in first.lines()][:4] == ["时间", "身份", "2025年3月4日", "主任"]


@pytest.mark.parametrize("pack", ["indicator-system", "interview-list", "problem-list"])
def test_every_output_says_the_same(pack: str) -> None:
    built = build(check_file(ROOT / "templates" / pack / "example.yaml"), ("docx", "pdf", "html", "xlsx"))
    assert [finding.code for finding in built.report] == []


def test_the_shipped_report_has_all_its_evidence(tmp_path: Path) -> None:
    path = ROOT / "content" / "example-evidence-2024.yaml"
    built = build(check_file(path), ("docx", "pdf", "xlsx"))
    assert [finding.label for finding in built.report] == []
    text = path.read_text(encoding="utf-8")
    assert "用水户满意度{{ 问卷.用水户.满意度 }}" in text, "no figure of the survey is typed"
    for kind in ("docx", "pdf"):
        (tmp_path / f"报告.{kind}").write_bytes(built.outputs[kind])
        assert [finding.label for finding in check_file(tmp_path / f"报告.{kind}").report] == []


def test_the_number_of_a_line_stands_in_its_row_alone(tmp_path: Path) -> None:
    folder = tmp_path / "清单"
    folder.mkdir()
    own = ROOT / "templates" / "interview-list"
    text = (own / "pack.yaml").read_text(encoding="utf-8").replace("[序号, 时间", '[{式: "{序号}"}, 时间')
    (folder / "pack.yaml").write_text(text.replace("名称: 访谈清单", "名称: 走访清单"), encoding="utf-8")
    (folder / "template.docx").write_bytes((own / "template.docx").read_bytes())
    example = (own / "example.yaml").read_text(encoding="utf-8").replace("文种: 访谈清单", "文种: 走访清单")
    found = check_text(example, "内容.yaml", (tmp_path,)).report
    assert "「{序号}」写在「逐条」的行里，或与「列」一起写" in [finding.label for finding in found]
