"""The real report's Word file: all looks come from named styles, so staff change a style and not 103 paragraphs."""

import re
from io import BytesIO

import docx
import pytest
from lxml import etree
from tests.support.made import Made
from tests.support.wordml import W, WordFile, attributes, value, words

from reportgen.model.document import Heading, line_of

STYLES = [
    # style, face of the hanzi, size in pt
    ("公文标题", "方正小标宋简体", 22),
    ("公文一级标题", "黑体", 16),
    ("公文二级标题", "楷体_GB2312", 16),
    ("公文三级标题", "仿宋_GB2312", 16),
    ("公文四级标题", "仿宋_GB2312", 16),
    ("公文正文", "仿宋_GB2312", 16),
    ("公文末段", "仿宋_GB2312", 16),
    ("公文署名", "仿宋_GB2312", 16),
    ("公文成文日期", "仿宋_GB2312", 16),
]
INDENTED = ("公文一级标题", "公文二级标题", "公文三级标题", "公文四级标题", "公文正文", "公文末段")


@pytest.fixture
def word(nanyang: Made) -> WordFile:
    return WordFile(nanyang.docx)


# the text


def test_it_says_what_the_pdf_says(word: WordFile, nanyang_lines: list[str]) -> None:
    """Labels are computed text: Word's automatic numbers get lost when a report is pasted into a web page."""
    assert [words(paragraph) for _style, paragraph in word.paragraphs()] == nanyang_lines
    assert list(word.part("word/document.xml").iter(f"{W}numPr")) == []


def test_the_title_is_one_paragraph_broken_where_the_pdf_breaks_it(word: WordFile) -> None:
    _style, title = word.paragraphs()[0]
    pieces = [piece.text if piece.tag == f"{W}t" else "\n" for piece in title.iter(f"{W}t", f"{W}br")]
    assert "".join(pieces) == "南阳市科学技术馆\n部门整体支出绩效评价报告"


# the styles


def test_every_paragraph_has_a_style_of_the_template(word: WordFile) -> None:
    used = {style for style, _paragraph in word.paragraphs()}
    assert used == {name for name, _face, _size in STYLES}


def test_no_run_is_formatted_directly(word: WordFile) -> None:
    body = word.part("word/document.xml")
    assert [etree.tostring(node) for node in body.iter(f"{W}rPr")] == []


def test_only_the_right_blanks_of_the_signature_are_set_directly(word: WordFile) -> None:
    """They depend on the words (GB/T 9704 §7.3.5.2), so no style can hold them."""
    direct = [
        (style, etree.QName(node).localname)
        for style, paragraph in word.paragraphs()
        for node in paragraph.iterfind(f"{W}pPr/*")
        if node.tag != f"{W}pStyle"
    ]
    assert direct == [("公文署名", "ind"), ("公文成文日期", "ind")]


@pytest.mark.parametrize(("name", "face", "size"), STYLES)
def test_a_style_names_the_official_face_the_pitch_and_the_spacing(
    word: WordFile, name: str, face: str, size: int
) -> None:
    style = word.resolved(name)
    assert style["r.rFonts.eastAsia"] == face
    assert style["r.sz.val"] == str(2 * size), "w:sz counts half points"
    assert (style["p.spacing.line"], style["p.spacing.lineRule"]) == ("579", "exact"), "28.95 pt"
    assert style.get("r.spacing.val", "0") == ("0" if name == "公文标题" else "-5"), "twentieths of a point"
    assert style.get("p.ind.firstLineChars", "0") == ("200" if name in INDENTED else "0")


def test_word_may_fill_a_page_with_22_lines(word: WordFile) -> None:
    section = word.part("word/document.xml").find(f".//{W}sectPr")
    assert section is not None
    size, margin = attributes(section.find(f"{W}pgSz")), attributes(section.find(f"{W}pgMar"))
    assert (size["w"], size["h"]) == ("11906", "16838")
    assert [margin[side] for side in ("top", "left", "right", "bottom")] == ["2098", "1587", "1474", "1984"]
    assert word.resolved("公文正文")["p.widowControl.val"] == "0"


def test_headings_show_in_words_navigation_pane(word: WordFile, nanyang: Made) -> None:
    """Word lists what has an outline level: exactly the headings, at their level (counted from 0)."""
    document = nanyang.built.checked.document
    assert document is not None
    levels = {name: word.resolved(name).get("p.outlineLvl.val") for name, _face, _size in STYLES}
    listed = [(levels[style], words(paragraph)) for style, paragraph in word.paragraphs() if levels[style]]
    headings = [block for block in document.walk() if isinstance(block, Heading)]
    assert listed == [(str(block.level - 1), line_of(block)) for block in headings]


# footers and properties


@pytest.mark.parametrize(("kind", "alignment", "blank"), [("default", "right", "right"), ("even", "left", "left")])
def test_page_numbers_are_real_fields_on_their_own_sides(word: WordFile, kind: str, alignment: str, blank: str) -> None:
    """Odd pages at the right, even ones at the left, one character (of 四号) in."""
    footer = word.footer(kind)
    assert [node.text for node in footer.iter(f"{W}instrText")] == [" PAGE "]
    assert re.fullmatch(r"— \d+ —", words(footer))
    names = {style.style_id: style.name for style in word.styles}
    style = word.resolved(names[value(footer.find(f".//{W}pPr"), "pStyle")])
    assert (style["r.rFonts.ascii"], style["r.sz.val"], style["p.jc.val"]) == ("宋体", "28", alignment)
    assert style[f"p.ind.{blank}Chars"] == "100"
    assert word.part("word/settings.xml").find(f"{W}evenAndOddHeaders") is not None


def test_the_file_says_what_it_is(nanyang: Made) -> None:
    properties = docx.Document(BytesIO(nanyang.docx)).core_properties
    assert properties.title == "南阳市科学技术馆部门整体支出绩效评价报告"
    assert properties.author == properties.last_modified_by == "南阳市科学技术馆"
    assert properties.language == "zh-CN"
    assert properties.created == properties.modified
    assert (properties.keywords, properties.comments, properties.subject) == ("", "", "")
