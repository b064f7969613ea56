"""What was found: finding by finding, and by rule."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from reportgen.model.data_sheets import Column, ColumnKind, DataSheet, FormulaCell, Given
from reportgen.model.sheet_formulas import Beside, CountOf, Range, Where
from reportgen.summary.unit_sheet import COUNT, FINDINGS, UNIT, WEIGHT, WEIGHTS, weight_of
from reportgen.summary.units import UnitLine, some_of

RULES = "问题按规则"
CODE = "代码"
_NAMED = 8
"""Units that are named; of more there is the number."""


def finding_sheet(units: Sequence[UnitLine]) -> DataSheet:
    """Every finding in a line of its own, for filters; too many for paper."""
    columns = (
        Column(UNIT, width=14),
        Column("文件", width=20),
        Column(CODE, ColumnKind.CODE, 6),
        Column("规则", width=16),
        Column(WEIGHT, ColumnKind.CODE, 4),
        Column("位置", width=10),
        Column("问题", width=40),
    )
    lines = tuple(
        (unit.name, file, found.code, found.title, weight_of(found), found.where, found.told)
        for unit in units
        for file, found in unit.findings
    )
    return DataSheet(FINDINGS, "检查发现的问题", columns, lines, on_paper=False)


def rule_sheet(units: Sequence[UnitLine]) -> DataSheet | None:
    """The rules by how often they were broken, with the units; None where nothing was found."""
    who: dict[tuple[str, str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for unit in units:
        for _file, found in unit.findings:
            who[found.code, found.title, weight_of(found)][unit.name] += 1
    order = sorted(who, key=lambda key: (WEIGHTS.index(key[2]), -sum(who[key].values()), key))
    columns = (
        Column(CODE, ColumnKind.CODE, 7),
        Column("规则", width=18),
        Column(WEIGHT, ColumnKind.CODE, 5),
        Column("处数", ColumnKind.COUNT, 5),
        Column(COUNT, ColumnKind.COUNT, 5),
        Column("涉及单位", width=24),
    )
    lines = tuple(_rule(key, who[key]) for key in order)
    return DataSheet(RULES, "检查发现的问题（按规则）", columns, lines) if lines else None


def _rule(key: tuple[str, str, str], who: dict[str, int]) -> tuple[Given, ...]:
    code, title, weight = key
    where = tuple(Where(Range(FINDINGS, column), Beside(column)) for column in (CODE, WEIGHT))
    names = sorted(who, key=lambda name: (-who[name], name))
    return code, title, weight, FormulaCell(CountOf(where)), Decimal(len(names)), some_of(names, _NAMED)
