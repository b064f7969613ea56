"""A document of the corpus says the same as Word file, as PDF and as plain text."""

import re
from collections.abc import Iterable

from benchmarks.accuracy.corpus.written.docx import as_docx
from benchmarks.accuracy.corpus.written.pdf import kept_pdf, make_pdfs
from benchmarks.accuracy.corpus.written.text import as_text
from tests.support.corpus import document

from reportgen.finished.docx import read_docx
from reportgen.finished.parts import Grid, Line, Part
from reportgen.finished.pdf import read_pdf
from reportgen.finished.text import read_lines


def lines(parts: Iterable[Part]) -> list[str]:
    return [part.text for part in parts if isinstance(part, Line)]


def cells(parts: Iterable[Part]) -> list[list[tuple[int, int, int, int, str]]]:
    grids = [part for part in parts if isinstance(part, Grid)]
    return [[(box.row, box.column, box.rows, box.columns, box.text) for box in grid.boxes] for grid in grids]


def test_plain_text_has_a_paragraph_on_each_line_and_tabs_between_cells() -> None:
    text = as_text(document()).splitlines()
    assert text[:8] == [
        "某市水务局2024年度部门整体支出",
        "绩效评价报告",
        "（2024年度）",
        "某市财政局：",
        "目录",
        "一、单位概况",
        "（一）人员情况",
        "一、单位概况",
    ]
    assert "科目编码\t项目\t2024年度\t" in text
    assert "\t\t预算\t决算" in text
    assert "合计\t\t1,116.00\t114.60" in text


def test_a_word_file_read_back_has_the_same_lines() -> None:
    read = read_docx(as_docx(document()), "example.docx").parts
    assert lines(read) == lines(read_lines(as_text(document())))


def test_a_word_file_has_real_tables_with_merged_cells() -> None:
    read = read_docx(as_docx(document()), "example.docx").parts
    assert cells(read)[0][:6] == [
        (0, 0, 2, 1, "科目编码"),
        (0, 1, 2, 1, "项目"),
        (0, 2, 1, 2, "2024年度"),
        (1, 2, 1, 1, "预算"),
        (1, 3, 1, 1, "决算"),
        (2, 0, 1, 1, "20101"),
    ]


def test_headings_have_the_levels_of_word() -> None:
    read = read_docx(as_docx(document()), "example.docx").parts
    assert [(part.text, part.level) for part in read if isinstance(part, Line) and part.level] == [
        ("一、单位概况", 1),
        ("（一）人员情况", 2),
    ]


def test_a_word_file_is_always_the_same() -> None:
    assert as_docx(document()) == as_docx(document())


def test_a_pdf_read_back_has_the_same_table_and_text() -> None:
    make_pdfs([document()])
    read = read_pdf(kept_pdf(document()).read_bytes(), "example.pdf").parts
    assert cells(read) == cells(read_docx(as_docx(document()), "example.docx").parts)
    printed = re.sub(r"\s", "", "".join(lines(read)))
    assert all(
        re.sub(r"\s", "", line) in printed for line in lines(read_lines(as_text(document()))) if "\t" not in line
    )
