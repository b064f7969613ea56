"""Runs the checker over documents with planted errors: what it finds that it did not find before."""

from collections import Counter
from functools import cache

from benchmarks.accuracy.bases import Base, bases
from benchmarks.accuracy.planted import Case, Kind, cases
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.finished.text import read_lines
from reportgen.pipeline.between import compared, filed
from reportgen.pipeline.check import check_text
from reportgen.pipeline.finished import check_parts
from reportgen.record import Struct

LEAST_OF_A_KIND, LEAST_OF_ALL = 85, 95
"""Per cent of the errors that are to be found."""
PARTED = "\n---\n"
"""Between the content files of a set."""
Said = tuple[str, str, str, tuple[str, ...]]


class Result(Struct, frozen=True):
    """How many errors of a kind were found, and what became of the others."""

    kind: Kind
    count: int
    missed: tuple[Case, ...]

    @property
    def caught(self) -> int:
        """How many were found."""
        return self.count - len(self.missed)

    @property
    def share(self) -> int:
        """Of a hundred so many were found."""
        return 100 * self.caught // self.count


def found_in(base: Base, text: str) -> list[Diagnostic]:
    """Everything that the checker says about a text that is read as `base` is."""
    if base.file.endswith(".txt"):
        return list(check_parts(read_lines(text), base.file).report)
    checked = [check_text(part, f"{number}-{base.file}") for number, part in enumerate(text.split(PARTED), 1)]
    between = compared([filed(each) for each in checked]) if len(checked) > 1 else {}
    return [finding for report in (*(each.report for each in checked), *between.values()) for finding in report]


def measure(kind: Kind, every: int = 1) -> Result:
    """The cases of a kind, or one of so many: a new finding of an expected rule, as the right document does not get."""
    tried = cases(kind)[::every]
    return Result(kind, len(tried), tuple(case for case in tried if not _caught(case)))


def _caught(case: Case) -> bool:
    new = Counter(map(_said, found_in(case.base, case.text))) - _before(case.base.name)
    return any(said[0] in case.kind.codes for said in new)


@cache
def _before(name: str) -> Counter[Said]:
    base = bases()[name]
    return Counter(map(_said, found_in(base, base.text)))


def _said(finding: Diagnostic) -> Said:
    """What is said, without the line, which moves."""
    return finding.code, finding.section, finding.label, finding.notes
