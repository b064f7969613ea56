"""Which of the repairs that findings carry can be offered: those whose characters stand in the file as it is."""

from collections.abc import Iterable

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import UNKNOWN_KEY, WRONG_TYPE
from reportgen.record import replace
from reportgen.source.reader import Source

_MISREAD = (UNKNOWN_KEY.code, WRONG_TYPE.code)
"""Said of a line that was mended, they mean that it may have been meant otherwise."""


def offered(findings: Iterable[Diagnostic], slips: Iterable[Diagnostic], source: Source) -> list[Diagnostic]:
    """The findings, without the repairs that cannot be made.

    Where `slips` of form had to be mended in memory only these are repaired: columns behind them are not those of the
    file. Their repair is the mending, so it is offered only when the rest could be read.
    """
    everything = list(findings)
    mended = [finding for finding in slips if finding.repair and finding.repair.mended and _stands(finding, source)]
    misread = {finding.place.line for finding in everything if finding.code in _MISREAD}
    if mended:
        kept = {id(finding.repair) for finding in mended if source.root and finding.place.line not in misread}
    else:
        kept = {id(finding.repair) for finding in everything if _stands(finding, source)}
    return [finding if id(finding.repair) in kept else replace(finding, repair=None) for finding in everything]


def _stands(finding: Diagnostic, source: Source) -> bool:
    """Whether every edit finds its characters: a value is not always printed as it was typed."""
    return finding.repair is not None and all(
        edit.place.file == source.file
        and 0 < edit.place.line <= len(source.written)
        and edit.stands_in(source.written[edit.place.line - 1])
        for edit in finding.repair.edits
    )
