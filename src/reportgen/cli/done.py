"""What a call has done with a file, and how that is told: its report, or what the world did to it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.console import complain_of, show, show_report
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.report import Report
from reportgen.diagnostics.text import summary
from reportgen.errors import ReportgenError
from reportgen.language import _
from reportgen.record import Struct, field
from reportgen.world import shown

if TYPE_CHECKING:  # what has not changed is told without them
    from reportgen.pipeline.between import Filed
    from reportgen.pipeline.checked import Checked

Ending = Callable[[Report], str]
"""A report's closing line."""


class Done(Struct, frozen=True):
    """What there is to say about a file: its report, or what the world did to it."""

    path: Path
    report: Report | None = None
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problem: ReportgenError | None = None
    notes: tuple[str, ...] = ()
    """What was done to the file, told before its report."""
    filed: "Filed | None" = None
    """What other files of the call are held against."""
    former: "Filed | None" = None
    """Last year's file, where it is none of the call."""


def lost(path: Path, problem: ReportgenError) -> Done:
    """A file whose worker died at it."""
    return Done(path, problem=problem)


def tell(
    done: Done, everything: bool, several: bool, limit: Severity | None = Severity.ERROR, ending: Ending = summary
) -> int:
    """The report, whose last line is named when there are several, and the problem; returns the exit code for them."""
    code = 0
    for note in done.notes:
        show(_("{name}：{words}", name=shown(done.path), words=note) if several else note)
    if done.report is not None:
        words = ending(done.report)
        words = _("{name}：{words}", name=shown(done.path), words=words) if several else words
        show_report(done.report, done.sources, everything, words)
        code = exit_code(done.report, limit)
    return max(code, complain_of(done.problem)) if done.problem else code


def sources_of(checked: "Checked") -> dict[str, tuple[str, ...]]:
    """The lines that findings quote."""
    return {checked.source.file: checked.source.lines}


def exit_code(report: Report | None, limit: Severity | None = Severity.ERROR) -> int:
    """2 when a document cannot be made, whatever the limit; 1 for a finding of the limit's weight or more."""
    return 0 if report is None else code_of(report.heaviest, limit)


def code_of(heaviest: int | None, limit: Severity | None = Severity.ERROR) -> int:
    """The same by the rank of the heaviest finding, None where there is none."""
    if heaviest is None:
        return 0
    if heaviest <= Severity.FATAL.rank:
        return 2
    return 1 if limit and heaviest <= limit.rank else 0
