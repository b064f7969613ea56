"""Findings about next year's file: what is to be filled in or confirmed, and last year's file that is not there."""

from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.kind import declare as _kind

HOLE = _kind(
    "CON020",
    Severity.ERROR,
    "还没有填",
    "【待填】、【待填：万元】是 reportgen roll 留下要填的地方。照它写的单位填上今年的；"
    "印出来也是【待填：万元】，底色是黄的；用 build --strict 生成的，还有没填的就不生成。",
    "填上今年的；确实没有的写「无」或删去这一行",
)
UNCONFIRMED = _kind(
    "CON021",
    Severity.WARNING,
    "沿用上年的，还没有确认",
    "注释「# 沿用上年待确认」下面的内容是 reportgen roll 从上年的文件里照搬的。看过、改过以后把这一行注释删去。",
    "看一遍，照今年的情况改好，再把「# 沿用上年待确认」那一行删去",
)
NO_FORMER = _kind(
    "CON022",
    Severity.WARNING,
    "找不到上年文件",
    "「上年文件」写上年的内容文件名（或上年做好的 docx、PDF），放在这个文件旁边；找不到就没有与上年比。",
    "改成上年文件现在的名字；没有上年文件的，删去这一行",
)
KINDS = {kind.code: kind for kind in (HOLE, UNCONFIRMED, NO_FORMER)}
"""By their codes."""
