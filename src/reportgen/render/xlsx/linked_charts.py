"""Charts of a data sheet, drawn from the cells of its list: what is changed there changes the chart."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from reportgen.model.chart import LYING
from reportgen.model.data_sheets import DataSheet, PlacedChart
from reportgen.model.look import Looks
from reportgen.model.table import CellRole
from reportgen.render.chart.native_axes import font
from reportgen.render.chart.palette import ink
from reportgen.render.xlsx.data_formats import number_code
from reportgen.render.xlsx.data_sheet import FIRST, HEADS

_WIDTH, _LINE, _AROUND = 720, 26, 90
"""Pixels: of a chart, of each of its bars, and of what stands round them."""
_ROW = 20


def insert_charts(workbook: Workbook, paper: Worksheet, sheet: DataSheet, row: int, looks: Looks) -> None:
    """The charts below the list, from a row on, one below the other."""
    for placed in sheet.charts:
        height = placed.count * _LINE + _AROUND
        drawing = _drawing(workbook, paper.get_name(), sheet, placed, looks)
        drawing.set_size({"width": _WIDTH, "height": height})
        paper.insert_chart(row, 0, drawing, {"description": placed.chart.spoken[:250]})
        row += height // _ROW + 2


def _drawing(workbook: Workbook, name: str, sheet: DataSheet, placed: PlacedChart, looks: Looks) -> Any:
    words = looks.styles[CellRole.TEXT.value]
    drawing = workbook.add_chart({"type": "bar" if placed.chart.kind in LYING else "column"})
    last, names = FIRST + placed.count - 1, sheet.at[placed.categories]
    for number, series in enumerate(placed.series):
        column = sheet.at[series]
        labels = {"value": True, "num_format": number_code(sheet.columns[column].kind), "font": font(words)}
        drawing.add_series(
            {
                "name": [name, HEADS, column],
                "categories": [name, FIRST, names, last, names],
                "values": [name, FIRST, column, last, column],
                "data_labels": labels,
                "fill": {"color": ink(number).grey},
                "border": {"color": "black", "width": 0.5},
                "gap": 60,
            }
        )
    drawing.set_title({"name": placed.chart.title, "name_font": font(words, 2)})
    drawing.set_legend({"none": True} if len(placed.series) == 1 else {"position": "bottom", "font": font(words)})
    drawing.set_y_axis({"reverse": True, "num_font": font(words), "major_tick_mark": "none"})
    drawing.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    return drawing
