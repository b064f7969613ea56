"""Word's styles resolved through basedOn, lengths in points."""

import zipfile
from io import BytesIO

from reportgen.model.look import Align
from reportgen.word.package import Package
from reportgen.word.styles import by_name, read_styles

_HEAD = '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'


def styles_of(inner: str) -> Package:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/styles.xml", f"{_HEAD}{inner}</w:styles>")
    return Package("模板.docx", stream.getvalue())


def paragraph(style_id: str, name: str, based_on: str = "", inner: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>{base}{inner}</w:style>'


def test_a_style_inherits_what_it_does_not_say() -> None:
    pitch = '<w:pPr><w:spacing w:line="579" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr>'
    body = pitch + '<w:rPr><w:sz w:val="32"/></w:rPr>'
    own = '<w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr>'
    styles = by_name(read_styles(styles_of(paragraph("B", "正文", "", body) + paragraph("H", "标题", "B", own))))
    heading = styles["标题"]
    assert (heading.size, heading.line, heading.align) == (16.0, 28.95, Align.JUSTIFY)
    assert (heading.east_asian_font, heading.keep_next) == ("黑体", True)
    assert not styles["正文"].keep_next


def test_a_toggle_can_be_switched_off_again() -> None:
    on, off = "<w:pPr><w:keepNext/></w:pPr>", '<w:pPr><w:keepNext w:val="0"/></w:pPr>'
    styles = by_name(read_styles(styles_of(paragraph("A", "甲", "", on) + paragraph("B", "乙", "A", off))))
    assert (styles["甲"].keep_next, styles["乙"].keep_next) == (True, False)


def test_an_indent_in_characters_wins_over_the_one_in_twips() -> None:
    indent = '<w:pPr><w:ind w:firstLineChars="200" w:firstLine="999"/></w:pPr>'
    inner = indent + '<w:rPr><w:spacing w:val="-5"/><w:sz w:val="32"/></w:rPr>'
    style = by_name(read_styles(styles_of(paragraph("A", "甲", "", inner))))["甲"]
    assert style.first_line == 31.5
    assert style.character == 15.75


def test_libreoffice_writes_start_and_end() -> None:
    inner = '<w:pPr><w:ind w:start="280" w:end="560"/></w:pPr>'
    style = by_name(read_styles(styles_of(paragraph("A", "甲", "", inner))))["甲"]
    assert (style.left, style.right) == (14.0, 28.0)


def test_a_circle_of_styles_ends() -> None:
    styles = read_styles(styles_of(paragraph("A", "甲", "B") + paragraph("B", "乙", "A")))
    assert set(styles) == {"A", "B"}
