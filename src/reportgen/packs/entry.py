"""The workbook to be filled in by those who do not touch YAML: what its sheets ask for, before anything is drawn.

A sheet for all that is one value, one for each list, one for each fund table. The workbook that comes back is read by
the same description, so nothing in it has to be hidden.
"""

from enum import Enum

from reportgen import patterns as re
from reportgen.packs.fields import FieldType
from reportgen.packs.pack import Pack
from reportgen.record import Struct

LONGEST_NAME = 31
"""Characters of the name of a sheet, by Excel."""
_SEPARATOR = "·"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]+")
OPTIONS = "选项"
"""The column of a question in which each line is an option, with the number of its answers behind a colon."""
FIELDS_SHEET = "基本情况"
MONEY_UNIT = "金额单位"
"""The row of the first sheet that says in what a fund table counts."""
HEAD_ROW, FIELDS_ROW = 1, 2
"""Of the first sheet: the names of its columns, its first row; all counted from 0."""
MEANINGS_ROW, LINES_ROW = 2, 3
"""Of the others, below the names of their columns: what each column means, the first line."""


class SheetKind(Enum):
    """How a sheet is laid out."""

    FIELDS = "一栏一行"
    LIST = "一条一行"
    FUNDS = "经费表"
    FACTS = "数据"
    HEADINGS = "小标题"
    CHARTS = "图表"
    ANNEXES = "附件"


class Asked(Struct, frozen=True):
    """One thing that is asked for: a row of the first sheet, or a column of another.

    `choices` are the words that may stand there; `choices_of` names sheet and column that give them.
    """

    path: tuple[str, ...]
    name: str
    type: FieldType
    meaning: str = ""
    required: bool = False
    unit: str = ""
    choices: tuple[str, ...] = ()
    choices_of: tuple[str, str] | None = None
    sample: str = ""
    given: str = ""
    """What stands there already and is not to be changed."""

    @property
    def label(self) -> str:
        """What its row of the first sheet is called: 预算·金额单位."""
        return _SEPARATOR.join(self.path)

    @property
    def head(self) -> str:
        """Its name with the unit: 年初预算（万元）."""
        return f"{self.name}（{self.unit}）" if self.unit else self.name


class EntrySheet(Struct, frozen=True):
    """A sheet: `path` is the field that it fills; of a list within a list `link` is the column that names the outer
    item.
    """

    name: str
    kind: SheetKind
    path: tuple[str, ...]
    asked: tuple[Asked, ...]
    meaning: str = ""
    required: bool = False
    link: str = ""
    rows: tuple[str, ...] = ()
    """Names of rows that are given, in a fund table."""

    @property
    def label(self) -> str:
        """What its title calls it."""
        return _SEPARATOR.join(self.path)


class EntryBook(Struct, frozen=True):
    """The whole workbook for the documents of some packs."""

    packs: tuple[Pack, ...]
    sheets: tuple[EntrySheet, ...]

    def sheet(self, name: str) -> EntrySheet | None:
        """The sheet of a name."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)


def sheet_name(path: tuple[str, ...]) -> str:
    """What the sheet of a field is called."""
    return _FORBIDDEN.sub(" ", _SEPARATOR.join(path)).strip("' ")[:LONGEST_NAME]
