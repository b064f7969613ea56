"""What Typst refuses, or passes over in silence, is shown all the same and said with its place."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from tests.support.edited import Edited, after_title, p, picture, png
from tests.support.edited import table as edited_table
from tests.support.example import changed
from tests.support.grids import MOMENT, cell, paragraph, printed, rows, table, template
from tests.support.pages import page_lines, pages_text
from tests.support.sheet import MM
from tests.support.verapdf import breaches

from reportgen.errors import EnvironmentProblem, InternalProblem
from reportgen.model.document import Block
from reportgen.model.engine import Engine
from reportgen.model.table import Cell, CellRole
from reportgen.pdf import read_pages
from reportgen.pipeline.build import Built, build
from reportgen.pipeline.check import check_text
from reportgen.record import replace
from reportgen.render.typst import compiler, fonts
from reportgen.render.typst.compiler import Sources
from reportgen.render.typst.document import dated, document_json
from reportgen.render.typst.marks import SIGNS
from reportgen.render.typst.pictures import Pictures
from reportgen.render.typst.styles import Json, Styles
from reportgen.render.typst.writer import render_typst
from reportgen.world import fonts_folder


def made(text: str) -> Built:
    return build(check_text(text, "报告.yaml"), ("pdf",), engine=Engine.TYPST)


def sheet(*blocks: Block) -> bytes:
    return printed(*blocks, engine=Engine.TYPST).pdf


def spelt_out(*blocks: Block) -> Json:
    """Blocks as the template is given them."""
    document, frame, looks = printed(*blocks).document, template().frame, template().looks
    styles = Styles(fonts.known_families(None))
    return document_json(document, frame, looks, styles, Pictures()) | {"date": dated(MOMENT)}


def test_a_title_and_a_heading_as_long_as_a_book_are_printed() -> None:
    """A PDF for archives takes no string of more than 32,767 bytes; its title and its bookmarks are cut, no page is."""
    text = changed(
        ("年度: 2024\n", f"年度: 2024\n标题: {'某市水务局' * 4000}报告\n"), ("活动计划不够周密", "活动计划" * 5000)
    )
    assert "pdf" in made(text).outputs


# signs


def test_a_character_that_no_font_has_is_a_box_and_named_where_it_stands() -> None:
    text = changed(("按照市财政局的通知要求", "按照某市水务局😀的通知要求"))
    built = made(text)
    (found,) = built.report
    assert (found.code, found.place.line) == ("VER002", text[: text.index("😀")].count("\n") + 1)
    assert "某市水务局😀的通知要求" in "".join("".join(pages_text(built.outputs["pdf"])).split())
    assert breaches(built.outputs["pdf"], "PDF/UA-1") == []


@pytest.mark.parametrize(
    "words", ["区教育局😀🎉", "样板镇卫生院🎉、😀", "某县人民法院\ue000和😀", "水务局😀\ue001\ue000"]
)
def test_the_text_stays_whole_where_several_characters_have_no_glyph(words: str) -> None:
    """All are boxes, and each is copied as what it is."""
    built = made(changed(("按照市财政局的通知要求", f"按照{words}的通知要求")))
    assert {found.code for found in built.report} == {"VER002"}
    assert words in "".join("".join(pages_text(built.outputs["pdf"])).split())


def test_a_character_of_a_file_name_is_not_missed() -> None:
    text = changed(("按照市财政局的通知要求", "按照示例县水务局😀的通知要求"))
    built = build(check_text(text, "水务🎉.yaml"), ("pdf",), engine=Engine.TYPST)
    assert [found.label[:3] for found in built.report] == ["「😀」"]


def test_a_file_with_private_characters_does_not_claim_to_be_for_archives() -> None:
    """What such a character says is nowhere told."""
    built = made(changed(("按照市财政局的通知要求", "按照某县人民法院\ue000的通知要求😀")))
    told = {found.label: (found.code, found.notes) for found in built.report}
    note = "这是自造字（Unicode 私用区的字），有它的 PDF 不标明是 PDF/A，不能存档"
    assert told == {"「\ue000」 U+E000": ("VER002", (note,)), "「😀」 U+1F600": ("VER002", ())}
    assert b"pdfaid" not in built.outputs["pdf"]


def test_a_missing_character_that_is_not_private_leaves_the_file_fit_for_archives() -> None:
    built = made(changed(("按照市财政局的通知要求", "按照示例县第二中学😀的通知要求")))
    assert [found.notes for found in built.report] == [()]
    assert breaches(built.outputs["pdf"], "PDF/A-2a") == []


@pytest.mark.parametrize("sign", sorted(SIGNS), ids=lambda sign: f"U+{ord(sign):X}")
def test_a_sign_of_the_template_in_the_content_is_not_lost_in_silence(sign: str) -> None:
    built = made(changed(("按照市财政局的通知要求", f"按照样板镇{sign}中心学校的通知要求")))
    assert "VER001" in {found.code for found in built.report}


def test_markup_of_typst_is_text() -> None:
    words = "#panic()*粗*_斜_`码`$x$@引<标>//注\\u{41}#include"
    assert words in "".join("".join(pages_text(sheet(paragraph(words)))).split())


@pytest.mark.parametrize("words", ["“示例”，《县院》。" * 300, "水务局，" * 1500, "x" * 1500 + "，" + "9" * 900])
def test_a_paragraph_or_cell_may_have_any_number_of_signs(words: str) -> None:
    """Some hundred were too many when a show rule stood for each."""
    for block in (paragraph(words), table(cell(1, 0, ""), cell(1, 1, words), cell(1, 2, ""))):
        assert "".join("".join(pages_text(sheet(block))).split()).count(words[0]) >= words.count(words[0])


# fonts


def test_a_file_in_the_fonts_folder_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "坏的.ttf").write_bytes(b"no font")
    document = printed(paragraph("甲")).document
    with pytest.raises(EnvironmentProblem, match=r"坏的\.ttf"):
        render_typst(document, template().frame, template().looks, MOMENT, tmp_path)


def test_a_font_that_must_not_be_embedded_is_named(tmp_path: Path) -> None:
    """Many that are sold say so; Typst keeps to it."""
    font = TTFont(fonts_folder() / "GWFangSong.ttf")
    font["OS/2"].fsType = 2
    for record in font["name"].names:
        record.string = "仿宋_GB2312" if record.nameID in {1, 4, 16} else record.string
    font.save(tmp_path / "院里买的.ttf")
    document = printed(paragraph("示例县人民医院")).document
    with pytest.raises(EnvironmentProblem, match=r"院里买的\.ttf 不能嵌入 PDF"):
        render_typst(document, template().frame, template().looks, MOMENT, tmp_path)


def test_a_bundled_font_that_is_gone_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "fonts_folder", lambda: tmp_path)
    with pytest.raises(EnvironmentProblem, match=r"GW.*\.ttf"):
        fonts.usual_fonts.__wrapped__(None)


# pictures

DAMAGED = png()[:41] + b"\0" * (len(png()) - 53) + png()[-12:]
"""It begins and ends as a picture does (else it would be PCK005), and what stands between is none."""


def test_a_broken_picture_is_a_crossed_box_and_named_where_the_template_has_it(tmp_path: Path) -> None:
    edited = Edited(after_title(p(picture("logo"))), media={"logo.png": DAMAGED})
    built = edited.built(tmp_path, ("pdf",), Engine.TYPST)
    (found,) = built.report
    assert (found.code, found.place.spot.words) == ("VER005", "第 2 段")
    assert breaches(built.outputs["pdf"], "PDF/A-2a") == []


def test_a_picture_in_printers_colours_is_shown_in_those_of_screens(tmp_path: Path) -> None:
    stream = BytesIO()
    Image.new("CMYK", (40, 20), (0, 255, 255, 0)).save(stream, "JPEG")
    edited = Edited(after_title(p(picture("logo"))), media={"logo.png": stream.getvalue()})
    built = edited.built(tmp_path, ("pdf",), Engine.TYPST)
    assert not built.report
    assert breaches(built.outputs["pdf"], "PDF/A-2a") == []


# room


@pytest.mark.parametrize("words", ["Wxyz" * 20, "≥15000000000000000000", "https://example.org/" + "path-" * 9])
def test_a_long_word_stays_in_its_cell(words: str) -> None:
    """The first column is 30 mm wide."""
    pdf = sheet(table(cell(1, 0, words), cell(1, 1, "示例县人民医院"), cell(1, 2, "")))
    glyphs = [glyph for line in page_lines(pdf)[0] for glyph in line.glyphs if glyph.text.isascii()]
    assert max(glyph.right for glyph in glyphs if glyph.left < 58 * MM) <= 58 * MM
    assert words in "".join("".join(pages_text(pdf)).split()).replace("示例县人民医院", "")


TALL = "示例县人民医院购置设备。" * 150
"""More than a page in a narrow column."""


def within_the_paper(pdf: bytes) -> bool:
    return all(0 < glyph.base < page.height for page in read_pages(pdf, "甲.pdf") for glyph in page.glyphs)


@pytest.mark.parametrize(
    "cells",
    [
        (cell(1, 0, TALL, rows=2), cell(1, 1, "甲"), cell(1, 2, ""), cell(2, 1, "乙"), cell(2, 2, "")),
        (cell(1, 0, TALL), cell(1, 1, "甲"), cell(1, 2, "")),
    ],
    ids=["merged cell", "row"],
)
def test_what_is_higher_than_a_page_goes_on_on_the_next(cells: tuple[Cell, ...]) -> None:
    pdf = sheet(table(*cells))
    assert within_the_paper(pdf)
    assert TALL in "".join("".join(pages_text(pdf)).split()).translate(
        dict.fromkeys(map(ord, "一三级指标值—0123456789甲乙"))
    )


def test_heads_of_columns_that_are_higher_than_a_page_stand_above_the_rows_once() -> None:
    heads = tuple(cell(0, column, words, CellRole.HEAD) for column, words in enumerate((TALL, "乙", "丙")))
    pdf = sheet(replace(table(*rows(2)), cells=(*heads, *rows(2))))
    assert within_the_paper(pdf)
    assert "".join(pages_text(pdf)).count("购") == TALL.count("购")


@pytest.mark.parametrize("columns", [1, 2])
def test_a_table_of_the_template_that_is_higher_than_a_page_goes_on_on_the_next(columns: int, tmp_path: Path) -> None:
    edited = Edited(after_title(edited_table(("校舍维修", TALL)[-columns:])))
    built = edited.built(tmp_path, ("pdf",), Engine.TYPST)
    assert within_the_paper(built.outputs["pdf"])
    assert not built.report


def test_a_table_of_the_template_that_is_wider_than_the_paper_is_named(engine: Engine, tmp_path: Path) -> None:
    wide = edited_table(("办公费", "维修费", "培训费", "印刷费"), ("1.20", "2.30", "3.40", "4.56"))
    broad = wide.replace('w:w="2200"', 'w:w="3600"')
    built = Edited(after_title(broad)).built(tmp_path, ("pdf",), engine)
    (found,) = [each for each in built.report if each.code == "VER006"]
    assert found.label == "「印刷费4.56」"
    assert found.place.spot.words
    assert "VER006" not in {
        each.code for each in Edited(after_title(wide)).built(tmp_path / "2", ("pdf",), engine).report
    }


# refusals


def test_what_nobody_foresaw_is_told_with_its_place_and_typsts_words_behind_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    blocks = paragraph("甲"), table(cell(1, 0, "乙"), cell(1, 1, ""), cell(1, 2, ""))
    broken = compiler._template().replace(b"#let grid(t) = {", b"#let grid(t) = { panic()")
    monkeypatch.setattr(compiler, "_template", lambda: broken)
    document = printed(*blocks).document
    with pytest.raises(InternalProblem, match="PDF 没有排出来") as caught:
        render_typst(document, template().frame, template().looks, MOMENT)
    assert "panic" not in str(caught.value)


def test_the_compiler_reads_no_other_file() -> None:
    made = spelt_out(paragraph("甲"))
    made["sections"][0]["items"].append(
        {"kind": "chart", "file": "/etc/hostname", "spoken": "", "style": 0, "place": ""}
    )
    with pytest.raises(compiler.CompilerError):
        compiler.compiled(made, Sources({}))


def test_equal_documents_are_equal_files() -> None:
    assert sheet(paragraph("甲，“乙”。")) == sheet(paragraph("甲，“乙”。"))
