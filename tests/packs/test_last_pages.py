"""A last page is never under a quarter full because a signature found no room (GB/T 9704-2012 §7.3.5.5).

Letters of every length around the end of their second page: a hospital's with short lines, a school's with paragraphs
of several lines, a water bureau's with a seal. And what is done for it is the same with both engines and in the Word
file.
"""

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from tests.support.letter import letter
from tests.support.pages import Line, page_lines
from tests.support.word import to_pdf

from reportgen.model.engine import Engine
from reportgen.pipeline.build import Built, build
from reportgen.pipeline.check import check_file, check_text

PARAGRAPHS = {
    "hospital": "全院各科室已经逐项核对。",
    "school": "学校把自评结果送给各年级组和后勤部门，逐项写明原因和改进措施，"
    "并由总务处每月检查一次，检查的情况记入台账。",
    "water": "渠道清淤项目按合同完成，渠道清淤的长度由监理单位逐段量过，量的结果附在验收单后面。",
}
SEALED = {"water": ("\n附注:", "\n加盖印章: 是\n附注:")}
LENGTHS = {"hospital": range(11, 19), "school": range(4, 9), "water": range(4, 10)}
CASES = [(trade, length) for trade, lengths in LENGTHS.items() for length in lengths]
TOP, AREA = 37 / 25.4 * 72, 225 / 25.4 * 72
PAPER = 297 / 25.4 * 72


@cache
def built(trade: str, length: int, engine: Engine = Engine.TYPST) -> Built:
    longer = ("  特此报告。", f"  {PARAGRAPHS[trade]}\n" * length + "  特此报告。")
    changes = [longer, *([SEALED[trade]] if trade in SEALED else [])]
    return build(check_text(letter(*changes), "公文.yaml"), ("pdf", "docx"), engine=engine)


def last(pdf: bytes) -> tuple[int, Line, list[Line]]:
    """The number of the page of the date, its line, and all lines above it there."""
    for number, page in enumerate(page_lines(pdf), start=1):
        for line in page:
            if "".join(line.text.split()) == "2025年3月20日":
                return number, line, [each for each in page if each.baseline > line.baseline]
    raise AssertionError("no date")


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize(("trade", "length"), CASES)
def test_no_last_page_is_a_remnant(trade: str, length: int, engine: Engine) -> None:
    number, date, above = last(built(trade, length, engine).outputs["pdf"])
    assert number == 1 or (PAPER - date.baseline - TOP) / AREA > 0.2
    assert number == 1 or len(above) > 1, "text stands above the author"


@pytest.mark.parametrize(("trade", "length"), CASES)
def test_both_engines_have_the_same_lines_there(trade: str, length: int) -> None:
    typst, weasyprint = (last(built(trade, length, engine).outputs["pdf"]) for engine in Engine)
    assert typst[0] == weasyprint[0]
    assert [line.text for line in typst[2]] == [line.text for line in weasyprint[2]]


def test_a_letter_of_two_pages_that_lacks_a_line_is_drawn_in() -> None:
    number, date, _above = last(built("hospital", 12).outputs["pdf"])
    assert number == 2
    assert (PAPER - date.baseline - TOP) / AREA > 0.95, "the page is full to its last line"


@pytest.mark.parametrize(("trade", "length"), [("hospital", 12), ("hospital", 15), ("school", 6), ("water", 6)])
def test_the_word_file_has_its_signature_on_the_same_page(trade: str, length: int, tmp_path: Path) -> None:
    path = tmp_path / "公文.docx"
    path.write_bytes(built(trade, length).outputs["docx"])
    office = to_pdf(path, tmp_path).read_bytes()
    assert last(office)[0] == last(built(trade, length).outputs["pdf"])[0]


@pytest.mark.parametrize(("trade", "length"), [("hospital", 12), ("hospital", 14), ("school", 6), ("water", 6)])
@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_nothing_is_said_of_lines_that_were_adjusted(trade: str, length: int, kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"公文.{kind}"
    path.write_bytes(built(trade, length).outputs[kind])
    assert [each.label for each in check_file(path).report if each.code.startswith("LAY")] == []
    assert [each for each in built(trade, length).report if each.code.startswith("VER")] == []


def test_lines_that_need_no_adjusting_have_none() -> None:
    _number, _date, above = last(built("hospital", 18).outputs["pdf"])
    pitches = {round(one.baseline - other.baseline, 2) for one, other in pairwise(above)}
    assert 28.95 in pitches
