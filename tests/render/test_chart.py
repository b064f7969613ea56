"""A chart in both outputs: values and words to read, greys to print, a chart in Word that can be edited."""

from base64 import b64encode
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pdfplumber
import pytest
from docx.oxml.parser import parse_xml
from docxtpl import DocxTemplate
from openpyxl import load_workbook
from tests.support.charts import meetings, outside
from tests.support.example import PACK
from tests.support.word import audit, sdk_validate, to_pdf

from reportgen.model.chart import Chart, ChartKind, Series
from reportgen.model.look import Looks
from reportgen.record import replace
from reportgen.render.chart.native import native_chart
from reportgen.render.chart.svg import chart_svg, svg_words
from reportgen.render.docx.charts import attach_chart
from reportgen.render.pdf.writer import render_pdf
from reportgen.verify.charts import without_charts
from reportgen.verify.comparison import squeeze
from reportgen.verify.pdf import pdf_streams
from reportgen.word.package import W
from reportgen.word.template import read_template

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SVG = "{http://www.w3.org/2000/svg}"


def decimals(*figures: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(figure) for figure in figures)


FUNDS = Chart(
    ChartKind.COLUMN,
    "资金到位与支出",
    ("免费开放补助", "展品更新", "科普活动"),
    (
        Series("到位", decimals("195.00", "120.50", "45.20")),
        Series("支出", decimals("188.31", "118.07", "45.20")),
    ),
    unit="万元",
)
VISITORS = Chart(
    ChartKind.LINE,
    "每季度进馆人次",
    ("一季度", "二季度", "三季度", "四季度"),
    (Series("2022年", decimals("1.1", "2.4", "3.9", "1.8")), Series("2023年", (*decimals("1.5", "2.2", "4.3"), None))),
    unit="万人次",
)
SHARES = Chart(
    ChartKind.PIE,
    "支出构成",
    ("人员经费", "公用经费", "项目支出"),
    (Series("支出", decimals("120", "85.5", "351.31")),),
)
ALL = [FUNDS, VISITORS, SHARES]
THIN_PIES = {
    "三公经费（某市科技馆）": [
        ("公务用车运行维护费", "9.80"),
        ("公务接待费", "0.15"),
        ("因公出国（境）费", "0.05"),
        ("购置费", "0.00"),
    ],
    "诊疗收入（示例县人民医院）": [("住院收入", "8200"), *((f"专科{number}", "12") for number in range(1, 10))],
    "学生去向（某市第二中学）": [("升学", "612"), ("就业", "3"), ("参军", "2"), ("出国", "1"), ("其他", "0")],
    "用水构成（样板镇水务所）": [("农业灌溉", "96.2"), ("居民生活用水和公共服务用水合计", "3.1"), ("生态补水", "0.7")],
    "只有一项（某区人民法院）": [("办案经费", "35.00")],
}


@cache
def looks() -> Looks:
    return read_template(PACK / "template.docx")[0].looks


def word_file(folder: Path, *charts: Chart) -> Path:
    """The template with nothing but charts in it."""
    word = DocxTemplate(PACK / "template.docx")
    word.init_docx()
    body = word.docx.element.body
    for child in body.findall(W + "p"):
        body.remove(child)
    for position, chart in enumerate(charts):
        body.insert(position, element(attach_chart(word.docx.part, chart, looks())))
    path = folder / "chart.docx"
    word.docx.save(str(path))
    return path


def element(run: str) -> object:
    return parse_xml(f'<w:p xmlns:w="{W.strip("{}")}">{run}</w:p>')


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: chart.kind.value)
def test_the_svg_holds_categories_and_values_as_text(chart: Chart) -> None:
    """Name and unit stand below it, in the document."""
    words = "".join(svg_words(chart_svg(chart, looks()))).replace(" ", "")
    expected = [*chart.categories, *(label for series in chart.series for label in series.printed)]
    assert [word for word in expected if word not in words] == []


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: chart.kind.value)
def test_the_svg_is_spoken_by_its_alternative_text(chart: Chart) -> None:
    root = ElementTree.fromstring(chart_svg(chart, looks()))
    assert (root.tag, root.get("role"), root.get("aria-label")) == (SVG + "svg", "img", chart.spoken)


def test_without_an_alternative_text_every_value_is_spoken() -> None:
    assert FUNDS.spoken == (
        "柱形图：资金到位与支出（单位：万元）。免费开放补助：到位195.00万元，支出188.31万元；"
        "展品更新：到位120.50万元，支出118.07万元；科普活动：到位45.20万元，支出45.20万元"
    )
    assert replace(FUNDS, alt="到位资金基本支出完毕").spoken == "到位资金基本支出完毕"
    assert VISITORS.spoken.endswith("四季度：2022年1.8万人次，2023年无数据")


def test_it_is_drawn_in_greys_with_the_official_faces_stand_ins() -> None:
    svg = chart_svg(FUNDS, looks())
    colours = {part.split(";")[0].split('"')[0].strip() for part in svg.split("fill: #")[1:]}
    assert all(colour[:2] == colour[2:4] == colour[4:6] for colour in colours if len(colour) == 6)
    assert "GW FangSong" in svg
    assert "<pattern" in svg


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: chart.kind.value)
def test_the_pdf_shows_the_words_of_the_svg_in_its_faces(chart: Chart) -> None:
    svg = chart_svg(chart, looks())
    image = f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
    html = f'<html lang="zh-CN"><title>图</title><body><img alt="图" src="{image}"></body></html>'
    content = render_pdf(html, datetime(2024, 3, 5, tzinfo=UTC)).content
    streams = pdf_streams(content, replace(looks(), odd=None, even=None))
    assert sorted(squeeze("".join(streams))) == sorted(squeeze("".join(svg_words(svg))))
    assert without_charts(streams, ["\n".join(svg_words(svg))]) == ([""], [1])
    with pdfplumber.open(BytesIO(content)) as pdf:
        assert {char["fontname"].partition("+")[2] for char in pdf.chars} == {"GW-Latin", "GW-FangSong"}
        assert not pdf.images, "it is drawn, not painted in pixels"


def test_labels_are_printed_as_they_are_given() -> None:
    """A figure keeps its own writing, and neither a dollar nor a bracket is a formula or a tag."""
    series = Series("a$b$ <丙> & 丁", decimals("1234.5", "2"), ("1,234.50", "约2"))
    chart = Chart(ChartKind.COLUMN, "甲 & 乙", ("一", "二"), (series, series))
    words = svg_words(chart_svg(chart, looks()))
    assert {"1,234.50", "约2", "a$b$ <丙> & 丁"} <= set(words)


def test_equal_charts_make_equal_bytes() -> None:
    assert chart_svg(FUNDS, looks()) == chart_svg(FUNDS, looks())
    assert native_chart(FUNDS, looks()) == native_chart(FUNDS, looks())


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: chart.kind.value)
def test_word_gets_the_values_and_a_workbook_to_edit_them(chart: Chart) -> None:
    made = native_chart(chart, looks())
    values = [
        [point.findtext(C + "v") for point in series.iterfind(f"{C}val//{C}pt")]
        for series in ElementTree.fromstring(made.xml).iter(C + "ser")
    ]
    assert values == [[str(value) for value in series.values if value is not None] for series in chart.series]
    sheet = load_workbook(BytesIO(made.workbook)).active
    assert sheet is not None
    rows = list(sheet.values)
    assert rows[0][1:] == tuple(series.name for series in chart.series)
    assert [row[0] for row in rows[1:]] == list(chart.categories)
    assert rows[1][1] == float(chart.series[0].values[0] or 0)


def test_word_shows_the_value_alone_and_every_axis_id_is_positive() -> None:
    root = ElementTree.fromstring(native_chart(FUNDS, looks()).xml)
    shown = {element.tag.removeprefix(C): element.get("val") for element in next(root.iter(C + "dLbls"))}
    assert {name for name, value in shown.items() if name.startswith("show") and value == "1"} == {"showVal"}
    assert all(int(axis.get("val", "")) > 0 for axis in root.iter(C + "axId"))
    assert [format_.get("formatCode") for format_ in root.iterfind(f".//{C}dLbls/{C}numFmt")] == ["0.00", "0.00"]


def test_word_draws_straight_lines_and_leaves_gaps() -> None:
    root = ElementTree.fromstring(native_chart(VISITORS, looks()).xml)
    assert [element.get("val") for element in root.iter(C + "smooth")] == ["0", "0"]
    assert [element.get("val") for element in root.iter(C + "dispBlanksAs")] == ["gap"]


def labels_of(series: ElementTree.Element) -> dict[int, dict[str, str]]:
    """What each single label of a series has of its own: its words, format, place and shift."""
    return {int(attribute(label, "idx")): own_of(label) for label in series.iter(C + "dLbl")}


def own_of(label: ElementTree.Element) -> dict[str, str]:
    words = "".join(text.text or "" for text in label.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t"))
    own = {tag: attribute(label, tag) for tag in ("dLblPos", "x", "y")}
    own |= {"numFmt": attribute(label, "numFmt", "formatCode"), "words": words}
    return {name: value for name, value in own.items() if value}


def attribute(label: ElementTree.Element, tag: str, name: str = "val") -> str:
    found = label.find(f".//{C}{tag}")
    return found.get(name, "") if found is not None else ""


def test_in_word_a_label_has_the_decimals_that_the_pdf_prints() -> None:
    """15 beside 4.75 is 15 in both; a figure that the format of its series prints follows the data."""
    chart = replace(FUNDS, series=(Series("得分", decimals("15", "14.30", "4.75")),))
    (series,) = ElementTree.fromstring(native_chart(chart, looks()).xml).iter(C + "ser")
    assert {index: own["words"] for index, own in labels_of(series).items()} == {0: "15"}
    assert [word for word in ("15", "14.30", "4.75") if word not in svg_words(chart_svg(chart, looks()))] == []


def test_in_word_the_values_of_lines_that_cross_stand_where_the_pdf_has_them() -> None:
    """Above the highest line of each category, below the others: not above one line and below the other throughout."""
    chart = replace(
        VISITORS, series=(Series("门诊", decimals("1", "5", "3", "4")), Series("急诊", decimals("2", "3", "4", "9")))
    )
    first, second = ElementTree.fromstring(native_chart(chart, looks()).xml).iter(C + "ser")
    assert {index: own["dLblPos"] for index, own in labels_of(first).items()} == {1: "t"}
    assert {index: own["dLblPos"] for index, own in labels_of(second).items()} == {1: "b"}
    assert all(own["numFmt"] == "0" for own in (*labels_of(first).values(), *labels_of(second).values()))


def test_of_two_lines_the_upper_has_its_values_above() -> None:
    chart = replace(
        VISITORS, series=(Series("低", decimals("1", "2", "3", "4")), Series("高", decimals("5", "6", "7", "8")))
    )
    root = ElementTree.fromstring(native_chart(chart, looks()).xml)
    assert [position.get("val") for position in root.iter(C + "dLblPos")] == ["b", "t"]


def test_values_that_would_run_into_each_other_stand_upright() -> None:
    names = tuple(f"第{number}项" for number in range(12))
    values = tuple(Decimal(number) + Decimal("1000.25") for number in range(12))
    many = Chart(ChartKind.COLUMN, "各项支出", names, (Series("到位", values), Series("支出", values)))
    assert "rotate(-90" in chart_svg(many, looks())
    assert b'rot="-5400000"' in native_chart(many, looks()).xml
    assert "rotate(-90" not in chart_svg(FUNDS, looks())


@pytest.mark.parametrize("title", THIN_PIES)
def test_names_of_thin_slices_stand_apart_and_on_the_page(title: str) -> None:
    """A legend tells them all, in both outputs; wide slices have their names beside them."""
    names, figures = zip(*THIN_PIES[title], strict=True)
    chart = Chart(ChartKind.PIE, title, names, (Series("", decimals(*figures), figures),))
    svg = chart_svg(chart, looks())
    said = "".join(map("".join, zip(names, figures, strict=True)))
    assert "".join(svg_words(svg)).replace(" ", "") == said
    assert meetings(svg) == []
    assert outside(svg) == []
    (series,) = ElementTree.fromstring(native_chart(chart, looks()).xml).iter(C + "ser")
    labels = "".join(point.findtext(C + "v", "") for point in series.iterfind(f"{C}cat//{C}pt"))
    assert labels.replace(" ", "") == ("".join(names) if len(names) == 1 else said)


def test_a_line_is_broken_where_there_is_no_value() -> None:
    root = ElementTree.fromstring(chart_svg(VISITORS, looks()))
    drawn = [
        line.get("points", "").split() for line in root.iter(SVG + "polyline") if line.get("stroke-width") == "1.2"
    ]
    assert [len(points) for points in drawn if len(points) > 2] == [4, 3]


def test_what_is_below_nothing_hangs_from_the_base_line() -> None:
    chart = Chart(ChartKind.COLUMN, "比上年增减", ("门诊", "住院"), (Series("增减", decimals("12.5", "-4.2")),))
    root = ElementTree.fromstring(chart_svg(chart, looks()))
    base = float(next(root.iter(SVG + "polyline")).get("points", "").split(",")[1].split()[0])
    up, down = (rectangle for rectangle in root.iter(SVG + "rect") if rectangle.get("stroke"))
    assert float(up.get("y", "")) + float(up.get("height", "")) == pytest.approx(base, abs=0.02)
    assert float(down.get("y", "")) == pytest.approx(base, abs=0.02)
    label = next(words for words in root.iter(SVG + "text") if words.text == "-4.2")
    assert float(label.get("y", "")) > base + float(down.get("height", ""))


def test_both_validators_find_the_word_file_sound(tmp_path: Path) -> None:
    path = word_file(tmp_path, *ALL)
    assert audit(path) == []
    assert sdk_validate(path) == []
    with ZipFile(path) as parts:
        names = [name for name in parts.namelist() if "chart" in name]
    assert sorted(names) == sorted(
        name
        for number in (1, 2, 3)
        for name in (
            f"word/charts/chart{number}.xml",
            f"word/charts/_rels/chart{number}.xml.rels",
            f"word/embeddings/chart{number}.xlsx",
        )
    )
    assert FUNDS.spoken in ZipFile(path).read("word/document.xml").decode()


def test_libreoffice_draws_the_native_chart(tmp_path: Path) -> None:
    with pdfplumber.open(to_pdf(word_file(tmp_path, *ALL), tmp_path)) as pdf:
        words = "".join("".join(char["text"] for char in page.chars) for page in pdf.pages)
    expected = ["展品更新", "188.31", "118.07", "2022年", "4.3", "351.31", "项目支出"]
    assert [word for word in expected if word not in words] == []
