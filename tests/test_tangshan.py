"""The Tangshan targets: prose and three forms from one content file, word for word as published."""

from pathlib import Path

import pytest
from tests.support.fidelity import compared, docx_lines, pdf_words, squeeze
from tests.support.made import lines_of, make

from reportgen.model.document import Document, Heading, PageTurn, Paragraph, Role, line_of
from reportgen.model.table import CellRole, Table
from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content" / "tangshan-2021.yaml"
SEED = ROOT / "tests" / "data" / "tangshan-2021.txt"

PROJECTS = {
    "唐山市总工会房屋租金": ("405002B19DX0002", "1044.94万元", ["0.00", "0.00", "100.00", "100.00"]),
    "唐山市科普专项经费": ("405002B21DX0003", "100万元", ["0.00", "40.00", "80.00", "100.00"]),
    "唐山科技馆运营管理服务费": ("405002B21DX0004", "625.88万元", ["25.00", "50.00", "75.00", "100.00"]),
}


@pytest.fixture(scope="module")
def targets() -> Checked:
    """The document, checked."""
    return check_file(CONTENT)


@pytest.fixture(scope="module")
def document(targets: Checked) -> Document:
    """The document itself."""
    assert targets.document is not None
    return targets.document


@pytest.fixture(scope="module")
def tables(document: Document) -> list[Table]:
    """Its forms."""
    return [block for block in document.walk() if isinstance(block, Table)]


def test_the_document_says_what_was_published_and_nothing_else(targets: Checked) -> None:
    """Of the labels only those of 保障措施 differ: 1、 is （一） below a heading of the first level."""
    fidelity = compared(SEED, lines_of(targets))
    assert fidelity.lost == ()
    assert fidelity.added == ()
    assert (fidelity.kept, fidelity.published) == (2708, 2708)


def test_the_word_file_and_the_pdf_say_it_too(tmp_path: Path) -> None:
    made = make(CONTENT, tmp_path)
    fidelity = compared(SEED, docx_lines(made.docx))
    assert (fidelity.lost, fidelity.added) == ((), ())
    assert pdf_words(made.pdf) == squeeze("".join(made.lines))


def test_the_headings_are_as_published(document: Document) -> None:
    headings = [line_of(block) for block in document.walk() if isinstance(block, Heading)]
    assert headings == [
        "一、部门总体绩效目标：",
        "二、分项绩效目标：",
        "（一）唐山市总工会房屋租金",
        "（二）唐山市科普专项经费",
        "（三）唐山科技馆运营管理服务费",
        "三、保障措施",
    ]


def test_the_forms_begin_on_a_page_of_their_own_under_one_heading(document: Document) -> None:
    blocks = document.blocks["正文"]
    start = next(place for place, block in enumerate(blocks) if isinstance(block, PageTurn))
    turn, caption, unit, *forms = blocks[start:]
    assert isinstance(turn, PageTurn)
    assert not turn.landscape
    assert isinstance(caption, Paragraph)
    assert (caption.role, line_of(caption)) == (Role.CAPTION, "预算项目绩效表")
    assert isinstance(unit, Paragraph)
    assert line_of(unit) == "405002 唐山市科学技术协会"
    assert [type(form) for form in forms] == [Table, PageTurn, Table, PageTurn, Table]


@pytest.mark.parametrize(("number", "name"), list(enumerate(PROJECTS)))
def test_a_project_fills_its_form(tables: list[Table], number: int, name: str) -> None:
    code, budget, quarters = PROJECTS[name]
    rows = [[cell.text for cell in tables[number].lines() if cell.row == row] for row in range(4)]
    assert rows[0] == ["项目编码", code, "项目名称", name]
    assert rows[1][1].startswith(f"预算数{budget}")
    assert rows[2] == ["资金支出计划(累计进度%)", "第一季度", "第二季度", "第三季度", "第四季度"]
    assert rows[3] == quarters, "the label at the left reaches down beside them"


def test_the_quarters_are_figures_a_spreadsheet_can_use(tables: list[Table]) -> None:
    cells = [cell for cell in tables[1].lines() if cell.row == 3]
    assert [(str(cell.number), cell.role) for cell in cells] == [
        (figure, CellRole.CENTER) for figure in ("0.00", "40.00", "80.00", "100.00")
    ]


@pytest.mark.parametrize("number", range(3))
def test_the_first_level_of_the_indicators_spans_its_rows(tables: list[Table], number: int) -> None:
    spans = [(cell.text, cell.rows) for cell in tables[number].lines() if cell.column == 0 and cell.row >= 6]
    assert spans == [("产出指标", 4), ("效果指标", 4), ("满意度指标", 1)]


@pytest.mark.parametrize("number", range(3))
def test_rows_without_an_indicator_stay_empty(tables: list[Table], number: int) -> None:
    cells = list(tables[number].lines())
    for kind in ("经济效益指标", "生态效益指标", "可持续影响指标"):
        (row,) = (cell.row for cell in cells if cell.text == kind)
        assert [cell.text for cell in cells if cell.row == row and cell.column > 1] == ["", "", "", ""]


@pytest.mark.parametrize("number", range(3))
def test_every_position_of_the_grid_belongs_to_one_cell(tables: list[Table], number: int) -> None:
    table = tables[number]
    taken = [
        (cell.row + down, cell.column + right)
        for cell in table.cells
        for down in range(cell.rows)
        for right in range(cell.columns)
    ]
    assert sorted(taken) == [(row, column) for row in range(15) for column in range(9)]


def test_the_widths_fill_the_type_area(tables: list[Table]) -> None:
    assert [sum(table.widths) for table in tables] == [156, 156, 156]


def test_what_is_kept_as_published_has_its_reason(targets: Checked) -> None:
    findings = [(finding.code, finding.acknowledged) for finding in targets.report]
    wanted = {"FMT001", "IND003", "IND004", "IND007", "IND015", "IND019", "STR005", "STR027"}
    assert wanted <= {code for code, _reason in findings}
    assert [code for code, reason in findings if not reason.startswith("按公开发布的原文录入")] == []
