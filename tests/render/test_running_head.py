"""页眉: on every page where the content asks for it, on none where it does not; nothing else moves."""

from pathlib import Path

import pytest
from tests.support.example import PACK, changed
from tests.support.pages import Line, page_lines
from tests.support.verapdf import breaches
from tests.support.word import audit
from tests.support.wordml import W, WordFile

from reportgen.model.engine import Engine
from reportgen.pipeline.build import Built, build
from reportgen.pipeline.check import check_text

HEADS = {
    "科技馆": "某市科技馆2024年度部门整体支出绩效评价报告",
    "医院": "示例县人民医院　{{ 年度 }}年度绩效评价报告",
    "水务": "|\n  某区水务局\n  2024年度部门整体支出绩效评价报告",
}
MARK = "主送机关: 某市财政局\n"


def built(head: str, engine: Engine = Engine.TYPST, kind: str = "部门整体支出绩效评价报告") -> Built:
    asked = f"{MARK}页眉: {head}\n" if head else MARK
    text = changed((MARK, asked), ("文种: 部门整体支出绩效评价报告", f"文种: {kind}"))
    return build(check_text(text, "内容.yaml", (PACK.parent,)), ("docx", "pdf", "html"), engine=engine)


def highest(pages: list[list[Line]]) -> list[str]:
    return [max(lines, key=lambda line: line.baseline).text for lines in pages]


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("trade", HEADS)
def test_every_page_has_it_and_every_output_says_so(trade: str, engine: Engine) -> None:
    made = built(HEADS[trade], engine)
    assert [finding.label for finding in made.report] == []
    heads = highest(page_lines(made.outputs["pdf"]))
    words = HEADS[trade].replace("{{ 年度 }}", "2024").removeprefix("|").split("\n")
    wanted = ["".join(line.split()) for line in words if line]
    assert ["".join(head.split()) for head in heads] == [wanted[page % len(wanted)] for page in range(len(heads))]


@pytest.mark.parametrize("engine", Engine)
def test_text_and_page_numbers_stay_where_they_are(engine: Engine) -> None:
    plain, headed = (page_lines(built(head, engine).outputs["pdf"]) for head in ("", HEADS["科技馆"]))
    assert len(plain) == len(headed)
    for without, with_head in zip(plain, headed, strict=True):
        rest = sorted(with_head, key=lambda line: -line.baseline)[1:]
        assert [(line.text, round(line.baseline, 1), round(line.left, 1)) for line in rest] == [
            (line.text, round(line.baseline, 1), round(line.left, 1))
            for line in sorted(without, key=lambda line: -line.baseline)
        ]


def test_odd_and_even_pages_have_theirs_at_the_outer_side() -> None:
    first, second = page_lines(built(HEADS["水务"]).outputs["pdf"])[:2]
    odd, even = (max(lines, key=lambda line: line.baseline) for lines in (first, second))
    assert odd.right == pytest.approx(595.3 - 73.7, abs=1)
    assert even.left == pytest.approx(79.35, abs=1)


def test_word_has_a_header_for_odd_and_one_for_even_pages(tmp_path: Path) -> None:
    word = WordFile(built(HEADS["水务"]).outputs["docx"])
    section = word.part("word/document.xml").find(f".//{W}sectPr")
    assert section is not None
    assert [node.get(f"{W}type") for node in section.iter(f"{W}headerReference")] == ["default", "even"]
    path = tmp_path / "甲.docx"
    path.write_bytes(built(HEADS["水务"]).outputs["docx"])
    assert audit(path) == []


def test_a_cover_has_none() -> None:
    made = built(HEADS["科技馆"], kind="部门整体支出绩效评价报告（装订本）")
    assert [finding.label for finding in made.report] == []
    heads = highest(page_lines(made.outputs["pdf"]))
    assert HEADS["科技馆"] not in heads[0]
    assert heads[1] == HEADS["科技馆"]


def test_the_pdf_keeps_its_standards() -> None:
    assert breaches(built(HEADS["水务"]).outputs["pdf"], "PDF/UA-1") == []
