"""Word's styles as CSS: what is changed in the template shows in the PDF."""

from reportgen.model.look import Align, Looks, Page, PageNumber, Style
from reportgen.record import replace
from reportgen.render.html.css import declarations, families, stylesheet

BODY = Style(
    "公文正文", "GWBody", letter_spacing=-0.25, line=28.95, first_line=31.5, align=Align.JUSTIFY, widow_control=False
)
_NUMBER = Style("公文页码", "GWPageNumber", east_asian_font="宋体", size=14, line=14, right=14, align=Align.RIGHT)
ODD = PageNumber(_NUMBER, "— ", " —")
EVEN = PageNumber(replace(_NUMBER, align=Align.LEFT, left=14, right=0), "— ", " —")
A4 = Page(595.3, 841.9, 104.9, 73.7, 99.2, 79.35, 65.35)


def test_the_body_style() -> None:
    css = declarations(BODY)
    for part in (
        "font-size: 16pt",
        "letter-spacing: -0.25pt",
        "line-height: 28.95pt",
        "text-indent: 31.5pt",
        "text-align: justify",
        "orphans: 1; widows: 1",
    ):
        assert part in css


def test_another_font_in_word_is_another_font_in_the_pdf() -> None:
    assert families(BODY) == '"GW Latin", "仿宋_GB2312", "GW FangSong", "GW Song", "GW Symbols"'
    assert families(replace(BODY, east_asian_font="华文楷体")).startswith(
        '"GW Latin", "华文楷体", "GW Kai", "GW FangSong"'
    )
    number = replace(BODY, east_asian_font="宋体", latin_font="宋体")
    assert families(number) == '"宋体", "GW Song", "GW Symbols"', "digits of the face of hanzi, as Word takes them"


def test_a_bold_face_is_never_asked_for() -> None:
    assert "bold" not in declarations(replace(BODY, bold=True))


def test_the_page_number_line_begins_seven_millimetres_below_the_type_area() -> None:
    css = stylesheet(Looks({}, A4, ODD, EVEN), [])
    assert '@page :right { @bottom-right { content: "— " counter(page) " —"' in css
    assert "@page :left { @bottom-left" in css
    gap = A4.bottom - A4.footer - 14
    assert abs(gap / 72 * 25.4 - 7) < 0.01
    assert f"padding: {gap:.4g}pt 14pt 0 0" in css
