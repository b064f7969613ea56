"""Paper and margins, set as GB/T 9704 has them."""

from reportgen.finished.docx.resets.manuscript import Manuscript
from reportgen.word.ordered import put
from reportgen.word.package import W, value

_PAPER = {"w": 11906, "h": 16838}
_MARGINS = {"top": 2098, "right": 1474, "bottom": 1984, "left": 1587, "header": 851, "footer": 1307, "gutter": 0}
"""37, 26, 35 and 28 mm; the page number stands 7 mm below the type area."""


def set_paper(manuscript: Manuscript) -> None:
    """A4 with the type area of the standard; pages across stay as they are."""
    for section in manuscript.body.iter(W + "sectPr"):
        if value(section, "pgSz", "orient") != "landscape":
            put(section, "pgSz", _PAPER)
            put(section, "pgMar", _MARGINS)
