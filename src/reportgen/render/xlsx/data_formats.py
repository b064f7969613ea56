"""How the cells of data sheets look: equal formats are made once."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from reportgen.model.data_sheets import ColumnKind
from reportgen.record import Struct, field
from reportgen.render.xlsx.workbook import FONT

_LINED = {"border": 1, "text_wrap": True}
_SAME = "#C00000"
_NUMBERS = {ColumnKind.RATE: "0.00%", ColumnKind.SCORE: "0.00", ColumnKind.COUNT: "0", ColumnKind.DAY: "yyyy-mm-dd"}
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
    ColumnKind.RATE.name: _LINED | {"align": "right"},
    ColumnKind.SCORE.name: _LINED | {"align": "right"},
    ColumnKind.COUNT.name: _LINED | {"align": "right"},
    ColumnKind.DAY.name: _LINED | {"align": "center"},
    ColumnKind.MONEY.name: _LINED | {"align": "right"},
}
_TOTAL = {"bold": True, "bg_color": "#F2F2F2"}


def number_code(kind: ColumnKind, decimals: int = 2) -> str:
    """How Excel is told to print what a column holds; `decimals` are those of money."""
    return "#,##0." + "0" * decimals if kind is ColumnKind.MONEY else _NUMBERS.get(kind, "General")


class Formats(Struct):
    """The formats of a workbook."""

    workbook: Workbook
    made: dict[tuple[str, bool, int], Format] = field(default_factory=dict)

    def of(self, name: str, total: bool = False, decimals: int = 0) -> Format:
        """The format of that name; of a line of totals; of money with so many decimals."""
        key = (name, total, decimals)
        if key not in self.made:
            kind = ColumnKind.__members__.get(name)
            number = {"num_format": number_code(kind, decimals)} if kind else {}
            self.made[key] = self.workbook.add_format(FONT | _FORMATS[name] | number | (_TOTAL if total else {}))
        return self.made[key]
