"""What is kept of a file for the summary: a few names, figures with their places, findings, paragraphs."""

from datetime import date
from decimal import Decimal
from enum import Enum

from reportgen.copied.paragraphs import Excerpt
from reportgen.diagnostics.diagnostic import Severity
from reportgen.packs.pack import Stage
from reportgen.place import Place
from reportgen.record import Struct
from reportgen.summary.words import Material


def where_in_file(place: Place) -> str:
    """Where in its file something stands: 第4页第12段, 第37行; empty where that is not known."""
    return place.spot.words or (f"第{place.line}行" if place.line else "")


class Measure(Enum):
    """What the summary asks of a unit's money; the value is the head of the column."""

    INITIAL = "年初预算"
    BUDGET = "全年预算"
    RECEIVED = "到位"
    SPENT = "支出"


class Source(Enum):
    """Where a figure was taken from, the most reliable first."""

    WHOLE = "栏目或表格"
    PROSE = "正文"
    PROJECTS = "各项目相加"


class Amount(Struct, frozen=True):
    """Money of the whole unit, or of a `project`, in 元; `words` as it was written."""

    measure: Measure
    value: Decimal
    words: str
    place: Place
    source: Source = Source.WHOLE
    project: str = ""


class Points(Struct, frozen=True):
    """The total score of the unit."""

    value: Decimal
    words: str
    place: Place


class Found(Struct, frozen=True):
    """A finding as it is listed."""

    code: str
    title: str
    severity: Severity
    certain: bool
    where: str
    told: str


class Entry(Struct, frozen=True):
    """One document of a file; `unit` is empty and `year` 0 where it does not say."""

    file: str
    title: str
    kind: str
    stage: Stage | None
    material: Material
    unit: str
    year: int
    department: str = ""
    day: date | None = None
    """When it is dated."""
    amounts: tuple[Amount, ...] = ()
    points: tuple[Points, ...] = ()
    grade: str = ""
    own: bool = True
    """Whether it is the unit's own document; False for one that lists it among others."""

    @property
    def counts(self) -> bool:
        """Whether it is a paper of a budget year: a letter of the office, say, is none."""
        return self.material is not Material.OTHER

    @property
    def rank(self) -> int:
        """Which of two documents is believed: one that tells results, and of these the later stage."""
        return (self.material is Material.RESULT) * len(Stage) + (self.stage.rank if self.stage else 0)


class FileRead(Struct, frozen=True):
    """A file with what was read of it; `problem` says why nothing was."""

    file: str
    entries: tuple[Entry, ...] = ()
    findings: tuple[Found, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    problem: str = ""
