"""The letter on paper, measured in mm: both PDFs, LibreOffice's pages of the Word file (GB/T 9704-2012 §7.2–7.4)."""

from pathlib import Path

import pytest
from tests.support.ink import Band, Sheet
from tests.support.letter import LONG_NAME, MARKED, NO_COPIES, UNSIGNED, letter, longer_by
from tests.support.pages import page_lines
from tests.support.sheet import MM, PAPER_HEIGHT
from tests.support.word import audit, sdk_validate, to_pdf

from reportgen.model.engine import Engine
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text

TOP, FOOT, LEFT, RIGHT = 37, 297 - 35, 28, 210 - 26
"""The edges of the type area."""
CHARACTER, SMALL = 15.75 / MM, 14 / MM
"""One 字 of 3号 and of 4号."""
NEAR = 0.5
HAIR = 0.06
"""Within this a rule has its thickness."""
OFFICE = "LibreOffice"
CASES = {
    "signed": (),
    "unsigned": (UNSIGNED,),
    "marked": (*MARKED, UNSIGNED, NO_COPIES),
    "long name": (LONG_NAME,),
}


class Printed:
    """A letter on paper."""

    def __init__(self, pdf: bytes) -> None:
        self.pages = page_lines(pdf)
        """The lines of each page, its number last."""
        self.first, self.last = Sheet(pdf, 1), Sheet(pdf, -1)


class Press:
    """Prints letters into a folder, each one once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.done: dict[str, dict[str, Printed]] = {}

    def all(self, text: str) -> dict[str, Printed]:
        """The letter by each engine and as LibreOffice prints its docx, which both validators have passed."""
        if text not in self.done:
            pdfs = {engine: self.pdf(text, engine) for engine in Engine}
            built = build(check_text(text, "公文.yaml"), ("docx",))
            path = self.folder / f"letter-{len(self.done)}.docx"
            path.write_bytes(built.outputs["docx"])
            assert audit(path) == []
            assert sdk_validate(path) == []
            office = to_pdf(path, self.folder).read_bytes()
            self.done[text] = {**{str(engine): Printed(pdf) for engine, pdf in pdfs.items()}, OFFICE: Printed(office)}
        return self.done[text]

    def pdf(self, text: str, engine: Engine) -> bytes:
        """The letter by one engine."""
        built = build(check_text(text, "公文.yaml"), ("pdf",), engine=engine)
        assert list(built.report) == []
        return built.outputs["pdf"]


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return Press(tmp_path_factory.mktemp("letter"))


@pytest.fixture(params=[*Engine, OFFICE], ids=str)
def kind(request: pytest.FixtureRequest) -> str:
    """Each measure is taken on all."""
    return str(request.param)


@pytest.fixture(params=CASES)
def printed(request: pytest.FixtureRequest, press: Press, kind: str) -> Printed:
    return press.all(letter(*CASES[request.param]))[kind]


# 版头


def test_the_letterhead_begins_35_mm_below_the_upper_edge(printed: Printed) -> None:
    """Whatever stands above it, and however small it had to be set; it is centred, on one line."""
    letterhead, _rule = printed.first.red()
    assert letterhead.top - TOP == pytest.approx(35, abs=NEAR)
    assert (letterhead.left + letterhead.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=NEAR)
    assert letterhead.width > 0.9 * 156
    assert letterhead.left >= LEFT
    assert letterhead.right <= RIGHT


def test_the_red_rule_is_as_wide_as_the_type_area(printed: Printed) -> None:
    _letterhead, rule = printed.first.red()
    assert rule.left == pytest.approx(LEFT, abs=0.2)
    assert rule.right == pytest.approx(RIGHT, abs=0.2)
    assert rule.height == pytest.approx(1.5 / MM, abs=HAIR)


def test_the_red_rule_stands_4_mm_below_the_number(printed: Printed) -> None:
    sheet = printed.first
    _letterhead, rule = sheet.red()
    number = [band for band in sheet.black() if band.bottom <= rule.top][-1]
    assert rule.top - number.bottom == pytest.approx(4, abs=NEAR)


def test_two_lines_are_left_free_above_the_number_and_above_the_title(printed: Printed) -> None:
    """A line is 28.95 pt; what glyphs leave free of their own lines comes on top."""
    sheet = printed.first
    letterhead, rule = sheet.red()
    number = [band for band in sheet.black() if band.bottom <= rule.top][-1]
    title = next(band for band in sheet.black() if band.top > rule.bottom)
    two = 2 * 28.95 / MM
    assert two < number.top - letterhead.bottom < two + 4
    assert two < title.top - rule.bottom < two + 3


def test_the_marks_begin_flush_left_in_the_first_line(press: Press, kind: str) -> None:
    page = press.all(letter(*CASES["marked"]))[kind]
    serial, secrecy, urgency = page.pages[0][:3]
    assert [serial.text, secrecy.text.replace(" ", ""), urgency.text] == ["000012", "秘密★1年", "特急"]
    assert {line.size for line in (serial, secrecy, urgency)} == {16.0}
    assert urgency.faces == {"GWHei"}
    for line in (serial, secrecy, urgency):
        assert line.left / MM == pytest.approx(LEFT, abs=NEAR)


def test_number_and_signer_leave_one_character_free(press: Press, kind: str) -> None:
    page = press.all(letter())[kind]
    line = next(line for line in page.pages[0] if "签发人" in line.text)
    shown = [glyph for glyph in line.glyphs if glyph.text.strip()]
    assert shown[0].left / MM == pytest.approx(LEFT + CHARACTER, abs=NEAR)
    assert shown[-1].right / MM == pytest.approx(RIGHT - CHARACTER, abs=NEAR)
    assert [glyph.face for glyph in shown[-6:]] == ["GWFangSong"] * 4 + ["GWKai"] * 2, "签发人：李华"


def test_the_number_alone_is_centred(press: Press, kind: str) -> None:
    page = press.all(letter(UNSIGNED))[kind]
    line = next(line for line in page.pages[0] if "12" in line.text)
    assert (line.left + line.right) / 2 / MM == pytest.approx((LEFT + RIGHT) / 2, abs=NEAR)


# 版记


def check_rules(rules: list[Band], thicknesses: list[float]) -> None:
    """Rules of these thicknesses as wide as the type area, the last one on its lower edge."""
    assert [rule.height for rule in rules] == [pytest.approx(thickness, abs=HAIR) for thickness in thicknesses]
    assert [rule.left for rule in rules] == [pytest.approx(LEFT, abs=0.2)] * len(rules)
    assert [rule.right for rule in rules] == [pytest.approx(RIGHT, abs=0.2)] * len(rules)
    assert rules[-1].bottom == pytest.approx(FOOT, abs=NEAR)


def foot_rules(page: Printed) -> list[Band]:
    """The rules of the last page; words that begin at the left edge are no rules."""
    return [band for band in page.last.rules() if band.width > 150 and band.height < 1]


def test_the_imprint_stands_between_its_rules(printed: Printed, request: pytest.FixtureRequest) -> None:
    marked = "marked" in request.node.name
    check_rules(foot_rules(printed), [0.35, 0.35] if marked else [0.35, 0.25, 0.35])


def test_the_imprint_leaves_one_character_free_at_both_sides(printed: Printed) -> None:
    *_rest, line, _number = printed.pages[-1]
    shown = [glyph for glyph in line.glyphs if glyph.text.strip()]
    assert "".join(glyph.text for glyph in shown) == "某市科学技术协会办公室2025年3月21日印发"
    assert {glyph.size for glyph in shown} == {14.0}
    assert shown[0].left / MM == pytest.approx(LEFT + SMALL, abs=NEAR)
    assert shown[-1].right / MM == pytest.approx(RIGHT - SMALL, abs=NEAR)


def test_a_second_line_of_copies_begins_behind_the_colon(press: Press, kind: str) -> None:
    page = press.all(letter())[kind]
    first, second = page.pages[-1][-4:-2]
    assert first.text.startswith("抄送：")
    assert second.text.strip().endswith("。")
    assert first.left / MM == pytest.approx(LEFT + SMALL, abs=NEAR)
    assert second.left / MM == pytest.approx(first.glyphs[3].left / MM, abs=NEAR)
    assert second.left / MM == pytest.approx(LEFT + 4 * SMALL, abs=NEAR)


@pytest.mark.parametrize(("lines", "pages"), [(6, 2), (7, 2), (8, 3)])
def test_where_it_finds_no_room_the_imprint_goes_to_the_next_page(
    lines: int, pages: int, press: Press, kind: str
) -> None:
    """It never lies upon words; alone on a page it stands at the foot too."""
    page = press.all(letter(longer_by(lines)))[kind]
    assert len(page.pages) == pages
    rules = foot_rules(page)
    check_rules(rules, [0.35, 0.25, 0.35])
    *words, _copies, _more, _printed, _number = page.pages[-1]
    assert bool(words) == (pages == 2)
    assert all((PAPER_HEIGHT - line.baseline) / MM < rules[0].top for line in words)


def test_behind_an_annex_the_imprint_ends_the_last_page(press: Press, kind: str) -> None:
    page = press.all(letter(annex=True))[kind]
    check_rules(foot_rules(page)[-3:], [0.35, 0.25, 0.35])
    assert next(line.text for line in page.pages[2]) == "附件"
    assert len(page.pages) == 3
