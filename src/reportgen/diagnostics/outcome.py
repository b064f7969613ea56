"""What a run has found in all its files: the one thing that every output format is made from."""

from collections import Counter
from collections.abc import Iterator, Mapping

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.manual import Manual
from reportgen.diagnostics.report import Report
from reportgen.record import Struct, field


class Examined(Struct, frozen=True):
    """One file of the run."""

    file: str
    report: Report = field(default_factory=Report)
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The lines of the files that findings quote."""
    problem: str = ""
    """Why the file could not be read; there are no findings then."""
    told: str = ""
    """What is said of the file in one line, where that is more than what was found."""

    def line_of(self, finding: Diagnostic) -> str:
        """The line that a finding stands in; empty when it stands in none that is known."""
        lines, number = self.sources.get(finding.place.file, ()), finding.place.line
        return lines[number - 1] if 0 < number <= len(lines) else ""


class Outcome(Struct, frozen=True):
    """All files of a run, with what is known about the codes and what makes the run fail."""

    files: tuple[Examined, ...]
    limit: Severity | None = Severity.ERROR
    """The lightest severity that fails the run; None when findings never do, but for fatal ones."""
    manuals: Mapping[str, Manual] = field(default_factory=dict)

    def findings(self) -> Iterator[Diagnostic]:
        """Every finding, file by file."""
        for examined in self.files:
            yield from examined.report

    def statistics(self) -> list["CodeCount"]:
        """How often each code was found, the most frequent first."""
        pending = Counter(finding.code for finding in self.findings() if finding.pending)
        accepted = Counter(finding.code for finding in self.findings() if not finding.pending)
        first = {finding.code: finding for finding in reversed(list(self.findings()))}
        counts = [
            CodeCount(code, finding.title, finding.severity, pending[code], accepted[code])
            for code, finding in first.items()
        ]
        return sorted(counts, key=lambda count: (-count.pending, -count.acknowledged, count.code))


class CodeCount(Struct, frozen=True):
    """How often a code was found."""

    code: str
    title: str
    severity: Severity
    pending: int
    acknowledged: int
