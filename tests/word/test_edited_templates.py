"""What staff put into a template with Word or WPS stands in both outputs, or is called by its name.

`build` reads both files back: an empty report says that they agree.
"""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from tests.support.edited import DECLARED, Edited, after_title, at, box, field_of, p, picture, png, run, table
from tests.support.example import changed
from tests.support.pages import page_lines
from tests.support.shell import Shell
from tests.support.word import audit

from reportgen.errors import UsageProblem
from reportgen.model.engine import Engine
from reportgen.pipeline.build import Built

HOSPITAL, SCHOOL, COURT, WATER = "示例县人民医院", "样板镇中心学校", "示例县人民法院", "某市水务局"


def of(unit: str) -> str:
    """The example of another trade's unit."""
    return changed(("单位: 某市科技馆", f"单位: {unit}"))


def pages(built: Built) -> list[list[str]]:
    """The lines of every page of the PDF."""
    return [[line.text for line in page] for page in page_lines(built.outputs["pdf"])]


def good(built: Built, folder: Path) -> list[list[str]]:
    """The pages of a build without a remark, whose Word file is sound."""
    assert [(each.code, each.label, str(each.place)) for each in built.report] == []
    path = folder / "好.docx"
    path.write_bytes(built.outputs["docx"])
    assert audit(path) == []
    return pages(built)


# headers and footers


def test_a_field_in_the_header_stands_on_every_page(tmp_path: Path, engine: Engine) -> None:
    shown = good(
        Edited(headers={"default": p("{{ 单位 }}"), "even": p("{{ 单位 }}")}, content=of(HOSPITAL)).built(
            tmp_path, engine=engine
        ),
        tmp_path,
    )
    assert len(shown) > 2
    assert {page[0] for page in shown} == {HOSPITAL}


def test_odd_even_and_first_pages_have_headers_of_their_own(tmp_path: Path, engine: Engine) -> None:
    headers = {"default": p("{{ 年度 }}年度"), "even": p("{{ 单位 }}"), "first": p("封面")}
    shown = good(
        Edited(headers=headers, footers={"first": p("")}, content=of(SCHOOL)).built(tmp_path, engine=engine), tmp_path
    )
    assert [page[0] for page in shown[:3]] == ["封面", SCHOOL, "2024年度"]
    assert shown[1][-1] == "— 2 —"


def test_a_second_line_of_the_footer_and_the_number_of_pages(tmp_path: Path, engine: Engine) -> None:
    line = "<w:r><w:t>第</w:t></w:r>" + field_of("PAGE") + run("页，共") + field_of("NUMPAGES") + run("页")
    footer = p("{{ 单位 }}编制") + p(line, '<w:jc w:val="center"/>')
    shown = good(
        Edited(footers={"default": footer, "even": footer}, content=of(COURT)).built(tmp_path, engine=engine), tmp_path
    )
    assert [page[-2:] for page in shown] == [
        [f"{COURT}编制", f"第{number}页，共{len(shown)}页"] for number in range(1, len(shown) + 1)
    ]


def test_a_header_in_three_parts_as_word_makes_it(tmp_path: Path, engine: Engine) -> None:
    stops = '<w:tabs><w:tab w:val="center" w:pos="4422"/><w:tab w:val="right" w:pos="8844"/></w:tabs>'
    built = Edited(headers={"default": p(run("{{ 单位 }}\t内部资料\t{{ 年度 }}"), stops)}, content=of(WATER)).built(
        tmp_path, engine=engine
    )
    good(built, tmp_path)
    (line,) = [line for line in page_lines(built.outputs["pdf"])[0] if "内部资料" in line.text]
    left, right = 79.35, 595.3 - 73.7
    middle = [glyph for glyph in line.glyphs if glyph.text in "内部资料"]
    assert line.left == pytest.approx(left, abs=0.5)
    assert line.right == pytest.approx(right, abs=0.5)
    assert (middle[0].left + middle[-1].right) / 2 == pytest.approx((left + right) / 2, abs=1.5)


def test_words_of_a_header_that_the_title_says_too_are_taken_from_the_header(tmp_path: Path) -> None:
    header = table(("{{ 单位 }}", "", "{{ 年度 }}年度")) + p("")
    edited = Edited(headers={"default": header, "even": header}, content=of(WATER))
    shown = good(edited.built(tmp_path), tmp_path)
    assert {page[0] for page in shown} == {f"{WATER}2024年度"}


def test_a_condition_in_the_header(tmp_path: Path, engine: Engine) -> None:
    header = p("{%p if 主送机关 %}") + p("报：{{ 主送机关 }}") + p("{%p else %}") + p("内部") + p("{%p endif %}")
    shown = good(Edited(headers={"default": header, "even": header}).built(tmp_path, engine=engine), tmp_path)
    assert shown[0][0] == "报：某市财政局："


def test_a_header_lies_along_the_long_edge_of_an_across_page(tmp_path: Path, engine: Engine) -> None:
    pack = Path(__file__).parents[2] / "templates" / "project-targets"
    example = (pack / "example.yaml").read_text(encoding="utf-8")
    built = Edited(headers={"default": p("{{ 单位 }}编印")}, content=example, pack=pack).built(tmp_path, engine=engine)
    assert list(built.report) == []
    assert pages(built)[0][0] == "某市科学技术协会编印"


def test_figures_and_grades_stand_in_a_header_and_in_a_table(tmp_path: Path, engine: Engine) -> None:
    header = p("批复{{ 预算.批复 }}，得分{{ 评价.得分 }}")
    edited = Edited(after_title(table(("等级", "{{ 评价.等级 }}"))), {"default": header, "even": header})
    shown = good(edited.built(tmp_path, engine=engine), tmp_path)
    assert {page[0] for page in shown} == {"批复320.00万元，得分95.66分"}
    assert "等级优" in shown[0]


# tables, controls, lines


def test_a_table_of_several_columns_with_merged_cells(tmp_path: Path, engine: Engine) -> None:
    merged = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("编制") + "</w:tc>"
    rest = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("{{ 单位 }}") + "</w:tc>"
    made = table((merged, "单位", "{{ 单位 }}"), (rest, "年度", "{{ 年度 }}"), ("报送", wide))
    shown = good(Edited(after_title(made), content=of(WATER)).built(tmp_path, engine=engine), tmp_path)[0]
    assert {f"编制单位{WATER}", "年度2024", f"报送{WATER}"} <= set(shown)
    good(
        Edited(after_title(made), content=of(HOSPITAL)).built(tmp_path / "long", engine=engine), tmp_path
    )  # cells of two lines


def test_the_rules_of_a_table_style_are_drawn(tmp_path: Path) -> None:
    """Word puts them into the style 网格型, not into the table."""
    side = "".join(f'<w:{name} w:val="single" w:sz="8" w:color="0000FF"/>' for name in ("top", "bottom", "insideV"))
    made = table(("甲", "乙"), style=f"<w:tblBorders>{side}</w:tblBorders>")
    html = Edited(after_title(made)).built(tmp_path, ("html",)).outputs["html"].decode()
    assert html.count("border-top: 1pt solid #0000FF") == 2
    assert html.count("border-right: 1pt solid #0000FF") == 1, "between the cells, not at the edge"


def test_a_content_control_is_filled_and_does_not_go_into_the_document(tmp_path: Path, engine: Engine) -> None:
    control = (
        f'<w:sdt><w:sdtPr><w:alias w:val="单位"/></w:sdtPr><w:sdtContent>{p("填报：{{ 单位 }}")}</w:sdtContent></w:sdt>'
    )
    inline = p(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('{{ 年度 }}年')}</w:sdtContent></w:sdt>")
    built = Edited(after_title(control + inline), content=of(SCHOOL)).built(tmp_path, engine=engine)
    shown = good(built, tmp_path)[0]
    assert {f"填报：{SCHOOL}", "2024年"} <= set(shown)


def test_forced_breaks_part_lines(tmp_path: Path, engine: Engine) -> None:
    shown = good(
        Edited(after_title(p(run("{{ 单位 }}\n{{ 年度 }}年\n（送审稿）")))).built(tmp_path, engine=engine), tmp_path
    )[0]
    at_ = shown.index("某市科技馆")
    assert shown[at_ : at_ + 3] == ["某市科技馆", "2024年", "（送审稿）"]


@pytest.mark.parametrize(
    ("stops", "begins"),
    [
        ("", 79.35 + 5 * 31.5),
        ('<w:tabs><w:tab w:val="left" w:pos="5000"/></w:tabs>', 79.35 + 250),
        ('<w:tabs><w:tab w:val="right" w:pos="8844"/></w:tabs>', 79.35 + 442.2 - 4 * 16),
    ],
    ids=["the template's own distance", "a stop", "flush right"],
)
def test_a_tab_leads_to_its_stop(stops: str, begins: float, tmp_path: Path, engine: Engine) -> None:
    built = Edited(after_title(p(run("填报单位：某某局\t年度：24"), stops))).built(tmp_path, engine=engine)
    good(built, tmp_path)
    (line,) = [line for line in page_lines(built.outputs["pdf"])[0] if line.text.startswith("填报单位")]
    year = next(glyph for glyph in line.glyphs if glyph.text == "年")
    assert year.left == pytest.approx(begins, abs=0.5)


def test_a_title_of_ones_own_with_a_break_and_a_tab(tmp_path: Path, engine: Engine) -> None:
    title = run("{{ 单位 }}\n{{ 年度 }}年\t报告")
    shown = good(Edited(lambda xml: xml.replace(_TITLE_RUN, title)).built(tmp_path, engine=engine), tmp_path)
    assert shown[0][:2] == ["某市科技馆", "2024年报告"]


_TITLE_RUN = "<w:r><w:t>{{ 标题 }}</w:t></w:r>"


def test_a_box_in_the_language_of_old_words(tmp_path: Path, engine: Engine) -> None:
    words = f"<w:txbxContent>{p('内部资料')}</w:txbxContent>"
    old = (
        f'<w:r><w:pict><v:shape style="width:100pt;height:30pt"><v:textbox>{words}</v:textbox></v:shape></w:pict></w:r>'
    )
    built = Edited(after_title(p(old)), content=of(SCHOOL)).built(tmp_path, engine=engine)
    assert list(built.report) == []
    assert "内部资料" in pages(built)[0]


def test_a_browser_shows_no_headers(tmp_path: Path) -> None:
    html = Edited(headers={"default": p("{{ 单位 }}")}).built(tmp_path, ("html",)).outputs["html"].decode()
    assert "@media screen { div.edge { display: none } }" in html


def test_what_follows_a_page_break_begins_a_page(tmp_path: Path, engine: Engine) -> None:
    cover = p("{{ 单位 }}编") + p('<w:r><w:br w:type="page"/></w:r>')
    shown = good(
        Edited(lambda xml: xml.replace("<w:body>", f"<w:body>{cover}", 1)).built(tmp_path, engine=engine), tmp_path
    )
    assert shown[0][0] == "某市科技馆编"
    assert shown[1][0].startswith("某市科技馆2024年度")


def test_a_page_break_within_a_paragraph_parts_it(tmp_path: Path) -> None:
    """As older Words write it, and WPS where words stand on both sides."""
    words = p(run("{{ 单位 }}编") + '<w:r><w:br w:type="page"/></w:r>' + run("（以下为正文）"))
    shown = good(Edited(after_title(words), content=of(WATER)).built(tmp_path), tmp_path)
    assert shown[0][:2] == [f"{WATER}2024年度本单位的报告", f"{WATER}编"]
    assert shown[1][0] == "（以下为正文）"


@pytest.mark.parametrize(
    "short",
    [p(box(p("{{ 年度 }}"))), p(box(p("2024"), anchor=at(("column", 300), ("paragraph", 0))) + run("编制"))],
    ids=["in its line", "beside a line"],
)
def test_words_of_a_box_that_stand_elsewhere_too_are_taken_from_the_box(short: str, tmp_path: Path) -> None:
    good(Edited(after_title(short), content=of(SCHOOL)).built(tmp_path), tmp_path)


def test_a_table_in_a_box_is_filled(tmp_path: Path) -> None:
    made = p(box(table(("填报", "{{ 年度 }}")) + p(""), 200, 80))
    assert "填报2024" in good(Edited(after_title(made), content=of(COURT)).built(tmp_path), tmp_path)[0]


def test_a_line_behind_what_is_pinned_to_the_foot_of_the_page(tmp_path: Path) -> None:
    """The imprint of a letter is drawn below whatever the template says after it."""
    pack = Path(__file__).parents[2] / "templates" / "official-letter"
    example = (pack / "example.yaml").read_text(encoding="utf-8")
    built = Edited(
        lambda xml: xml.replace("<w:sectPr", p("填表人：{{ 单位 }}") + "<w:sectPr", 1), content=example, pack=pack
    ).built(tmp_path)
    assert [(each.code, each.label) for each in built.report] == []
    assert "填表人：某市科学技术协会" in [line for page in pages(built) for line in page]


def test_a_character_without_a_glyph_is_told_where_the_template_has_it(tmp_path: Path) -> None:
    (found,) = Edited(after_title(p("😀"))).built(tmp_path, ("pdf",)).report
    assert (found.code, found.place.spot.words) == ("VER002", "第 2 段")


# pictures and boxes


def test_a_logo_in_the_header_stands_on_every_page_of_the_pdf(tmp_path: Path, engine: Engine) -> None:
    headers = {
        kind: p(picture("logo") + run(" {{ 单位 }}"), '<w:spacing w:line="240" w:lineRule="auto"/>')
        for kind in ("default", "even")
    }
    edited = Edited(headers=headers, media={"logo.png": png()})
    built = edited.built(tmp_path, engine=engine)
    shown = good(built, tmp_path)
    assert built.outputs["pdf"].count(b"/Subtype /Image") == 1, "once in the file, however many pages show it"
    assert all(page[0].endswith("某市科技馆") for page in shown)


def test_a_picture_that_was_placed_stands_there(tmp_path: Path) -> None:
    """2 cm from the left and the upper edge of the paper, in a line of the header that says nothing else."""
    header = p(picture("logo", 60, 30, at(("page", 56.7), ("page", 56.7))))
    html = (
        Edited(headers={"default": header}, media={"logo.png": png()})
        .built(tmp_path, ("html",))
        .outputs["html"]
        .decode()
    )
    assert "left: -22.65pt; top: 14.15pt" in html, "from the corner of the header: 79.35 and 42.55 pt"


def test_a_text_box_stands_in_the_pdf_and_its_words_are_nobody_elses(tmp_path: Path, engine: Engine) -> None:
    placed = p(box(p("{{ 单位 }}印"), 160, anchor=at(("column", 300), ("paragraph", 0))))
    built = Edited(after_title(placed + p(box(p("内部资料")))), content=of(COURT)).built(tmp_path, engine=engine)
    shown = good(built, tmp_path)[0]
    assert f"{COURT}印" in "".join(shown)
    assert "内部资料" in "".join(shown)


ONLY_WORD: list[tuple[str, Callable[[str], str], str]] = [
    ("a picture that no page can show", after_title(p(picture("drawn"))), "WMF 格式的图片（请换成 PNG 或 JPEG）"),
    ("a formula", after_title(p("<m:oMath xmlns:m='urn:m'/>")), "公式"),
    ("a symbol font", after_title(p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>')), "插入的符号"),
    ("a raised digit", after_title(p(run("m") + run("2", '<w:vertAlign w:val="superscript"/>'))), "上标或下标"),
    ("hidden words", after_title(p(run("备注", "<w:vanish/>"))), "隐藏的字"),
    ("a field", after_title(p('<w:fldSimple w:instr=" DATE "><w:r><w:t>今天</w:t></w:r></w:fldSimple>')), "域 DATE"),
    (
        "a picture in a line of fixed height",
        after_title(p(picture("logo"), '<w:pStyle w:val="GWBody"/>')),
        "图形（这一段是固定行距",
    ),
    (
        "wrapped words",
        after_title(p(picture("logo", anchor=at(("column", 0), ("paragraph", 0), "wrapSquare")))),
        "四周环绕",
    ),
    ("a shape", after_title(p("<w:r><w:pict><v:oval style='width:9pt'/></w:pict></w:r>")), "形状"),
    ("a watermark", after_title(p("<w:r><w:pict><v:shape><v:textpath string='密'/></v:shape></w:pict></w:r>")), "水印"),
]


@pytest.mark.parametrize(("change", "name"), [case[1:] for case in ONLY_WORD], ids=[case[0] for case in ONLY_WORD])
def test_what_only_word_shows_is_called_by_its_name_and_differs_nowhere(
    change: Callable[[str], str], name: str, tmp_path: Path, engine: Engine
) -> None:
    built = Edited(change, media={"logo.png": png(), "drawn.wmf": b"\xd7\xcd\xc6\x9a"}).built(tmp_path, engine=engine)
    (found,) = built.report
    assert (found.code, found.place.spot.words) == ("PCK005", "第 2 段")
    assert name in found.label


GROUPED = f"<v:textbox><w:txbxContent>{p('{{ 单位 }}附图')}</w:txbxContent></v:textbox>"
GROUP = f"<v:group><v:rect>{GROUPED}</v:rect></v:group>"
NOTE = p("{{ 单位 }}注")
BESIDE = [
    ("words in grouped shapes", after_title(p(f"<w:r><w:pict>{GROUP}</w:pict></w:r>")), {}),
    (
        "a footnote",
        after_title(p(run("说明") + '<w:r><w:footnoteReference w:id="2"/></w:r>')),
        {"footnotes.xml": f'<w:footnotes {DECLARED}><w:footnote w:id="2">{NOTE}</w:footnote></w:footnotes>'},
    ),
]


@pytest.mark.parametrize(("change", "parts"), [case[1:] for case in BESIDE], ids=[case[0] for case in BESIDE])
def test_tags_that_only_word_shows_are_filled_and_nobody_is_blamed(
    change: Callable[[str], str], parts: dict[str, str], tmp_path: Path, engine: Engine
) -> None:
    built = Edited(change, parts=parts, content=of(HOSPITAL)).built(tmp_path, engine=engine)
    assert [each.code for each in built.report] == ["PCK005"]
    assert re.search(f"{HOSPITAL}(附图|注)", _whole(built.outputs["docx"]).decode("utf-8", "replace"))


# tags that cannot be filled


HIDDEN = "图片说明、控件名称一类看不见的地方有带花括号的标记，这些地方不能用标记"


def code(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


WRONG: list[tuple[str, Edited, str, str, str]] = [
    ("in a header", Edited(headers={"default": p("{{ 单元 }}")}), "PCK002", "{{ 单元 }}", "页眉第 1 段"),
    ("in a cell", Edited(after_title(table(("单位", "{{ 单元 }}")))), "PCK002", "{{ 单元 }}", "第 3 段"),
    ("in a box", Edited(after_title(p(box(p("{{ 单元 }}"))))), "PCK002", "{{ 单元 }}", "第 3 段"),
    (
        "blocks in a table",
        Edited(after_title(table(("内容", "{{p 正文 }}")))),
        "PCK003",
        "{{p 正文 }} 只能放在正文区，不能放在表格、文本框、页眉或页脚里",
        "第 3 段",
    ),
    (
        "in a header that no page shows",
        Edited(parts={"header5.xml": Edited()._root("header", p("{{ 单元 }}"))}),
        "PCK002",
        "{{ 单元 }}",
        "没有用上的页眉第 1 段",
    ),
    ("half a tag", Edited(headers={"default": p("{{ 单位 }")}), "PCK003", "{{ 单位 }", "页眉第 1 段"),
    (
        "in the description of a picture",
        Edited(after_title(p(picture("logo", spoken="{{ 单位 }}"))), media={"logo.png": png()}),
        "PCK003",
        HIDDEN,
        "",
    ),
    ("in the code of a field", Edited(after_title(p(code("{{ 'a' * 10**9 }}")))), "PCK003", HIDDEN, ""),
    ("in a comment of the XML", Edited(after_title("<!-- {{ 9**9**9 }} -->" + p(run("附注")))), "PCK003", HIDDEN, ""),
    ("between paragraphs", Edited(after_title("{% for i in range(10**9) %}" + p(run("附注")))), "PCK003", HIDDEN, ""),
]


@pytest.mark.parametrize(
    ("edited", "code", "label", "words"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG]
)
def test_a_tag_that_cannot_be_filled_is_named_with_its_place(
    edited: Edited, code: str, label: str, words: str, tmp_path: Path
) -> None:
    found = edited.found(tmp_path)
    assert [(each.code, each.label, each.place.spot.words) for each in found] == [(code, label, words)]


def test_a_tag_that_computes_is_refused_where_nobody_reads_too(tmp_path: Path) -> None:
    """In a header whose part has another name than those that are looked through; Jinja would fill it all the same."""
    hidden = Edited()._root("header", p(run("{{ 'a' * 10**9 }}")))
    with pytest.raises(UsageProblem, match="Word 模板里有不支持的写法"):
        Edited(parts={"he1ader.xml": hidden}).built(tmp_path, ("docx",))


# changes and comments


CHANGE = 'w:id="1" w:author="某" w:date="2025-01-02T00:00:00Z"'


def test_changes_and_comments_are_named_and_do_not_travel(tmp_path: Path, engine: Engine) -> None:
    line = p(
        f"<w:ins {CHANGE}>{run('送审稿：')}</w:ins>{run('{{ 单位 }}')}"
        f"<w:del {CHANGE}><w:r><w:delText>{{{{ 单元 }}}}报</w:delText></w:r></w:del>"
        '<w:commentRangeStart w:id="3"/><w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>'
    )
    remarks = (
        '<w:comments xmlns:w="{}"><w:comment w:id="3" w:author="某"><w:p><w:r><w:t>要不要写全称？</w:t></w:r></w:p>'
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    edited = Edited(
        after_title(line),
        parts={"comments.xml": remarks.format(space) + "</w:comment></w:comments>"},
        content=of(WATER),
    )
    built = edited.built(tmp_path, engine=engine)
    assert [(each.code, each.label, each.place.spot.words) for each in built.report] == [
        ("PCK006", "加上「送审稿：」", "第 2 段"),
        ("PCK006", "删去「{{ 单元 }}报」", "第 2 段"),
        ("PCK006", "批注「要不要写全称？」", "第 2 段"),
    ]
    assert f"送审稿：{WATER}" in pages(built)[0]
    path = tmp_path / "好.docx"
    path.write_bytes(built.outputs["docx"])
    assert audit(path) == []
    assert not [word for word in (b"comments", b"w:ins ", b"w:del ") if word in _whole(built.outputs["docx"])]


def _whole(docx: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return b"".join(name.encode() + archive.read(name) for name in archive.namelist())


def test_doctor_accepts_them_on_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = p(f"<w:ins {CHANGE}>{run('送审稿')}</w:ins><w:del {CHANGE}><w:r><w:delText>草稿</w:delText></w:r></w:del>")
    folder = Edited(after_title(line)).pack_in(tmp_path)
    shell = Shell(tmp_path, capsys)
    template = folder / "改过的" / "template.docx"
    assert "PCK006 Word 模板里留着修订或批注" in shell.run("doctor", "--templates", folder)[1]
    assert f"已接受修订、删去批注：{template}" in shell.run("doctor", "--fix", "--templates", folder)[1]
    assert "PCK006" not in shell.run("doctor", "--templates", folder)[1]
    assert "送审稿" in _whole(template.read_bytes()).decode("utf-8", "replace")


def test_doctor_goes_on_behind_a_template_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Edited().pack_in(tmp_path)
    (folder / "改过的" / "template.docx").write_bytes(b"no docx")
    code, out, _err = Shell(tmp_path, capsys).run("doctor", "--templates", folder)
    assert code == 2
    assert "template.docx 不是完好的 docx 文件" in out
    assert "✓ 部门整体支出绩效评价报告" in out


def test_a_paragraph_whose_end_was_deleted_joins_the_next(tmp_path: Path, engine: Engine) -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del {CHANGE}/></w:rPr></w:pPr>{run('甲')}</w:p>"
    built = Edited(after_title(first + p("乙"))).built(tmp_path, engine=engine)
    assert "甲乙" in pages(built)[0]


def test_a_high_header_moves_the_text_down(tmp_path: Path, engine: Engine) -> None:
    high = p(picture("logo", 100, 120), '<w:spacing w:line="240" w:lineRule="auto"/>')
    edited = Edited(headers={"default": high}, media={"logo.png": png()})
    built = edited.built(tmp_path, engine=engine)
    (first, *_others) = page_lines(built.outputs["pdf"])[0]
    assert list(built.report) == []
    assert 841.9 - first.baseline > 42.55 + 120


# page numbers as WPS makes them


def number_of_wps(align: str) -> str:
    """A box in the footer, as wide as its words, placed between the margins."""
    number = p(run("- ") + field_of("PAGE") + run(" -"))
    aligned = f"<wp:align>{align}</wp:align>"
    placed = at(("margin", 0), ("paragraph", 0)).replace("<wp:posOffset>0</wp:posOffset>", aligned, 1)
    fitting = '<wps:bodyPr wrap="none" lIns="0" rIns="0"><a:spAutoFit/></wps:bodyPr>'
    return p(box(number, 144, 144, anchor=placed).replace("<wps:bodyPr/>", fitting))


@pytest.mark.parametrize(("align", "odd", "even"), [("center", "middle", "middle"), ("outside", "right", "left")])
def test_a_page_number_in_a_box_stands_where_wps_puts_it(
    align: str, odd: str, even: str, tmp_path: Path, engine: Engine
) -> None:
    built = Edited(footers={"default": number_of_wps(align)}, alike=True).built(tmp_path, engine=engine)
    assert [(each.code, each.label) for each in built.report] == []
    left, right = 79.35, 595.3 - 73.7
    for number, side in ((1, odd), (2, even)):
        line = page_lines(built.outputs["pdf"])[number - 1][-1]
        assert line.text == f"- {number} -"
        stands = {
            "left": line.left - left,
            "right": right - line.right,
            "middle": line.left + line.right - left - right,
        }
        assert abs(stands[side]) < 1.5


def test_a_page_number_that_word_put_into_a_control_is_a_page_number(tmp_path: Path, engine: Engine) -> None:
    number = p(run("— ") + field_of("PAGE") + run(" —"), '<w:jc w:val="center"/>')
    gallery = '<w:docPartObj><w:docPartGallery w:val="Page Numbers (Bottom of Page)"/></w:docPartObj>'
    control = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr>"
    footer = f"{control}<w:sdtContent>{number}</w:sdtContent></w:sdt>"
    built = Edited(footers={"default": footer, "even": footer}).built(tmp_path, engine=engine)
    assert list(built.report) == []
    assert [page[-1] for page in pages(built)[:2]] == ["— 1 —", "— 2 —"]
