"""What is kept of a document for holding it against others of its unit: a few names, figures and paragraphs.

A paper is small and can be sent between processes, so that three hundred documents of one call may wait for each other.
"""

from datetime import date
from enum import Enum

from reportgen.model.quantity import Bound, Interval, Quantity
from reportgen.numbers.arithmetic import same_things
from reportgen.packs.pack import Stage
from reportgen.place import NOWHERE, Place
from reportgen.record import Struct
from reportgen.rules.scene import Scene

WORKED_OUT = "支出 ÷ 预算"
"""The name of a rate that a table of funds gives."""


class Topic(Enum):
    """What a document can say that another one says too."""

    INITIAL = "年初预算"
    BUDGET = "全年预算"
    SPENT = "执行数"
    SCORE = "得分"
    GRADE = "等级"
    TARGET = "指标值"
    DONE = "完成值"
    FACT = "数据"
    STAFF = "编制"
    FORMER = "上年数"
    OPENING = "期初结转"
    CLOSING = "期末结转"
    UNIT = "单位"
    RATE = "预算执行率"


class Reading(Struct, frozen=True):
    """A figure as it may be meant; `summed` is the range of a sum, whose parts were rounded one by one."""

    quantity: Quantity
    summed: Interval | None = None

    @property
    def interval(self) -> Interval:
        """The values that the statement allows; 「不少于300天」 names 300 as 「300天」 does."""
        quantity = self.quantity
        if quantity.bound in (Bound.AT_LEAST, Bound.AT_MOST):
            quantity = Quantity(quantity.number, quantity.scale, quantity.unit)
        return self.summed or quantity.interval

    def alike(self, other: "Reading") -> bool:
        """Whether both can be one figure; ≥300天 and 300天 are, ≥3天 and ≤3天 are not, and 人 says nothing of 元."""
        one, two = self.quantity, other.quantity
        if not same_things(one, two):
            return True
        if {one.bound, two.bound} == {Bound.AT_LEAST, Bound.AT_MOST}:
            return False
        return self.interval.meets(other.interval)


class Said(Struct, frozen=True):
    """One statement: `key` names the thing (a project, a path), `name` and `words` are what messages quote.

    Of several `readings` (with and without carried-over money) one must agree. `sure` is False where it may be meant
    otherwise.
    """

    topic: Topic
    key: str
    name: str
    words: str
    place: Place
    readings: tuple[Reading, ...] = ()
    sure: bool = True

    def agrees(self, other: "Said") -> bool:
        """Whether both can be true."""
        if self.readings and other.readings:
            return any(one.alike(two) for one in self.readings for two in other.readings)
        return self.words == other.words


class Project(Struct, frozen=True):
    """A project: `name` is plain, `written` as it was typed."""

    name: str
    written: str
    place: Place
    code: str = ""
    amounts: tuple[Said, ...] = ()
    unit: str = ""
    listed: bool = True
    """False for a line of a fund table."""

    def amount(self, topic: Topic) -> Said | None:
        """What is said of its money."""
        return next((said for said in self.amounts if said.topic is topic), None)


class Indicator(Struct, frozen=True):
    """An indicator's name as it was typed and plain, and where it stands."""

    written: str
    name: str
    place: Place


class IndicatorList(Struct, frozen=True):
    """The annual indicators of a project, or of the whole unit under the key ""."""

    key: str
    written: str
    rows: tuple[Indicator, ...]
    place: Place


class Words(Struct, frozen=True):
    """A paragraph or a heading, without blanks and without its year; `section` are the headings above it."""

    text: str
    place: Place
    section: str = ""


class Day(Struct, frozen=True):
    """A date with the name of its field."""

    name: str
    day: date
    place: Place


class Paper(Struct, frozen=True):
    """A document as its set sees it. `kind` is the pack's name: two of one kind are versions and are not compared."""

    file: str
    kind: str
    stage: Stage
    unit: str
    unit_place: Place
    year: int
    year_place: Place
    scene: Scene
    """Pack, year and limits; content and document are left out."""
    title: str = ""
    """What its type is called: by it documents of one file are told apart."""
    accompanied: bool = False
    """Whether its file makes other documents too."""
    whole: bool = False
    """Whether it speaks of the whole unit and not of single projects."""
    days: tuple[Day, ...] = ()
    said: tuple[Said, ...] = ()
    projects: tuple[Project, ...] = ()
    indicators: tuple[IndicatorList, ...] = ()
    problems: tuple[tuple[Words, ...], ...] = ()
    """Each by its heading and, where it has any, its explanation."""
    measures: tuple[Words, ...] = ()
    """What was promised, by the measures' headings."""
    paragraphs: tuple[Words, ...] = ()
    dated: tuple[Words, ...] = ()
    """Sentences that name its year or the one before in figures, as they stand."""
    reasons: tuple[str, ...] = ()
    """Sentences that say why something is more or less, each with the one before it."""
    follows: bool = False
    """Whether its file was made from last year's: it has that year's figures, or answers what was promised."""
    adjusts: bool = False
    """Whether it speaks of money added or taken away during the year."""

    @property
    def head(self) -> Place:
        """Where a finding about the whole paper stands."""
        return self.year_place if self.year_place != NOWHERE else self.unit_place
