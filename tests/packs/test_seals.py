"""Seals and stamps of signatures, GB/T 9704-2012 §7.3.5.1 and §7.3.5.3: measured on the pages of the PDF and of Word.

A school, a water bureau with others, a county that signs a bill; and what people get wrong.
"""

from pathlib import Path

import pytest
from tests.support.ink import Band, Sheet
from tests.support.letter import UNSIGNED, letter
from tests.support.pages import Line, page_lines
from tests.support.printed import KINDS, pages
from tests.support.seals import bomb, seal
from tests.support.verapdf import breaches
from tests.support.wordml import WordFile

from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_file, check_text

CHARACTER, LINE = 156 / 28, 225 / 22
"""In mm."""
RIGHT = 210 - 26
UNIT = ("单位: 某市科学技术协会\n", "单位: 示例市第二中学\n")
HEAD = ("发文机关标志: 某市科学技术协会文件", "发文机关标志: 示例市第二中学文件")
BODY_END = "特此报告。"


def sealed(*lines: str) -> tuple[str, str]:
    return "\n附注:", "".join(f"\n{line}" for line in lines) + "\n附注:"


ONE = (UNIT, HEAD, sealed("加盖印章: 是", "印章图片: 校章.png"))
THREE = (
    ("单位: 某市科学技术协会\n", "单位: 示例县水务局\n联合单位: |\n  示例县财政局\n  示例县审计局\n"),
    HEAD,
    sealed("印章图片: |", "  校章.png", "  透明.png", "  校章.png"),
)
FIVE = (
    (
        "单位: 某市科学技术协会\n",
        "单位: 示例县水务局\n联合单位: |\n  示例县财政局\n  示例县审计局\n  示例县法院\n  示例县检察院\n",
    ),
    HEAD,
    sealed("印章图片: |", *["  校章.png"] * 5),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Beside the content file: seals on white and on nothing, what is none, one beyond the folder."""
    own = tmp_path / "稿件"
    own.mkdir()
    seal(own / "校章.png")
    seal(own / "透明.png", clear=True)
    seal(tmp_path / "外面.png")
    (own / "说明.png").write_text("不是图片", encoding="utf-8")
    bomb(own / "炸弹.png")
    return own


class Closing:
    """The page on which a letter ends: its seals, its lines, in mm from the upper left corner of the paper."""

    def __init__(self, pdf: bytes) -> None:
        lines = page_lines(pdf)
        page = next(at for at, each in enumerate(lines) if any(BODY_END in line.text for line in each))
        self.lines = lines[page]
        self.rows = [band for band in Sheet(pdf, page + 1).red() if band.height > 20]

    def line(self, words: str) -> Line:
        """The line of these words."""
        return next(line for line in self.lines if words in "".join(line.text.split()))

    def base(self, words: str) -> float:
        """How far below the edge of the paper its baseline lies."""
        return 297 - self.line(words).baseline / 72 * 25.4


def middle(band: Band) -> float:
    return (band.left + band.right) / 2


def centre(line: Line) -> float:
    return (line.left + line.right) / 2 / 72 * 25.4


@pytest.mark.parametrize("kind", KINDS)
def test_a_seal_lies_in_the_middle_of_author_and_date(kind: str, folder: Path) -> None:
    closing = Closing(pages(letter(*ONE), kind, folder))
    (one,) = closing.rows
    assert one.height == pytest.approx(42, abs=0.5)
    assert one.width == pytest.approx(42, abs=0.5)
    near = 0.5 if kind != "docx" else 1  # LibreOffice sets blanks between figures and hanzi
    assert centre(closing.line("示例市第二中学")) == pytest.approx(middle(one), abs=near)
    assert centre(closing.line("2025年3月20日")) == pytest.approx(middle(one), abs=near)
    assert RIGHT - closing.line("2025年3月20日").right / 72 * 25.4 == pytest.approx(4 * CHARACTER, abs=3 * near)
    between = (closing.base("示例市第二中学") + closing.base("2025年3月20日")) / 2 - 0.38 * 16 / 72 * 25.4
    assert 0 < between - (one.top + one.bottom) / 2 < 0.5 * LINE, "both a little below its centre"
    foot = closing.base(BODY_END) + LINE / 2 - 0.38 * 16 / 72 * 25.4
    assert -0.3 < one.top - foot < LINE, "within a line of the text"


@pytest.mark.parametrize("kind", KINDS)
def test_three_seals_stand_side_by_side_and_do_not_touch(kind: str, folder: Path) -> None:
    closing = Closing(pages(letter(*THREE), kind, folder))
    (row,) = closing.rows
    assert row.height == pytest.approx(42, abs=0.5)
    assert row.width == pytest.approx(3 * 42 + 2 * 5, abs=1)
    assert row.left > 28
    assert row.right < RIGHT
    signed = closing.line("示例县水务局示例县财政局示例县审计局")
    assert centre(signed) == pytest.approx(middle(row), abs=1)
    assert centre(closing.line("2025年3月20日")) == pytest.approx(row.right - 21, abs=1.5), "the last one on the date"


def test_five_seals_stand_in_two_rows(folder: Path) -> None:
    closing = Closing(pages(letter(*FIVE), "typst", folder))
    upper, lower = closing.rows
    assert lower.top - upper.bottom > 3
    assert upper.right == pytest.approx(lower.right, abs=0.5)
    assert lower.width == pytest.approx(2 * 42 + 5, abs=1)
    assert closing.line("示例县法院示例县检察院").size == 16


def test_long_names_leave_room_for_two_a_row(folder: Path) -> None:
    long = "单位: 示例县卫生健康委员会\n联合单位: |\n  示例县自然资源规划局\n  示例县人力资源局\n"
    closing = Closing(pages(letter((UNIT[0], long), *THREE[1:]), "typst", folder))
    assert len(closing.rows) == 2
    assert closing.line("示例县卫生健康委员会示例县自然资源规划局").size == 16


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_picture_the_room_is_kept(kind: str, folder: Path) -> None:
    closing = Closing(pages(letter(UNIT, HEAD, sealed("加盖印章: 是")), kind, folder))
    assert closing.rows == []
    assert closing.base("示例市第二中学") - closing.base(BODY_END) == pytest.approx(3 * LINE, abs=0.5)


@pytest.mark.parametrize("kind", KINDS)
def test_words_are_read_through_a_seal_on_white(kind: str, folder: Path) -> None:
    """Its white is let through, so that it hides nothing of the text above it."""
    closing = Closing(pages(letter(*ONE), kind, folder))
    assert "".join(closing.line(BODY_END).text.split()) == BODY_END


def test_a_seal_may_be_of_another_size(folder: Path) -> None:
    small = Closing(pages(letter(UNIT, HEAD, sealed("印章图片: 校章.png", "印章直径: 38毫米")), "typst", folder))
    assert small.rows[0].height == pytest.approx(38, abs=0.5)


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize("changes", [ONE, THREE, FIVE], ids=["one", "three", "five"])
def test_nothing_is_said_of_its_layout(changes: tuple[tuple[str, str], ...], kind: str, folder: Path) -> None:
    path = folder / f"公文.{kind}"
    checked = check_text(letter(*changes), str(folder / "公文.yaml"))
    path.write_bytes(build(checked, [kind]).outputs[kind])
    assert [each.label for each in check_file(path).report if each.code.startswith("LAY")] == []


def test_it_is_for_archives_and_for_screen_readers(folder: Path) -> None:
    pdf = pages(letter(*THREE), "typst", folder)
    assert [breaches(pdf, standard) for standard in ("PDF/A-2a", "PDF/UA-1")] == [[], []]


# stamps of signatures

SIGNED = (
    ("单位: 某市科学技术协会\n", "单位: 示例县人民政府\n"),
    ("发文机关标志: 某市科学技术协会文件", "发文机关标志: 示例县人民政府"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_a_stamp_of_a_signature_has_its_post_before_it(kind: str, folder: Path) -> None:
    closing = Closing(pages(letter(UNSIGNED, *SIGNED, sealed("签名章: 县长 赵明")), kind, folder))
    signed, dated = closing.line("县长赵明"), closing.line("2025年3月20日")
    edge = RIGHT / 25.4 * 72
    assert (edge - signed.right) / 15.75 == pytest.approx(4, abs=0.2)
    glyphs = {glyph.text: glyph for glyph in signed.glyphs}
    assert (glyphs["赵"].left - glyphs["长"].right) / 15.75 == pytest.approx(2, abs=0.2)
    assert (edge - dated.right) / 15.75 == pytest.approx(4, abs=0.2)
    assert closing.base("县长赵明") - closing.base(BODY_END) == pytest.approx(3 * LINE, abs=0.5), "two lines free"
    assert closing.base("2025年3月20日") - closing.base("县长赵明") == pytest.approx(2 * LINE, abs=0.5)


def test_posts_of_several_organs_stand_one_below_the_other(folder: Path) -> None:
    several = sealed("签名章: |", "  县长 赵明", "  院长 孙志远")
    text = letter(UNSIGNED, *SIGNED, several)
    closing = Closing(pages(text, "typst", folder))
    one, other = closing.line("县长赵明"), closing.line("院长孙志远")
    assert one.left == pytest.approx(other.left, abs=0.5)


def test_in_word_a_seal_has_a_number_that_no_chart_has(folder: Path) -> None:
    chart = ("  # 自评组织情况", "  图 各科收治：{{ 收治 | 柱形图 }}\n  # 自评组织情况")
    data = ("\n数据:\n", "\n数据:\n  收治: {内科: 12人, 外科: 8人}\n")
    made = build(check_text(letter(*THREE, chart, data), str(folder / "公文.yaml")), ["docx"])
    body = WordFile(made.outputs["docx"]).part("word/document.xml")
    numbers = [node.get("id") for node in body.iter("{*}docPr")]
    assert len(numbers) == len(set(numbers)) == 4


# what people get wrong


def said(folder: Path, *lines: str) -> list[tuple[str, str]]:
    report = check_text(letter(UNIT, HEAD, sealed(*lines)), str(folder / "公文.yaml")).report
    found = [each for each in report if each.code in ("CON025", "CON026")]
    assert all(each.place.line for each in found)
    return [(each.code, each.label) for each in found]


WRONG = [
    (["印章图片: 没有.png"], "CON026", "没有这个文件，或者读不了"),
    (["印章图片: ../外面.png"], "CON026", "文件要在内容文件所在的文件夹里"),
    (["印章图片: https://example.com/章.png"], "CON026", "文件要在内容文件所在的文件夹里"),
    (["印章图片: 说明.png"], "CON026", "不是 jpg、png 图片，或已损坏，或大得不像照片"),
    (["印章图片: 炸弹.png"], "CON026", "不是 jpg、png 图片，或已损坏，或大得不像照片"),
    (["印章图片: |", "  校章.png", "  透明.png"], "CON025", "印章图片 2 个，落款的机关 1 个"),
    (["加盖印章: 公章"], "CON025", "「加盖印章」写「是」或「否」"),
    (["印章图片: 校章.png", "印章直径: 4"], "CON025", "印章直径写 30 到 60 毫米，如 42毫米"),
    (["签名章: 赵明"], "CON025", "分不清职务和姓名"),
]


@pytest.mark.parametrize(("lines", "code", "label"), WRONG, ids=[each[2] + "·" + each[0][-1] for each in WRONG])
def test_what_cannot_be_used_is_said_with_its_place(lines: list[str], code: str, label: str, folder: Path) -> None:
    assert said(folder, *lines) == [(code, label)]
