"""JSON for programs: keys and severities are English and stay; words for people are in the chosen language.

`format` is raised when a key changes its meaning or goes; new keys may come at any time.
"""

import json
from collections.abc import Iterable
from typing import Any

from reportgen import __version__
from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.outcome import Examined, Outcome
from reportgen.diagnostics.repair import Repair

FORMAT = 1
PROGRAM = {"name": "reportgen", "version": __version__}
_SEVERITIES = [severity.name.lower() for severity in Severity]
"""By rank: fatal, error, warning, hint."""


def document(outcome: Outcome) -> str:
    """`files` with their findings in the order of their places, `statistics` by code, `summary` by severity."""
    findings = list(outcome.findings())
    everything = {
        "format": FORMAT,
        "program": PROGRAM,
        "files": [entry_of(examined) for examined in outcome.files],
        "statistics": [
            {
                "code": count.code,
                "title": count.title,
                "severity": count.severity.name.lower(),
                "pending": count.pending,
                "acknowledged": count.acknowledged,
            }
            for count in outcome.statistics()
        ],
        "summary": summary_of(findings) | {"unreadable": sum(bool(examined.problem) for examined in outcome.files)},
    }
    return json.dumps(everything, ensure_ascii=False, indent=2)


def entry_of(examined: Examined) -> dict[str, Any]:
    """One file with what was found in it."""
    return {
        "file": examined.file,
        "problem": examined.problem or None,
        "findings": findings_of(examined),
    }


def findings_of(examined: Examined) -> list[dict[str, Any]]:
    """What was found in a file."""
    return [_finding(finding, examined.line_of(finding)) for finding in examined.report]


def _finding(finding: Diagnostic, text: str) -> dict[str, Any]:
    """Lines and columns count from 1, in characters; null where a finding is about no line.

    A Word file or a PDF has no lines: `where` says in words where a reader finds it, and `page`, `paragraph` and `cell`
    say the same in figures. `column` and `length` count within `text`, the paragraph or the words of the cell.
    """
    place, spot, offer = finding.place, finding.place.spot, finding.offer
    cell = {"table": spot.table, "row": spot.row, "column": spot.column} if spot.table else None
    return {
        "code": finding.code,
        "severity": _SEVERITIES[finding.severity.rank],
        "certain": finding.certain,
        "title": finding.title,
        "file": place.file,
        "line": place.file_line or None,
        "column": place.column or None,
        "length": place.length if place.column else None,
        "last_line": (spot.line if spot else place.last) or None,
        "where": spot.words or None,
        "paragraph": spot.paragraph or None,
        "cell": cell,
        "text": text if spot and text else None,
        "section": finding.section or None,
        "page": finding.page or spot.page or None,
        "label": finding.label,
        "notes": finding.notes,
        "basis": finding.basis or None,
        "fix": finding.fix or None,
        "acknowledged": finding.acknowledged or None,
        "repair": _repair(offer) if offer else None,
    }


def _repair(repair: Repair) -> dict[str, Any]:
    """Edits that belong together; those that are not safe want to be read afterwards. A layout is set without edits."""
    edits = (
        {"line": edit.place.line, "column": edit.place.column, "old": edit.old, "new": edit.new}
        for edit in repair.edits
    )
    return {"safe": repair.safe, "edits": list(edits)}


def summary_of(findings: Iterable[Diagnostic]) -> dict[str, int]:
    """By severity, whether certain or not; `uncertain` are those of all severities that are only suspected."""
    everything = list(findings)
    open_ = [finding for finding in everything if finding.pending]
    ranks = [finding.severity.rank for finding in open_]
    counts = {name: ranks.count(rank) for rank, name in enumerate(_SEVERITIES)}
    uncertain = sum(not finding.certain for finding in open_)
    return counts | {"uncertain": uncertain, "acknowledged": len(everything) - len(open_)}
