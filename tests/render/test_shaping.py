"""A paragraph shaped once, and the lines that are cut out of it."""

from typing import Any

import pytest
from tests.support.pages import pages_text
from weasyprint import HTML
from weasyprint.formatting_structure import boxes
from weasyprint.text import line_break
from weasyprint.text.ffi import ffi

from reportgen.render.pdf import shaping, typeset
from reportgen.render.pdf.lines import Line
from reportgen.render.pdf.writer import _fonts

LOOKS = 'margin: 0; font: 16pt/20pt "GW Latin", "GW FangSong"; overflow-wrap: anywhere'


@pytest.fixture(autouse=True)
def _installed() -> None:
    typeset.install()


def _texts(words: str, style: str = "width: 10em") -> list[Any]:
    """The text boxes of a paragraph."""
    body = f"<body><p style='{LOOKS}; {style}'>{words}</p></body>"
    (sheet,) = HTML(string=body).render(font_config=_fonts()).pages
    return [box for box in sheet._page_box.descendants() if isinstance(box, boxes.TextBox)]


def _lines(words: str, style: str = "width: 10em") -> list[str]:
    return [box.text for box in _texts(words, style)]


def test_a_paragraph_is_shaped_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """And once more the blank of the strut."""
    asked: list[str] = []
    set_text = line_break.Layout.set_text

    def listening(self: Any, text: str) -> None:
        asked.append(text)
        set_text(self, text)

    monkeypatch.setattr(line_break.Layout, "set_text", listening)
    assert len(_lines("科学普及" * 20)) == 8
    assert [text for text in asked if text.strip()] == ["科学普及" * 20]


@pytest.mark.parametrize(
    "words",
    [
        "科学普及，" * 12,
        "the quick brown fox jumps over the lazy dog",
        "共5.30万元 2016—2020年 DV 机器人",
        "a " * 30 + "馆",
    ],
)
def test_lines_break_where_weasyprint_breaks_them(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = [(box.text, pytest.approx(box.width, abs=0.01)) for box in _texts(words)]
    monkeypatch.setattr(shaping, "shape", lambda _text, _style: None)
    assert [(box.text, box.width) for box in _texts(words)] == ours


def test_a_word_longer_than_the_line_is_cut() -> None:
    first, second, *_rest = _lines(f"馆 {'performance' * 4}")
    assert (first, second[:11]) == ("馆", "performance")
    assert all(box.width <= 160 / 0.75 for box in _texts("performance" * 9))


def test_where_no_word_may_be_cut_it_runs_over() -> None:
    assert _lines(f"{'performance' * 4} 馆", "width: 10em; overflow-wrap: normal") == ["performance" * 4, "馆"]


def test_a_letter_and_its_accent_stay_together() -> None:
    lines = _lines("e\u0301" * 30, "width: 3em")
    assert {line[0] for line in lines} == {"e"}
    assert "".join(lines) == "e\u0301" * 30


@pytest.mark.parametrize("words", ["甲 שלום 乙", "甲&shy;乙", "甲\u2028乙"])
def test_what_is_no_plain_paragraph_is_left_to_weasyprint(words: str) -> None:
    assert not isinstance(_texts(words)[0].pango_layout, Line)


def test_blanks_at_the_end_of_a_line_take_no_room() -> None:
    first, second = _texts("馆" * 10 + " 馆")
    assert (first.text, second.text) == ("馆" * 10, "馆")
    assert first.width == pytest.approx(160 / 0.75, abs=0.01)


@pytest.mark.parametrize("words", ["甲e\u0301乙e", "甲\U0001f468\u200d\U0001f469乙", "葛\U000e0100乙"])
def test_a_cluster_comes_out_as_it_was_written(words: str) -> None:
    body = f"<body><p style='{LOOKS}; font-family: GW FangSong'>{words}</p></body>"
    file = HTML(string=body).write_pdf(font_config=_fonts())
    seen = "".join(character for character in words if character not in "\u200d\U000e0100")
    assert "".join(pages_text(file)).split() == [seen]


def test_nothing_is_no_text() -> None:
    context = shaping.Texts()
    (box,) = _texts("科学普及")
    assert context.find("科学普及", box.style) is not None
    assert context.find("普及", box.style) == (context.last, 2)
    assert context.find("", box.style) is None


def test_text_beside_what_weasyprint_sets_still_reaches_the_edge() -> None:
    """A word with a soft hyphen is set by WeasyPrint; the hanzi around it share the hole."""
    words = f"{'馆' * 5}<b>a&shy;b</b>{'馆' * 3}〔2016〕24号"
    line = _texts(words, "width: 10em; text-align: justify")
    assert line[2].text == "馆" * 3
    assert line[2].position_x + line[2].width == pytest.approx(line[0].position_x + 160 / 0.75, abs=0.01)


def test_fonts_stay_few() -> None:
    """Each is kept for the process: a text more may not mean a font more."""
    _lines("科学普及")
    count = len(shaping._faces)
    for number in range(20):
        _lines(f"第{number}项")
    assert len(shaping._faces) <= count + 1


def test_a_glyph_is_as_large_as_it_is_read() -> None:
    """Its numbers are read as five integers in a row."""
    assert ffi.sizeof("PangoGlyphInfo") == shaping._GLYPH_INFO.size
    assert ffi.offsetof("PangoGlyphInfo", "geometry") == 4
