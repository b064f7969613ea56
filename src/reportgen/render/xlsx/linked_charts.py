"""Charts of a data sheet, drawn from the cells of its list: what is changed there changes the chart."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from reportgen.model.chart import LYING
from reportgen.model.data_sheets import ColumnKind, DataSheet, PlacedChart
from reportgen.model.look import Looks
from reportgen.model.table import CellRole
from reportgen.render.chart.native_axes import font
from reportgen.render.chart.palette import ink

_WIDTH, _LINE, _AROUND = 720, 26, 90
"""Pixels: of a chart, of each of its bars, and of what stands round them."""
_ROW = 20
_FORMATS = {ColumnKind.RATE: "0.00%", ColumnKind.SCORE: "0.00", ColumnKind.MONEY: "#,##0.00"}
_HEADS = 2


def insert_charts(workbook: Workbook, paper: Worksheet, sheet: DataSheet, name: str, at: tuple[int, Looks]) -> None:
    """The charts below the list, from the row that is given on, one below the other."""
    row, looks = at
    for placed in sheet.charts:
        height = placed.count * _LINE + _AROUND
        drawing = _drawing(workbook, sheet, placed, name, looks)
        drawing.set_size({"width": _WIDTH, "height": height})
        paper.insert_chart(row, 0, drawing, {"description": placed.chart.spoken[:250]})
        row += height // _ROW + 2


def _drawing(workbook: Workbook, sheet: DataSheet, placed: PlacedChart, name: str, looks: Looks) -> Any:
    words = looks.styles[CellRole.TEXT.value]
    drawing = workbook.add_chart({"type": "bar" if placed.chart.kind in LYING else "column"})
    last, names = _HEADS + placed.count, sheet.at[placed.categories]
    for number, series in enumerate(placed.series):
        column = sheet.at[series]
        labels = {"value": True, "num_format": _FORMATS.get(sheet.columns[column].kind, "General"), "font": font(words)}
        drawing.add_series(
            {
                "name": [name, _HEADS, column],
                "categories": [name, _HEADS + 1, names, last, names],
                "values": [name, _HEADS + 1, column, last, column],
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
