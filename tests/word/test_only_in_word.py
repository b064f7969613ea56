"""What a template asks for is shown by the PDF, changes nothing on a page, or is called by its name (PCK005)."""

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.edited import Edited, after_title, at, box, field_of, p, picture, png, run, table

from reportgen.word.properties import LOST_LETTERS, LOST_PROPERTIES

LETTERS = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
)
PARAGRAPHS = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
"""All that ISO/IEC 29500-1 §17.3 knows."""
SHOWN_LETTERS = {"rFonts", "b", "i", "color", "spacing", "sz", "rStyle"}
SHOWN_PARAGRAPHS = {
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "pBdr", "tabs", "spacing", "ind", "jc"),
    *("contextualSpacing", "rPr", "sectPr"),
}
QUIET_LETTERS = {
    *("bCs", "iCs", "szCs", "cs"),  # of Arabic and the like
    *("noProof", "lang", "webHidden", "specVanish", "oMath", "snapToGrid", "kern"),
}
QUIET_PARAGRAPHS = {
    *("suppressLineNumbers", "suppressAutoHyphens", "suppressOverlap", "textboxTightWrap", "outlineLvl", "divId"),
    *("kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "adjustRightInd"),
    *("snapToGrid", "cnfStyle", "pPrChange"),
}


def test_every_property_of_the_standard_is_shown_or_named_or_does_nothing_on_a_page() -> None:
    letters, paragraphs = set(LETTERS.split()), set(PARAGRAPHS.split())
    assert letters - SHOWN_LETTERS - QUIET_LETTERS - set(LOST_LETTERS) == set()
    assert paragraphs - SHOWN_PARAGRAPHS - QUIET_PARAGRAPHS - set(LOST_PROPERTIES) == set()


def said(change: Callable[[str], str], folder: Path) -> list[str]:
    """What `check` says of the template, with the place of each."""
    edited = Edited(change, media={"logo.png": png()})
    return [f"{each.label}｜{each.place.spot.words}" for each in edited.found(folder)]


def lettered(properties: str) -> Callable[[str], str]:
    return after_title(p(run("填报单位", properties)))


def formed(properties: str) -> Callable[[str], str]:
    return after_title(p("填报单位", properties))


NAMED = [
    (lettered('<w:u w:val="single"/>'), "下划线"),
    (lettered("<w:caps/>"), "全部大写"),
    (lettered('<w:shd w:val="clear" w:fill="FFFF00"/>'), "底纹"),
    (lettered('<w:position w:val="6"/>'), "提升或降低的字"),
    (lettered('<w:fitText w:val="1200" w:id="1"/>'), "调整过宽度的字"),
    (lettered('<w:eastAsianLayout w:id="1" w:combine="1"/>'), "双行合一或纵横混排"),
    (lettered('<w:rFonts w:eastAsia="某某舒体"/>'), "字体「某某舒体」没有替代，PDF 用仿宋"),
    (formed('<w:shd w:val="clear" w:fill="FFFF00"/>'), "底纹"),
    (formed('<w:jc w:val="distribute"/>'), "分散对齐（PDF 按两端对齐）"),
    (formed('<w:textDirection w:val="tbRl"/>'), "竖排的段落"),
    (formed('<w:spacing w:beforeAutospacing="1"/>'), "自动的段前段后距离"),
    (
        formed('<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8000"/></w:tabs>'),
        "制表位的前导符、小数点对齐或竖线",
    ),
]


@pytest.mark.parametrize(("change", "name"), NAMED, ids=[name for _change, name in NAMED])
def test_a_property_that_only_word_shows_is_named(change: Callable[[str], str], name: str, tmp_path: Path) -> None:
    assert said(change, tmp_path) == [f"{name}｜第 2 段"]


PLAIN = [
    lettered('<w:u w:val="none"/><w:vertAlign w:val="baseline"/><w:position w:val="0"/><w:w w:val="100"/>'),
    lettered('<w:caps w:val="0"/><w:vanish w:val="false"/><w:em w:val="none"/><w:kern w:val="2"/>'),
    lettered('<w:shd w:val="clear" w:color="auto" w:fill="auto"/><w:lang w:val="zh-CN"/>'),
    lettered('<w:rFonts w:eastAsia="方正小标宋简体"/><w:color w:val="FF0000" w:themeColor="accent1"/>'),
    formed('<w:jc w:val="both"/><w:textAlignment w:val="auto"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    formed('<w:snapToGrid w:val="0"/><w:autoSpaceDE w:val="0"/><w:kinsoku w:val="0"/>'),
    formed('<w:spacing w:beforeLines="100" w:before="312" w:beforeAutospacing="0"/>'),
    after_title(p('<w:hyperlink r:id="x"><w:r><w:t>网址</w:t></w:r></w:hyperlink>')),
    after_title(p('<w:bookmarkStart w:id="0" w:name="甲"/>' + run("书签") + '<w:bookmarkEnd w:id="0"/>')),
]


@pytest.mark.parametrize("change", PLAIN)
def test_what_a_page_does_not_show_is_passed_over(change: Callable[[str], str], tmp_path: Path) -> None:
    """Word and WPS write many of these of their own accord."""
    assert said(change, tmp_path) == []


def altered(old: str, new: str, anchor: str = "") -> Callable[[str], str]:
    made = picture("logo", anchor=anchor)
    assert old in made
    return after_title(p(made.replace(old, new)))


def boxed(old: str, new: str) -> Callable[[str], str]:
    made = box(p("内部资料"))
    assert old in made
    return after_title(p(made.replace(old, new)))


DRAWN = [
    (altered("<a:xfrm>", '<a:xfrm rot="5400000">'), "裁剪或旋转过的图片，PDF 按原图"),
    (altered("<a:xfrm>", '<a:xfrm flipH="1">'), "裁剪或旋转过的图片，PDF 按原图"),
    (altered('<a:prstGeom prst="rect">', '<a:prstGeom prst="ellipse">'), "图片的边框或效果，PDF 按原图"),
    (altered("<a:stretch>", '<a:srcRect l="10000"/><a:stretch>'), "裁剪或旋转过的图片，PDF 按原图"),
    (boxed("<wps:bodyPr/>", '<wps:bodyPr vert="eaVert"/>'), "竖排的文本框（PDF 横排）"),
    (boxed('<a:prstGeom prst="rect">', '<a:prstGeom prst="roundRect">'), "不是长方形的形状（PDF 画长方形）"),
    (boxed("<a:noFill/>", "<a:gradFill/>"), "渐变、图案或图片的填充（PDF 不填）"),
    (boxed("</a:solidFill></a:ln>", '</a:solidFill><a:prstDash val="dash"/></a:ln>'), "虚线的边框（PDF 画实线）"),
]


@pytest.mark.parametrize(("change", "name"), DRAWN, ids=[name for _change, name in DRAWN])
def test_a_drawing_that_word_shows_otherwise_is_named(change: Callable[[str], str], name: str, tmp_path: Path) -> None:
    assert said(change, tmp_path) == [f"{name}｜第 2 段"]


def test_a_picture_that_is_cut_off_is_told_and_does_not_break_the_build(tmp_path: Path) -> None:
    edited = Edited(after_title(p(picture("logo"))), media={"logo.png": png()[:60]})
    assert [each.label for each in edited.found(tmp_path)] == ["损坏的图片（请重新插入）"]


def _chunk(words: bytes) -> bytes:
    return (len(words) - 4).to_bytes(4, "big") + words + zlib.crc32(words).to_bytes(4, "big")


SIZE = (30_000).to_bytes(4, "big") * 2
BOMBS = {
    "png": b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR" + SIZE + b"\x08\2\0\0\0") + _chunk(b"IEND"),
    "jpeg": b"\xff\xd8\xff\xe0\0\4ab\xff\xc2\0\x0b\x08\x75\x30\x75\x30\1\1\x11\0\xff\xd9",
    "gif": b"GIF89a\x30\x75\x30\x75\0\0\0;\0",
}
"""A few bytes that say that they are 30,000 by 30,000 points."""


@pytest.mark.parametrize("kind", BOMBS)
def test_a_picture_of_a_pack_that_would_fill_the_memory_is_told_and_left_to_word(kind: str, tmp_path: Path) -> None:
    edited = Edited(after_title(p(picture("logo"))), media={"logo.png": BOMBS[kind]})
    assert [each.label for each in edited.found(tmp_path)] == ["大得不像图片的图片（请缩小了再插入）"]


SECTIONS = [
    ('<w:pgNumType w:fmt="upperRoman"/>', "页码的起始数或格式（罗马数字、一二三等）"),
    ('<w:pgNumType w:start="3"/>', "页码的起始数或格式（罗马数字、一二三等）"),
    ('<w:lnNumType w:countBy="1"/>', "行号"),
    ('<w:vAlign w:val="center"/>', "页面里的上下对齐"),
    ('<w:textDirection w:val="tbRl"/>', "竖排的页面"),
]


@pytest.mark.parametrize(("setting", "name"), SECTIONS)
def test_a_setting_of_the_page_that_only_word_follows_is_named(setting: str, name: str, tmp_path: Path) -> None:
    assert [
        line.partition("｜")[0]
        for line in said(lambda xml: xml.replace("</w:sectPr>", f"{setting}</w:sectPr>"), tmp_path)
    ] == [name]


def test_a_numbering_field_in_other_numerals_is_named(tmp_path: Path) -> None:
    footer = p(field_of("PAGE \\* CHINESENUM3"))
    edited = Edited(footers={"default": footer}, alike=True)
    assert [each.label for each in edited.found(tmp_path)] == ["页码的格式（PDF 印 1、2、3）"]


def test_a_table_is_named_by_its_first_paragraph(tmp_path: Path) -> None:
    lines = '<w:tblBorders><w:top w:val="double" w:sz="4"/></w:tblBorders>'
    change = after_title(table(("甲", "乙"), ("丙", "丁"), style=lines))
    assert said(change, tmp_path) == ["双线或虚线的框线（PDF 都画实线）｜第 2 段"]


FLOATING = picture("logo", anchor=at(("page", 100), ("page", 100)))


@pytest.mark.parametrize("lost", [FLOATING, '<w:r><w:br w:type="page"/></w:r>'], ids=["picture", "page break"])
def test_what_stands_in_the_paragraph_of_a_tag_that_takes_it_away_is_told(lost: str, tmp_path: Path) -> None:
    """A seal that was anchored to {{p 正文 }} vanished from both outputs."""
    found = said(lambda xml: xml.replace("<w:r><w:t>{{p 正文", f"{lost}<w:r><w:t>{{{{p 正文"), tmp_path)
    assert found == ["{{p 正文 }} 换掉一整段，同一段里的图片、文本框和分页符印不出来，请移到别的段落｜第 5 段"]
