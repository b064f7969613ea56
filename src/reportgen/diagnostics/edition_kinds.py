"""Findings about the public edition."""

from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.kind import declare as _kind
from reportgen.diagnostics.kind import declared

NOT_PUBLIC = _kind(
    "CON040",
    Severity.FATAL,
    "这份文件不能做公开版",
    "写了「密级」或「份号」的、正文里有密级或内部标志的，和机关内部使用的文种，程序不给它做公开版："
    "能不能公开要由有权的人定，不是把标志隐去就行。内容文件的名字里有不公开的词的，也不做：公开版的文件名是照它起的。"
    "内部版照常生成。",
    "先核对定密和公开属性；确实可以公开的，删去密级和标志再生成公开版",
)

MISWRITTEN = _kind(
    "CON041",
    Severity.FATAL,
    "「不公开」没有写好",
    "一栏不公开的，在这一栏后面或上面一行写 # 不公开，要写理由的加冒号；只有几个词不公开的写 # 不公开：「词」「词」；"
    "姓名、电话可以照印的写 # 可以公开：理由，理由一定要写。只在做公开版时查。",
    "写成 # 不公开、# 不公开：「词」 或 # 可以公开：理由",
)

KINDS = declared()
"""Those of the public edition, and of what was read before, by their code."""
