"""Papers of several organs (联合行文), GB/T 9704-2012 §7.2.4 and §7.2.6: letterhead and signers, measured.

A finance bureau with a school board and a health commission; a water bureau with a finance centre; a court with others.
"""

from pathlib import Path

import pytest
from tests.support.ink import Sheet
from tests.support.letter import UNSIGNED, letter
from tests.support.made import lines_of
from tests.support.pages import Line, page_lines
from tests.support.printed import KINDS, pages
from tests.support.verapdf import breaches

from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_file, check_text

CHARACTER = 15.75
LEFT, RIGHT = 28 / 25.4 * 72, (210 - 26) / 25.4 * 72
FURTHER = "联合单位: |\n  示例县教育局\n  示例县卫生健康委员会\n"
HEAD = "发文机关标志: |\n  示例县财政局\n  示例县教育局\n  示例县卫生健康委员会\n  文件\n"
JOINT = (
    ("单位: 某市科学技术协会\n", "单位: 示例县财政局\n" + FURTHER),
    ("发文机关标志: 某市科学技术协会文件\n", HEAD),
    ("发文字号: 某科协〔2025〕12号", "发文字号: 示财绩〔2025〕12号"),
    ("签发人: 李华", "签发人: 赵明、钱芳、孙志远"),
    ("事由: 报送2024年度项目支出绩效自评情况", "事由: 报送2024年度校园食品安全资金绩效自评情况"),
)


def heads(page: list[Line]) -> list[Line]:
    """The lines of large letters, 文件 beside the names cut off where it stands in a line of its own height."""
    return [line for line in page if line.size > 24]


@pytest.mark.parametrize("kind", KINDS)
def test_the_names_are_equally_wide_and_the_word_stands_beside_their_middle(kind: str, tmp_path: Path) -> None:
    first, middle, last = heads(page_lines(pages(letter(*JOINT), kind, tmp_path))[0])
    names = [[glyph for glyph in line.glyphs if glyph.text not in " 文件"] for line in (first, middle, last)]
    assert ["".join(glyph.text for glyph in name) for name in names] == [
        "示例县财政局",
        "示例县教育局",
        "示例县卫生健康委员会",
    ]
    for edge in ([name[0].left for name in names], [name[-1].left for name in names]):
        assert max(edge) - min(edge) < 1, "they begin and end alike"
    assert middle.text.replace(" ", "").endswith("文件")
    assert middle.right == pytest.approx(RIGHT, abs=4)


def test_of_two_names_the_word_stands_between_them(tmp_path: Path) -> None:
    two = HEAD.replace("  示例县卫生健康委员会\n", "")
    text = letter(*JOINT[2:], (JOINT[0][0], "单位: 示例县财政局\n联合单位: 示例县教育局\n"), (JOINT[1][0], two))
    first, word, second = heads(page_lines(pages(text, "typst", tmp_path))[0])
    assert word.text == "文件"
    assert word.baseline == pytest.approx((first.baseline + second.baseline) / 2, abs=1)


@pytest.mark.parametrize("kind", KINDS)
def test_the_letterhead_begins_where_that_of_one_organ_does(kind: str, tmp_path: Path) -> None:
    red = Sheet(pages(letter(*JOINT), kind, tmp_path), 1).red()
    assert red[0].top == pytest.approx(37 + 35, abs=1.5)


@pytest.mark.parametrize("kind", KINDS)
def test_two_signers_a_line_and_the_number_beside_the_last(kind: str, tmp_path: Path) -> None:
    page = page_lines(pages(letter(*JOINT), kind, tmp_path))[0]
    at = next(number for number, line in enumerate(page) if "签发人" in line.text)
    upper, lower = page[at], page[at + 1]
    assert "".join(upper.text.split()) == "签发人：赵明钱芳"
    assert "".join(lower.text.split()) == "示财绩〔2025〕12号孙志远"
    assert lower.left == pytest.approx(LEFT + CHARACTER, abs=1)
    names = {glyph.text: glyph for line in (upper, lower) for glyph in line.glyphs}
    assert names["孙"].left == pytest.approx(names["赵"].left, abs=1), "below the first name"
    assert names["芳"].right == pytest.approx(RIGHT - CHARACTER, abs=1)
    assert {names[char].face for char in "赵芳孙"} == {"GWKai"}
    assert names["签"].face == "GWFangSong"


@pytest.mark.parametrize("signers", ["赵明、钱芳", "赵明，钱芳", "|\n  赵明\n  钱芳"])
def test_signers_are_parted_as_people_part_them(signers: str) -> None:
    told = lines_of(check_text(letter(*JOINT[:3], ("签发人: 李华", f"签发人: {signers}")), "公文.yaml"))
    assert "示财绩〔2025〕12号\t签发人：赵明\t钱芳" in told


def test_the_title_names_up_to_three_organs_and_else_how_many_they_are() -> None:
    told = "".join(lines_of(check_text(letter(*JOINT), "公文.yaml")))
    assert "示例县财政局示例县教育局示例县卫生健康委员会关于报送" in told.replace("　", "")
    five = FURTHER + "  示例县法院\n  示例县检察院\n"
    many = letter((JOINT[0][0], "单位: 示例县水务局\n" + five))
    assert "示例县水务局等五部门关于报送" in "".join(lines_of(check_text(many, "公文.yaml")))


@pytest.mark.parametrize("kind", KINDS)
def test_organs_that_set_no_seal_sign_one_below_the_other(kind: str, tmp_path: Path) -> None:
    lines = [line for page in page_lines(pages(letter(*JOINT), kind, tmp_path)) for line in page]
    at = next(n for n, line in enumerate(lines) if line.text.replace(" ", "") == "示例县财政局" and line.size < 20)
    signed = lines[at : at + 4]
    assert ["".join(line.text.split()) for line in signed] == [
        "示例县财政局",
        "示例县教育局",
        "示例县卫生健康委员会",
        "2025年3月20日",
    ]
    assert len({round(line.left) for line in signed[:3]}) == 1
    assert signed[2].right == pytest.approx(RIGHT - 2 * CHARACTER, abs=1)
    if kind != "docx":  # LibreOffice sets blanks between figures and hanzi
        assert signed[3].left == pytest.approx(signed[0].left + 2 * CHARACTER, abs=1)


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_nothing_is_said_of_its_layout(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"公文.{kind}"
    path.write_bytes(build(check_text(letter(*JOINT), "公文.yaml"), [kind]).outputs[kind])
    assert [
        each.label for each in check_file(path).report if each.code.startswith("LAY") or each.code == "STR029"
    ] == []


def test_it_is_for_archives_and_for_screen_readers() -> None:
    pdf = build(check_text(letter(*JOINT), "公文.yaml"), ["pdf"]).outputs["pdf"]
    assert [breaches(pdf, standard) for standard in ("PDF/A-2a", "PDF/UA-1")] == [[], []]


# paper that has its letterhead already


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("changes", [(), JOINT], ids=["one organ", "three"])
def test_a_letterhead_that_the_paper_has_leaves_everything_where_it_is(
    changes: tuple[tuple[str, str], ...], kind: str, tmp_path: Path
) -> None:
    text = letter(*changes)
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    printed = pages(text, kind, tmp_path / "a")
    bare = pages(text.replace("\n发文字号", "\n预印红头: 是\n发文字号", 1), kind, tmp_path / "b")
    assert Sheet(bare, 1).red() == []
    below = [[line for line in page_lines(pdf)[0] if line.size < 24] for pdf in (printed, bare)]
    assert [line.text for line in below[0]] == [line.text for line in below[1]]
    for one, other in zip(*below, strict=True):
        assert one.baseline == pytest.approx(other.baseline, abs=1)


def test_it_is_printed_where_the_answer_is_no() -> None:
    assert (
        lines_of(check_text(letter(("\n发文字号", "\n预印红头: 否\n发文字号")), "公文.yaml"))[0]
        == "某市科学技术协会文件"
    )


# what people get wrong


def said(*changes: tuple[str, str]) -> list[tuple[str, int, str]]:
    report = check_text(letter(*changes), "公文.yaml").report
    return [(each.code, each.place.line, each.label) for each in report if each.code in ("CON025", "CON027")]


def line_of(words: str, *changes: tuple[str, str]) -> int:
    return letter(*changes).splitlines().index(words) + 1


def test_two_organs_in_the_letterhead_and_one_that_signs() -> None:
    alone = (JOINT[1],)
    assert said(*alone) == [("CON025", line_of("  示例县财政局", *alone), "红头上有「示例县财政局」，落款里没有")]
    without = (("单位: 某市科学技术协会\n", "单位: 示例县财政局\n联合单位: 示例县教育局\n"), JOINT[1])
    place = line_of("  示例县卫生健康委员会", *without)
    assert said(*without) == [("CON025", place, "红头上有「示例县卫生健康委员会」，落款里没有")]


def test_organs_in_another_order() -> None:
    turned = HEAD.replace("  示例县财政局\n  示例县教育局\n", "  示例县教育局\n  示例县财政局\n")
    changes = (JOINT[0], (JOINT[1][0], turned))
    first = line_of("发文机关标志: |", *changes) + 1
    assert said(*changes) == [("CON025", first, "红头上各机关的次序与落款不同")]


def test_one_organ_whose_name_takes_two_lines_is_one() -> None:
    two = "发文机关标志: |\n  某市科学技术\n  协会\n  文件\n"
    assert said((JOINT[1][0], two)) == []


def test_the_organ_in_charge_may_stand_alone_in_the_letterhead() -> None:
    assert said(JOINT[0], (JOINT[1][0], "发文机关标志: 示例县财政局文件\n")) == []


def test_neither_yes_nor_no() -> None:
    changed = ("\n发文字号", "\n预印红头: 套打\n发文字号")
    assert said(changed) == [("CON025", line_of("预印红头: 套打", changed), "「预印红头」写「是」或「否」")]


@pytest.mark.parametrize("kind", ["通知", "复函", "批复"])
def test_a_paper_that_goes_down_or_sideways_names_no_signer(kind: str) -> None:
    changed = ("公文种类: 报告", f"公文种类: {kind}")
    place = next(at for at, line in enumerate(letter(changed).splitlines(), start=1) if line.startswith("签发人:"))
    assert said(changed) == [("CON027", place, f"公文种类是「{kind}」，不标注签发人")]
    assert said(changed, UNSIGNED) == []
