"""One remark about a content file, a pack or an output, with its place and the working behind it."""

from enum import Enum

from reportgen.diagnostics.repair import Repair
from reportgen.place import Place
from reportgen.record import Struct, replace


class Severity(Enum):
    """How heavily a finding weighs; the value is what the user reads."""

    FATAL = "致命"
    """The document cannot be made (exit 2)."""
    ERROR = "错误"
    """Must be mended before the document is handed in (exit 1)."""
    WARNING = "警告"
    """Must be explained or mended."""
    HINT = "提示"

    def __init__(self, _word: str) -> None:
        self.rank: int = len(self.__class__.__members__)
        """0 for the heaviest."""


class Diagnostic(Struct, frozen=True, omit_defaults=True):
    """A finding in the house style: what, where, the working, the clause, and what to do."""

    code: str
    severity: Severity
    title: str
    place: Place
    label: str = ""
    """A few words set beside the guilty characters."""
    notes: tuple[str, ...] = ()
    """The working: both numbers, the sum, the difference."""
    basis: str = ""
    """The regulation, its number and clause."""
    fix: str = ""
    section: str = ""
    """Where in the document it stands, e.g. 三、（二）执行管理情况分析."""
    page: int = 0
    """Page of the PDF, 0 when unknown."""
    certain: bool = True
    """False: printed as 疑似."""
    acknowledged: str = ""
    """The reason given in the content file; empty when not acknowledged."""
    repair: Repair | None = None
    """What the program can change by itself."""

    @property
    def pending(self) -> bool:
        """Whether the finding still asks for something: not acknowledged."""
        return not self.acknowledged

    @property
    def rank(self) -> int:
        """How heavily it weighs, 0 for the heaviest: what is not certain (疑似) is no error, at most a warning."""
        rank = self.severity.rank
        return rank if self.certain or rank > Severity.WARNING.rank else Severity.WARNING.rank

    @property
    def offer(self) -> Repair | None:
        """The repair, unless somebody has accepted the finding as it is."""
        return self.repair if self.pending else None

    def acknowledge(self, reason: str) -> "Diagnostic":
        """The same finding, accepted by the writer for `reason`."""
        return replace(self, acknowledged=reason)
