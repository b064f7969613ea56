"""Optimisations of the PDF engine: cheaper, and the same pages."""

import gc
import re
import zlib

import pytest
from tests.support.grids import MOMENT, paragraph, printed, rows, table
from tests.support.pages import pages_text
from weasyprint import HTML
from weasyprint.html import UA_STYLESHEET
from weasyprint.pdf import pydyf

from reportgen.render.pdf import optimisations
from reportgen.render.pdf.writer import render_pdf

SHEET = printed(paragraph("甲 & 乙 <丙>"), table(*rows(60, label=9)))


@pytest.fixture(autouse=True)
def _installed() -> None:
    optimisations.install()


def test_a_page_read_as_xml_gives_the_same_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = pages_text(SHEET.pdf)
    monkeypatch.setattr(optimisations, "parsed_page", lambda html: (HTML(string=html), []))
    assert pages_text(render_pdf(SHEET.html, MOMENT).content) == quick


@pytest.mark.parametrize(
    "body", ["<p>甲<br>乙</p>", "<p>甲</p><svg width='1' height='1'></svg><p>乙</p>", "<p>甲&nbsp;乙</p>"]
)
def test_what_is_no_xml_is_read_as_html(body: str) -> None:
    html = f'<!DOCTYPE html><html lang="zh"><head><title>题</title></head><body>{body}</body></html>'
    root = optimisations.parsed_page(html)[0].etree_element
    assert "".join("".join(root.itertext()).split()) == "题甲乙"


def test_only_ids_that_a_link_leads_to_are_kept() -> None:
    """The others would cost each block a style of its own."""
    html = '<html><body><p id="b1">甲</p><p id="b2"><a href="#b1">乙</a></p></body></html>'
    root = optimisations.parsed_page(html)[0].etree_element
    assert [element.get("id") for element in root.iter("p")] == ["b1", None]


def test_a_stylesheet_is_parsed_once_and_yields_to_style_attributes() -> None:
    rules = "p { margin: 1px; padding: 1px }"
    html = f"<html><head><style>{rules}</style></head><body><p style='padding: 2px'>甲</p></body></html>"
    (page, sheets), (_page, again) = optimisations.parsed_page(html), optimisations.parsed_page(html)
    assert sheets == again
    assert page.etree_element.find("head/style") is None
    (sheet,) = page.render(stylesheets=sheets).pages
    style = sheet._page_box.children[0].children[0].children[0].style
    assert (style["margin_top"].value, style["padding_top"].value) == (1, 2)


def test_streams_are_deflated_whole() -> None:
    stream = pydyf.Stream([b"1 0 0 1 0 0 cm", "(a) Tj"], {"Type": "/X"}, compress=True)
    head, _, packed = stream.data.partition(b"\nstream\n")
    assert zlib.decompress(packed.removesuffix(b"\nendstream")) == b"1 0 0 1 0 0 cm\n(a) Tj"
    assert re.search(rb"/Length %d\b" % len(packed.removesuffix(b"\nendstream")), head)


def test_the_list_of_pages_follows_the_pages() -> None:
    file = pydyf.PDF()
    assert file.page_references == ()
    for count in (1, 2):
        file.add_page(pydyf.Dictionary())
        assert len(file.page_references) == count
    assert file.page_references[1].endswith(b" 0 R")


def test_elements_have_no_styles_for_footnotes_and_list_marks() -> None:
    """But for the marks of list items."""
    assert {pseudo for _test, _specificity, _order, pseudo, _rule in UA_STYLESHEET.matcher.other_selectors} == {None}
    marks = UA_STYLESHEET.matcher.lower_local_name_selectors["li"]
    assert "marker" in {pseudo for _test, _specificity, _order, pseudo, _rule in marks}


def test_the_garbage_collector_comes_back() -> None:
    """What a large document leaves is put aside until the next one."""
    with optimisations.garbage_collection_postponed():
        assert not gc.isenabled()
        boxes: list[list[int]] = [[] for _ in range(500_000)]
    assert gc.isenabled()
    frozen = gc.get_freeze_count()
    assert frozen > len(boxes)
    boxes.clear()
    with optimisations.garbage_collection_postponed():
        assert gc.get_freeze_count() < frozen - 400_000
