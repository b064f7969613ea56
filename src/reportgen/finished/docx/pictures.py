"""The pictures and charts of a Word file: which parts of it stand in a paragraph."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from reportgen.finished.parts import NativeChart
from reportgen.word.drawings import WP, V
from reportgen.word.drawn_looks import A
from reportgen.word.package import Element, Package, R

_SHOWN_BY = {A + "blip": R + "embed", V + "imagedata": R + "id"}
"""What shows a picture, in DrawingML and in VML, with the attribute that says which."""
_BITMAPS = (".jpg", ".jpeg", ".png")
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"


def picture_names(paragraph: Element, package: Package) -> tuple[str, ...]:
    """The parts of the file that hold the photographs of a paragraph: jpg and png, what else there is left out."""
    names = dict.fromkeys(package.target(relation, package.main_name()) for relation in _relations(paragraph))
    return tuple(name for name in names if PurePosixPath(name).suffix.lower() in _BITMAPS)


def _relations(paragraph: Element) -> Iterator[str]:
    for node in paragraph.iter(*_SHOWN_BY):
        if relation := node.get(_SHOWN_BY[node.tag]):
            yield str(relation)


def native_charts(paragraph: Element, package: Package) -> tuple[NativeChart, ...]:
    """The charts of a paragraph, in order."""
    return tuple(_charts(paragraph, package))


def _charts(paragraph: Element, package: Package) -> Iterator[NativeChart]:
    for drawing in paragraph.iter(WP + "inline", WP + "anchor"):
        told = drawing.find(WP + "docPr")
        for node in drawing.iter(_CHART):
            if part := package.target(str(node.get(R + "id")), package.main_name()):
                yield NativeChart(part, str(told.get("descr", "")) if told is not None else "")
