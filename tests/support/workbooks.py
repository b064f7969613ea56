"""Workbooks as the finance systems export them, made by the writer of the program: invented units, real layouts."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

Rows = Sequence[Sequence[Any]]
Sheets = Mapping[str, Rows]


class Formula(str):
    """A cell with a formula, and no value that was worked out."""

    __slots__ = ()


def workbook(sheets: Sheets, merges: Sequence[tuple[str, int, int, int, int]] = ()) -> bytes:
    """Sheets of rows; a merge names its sheet, and first row, first column, last row, last column from 0."""
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for _sheet, *corners in (merge for merge in merges if merge[0] == name):
            sheet.merge_range(*corners, "")
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, Formula):
                    sheet.write_formula(number, column, str(cell), None, "")
                elif hasattr(cell, "year"):
                    sheet.write_datetime(number, column, cell, day)
                elif isinstance(cell, str):
                    sheet.write_string(number, column, cell)
                elif cell is not None:
                    sheet.write_number(number, column, cell)
    book.close()
    return stream.getvalue()


def saved(path: Path, sheets: Sheets, merges: Sequence[tuple[str, int, int, int, int]] = ()) -> Path:
    """The same as a file."""
    path.write_bytes(workbook(sheets, merges))
    return path


Z01 = "Z01 收入支出决算总表(财决01表)"
_STAGES = ("年初预算数", "全年预算数", "决算数")


def final_accounts(unit: str, year: int, spent: tuple[Any, Any, Any], money: str = "元", shift: int = 0) -> Sheets:
    """Z01 of 部门决算: three blocks of five columns side by side; `shift` rows are put in above the totals.

    `spent` are basic expenditure, projects and their sum, to the cent.
    """
    basic, projects, whole = spent
    heads = [
        word for item in ("项目", "项目(按功能分类)", "项目(按支出性质和经济分类)") for word in (item, "行次", *_STAGES)
    ]
    blank: list[Any] = [None] * 15
    return {
        Z01: [
            ["收入支出决算总表"],
            [*[None] * 14, "财决01表"],
            [f"编制单位：{unit}", f"{year}年度", *[None] * 12, f"金额单位：{money}"],
            ["收入", *[None] * 4, "支出"],
            heads,
            [
                "一、一般公共预算财政拨款收入",
                1,
                *[whole] * 3,
                "一、一般公共服务支出",
                31,
                *["—"] * 3,
                "一、基本支出",
                57,
            ]
            + [basic] * 3,
            ["二、政府性基金预算财政拨款收入", 2, *["—"] * 3, "二、外交支出", 32, *[None] * 3, "　　人员经费", 58]
            + [basic] * 3,
            [None, 3, *[None] * 3, "六、科学技术支出", 36, *[whole] * 3, "二、项目支出", 60, *[projects] * 3],
            *[blank] * shift,
            [
                word
                for name in ("本年收入合计", "本年支出合计", "本年支出合计")
                for word in (name, 28, whole, whole, whole)
            ],
        ]
    }
