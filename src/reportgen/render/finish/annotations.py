"""Notes on the pages of a PDF: words highlighted, or an icon, with what is to be said of them (ISO 32000-1, 12.5.6).

Each has an appearance of its own, since some readers draw nothing without one, and an element of the structure tree,
without which no screen reader tells it (ISO 14289-1, 7.18.1). Flags are those of a note that is printed.
"""

from collections.abc import Iterable
from datetime import datetime

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from reportgen.render.finish.finishing import Annotation, Box
from reportgen.render.finish.metadata import PROGRAM
from reportgen.render.finish.structure import Structure

PRINTED = 4
"""Flag 3 alone: the note goes onto paper too."""
_ICON = 16.0
"""Width and height of an icon in pt."""
_BUBBLE = (
    "0.8 w 0.4 G 1 13 m 1 15 l 15 15 l 15 5 l 7 5 l 4 1.5 l 4 5 l 1 5 l h B "
    "4 12 m 12 12 l 4 9.5 m 12 9.5 l 4 7 m 9 7 l S"
)
"""A balloon with lines of writing, in a square of `_ICON`."""


def annotate(pdf: Pdf, annotations: Iterable[Annotation], moment: datetime) -> None:
    """Put the notes in; `moment`, in UTC, is when they were made. Whatever notes there are stay as they are."""
    structure, date = Structure(pdf), f"D:{moment:%Y%m%d%H%M%S}Z"
    for annotation in annotations:
        page = pdf.pages[annotation.page - 1]
        made = pdf.make_indirect(_icon(pdf, annotation) if annotation.icon else _highlight(pdf, annotation))
        made.update(_said(annotation, date))
        made.P = page.obj
        put_on(page, made)
        structure.tell(made, page, annotation.mark, annotation.contents)


def _said(annotation: Annotation, date: str) -> Dictionary:
    return Dictionary(
        Type=Name.Annot,
        C=Array(annotation.color),
        Contents=annotation.contents,
        F=PRINTED,
        M=date,
        CreationDate=date,
        NM=annotation.name,
        Subj=annotation.subject,
        T=PROGRAM,
    )


def notes_on(page: Page) -> list[Object]:
    """The annotations of a page; damaged files say anything in their place."""
    found = page.obj.get("/Annots")
    return [each for each in found if isinstance(each, Dictionary)] if isinstance(found, Array) else []


def put_on(page: Page, made: Object) -> None:
    """Add an annotation; the list of a page may be an object of its own, which another page has as well."""
    found = page.obj.get("/Annots")
    page.obj.Annots = Array([*(found if isinstance(found, Array) else ()), made])


def _highlight(pdf: Pdf, annotation: Annotation) -> Dictionary:
    area = _around(annotation.boxes)
    drawn = "".join(
        f"{left:.2f} {low:.2f} {right - left:.2f} {high - low:.2f} re " for left, low, right, high in annotation.boxes
    )
    look = _form(pdf, area, f"/Multiplied gs {_color(annotation)} rg {drawn}f")
    look.Resources = Dictionary(ExtGState=Dictionary(Multiplied=Dictionary(Type=Name.ExtGState, BM=Name.Multiply)))
    corners = [edge for box in annotation.boxes for edge in _corners(box)]
    return Dictionary(Subtype=Name.Highlight, Rect=Array(area), QuadPoints=Array(corners), AP=Dictionary(N=look))


def _icon(pdf: Pdf, annotation: Annotation) -> Dictionary:
    left, _low, _right, high = annotation.boxes[0]
    area = (left, high - _ICON, left + _ICON, high)
    look = _form(pdf, (0.0, 0.0, _ICON, _ICON), f"{_color(annotation)} rg {_BUBBLE}")
    return Dictionary(Subtype=Name.Text, Rect=Array(area), Name=Name.Comment, AP=Dictionary(N=look))


def _form(pdf: Pdf, area: Box, drawn: str) -> Object:
    look = pdf.make_stream(drawn.encode())
    look.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array(area)))
    return look


def _color(annotation: Annotation) -> str:
    return " ".join(f"{part:g}" for part in annotation.color)


def _around(boxes: Iterable[Box]) -> Box:
    lefts, lows, rights, highs = zip(*boxes, strict=True)
    return min(lefts), min(lows), max(rights), max(highs)


def _corners(box: Box) -> tuple[float, ...]:
    """As all readers take them, and otherwise than ISO 32000 draws them: upper left and right, lower left and right."""
    left, low, right, high = box
    return left, high, right, high, left, low, right, low
