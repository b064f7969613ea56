"""Charts in the finished files: drawn and spoken in the PDF, native and editable in Word, sound for both validators."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pdfplumber
import pytest
from openpyxl import load_workbook
from pdfminer.pdftypes import resolve1
from tests.support.example import changed
from tests.support.made import Made, make
from tests.support.pages import pages_text
from tests.support.paragraphs import squeeze
from tests.support.word import audit, sdk_validate, to_pdf

from reportgen.model.chart import Chart
from reportgen.model.engine import Engine
from reportgen.render.chart.svg import chart_svg, svg_words
from reportgen.verify.artifacts import verify_pdf
from reportgen.verify.lines import Line

CHARTS = """
图表:
  - 预算执行情况
  - {名称: 每月观众, 类型: 折线图, 单位: 人次, 数据: {1月: 2100, 2月: 约4300, 3月: 2200}}
  - {名称: 观众构成, 类型: 饼图, 数据: 接待观众}

# 单位概况："""
BEHIND = "临时展览接待{{ 接待观众.临时展览 }}。\n"
TEXT = changed(
    ("\n# 单位概况：", CHARTS),
    (BEHIND, BEHIND + "      {{ 图表.每月观众 }}\n      各展厅的观众见{{ 观众构成 }}。\n      {{ 图表.观众构成 }}\n"),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, engine: Engine) -> Made:
    folder: Path = tmp_path_factory.mktemp("charts")
    source = folder / "示例.yaml"
    source.write_text(TEXT, encoding="utf-8")
    return make(source, folder, engine)


def alternatives(pdf: bytes) -> Iterator[str]:
    """The alternative texts of the figures in the PDF's structure tree."""
    with pdfplumber.open(BytesIO(pdf)) as document:
        nodes = [document.doc.catalog["StructTreeRoot"]]
        while nodes:
            node = resolve1(nodes.pop(0))
            if isinstance(node, list):
                nodes[:0] = node
            elif isinstance(node, dict):
                if "Alt" in node:
                    yield node["Alt"].decode("utf-16")
                nodes[:0] = [node["K"]] if "K" in node else []


def charts(made: Made) -> list[Chart]:
    document = made.built.checked.document
    assert document is not None
    return [block for block in document.walk() if isinstance(block, Chart)]


def test_both_files_say_what_the_document_says(made: Made) -> None:
    assert list(made.built.report) == []
    assert [chart.title for chart in charts(made)] == ["预算执行情况", "每月观众", "观众构成"]


def test_the_pdf_is_drawn_in_vectors_and_says_every_value(made: Made) -> None:
    text = "".join(squeeze(page) for page in pages_text(made.pdf))
    words = [label for chart in charts(made) for series in chart.series for label in series.printed]
    assert [word for word in words if word not in text] == []
    with pdfplumber.open(BytesIO(made.pdf)) as pdf:
        assert [page.images for page in pdf.pages if page.images] == []


def test_a_caption_stands_on_the_page_of_its_chart(made: Made) -> None:
    pages = [squeeze(page) for page in pages_text(made.pdf)]
    for number, (chart, label) in enumerate(zip(charts(made), ["36.20", "约4300", "7800"], strict=True), start=1):
        (page,) = [page for page in pages if f"图{number}{chart.title}" in page]
        assert label in page


def test_whoever_does_not_see_the_chart_hears_it(made: Made) -> None:
    """In the PDF as the alternative text of a figure, in Word as that of the drawing."""
    spoken = [chart.spoken for chart in charts(made)]
    assert list(alternatives(made.pdf)) == spoken
    word = ZipFile(BytesIO(made.docx)).read("word/document.xml").decode()
    assert re.findall(r'descr="([^"]*)"', word) == spoken


def test_a_chart_that_is_drawn_wrongly_is_found(made: Made) -> None:
    draft = made.built.checked.main
    assert draft is not None
    (chart,) = [chart for chart in charts(made) if chart.title == "观众构成"]
    words = "".join(svg_words(chart_svg(chart, draft.template.looks)))
    for said, pages in ((words, True), (words.replace("7800", "7801"), False)):
        found, (page,) = verify_pdf([Line(said, drawn=True)], made.pdf, "示例.pdf", draft.template.looks)
        assert bool(page) is pages
        assert any(said[:20] in finding.label for finding in found) is not pages


def test_word_has_native_charts_with_their_data(made: Made) -> None:
    parts = ZipFile(BytesIO(made.docx))
    books = [name for name in parts.namelist() if name.startswith("word/embeddings/")]
    sheets = [load_workbook(BytesIO(parts.read(name))).active for name in sorted(books)]
    assert [list(sheet.values) for sheet in sheets if sheet] == [
        [(None, "到位", "支出"), ("展厅运行经费", 80, 78.4), ("科普活动经费", 40, 36.2)],
        [(None, "每月观众"), ("1月", 2100), ("2月", 4300), ("3月", 2200)],
        [(None, "观众构成"), ("常设展厅", 28600), ("临时展览", 7800)],
    ]


def test_both_validators_pass_the_word_file(made: Made) -> None:
    assert audit(made.path("docx")) == []
    assert sdk_validate(made.path("docx")) == []


def test_libreoffice_shows_the_charts_with_their_captions(made: Made, tmp_path: Path) -> None:
    with pdfplumber.open(to_pdf(made.path("docx"), tmp_path)) as pdf:
        pages = [squeeze("".join(char["text"] for char in page.chars)) for page in pdf.pages]
    for caption, label in (("图1预算执行情况", "36.20"), ("图2每月观众", "约4300"), ("图3观众构成", "7800")):
        (page,) = [page for page in pages if caption in page]
        assert label in page


def test_plain_text_speaks_the_chart(made: Made) -> None:
    text = made.built.outputs["txt"].decode()
    assert (
        "［饼图：观众构成（单位：人次）。常设展厅：28600人次（78.6%）；临时展览：7800人次（21.4%）］\n"
        "图3　观众构成（单位：人次）\n" in text
    )


def test_equal_content_gives_equal_files(
    made: Made, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1742428800")
    twice = [make(made.folder / "示例.yaml", tmp_path, engine).built.outputs for _ in range(2)]
    assert twice[0] == twice[1]
