"""The first pack's Word template: its styles set the looks of both outputs, so they are held here."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from tests.support.wordml import W, WordFile, attributes, value, words

TEMPLATE = WordFile(Path(__file__).parents[1] / "templates" / "dept-evaluation" / "template.docx")
BODY_PITCH = 579
"""28.95 pt in twips: 22 of them fit into the 225 mm of the type area, 22 of 580 do not."""


FACES = [
    # style, face of the hanzi, size in pt, pitch in twips, alignment, first-line indent in 1/100 字
    ("公文标题", "方正小标宋简体", 22, BODY_PITCH, "center", 0),
    ("公文主送机关", "仿宋_GB2312", 16, BODY_PITCH, "both", 0),
    ("公文一级标题", "黑体", 16, BODY_PITCH, "both", 200),
    ("公文二级标题", "楷体_GB2312", 16, BODY_PITCH, "both", 200),
    ("公文三级标题", "仿宋_GB2312", 16, BODY_PITCH, "both", 200),
    ("公文四级标题", "仿宋_GB2312", 16, BODY_PITCH, "both", 200),
    ("公文正文", "仿宋_GB2312", 16, BODY_PITCH, "both", 200),
    ("公文末段", "仿宋_GB2312", 16, BODY_PITCH, "both", 200),
    ("公文署名", "仿宋_GB2312", 16, BODY_PITCH, "right", 0),
    ("公文成文日期", "仿宋_GB2312", 16, BODY_PITCH, "right", 0),
    ("公文页码", "宋体", 14, 280, "right", 0),
    ("公文页码双", "宋体", 14, 280, "left", 0),
]


@pytest.mark.parametrize(("name", "face", "size", "pitch", "alignment", "indent"), FACES)
def test_each_style_has_the_face_size_and_pitch_of_the_standard(
    name: str, face: str, size: int, pitch: int, alignment: str, indent: int
) -> None:
    style = TEMPLATE.resolved(name)
    assert style["r.rFonts.eastAsia"] == face
    assert style["r.sz.val"] == str(2 * size), "w:sz counts half points"
    assert (style["p.spacing.line"], style["p.spacing.lineRule"]) == (str(pitch), "exact")
    assert style["p.jc.val"] == alignment
    assert style.get("p.ind.firstLineChars", "0") == str(indent)
    assert "r.b.val" not in style, "the face alone marks a level, nothing is bold"


def test_two_characters_of_indent_are_two_body_pitches() -> None:
    """Word counts `firstLineChars`, LibreOffice reads the twips: 2 × (16 pt − 0.25 pt) = 31.5 pt."""
    body = TEMPLATE.resolved("公文正文")
    glyph, squeeze = Decimal(body["r.sz.val"]) / 2, Decimal(body["r.spacing.val"]) / 20
    assert squeeze == Decimal("-0.25")
    assert Decimal(body["p.ind.firstLine"]) / 20 == 2 * (glyph + squeeze)


def test_digits_are_times_new_roman_and_quotation_marks_are_chinese() -> None:
    """Without the hint Word takes “” — …… from Times New Roman, half as wide as the hanzi's."""
    faces = {
        "公文标题": "方正小标宋简体",
        **dict.fromkeys(("公文正文", "公文一级标题", "公文四级标题"), "Times New Roman"),
    }
    for name, face in faces.items():
        style = TEMPLATE.resolved(name)
        assert style["r.rFonts.ascii"] == style["r.rFonts.hAnsi"] == face, "those of titles are as heavy as their hanzi"
        assert style["r.rFonts.hint"] == "eastAsia"
    assert TEMPLATE.resolved("公文页码")["r.rFonts.ascii"] == "宋体", "半角宋体, GB/T 9704 §7.5"


def test_lines_may_fill_the_page() -> None:
    body = TEMPLATE.resolved("公文正文")
    off = ("widowControl", "autoSpaceDE", "autoSpaceDN", "snapToGrid")
    assert {tag: body[f"p.{tag}.val"] for tag in off} == dict.fromkeys(off, "0")
    assert body["p.kinsoku.val"] == "1"


def test_no_mark_hangs_beyond_the_end_of_a_line() -> None:
    """As in the PDF: a mark that finds no room begins the next line with the character before it.

    Left unsaid, Word and WPS let marks hang. LibreOffice 7.4 reads this property the other way round.
    """
    assert TEMPLATE.resolved("公文正文")["p.overflowPunct.val"] == "0"


def test_headings_carry_outline_levels_and_stay_with_their_text() -> None:
    for level, digit in enumerate("一二三四"):
        heading = TEMPLATE.resolved(f"公文{digit}级标题")
        assert heading["p.outlineLvl.val"] == str(level)
        assert heading["p.keepNext.val"] == "1"
    assert "p.outlineLvl.val" not in TEMPLATE.resolved("公文正文")


def test_the_signature_is_a_line_below_and_never_alone_on_a_page() -> None:
    author, date = TEMPLATE.resolved("公文署名"), TEMPLATE.resolved("公文成文日期")
    assert author["p.spacing.before"] == str(BODY_PITCH)
    assert (author["p.ind.rightChars"], author["p.ind.right"]) == ("200", "630")
    assert TEMPLATE.resolved("公文末段")["p.keepNext.val"] == author["p.keepNext.val"] == "1"
    assert (date["p.keepNext.val"], date["p.spacing.before"]) == ("0", "0")


def test_words_own_contents_styles_look_like_ours() -> None:
    """When a reader updates the table of contents Word sets its entries in `toc 1` … of its own accord."""
    for level, digit in enumerate("一二三", start=1):
        assert TEMPLATE.resolved(f"toc {level}") == TEMPLATE.resolved(f"公文目录{digit}级")


# page, settings, frame


def test_the_page_is_a4_with_room_for_22_lines() -> None:
    section = TEMPLATE.part("word/document.xml").find(f".//{W}sectPr")
    assert section is not None
    size, margin = attributes(section.find(f"{W}pgSz")), attributes(section.find(f"{W}pgMar"))
    assert (size["w"], size["h"]) == ("11906", "16838")
    assert [margin[side] for side in ("top", "left", "right", "bottom")] == ["2098", "1587", "1474", "1984"]
    height = int(size["h"]) - int(margin["top"]) - int(margin["bottom"])
    assert 22 * BODY_PITCH <= height < 23 * BODY_PITCH
    assert section.find(f"{W}docGrid") is None, "LibreOffice gives a hanzi two cells of a character grid"
    assert section.find(f"{W}titlePg") is None, "the first page is numbered like the others"


def test_the_settings_keep_word_from_surprises() -> None:
    settings = TEMPLATE.part("word/settings.xml")
    assert settings.find(f"{W}evenAndOddHeaders") is not None
    assert value(settings, "characterSpacingControl") == "compressPunctuation"
    assert settings.find(f"{W}updateFields") is None, "it would make Word ask a question at every opening"
    modes = {item.get(f"{W}name"): item.get(f"{W}val") for item in settings.iter(f"{W}compatSetting")}
    assert modes["compatibilityMode"] == "15"
    assert attributes(settings.find(f"{W}themeFontLang"))["eastAsia"] == "zh-CN"


def test_the_body_is_the_frame_that_staff_edit() -> None:
    assert [(style, words(paragraph)) for style, paragraph in TEMPLATE.paragraphs()] == [
        ("公文标题", "{{ 标题 }}"),
        ("公文主送机关", "{%p if 主送机关 %}"),
        ("公文主送机关", "{{ 主送机关 }}"),
        ("公文主送机关", "{%p endif %}"),
        ("公文正文", "{{p 正文 }}"),
        ("公文署名", "{{p 落款 }}"),
        ("公文正文", "{{p 附件 }}"),
    ]


@pytest.mark.parametrize(("kind", "style"), [("default", "GWPageNumber"), ("even", "GWPageNumberEven")])
def test_odd_and_even_footers_hold_a_real_page_field(kind: str, style: str) -> None:
    footer = TEMPLATE.footer(kind)
    assert value(footer.find(f".//{W}pPr"), "pStyle") == style
    field = [item.get(f"{W}fldCharType") for item in footer.iter(f"{W}fldChar")]
    assert (field, footer.findtext(f".//{W}instrText")) == (["begin", "separate", "end"], " PAGE ")
    assert re.fullmatch(r"— \d —", words(footer))
