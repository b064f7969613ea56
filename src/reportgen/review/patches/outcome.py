"""What has become of each remark that came home, and of the content file."""

from enum import Enum

from reportgen.record import Struct
from reportgen.review.patches.fact_edits import FactPatch
from reportgen.review.remarks.remark import Remark


class Fate(Enum):
    """What becomes of a remark; the value is what the user reads."""

    TOLD = ""
    """It asks for nothing that the program can do."""
    CHANGES = "改"
    SAID_ALREADY = "内容文件里已经这样写了"
    FACT = "改的是数据里的数"
    REFUSED = "没有改"
    CONFLICT = "冲突，没有改"
    UNPLACED = "未能对应"


class Outcome(Struct, frozen=True):
    """A remark, where it belongs in the content file as that stands now, and what becomes of it."""

    remark: Remark
    fate: Fate
    path: str = ""
    """The keys that lead to its text; empty for words of the pack."""
    line: int = 0
    """In the content file; 0 where it has no place there."""
    column: int = 0
    why: str = ""


class Pulled(Struct, frozen=True):
    """All that came home in a copy."""

    copy: str
    file: str
    before: str
    after: str
    """The content file with all patches made."""
    outcomes: tuple[Outcome, ...]
    facts: tuple[FactPatch, ...] = ()
    """Figures that somebody wants otherwise."""
    facts_changed: tuple[FactPatch, ...] = ()
    """Those that were changed."""
    notes: tuple[str, ...] = ()

    @property
    def unplaced(self) -> tuple[Outcome, ...]:
        """Remarks that have no place in the content file."""
        return tuple(each for each in self.outcomes if each.fate is Fate.UNPLACED)
