"""What of a template finds no room on paper is told with its place in the template, by both engines."""

from pathlib import Path

import pytest
from tests.support.edited import Edited, after_title, at, box, p, run
from tests.support.edited import table as edited_table

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.model.engine import Engine
from reportgen.pdf import read_pages

LONG = "示例县人民医院二〇二四年度设备购置项目，" * 130
"""2,600 characters."""


@pytest.fixture(params=list(Engine))
def engine(request: pytest.FixtureRequest) -> Engine:
    engine: Engine = request.param
    return engine


def told(edited: Edited, folder: Path, engine: Engine, code: str) -> list[Diagnostic]:
    return [each for each in edited.built(folder, ("pdf",), engine).report if each.code == code]


@pytest.mark.parametrize(
    "placed",
    [
        p(box(p("某市第二中学校舍维修"), anchor=at(("page", 560), ("paragraph", 0)))),
        p(box(p("某市第二中学校舍维修"), anchor=at(("column", 0), ("page", 835)))),
        p(box(p("某市第二中学校舍维修"), anchor=at(("page", -60), ("page", 100)))),
    ],
    ids=["right", "below", "left"],
)
def test_a_box_beyond_the_edge_is_named(placed: str, engine: Engine, tmp_path: Path) -> None:
    (found,) = told(Edited(after_title(placed)), tmp_path, engine, "VER007")
    assert found.label.strip("「」") in "某市第二中学校舍维修"
    assert found.place.spot.words


def test_a_box_that_grows_over_the_page_is_named(engine: Engine, tmp_path: Path) -> None:
    placed = p(box(p(LONG), 300, 100, anchor=at(("column", 0), ("paragraph", 0))))
    (found,) = told(Edited(after_title(placed)), tmp_path, engine, "VER007")
    assert found.label.strip("「」") in LONG


def test_a_box_in_the_header_is_named_once(engine: Engine, tmp_path: Path) -> None:
    placed = p(box(p("示例县水务局内部资料"), anchor=at(("page", 560), ("page", 30))) + run("示例县水务局"))
    (found,) = told(Edited(headers={"default": placed}, alike=True), tmp_path, engine, "VER007")
    assert found.label.strip("「」") in "示例县水务局内部资料"


def test_a_box_on_the_paper_is_not_named(engine: Engine, tmp_path: Path) -> None:
    placed = p(box(p("示例县人民法院印"), anchor=at(("column", 300), ("paragraph", 0))))
    assert told(Edited(after_title(placed)), tmp_path, engine, "VER007") == []


def fixed(*cells: str, points: int = 24, rule: str = "exact") -> str:
    """A table with one row of that height."""
    height = f'<w:tr><w:trPr><w:trHeight w:val="{points * 20}" w:hRule="{rule}"/></w:trPr>'
    return edited_table(cells).replace("<w:tr>", height)


@pytest.mark.parametrize(
    "cells", [(LONG[:40],), (LONG[:200],), ("校舍维修", LONG[:60])], ids=["one column", "over two pages", "two columns"]
)
def test_what_a_row_of_fixed_height_cannot_hold_stays_readable_and_is_named(
    cells: tuple[str, ...], tmp_path: Path
) -> None:
    built = Edited(after_title(fixed(*cells) + p("下一段"))).built(tmp_path, ("pdf",), Engine.TYPST)
    (found,) = [each for each in built.report if each.code.startswith("VER")]
    assert (found.code, found.label) == ("VER008", f"「{cells[-1][:20]}」")
    pages = read_pages(built.outputs["pdf"], "甲.pdf")
    bases = [(page.number, glyph.base, glyph.char) for page in pages for glyph in page.glyphs]
    at = "".join(char for _page, _base, char in bases).index("下一段")
    assert bases[at - 1][:2] < bases[at][:2], "what follows stands below it"


def test_the_other_engine_names_it_too(tmp_path: Path) -> None:
    (found,) = told(Edited(after_title(fixed(LONG[:40]))), tmp_path, Engine.WEASYPRINT, "VER008")
    assert found.label == f"「{LONG[:20]}」"


@pytest.mark.parametrize("row", [fixed("校舍维修"), fixed(LONG[:200], rule="atLeast"), fixed(LONG[:60], points=200)])
def test_a_row_that_holds_its_words_is_not_named(row: str, engine: Engine, tmp_path: Path) -> None:
    assert told(Edited(after_title(row)), tmp_path, engine, "VER008") == []


def test_a_sign_of_the_header_that_no_font_has_is_named_where_the_header_has_it(engine: Engine, tmp_path: Path) -> None:
    edited = Edited(headers={"default": p("某市科技馆🎪")}, alike=True)
    (found,) = told(edited, tmp_path, engine, "VER002")
    assert found.label.startswith("「🎪」")
    assert found.place.file.endswith("template.docx")
    assert found.place.spot.words
