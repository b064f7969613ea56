"""How the cells of data sheets look: equal formats are made once."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from reportgen.model.data_sheets import ColumnKind
from reportgen.record import Struct, field

_FONT = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
_LINED = {"border": 1, "text_wrap": True}
_SAME = "#C00000"
_FORMATS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "beside": {"text_wrap": True, "valign": "top"},
    "unit": {"align": "right"},
    "head": _LINED | {"bold": True, "bg_color": "#DDEBF7", "align": "center"},
    "same": {"color": _SAME},
    "other": {},
    "all the same": _LINED | {"color": _SAME},
    ColumnKind.WORDS.name: _LINED,
    ColumnKind.CODE.name: _LINED | {"align": "center"},
    ColumnKind.RATE.name: _LINED | {"num_format": "0.00%", "align": "right"},
    ColumnKind.SCORE.name: _LINED | {"num_format": "0.00", "align": "right"},
    ColumnKind.COUNT.name: _LINED | {"num_format": "0", "align": "right"},
    ColumnKind.DAY.name: _LINED | {"num_format": "yyyy-mm-dd", "align": "center"},
    ColumnKind.MONEY.name: _LINED | {"align": "right"},
}
_TOTAL = {"bold": True, "bg_color": "#F2F2F2"}


class Formats(Struct):
    """The formats of a workbook."""

    workbook: Workbook
    made: dict[tuple[str, bool, int], Format] = field(default_factory=dict)

    def of(self, name: str, total: bool = False, decimals: int = 0) -> Format:
        """The format of that name; of a line of totals; of money with so many decimals."""
        key = (name, total, decimals)
        if key not in self.made:
            number = {"num_format": "#,##0." + "0" * decimals} if name == ColumnKind.MONEY.name else {}
            self.made[key] = self.workbook.add_format(_FONT | _FORMATS[name] | number | (_TOTAL if total else {}))
        return self.made[key]
