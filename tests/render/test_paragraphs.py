"""Paragraphs as WordprocessingML: named styles, escaped words, and one direct property where it must be."""

from decimal import Decimal

from reportgen.model.document import Break, Heading, Paragraph, Role, Text
from reportgen.model.look import Style
from reportgen.render.docx.paragraphs import paragraph, run_xml

STYLES = {role.value: Style(role.value, f"GW{role.name}", letter_spacing=-0.25) for role in Role}


def test_a_heading_is_its_style_and_its_words() -> None:
    heading = Heading(2, "（一）", (Text("人员"), Text("情况")))
    assert paragraph(heading, STYLES).xml() == (
        '<w:p><w:pPr><w:pStyle w:val="GWHEADING_2"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">（一）人员情况</w:t></w:r></w:p>'
    )


def test_the_right_blank_is_written_for_word_and_for_libreoffice() -> None:
    day = Paragraph(Role.DATE, (Text("2021年4月15日"),), right_blank=Decimal("1.5"))
    assert '<w:ind w:rightChars="150" w:right="472"/>' in paragraph(day, STYLES).xml()


def test_signs_of_xml_are_escaped() -> None:
    assert run_xml((Text('甲 & 乙 <丙> ]]> "丁"'),)) == (
        '<w:r><w:t xml:space="preserve">甲 &amp; 乙 &lt;丙&gt; ]]&gt; &#34;丁&#34;</w:t></w:r>'
    )


def test_a_forced_break_is_a_break() -> None:
    xml = run_xml((Text("上"), Break(), Text("下")))
    assert xml == '<w:r><w:t xml:space="preserve">上</w:t><w:br/><w:t xml:space="preserve">下</w:t></w:r>'
