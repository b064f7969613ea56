"""Copied paragraphs side by side, what is the same standing out; between units, and within a unit's years."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from reportgen.copied.marked import Side, side_by_side
from reportgen.copied.paragraphs import Excerpt
from reportgen.copied.search import Copies, Kind, Pair, Shared
from reportgen.model.data_sheets import Column, ColumnKind, DataSheet, Given, RichCell
from reportgen.model.inline import Text
from reportgen.summary.entries import where_in_file
from reportgen.summary.unit_sheet import COUNT, UNIT
from reportgen.summary.units import some_of

BETWEEN, YEARS, SHARED = "雷同（单位之间）", "雷同（前后年度）", "多家共有的段落"
_NAMES = {Kind.UNITS: BETWEEN, Kind.YEARS: YEARS}
_TITLES = {Kind.UNITS: "不同单位之间的雷同段落", Kind.YEARS: "同一单位前后年度的雷同段落"}
_SIDES = {Kind.UNITS: ("甲", "乙"), Kind.YEARS: ("前一年度", "后一年度")}
_NAMED = 10


def copied_sheets(copies: Copies) -> list[DataSheet]:
    """A sheet for each kind of which there are copies, and one for what many units have."""
    made = [_pairs(kind, [pair for pair in copies.pairs if pair.kind is kind]) for kind in Kind]
    made.append(_shared(copies.shared))
    return [sheet for sheet in made if sheet.lines]


def _pairs(kind: Kind, pairs: Sequence[Pair]) -> DataSheet:
    one, other = _SIDES[kind]
    columns = (
        Column("相同", ColumnKind.RATE, 8),
        Column(f"{one}：单位", width=10, brief=False),
        Column(f"{one}：出处", width=14),
        Column(f"{one}：段落", width=46),
        Column(f"{other}：单位", width=10, brief=False),
        Column(f"{other}：出处", width=14),
        Column(f"{other}：段落", width=46),
    )
    notes = (
        "去掉单位、项目名称和数字以后比较；两边相同的字用粗体（工作簿里用红色）标出。模板的范文、法规的原文和「根据《……》」一类的话不算。",
    )
    return DataSheet(_NAMES[kind], _TITLES[kind], columns, tuple(map(_line, pairs)), notes=notes)


def _line(pair: Pair) -> tuple[Given, ...]:
    first, second = side_by_side(pair.one.text, pair.other.text)
    likeness = Decimal(str(round(pair.likeness, 4)))
    return likeness, *_side(pair.one, first), *_side(pair.other, second)


def _side(excerpt: Excerpt, marked: Side) -> tuple[Given, ...]:
    where = f"{excerpt.unit}\n{excerpt.file} {where_in_file(excerpt.place)}".strip()
    return excerpt.unit, where, RichCell(marked or (Text(""),))


def _shared(shared: Sequence[Shared]) -> DataSheet:
    columns = (Column("段落", width=60), Column(COUNT, ColumnKind.COUNT, 6), Column(UNIT, width=40))
    lines = tuple((each.text, Decimal(len(each.units)), some_of(each.units, _NAMED)) for each in shared)
    notes = ("五个以上、占三分之一以上的单位都有的段落，多半是统一发的样子，不逐对列出。",)
    return DataSheet(SHARED, "多家单位共有的段落", columns, lines, notes=notes)


def copied_by_unit(copies: Copies) -> Counter[str]:
    """How many paragraphs of each unit stand in another's papers, too."""
    between = [pair for pair in copies.pairs if pair.kind is Kind.UNITS]
    told = {(each.unit, each.place) for pair in between for each in (pair.one, pair.other)}
    return Counter(unit for unit, _place in told)
