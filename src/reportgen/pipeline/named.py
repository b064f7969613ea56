"""Findings with the document that they are about, where a content file makes several."""

from collections.abc import Iterable

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.language import _
from reportgen.record import replace


def each_once(found: Iterable[tuple[str, Diagnostic]], titles: list[str]) -> list[Diagnostic]:
    """What several documents ask for or print is complained of as the first one does.

    `titles` are those of all documents: a finding that not all of them share names its own.
    """
    said: dict[object, list[tuple[str, Diagnostic]]] = {}
    for title, finding in found:
        said.setdefault((finding.code, finding.place, finding.label), []).append((title, finding))
    return [_named(alike, titles) for alike in said.values()]


def _named(alike: list[tuple[str, Diagnostic]], titles: list[str]) -> Diagnostic:
    """「部门整体支出绩效自评表：一、（二）…」."""
    finding, own = alike[0][1], list(dict.fromkeys(title for title, _finding in alike))
    if len(titles) < 2 or len(own) >= len(titles):
        return finding
    words = {"documents": _("、").join(own), "section": finding.section}
    section = _("{documents}：{section}", **words) if finding.section else words["documents"]
    return replace(finding, section=section)
