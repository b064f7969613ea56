"""What keeps to the signature, and how much of it: a page is full before the next begins, whichever engine sets it.

A science museum's report ends with a long paragraph. A finance bureau's letter, the example of its pack, would leave
one line on the page of its signature.
"""

from pathlib import Path

import pypdfium2
import pytest
from tests.support.letter import letter
from tests.support.pages import page_lines
from tests.support.word import to_pdf

from reportgen.model.document import Role
from reportgen.model.engine import Engine
from reportgen.pipeline.build import Built, build
from reportgen.pipeline.check import check_text
from reportgen.word.package import Package
from reportgen.word.styles import by_name, read_styles

NOTE = Path(__file__).parents[2] / "templates" / "official-note" / "example.yaml"
SHORT = "  科技馆已经逐项核对。\n"
LONG = (
    "  科技馆把自评结果送给展览教育部和后勤部，逐项写明原因和改进措施，并由办公室每月检查一次，检查的情况记入台账。"
    "没有完成的指标，由承办的部门说明原因，提出完成的时间，报馆长办公会研究后列入下一年的计划；"
    "已经完成的，把资料整理归档，供下一次评价时查对。"
)
KEPT = "届时请安排设备科、财务科的同志参加。"
BELOW = "特此致函，请予复函。"


def built(text: str, engine: Engine) -> Built:
    return build(check_text(text, "公文.yaml"), ("pdf", "docx"), engine=engine)


def pages(pdf: bytes) -> list[list[str]]:
    """The lines of each page, without white space."""
    return [["".join(line.text.split()) for line in page] for page in page_lines(pdf)]


def bookmarks(pdf: bytes) -> list[tuple[str, int]]:
    """What each says, and its page, from 1."""
    with pypdfium2.PdfDocument(pdf) as document:
        found = [(mark.get_title(), mark.get_dest()) for mark in document.get_toc()]
        return [(title, target.get_index() + 1) for title, target in found if target]


@pytest.mark.parametrize("engine", Engine)
def test_the_paragraph_before_the_last_goes_with_its_heading(engine: Engine, tmp_path: Path) -> None:
    outputs = built(NOTE.read_text("utf-8"), engine).outputs
    assert bookmarks(outputs["pdf"]) == [("一、资料的内容", 1), ("二、时间和方式", 2)]
    (tmp_path / "函.docx").write_bytes(outputs["docx"])
    office = pages(to_pdf(tmp_path / "函.docx", tmp_path).read_bytes())
    assert [page[0] for page in office] == [page[0] for page in pages(outputs["pdf"])]


@pytest.mark.parametrize("engine", Engine)
def test_of_four_lines_two_stay_below_their_heading(engine: Engine) -> None:
    longer = KEPT[:-1] + "，并准备好设备的台账、合同和发票，届时逐台核对。"
    text = NOTE.read_text("utf-8").replace(KEPT, longer).replace("，患者满意度调查的原始资料。", "。")
    pdf = built(text, engine).outputs["pdf"]
    assert bookmarks(pdf)[-1] == ("二、时间和方式", 1)
    first, second = pages(pdf)
    assert first.index("二、时间和方式") == len(first) - 3
    assert second.index(BELOW) == 2, "two lines of the paragraph stand above"


def test_the_word_file_is_told_so() -> None:
    made = built(NOTE.read_text("utf-8"), Engine.TYPST).outputs["docx"]
    style = by_name(read_styles(Package("函.docx", made)))[Role.CLOSING.value]
    assert style.keep_next
    assert style.widow_control


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("above", [13, 14, 15])
def test_a_long_last_paragraph_fills_its_page(above: int, engine: Engine) -> None:
    _first, second, third = pages(built(letter(("  特此报告。", SHORT * above + LONG)), engine).outputs["pdf"])
    assert len(second) == 22 + 1, "and the number of the page"
    assert third[0] in "".join(LONG.split())
    assert "2025年3月20日" in third


@pytest.mark.parametrize("above", [13, 14, 15])
def test_it_breaks_where_the_other_engine_breaks_it(above: int) -> None:
    text = letter(("  特此报告。", SHORT * above + LONG))
    typst, weasyprint = (pages(built(text, engine).outputs["pdf"]) for engine in (Engine.TYPST, Engine.WEASYPRINT))
    assert typst == weasyprint
