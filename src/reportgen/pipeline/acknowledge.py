"""Findings and the reasons that a content file gives for living with them."""

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.kinds import IGNORE_UNUSED
from reportgen.lexicon.lists import lists
from reportgen.source.comments import Acknowledgement


def acknowledged(findings: list[Diagnostic], accepted: list[Acknowledgement], composed: bool) -> list[Diagnostic]:
    """Findings marked with their reasons; a reason that fits nothing is itself a finding.

    Unused ones are only known when every rule has run (`composed`). What makes the document impossible cannot be
    accepted.
    """
    marked: list[Diagnostic] = []
    used: set[Acknowledgement] = set()
    for finding in findings:
        reason = None
        if finding.severity is not Severity.FATAL:
            former = lists("replaced_codes").get(finding.code, ())
            reason = next((entry for entry in accepted if entry.covers(finding, former)), None)
        marked.append(finding.acknowledge(reason.reason) if reason else finding)
        used |= {reason} if reason else set()
    unused = [entry for entry in accepted if entry not in used] if composed else []
    return marked + [IGNORE_UNUSED.at(entry.place, entry.code) for entry in unused]
