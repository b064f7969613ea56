"""Notes and words that stand out on every kind of page: each output reads back as the document says it."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from tests.support.example import PACK, changed
from tests.support.pages import page_lines, pages_text
from tests.support.verapdf import breaches
from tests.support.word import audit
from tests.support.wordml import W, WordFile, value

from reportgen.model.engine import Engine
from reportgen.pipeline.build import Built, build
from reportgen.pipeline.check import check_file, check_text
from reportgen.pipeline.finished import check_finished

PROSE = "各项目均设定了量化的绩效目标。\n"
WARDS = (
    "**门诊量稳中有升**，全年收治1200人次〔注：不含体检，资料来自病案首页（示例县人民医院）。〕，床位周转加快。",
    "校舍检测合格〔注：按某教〔2016〕24号的规定每年检测一次。〕，管网“零漏损”〔注：**供水**口径。〕达标。",
    "| 科室 | 门诊（人次） |",
    "| 内科 | 700〔注：含发热门诊。〕 |",
    "| 外科 | 500 |",
    "| 合计 | = |",
)
FORMATS = ("docx", "pdf", "html", "txt")


def content(*lines: str) -> str:
    added = "".join(f"    {line}\n" for line in lines)
    return changed((PROSE, PROSE + added))


@cache
def made(engine: Engine) -> Built:
    return build(check_text(content(*WARDS), "内容.yaml"), FORMATS, engine=engine)


@pytest.mark.parametrize("engine", Engine)
def test_every_output_says_what_the_document_does(engine: Engine) -> None:
    assert [(finding.code, finding.label) for finding in made(engine).report] == []


@pytest.mark.parametrize("engine", Engine)
def test_a_note_stands_at_the_foot_of_the_page_of_its_mark(engine: Engine) -> None:
    pages = pages_text(made(engine).outputs["pdf"])
    (page,) = [text for text in pages if "示例县人民医院）。" in text]
    assert "收治1200人次①" in page
    lines = [line.text for line in page_lines(made(engine).outputs["pdf"])[pages.index(page)]]
    notes = [line[0] for line in lines if line.startswith(tuple("①②③"))]
    assert lines[-1].startswith("—")
    assert notes[-3:] == ["①", "②", "③"]


@pytest.mark.parametrize("engine", Engine)
def test_marks_do_not_part_the_lines_of_the_text(engine: Engine) -> None:
    """From one line to the next it is as far everywhere, with marks in them or without.

    The lines of the whole paper may stand a little closer than 28.95 pt, so that its last page is not nearly empty.
    """
    pages = page_lines(made(engine).outputs["pdf"])
    bodies = [[line.baseline for line in lines if line.size == pytest.approx(16, abs=0.1)] for lines in pages]
    steps = {round((above - below) / 28.95, 2) for body in bodies for above, below in pairwise(body)}
    (step,) = {step for step in steps if step < 1.9}
    assert 20 / 22 <= 1 / step <= 23 / 22 + 0.01


def test_both_engines_need_as_many_pages() -> None:
    first, second = (pages_text(made(engine).outputs["pdf"]) for engine in Engine)
    assert len(first) == len(second)


@pytest.mark.parametrize("standard", ["PDF/A-2a", "PDF/UA-1"])
def test_the_pdf_keeps_its_standards(standard: str) -> None:
    assert breaches(made(Engine.TYPST).outputs["pdf"], standard) == []


def test_word_has_notes_of_its_own_numbered_in_circles(tmp_path: Path) -> None:
    word = WordFile(made(Engine.TYPST).outputs["docx"])
    notes = [node for node in word.part("word/footnotes.xml") if node.get(f"{W}type") is None]
    assert len(notes) == 3
    body = word.part("word/document.xml")
    references = [node.get(f"{W}id") for node in body.iter(f"{W}footnoteReference")]
    assert references == [node.get(f"{W}id") for node in notes]
    assert {value(node.find(f"{W}footnotePr"), "numFmt") for node in body.iter(f"{W}sectPr")} == {
        "decimalEnclosedCircle"
    }
    strong = [run for run in body.iter(f"{W}r") if value(run.find(f"{W}rPr"), "rStyle") == "GWStrong"]
    assert ["".join(run.itertext()) for run in strong] == ["门诊量稳中有升"]
    path = tmp_path / "甲.docx"
    path.write_bytes(made(Engine.TYPST).outputs["docx"])
    assert audit(path) == []


def test_in_a_browser_mark_and_note_lead_to_each_other() -> None:
    html = made(Engine.TYPST).outputs["html"].decode()
    assert '<a class="mark" id="m1" href="#n1">①</a>' in html
    assert '<p class="note" id="n1"><a href="#m1">①</a>不含体检' in html


def test_text_without_notes_brings_none_of_it() -> None:
    plain = build(check_text(content("全年平稳。"), "内容.yaml"), FORMATS)
    word = WordFile(plain.outputs["docx"])
    assert "word/footnotes.xml" not in word.parts
    assert "GWStrong" not in word.parts["word/styles.xml"].decode()
    assert "footnote-call { content: attr" not in plain.outputs["html"].decode()


LONG = "本单位的车辆、会议、培训等经费按规定执行，全年没有超出批复的范围，也没有在年末集中支付，" * 2 + "运行平稳"


@pytest.mark.parametrize(
    ("engine", "lines"),
    [*((Engine.WEASYPRINT, lines) for lines in range(4, 12)), (Engine.TYPST, 5), (Engine.TYPST, 8)],
)
def test_no_note_is_lost_at_the_end_of_a_page(engine: Engine, lines: int) -> None:
    """Wherever the lines with marks come to stand: in the last line of a page, with a note of two lines, beside it."""
    wards = f"收治〔注：甲病区。〕和转诊〔注：乙病区。〕{LONG}均按规程办理〔注：丙病区。〕。"
    text = [*["全年平稳。"] * lines, f"{LONG}〔注：{LONG}〕。", wards]
    built = build(check_text(content(*text), "内容.yaml"), ("pdf",), engine=engine)
    assert [finding.label for finding in built.report] == []


@pytest.mark.parametrize(("kind", "place"), [("docx", "脚注1"), ("pdf", "第2页脚注①")])
def test_the_notes_of_a_finished_report_are_read(kind: str, place: str, tmp_path: Path) -> None:
    line = "展厅运行经费支出按进度支付〔注：批复80.00万元，支出78.40万元，支付率89.0%。〕，没有超支。"
    path = tmp_path / f"报告.{kind}"
    path.write_bytes(build(check_text(content(line), "内容.yaml"), (kind,)).outputs[kind])
    found = [finding for finding in check_finished(path).report if finding.code == "NUM011"]
    assert [finding.place.spot.words for finding in found] == [place]


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_marks_and_notes_disturb_nobody_who_reads_the_report(kind: str, engine: Engine, tmp_path: Path) -> None:
    """Neither the lines of the text nor its layout: what is asked for is the annex with the scores."""
    path = tmp_path / f"报告.{kind}"
    path.write_bytes(made(engine).outputs[kind])
    assert {finding.code for finding in check_finished(path).report} <= {"STR013"}


def test_a_content_file_of_its_own_may_have_fifty_notes(tmp_path: Path) -> None:
    path = tmp_path / "内容.yaml"
    path.write_text(content(*(f"第{at}次检测合格〔注：检测站编号{at}。〕。" for at in range(1, 26))), encoding="utf-8")
    built = build(check_file(path), ("docx", "pdf", "txt"))
    assert [finding.code for finding in built.report if finding.code.startswith("VER")] == []
    assert "㉕检测站编号25。" in built.outputs["txt"].decode()


@pytest.mark.parametrize("engine", Engine)
def test_notes_are_counted_as_they_are_printed_from_front_matter_to_annexes(engine: Engine) -> None:
    """The text is laid out first; Word counts by itself, so all must agree."""
    bound = content("收治平稳〔注：不含体检。〕。").replace(
        "文种: 部门整体支出绩效评价报告", "文种: 部门整体支出绩效评价报告（装订本）"
    )
    bound += "\n声明: |\n  我们独立开展评价〔注：评价机构与被评价单位没有利害关系。〕。\n"
    bound += "附件:\n  - 标题: 访谈情况\n    正文: |\n      共访谈12人〔注：含护士4人。〕。\n"
    built = build(check_text(bound, "内容.yaml", (PACK.parent,)), ("docx", "pdf", "txt"), engine=engine)
    assert [finding.label for finding in built.report if finding.code.startswith("VER")] == []
    lines = [line for line in built.outputs["txt"].decode().splitlines() if line[0] in "①②③④"]
    assert lines == ["①评价机构与被评价单位没有利害关系。", "②不含体检。", "③含护士4人。"]
