"""The HTML of a build in a browser: forty characters a line at any width, dark on white, printed as the PDF is."""

import re

from tests.support.example import PACK, changed

from reportgen.model.document import Role
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text
from reportgen.render.html import render_html
from reportgen.word.template import read_template


def page() -> str:
    return build(check_text(changed(), "内容.yaml"), ["html"]).outputs["html"].decode()


def screen(html: str) -> str:
    """The rules for screens."""
    return "".join(re.findall(r"@media screen[^{]*\{\n(.*?)\n\}", html, re.DOTALL))


def test_a_line_has_forty_characters_of_the_text() -> None:
    body = read_template(PACK / "template.docx")[0].looks.styles[Role.BODY.value]
    (measure,) = re.findall(r"max-width: ([\d.]+)pt", screen(page()))
    assert float(measure) == round(40 * body.character, 4)


def test_it_fits_a_telephone() -> None:
    """The page takes the width of the window; what is wider than it is moved within its frame."""
    html = page()
    assert '<meta name="viewport" content="width=device-width, initial-scale=1"/>' in html
    assert "div.wide { overflow-x: auto }" in screen(html)
    assert not re.search(r"[^-]width: \d{3,}", screen(html))


def test_dark_text_stands_on_white() -> None:
    """A contrast of 7:1 and more, as WCAG AAA asks."""
    (paper, ink) = re.findall(r"body \{[^}]*background: #(\w+); color: #(\w+)", screen(page()))[0]
    light, dark = (luminance(colour) + 0.05 for colour in (paper, ink))
    assert light / dark > 7


def luminance(colour: str) -> float:
    parts = [int(digit * 2, 16) / 255 for digit in colour]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_printed_it_has_the_pages_of_the_template() -> None:
    html = page()
    assert re.search(r"@page \{ size: 595\.3pt 841\.9pt; margin: 104\.9pt", html)
    assert "counter(page)" in html


def test_faces_that_only_the_pdf_brings_along_are_those_of_the_computer() -> None:
    """Few computers have 仿宋_GB2312: a browser finds their own 仿宋 and 黑体; figures are in Times."""
    faces = dict(re.findall(r'@font-face \{ font-family: "([^"]+)"; src: (.*?) \}', page()))
    assert [faces[name].split('"')[1] for name in ("GW FangSong", "GW Kai", "GW Hei")] == ["仿宋", "楷体", "黑体"]
    assert faces["GW Latin"].startswith('local("Times New Roman")')
    assert faces["GW Latin"].endswith("unicode-range: U+20-7E"), "“ ” — … stay as wide as hanzi"


def test_nothing_is_asked_of_any_host() -> None:
    assert not re.search(r"https?:|url\(|@import|<script", page())


def test_the_engine_of_a_pdf_is_given_none_of_it() -> None:
    draft = check_text(changed(), "内容.yaml").main
    assert draft is not None
    html = render_html(draft.document, draft.template.frame, draft.template.looks)
    assert "@media screen" not in html
    assert "@font-face" not in html
    assert 'class="wide"' not in html
