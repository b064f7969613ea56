"""Counts by code as a table."""

from reportgen.diagnostics.outcome import Outcome
from reportgen.diagnostics.text import display_width, severity_name
from reportgen.language import _


def statistics(outcome: Outcome) -> list[str]:
    """A line for each code: how many are open, the code, its severity and title, how many are acknowledged."""
    counts = outcome.statistics()
    widest = max((len(str(count.pending)) for count in counts), default=0)
    name_width = max((display_width(severity_name(count.severity)) for count in counts), default=0)
    lines = []
    for count in counts:
        name = severity_name(count.severity)
        accepted = _("（另有已确认 {count} 处）", count=count.acknowledged) if count.acknowledged else ""
        padded = name + " " * (name_width - display_width(name))
        lines.append(f"{count.pending:>{widest}}  {count.code}  {padded}  {count.title}{accepted}")
    return lines
