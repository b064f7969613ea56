"""Chinese typesetting in the PDF: where lines end and break, how close two punctuation marks stand."""

import doctest
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber
import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from weasyprint import CSS, HTML
from weasyprint.draw import text as drawn
from weasyprint.layout import inline
from weasyprint.text.fonts import FontConfiguration

from reportgen.errors import EnvironmentProblem
from reportgen.fonts import FACES
from reportgen.render import cjk
from reportgen.render.pdf import typeset
from reportgen.world import fonts_folder

SEED = Path(__file__).parents[1] / "data" / "nanyang-2020.txt"
PARAGRAPHS = [line.strip() for line in SEED.read_text("utf-8").splitlines() if line.strip()]

LEFT, RIGHT = 28 / 25.4 * 72, 184 / 25.4 * 72
PITCH = 16 - 0.25
"""From one hanzi to the next, in pt: 3号 with the letter-spacing that puts 28 on a line."""

LOOKS = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm }
body { margin: 0; font: 16pt "GW Latin", "GW FangSong", "GW Song"; letter-spacing: -0.25pt;
       line-height: 28.95pt; text-align: justify; orphans: 1; widows: 1 }
p { margin: 0; text-indent: 2em }
"""


class Glyph(NamedTuple):
    """A character on the page: its origin and the end of its advance box, in pt from the left edge."""

    text: str
    left: float
    right: float


Line = list[Glyph]


@pytest.fixture(scope="module")
def fonts() -> tuple[FontConfiguration, CSS]:
    configuration = FontConfiguration()
    rules = "".join(
        f'@font-face {{ font-family: "{face.family}"; src: url("{(fonts_folder() / face.file).as_uri()}") }}'
        for face in FACES
    )
    return configuration, CSS(string=rules + LOOKS, font_config=configuration)


@pytest.fixture
def lines(fonts: tuple[FontConfiguration, CSS], tmp_path: Path) -> Any:
    """A function from the inside of <body> to the lines of all pages."""

    def read(body: str) -> list[Line]:
        path = tmp_path / "page.pdf"
        _write(body, fonts, path)
        return _lines(path)

    return read


@pytest.fixture(scope="module")
def report(fonts: tuple[FontConfiguration, CSS], tmp_path_factory: pytest.TempPathFactory) -> list[Line]:
    """The lines of the seed report."""
    path = tmp_path_factory.mktemp("seed") / "report.pdf"
    _write("".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS), fonts, path)
    return _lines(path)


def _write(body: str, fonts: tuple[FontConfiguration, CSS], path: Path) -> None:
    typeset.install()
    configuration, css = fonts
    page = HTML(string=f'<html lang="zh-CN"><title>试排</title><body>{body}</body></html>')
    page.write_pdf(path, stylesheets=[css], font_config=configuration, pdf_variant="pdf/ua-1")


def _lines(path: Path) -> list[Line]:
    lines: list[Line] = []
    with pdfplumber.open(path) as document:
        for page in document.pages:
            baseline = None
            for char in page.chars:
                if char["matrix"][5] != baseline:
                    baseline = char["matrix"][5]
                    lines.append([])
                lines[-1].append(Glyph(char["text"], char["x0"], char["x1"]))
    return lines


def text_of(line: Line) -> str:
    return "".join(glyph.text for glyph in line)


def steps(line: Line) -> list[float]:
    """From each origin to the next, in pt."""
    return [after.left - before.left for before, after in pairwise(line)]


def full(lines: list[Line]) -> list[Line]:
    """The lines that the same paragraph goes on after: the next one is not indented."""
    return [line for line, after in pairwise(lines) if after[0].left < LEFT + 8]


# full lines


def test_every_full_line_of_the_report_ends_at_the_right_edge(report: list[Line]) -> None:
    """Measured on the advance box of the last glyph; WeasyPrint alone leaves up to three characters of hole."""
    assert len(full(report)) > 300
    assert {text_of(line): line[-1].right for line in full(report) if abs(line[-1].right - RIGHT) > 0.1} == {}


def test_last_lines_keep_their_natural_pitch(lines: Any) -> None:
    (last,) = lines("<p>本年预算批复为五百一十八万元。</p>")
    assert steps(last) == pytest.approx([PITCH] * 14, abs=0.02)


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_text_that_is_not_justified_is_not_stretched(lines: Any, align: str) -> None:
    first, second = lines(f'<p style="text-align: {align}; text-indent: 0">{"科学普及" * 7}，{"馆" * 9}</p>')
    assert len(first) == 27, "，may not begin a line, and takes the 28th hanzi along"
    for line in (first, second):
        assert steps(line) == pytest.approx([PITCH] * (len(line) - 1), abs=0.02)


def test_a_full_line_holds_28_hanzi(lines: Any) -> None:
    first, _second = lines(f'<p style="text-indent: 0">{"科学普及" * 14}</p>')
    assert len(first) == 28
    assert first[0].left == pytest.approx(LEFT, abs=0.1)


def test_only_the_gaps_beside_hanzi_grow(lines: Any) -> None:
    """Figures and Latin words stay whole; what an unbreakable 〔2016〕 leaves goes beside the hanzi."""
    text = f"支出244.89万元，举办“5.30”活动——机器人DV……赛{'馆' * 3}〔2016〕24号文件"
    wide, *_rest = lines(f"<p>{text}</p>")
    plain, *_rest = lines(f'<p style="text-align: left">{text}</p>')
    assert wide[-1].right == pytest.approx(RIGHT, abs=0.1)
    pairs = [before.text + after.text for before, after in pairwise(wide)]
    growth = [grown - natural for grown, natural in zip(steps(wide), steps(plain), strict=True)]
    grown = {pair for pair, more in zip(pairs, growth, strict=True) if more > 0.1}
    assert grown.isdisjoint({"24", "44", "4.", ".8", "89", "5.", ".3", "30", "DV", "——", "……"})
    assert {"支出", "出2", "9万", "“5", "0”", "动—", "—机", "V…", "…赛"} <= grown


def test_strong_and_plain_text_share_the_hole(lines: Any) -> None:
    first, *_rest = lines(f"<p>一是<strong>{'严' * 8}</strong>，二是<em>财务<u>规章</u></em>{'制' * 9}，{'度' * 9}</p>")
    assert text_of(first) == f"一是{'严' * 8}，二是财务规章{'制' * 8}"
    assert first[-1].right == pytest.approx(RIGHT, abs=0.1)
    assert max(steps(first)) - min(steps(first)) < 0.1


@pytest.mark.parametrize("width", ["7em", "24em"])
def test_a_line_half_empty_stays_ragged(lines: Any, width: str) -> None:
    """Before a word that does not fit: more than a quarter of a character a gap would tear the line."""
    first, *_rest = lines(f'<div style="width: {width}">绩效评价 https{"performance" * 4}</div>')
    assert text_of(first).strip() == "绩效评价"
    assert steps(first)[:3] == pytest.approx([PITCH] * 3, abs=0.05)


def test_a_label_may_be_spread_over_its_box(lines: Any) -> None:
    """分散对齐 is asked for by `text-align-last: justify`, and has no limit."""
    (label,) = lines('<div style="width: 6em; text-align-last: justify">单位</div>')
    assert label[-1].right == pytest.approx(LEFT + 96, abs=0.1)


def test_a_line_without_hanzi_is_justified_by_its_spaces(lines: Any) -> None:
    first, *_rest = lines("<p>" + "performance evaluation " * 8 + "</p>")
    assert first[-1].right == pytest.approx(RIGHT, abs=1)
    assert text_of(first).startswith("performance evaluation")
    assert steps(first)[:2] == pytest.approx([7.75, 6.85], abs=0.1), "no space inside a word"


# where lines break


def test_no_line_begins_or_ends_with_a_mark_that_may_not(report: list[Line]) -> None:
    """避头尾."""
    assert [text_of(line) for line in report if line[0].text in "。，、；：？！）》”〕"] == []
    assert [text_of(line) for line in report if line[-1].text in "（《“〔"] == []


def test_what_a_squeeze_gives_back_is_used(lines: Any) -> None:
    """Two half characters make room for a 29th."""
    first, *_rest = lines(f'<p style="text-indent: 0">“{"馆" * 9}”，《{"法" * 9}》、“{"校" * 20}</p>')
    assert len(first) == 30, "four pairs: two characters more"
    assert first[-1].right == pytest.approx(RIGHT, abs=0.1)


def test_a_line_breaks_before_and_after_a_quotation(lines: Any) -> None:
    """Pango sees no break in 、“甲”、“乙” and would leave a hole of three characters."""
    quoted, *_rest = lines(f'<p style="text-indent: 0">{"馆" * 21}、“甲”、“乙”、“丙”</p>')
    assert text_of(quoted) == f"{'馆' * 21}、“甲”、“乙”、"
    after, *_rest = lines(f'<p style="text-indent: 0">{"馆" * 25}“甲”乙“丙”</p>')
    assert text_of(after) == f"{'馆' * 25}“甲”"


URL = "https://www.example.gov.cn/zwgk/zfxxgkml/czxx/ysgk/bmys/2024/202403/t20240320.html?from=message"


@pytest.mark.parametrize("mark", ["。", "，", "）。", "”"])
def test_no_line_begins_with_a_mark_behind_a_long_address(lines: Any, mark: str) -> None:
    """The address runs over the line and is cut anywhere, but not right before the mark behind it."""
    addresses = ((URL * 2)[:length] for length in range(50, 75))
    paragraphs = (f'<p style="text-indent: 0; overflow-wrap: anywhere">{each}{mark}另见</p>' for each in addresses)
    assert [text_of(line) for line in lines("".join(paragraphs)) if line[0].text in mark] == []


def test_no_line_ends_with_an_opening_mark_before_a_long_address(lines: Any) -> None:
    laid_out = lines(f'<p style="text-indent: 0; overflow-wrap: anywhere">{"馆" * 27}（{URL}）</p>')
    assert [text_of(line) for line in laid_out if line[-1].text == "（"] == []


# adjacent punctuation


@pytest.mark.parametrize("font", [face.family for face in FACES if face.family not in {"GW Latin", "GW Symbols"}])
@pytest.mark.parametrize("pair", ["”。", "》，", "））", "，“", "。《", "）（", "（“", "：“", "；（", "！”", "》、"])
def test_two_marks_stand_half_a_character_apart(lines: Any, font: str, pair: str) -> None:
    (line,) = lines(f"<p style=\"font-family: '{font}', 'GW FangSong'\">甲{pair}乙</p>")
    assert steps(line) == pytest.approx([PITCH, PITCH - 8, PITCH], abs=0.05)


def test_three_marks_close_up_twice(lines: Any) -> None:
    (line,) = lines("<p>（“甲”）。乙</p>")
    assert steps(line) == pytest.approx([PITCH - 8, PITCH, PITCH, PITCH - 8, PITCH - 8, PITCH], abs=0.05)


@pytest.mark.parametrize("text", ["甲，乙", "甲（乙", "“甲”", "（甲）", "甲——乙", "甲……乙", "。——", "〔甲〕"])
def test_a_mark_beside_a_hanzi_or_a_dash_keeps_its_square(lines: Any, text: str) -> None:
    (line,) = lines(f"<p>{text}</p>")
    assert steps(line) == pytest.approx([PITCH] * (len(text) - 1), abs=0.05)


def test_the_last_mark_of_a_line_keeps_its_square(lines: Any) -> None:
    """Its partner is on the next line: 28 characters still fill the line."""
    first, second = lines(f'<p style="text-indent: 0">{"馆" * 27}，“{"校" * 9}</p>')
    assert (first[-1].text, second[0].text) == ("，", "“")
    assert first[-1].right == pytest.approx(RIGHT, abs=0.1)
    assert first[-1].left == pytest.approx(RIGHT - 16, abs=0.1)


@pytest.mark.parametrize("spacing", ["-1px", "1px", "2px", "3px", "0.4pt"])
def test_letter_spacing_is_drawn_as_asked(lines: Any, spacing: str) -> None:
    """Pango puts half of it before each glyph, in whole px when it is whole; here all of it stands behind."""
    (line,) = lines(f'<p style="letter-spacing: {spacing}">绩效，“评价”</p>')
    size = float(spacing[:-2]) * (0.75 if spacing.endswith("px") else 1)
    pitch = 16 + size
    assert steps(line) == pytest.approx([pitch, pitch, pitch - 8, pitch, pitch, pitch], abs=0.05)
    assert line[0].left == pytest.approx(LEFT + 32, abs=0.05)


WITHOUT_MARKS = {"GWLatin.ttf", "GWKai.ttf", "GWSymbols.ttf"}


@pytest.mark.parametrize("face", [face.file for face in FACES if face.file not in WITHOUT_MARKS])
def test_the_fonts_draw_every_mark_in_its_half(face: str) -> None:
    """What the squeeze rests on; these three have no full-width marks and borrow them."""
    font = TTFont(fonts_folder() / face)
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    em = font["head"].unitsPerEm
    for mark in cjk.OPENING + cjk.CLOSING:
        pen = BoundsPen(glyphs)
        glyphs[names[ord(mark)]].draw(pen)
        left, _bottom, right, _top = pen.bounds
        assert font["hmtx"][names[ord(mark)]][0] == em, mark
        assert left >= 0.48 * em if mark in cjk.OPENING else right <= 0.52 * em, mark


# what must not change


def test_text_comes_out_in_order(report: list[Line]) -> None:
    printed = "".join(text_of(line) for line in report)
    assert "".join(printed.split()) == "".join("".join(PARAGRAPHS).split())


def test_examples_of_the_text_rules() -> None:
    assert doctest.testmod(cjk) == (0, 4)


# the hooks


def test_the_hooks_are_where_this_version_of_weasyprint_has_them() -> None:
    """Fails when WeasyPrint moved: read the functions that are replaced before touching this."""
    assert typeset.moved_hooks() == []


def test_a_moved_hook_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inline, "justify_line", lambda _context, _line: None)
    monkeypatch.delattr(drawn, "draw_first_line")
    with pytest.raises(
        EnvironmentProblem, match=r"layout\.inline\.justify_line、weasyprint\.draw\.text\.draw_first_line"
    ):
        typeset.install()


def test_installing_twice_is_installing_once() -> None:
    typeset.install()
    hooks = (inline.justify_line, inline.split_first_line, drawn.draw_first_line)
    typeset.install()
    assert hooks == (inline.justify_line, inline.split_first_line, drawn.draw_first_line)
