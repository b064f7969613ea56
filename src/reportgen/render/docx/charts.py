"""A native chart put into a Word file: its part, the workbook behind it, and the run that shows it."""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.parts.document import DocumentPart
from markupsafe import Markup

from reportgen.model.chart import Chart
from reportgen.model.look import Looks
from reportgen.render.chart.native import WORKBOOK_RELATIONSHIP, native_chart
from reportgen.render.chart.size import chart_canvas
from reportgen.word.drawings import EMU

_FIRST_ID = 9000
"""Drawings are numbered from here: Word wants each number once in a file."""
_RUN = Markup(
    "<w:r><w:drawing>"
    '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
    '<wp:docPr id="{id}" name="{name}" descr="{alt}"/><wp:cNvGraphicFramePr/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{relationship}"/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def attach_chart(part: DocumentPart, chart: Chart, looks: Looks) -> str:
    """Add a chart's parts to the document part of a package; the `<w:r>` that shows it, as wide as the type area."""
    made = native_chart(chart, looks)
    package = part.package
    assert package is not None
    chart_part = Part(package.next_partname("/word/charts/chart%d.xml"), CONTENT_TYPE.DML_CHART, made.xml, package)
    relationship = part.relate_to(chart_part, RELATIONSHIP_TYPE.CHART)
    workbook = Part(
        package.next_partname("/word/embeddings/chart%d.xlsx"), CONTENT_TYPE.SML_SHEET, made.workbook, package
    )
    assert chart_part.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE) == WORKBOOK_RELATIONSHIP
    number = int(chart_part.partname.idx or 1)
    size = chart_canvas(chart, looks)
    run = _RUN.format(
        width=round(size.width * EMU),
        height=round(size.height * EMU),
        id=_FIRST_ID + number,
        name=f"图表 {number}",
        alt=chart.spoken,
        relationship=relationship,
    )
    return str(run)
