"""A letter with 版头 and 版记 (GB/T 9704-2012 §7.2–7.4): what it says, and how its Word template says it."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from tests.support.letter import LONG_NAME, MARKED, NO_COPIES, PACK, UNSIGNED, letter
from tests.support.made import lines_of

from reportgen.model.frame import LETTERHEAD, FrameIf, FrameLine, FrameRow, FrameTable, Slot, Span
from reportgen.model.look import Rule
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text
from reportgen.word.template import Template, read_template

TEMPLATE = PACK / "template.docx"


def lines(text: str) -> list[str]:
    """The paragraphs of a letter, tabs as one blank."""
    return [line.replace("\t", " ") for line in lines_of(check_text(text, "公文.yaml"))]


# what it says


def test_the_elements_stand_in_the_order_of_the_standard() -> None:
    said = lines(letter(*MARKED))
    assert said[:7] == [
        "000012",
        "秘密★1年",
        "特急",
        "某市科学技术协会文件",
        "某科协〔2025〕12号 签发人：李华",
        "某市科学技术协会关于报送2024年度项目支出绩效自评情况的报告",
        "某市财政局：",
    ]
    assert said[8] == "一、自评组织情况"
    assert said[-6:] == [
        "特此报告。",
        "某市科学技术协会",
        "2025年3月20日",
        "（联系人：计划财务部王芳）",
        "抄送：某市审计局，某市人民代表大会常务委员会预算工作委员会。",
        "某市科学技术协会办公室 2025年3月21日印发",
    ]


def test_a_letter_that_is_not_signed_by_name_has_its_number_alone() -> None:
    assert lines(letter(UNSIGNED))[1] == "某科协〔2025〕12号"


def test_the_copies_end_with_one_full_stop_however_they_are_typed() -> None:
    typed = ("预算工作委员会\n印发", "预算工作委员会。\n印发")
    assert lines(letter(typed)) == lines(letter())
    assert not [line for line in lines(letter(NO_COPIES)) if line.startswith("抄送")]


def test_without_a_printing_office_there_is_no_imprint() -> None:
    said = lines(letter(("\n印发机关: 某市科学技术协会办公室", ""), ("\n印发日期: 2025年3月21日", "")))
    assert said[-1] == "（联系人：计划财务部王芳）"


def test_an_annex_is_named_below_the_body_and_stands_before_the_imprint() -> None:
    said = lines(letter(annex=True))
    assert said[said.index("特此报告。") + 1] == "附件：项目支出绩效自评表"
    assert said.index("附件") < said.index("某市科学技术协会办公室 2025年3月21日印发") == len(said) - 1


def test_an_annex_made_elsewhere_is_named_too() -> None:
    said = lines(letter(("附注:", "附件说明: 自评工作底稿\n附注:")))
    below = said.index("特此报告。") + 1
    assert said[below : below + 2] == ["附件：自评工作底稿", "某市科学技术协会"]


def test_several_annexes_made_elsewhere_are_numbered_one_a_line() -> None:
    several = "附件说明: |\n  门诊业务量统计表\n  住院病人满意度调查报告\n附注:"
    said = lines(letter(("附注:", several)))
    below = said.index("特此报告。") + 1
    listed = ["附件：1. 门诊业务量统计表", "2. 住院病人满意度调查报告", "某市科学技术协会"]
    assert said[below : below + 3] == listed, "once, and not by the template's own line as well"


@pytest.mark.parametrize("annex", [True, False], ids=["with its annex", "alone"])
def test_both_outputs_say_what_the_document_says(annex: bool) -> None:
    built = build(check_text(letter(*MARKED, LONG_NAME, annex=annex), "公文.yaml"), ("docx", "pdf"))
    assert list(built.report) == []
    assert set(built.outputs) == {"docx", "pdf"}


# how the template says it


@pytest.fixture(scope="module")
def template() -> Template:
    read, found = read_template(TEMPLATE)
    assert found == [], "borders, tabs, two fonts in a line and the tables are taken over"
    return read


def test_the_marks_stand_in_a_room_of_fixed_height(template: Template) -> None:
    """However many of them there are, the letterhead begins at the same height."""
    room = template.frame.items[0]
    assert isinstance(room, FrameTable)
    (row,) = room.items
    assert isinstance(row, FrameRow)
    assert row.height == pytest.approx(35 * 72 / 25.4, abs=8)
    assert [item.name for item in row.items if isinstance(item, FrameIf)] == ["份号", "密级", "紧急程度"]
    assert (room.above, room.below, room.at_foot) == (None, None, False)


def test_the_imprint_is_a_table_at_the_foot_between_three_rules(template: Template) -> None:
    (imprint,) = (item for item in template.frame.walk() if isinstance(item, FrameTable) and item.at_foot)
    assert (imprint.above, imprint.between, imprint.below) == (Rule(1.0), Rule(0.75), Rule(1.0)), "0.35 and 0.25 mm"
    copies, printed = imprint.items
    assert isinstance(copies, FrameIf)
    assert copies.name == "抄送"
    assert isinstance(printed, FrameRow)


def test_the_number_has_two_forms(template: Template) -> None:
    (signed,) = (item for item in template.frame.walk() if isinstance(item, FrameIf) and item.name == "签发人")
    (beside,), (alone,) = signed.items, signed.otherwise
    assert isinstance(beside, FrameLine)
    assert isinstance(alone, FrameLine)
    assert alone.parts == (Slot("发文字号"),)
    name = beside.parts[-1]
    assert isinstance(name, Span), "the name is set in 楷体, its label in 仿宋"
    assert (name.parts, name.style.east_asian_font) == ((Slot("签发人"),), "楷体_GB2312")
    assert beside.style.east_asian_font == "仿宋_GB2312"


def test_the_red_rule_is_the_border_of_a_paragraph(template: Template) -> None:
    (rule,) = (item.style for item in template.frame.walk() if isinstance(item, FrameLine) and item.style.rule_above)
    assert rule.rule_above == Rule(1.5, "FF0000")
    assert template.looks.styles[LETTERHEAD].color == "FF0000"


def test_a_letterhead_is_set_smaller_until_it_finds_room(template: Template) -> None:
    style, room = template.looks.styles[LETTERHEAD], 442.2
    assert style.fitted(10, room) == style, "ten characters fill the line"
    small = style.fitted(15, room)
    assert small.size < style.size
    assert 15 * small.character - small.letter_spacing <= room < 15 * (small.character + 0.5)


# a template that was changed


def rewritten(folder: Path, change: Callable[[str], str]) -> Path:
    """The template with its body changed."""
    stream = BytesIO()
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part.decode()).encode() if name == "word/document.xml" else part)
    path = folder / "template.docx"
    path.write_bytes(stream.getvalue())
    return path


TOP = '<w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/>'
WORD_ONLY = [
    ("rules of two lines", TOP, TOP.replace("single", "double")),
    ("a table at the head of the page", 'w:tblpYSpec="bottom"', 'w:tblpYSpec="top"'),
    (
        "a box around a paragraph",
        '(<w:pStyle w:val="GWRedRule"/>)',
        rf"\1<w:pBdr>{TOP.replace('w:top', 'w:left')}</w:pBdr>",
    ),
]


@pytest.mark.parametrize(("old", "new"), [pair[1:] for pair in WORD_ONLY], ids=[pair[0] for pair in WORD_ONLY])
def test_what_only_word_can_show_is_still_said(old: str, new: str, tmp_path: Path) -> None:
    _read, found = read_template(rewritten(tmp_path, lambda xml: re.sub(old, new, xml, count=1, flags=re.DOTALL)))
    assert {finding.code for finding in found} == {"PCK005"}


def test_an_else_without_its_if_is_named(tmp_path: Path) -> None:
    _read, found = read_template(rewritten(tmp_path, lambda xml: xml.replace("{%p if 签发人 %}", "（上行文）")))
    assert [(finding.code, finding.label) for finding in found] == [
        ("PCK003", "{%p else %} 前面没有 {%p if %}"),
        ("PCK003", "{%p endif %} 前面没有 {%p if %}"),
    ]


def test_a_tag_in_two_fonts_is_read_in_the_first(tmp_path: Path) -> None:
    torn = "{{ 签</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>发人 }}"
    read, found = read_template(rewritten(tmp_path, lambda xml: xml.replace("{{ 签发人 }}", torn)))
    assert [finding.code for finding in found] == ["PCK005"]
    assert "几种字体" in found[0].label
    pieces = [piece for item in read.frame.walk() if isinstance(item, FrameLine) for piece in item.pieces()]
    assert Slot("签发人") in pieces
