"""横排: parts of the text on pages that lie across, in every output; page numbers go on where they were."""

from functools import cache

import pypdfium2
import pytest
from tests.support.example import EXAMPLE, changed
from tests.support.pages import pages_text
from tests.support.prose import PROSE, added, checked
from tests.support.verapdf import breaches
from tests.support.wordml import W, WordFile

from reportgen.model.document import Document, Heading, PageTurn, Table, line_of
from reportgen.model.engine import Engine
from reportgen.pipeline.build import Built, build
from reportgen.pipeline.check import check_text

WARDS = ("表 各病区收治情况（单位：人次）〔横排〕", "| 病区 | 门诊 | 住院 |", "| 内科 | 1200 | 310 |")
PIPES = (
    "# 各片区管网",
    "〔横排〕",
    "管网明细见下表。",
    "| 片区 | 管长（公里） |",
    "| 城东 | 12.5 |",
    "〔竖排〕",
    "管网完好。",
)


def shape(document: Document) -> list[str]:
    """What stands around the turns: the way the paper lies, headings and tables."""
    found = []
    for block in document.blocks["正文"]:
        match block:
            case PageTurn():
                found.append("横" if block.landscape else "竖")
            case Table():
                found.append("表")
            case Heading() if block.level > 1:
                found.append(line_of(block))
            case _:
                pass
    return found


def around_the_turns(document: Document) -> list[str]:
    found = shape(document)
    turns = [at for at, each in enumerate(found) if each in "横竖"]
    return found[turns[0] : turns[-1] + 1] if turns else []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [(WARDS, ["横", "表", "竖"]), (PIPES, ["横", "1.各片区管网", "表", "竖"])],
    ids=["a table of a hospital", "from line to line, water"],
)
def test_pages_turn_for_a_table_or_from_line_to_line(lines: tuple[str, ...], expected: list[str]) -> None:
    """A heading goes along with what it is above."""
    made = checked("全年平稳。", *lines)
    assert [(finding.code, finding.label) for finding in made.report] == []
    assert made.document is not None
    assert around_the_turns(made.document) == expected


def test_where_a_text_ends_pages_lie_as_before_and_at_the_very_end_nothing_is_turned() -> None:
    schools = "其他问题: |\n  〔横排〕\n  # 各校设备\n  | 学校 | 设备（台） |\n  | 实验小学 | 120 |\n"
    made = check_text(changed(("其他问题: 无\n", schools)), "内容.yaml")
    assert made.document is not None
    assert shape(made.document)[-3:] == ["横", "（一）各校设备", "表"]
    made = checked("全年平稳。", "〔横排〕", "校舍完好。")
    assert made.document is not None
    assert around_the_turns(made.document) == ["横", "竖"]


def test_two_tables_across_stay_on_pages_that_lie_across() -> None:
    made = checked("全年平稳。", *WARDS, *(line.replace("收治", "转诊") for line in WARDS))
    assert made.document is not None
    assert around_the_turns(made.document) == ["横", "表", "表", "竖"]


def test_a_wide_table_has_the_width_of_its_page() -> None:
    made = checked("全年平稳。", *WARDS)
    assert made.document is not None
    (table,) = [block for block in made.document.blocks["正文"] if isinstance(block, Table)]
    assert sum(table.widths) == pytest.approx(225, abs=1)


@pytest.mark.parametrize(
    ("lines", "line", "label"),
    [
        (("- 内科。", "〔横排〕", "- 外科。"), 1, "自动编号的几条中间不能换横排、竖排，请写在这几条的前面或后面"),
        (("- 〔横排〕", "甲。"), 0, "〔横排〕〔竖排〕要独占一行，前面不写记号"),
        (("# 〔横排〕", "甲。"), 0, "〔横排〕〔竖排〕要独占一行，前面不写记号"),
        (("校舍完好。", "〔竖排〕"), 1, "前面没有「〔横排〕」，这里已经是竖排"),
        (("〔横排〕", "管网完好。", "〔横排〕"), 2, "这里已经是横排"),
    ],
)
def test_a_turn_that_cannot_be_is_told_at_its_line(lines: tuple[str, ...], line: int, label: str) -> None:
    made = checked(*lines)
    first = next(at for at, each in enumerate(EXAMPLE.split("\n"), start=2) if PROSE.strip() in each)
    assert [(finding.code, finding.place.line, finding.label) for finding in made.report] == [
        ("CON008", first + line, label)
    ]


@cache
def built(engine: Engine) -> Built:
    text = changed(added("全年收治平稳〔注：不含体检。〕。", *WARDS, "供水正常。", *PIPES))
    return build(check_text(text, "内容.yaml"), ("docx", "pdf", "html"), engine=engine)


@pytest.mark.parametrize("engine", Engine)
def test_the_pages_lie_as_asked_and_their_numbers_go_on(engine: Engine) -> None:
    made = built(engine)
    assert [finding.label for finding in made.report] == []
    pages = [page.get_size() for page in pypdfium2.PdfDocument(made.outputs["pdf"])]
    across = [number for number, (width, height) in enumerate(pages, start=1) if width > height]
    assert len(across) == 2
    texts = pages_text(made.outputs["pdf"])
    assert all(f"—{number}—" in "".join(text.split()) for number, text in enumerate(texts, start=1))


def test_word_has_a_section_for_each() -> None:
    body = WordFile(built(Engine.TYPST).outputs["docx"]).part("word/document.xml")
    ways = [node.get(f"{W}orient", "portrait") for node in body.iter(f"{W}pgSz")]
    assert ways == ["portrait", "landscape", "portrait", "landscape", "portrait"]


def test_the_pdf_keeps_its_standards() -> None:
    assert breaches(built(Engine.TYPST).outputs["pdf"], "PDF/UA-1") == []
