"""What the real report's PDF says about itself, and what a reader can take out of it."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pdfplumber
import pypdfium2
import pytest
from pdfminer.pdftypes import resolve1
from pdfplumber.pdf import PDF
from tests.support.made import ROOT, Made
from tests.support.pages import pages_text
from tests.support.paragraphs import Row, squeeze

from reportgen.model.document import Heading, line_of
from reportgen.model.engine import Engine
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_file


@pytest.fixture
def pdf(nanyang_pdf: bytes) -> Iterator[PDF]:
    with pdfplumber.open(BytesIO(nanyang_pdf)) as document:
        yield document


def fonts(pdf: PDF) -> dict[str, dict[str, Any]]:
    """The font dictionaries of all pages by their names, e.g. ABCDEF+GW-Kai."""
    found = {}
    for page in pdf.pages:
        for reference in resolve1(page.page_obj.resources["Font"]).values():
            font = resolve1(reference)
            found[font["BaseFont"].name] = font
    return found


def claims(pdf: PDF) -> bytes:
    """The XMP metadata, in which a file says what standards it meets; empty where it says nothing."""
    metadata = resolve1(pdf.doc.catalog.get("Metadata"))
    return bytes(metadata.get_data()) if metadata else b""


def test_a_report_without_tables_says_that_it_is_accessible(pdf: PDF) -> None:
    assert b"pdfuaid:part" in claims(pdf)
    assert resolve1(pdf.doc.catalog["MarkInfo"])["Marked"]


def test_a_form_claims_only_what_its_tables_hold(engine: Engine) -> None:
    """It is tagged by both; only Typst's is accessible and for archives."""
    checked = check_file(ROOT / "content" / "dongguan-2020.yaml")
    with pdfplumber.open(BytesIO(build(checked, ("pdf",), engine=engine).outputs["pdf"])) as document:
        for claim in (b"pdfuaid", b"pdfaid"):
            assert (claim in claims(document)) == (engine is Engine.TYPST)
        assert resolve1(document.doc.catalog["MarkInfo"])["Marked"]


def test_title_author_and_language(pdf: PDF) -> None:
    assert pdf.metadata["Title"] == "南阳市科学技术馆部门整体支出绩效评价报告"
    assert pdf.metadata["Author"] == "南阳市科学技术馆"
    assert pdf.doc.catalog["Lang"] in (b"zh-CN", "zh-CN")


def test_every_page_is_a4(pdf: PDF) -> None:
    sizes = {(round(page.width / 72 * 25.4, 1), round(page.height / 72 * 25.4, 1)) for page in pdf.pages}
    assert sizes == {(210.0, 297.0)}


def test_the_bookmarks_are_the_headings(nanyang: Made, nanyang_pdf: bytes, nanyang_paragraphs: list[list[Row]]) -> None:
    """Level, words and page of each; the viewer's first level is 一、."""
    document = nanyang.built.checked.document
    assert document is not None
    begins = {"".join(row.text for row in rows): rows[0].page for rows in nanyang_paragraphs}
    headings = [(block.level, line_of(block)) for block in document.walk() if isinstance(block, Heading)]
    assert bookmarks(nanyang_pdf) == [(level, text, begins[squeeze(text)]) for level, text in headings]
    assert len(headings) == 41


def bookmarks(pdf: bytes) -> list[tuple[int, str, int | None]]:
    """Level (from 1), title and page (from 1) of each bookmark."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = []
        for item in document.get_toc():
            target = item.get_dest()
            page = target.get_index() if target else None
            found.append((item.level + 1, item.get_title(), None if page is None else page + 1))
        return found
    finally:
        document.close()


def test_every_font_is_embedded_and_cut_to_its_glyphs(pdf: PDF) -> None:
    found = fonts(pdf)
    assert len(found) == 6
    for name, font in found.items():
        prefix, plus, family = name.partition("+")
        assert (len(prefix), plus) == (6, "+"), f"{name} is not a subset"
        assert family.startswith("GW"), f"{name} is not one of ours: the page depends on the machine"
        descriptor = resolve1(resolve1(resolve1(font["DescendantFonts"])[0])["FontDescriptor"])
        assert "FontFile2" in descriptor, f"{name} is not embedded as TrueType"
        assert "ToUnicode" in font, f"{name} does not copy out"


def test_the_text_copies_out_in_order(nanyang_pdf: bytes, nanyang_lines: list[str]) -> None:
    pages = [squeeze(text) for text in pages_text(nanyang_pdf)]
    bodies = [text.removesuffix(f"—{number}—") for number, text in enumerate(pages, start=1)]
    assert [number for number, (page, body) in enumerate(zip(pages, bodies, strict=True), 1) if page == body] == []
    assert "".join(bodies) == "".join(squeeze(line) for line in nanyang_lines)


def test_two_readers_take_out_the_same_text(nanyang_pdf: bytes, nanyang_lines: list[str], pdf: PDF) -> None:
    """pdfminer, in the order in which the characters are drawn: the page number may come before the text."""
    drawn = [squeeze("".join(char["text"] for char in page.chars)) for page in pdf.pages]
    bodies = [text.replace(f"—{number}—", "", 1) for number, text in enumerate(drawn, start=1)]
    assert "".join(bodies) == "".join(squeeze(line) for line in nanyang_lines)
    assert len(drawn) == len(pages_text(nanyang_pdf))


def test_the_file_is_small(nanyang_pdf: bytes) -> None:
    assert len(nanyang_pdf) <= 600 * 1024
