"""All findings about one content file, in the order of their places."""

from collections.abc import Iterable, Iterator

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.record import Struct


class Report(Struct, frozen=True):
    """An immutable collection of findings."""

    findings: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, findings: Iterable[Diagnostic]) -> "Report":
        """Findings sorted by place, each said once."""
        return cls(tuple(sorted(dict.fromkeys(findings), key=lambda d: (d.place, d.severity.rank, d.code))))

    def __add__(self, other: "Report") -> "Report":
        return Report.of((*self.findings, *other.findings))

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def at_least(self, severity: Severity) -> tuple[Diagnostic, ...]:
        """Findings of this weight or more that nobody has acknowledged; 疑似 weighs at most as a warning."""
        return tuple(d for d in self.findings if d.pending and d.rank <= severity.rank)

    @property
    def fatal(self) -> bool:
        """Whether the document cannot be made."""
        return bool(self.at_least(Severity.FATAL))
