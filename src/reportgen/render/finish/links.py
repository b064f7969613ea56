"""Places on pages that lead to another page: from a list at the end to what it is about (ISO 32000-1, 12.5.6.5)."""

from collections.abc import Iterable

from pikepdf import Array, Dictionary, Name, Pdf

from reportgen.render.finish.annotations import PRINTED, put_on
from reportgen.render.finish.finishing import Link
from reportgen.render.finish.structure import Structure

_BLUE = (0.0, 0.2, 0.6)
_ABOVE = 60.0
"""pt of the page that are seen above what a link leads to."""


def link(pdf: Pdf, links: Iterable[Link]) -> None:
    """Put the links in: underlined, and told to screen readers within the words that they stand on."""
    structure = Structure(pdf)
    for each in links:
        page, target = pdf.pages[each.page - 1], pdf.pages[each.to_page - 1]
        made = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array(each.box),
                Dest=Array([target.obj, Name.XYZ, None, each.to_top + _ABOVE, None]),
                Border=Array([0, 0, 0]),
                BS=Dictionary(Type=Name.Border, S=Name.U, W=0.5),
                C=Array(_BLUE),
                Contents=each.contents,
                F=PRINTED,
                P=page.obj,
            )
        )
        put_on(page, made)
        structure.tell(made, page, each.mark, each.contents, Name.Link)
