"""The looks of a template as cell formats."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from reportgen.model.document import Role
from reportgen.model.look import Align, Looks, Style
from reportgen.model.table import CellRole
from reportgen.record import Struct, field

_THIN = 1
_WORDS = "General"
_ROOM = "_ "
"""As wide as a blank: figures at the right do not touch the line of their cell (so Excel's own 数值 formats)."""
_HORIZONTAL = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "left"}


class Styler(Struct):
    """Makes equal formats once."""

    workbook: Workbook
    looks: Looks
    made: dict[tuple[str, bool, bool, str, int], Format] = field(default_factory=dict)

    def style(self, role: Role | CellRole) -> Style:
        """The style of a role."""
        return self.looks.styles[role.value]

    def format(self, role: Role | CellRole, top: bool = False, figures: str = _WORDS, indent: int = 0) -> Format:
        """The format of a cell; `top` for words that are read from the top of it, `indent` in 字."""
        bordered = isinstance(role, CellRole)
        key = (role.value, bordered, top, figures, indent)
        if key not in self.made:
            properties = _properties(self.style(role), top, figures) | ({"indent": indent} if indent else {})
            left = (
                {"align": "left"} if bordered and indent else {}
            )  # a cell says itself how far from the left it stands
            self.made[key] = self.workbook.add_format(properties | left | ({"border": _THIN} if bordered else {}))
        return self.made[key]


def _properties(style: Style, top: bool, figures: str) -> dict[str, Any]:
    """A cell has one font, that of its hanzi, so that all figures of a sheet look alike."""
    return {
        "font_name": style.east_asian_font,
        "font_size": style.size,
        "font_family": 0,
        "font_scheme": "none",
        "bold": style.bold,
        "align": _HORIZONTAL[style.align],
        "valign": "top" if top else "vcenter",
        "text_wrap": True,
        "num_format": figures + _ROOM if style.align is Align.RIGHT and figures != _WORDS else figures,
    }
