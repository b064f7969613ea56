"""What is worked out once a style, once a kind of page, once a font: the same lengths, pages and letters."""

from typing import Any

import pytest
from tests.support.grids import MOMENT, paragraph, printed
from weasyprint import HTML
from weasyprint.layout import background, page
from weasyprint.pdf import stream

from reportgen.render.pdf import faces, styles, typeset
from reportgen.render.pdf.writer import render_pdf

TURN = "<p style='break-after: page'>甲</p>"


@pytest.fixture(autouse=True)
def _installed() -> None:
    typeset.install()


def _first_box(style: str) -> Any:
    """The box of a paragraph 200 px within a page of 500 px."""
    css = "@page { size: 500px 800px; margin: 50px } body { margin: 0 100px }"
    body = f'<style>{css}</style><p style="{style}">甲</p>'
    (html,) = HTML(string=body).render().pages[0]._page_box.children[0].children
    return html.children[0]


@pytest.mark.parametrize(
    "style",
    [
        "margin: 1px 2px 3px 4px; padding: 5px; border: 6px solid; height: 70px",
        "width: 50%; padding-left: 10%; margin-top: 1em",
        "min-width: 20px; max-width: 80px; min-height: 60px; max-height: 90px",
        "box-sizing: border-box; width: 100px; padding: 7px",
        "width: calc(10px + 5%)",
    ],
)
def test_used_lengths_are_those_of_weasyprint(style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = _first_box(style)
    monkeypatch.setattr(styles, "_used_lengths", lambda _style: None)
    theirs = _first_box(style)
    names = (*styles._SPACES, *styles._SIZES, *styles._BORDERS)
    assert {name: getattr(ours, name) for name in names} == {name: getattr(theirs, name) for name in names}


def _styles_of_pages(rules: str) -> list[Any]:
    body = f"<style>{rules}</style><body>{TURN * 5}</body>"
    return [sheet._page_box.style for sheet in HTML(string=body).render().pages]


def test_pages_of_a_kind_share_their_style() -> None:
    first, second, third, fourth, *_rest = _styles_of_pages("@page :first { margin: 1cm }")
    assert (second is fourth, first is third, second is third) == (True, False, False)


def test_pages_that_are_counted_by_a_selector_do_not() -> None:
    sheets = _styles_of_pages("@page { margin: 1cm } @page :nth(3) { margin: 2cm }")
    assert [round(style["margin_top"].value) for style in sheets[:5]] == [38, 38, 76, 38, 38]


def test_margin_boxes_count_every_page() -> None:
    css = "@page { size: 300px; @bottom-center { content: counter(page) '/' counter(pages) } }"
    body = f"<style>{css}</style><body>{TURN * 3}乙</body>"
    numbers = [sheet._page_box.children[-1].children[0].children for sheet in HTML(string=body).render().pages]
    assert ["".join(box.text for box in boxes) for boxes in numbers] == ["1/4", "2/4", "3/4", "4/4"]


def test_a_font_begins_empty_in_every_document() -> None:
    """Letters of one document are not left in the subset of the next."""
    first, _second, again = (printed(paragraph(words)).pdf for words in ("甲乙丙丁", "戊己", "甲乙丙丁"))
    assert again == first
    assert len(faces._files) <= len({key[0] for key in faces._opened})


def test_the_replaced_functions_are_in_place() -> None:
    assert page.resolve_percentages is styles._resolve_percentages
    assert stream.Font is faces._font
    assert render_pdf(printed(paragraph("甲")).html, MOMENT).missing == ""


@pytest.mark.parametrize(
    "style", ["border-radius: 3px 4px 5px 6px", "border-top-left-radius: 20%", "border: 1px solid"]
)
def test_corners_are_rounded_as_weasyprint_does(style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = _first_box(style)
    monkeypatch.setattr(background, "resolve_radii_percentages", styles._resolve_radii)
    theirs = _first_box(style)
    assert [getattr(ours, name) for name in styles._RADII] == [getattr(theirs, name) for name in styles._RADII]
