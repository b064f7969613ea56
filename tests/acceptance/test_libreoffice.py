"""LibreOffice opens the real report's Word file and lays it out as the PDF, give or take a line.

It differs in ways that are its own: a small space between hanzi and digits, a mark that may hang over the right
edge, adjacent marks not squeezed (see tests/support/word.py).
"""

from pathlib import Path

import pytest
from tests.support.made import Made
from tests.support.pages import Line, page_lines
from tests.support.paragraphs import Row, beginnings, rows
from tests.support.word import to_pdf


@pytest.fixture(scope="module")
def office_pages(nanyang: Made, tmp_path_factory: pytest.TempPathFactory) -> list[list[Line]]:
    """The lines of LibreOffice's pages of the docx."""
    folder: Path = tmp_path_factory.mktemp("office")
    return page_lines(to_pdf(nanyang.path("docx"), folder))


def test_the_page_counts_differ_by_at_most_one(nanyang_pages: list[list[Line]], office_pages: list[list[Line]]) -> None:
    assert abs(len(office_pages) - len(nanyang_pages)) <= 1, f"{len(office_pages)} pages, PDF {len(nanyang_pages)}"


def test_nine_of_ten_paragraphs_start_on_the_same_page(
    nanyang_paragraphs: list[list[Row]], nanyang_lines: list[str], office_pages: list[list[Line]]
) -> None:
    ours = [paragraph[0].page for paragraph in nanyang_paragraphs]
    theirs = [row.page for row in beginnings(rows(office_pages), nanyang_lines)]
    elsewhere = [line[:12] for line, a, b in zip(nanyang_lines, ours, theirs, strict=True) if a != b]
    share = 1 - len(elsewhere) / len(nanyang_lines)
    assert share >= 0.9, f"{share:.1%} of {len(nanyang_lines)} paragraphs; elsewhere: {elsewhere}"


def test_a_full_page_holds_22_lines_there_too(office_pages: list[list[Line]]) -> None:
    assert max(len(lines) - 1 for lines in office_pages) == 22


def test_each_role_shows_the_face_that_stands_in_for_the_official_one(office_pages: list[list[Line]]) -> None:
    lines = {line.text: line for line in office_pages[0]}
    assert lines["部门整体支出绩效评价报告"].faces == {"GWBiaoSong"}
    assert lines["一、部门基本情况"].faces == {"GWHei"}
    assert "GWKai" in lines["（一）部门职能与机构设置。"].faces
    assert lines["— 1 —"].faces == {"GWSong"}
