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

from reportgen.model.chart import Chart, ChartKind, Series
from reportgen.model.look import Looks, Style
from reportgen.model.table import CellRole
from reportgen.record import Struct
from reportgen.render.chart.canvas import Canvas
from reportgen.render.chart.layout import HEIGHT_SHARE, above, column_width, values_upright
from reportgen.render.chart.native_labels import figures_format, own_labels, placed
from reportgen.render.chart.palette import Ink, ink
from reportgen.render.chart.pie import FILLS

WORKBOOK_RELATIONSHIP = "rId1"
"""By which the chart part has to refer to its workbook."""
_SHEET = "Sheet1"
_WIDEST_GAP = 500
"""The most that Word takes."""
_PART = "xl/charts/chart1.xml"
_LONG_AGO = datetime(2000, 1, 1)  # noqa: DTZ001 - the workbook's date, the same in every build
_TYPES = {ChartKind.COLUMN: "column", ChartKind.LINE: "line", ChartKind.PIE: "pie"}
_LATIN = re.compile(r'<a:latin typeface="([^"]*)"/>')
_SHOW_VALUE = '<c:showVal val="1"/>'
_SHOW_CATEGORY = '<c:showCatName val="1"/>'


class NativeChart(Struct, frozen=True):
    """`xml` is the chart part, `workbook` the xlsx that it refers to as WORKBOOK_RELATIONSHIP."""

    xml: bytes
    workbook: bytes


def native_chart(chart: Chart, looks: Looks) -> NativeChart:
    """The parts of a chart. Byte-identical for equal input."""
    with zipfile.ZipFile(BytesIO(_workbook(chart, looks, drawn=True))) as drawn:
        xml = drawn.read(_PART).decode()
    return NativeChart(_for_word(xml, chart, looks).encode(), _workbook(chart, looks, drawn=False))


def _workbook(chart: Chart, looks: Looks, *, drawn: bool) -> bytes:
    stream = BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    workbook.set_properties({"title": chart.title, "created": _LONG_AGO})
    sheet = workbook.add_worksheet(_SHEET)
    for row, category in enumerate(chart.categories, start=1):
        sheet.write_string(row, 0, category)
    for column, series in enumerate(chart.series, start=1):
        _write_series(sheet, column, series, workbook.add_format({"num_format": figures_format(series)}))
    if drawn:
        sheet.insert_chart(0, len(chart.series) + 2, _drawing(workbook, chart, looks))
    workbook.close()
    return stream.getvalue()


def _write_series(sheet: Worksheet, column: int, series: Series, figures: Any) -> None:
    sheet.write_string(0, column, series.name)
    for row, value in enumerate(series.values, start=1):
        if value is not None:
            sheet.write_number(row, column, value, figures)  # as Decimal: see render.xlsx.sheet


def _drawing(workbook: Workbook, chart: Chart, looks: Looks) -> Any:
    words = looks.styles[CellRole.TEXT.value]
    drawing = workbook.add_chart({"type": _TYPES[chart.kind]})
    for column, series in enumerate(chart.series, start=1):
        drawing.add_series(_series_options(chart, column, series, looks))
    drawing.set_title({"none": True})
    drawing.set_chartarea({"border": {"none": True}})
    if chart.kind is ChartKind.PIE or len(chart.series) == 1:
        drawing.set_legend({"none": True})
    else:
        drawing.set_legend({"position": "bottom", "font": _font(words)})
    if chart.kind is ChartKind.PIE:
        edge, share = (1 - FILLS) / 2, FILLS * HEIGHT_SHARE
        layout = {"x": (1 - share) / 2, "y": edge, "width": share, "height": FILLS}
        drawing.set_plotarea({"layout": layout})  # names are shifted from a circle of this size
    else:
        drawing.set_x_axis(
            {
                "num_font": _font(words),
                "line": {"color": "black"},
                "label_position": "low",  # below columns that go down, too
                "major_tick_mark": "none",
                "minor_tick_mark": "none",
            }
        )
        drawing.set_y_axis({"visible": False, "major_gridlines": {"visible": False}})
    return drawing


def _series_options(chart: Chart, column: int, series: Series, looks: Looks) -> dict[str, Any]:
    words, room = looks.styles[CellRole.TEXT.value], _room(looks)
    last, look = len(chart.categories), ink(column - 1)
    turned = {"rotation": -90} if chart.kind is ChartKind.COLUMN and values_upright(chart) else {}
    labels: dict[str, Any] = {"value": True, "num_format": figures_format(series), "font": _font(words, -1.5) | turned}
    options: dict[str, Any] = {
        "name": [_SHEET, 0, column],
        "categories": [_SHEET, 1, 0, last, 0],
        "values": [_SHEET, 1, column, last, column],
        "data_labels": labels,
    }
    match chart.kind:
        case ChartKind.COLUMN:
            options |= _fill(look) | {"gap": _gap(chart, room), "overlap": 0}
            labels["position"] = "outside_end"
        case ChartKind.LINE:
            options["line"] = {"color": "black", "width": 1.25, "dash_type": look.dash}
            options["marker"] = {
                "type": look.marker,
                "size": 6,
                "border": {"color": "black"},
                "fill": {"color": look.grey},
            }
            labels["position"] = "above" if above(chart, series) else "below"
        case ChartKind.PIE:
            options["points"] = [_fill(ink(index)) for index in range(last)]
            labels |= {"category": True, "separator": " ", "position": "outside_end", "leader_lines": True}
    labels["custom"] = own_labels(chart, series, labels, room)
    return options


def _room(looks: Looks) -> Canvas:
    """The size that the chart has on the page, and that of its words."""
    width = looks.page.width - looks.page.left - looks.page.right
    return Canvas(width, width * HEIGHT_SHARE, looks.styles[CellRole.TEXT.value].size)


def _gap(chart: Chart, room: Canvas) -> int:
    """Between categories, in hundredths of a column, so that columns are as wide as in the PDF."""
    step = room.width / len(chart.categories)
    return min(round((step / column_width(chart, step) - len(chart.series)) * 100), _WIDEST_GAP)


def _fill(look: Ink, *, patterned: bool = True) -> dict[str, Any]:
    border = {"border": {"color": "black", "width": 0.5}}
    if not (patterned and look.hatch):
        return {"fill": {"color": look.grey}} | border
    return {"pattern": {"pattern": look.hatch, "fg_color": "black", "bg_color": look.grey}} | border


def _font(style: Style, larger: float = 0) -> dict[str, Any]:
    return {"name": style.east_asian_font, "size": style.size + larger, "bold": False, "color": "black"}


def _for_word(xml: str, chart: Chart, looks: Looks) -> str:
    """The part as Word wants it; the words of users are escaped, so none of them can look like a tag."""
    latin = looks.styles[CellRole.TEXT.value].latin_font
    xml = _LATIN.sub(rf'<a:latin typeface="{latin}"/><a:ea typeface="\1"/>', xml)
    xml = xml.replace('lang="en-US"', 'lang="zh-CN"').replace('<c:lang val="en-US"/>', '<c:lang val="zh-CN"/>')
    xml = xml.replace("<c:chart>", '<c:roundedCorners val="0"/><c:chart>', 1)
    shown = _SHOW_CATEGORY if chart.kind is ChartKind.PIE else '<c:showCatName val="0"/>'
    labels = (
        f'<c:showLegendKey val="0"/>{_SHOW_VALUE}{shown}<c:showSerName val="0"/><c:showPercent val="0"/>'
        '<c:showBubbleSize val="0"/>'
    )
    xml = xml.replace(_SHOW_VALUE + _SHOW_CATEGORY, _SHOW_VALUE).replace(_SHOW_VALUE, labels)
    xml = re.sub(r"(</c:scaling>)(?=<c:axPos)", r'\1<c:delete val="0"/>', xml)
    xml = placed(xml, chart, _room(looks))
    if chart.kind is ChartKind.LINE:
        xml = xml.replace("</c:ser>", '<c:smooth val="0"/></c:ser>')
    xml = xml.replace('<c:plotVisOnly val="1"/>', '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>')
    link = f'<c:externalData r:id="{WORKBOOK_RELATIONSHIP}"><c:autoUpdate val="0"/></c:externalData>'
    return re.sub(r"<c:printSettings>.*</c:printSettings>", link, xml, count=1, flags=re.DOTALL)
