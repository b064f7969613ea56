"""What is measured of the pages of a Word file and of a PDF."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from tests.support.made import Made
from tests.support.report import W, docx, p, r, row, table

from reportgen.finished.docx import read_docx
from reportgen.finished.font_families import family_of
from reportgen.finished.layout import completed
from reportgen.finished.parts import Reading
from reportgen.finished.reading import read_finished
from reportgen.finished.recognise import recognise
from reportgen.model.layout import Layout, Lettering, Side

TITLE = "某市科技馆2024年度绩效自评报告"
BODY = "某市科技馆全年免费开放展厅，接待观众三十六万人次，各项工作按计划完成，没有发生安全事故。" * 8
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:gutter="0"/></w:sectPr>'
)


def layout_of(reading: Reading) -> Layout:
    assert reading.layout is not None
    finished = recognise(reading.parts, "报告.docx")
    return completed(reading.layout, reading.parts, finished.document)


def measured(body: str, **parts: str) -> Layout:
    return layout_of(read_docx(docx(body + SECTION, **parts), "报告.docx"))


def test_paper_and_margins_of_a_word_file_in_mm() -> None:
    found = measured(p(TITLE))
    assert (found.paper, found.top, found.left) == (
        (Decimal("210.0"), Decimal("297.0")),
        Decimal("25.4"),
        Decimal("31.8"),
    )
    assert found.area == (Decimal("146.4"), Decimal("246.2"))


def test_the_longest_upright_section_counts() -> None:
    bare = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="0" w:left="0"/>'
    cover = f"<w:p><w:pPr><w:sectPr>{bare}</w:sectPr></w:pPr></w:p>"
    assert measured(cover + p(TITLE) + p(BODY)).top == Decimal("25.4")


@pytest.mark.parametrize(
    ("properties", "letters"),
    [
        ('<w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/>', Lettering("小标宋", Decimal(22))),
        ('<w:rFonts w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="32"/>', Lettering("宋体", Decimal(16))),
        ('<w:rStyle w:val="强"/>', Lettering("黑体", Decimal(15))),
        ("", Lettering("仿宋", Decimal(16))),
    ],
)
def test_letters_are_those_of_run_style_theme_or_defaults(properties: str, letters: Lettering) -> None:
    styles = (
        f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>'
        '</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="character" w:styleId="强"><w:name w:val="强"/><w:rPr>'
        '<w:rFonts w:eastAsia="黑体"/><w:sz w:val="30"/></w:rPr></w:style></w:styles>'
    )
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont><a:ea typeface=""/>'
        '<a:font script="Hans" typeface="宋体"/></a:minorFont></a:theme>'
    )
    body = f"<w:p>{r(TITLE, properties)}</w:p>"
    found = layout_of(read_docx(docx(body, styles=styles, **{"theme/theme1": theme}), "报告.docx"))
    assert found.lettering("标题") == letters


def test_nothing_is_said_of_letters_that_nothing_tells() -> None:
    assert measured(p(TITLE) + p(BODY)).lettering("正文") is None


def test_exact_lines_and_characters_of_a_line() -> None:
    exact = '<w:spacing w:line="560" w:lineRule="exact"/>'
    run = r(BODY, '<w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/>')
    found = measured(p(TITLE) + f"<w:p><w:pPr>{exact}</w:pPr>{run}</w:p>")
    assert (found.pitch, found.characters) == (Decimal("28.0"), Decimal("25.9"))


def test_remarks_changes_and_properties_are_counted() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>张小明</dc:creator></cp:coreProperties>'
    )
    comments = f'<w:comments {W}><w:comment w:id="0"/><w:comment w:id="1"/></w:comments>'
    body = p(TITLE) + f"<w:p><w:ins>{r('新')}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
    found = measured(body, comments=comments, core=core)
    assert (found.remarks, found.revisions, found.properties) == (2, 2, {"作者": "张小明"})
    assert measured(body).remarks == 0


def test_a_table_with_the_room_of_its_own_section() -> None:
    grid = '<w:tblGrid><w:gridCol w:w="6000"/><w:gridCol w:w="6000"/></w:tblGrid>'
    wide = table(row("项目", "支出"), row("展厅", "78.4")).replace("<w:tblGrid/>", grid)
    turned = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:left="1440" w:right="1440"/>'
    across = f"<w:p><w:pPr><w:sectPr>{turned}</w:sectPr></w:pPr></w:p>"
    first, second = measured(wide + across + p(TITLE) + wide).tables
    assert (first.width, first.room) == (Decimal("211.6"), Decimal("246.2"))
    assert (second.width, second.room) == (Decimal("211.6"), Decimal("146.4"))


def test_the_pdf_is_measured_from_its_glyphs(built: Callable[[str], Made]) -> None:
    made = built("nanyang-2020")
    found = layout_of(read_finished(made.path("pdf")))
    assert (found.paper, found.left, found.top) == (
        (Decimal("210.0"), Decimal("297.0")),
        Decimal("28.0"),
        Decimal("37.0"),
    )
    assert (found.pitch, found.characters) == (Decimal("28.95"), Decimal("28.0"))
    assert (found.number, found.side) == ("— 1 —", Side.OUTER)
    word = layout_of(read_finished(made.path("docx")))
    parts = ("标题", "正文", "一级标题", "二级标题")
    assert [found.lettering(part) for part in parts] == [word.lettering(part) for part in parts]


@pytest.mark.parametrize(
    ("font", "family"),
    [
        ("FangSong_GB2312", "仿宋"),
        ("仿宋", "仿宋"),
        ("STFangsong", "仿宋"),
        ("FZXBSJW--GB1-0", "小标宋"),
        ("方正小标宋_GBK", "小标宋"),
        ("GWBiaoSong-Regular", "小标宋"),
        ("华文中宋", "小标宋"),
        ("STZhongsong", "小标宋"),
        ("KaiTi_GB2312", "楷体"),
        ("华文楷体", "楷体"),
        ("SimHei", "黑体"),
        ("方正黑体简体", "黑体"),
        ("SimSun", "宋体"),
        ("NSimSun", "宋体"),
        ("Times New Roman", ""),
        ("Calibri", ""),
        ("", ""),
    ],
)
def test_names_of_fonts(font: str, family: str) -> None:
    assert family_of(font) == family
