"""Forms on paper: heads and merged cells on every page, no name apart from its figures, one page where it is one.

Pages of the engines and of Word's file as LibreOffice shows it are measured alike.
"""

from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from lxml import etree
from tests.support.made import ROOT
from tests.support.pages import pages_text
from tests.support.self_evaluations import TRADES, lengthened
from tests.support.word import to_pdf

from reportgen.model.engine import Engine
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text
from reportgen.word.package import W

ONE_PAGE = (
    "project-self-evaluation",
    "dept-self-evaluation",
    "project-application",
    "target-approval",
    "sichuan-project",
)
LONG = ("医院", "学校", "水务局")
HEADS = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值")


@cache
def made(text: str, engine: Engine = Engine.TYPST) -> dict[str, bytes]:
    built = build(check_text(text, "表.yaml"), ["docx", "pdf"], engine=engine)
    assert [found.code for found in built.report if found.code.startswith("VER")] == []
    return built.outputs


def example(pack: str) -> str:
    return (ROOT / "templates" / pack / "example.yaml").read_text(encoding="utf-8")


def long(trade: str) -> str:
    return lengthened(TRADES[trade], 60)


def pages(pdf: bytes | Path) -> list[str]:
    return ["".join(text.split()) for text in pages_text(pdf)]


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("pack", ONE_PAGE)
def test_official_forms_of_one_page_take_one(pack: str, engine: Engine) -> None:
    assert len(pypdfium2.PdfDocument(made(example(pack), engine)["pdf"])) == 1


@pytest.mark.parametrize("pack", ONE_PAGE)
def test_in_word_they_take_one_page_too(pack: str, tmp_path: Path) -> None:
    """As LibreOffice sets the file."""
    (tmp_path / "表.docx").write_bytes(made(example(pack))["docx"])
    assert len(pages(to_pdf(tmp_path / "表.docx", tmp_path))) == 1


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("trade", LONG)
def test_heads_stand_on_every_page_that_their_block_reaches(trade: str, engine: Engine) -> None:
    shown = [page for page in pages(made(long(trade), engine)["pdf"]) if "任务完成率" in page]
    assert len(shown) >= 3
    assert all(head in page for page in shown for head in HEADS)


@pytest.mark.parametrize("trade", LONG)
def test_merged_cells_say_again_on_each_page_what_they_are(trade: str) -> None:
    """The label of the block, and the 一级 and 二级指标 that go on."""
    shown = [page for page in pages(made(long(trade))["pdf"]) if "任务完成率" in page]
    assert all("绩效" in page.replace("绩效自评", "") for page in shown)
    assert all("满意度指标" in page.replace("满意度指标值", "") for page in shown[1:])


@pytest.mark.parametrize("trade", LONG)
def test_a_row_stands_on_one_page_whole(trade: str) -> None:
    for page in pages(made(long(trade))["pdf"]):
        names = page.count("项任务完成率")
        assert names <= page.count("≥9")
        assert page.count("任务完成率") == names


def tables(docx: bytes) -> list[etree._Element]:
    body = etree.fromstring(ZipFile(BytesIO(docx)).read("word/document.xml")).find(W + "body")
    assert body is not None
    return list(body.iterchildren(W + "tbl"))


@pytest.mark.parametrize("trade", LONG)
def test_word_has_a_table_for_each_block_that_repeats_its_heads(trade: str) -> None:
    """All are equally wide, and only a hidden paragraph stands between them."""
    parts = tables(made(long(trade))["docx"])
    grids = {tuple(str(column.get(W + "w")) for column in part.iter(W + "gridCol")) for part in parts}
    first = [next(part.iter(W + "tr")) for part in parts]
    assert (len(parts), len(grids)) == (4, 1)
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in first] == [False, True, True, True]
    between = [part.getnext() for part in parts[:-1]]
    assert all(seam is not None and seam.find(f"{W}pPr/{W}rPr/{W}vanish") is not None for seam in between)


@pytest.mark.parametrize("trade", LONG)
def test_word_repeats_them_as_libreoffice_shows_it(trade: str, tmp_path: Path) -> None:
    (tmp_path / "表.docx").write_bytes(made(long(trade))["docx"])
    shown = [page for page in pages(to_pdf(tmp_path / "表.docx", tmp_path)) if "任务完成率" in page]
    assert len(shown) >= 3
    assert all(head in page for page in shown for head in HEADS)


@pytest.mark.parametrize("trade", LONG)
def test_a_form_on_one_page_is_one_table(trade: str) -> None:
    assert len(tables(made(TRADES[trade])["docx"])) == 1
