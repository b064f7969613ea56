"""Word files of other hands with charts in them, as Excel draws these: nothing is read aloud of them."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document as NewDocx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from xlsxwriter import Workbook

_DRAWING = (
    f"<w:drawing {nsdecls('w', 'wp', 'a', 'r')}><wp:inline>"
    '<wp:extent cx="4000000" cy="2000000"/><wp:docPr id="{id}" name="Chart {id}"/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{relation}"/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing>"
)

Columns = Mapping[str, Sequence[float]]
Chart = tuple[dict[str, str], list[str], Columns, str]
"""What XlsxWriter calls the chart, its categories, its series, and the format of their figures."""


def chart_part(chart: Chart, axis: str = "") -> bytes:
    """The part of a chart; `axis` is the title of its axis of values."""
    kind, names, columns, form = chart
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        sheet, drawing, last = book.add_worksheet(), book.add_chart(kind), len(names)
        sheet.write_column(1, 0, names)
        for at, (name, figures) in enumerate(columns.items(), start=1):
            sheet.write(0, at, name)
            sheet.write_column(1, at, figures, book.add_format({"num_format": form}))
            cells = {"name": ["Sheet1", 0, at], "categories": ["Sheet1", 1, 0, last, 0]}
            drawing.add_series(cells | {"values": ["Sheet1", 1, at, last, at], "num_format": form})
        if axis:
            (drawing.set_x_axis if kind["type"] == "bar" else drawing.set_y_axis)({"name": axis})
        sheet.insert_chart("H2", drawing)
    with zipfile.ZipFile(stream) as archive:
        return archive.read("xl/charts/chart1.xml")


def charted_docx(path: Path, lines: Sequence[str | bytes]) -> Path:
    """A Word file of paragraphs, and of chart parts between them."""
    word: Any = NewDocx()
    for number, line in enumerate(lines, start=1):
        paragraph = word.add_paragraph(line if isinstance(line, str) else "")
        if isinstance(line, bytes):
            name = word.part.package.next_partname("/word/charts/chart%d.xml")
            relation = word.part.relate_to(
                Part(name, CONTENT_TYPE.DML_CHART, line, word.part.package), RELATIONSHIP_TYPE.CHART
            )
            paragraph.add_run()._r.append(parse_xml(_DRAWING.format(id=number, relation=relation)))
    word.save(str(path))
    return path
