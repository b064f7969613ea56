"""Tables, page turns and contents as WordprocessingML: what the file says, element by element."""

import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from lxml import etree
from tests.support.wordml import W, WordFile, attributes, value, words

from reportgen.model.document import Block, Contents, Document, Heading, Metadata, PageTurn, Paragraph, Role, Text
from reportgen.model.table import Cell, CellRole, Table
from reportgen.render.docx import render_docx
from reportgen.render.docx.environment import environment
from reportgen.render.docx.tables import column_twips
from reportgen.verify.docx import docx_lines
from reportgen.word.template import read_template

TEMPLATE, _ = read_template(Path(__file__).parents[2] / "templates" / "dept-evaluation" / "template.docx")
MOMENT = datetime(2024, 1, 1, tzinfo=UTC)
UPRIGHT, ACROSS = 8845, 12756
"""The width of the type area in twips: 156 mm and 225 mm."""


def made(*blocks: Block, title: str = "题", pages: Mapping[int, int] | None = None) -> WordFile:
    document = Document(Metadata("示例", "某馆"), {"标题": (Text(title),)}, {"正文": blocks})
    return WordFile(render_docx(document, TEMPLATE.content, TEMPLATE.frame, TEMPLATE.looks, MOMENT, pages or {}))


def cell(
    row: int, column: int, *paragraphs: str, role: CellRole = CellRole.TEXT, spans: tuple[int, int] = (1, 1)
) -> Cell:
    return Cell(row, column, tuple((Text(words),) for words in paragraphs), role, *spans)


TABLE = Table(
    tuple(map(Decimal, (30, 50, 20))),
    (
        cell(0, 0, "绩效指标", role=CellRole.HEAD, spans=(1, 2)),
        cell(0, 2, "指标值", role=CellRole.HEAD),
        cell(1, 0, "产出", role=CellRole.CENTER, spans=(2, 1)),
        cell(1, 1, "科普活动", "含进校园"),
        cell(1, 2, "12.5", role=CellRole.NUMBER),
        cell(2, 1, "长" * 301),
        cell(2, 2, "3", role=CellRole.NUMBER),
    ),
    row_count=3,
    head_rows=1,
    splittable=frozenset({2}),
    caption="绩效目标表",
    unit="单位：万元",
)
PLAIN = Table((Decimal(1),), (cell(0, 0, "甲"),), 1)
BODY = Paragraph(Role.BODY, (Text("正文。"),))


def outline(word: WordFile) -> list[str]:
    """The elements below the title: 表, 目录, the words of paragraphs; ↵ begins a page, § ends a section."""
    _title, *nodes = (node for node in word.part("word/document.xml")[0] if node.tag != f"{W}sectPr")
    return [_name(node) for node in nodes]


def _name(node: etree._Element) -> str:
    turned = next(node.iter(f"{W}pageBreakBefore"), None) is not None
    ends = "§" if node.find(f"{W}pPr/{W}sectPr") is not None else ""
    kind = {f"{W}tbl": "表", f"{W}sdt": "目录"}.get(str(node.tag), words(node) or "空")
    return ("↵" if turned else "") + kind + ends


def orientations(word: WordFile) -> list[str]:
    sizes = (attributes(node) for node in word.part("word/document.xml").iter(f"{W}pgSz"))
    return [size.get("orient", "portrait") for size in sizes]


def rows(word: WordFile) -> list[list[etree._Element]]:
    return [list(row.iter(f"{W}tc")) for row in word.part("word/document.xml").iter(f"{W}tr")]


# the grid


def test_columns_fill_the_type_area_to_the_twip() -> None:
    assert column_twips(tuple(map(Decimal, (1, 1, 1))), 100) == [33, 34, 33]
    shares = tuple(Decimal(n) for n in (7, 13, 29, 31, 11, 3))
    assert sum(column_twips(shares, ACROSS)) == ACROSS


def test_the_layout_is_fixed_and_as_wide_as_the_type_area() -> None:
    for blocks, width in (((TABLE,), UPRIGHT), ((PageTurn(landscape=True), TABLE), ACROSS)):
        table = next(made(*blocks).part("word/document.xml").iter(f"{W}tbl"))
        assert attributes(table.find(f"{W}tblPr/{W}tblW")) == {"w": str(width), "type": "dxa"}
        assert attributes(table.find(f"{W}tblPr/{W}tblLayout")) == {"type": "fixed"}
        columns = [int(attributes(column)["w"]) for column in table.iter(f"{W}gridCol")]
        assert sum(columns) == width
        assert abs(columns[1] - width / 2) < 1


def test_borders_are_half_a_point_and_cells_leave_a_millimetre() -> None:
    properties = next(made(TABLE).part("word/document.xml").iter(f"{W}tblPr"))
    borders = properties.find(f"{W}tblBorders")
    assert borders is not None
    assert {etree.QName(side).localname for side in borders} == {"top", "left", "bottom", "right", "insideH", "insideV"}
    assert {(attributes(side)["val"], attributes(side)["sz"]) for side in borders} == {("single", "4")}, "eighths"
    assert attributes(properties.find(f"{W}tblCellMar/{W}left"))["w"] == "57"


def test_merges_are_spans_and_a_merged_cell_goes_on_in_its_own_style() -> None:
    """A cell that goes on with a paragraph of 16 pt would make its row as high as running text."""
    head, first, second = rows(made(TABLE))
    assert [value(item.find(f"{W}tcPr"), "gridSpan") for item in head] == ["2", ""]
    merges = [item.find(f"{W}tcPr/{W}vMerge") for item in (first[0], second[0])]
    assert [attributes(merge) for merge in merges] == [{"val": "restart"}, {}]
    assert (words(first[0]), words(second[0])) == ("产出", "")
    styles = [value(item.find(f"{W}p/{W}pPr"), "pStyle") for item in (first[0], second[0])]
    assert styles == ["GWCellCenter", "GWCellCenter"]


def test_a_place_that_no_cell_covers_is_an_empty_cell() -> None:
    holes = Table((Decimal(1), Decimal(1)), (cell(0, 1, "乙"),), 2)
    assert [[words(item) for item in row] for row in rows(made(holes))] == [["", "乙"], ["", ""]]


# the cells


def test_a_cell_keeps_its_paragraphs_in_the_style_of_its_role() -> None:
    _head, first, _second = rows(made(TABLE))
    paragraphs = [[words(node) for node in item.iter(f"{W}p")] for item in first]
    assert paragraphs == [["产出"], ["科普活动", "含进校园"], ["12.5"]]
    styles = [value(item.find(f"{W}p/{W}pPr"), "pStyle") for item in first]
    assert styles == ["GWCellCenter", "GWCell", "GWCellNumber"]


def test_short_cells_stand_in_the_middle_and_long_texts_at_the_top() -> None:
    """Where a row breaks over pages all begin at its top, so that its name stands where it begins."""
    _head, first, second = rows(made(TABLE))
    assert [value(item.find(f"{W}tcPr"), "vAlign") for item in first] == ["center"] * 3
    assert [value(item.find(f"{W}tcPr"), "vAlign") for item in second] == [""] * 3


def test_head_rows_repeat_and_only_rows_longer_than_a_page_may_break() -> None:
    found = [
        [etree.QName(node).localname for node in row.iterfind(f"{W}trPr/*")]
        for row in made(TABLE).part("word/document.xml").iter(f"{W}tr")
    ]
    assert found == [["cantSplit", "tblHeader"], ["cantSplit"], []]


# around the table


def test_caption_and_unit_stand_above_in_their_styles() -> None:
    word = made(TABLE, BODY)
    assert outline(word) == ["绩效目标表", "单位：万元", "表", "正文。"]
    assert [style for style, _node in word.paragraphs()][1:3] == ["公文表题", "公文表格单位"]


def test_an_empty_paragraph_stands_only_where_word_needs_one() -> None:
    assert outline(made(PLAIN, PLAIN)) == ["表", "空", "表", "空"], "tables that touch would become one"
    assert outline(made(PLAIN, TABLE, BODY)) == ["表", "绩效目标表", "单位：万元", "表", "正文。"]
    assert outline(made(PLAIN, PageTurn(landscape=True), PLAIN)) == ["表", "空§", "表", "空"]


# turns


def test_a_turn_to_the_same_orientation_is_a_property_of_the_next_paragraph() -> None:
    word = made(BODY, PageTurn(), BODY, PageTurn(), TABLE, PageTurn(), PLAIN)
    assert outline(word) == ["正文。", "↵正文。", "↵绩效目标表", "单位：万元", "表", "↵空", "表", "空"]
    assert orientations(word) == ["portrait"]


def test_a_turn_across_and_back_makes_three_sections() -> None:
    word = made(BODY, PageTurn(landscape=True), TABLE, PageTurn(), BODY)
    assert outline(word) == ["正文。§", "绩效目标表", "单位：万元", "表", "空§", "正文。"]
    assert orientations(word) == ["portrait", "landscape", "portrait"]


def test_an_across_page_is_the_upright_one_turned_to_the_right() -> None:
    """GB/T 9704 §8, as the page is read: 28 mm at the head, 26 at the foot, 35 at the left, 37 at the right."""
    word = made(PageTurn(landscape=True), TABLE)
    section = word.part("word/document.xml").find(f".//{W}sectPr")
    assert section is not None
    assert attributes(section.find(f"{W}pgSz")) == {"w": "16838", "h": "11906", "orient": "landscape"}
    margins = attributes(section.find(f"{W}pgMar"))
    assert [margins[side] for side in ("top", "bottom", "left", "right")] == ["1587", "1474", "1984", "2098"]


def test_a_document_that_begins_across_has_no_empty_page_and_its_title_lies_across_too() -> None:
    word = made(PageTurn(landscape=True), TABLE)
    assert outline(word) == ["绩效目标表", "单位：万元", "表", "空"]
    assert orientations(word) == ["landscape"]


def test_a_first_turn_upright_leaves_the_title_on_a_page_of_its_own() -> None:
    assert outline(made(PageTurn(), BODY)) == ["↵正文。"]
    assert outline(made(PageTurn(), BODY, title="")) == ["正文。"], "there is none"


def test_across_pages_have_their_number_in_a_turned_box_at_the_left() -> None:
    """Where the upright pages have it: the footer's own paragraph in a box turned clockwise, 156 mm long."""
    word = made(BODY, PageTurn(landscape=True), TABLE, PageTurn(), BODY)
    targets = {item.get("Id"): item.get("Target") for item in word.part("word/_rels/document.xml.rels")}
    sections = [
        [targets[attributes(node)["id"]] for node in section.iter(f"{W}footerReference")]
        for section in word.part("word/document.xml").iter(f"{W}sectPr")
    ]
    upright = ["footer1.xml", "footer2.xml"]
    assert sections == [upright, ["footerAcross1.xml", "footerAcross2.xml"], upright], "each names all of its own"
    for name, style in (("footerAcross1.xml", "GWPageNumber"), ("footerAcross2.xml", "GWPageNumberEven")):
        footer = word.part(f"word/{name}")
        boxes = list(footer.iter(f"{W}txbxContent"))
        assert [box.findtext(f".//{W}instrText") for box in boxes] == [" PAGE ", " PAGE "], "DrawingML and VML"
        assert [value(box.find(f"{W}p/{W}pPr"), "pStyle") for box in boxes] == [style, style]
        (body,) = (node for node in footer.iter() if etree.QName(node).localname == "bodyPr")
        assert body.get("vert") == "vert"
        (extent,) = (node for node in footer.iter() if etree.QName(node).localname == "extent")
        assert (int(extent.get("cx", "")), int(extent.get("cy", ""))) == (280 * 635, UPRIGHT * 635)


def test_upright_documents_carry_no_across_footers() -> None:
    assert [name for name in made(TABLE).parts if "Across" in name] == []


def test_a_template_without_page_setup_gets_the_page_of_the_standard() -> None:
    parts = WordFile(TEMPLATE.content).parts
    bare = re.sub(rb"<w:sectPr>.*</w:sectPr>", b"", parts["word/document.xml"])
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in (parts | {"word/document.xml": bare}).items():
            archive.writestr(name, part)
    document = Document(Metadata("示例", "某馆"), {}, {"正文": (PageTurn(landscape=True), TABLE)})
    content = render_docx(document, stream.getvalue(), TEMPLATE.frame, TEMPLATE.looks, MOMENT)
    margins = attributes(WordFile(content).part("word/document.xml").find(f".//{W}pgMar"))
    assert [margins[side] for side in ("top", "bottom", "left", "right")] == ["1587", "1474", "1984", "2098"]


# contents


FIRST, UNDER, DEEP = (
    Heading(level, label, (Text("基本情况"),)) for level, label in ((1, "一、"), (2, "（一）"), (3, "1."))
)


def test_contents_are_a_field_with_its_entries_already_there() -> None:
    word = made(Contents(2), PageTurn(), FIRST, UNDER, DEEP, BODY, pages={id(FIRST): 2, id(UNDER): 3})
    assert outline(word)[:2] == ["目录", "↵一、基本情况"]
    contents = next(word.part("word/document.xml").iter(f"{W}sdt"))
    instructions = [node.text for node in contents.iter(f"{W}instrText")]
    assert instructions == [r' TOC \o "1-2" \h \z \u ', r" PAGEREF _Toc00000001 \h ", r" PAGEREF _Toc00000002 \h "]
    assert [words(node) for node in contents.iter(f"{W}p")] == ["目录", "一、基本情况2", "（一）基本情况3"]
    marks = [attributes(node)["fldCharType"] for node in contents.iter(f"{W}fldChar")]
    assert marks == ["begin", "separate", *["begin", "separate", "end"] * 2, "end"]
    assert [style for style, _node in word.paragraphs()][1:4] == ["公文目录标题", "公文目录一级", "公文目录二级"]


def test_entries_lead_to_the_bookmarks_of_their_headings() -> None:
    word = made(Contents(2), FIRST, UNDER, DEEP)
    body = word.part("word/document.xml")
    anchors = [attributes(node)["anchor"] for node in body.iter(f"{W}hyperlink")]
    marked = {attributes(node)["name"]: words(node.getparent()) for node in body.iter(f"{W}bookmarkStart")}
    assert [marked[anchor] for anchor in anchors] == ["一、基本情况", "（一）基本情况"]


def test_pages_that_nobody_knows_are_left_to_word() -> None:
    contents = next(made(Contents(1), FIRST).part("word/document.xml").iter(f"{W}sdt"))
    assert [words(node) for node in contents.iter(f"{W}p")] == ["目录", "一、基本情况"]
    assert r" PAGEREF _Toc00000001 \h " in [node.text for node in contents.iter(f"{W}instrText")]


def test_without_contents_headings_carry_no_bookmarks() -> None:
    assert list(made(FIRST, BODY).part("word/document.xml").iter(f"{W}bookmarkStart")) == []


# the whole


def test_reading_it_back_gives_the_cells_row_by_row_and_no_contents() -> None:
    document = Document(Metadata("示例", "某馆"), {}, {"正文": (Contents(2), FIRST, TABLE)})
    content = render_docx(document, TEMPLATE.content, TEMPLATE.frame, TEMPLATE.looks, MOMENT)
    assert docx_lines(content)[:8] == [
        "一、基本情况",
        "绩效目标表",
        "单位：万元",
        "绩效指标",
        "指标值",
        "产出",
        "科普活动",
        "含进校园",
    ]
    again = render_docx(document, TEMPLATE.content, TEMPLATE.frame, TEMPLATE.looks, MOMENT)
    assert content == again, "byte for byte"


def test_a_template_is_compiled_once() -> None:
    """The second document has its own words all the same."""
    first, compiled = made(title="甲的报告"), len(environment().compiled)
    second = made(title="乙的报告")
    assert [words(next(paragraph for _style, paragraph in file.paragraphs())) for file in (first, second)] == [
        "甲的报告",
        "乙的报告",
    ]
    assert len(environment().compiled) == compiled
