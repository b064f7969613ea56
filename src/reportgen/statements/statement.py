"""A figure that a document states: what it is, whose, when, and where it stands."""

from enum import Enum

from reportgen.model.quantity import Bound, Quantity
from reportgen.place import Place
from reportgen.record import Struct
from reportgen.statements.passages import Passage


class Origin(Enum):
    """Where a figure was read."""

    FIELD = "字段"
    PROSE = "正文"
    CELL = "表格"


class Period(Enum):
    """Of which year a figure is, seen from the document's own."""

    NOW = "本年"
    BEFORE = "上年"
    OTHER = "别的时间"


class Role(Enum):
    """What a figure does in its sentence."""

    AMOUNT = "数"
    """An amount, a count, a score: what parts and wholes are made of."""
    CHANGE = "增减"
    """By how much something has changed, as an amount or as a rate: 增加5万元，增长4.75%."""
    SHARE = "占比"
    """占总支出的35.2%."""
    RATE = "比率"
    """Any other percentage: 执行率98%."""
    EACH = "平均"
    """每场, 人均, 单价: what is multiplied by a count."""


class Statement(Struct, frozen=True, eq=False):
    """A figure as stated. Two statements are the same only when they are one object.

    `start` and `end` are characters of `passage`; `label` are the words between the mark or figure before it and the
    figure; `name` is the label without words of time and without links, with the subject where the label says little.
    """

    quantity: Quantity
    passage: Passage
    start: int
    end: int
    role: Role
    label: str = ""
    name: str = ""
    concept: str = ""
    """What the lexicon calls it, empty where it does not know it."""
    subject: str = ""
    """What it is said of: the line item last named, or the name that opens the sentence."""
    period: Period = Period.NOW
    planned: bool = False
    """Whether it is a target or a plan, and nothing that happened."""
    origin: Origin = Origin.PROSE
    block: int = 0
    """The number of its passage or table in the document."""
    sentence: int = 0
    """The number of its sentence in the passage; of its row in a table."""
    depth: int = 0
    """How many brackets it stands in."""
    row: str = ""
    """Of a cell: the name of its row."""
    column: str = ""
    """Of a cell: the heads above it."""

    @property
    def place(self) -> Place:
        """Where it was typed."""
        return self.passage.place(self.start, self.end)

    @property
    def typed(self) -> bool:
        """Whether it was typed as it stands, and not printed by a reference to a fact."""
        return self.passage.typed_at(self.start)

    @property
    def exact(self) -> bool:
        """Whether it is meant to the last place that is written."""
        return self.quantity.bound is Bound.EXACT

    @property
    def bounds(self) -> bool:
        """Whether it only says that there is no less or no more: 10张以上, 不少于360个."""
        return self.quantity.bound in (Bound.AT_LEAST, Bound.AT_MOST)

    @property
    def text(self) -> str:
        """The figure as it is written."""
        return self.passage.text[self.start : self.end].strip() or str(self.quantity)

    def __str__(self) -> str:
        return str(self.quantity)
