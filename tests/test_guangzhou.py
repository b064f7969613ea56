"""The Guangzhou targets: every published cell in order, sub-totals by unit, indicators numbered by the program."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from tests.support.cells import differences, published_cells, squeeze
from tests.support.made import Made, lines_of, make
from tests.support.wordml import WordFile, words

from reportgen.model.document import PageTurn
from reportgen.model.formula import Total
from reportgen.model.table import Cell, Table
from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked

ROOT = Path(__file__).parents[1]
SEED = ROOT / "tests" / "data" / "guangzhou-2023.txt"
CONTENT = ROOT / "content" / "guangzhou-2023.yaml"

PROJECTS = ["71.78", "293.01", "4.42", "56.10", "65.69"]
INDICATORS = [[7, 2], [9, 2], [5], [6], [9]]
"""How many each project has; the published numbers of the first two begin with 1 again."""


@pytest.fixture(scope="module")
def checked() -> Checked:
    """The targets, checked."""
    return check_file(CONTENT)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Its Word file and its PDF."""
    return make(CONTENT, tmp_path_factory.mktemp("guangzhou"))


@pytest.fixture(scope="module")
def table(checked: Checked) -> Table:
    """Its one table."""
    assert checked.document is not None
    (found,) = [block for block in checked.document.walk() if isinstance(block, Table)]
    return found


def cells(table: Table, row: int) -> list[Cell]:
    return [cell for cell in table.lines() if cell.row == row]


def test_every_published_cell_stands_in_the_form_and_nothing_else(checked: Checked) -> None:
    """One cell goes on behind a page break in the web copy; put together again it is word for word the same."""
    published = published_cells(SEED)
    assert (len(published), sum(map(len, published))) == (42, 3270)
    ((cut, whole),) = differences(published, [squeeze(line) for line in lines_of(checked)])
    assert cut[0].endswith("全网播放量播")
    assert cut[1].startswith("放量不少于2000万人次")
    assert ["".join(cut)] == whole


def test_the_frame_is_printed_as_published(checked: Checked) -> None:
    lines = lines_of(checked)
    assert lines[:3] == ["项目支出绩效目标表（含转移支付项目）", "部门名称：广州市科学技术协会", "单位：万元"]


def test_the_whole_document_lies_across(checked: Checked) -> None:
    assert checked.document is not None
    first = checked.document.blocks["正文"][0]
    assert isinstance(first, PageTurn)
    assert first.landscape


def test_the_total_the_unit_and_each_project(table: Table) -> None:
    assert [cell.text for cell in cells(table, 1)] == ["合计", "491.00", "491.00", "", "", "", ""]
    assert [cell.text for cell in cells(table, 2)][:3] == ["广州市科学技术发展中心", "491.00", "491.00"]
    assert [cells(table, row)[1].text for row in range(3, 8)] == PROJECTS
    assert cells(table, 1)[1].number == sum(map(Decimal, PROJECTS))


def test_totals_know_the_cells_that_they_add_up(table: Table) -> None:
    projects = tuple((row, 1) for row in range(3, 8))
    assert cells(table, 1)[1].formula == Total(projects)
    assert cells(table, 2)[1].formula == Total(projects)
    assert cells(table, 3)[1].formula == Total(((3, 2),))


def test_no_total_and_no_number_of_an_indicator_is_typed() -> None:
    text = CONTENT.read_text(encoding="utf-8")
    assert "491.00" not in text
    assert "总计:" not in text
    own = "\n".join(line.partition(" # ")[0] for line in text.partition("资金使用单位:")[2].splitlines())
    assert not re.search(r"(?m)^[^#]*1、", own)


def test_indicators_are_numbered_as_published(table: Table) -> None:
    for row, groups in enumerate(INDICATORS, start=3):
        numbers = [int(line.partition("、")[0]) for line in cells(table, row)[-1].text.split("\n")]
        assert numbers == [number for count in groups for number in range(1, count + 1)]


def test_the_head_stands_on_every_page_and_only_rows_of_about_a_page_may_break(table: Table) -> None:
    assert table.head_rows == 1
    lengths = {row: len(cells(table, row)[-1].text) for row in range(3, 8)}
    assert lengths == {3: 457, 4: 781, 5: 329, 6: 385, 7: 437}
    assert table.splittable == {3, 4, 7}


def test_findings_are_true_and_accepted_with_what_the_published_text_says(checked: Checked) -> None:
    assert [(d.code, d.place.line) for d in checked.report if not d.acknowledged] == []
    wanted = {
        "FMT003",
        "IND001",
        "IND003",
        "IND005",
        "IND006",
        "IND008",
        "PUN001",
        "PUN003",
        "PUN004",
        "STR005",
        "WRD007",
    }
    assert wanted <= {d.code for d in checked.report}
    assert all(str(d.acknowledged).startswith("按公开发布的原文录入：") for d in checked.report)


def test_the_word_file_says_the_same_in_the_same_order(made: Made) -> None:
    in_word = [squeeze(words(paragraph)) for _style, paragraph in WordFile(made.docx).paragraphs()]
    assert "".join(in_word) == "".join(map(squeeze, made.lines))


def test_both_files_were_read_back_and_nothing_was_found(made: Made) -> None:
    assert sorted(made.built.outputs) == ["docx", "html", "pdf", "txt"]
    assert [d.code for d in made.built.report if not d.acknowledged] == []
