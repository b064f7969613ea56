"""Workbooks as the finance systems export them, made by the writer of the program: invented units, real layouts."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

Rows = Sequence[Any]
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


def income_and_spending(unit: str, year: int) -> Sheets:
    """Z03 and Z04 of 部门决算, by functional class; in 元."""
    head = [[], [f"编制单位：{unit}", None, None, f"{year}年度", None, None, "金额单位：元"]]
    income = ["科目编码", "科目名称", "本年收入合计", "财政拨款收入", "事业收入", "经营收入", "其他收入"]
    spending = ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出"]
    return {
        "Z03 收入决算表(财决03表)": [
            ["收入决算表"],
            *head,
            income,
            [None, "合计", 5012345.67, 5000000, 12345.67, "—", "—"],
            ["2050201", "学前教育", 5012345.67, 5000000, 12345.67, "—", "—"],
        ],
        "Z04 支出决算表(财决04表)": [
            ["支出决算表"],
            *head,
            spending,
            [None, "合计", 4987654.32, 3000000, 1987654.32, "—", "—"],
            ["2050201", "学前教育", 4987654.32, 3000000, 1987654.32, "—", "—"],
        ],
    }


def budget_export(unit: str, year: int) -> Sheets:
    """The export of 预算管理一体化 for a unit, with its numbered sheets; in 万元."""
    head = [f"单位：{unit}", None, None, "单位：万元"]
    return {
        "2.15单位收支总表": [
            [f"{year}年单位收支总表"],
            head,
            ["收入", None, "支出", None],
            ["项目", "预算数", "项目(按功能分类)", "预算数"],
            ["一、一般公共预算拨款收入", 520.5, "一、教育支出", 520.5],
            ["收入总计", 520.5, "支出总计", 520.5],
        ],
        "2.17单位支出总表": [
            ["单位支出总表"],
            head,
            ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
            ["合计", None, 520.5, 310, 210.5],
            ["2050201", "学前教育", 520.5, 310, 210.5],
        ],
        "2.25单位“三公”经费 ": [
            ["“三公”经费支出表"],
            head,
            ["单位名称", "上年预算数", f"{year}年预算数"],
            ["合计", 2, 1.5],
            [unit, 2, 1.5],
        ],
    }
