"""What a PDF says about itself, said alike in the two places where readers look: Info and XMP (ISO 32000-1, 14.3)."""

from pikepdf import Pdf

PROGRAM = "reportgen"
"""By this creator a PDF is known as ours (`reportgen.render.provenance`)."""
_PART = "pdfaid:part"


def settle_metadata(pdf: Pdf, engine: str, attached: bool) -> None:
    """Name the program and, where it is given, its engine with the version; title, author and dates stay.

    A PDF/A-2 may hold no files but PDF/A: with files `attached` it says that it is the PDF/A-3 which it is but for
    them. A PDF that makes no such claim makes none afterwards.
    """
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        if engine:
            metadata["xmp:CreatorTool"], metadata["pdf:Producer"] = PROGRAM, engine
        if attached and metadata.get(_PART) == "2":
            metadata[_PART] = "3"
    if engine:
        pdf.docinfo["/Creator"], pdf.docinfo["/Producer"] = PROGRAM, engine
