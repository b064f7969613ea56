"""All findings about one content file, in the order of their places."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.record import Struct


class Report(Struct, frozen=True, dict=True):
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
        if self.heaviest is None or self.heaviest > severity.rank:
            return ()
        return tuple(d for d in self.pending if d.rank <= severity.rank)

    @cached_property
    def pending(self) -> tuple[Diagnostic, ...]:
        """Findings that nobody has acknowledged."""
        return tuple(d for d in self.findings if d.pending)

    @cached_property
    def heaviest(self) -> int | None:
        """The rank of the heaviest that nobody has acknowledged; None where there is none."""
        return min([d.rank for d in self.pending], default=None)

    @property
    def fatal(self) -> bool:
        """Whether the document cannot be made."""
        return bool(self.at_least(Severity.FATAL))
