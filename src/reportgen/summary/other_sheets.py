"""What is missing or late, where each figure comes from, which files do not count."""

from collections.abc import Iterator, Sequence

from reportgen.model.data_sheets import Column, ColumnKind, DataSheet, Given
from reportgen.summary.entries import Amount, where_in_file
from reportgen.summary.summary import Unread
from reportgen.summary.unit_sheet import DEPARTMENT, UNIT, in_ten_thousands
from reportgen.summary.units import NOT_SAID, UnitLine

DUE, SOURCES, UNREAD = "缺报和迟报", "数字出处", "没有计入的文件"


def due_sheet(units: Sequence[UnitLine]) -> DataSheet | None:
    """The units that have not handed in all, or late, or that the list does not have; None where there is none."""
    columns = (
        Column(UNIT, width=16),
        Column(DEPARTMENT, width=14),
        Column("应报材料", width=14),
        Column("截止日期", ColumnKind.DAY, 11),
        Column("成文日期", ColumnKind.DAY, 11),
        Column("情况", width=18),
    )
    lines = tuple(line for unit in units if (line := _due(unit)))
    notes = ("迟报按文件的成文日期和截止日期算，几份文件取最晚的一份；文件没有成文日期的看不出来。",)
    return DataSheet(DUE, "缺报和迟报", columns, lines, notes=notes) if lines else None


def _due(unit: UnitLine) -> tuple[Given, ...] | None:
    told = [f"缺：{'、'.join(unit.missing)}"] if unit.missing else []
    told += [f"迟 {unit.late} 天"] if unit.late else []
    told += [] if unit.listed else ["名单上没有"]
    expected = unit.expected
    kinds, due = ("、".join(expected.kinds), expected.due) if expected else ("", None)
    department = "" if unit.department == NOT_SAID else unit.department
    return (unit.name, department, kinds, due, unit.handed_in, "；".join(told)) if told else None


def source_sheet(units: Sequence[UnitLine]) -> DataSheet:
    """Each figure of the list with the file and the place where it was read, and what other papers say."""
    columns = (
        Column(UNIT, width=14),
        Column("栏目", ColumnKind.CODE, 7),
        Column("项目", width=14),
        Column("金额（万元）", ColumnKind.MONEY, 10),
        Column("原文", width=10),
        Column("采用", ColumnKind.CODE, 5),
        Column("文件", width=20),
        Column("位置", width=10),
        Column("怎样来的", ColumnKind.CODE, 9),
    )
    lines = tuple(line for unit in units for line in _sources(unit))
    return DataSheet(SOURCES, "各单位数字的出处", columns, lines, on_paper=False)


def _sources(unit: UnitLine) -> Iterator[tuple[Given, ...]]:
    for taken in unit.money.values():
        yield from (_source(unit, each, "采用") for each in taken.amounts)
        yield from (_source(unit, each, "未用") for each in taken.others)
    if unit.points:
        place = unit.points.place
        yield unit.name, "得分", "", None, unit.points.words, "采用", place.file, where_in_file(place), ""


def _source(unit: UnitLine, amount: Amount, used: str) -> tuple[Given, ...]:
    value, place = in_ten_thousands(amount.value), amount.place
    words = amount.measure.value, amount.project, value, amount.words, used
    return unit.name, *words, place.file, where_in_file(place), amount.source.value


def unread_sheet(unread: Sequence[Unread]) -> DataSheet | None:
    """The files that do not count, each with its reason; None where all do."""
    columns = (Column("文件", width=26), Column("原因", width=40))
    lines = tuple((each.file, each.why) for each in unread)
    return DataSheet(UNREAD, "没有计入汇总的文件", columns, lines) if lines else None
