"""template.docx → frame and looks, and what is said about a template that was changed badly."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from tests.support.example import PACK

from reportgen.errors import UsageProblem
from reportgen.model.frame import FrameBlocks, FrameIf, FrameLine, Slot
from reportgen.model.look import PAGES
from reportgen.word.template import misused_tags, read_template

TEMPLATE = PACK / "template.docx"


def rewritten(folder: Path, change: Callable[[str, str], str]) -> Path:
    """The pack's template with `change(part name, xml)` applied to its parts."""
    stream = BytesIO()
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name).decode()) if name.endswith(".xml") else old.read(name))
    path = folder / "template.docx"
    path.write_bytes(stream.getvalue())
    return path


def with_text(folder: Path, old: str, new: str) -> Path:
    return rewritten(folder, lambda name, xml: xml.replace(old, new) if name == "word/document.xml" else xml)


def test_the_frame_of_the_pack() -> None:
    template, found = read_template(TEMPLATE)
    assert found == []
    title, addressee, body, signature, annexes = template.frame.items
    assert isinstance(title, FrameLine)
    assert title.parts == (Slot("标题"),)
    assert isinstance(addressee, FrameIf)
    assert addressee.name == "主送机关"
    blocks = [item.name for item in (body, signature, annexes) if isinstance(item, FrameBlocks)]
    assert blocks == ["正文", "落款", "附件"]


def test_the_page_number_is_what_stands_around_the_field() -> None:
    template, _found = read_template(TEMPLATE)
    odd, even = template.looks.odd, template.looks.even
    assert odd is not None
    assert even is not None
    assert (odd.before, odd.after, odd.style.align.value) == ("— ", " —", "right")
    assert even.style.align.value == "left"


def test_a_tag_that_no_field_answers_is_named_with_the_nearest_field(tmp_path: Path) -> None:
    template, _found = read_template(with_text(tmp_path, "{{ 标题 }}", "{{ 标提 }}"))
    found = list(misused_tags(template, {"标题", "主送机关"}, {"正文": True, "落款": True, "附件": False}))
    assert [(d.code, d.label, d.fix) for d in found] == [("PCK002", "{{ 标提 }}", "是不是「标题」？")]
    assert str(found[0].place).endswith("template.docx 第 1 段")


@pytest.mark.parametrize("text", ["｛｛ 标题 ｝｝", "{% for x in 正文 %}", "{{ 标题", "附{{p 正文 }}"])
def test_braces_that_are_no_tag_are_named_with_their_paragraph(tmp_path: Path, text: str) -> None:
    _template, found = read_template(with_text(tmp_path, "{{ 标题 }}", text))
    assert [d.code for d in found] == ["PCK003"]
    assert found[0].place.spot.words == "第 1 段"


def test_an_if_without_its_end_is_named(tmp_path: Path) -> None:
    _template, found = read_template(with_text(tmp_path, "{%p endif %}", "（完）"))
    assert [d.code for d in found] == ["PCK003"]


def test_a_style_that_was_renamed_is_missed(tmp_path: Path) -> None:
    path = rewritten(tmp_path, lambda name, xml: xml.replace("公文正文", "我的正文") if "styles" in name else xml)
    _template, found = read_template(path)
    assert [(d.code, d.label, d.fix) for d in found] == [
        ("PCK004", "没有样式「公文正文」", "是不是改名成了「我的正文」？")
    ]


def test_what_only_word_can_show_is_said(tmp_path: Path) -> None:
    drawing = "<w:r><w:drawing/></w:r></w:p>"
    path = rewritten(tmp_path, lambda name, xml: re.sub("</w:p>", drawing, xml, count=1) if "document" in name else xml)
    _template, found = read_template(path)
    assert [d.code for d in found] == ["PCK005"]


def test_direct_formatting_of_a_frame_line_is_kept(tmp_path: Path) -> None:
    run = '<w:r><w:rPr><w:color w:val="FF0000"/><w:sz w:val="52"/></w:rPr><w:t>{{ 标题 }}'
    template, found = read_template(with_text(tmp_path, "<w:r><w:t>{{ 标题 }}", run))
    title = template.frame.items[0]
    assert found == []
    assert isinstance(title, FrameLine)
    assert (title.style.color, title.style.size, title.style.align.value) == ("FF0000", 26.0, "center")


def test_a_tag_split_into_several_runs_is_read_whole(tmp_path: Path) -> None:
    split = "<w:r><w:t>{{ 标</w:t></w:r><w:r><w:t>题 }}"
    template, found = read_template(with_text(tmp_path, "<w:r><w:t>{{ 标题 }}", split))
    title = template.frame.items[0]
    assert found == []
    assert isinstance(title, FrameLine)
    assert title.parts == (Slot("标题"),)


def test_a_file_that_is_no_docx_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "template.docx"
    path.write_text("not a zip file")
    with pytest.raises(UsageProblem, match="不是完好的 docx"):
        read_template(path)


def with_footer(folder: Path, inner: str) -> Path:
    def change(name: str, xml: str) -> str:
        return (
            re.sub(r"(</w:pPr>).*(</w:p>)", rf"\1{inner}\2", xml, flags=re.DOTALL)
            if name == "word/footer1.xml"
            else xml
        )

    return rewritten(folder, change)


def test_a_footer_may_name_the_number_of_pages(tmp_path: Path) -> None:
    field = '<w:fldSimple w:instr=" {} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    words = "<w:r><w:t>{}</w:t></w:r>"
    parts = [
        words.format("第"),
        field.format("PAGE"),
        words.format("页共"),
        field.format("NUMPAGES"),
        words.format("页"),
    ]
    template, found = read_template(with_footer(tmp_path, "".join(parts)))
    assert found == []
    assert template.looks.odd is not None
    assert (template.looks.odd.before, template.looks.odd.after) == ("第", f"页共{PAGES}页")


def test_a_template_saved_by_libreoffice_hangs_nothing(tmp_path: Path) -> None:
    """It writes `w:hanging="0"` where Word writes `w:firstLine="0"`."""

    def change(name: str, xml: str) -> str:
        return xml.replace('w:firstLineChars="0" w:firstLine="0"', 'w:hanging="0"') if "styles" in name else xml

    template, _found = read_template(rewritten(tmp_path, change))
    assert template.looks.styles["公文主送机关"].first_line == 0
