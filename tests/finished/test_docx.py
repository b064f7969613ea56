"""A Word file of somebody else: the words as Word shows them, in the order in which they are read."""

import pytest
from tests.support.report import LISTS, W, docx, field, listed, p, r, row, table, tc

from reportgen.finished.docx import read_docx
from reportgen.finished.parts import Grid, Line, Part


def parts(body: str, **more: str) -> list[Part]:
    return list(read_docx(docx(body, **more), "报告.docx").parts)


def texts(body: str, **more: str) -> list[str]:
    return [part.number + part.text for part in parts(body, **more) if isinstance(part, Line)]


def grid(body: str) -> Grid:
    (found,) = [part for part in parts(body) if isinstance(part, Grid)]
    return found


def test_paragraphs_come_in_order_and_empty_ones_are_none() -> None:
    assert texts(p("一、概况") + p("") + p("全年开放。")) == ["一、概况", "全年开放。"]


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (r("全年") + f"<w:ins>{r('开放')}</w:ins><w:del><w:r><w:delText>停放</w:delText></w:r></w:del>", "全年开放"),
        (r("支出") + r("内部备注", "<w:vanish/>") + r("10万元"), "支出10万元"),
        (r("支出") + r("10万元", '<w:vanish w:val="0"/>'), "支出10万元"),
        (r("见第") + field(" PAGEREF _Toc1 ", r("3")) + r("页"), "见第3页"),
        ("<w:fldSimple w:instr=' DATE '>" + r("2025年3月20日") + "</w:fldSimple>", "2025年3月20日"),
        (f'<w:hyperlink w:anchor="x">{r("科技馆")}</w:hyperlink>', "科技馆"),
        (f"<w:sdt><w:sdtContent>{r('某市科技馆')}</w:sdtContent></w:sdt>", "某市科技馆"),
        (r("满意度") + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + r("95%"), "满意度≥95%"),
        (r("1") + "<w:r><w:noBreakHyphen/></w:r>" + r("9月"), "1-9月"),
        ("<w:moveFrom>" + r("旧句") + "</w:moveFrom><w:moveTo>" + r("新句") + "</w:moveTo>", "新句"),
        (f"<w:r><w:ruby><w:rt>{r('guan')}</w:rt><w:rubyBase>{r('馆')}</w:rubyBase></w:ruby></w:r>", "馆"),
    ],
)
def test_words_are_those_that_word_shows(runs: str, text: str) -> None:
    assert texts(f"<w:p>{runs}</w:p>") == [text]


def test_a_forced_line_break_ends_a_paragraph_unless_it_stands_within_a_sentence() -> None:
    title = r("某市科技馆") + "<w:r><w:br/></w:r>" + r("2024年度绩效自评报告")
    assert texts(f"<w:p>{title}</w:p>") == ["某市科技馆", "2024年度绩效自评报告"]
    copied = r("全年共举办科普讲座三十五场，参加活动的中小学生达到") + "<w:r><w:br/></w:r>" + r("四千人次。")
    assert texts(f"<w:p>{copied}</w:p>") == ["全年共举办科普讲座三十五场，参加活动的中小学生达到四千人次。"]


def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next() -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('全年支出')}</w:p>"
    assert texts(first + p("10万元。")) == ["全年支出10万元。"]


def test_a_table_of_contents_is_no_text() -> None:
    contents = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-2" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("一、概况")}</w:p>{p("二、问题")}'
        '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    gallery = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{p('目录')}{p('一、概况')}</w:sdtContent></w:sdt>"
    )
    styles = f'<w:styles {W}><w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style></w:styles>'
    styled = p("一、概况", '<w:pStyle w:val="11"/>')
    assert texts(contents + gallery + styled + p("正文。"), styles=styles) == ["正文。"]


def test_text_boxes_are_read_once_behind_their_paragraph() -> None:
    box = f"<w:txbxContent>{p('框里的话。')}</w:txbxContent>"
    drawn = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(f"<w:p>{r('正文。')}{drawn}</w:p>") == ["正文。", "框里的话。"]


def test_automatic_numbers_are_counted_as_word_prints_them() -> None:
    rows = [("概况", 0, 1), ("职能", 1, 1), ("人员", 1, 1), ("展览", 2, 1), ("活动", 2, 1), ("说明", 3, 1)]
    rows += [("绩效", 0, 1), ("投入", 1, 1), ("接着编", 0, 3), ("单独编", 2, 4)]
    body = "".join(listed(*row) for row in rows)
    first = ["一、概况", "（一）职能", "（二）人员", "1.展览", "2.活动", "说明"]
    assert texts(body, numbering=LISTS) == [*first, "二、绩效", "（一）投入", "三、接着编", "1.单独编"]


def test_numbers_of_several_levels_and_of_styles() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>'
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/>{numbered}</w:style>'
        '<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="我的标题"/><w:basedOn w:val="a1"/></w:style>'
        "</w:styles>"
    )
    body = p("概况", '<w:pStyle w:val="a2"/>') + listed("职能", 1, 2) + p("绩效", '<w:pStyle w:val="a1"/>')
    assert texts(body, numbering=LISTS, styles=styles) == ["1概况", "1.1职能", "2绩效"]


@pytest.mark.parametrize(
    ("style", "own", "level"),
    [
        ('<w:name w:val="heading 2"/>', "", 2),
        ('<w:name w:val="标题 1"/>', "", 1),
        ('<w:name w:val="公文三级标题"/>', "", 3),
        ('<w:name w:val="小节"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>', "", 2),
        ('<w:name w:val="小节"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>', '<w:outlineLvl w:val="9"/>', 0),
        ('<w:name w:val="正文"/>', "", 0),
        ('<w:name w:val="公文标题"/>', "", 0),
    ],
)
def test_the_outline_level_is_told_by_paragraph_style_or_name(style: str, own: str, level: int) -> None:
    styles = f'<w:styles {W}><w:style w:type="paragraph" w:styleId="s">{style}</w:style></w:styles>'
    (line,) = parts(p("概况", f'<w:pStyle w:val="s"/>{own}'), styles=styles)
    assert isinstance(line, Line)
    assert line.level == level


def test_merged_cells_become_spans() -> None:
    found = grid(
        table(
            row(tc("项目", '<w:vMerge w:val="restart"/>'), tc("金额", '<w:gridSpan w:val="2"/>')),
            row(tc("", "<w:vMerge/>"), "批复", "支出"),
            row("展厅", "80", "78.4"),
        )
    )
    boxes = [(box.row, box.column, box.rows, box.columns, box.text) for box in found.boxes]
    assert boxes[:4] == [(0, 0, 2, 1, "项目"), (0, 1, 1, 2, "金额"), (1, 1, 1, 1, "批复"), (1, 2, 1, 1, "支出")]
    assert found.boxes[-1].spot.words == "表1 第3行第3列"


def test_a_deleted_row_is_no_row_and_a_cell_has_its_paragraphs() -> None:
    found = grid(table(row("甲", p("一。") + p("二。")), row("旧", "旧", properties="<w:del/>"), row("乙", "2")))
    assert [box.text for box in found.boxes] == ["甲", "一。\n二。", "乙", "2"]


def test_a_table_within_a_table_comes_behind_it() -> None:
    inner = table(row("里", "1"), row("面", "2"))
    found = parts(table(row("外", tc(p("见内表") + inner)), row("下", "3")))
    assert [[box.text for box in part.boxes] for part in found if isinstance(part, Grid)] == [
        ["外", "见内表", "下", "3"],
        ["里", "1", "面", "2"],
    ]


def test_a_table_of_one_cell_is_a_frame_around_text() -> None:
    assert texts(table(row(tc(p("一、概况") + p("全年开放。"))))) == ["一、概况", "全年开放。"]


def test_pages_are_known_where_word_left_its_breaks() -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = p("甲") + f"<w:p>{turn}{r('乙')}</w:p>" + f"<w:p>{r('丙上')}{turn}{r('丙下')}</w:p>" + p("丁")
    assert [part.spot.words for part in parts(body) if isinstance(part, Line)] == [
        "第1页第1段",
        "第2页第1段",
        "第2页第2段",
        "第3页第2段",  # behind what is left of the one before
    ]


def test_a_row_that_goes_on_over_a_page_turns_it_once() -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    split = f"<w:p>{r('上')}{turn}{r('下')}</w:p>"
    found = parts(table(row("项目", "说明"), row(tc(split), tc(split))) + p("正文。"))
    assert [part.spot.words for part in found if isinstance(part, Line)] == ["第2页第1段"]


def test_forced_page_breaks_alone_do_not_tell_the_page() -> None:
    assert [part.spot.words for part in parts(p("甲") + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + p("乙"))
            if isinstance(part, Line)] == ["第1段", "第2段"]  # fmt: skip
