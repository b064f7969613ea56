"""Findings that somebody has looked at and leaves as they are, by the list beside their file."""

from collections.abc import Iterable
from pathlib import Path

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.workbook_kinds import OF_WORKBOOKS
from reportgen.record import Struct
from reportgen.review.dismissals import Dismissal, is_list, list_beside, read_dismissals, unused
from reportgen.review.fingerprint import Fingerprints
from reportgen.rules.between.run import is_between
from reportgen.source.beside import Beside, NotBeside
from reportgen.source.encoding import decoded
from reportgen.source.reader import Source
from reportgen.world import shown

_OF_OUTPUTS = "VER"


class Decided(Struct, frozen=True):
    """The entries of a list, and the file whose findings they are about."""

    entries: tuple[Dismissal, ...]
    source: Source

    def accept(self, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The findings, those that are dismissed with the reason; what makes a document impossible never is."""
        reasons = {entry.fingerprint: entry.reason for entry in self.entries}
        fingerprints = Fingerprints(self.source)
        accepted = []
        for finding in findings:
            open_ = finding.pending and finding.severity is not Severity.FATAL
            reason = reasons.get(fingerprints.of(finding)) if open_ else None
            accepted.append(finding.acknowledge(reason) if reason else finding)
        return accepted

    def unused(self, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """What is said of entries that fit none of the findings; of those that only other files, workbooks or outputs
        show nothing is known here.
        """
        fingerprints = Fingerprints(self.source)
        found = {fingerprints.of(finding) for finding in findings}
        return [unused(entry) for entry in self.entries if entry.fingerprint not in found and not _later(entry.code)]


def _later(code: str) -> bool:
    return is_between(code) or code.startswith((OF_WORKBOOKS, _OF_OUTPUTS))


def decided_on(source: Source, beside: Beside) -> tuple[Decided | None, list[Diagnostic]]:
    """What was decided about a file, None where there is no list beside it; and what is wrong with that."""
    path = list_beside(Path(source.file))
    carried = (name for name in beside.files if beside.folder is None and is_list(Path(name)))
    try:
        text = decoded(beside.read(next(carried, path.name)))
    except NotBeside:
        return None, []
    entries, wrong = read_dismissals(text.text if text else None, shown(path))
    return Decided(tuple(entries), source), wrong


def with_decisions(
    findings: list[Diagnostic], source: Source, beside: Beside, whole: bool
) -> tuple[list[Diagnostic], Decided | None]:
    """Findings with the reasons of the list; entries that fit nothing are told when these are the `whole` of them."""
    decided, wrong = decided_on(source, beside)
    if decided is None:
        return findings, None
    return [*decided.accept(findings), *wrong, *(decided.unused(findings) if whole else ())], decided
