"""What became of a content file that was to be built, and what is told of it."""

from enum import Enum, auto
from pathlib import Path

from reportgen.cli.done import Done
from reportgen.diagnostics.report import Report
from reportgen.diagnostics.tally import Tally, tally_of
from reportgen.manifest.made import Run
from reportgen.world import shown


class Outcome(Enum):
    """What became of a content file."""

    BUILT = auto()
    CURRENT = auto()
    """Its outputs were as they would be made."""
    EDITED = auto()
    """It has not changed; its outputs were changed by hand and are left."""
    REFUSED = auto()
    """There are no outputs, or not those that were asked for."""


class BuildDone(Done, frozen=True):
    """A file that was to be built, and its outputs."""

    outcome: Outcome = Outcome.REFUSED
    targets: tuple[Path, ...] = ()
    edited: tuple[Path, ...] = ()
    """Outputs that were changed by hand, and left."""
    masked: tuple[str, ...] = ()
    """Of a public edition: what is told of that which was masked."""
    kept: Run | None = None
    """How a file among several was built, now or before: its findings are read only where they are shown."""

    @property
    def unseen(self) -> bool:
        """Whether nobody has looked what is in it."""
        return self.kept is None and self.report is None

    @property
    def found(self) -> Report:
        """All that was found in it."""
        return Report(self.kept.found(shown(self.path))) if self.kept else self.report or Report()

    @property
    def tally(self) -> Tally:
        """The same in short."""
        file = shown(self.path)
        return self.kept.tally if self.kept and self.kept.file == file else tally_of(file, self.found)
