"""What the figures of a document that somebody else finished are tied to: text and tables."""

from reportgen.finished.text import read_lines
from reportgen.pipeline.finished import check_parts
from reportgen.pipeline.ties import ties_of
from reportgen.statements.endings import unknown_endings
from reportgen.statements.ties import Tie, Tied, Ties

TABLE = "项目\t批复\t支出\t完成情况\n展厅运行\t80.00\t78.40\t开放310天\n科普活动\t40.00\t36.20\t已办20场\n"


def ties(text: str) -> Ties:
    lines = "某市科技馆2024年度项目支出绩效评价报告\n" + text
    ((_title, found),) = ties_of(check_parts(read_lines(lines), "报告.txt"))
    return found


def told(found: list[Tied]) -> dict[str, tuple[Tie, str]]:
    return {each.figure.text: (each.tie, each.why) for each in found}


def test_cells_are_tied_to_their_total_with_row_and_head() -> None:
    cells = ties(f"一、项目支出\n{TABLE}合计\t120.00\t114.60\t\n").cells
    (spent,) = [each for each in cells if each.figure.text == "78.40"]
    assert (spent.tie, spent.why) == (Tie.DERIVED, "78.40 + 36.20 = 114.60")
    assert (spent.figure.row, spent.figure.column) == ("展厅运行", "支出")


def test_words_in_a_cell_state_figures_too() -> None:
    cells = told(ties(f"一、项目支出\n全年展厅开放310天。\n{TABLE}").cells)
    assert cells["310天"] == (Tie.DERIVED, "与「一、项目支出」中的「全年展厅开放」相同")
    assert cells["20场"] == (Tie.UNTIED, "")


def test_text_is_tied_to_a_table() -> None:
    prose = told(ties(f"一、项目支出\n科普活动支出36.20万元。\n单位：万元\n{TABLE}").prose)
    assert prose["36.20万元"] == (Tie.DERIVED, "与表格「科普活动 支出」相同")


def test_a_wrong_total_is_contradicted_with_the_working() -> None:
    cells = told(ties(f"一、项目支出\n{TABLE}合计\t120.00\t114.90\t\n").cells)
    assert cells["114.90"] == (Tie.CONTRADICTED, "78.40 + 36.20 ≠ 114.90")
    assert cells["120.00"][0] is Tie.DERIVED


def test_a_bound_shows_that_it_is_one() -> None:
    prose = told(ties("一、单位概况\n本单位事业编制20名，实有18人。\n").prose)
    assert prose["18人"] == (Tie.DERIVED, "18人 ≤ 20名")


def test_the_endings_of_unknown_labels_are_counted() -> None:
    text = "一、服务\n甲区安装座椅31把，乙区安装座椅27把，丙区摆放花盆63盆，丁区放花盆55盆，戊区有展柜7个。\n"
    assert unknown_endings(ties(text).every) == [("安装座椅", 2), ("放花盆", 2)]


def test_an_ending_that_stands_once_is_not_shown() -> None:
    assert unknown_endings(ties("一、服务\n安装座椅31把。\n").every) == []
