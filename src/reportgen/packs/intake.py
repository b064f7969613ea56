"""Intakes: which cell of a workbook of the finance system a value of the content file is taken from.

Cells are named by words that stand in the workbook, never by addresses: a layout moves by a row from year to year.
"""

from enum import Enum

from reportgen.place import Place
from reportgen.record import Struct

INTAKE_KEY = "取数"
INTAKE_MEANINGS = {
    "填": "填到哪一栏，和正文里引用的写法一样，如 预算.支出",
    "表": "表的名称，可以写几个",
    "行": "那一行的名称，可以写几个",
    "列": "那一列的栏名，可以写几个；年份写 {年度}、{上年}",
    "区": "左右并排几块的，写这一块的栏头",
    "上级行": "同名的行不止一个的，写它上面、只出现一次的那一行",
    "单位": "表里没有写单位的，写在这里：元、人、%；表里是比值的写 比",
    "小数": "保留几位，四舍五入；不写就一位不舍",
    "选填": "是：表里没有也不算没有取到",
    "年度": "上年：从上一年的表里取",
}
"""The keys of an intake, with what each says."""
Words = tuple[str, ...]
"""A name and its aliases; the first that the workbook has is meant."""


class IntakeYear(Enum):
    """Of which year the sheet is to be; the value is what YAML writes."""

    SAME = "本年"
    BEFORE = "上年"


class Intake(Struct, frozen=True):
    """One value: `path` is where it is written, the others say where it is found."""

    path: str
    sheet: Words
    row: Words
    column: Words
    place: Place
    block: Words = ()
    """The head over the block that is meant, where several stand side by side."""
    above: Words = ()
    """The row below which the row is meant, where it stands in the sheet more than once."""
    unit: str = ""
    """Of the cells, where the sheet does not say."""
    decimals: int | None = None
    """Rounded half-up to so many; None keeps every digit."""
    optional: bool = False
    year: IntakeYear = IntakeYear.SAME
    owner: str = ""
    """The unit that the sheet is of, where it is written otherwise than in the content file."""
    adds_key: bool = True
    """Whether its key is put into a content file that lacks it: not for what a pack only offers."""
