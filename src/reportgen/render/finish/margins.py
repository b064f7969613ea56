"""Words in the margins of pages: outlines of letters, told to screen readers as no part of the text."""

from collections.abc import Iterable

from pikepdf import Array, Dictionary, Name, Object, Pdf

from reportgen.render.finish.finishing import MarginLine
from reportgen.render.typefaces.outlines import Outline, outline_of

_GREY = "0.45 g"


def mark_margins(pdf: Pdf, lines: Iterable[MarginLine]) -> None:
    """Draw the lines, over whatever the pages show; words that come again are kept once."""
    known: dict[tuple[str, float], tuple[Object, float]] = {}
    by_page: dict[int, list[MarginLine]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    for number, found in by_page.items():
        page, drawn = pdf.pages[number - 1], []
        for count, line in enumerate(found):
            key = line.text, line.size
            if key not in known:
                outline = outline_of(line.text, line.size)
                known[key] = _form(pdf, outline), outline.width
            form, width = known[key]
            name = page.add_resource(form, Name.XObject, Name(f"/ReportgenMargin{count}"))
            drawn.append(f"q 1 0 0 1 {line.right - width:.2f} {line.base:.2f} cm {name} Do Q")
        content = "\n".join(["/Artifact <</Type /Pagination>> BDC", *drawn, "EMC"])
        page.contents_add(pdf.make_stream(b"q"), prepend=True)
        page.contents_add(pdf.make_stream(f"Q\n{content}".encode()))


def _form(pdf: Pdf, outline: Outline) -> Object:
    form = pdf.make_stream(f"{_GREY} {outline.path} f".encode())
    form.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array(outline.box)))
    return form
