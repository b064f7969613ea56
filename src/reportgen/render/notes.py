"""How notes and words that stand out look: as the template says, else as the styles that every template has."""

from collections.abc import Mapping

from reportgen.model.document import Role
from reportgen.model.look import NOTE, STRONG, Align, Style
from reportgen.model.table import CellRole
from reportgen.record import replace

STRONG_ID = "GWStrong"
"""By which Word knows the style of letters that stand out."""
SEPARATOR = 0.3
"""Of the width of the type area: the line above notes."""
GAP = 6.0
"""In pt, above that line and below it together."""
_SIZE, _PITCH = 9.0, 13.5
"""小五, in lines of one and a half."""


def note_style(styles: Mapping[str, Style]) -> Style:
    """The style of notes: that of cells, 小五."""
    own = styles.get(NOTE)
    size = {"size": _SIZE, "line": _PITCH, "align": Align.JUSTIFY, "widow_control": True}
    return own or replace(styles[CellRole.TEXT.value], name=NOTE, id="GWNote", **size)


def strong_style(styles: Mapping[str, Style]) -> Style:
    """Letters that stand out: their faces and their colour, in the size of the words around them.

    Hanzi have no bold face of their own: what stands out from 仿宋 in print is 黑体, the face of headings.
    """
    body = styles[Role.BODY.value]
    face = styles[Role.HEADING_1.value].east_asian_font
    return styles.get(STRONG) or replace(body, name=STRONG, id=STRONG_ID, east_asian_font=face)
