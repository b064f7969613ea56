"""Findings about the public edition."""

from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.kind import declare as _kind
from reportgen.diagnostics.kind import declared

NOT_PUBLIC = _kind(
    "CON040",
    Severity.FATAL,
    "这份文件不能做公开版",
    "写了「密级」或「份号」的、正文里有密级或内部标志的，和机关内部使用的文种，程序不给它做公开版："
    "能不能公开要由有权的人定，不是把标志隐去就行。内部版照常生成。",
    "先核对定密和公开属性；确实可以公开的，删去密级和标志再生成公开版",
)

KINDS = declared()
"""Those of the public edition, and of what was read before, by their code."""
