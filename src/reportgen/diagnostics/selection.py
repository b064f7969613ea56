"""Which codes a reader wants to hear of: `--select` and `--ignore`.

A word is a code or the beginning of one (`NUM`, `NUM003`). Where both options name a code the longer word wins, and
`--ignore` when they are equally long. What makes a document impossible is always said: a report that leaves it out
would look clean.
"""

from collections.abc import Iterable

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.kinds import IGNORE_UNUSED
from reportgen.diagnostics.report import Report
from reportgen.record import Struct


class Selection(Struct, frozen=True):
    """Beginnings of codes; no `select` means every code."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def wants(self, code: str) -> bool:
        """Whether findings of this code are told."""
        chosen = _longest(code, self.select or ("",))
        return chosen >= 0 and chosen > _longest(code, self.ignore)

    def of(self, report: Report) -> Report:
        """The findings that are told."""
        return Report.of(finding for finding in report if self.tells(finding))

    def tells(self, finding: Diagnostic) -> bool:
        """Whether a finding is told."""
        if finding.severity is Severity.FATAL:
            return True
        if finding.code == IGNORE_UNUSED.code and not self.wants(finding.label):
            return False  # whether that acknowledgement is used cannot be known: its code was not asked about
        return self.wants(finding.code)


def _longest(code: str, beginnings: Iterable[str]) -> int:
    """The length of the longest beginning that fits; -1 when none does."""
    return max((len(word) for word in beginnings if code.startswith(word)), default=-1)


def beginnings(words: Iterable[str]) -> tuple[str, ...]:
    """`num003, PUN` as it is typed, with commas of any width → NUM003 and PUN."""
    return tuple(word.upper() for text in words for word in re.findall(r"\w+", text))
