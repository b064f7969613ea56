"""The formats of GB/T 9704-2012 §10 as packs: letter (信函), order (命令), minutes (纪要), measured on their pages.

Each in a content file of another trade: a finance bureau, a county, a hospital; and in the Word file by LibreOffice.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from tests.support.ink import Band, Sheet
from tests.support.made import lines_of
from tests.support.pages import page_lines, pages_text
from tests.support.word import to_pdf

from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_file, check_text

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
MARKS = '\n份号: "000012"\n密级: 秘密★1年\n紧急程度: 特急\n发文字号:'
Printed = Callable[[str], bytes]


def example(pack: str, *changes: tuple[str, str]) -> str:
    text = (TEMPLATES / pack / "example.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def said(text: str) -> list[str]:
    return [line.replace("\t", " ") for line in lines_of(check_text(text, "公文.yaml"))]


@cache
def outputs(pack: str) -> dict[str, bytes]:
    made = build(check_text(example(pack), "公文.yaml"), ("docx", "pdf"))
    return {kind: made.outputs[kind] for kind in ("docx", "pdf")}


@pytest.fixture(params=["pdf", "docx"])
def printed(request: pytest.FixtureRequest, tmp_path: Path) -> Printed:
    """The pages of an example: our own, and those of the Word file."""

    def pages(pack: str) -> bytes:
        if request.param == "pdf":
            return outputs(pack)["pdf"]
        (tmp_path / "公文.docx").write_bytes(outputs(pack)["docx"])
        return to_pdf(tmp_path / "公文.docx", tmp_path).read_bytes()

    return pages


def near(found: float, due: float, within: float = 1.0) -> bool:
    return abs(found - due) <= within


def lines(bands: list[Band]) -> list[Band]:
    """The rules among bands of ink."""
    return [band for band in bands if band.width > 100 and band.height < 3]


# 10.1 letters


def test_a_letter_has_red_double_lines_at_head_and_foot(printed: Printed) -> None:
    """170 mm wide, in the middle of the paper; the upper one thick above thin, the lower one thin above thick."""
    red = Sheet(printed("official-note"), 1).red()
    head, foot = lines(red)[:2], lines(red)[2:]
    assert [len(head), len(foot)] == [2, 2]
    for line in (*head, *foot):
        assert near(line.width, 170, 0.5)
        assert near(line.left, 20, 0.5)
    assert head[0].height > 2 * head[1].height
    assert foot[1].height > 2 * foot[0].height
    assert near(foot[1].bottom, 297 - 20)


def test_the_letterhead_begins_30_mm_below_the_edge_and_4_mm_above_the_line(printed: Printed) -> None:
    red = Sheet(printed("official-note"), 1).red()
    assert near(red[0].top, 30)
    assert near(lines(red)[0].top - red[0].bottom, 4)


def test_the_other_pages_of_a_letter_have_no_lines_and_begin_where_the_type_area_does(printed: Printed) -> None:
    second = Sheet(printed("official-note"), 2)
    assert second.red() == []
    assert near(second.black()[0].top, 39, 2)  # LibreOffice sets an exact line a little lower


def test_the_first_page_of_a_letter_has_no_number(printed: Printed) -> None:
    first, second = pages_text(printed("official-note"))
    assert "—" not in first
    assert "— 2 —" in second.replace("—2—", "— 2 —")


def test_the_number_of_a_letter_stands_at_the_right_beside_its_marks() -> None:
    assert said(example("official-note"))[0] == "示财函〔2025〕6号", "the letterhead stands in the head of the page"
    marked = said(example("official-note", ("\n发文字号:", MARKS)))
    assert marked[:3] == ["000012 示财函〔2025〕6号", "秘密★1年", "特急"]
    secret = said(example("official-note", ("\n发文字号:", "\n密级: 秘密★1年\n发文字号:")))
    assert secret[0] == "秘密★1年 示财函〔2025〕6号"


@pytest.mark.parametrize("mark", ['份号: "000012"', "密级: 秘密★1年", "紧急程度: 特急"])
def test_nothing_is_said_of_a_letter_with_marks(mark: str, tmp_path: Path) -> None:
    text = example("official-note", ("\n发文字号:", f"\n{mark}\n发文字号:"))
    made = build(check_text(text, "公文.yaml"), ("docx", "pdf"))
    for kind in ("docx", "pdf"):
        path = tmp_path / f"公文.{kind}"
        path.write_bytes(made.outputs[kind])
        assert [each.label for each in check_file(path).report if each.code.startswith("LAY")] == []


def test_the_imprint_of_a_letter_has_copies_alone() -> None:
    assert said(example("official-note"))[-1] == "抄送：示例县卫生健康局。"


# 10.2 orders


def test_an_order_has_its_number_and_no_title() -> None:
    told = said(example("official-order"))
    assert told[:2] == ["示例县人民政府令", "第12号"]
    assert told[2].startswith("《示例县预算绩效管理办法》已经")
    assert told[-3:] == ["县长　　赵　明", "2025年3月20日", "示例县人民政府办公室 2025年3月21日印发"]


def test_the_letterhead_of_an_order_begins_20_mm_below_the_type_area(printed: Printed) -> None:
    red = Sheet(printed("official-order"), 1).red()
    assert len(red) == 1, "and no red line"
    assert near(red[0].top, 37 + 20)


def test_who_signs_an_order_stands_four_characters_from_the_right(printed: Printed) -> None:
    page = page_lines(printed("official-order"))[0]
    signed = next(line for line in page if line.text.replace(" ", "").endswith("明") and "县长" in line.text)
    dated = next(line for line in page if line.text.replace(" ", "") == "2025年3月20日")
    edge = (28 + 156) / 25.4 * 72
    for line in (signed, dated):
        assert near((edge - line.glyphs[-1].right) / 15.75, 4, 0.3)


# 10.3 minutes


def test_minutes_name_who_was_there_behind_the_text() -> None:
    told = said(example("official-minutes"))
    assert told[:4] == [
        "示例县人民医院会议纪要",
        "〔2025〕3号",
        "示例县人民医院办公室 2025年3月20日",
        "示例县人民医院预算绩效管理工作会议纪要",
    ]
    assert told[-5:-2] == [
        "出席：赵明、钱芳、孙伟，财务科李敏，设备科周强，门诊部吴静",
        "请假：院办公室郑涛",
        "列席：示例县卫生健康局王琳",
    ]
    absent = said(example("official-minutes", ("\n请假: 院办公室郑涛", "")))
    assert not [line for line in absent if line.startswith("请假")]


def test_the_letterhead_of_minutes_begins_35_mm_below_the_type_area(printed: Printed) -> None:
    red = Sheet(printed("official-minutes"), 1).red()
    assert near(red[0].top, 37 + 35)
    assert near(lines(red)[0].width, 156)


def test_the_second_line_of_names_begins_below_the_first_name(printed: Printed) -> None:
    page = page_lines(printed("official-minutes"))[1]
    at = next(number for number, line in enumerate(page) if line.text.replace(" ", "").startswith("出席："))
    names, following = page[at], page[at + 1]
    assert near(names.glyphs[3].left, following.glyphs[0].left, 2)
    assert [glyph.face for glyph in names.glyphs[:4:3]] == ["GWHei", "GWFangSong"]
