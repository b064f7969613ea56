"""Tables, page turns and contents as HTML."""

from xml.etree import ElementTree

import pytest
from tests.support.grids import cell, heading, paragraph, printed, rows, table, template

from reportgen.model.document import Contents, PageTurn
from reportgen.model.look import Align
from reportgen.model.table import CellRole
from reportgen.record import replace
from reportgen.render.html.tables import ROWS_TOGETHER, table_rules


def only_table(html: str) -> ElementTree.Element:
    found = ElementTree.fromstring(html).find(".//table")
    assert found is not None
    return found


def test_the_page_is_xml_too() -> None:
    """The engine reads XML twenty times as fast; amounts, marks and breaks do not get in the way."""
    body = printed(table(cell(1, 0, "甲 & 乙 <丙> “丁”"), cell(1, 1, "第一段\n第二段"), cell(1, 2, "≥95%")))
    words = ["".join(td.itertext()) for td in only_table(body.html).iter("td")]
    assert words == ["甲 & 乙 <丙> “丁”", "第一段第二段", "≥95%"]


def test_columns_have_the_shares_of_the_pack() -> None:
    columns = only_table(printed(table(*rows(1))).html).iter("col")
    assert [column.get("style") for column in columns] == ["width: 19.2308%", "width: 57.6923%", "width: 23.0769%"]


def test_merged_cells_are_spans_and_head_rows_a_head() -> None:
    found = only_table(printed(table(*rows(2, label=2), cell(3, 0, "合计", CellRole.HEAD, columns=3))).html)
    assert [("".join(th.itertext()), th.get("scope")) for th in found.iterfind("thead/tr/th")] == [
        ("一级指标", "col"),
        ("三级指标", "col"),
        ("指标值", "col"),
    ]
    label, total = found.find("tbody/tr/td"), found.find("tbody/tr/th")
    assert label is not None
    assert total is not None
    assert (label.text, label.get("rowspan")) == ("指标1类", "2")
    assert (total.text, total.get("colspan"), total.get("scope")) == ("合计", "3", "row")


def test_each_role_looks_as_its_style_in_the_template() -> None:
    """A table has the style of its plain cells; the class of another cell says what is different in that style."""
    html = printed(table(*rows(1))).html
    assert only_table(html).get("class") == "s-GWCell"
    assert [td.get("class") for td in only_table(html).iter("td")] == ["s-GWCellCenter", None, "s-GWCellNumber"]
    assert ".s-GWCellNumber { text-align: right; padding: 1.4pt 2.6pt 1.4pt 2.6pt }" in html
    styles = dict(template().looks.styles)
    styles["公文表格数字"] = replace(styles["公文表格数字"], align=Align.LEFT, size=9.0)
    assert ".s-GWCellNumber { font-size: 9pt; padding: 1.4pt 2.6pt 1.4pt 2.6pt }" in table_rules(styles)


def test_caption_and_unit_stand_above_in_their_styles() -> None:
    root = ElementTree.fromstring(printed(table(*rows(1), caption="年度指标", unit="单位：万元")).html)
    above = [(line.get("class"), line.text) for line in root.iter("p")][1:]
    assert above == [("s-GWTableCaption", "年度指标"), ("s-GWTableUnit", "单位：万元")]


def test_only_long_rows_may_break() -> None:
    found = only_table(printed(table(*rows(3), long=(2,))).html)
    assert [row.get("class") for row in found.iterfind("tbody/tr")] == [None, "long", None]


def test_a_row_to_be_filled_in_by_hand_has_the_height_of_a_line() -> None:
    found = only_table(printed(table(cell(1, 0, ""), cell(1, 1, ""), cell(1, 2, ""))).html)
    assert [row.get("class") for row in found.iterfind("tbody/tr")] == ["blank"]


@pytest.mark.parametrize(("label", "seams"), [(1, [40, 40, 10]), (25, [50, 40]), (90, [90])])
def test_a_long_table_is_cut_where_no_merged_cell_is(label: int, seams: list[int]) -> None:
    assert ROWS_TOGETHER == 40
    found = only_table(printed(table(*rows(90, label=label))).html)
    assert [len(body) for body in found.iterfind("tbody")] == seams


# pages across


def sections(html: str) -> list[tuple[str | None, str]]:
    root = ElementTree.fromstring(html)
    return [(part.get("class"), "".join(part.itertext()).replace("\n", "")) for part in root.iter("section")]


def test_without_page_turns_there_are_no_sections() -> None:
    assert sections(printed(paragraph("甲")).html) == []


def test_a_page_turn_begins_a_section() -> None:
    html = printed(paragraph("甲"), PageTurn(True), paragraph("乙"), PageTurn(), paragraph("丙")).html
    assert sections(html) == [("upright", "项目支出绩效目标表甲"), ("across", "乙"), ("upright", "丙")]


def test_a_form_across_has_its_title_on_its_page() -> None:
    assert sections(printed(PageTurn(True), paragraph("甲")).html) == [("across", "项目支出绩效目标表甲")]


def test_a_turn_that_turns_nothing_leaves_the_title_on_its_own_page() -> None:
    assert sections(printed(PageTurn(), paragraph("甲")).html) == [("upright", "项目支出绩效目标表"), ("upright", "甲")]


# contents


def test_the_contents_link_to_the_headings_down_to_their_depth() -> None:
    headings = heading(1, "一、", "基本情况"), heading(2, "（一）", "人员"), heading(3, "1.", "编制")
    html = printed(Contents(2), *headings).html
    root = ElementTree.fromstring(html)
    entries = [(line.get("class"), link.get("href"), link.text) for line in root.iterfind(".//nav/p") for link in line]
    assert entries == [("s-GWContents1", "#b2", "一、基本情况"), ("s-GWContents2", "#b3", "（一）人员")]
    ids = {mark.get("id"): mark.text for level in ("h1", "h2") for mark in root.iter(level)}
    assert ids == {"b2": "一、基本情况", "b3": "（一）人员"}
