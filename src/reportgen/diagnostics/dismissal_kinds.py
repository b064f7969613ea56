"""Findings about the list of what was looked at and stays as it is, beside a content file."""

from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.kind import declare as _kind

UNUSED = _kind(
    "SUP003",
    Severity.WARNING,
    "这条不改的理由不再适用",
    "「….不改.yaml」里的一条理由，现在没有哪一处问题与它相符：问题已经改好，或者它的数字改了，要重新判断。",
    "问题已经没有的，删去这一条；数字改了、仍然不改的，用 reportgen review --dismiss 重新写明理由",
)
INCOMPLETE = _kind(
    "SUP004",
    Severity.ERROR,
    "不改的理由写得不全",
    "「….不改.yaml」里每一条要有「编号」和「理由」。没有理由的不起作用，审核的人要看得见为什么。",
    "写上「编号: …」和「理由: …」，或删去这一条",
)
KINDS = {kind.code: kind for kind in (UNUSED, INCOMPLETE)}
"""By their codes."""
