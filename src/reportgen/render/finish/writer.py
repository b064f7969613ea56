"""A PDF as an engine wrote it → the same, finished."""

from io import BytesIO

import pikepdf

from reportgen.render.finish.attachments import attach
from reportgen.render.finish.finishing import Finishing
from reportgen.render.finish.metadata import settle_metadata
from reportgen.render.finish.row_heads import scope_row_heads


def _put_on_pages(pdf: pikepdf.Pdf, finishing: Finishing) -> None:
    """Each kind brings its own module, which few PDFs need."""
    if finishing.margins:
        from reportgen.render.finish.margins import mark_margins

        mark_margins(pdf, finishing.margins)
    if finishing.annotations:
        from reportgen.render.finish.annotations import annotate

        annotate(pdf, finishing.annotations, finishing.moment)
    if finishing.behind:
        from reportgen.render.finish.appended import append_pages

        append_pages(pdf, finishing.behind, finishing.behind_title)
    if finishing.links:
        from reportgen.render.finish.links import link

        link(pdf, finishing.links)


def finish_pdf(content: bytes, finishing: Finishing) -> bytes:
    """The PDF with all that was asked for; byte for byte the same for the same input. `content` is an engine's own."""
    stream = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        scope_row_heads(pdf, finishing.tables)
        if finishing.attachments:
            attach(pdf, finishing.attachments, finishing.moment)
        _put_on_pages(pdf, finishing)
        settle_metadata(pdf, finishing.engine, bool(finishing.attachments))
        if "/ID" in pdf.trailer:
            del pdf.trailer["/ID"]  # each engine writes its own kind; one is easier to know again
        pdf.save(stream, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return stream.getvalue()
