"""Every part of a file is looked at for what must not be published, and Word's text is read as Word shows it."""

from pathlib import Path

import docx as word
import pytest
from tests.support.report import W, docx, p, r
from tests.support.word import to_pdf

from reportgen.finished.docx import read_docx
from reportgen.finished.parts import Line
from reportgen.finished.reading import read_finished
from reportgen.pipeline.finished import check_reading

M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
BODY = p("某市水务局2024年度部门整体支出绩效自评报告") + p("一、概况") + p("全年工作完成。")
SECRETS = {
    "患者家属电话13812345678": "DIS002",
    "受助学生身份证号11010519491231002X": "DIS001",
    "当事人的银行卡6222021234567890128": "DIS003",
    "内部资料 注意保存": "DIS005",
    "明细见D:\\水务\\2024决算.xlsx": "DIS006",
}


def said(body: str, **parts: str) -> list[tuple[str, str]]:
    """The rule and the place of each finding about disclosure."""
    report = check_reading(read_docx(docx(body, **parts), "报告.docx"), "报告.docx").report
    return [(each.code, each.place.spot.words) for each in report if each.code.startswith("DIS")]


def part(root: str, inside: str) -> str:
    return f"<w:{root} {W} {A}>{inside}</w:{root}>"


@pytest.mark.parametrize(("secret", "code"), SECRETS.items())
def test_every_part_of_a_word_file_is_read(secret: str, code: str) -> None:
    note = f'<w:footnote w:id="2">{p(secret)}</w:footnote>'
    places = {
        "footnotes": (part("footnotes", note), "脚注"),
        "endnotes": (part("endnotes", note.replace("footnote", "endnote")), "尾注"),
        "header2": (part("hdr", p(secret)), "页眉"),
        "footer1": (part("ftr", p(secret)), "页脚"),
        "comments": (part("comments", f'<w:comment w:id="1">{p(secret)}</w:comment>'), "批注"),
        "charts/chart1": (part("chart", f"<a:p><a:r><a:t>{secret}</a:t></a:r></a:p>"), "图里的文字"),
        "custom": (f"<Properties><property>{secret}</property></Properties>", ""),
    }
    for name, (xml, place) in places.items():
        found = [entry for entry in said(BODY, **{name: xml}) if entry[0] == code]
        assert found == ([(code, place)] if place else [])
    core = f"<coreProperties><subject>{secret}</subject></coreProperties>"
    assert (code, "文件属性") in said(BODY, core=core)


@pytest.mark.parametrize(("secret", "code"), SECRETS.items())
def test_what_word_does_not_show_is_read_too(secret: str, code: str) -> None:
    hidden = f"<w:p>{r('全年')}{r(secret, '<w:vanish/>')}{r('完成。')}</w:p>"
    deleted = f"<w:p>{r('全年')}<w:del><w:r><w:delText>{secret}</w:delText></w:r></w:del></w:p>"
    shape = f'<v:shape><v:textpath string="{secret}"/></v:shape>'
    art = f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"
    inline = f'<wp:inline {WP}><wp:docPr id="1" descr="{secret}"/></wp:inline>'
    described = f"<w:p><w:r><w:drawing>{inline}</w:drawing></w:r></w:p>"
    places = {hidden: "隐藏文字", deleted: "修订删去的文字", art: "艺术字", described: "图的说明"}
    for body, place in places.items():
        assert (code, place) in said(BODY + body)


def test_text_that_a_style_hides_is_not_shown() -> None:
    styles = (
        f"<w:styles {W}>"
        '<w:style w:type="character" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    )
    styled = r("秘密", "<w:rStyle w:val='a'/>")
    run = f"<w:p>{r('全年')}{styled}{r('完成')}</w:p>"
    paragraph = p("整段不显示", '<w:pStyle w:val="b"/>')
    reading = read_docx(docx(run + paragraph, styles=styles), "报告.docx")
    assert [part.text for part in reading.parts if isinstance(part, Line)] == ["全年完成"]
    assert [line.text for line in reading.aside] == ["秘密", "整段不显示"]


def test_the_text_itself_is_not_read_aside() -> None:
    assert read_docx(docx(BODY), "报告.docx").aside == ()


def fraction(top: str, bottom: str) -> str:
    num, den = (f"<m:{tag}><m:r><m:t>{text}</m:t></m:r></m:{tag}>" for tag, text in (("num", top), ("den", bottom)))
    return f"<m:oMath {M}><m:f>{num}{den}</m:f></m:oMath>"


def code(text: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{text}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (r("患者满意率") + fraction("186", "200"), "患者满意率186/200"),
        (r("升学率") + fraction("升学人数+保送人数", "毕业人数"), "升学率(升学人数+保送人数)/毕业人数"),
        (r("结案率") + code(" EQ \\f(1300,1320) "), "结案率1300/1320"),
        (f"<w:r><w:ruby><w:rt>{r('yan')}</w:rt><w:rubyBase>{r('䶮')}</w:rubyBase></w:ruby></w:r>", "䶮"),
        (r("水质") + '<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r>' + r("5"), "水质≤5"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + r("公立医院"), "☑公立医院"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>' + r("供水"), "①供水"),
        ('<w:r><w:sym w:font="宋体" w:char="2116"/></w:r>' + r("12"), "№12"),
        (
            f"<w:sdt><w:sdtPr/><w:sdtContent>{r('某市法院')}</w:sdtContent></w:sdt>",
            "某市法院",
        ),
    ],
)
def test_what_stands_in_a_line_is_read_as_it_is_shown(runs: str, text: str) -> None:
    reading = read_docx(docx(f"<w:p>{runs}</w:p>"), "报告.docx")
    assert [part.text for part in reading.parts if isinstance(part, Line)] == [text]


def test_the_running_head_of_a_pdf_is_read_once(tmp_path: Path) -> None:
    document = word.Document()
    document.sections[0].header.paragraphs[0].text = "联系电话13812345678"
    for _page in range(4):
        document.add_paragraph("各项工作按照年初计划推进，资金使用规范。" * 80)
    document.save(str(tmp_path / "报告.docx"))
    reading = read_finished(to_pdf(tmp_path / "报告.docx", tmp_path))
    found = [each for each in check_reading(reading, "报告.pdf").report if each.code == "DIS002"]
    assert [each.place.spot.words for each in found] == ["页眉页脚"]
