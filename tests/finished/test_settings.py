"""How a Word paragraph is set in the end: by its own properties, its style, the styles below that, and the defaults."""

from decimal import Decimal

import pytest
from tests.support.report import W, docx, p, r

from reportgen.finished.docx import read_docx
from reportgen.finished.parts import Line
from reportgen.model.setting import Setting

SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1587" w:right="1474"/></w:sectPr>'
"""156 mm wide: 28 characters of 三号."""
STYLES = (
    f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体" w:ascii="Arial"/><w:sz w:val="32"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:styleId="下"><w:name w:val="下"/><w:pPr><w:ind w:firstLineChars="200"/>'
    '<w:spacing w:line="579" w:lineRule="exact"/></w:pPr><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="上"><w:name w:val="上"/><w:basedOn w:val="下"/>'
    '<w:rPr><w:color w:val="FF0000"/></w:rPr></w:style></w:styles>'
)


def setting(body: str) -> Setting:
    lines = [
        part for part in read_docx(docx(body + SECTION, styles=STYLES), "公文.docx").parts if isinstance(part, Line)
    ]
    assert lines[-1].setting is not None
    return lines[-1].setting


def test_a_paragraph_without_a_style_has_the_defaults() -> None:
    found = setting(p("示例县人民医院免费义诊"))
    assert (found.font, found.size, found.first, found.loose) == ("宋体", Decimal(16), Decimal(0), "单倍行距")


def test_a_style_has_what_the_one_below_it_says() -> None:
    found = setting(p("示例县人民医院免费义诊", '<w:pStyle w:val="上"/>'))
    assert (found.font, found.color, found.first) == ("仿宋", "FF0000", Decimal(2))
    assert (found.pitch, found.loose) == (Decimal("28.95"), "")


def test_what_is_set_directly_counts_before_the_style() -> None:
    own = '<w:pStyle w:val="上"/><w:ind w:firstLineChars="0" w:firstLine="0"/>'
    blue = r("某市实验中学招生简章", '<w:color w:val="0000FF"/>')
    found = setting(f"<w:p><w:pPr>{own}</w:pPr>{blue}</w:p>")
    assert (found.color, found.first) == ("0000FF", Decimal(0))


def test_the_face_of_figures_and_letters_is_not_that_of_hanzi() -> None:
    """Arial figures within 仿宋 are no other font of the text."""
    assert setting(p("全年收治2024人ABC", '<w:pStyle w:val="上"/>')).font == "仿宋"


@pytest.mark.parametrize(
    ("text", "properties", "first"),
    [
        ("　　某区水务局", "", 2),  # two typed blanks
        ("    某区水务局", "", 2),  # four narrow ones
        ("某区水务局", '<w:ind w:left="640"/>', 2),
        ("某区水务局", '<w:ind w:left="640" w:hanging="640"/>', 0),
    ],
)
def test_where_the_first_line_begins(text: str, properties: str, first: int) -> None:
    found = setting(p(text, properties))
    assert found.first is not None
    assert abs(found.first - first) < Decimal("0.2")


def test_what_is_centred_stands_in_the_middle() -> None:
    assert setting(p("某区水务局文件", '<w:jc w:val="center"/>')).middle is True
    assert setting(p("某区水务局文件")).middle is False


def test_a_line_at_the_right_is_measured_from_there() -> None:
    found = setting(p("示例县人民法院", '<w:jc w:val="right"/><w:ind w:right="640"/>'))
    assert found.right is not None
    assert abs(found.right - 2) < Decimal("0.2")


@pytest.mark.parametrize(
    ("between", "above"),
    [("", 0), ("<w:p/>", 1), ("<w:p/><w:p/>", 2)],
)
def test_empty_lines_above(between: str, above: int) -> None:
    assert setting(p("特此报告。") + between + p("某区水务局")).above == above


def test_spacing_counts_as_lines_and_a_page_break_as_a_turn() -> None:
    assert setting(p("特此报告。") + p("某区水务局", '<w:spacing w:before="579"/>')).above == Decimal("1.0")
    turned = setting(p("特此报告。") + p("附件", "<w:pageBreakBefore/>"))
    assert (turned.turns, turned.above) == (True, None)
