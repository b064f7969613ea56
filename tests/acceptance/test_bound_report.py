"""The bound report: a cover without a number, and a table of contents whose pages are right in both outputs."""

import re
from pathlib import Path

import pytest
from tests.support.made import Made, make
from tests.support.pages import Line, page_lines
from tests.support.sheet import LEFT_EDGE, MM, RIGHT_EDGE
from tests.support.word import audit, sdk_validate, to_pdf
from tests.support.wordml import WordFile, words

from reportgen.model.document import Heading, line_of
from reportgen.model.engine import Engine
from reportgen.packs.loader import load_pack
from reportgen.packs.outline import ContentsStep
from reportgen.word.template import misused_tags, read_template

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
PACK = TEMPLATES / "dept-evaluation-bound"
BEFORE = 2
"""Pages before the text: the cover and the table of contents."""
ENTRY = re.compile(r"(.+?)\.*(\d+)")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, engine: Engine) -> Made:
    built = make(PACK / "example.yaml", tmp_path_factory.mktemp("bound"), engine)
    assert list(built.built.report) == []
    return built


@pytest.fixture(scope="module")
def pages(made: Made) -> list[list[Line]]:
    """The lines of the PDF's pages."""
    return page_lines(made.pdf)


@pytest.fixture(scope="module")
def office_pages(made: Made) -> list[list[Line]]:
    """The lines of LibreOffice's pages of the docx."""
    return page_lines(to_pdf(made.path("docx"), made.folder / "office"))


@pytest.fixture(scope="module")
def stated(made: Made, pages: list[list[Line]]) -> dict[str, int]:
    """The headings of the first two levels, each with the number on its page: the text begins at 1."""
    main = made.built.checked.main
    assert main is not None
    headings = [block for block in main.document.walk() if isinstance(block, Heading) and block.level <= 2]
    texts = [{squeeze(line.text) for line in lines} for lines in pages]
    return {
        line_of(heading): next(
            number for number, lines in enumerate(texts[BEFORE:], start=1) if squeeze(line_of(heading)) in lines
        )
        for heading in headings
    }


def squeeze(text: str) -> str:
    return "".join(text.split())


def entries(lines: list[Line]) -> dict[str, int]:
    """What a printed table of contents says: headings and pages."""
    found = (ENTRY.fullmatch(squeeze(line.text)) for line in lines)
    return {match[1]: int(match[2]) for match in found if match}


# the cover


def test_the_cover_has_title_unit_and_date_and_no_number(
    pages: list[list[Line]], office_pages: list[list[Line]]
) -> None:
    for cover in (pages[0], office_pages[0]):
        assert [squeeze(line.text) for line in cover] == [
            "某市科技馆",
            "2024年度部门整体支出绩效评价报告",
            "某市科技馆",
            "2025年3月20日",
        ]
        for line in cover:
            assert (line.left + line.right) / 2 == pytest.approx((LEFT_EDGE + RIGHT_EDGE) / 2, abs=0.5 * MM)


def test_the_contents_have_a_roman_number_and_the_text_begins_with_one(
    pages: list[list[Line]], office_pages: list[list[Line]]
) -> None:
    for sheets in (pages, office_pages):
        assert [squeeze(lines[-1].text) for lines in sheets[1:]] == ["—I—", "—1—", "—2—", "—3—"]


def test_the_title_stands_again_above_the_body(pages: list[list[Line]]) -> None:
    assert [line.text for line in pages[2][:3]] == ["某市科技馆", "2024年度部门整体支出绩效评价报告", "某市财政局："]


# the table of contents


def test_its_pages_are_those_of_the_headings(pages: list[list[Line]], stated: dict[str, int]) -> None:
    assert pages[1][0].text == "目录"
    assert entries(pages[1][1:-1]) == stated
    assert set(stated.values()) == {1, 2, 3}


def test_the_field_of_the_word_file_holds_the_same_pages(made: Made, stated: dict[str, int]) -> None:
    styles = {"公文目录一级", "公文目录二级"}
    shown = [words(node) for style, node in WordFile(made.docx).paragraphs() if style in styles]
    assert shown == [f"{heading}{page}" for heading, page in stated.items()]


def test_libreoffice_shows_them(office_pages: list[list[Line]], stated: dict[str, int]) -> None:
    assert entries(office_pages[1][1:-1]) == stated


def test_both_validators_pass_it(made: Made) -> None:
    assert audit(made.path("docx")) == []
    assert sdk_validate(made.path("docx")) == []


# the pack


def test_it_is_the_report_with_pages_in_front() -> None:
    bound, _found = load_pack(PACK)
    report, _found = load_pack(TEMPLATES / "dept-evaluation")
    assert bound is not None
    assert report is not None
    assert (bound.outline, bound.grades) == (report.outline, report.grades)
    own = [field for field in bound.fields if field not in report.fields]
    assert [field.name for field in own if field.required] == [], "each page in front is optional"
    assert ContentsStep(2) in bound.front
    assert report.front == ()


def test_a_depth_that_no_heading_has_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("继承: dept-evaluation\n名称: 甲\n目录: 九\n", encoding="utf-8")
    read, found = load_pack(tmp_path)
    assert read is None
    assert [finding.label for finding in found] == ["「目录」写列到第几级标题，1 到 3"]


def test_a_template_without_its_place_is_named() -> None:
    template, found = read_template(TEMPLATES / "dept-evaluation" / "template.docx")
    assert found == []
    lines, blocks = {"标题", "主送机关"}, {"正文": True, "落款": True, "附件": True, "目录": True}
    labels = [finding.label for finding in misused_tags(template, lines, blocks)]
    assert labels == ["模板里没有 {{p 目录 }}，这部分内容印不出来"]
