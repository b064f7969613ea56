"""Chart → the two parts of a native chart: DrawingML and the workbook that Word opens on 「编辑数据」.

XlsxWriter draws the chart into a workbook, from which its part is taken; the workbook that is kept has the data alone.
What Excel supplies by itself and Word or LibreOffice do not is spelt out: axes that are not deleted, lines that are not
smoothed, gaps that are not zero, labels that show the value and nothing else, hanzi in the hanzi's face (`a:ea`).
"""

import re
import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from reportgen.model.chart import LYING, ROUND, Chart, ChartKind, Series
from reportgen.model.look import Looks
from reportgen.model.table import CellRole
from reportgen.record import Struct
from reportgen.render.chart.layout import beside, wrapped_names
from reportgen.render.chart.native_axes import legend, plot_options, set_axes
from reportgen.render.chart.native_labels import figures_format, with_formats
from reportgen.render.chart.native_series import rate_options, series_options, tops_options
from reportgen.render.chart.size import chart_canvas

WORKBOOK_RELATIONSHIP = "rId1"
"""By which the chart part has to refer to its workbook."""
SHEET = "Sheet1"
_NARROWER = 0.88
"""Word leaves air beside columns: names are broken by us, since lines broken twice have single characters in them."""
_PART = "xl/charts/chart1.xml"
_LONG_AGO = datetime(2000, 1, 1)  # noqa: DTZ001 - the workbook's date, the same in every build
_TYPES: dict[ChartKind, dict[str, str]] = {
    ChartKind.COLUMN: {"type": "column"},
    ChartKind.BAR: {"type": "bar"},
    ChartKind.STACKED: {"type": "column", "subtype": "stacked"},
    ChartKind.LINE: {"type": "line"},
    ChartKind.COMBINED: {"type": "column"},
    ChartKind.PIE: {"type": "pie"},
    ChartKind.RING: {"type": "doughnut"},
    ChartKind.TARGET: {"type": "bar"},
    ChartKind.RADAR: {"type": "radar", "subtype": "with_markers"},
    ChartKind.WATERFALL: {"type": "column", "subtype": "stacked"},
    ChartKind.DISTRIBUTION: {"type": "bar", "subtype": "stacked"},
}
_LATIN = re.compile(r'<a:latin typeface="([^"]*)"/>')
_SHOW_VALUE = '<c:showVal val="1"/>'
_FLOORS, _TOPS = "起点", "终点"
"""What a waterfall stands on, and where its values stand: series of its workbook that nobody sees."""


class NativeChart(Struct, frozen=True):
    """`xml` is the chart part, `workbook` the xlsx that it refers to as WORKBOOK_RELATIONSHIP."""

    xml: bytes
    workbook: bytes


def native_chart(chart: Chart, looks: Looks) -> NativeChart:
    """The parts of a chart. Byte-identical for equal input."""
    with zipfile.ZipFile(BytesIO(_workbook(chart, looks, drawn=True))) as drawn:
        xml = drawn.read(_PART).decode()
    return NativeChart(_for_word(xml, looks).encode(), _workbook(chart, looks, drawn=False))


def _categories(chart: Chart, looks: Looks) -> tuple[str, ...]:
    """The names with all that the drawing has no other place for."""
    if chart.kind in ROUND and not beside(chart):
        return tuple(f"{name} {label}" for name, label in zip(chart.categories, chart.series[0].printed, strict=True))
    room = chart_canvas(chart, looks)
    return (
        chart.named
        if chart.kind in (*LYING, *ROUND, ChartKind.RADAR)
        else wrapped_names(chart, room.width * _NARROWER, room.size)
    )


def _columns(chart: Chart) -> tuple[Series, ...]:
    """The series of the workbook: those of a waterfall between what they stand on and where their values stand."""
    if chart.kind is not ChartKind.WATERFALL:
        return chart.series
    heights = [
        next(value for value in values if value is not None)
        for values in zip(*(series.values for series in chart.series), strict=True)
    ]
    tops = tuple(floor + height for floor, height in zip(chart.floors, heights, strict=True))
    return (Series(_FLOORS, chart.floors), *chart.series, Series(_TOPS, tops, _words_at(chart)))


def _words_at(chart: Chart) -> tuple[str, ...]:
    return tuple(next(filter(None, words), "") for words in zip(*(s.printed for s in chart.series), strict=True))


def _workbook(chart: Chart, looks: Looks, *, drawn: bool) -> bytes:
    stream = BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    workbook.set_properties({"title": chart.title, "created": _LONG_AGO})
    sheet, columns = workbook.add_worksheet(SHEET), _columns(chart)
    for row, category in enumerate(_categories(chart, looks), start=1):
        sheet.write_string(row, 0, category)
    for column, series in enumerate(columns, start=1):
        _write_series(sheet, column, series, workbook.add_format({"num_format": figures_format(series)}))
    if drawn:
        sheet.insert_chart(0, len(columns) + 2, _drawing(workbook, chart, columns, looks))
    workbook.close()
    return stream.getvalue()


def _write_series(sheet: Worksheet, column: int, series: Series, figures: Any) -> None:
    sheet.write_string(0, column, series.name)
    for row, value in enumerate(series.values, start=1):
        if value is not None:
            sheet.write_number(row, column, value, figures)  # as Decimal: see render.xlsx.sheet


def _drawing(workbook: Workbook, chart: Chart, columns: tuple[Series, ...], looks: Looks) -> Any:
    words, room = looks.styles[CellRole.TEXT.value], chart_canvas(chart, looks)
    drawing = workbook.add_chart(_TYPES[chart.kind])
    line = workbook.add_chart({"type": "line"})
    for column, series in enumerate(columns, start=1):
        cells = {
            "name": [SHEET, 0, column],
            "categories": [SHEET, 1, 0, len(chart.categories), 0],
            "values": [SHEET, 1, column, len(chart.categories), column],
        }
        if series.name == _TOPS and chart.kind is ChartKind.WATERFALL:
            line.add_series(cells | tops_options(series, words))
        elif chart.kind is ChartKind.COMBINED and column == len(columns):
            line.add_series(cells | rate_options(series, column - 1, words))
        else:
            drawing.add_series(cells | series_options(chart, column - 1, series, words, room))
    if line.series:
        drawing.combine(line)
    drawing.set_title({"none": True})
    drawing.set_chartarea({"border": {"none": True}})
    drawing.set_legend(legend(chart, words))
    drawing.set_plotarea(plot_options(chart, room))
    set_axes(drawing, line, chart, words, room)
    return drawing


def _for_word(xml: str, looks: Looks) -> str:
    """The part as Word wants it; the words of users are escaped, so none of them can look like a tag."""
    latin = looks.styles[CellRole.TEXT.value].latin_font
    xml = _LATIN.sub(rf'<a:latin typeface="{latin}"/><a:ea typeface="\1"/>', xml)
    xml = xml.replace('lang="en-US"', 'lang="zh-CN"').replace('<c:lang val="en-US"/>', '<c:lang val="zh-CN"/>')
    xml = xml.replace("<c:chart>", '<c:roundedCorners val="0"/><c:chart>', 1)
    labels = (
        f'<c:showLegendKey val="0"/>{_SHOW_VALUE}<c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )
    xml = xml.replace(_SHOW_VALUE, labels)
    xml = re.sub(r"(</c:scaling>)(?=<c:axPos)", r'\1<c:delete val="0"/>', xml)
    xml = with_formats(xml)
    xml = re.sub(r"<c:lineChart>.*?</c:lineChart>", _straight, xml, flags=re.DOTALL)
    xml = xml.replace('<c:plotVisOnly val="1"/>', '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>')
    link = f'<c:externalData r:id="{WORKBOOK_RELATIONSHIP}"><c:autoUpdate val="0"/></c:externalData>'
    return re.sub(r"<c:printSettings>.*</c:printSettings>", link, xml, count=1, flags=re.DOTALL)


def _straight(lines: re.Match[str]) -> str:
    return lines[0].replace("</c:ser>", '<c:smooth val="0"/></c:ser>')
