"""What GB/T 9704-2012 lays down for each part of a document, as figures: what rules compare with and repairs set.

Lines are 225 mm ÷ 22 = 28.99 pt apart, of which Word keeps 28.95; a character of 三号 has 15.75 pt of the line.
"""

from collections.abc import Mapping
from decimal import Decimal

from reportgen.record import Struct


class Due(Struct, frozen=True):
    """What is due to a part; None where the standard says nothing. Units are those of `Setting`.

    `clause` names where the standard says so.
    """

    font: str
    size: Decimal
    clause: str
    first: Decimal | None = None
    hang: Decimal | None = None
    right: Decimal | None = None
    middle: bool = False
    above: Decimal | None = None
    color: str = "000000"
    turns: bool = False


LINE = Decimal("28.95")
"""The distance of lines in pt."""
PAPER = (Decimal(210), Decimal(297))
AREA = (Decimal(156), Decimal(225))
TOP, LEFT = Decimal(37), Decimal(28)
RED = "FF0000"

_TITLE, _BODY, _SMALL = Decimal(22), Decimal(16), Decimal(14)
_NONE, _ONE, _TWO = Decimal(0), Decimal(1), Decimal(2)

DUE: Mapping[str, Due] = {
    "份号": Due("", _BODY, "7.2.1", first=_NONE),
    "密级": Due("黑体", _BODY, "7.2.2", first=_NONE),
    "紧急程度": Due("黑体", _BODY, "7.2.3", first=_NONE),
    "发文机关标志": Due("小标宋", _NONE, "7.2.4", middle=True, color=RED),
    "发文字号": Due("仿宋", _BODY, "7.2.5", middle=True, above=_TWO),
    "发文字号和签发人": Due("仿宋", _BODY, "7.2.6", first=_ONE, right=_ONE, above=_TWO),
    "信函的发文字号": Due("仿宋", _BODY, "10.1", right=_NONE),
    "标题": Due("小标宋", _TITLE, "7.3.1", middle=True),
    "主送机关": Due("仿宋", _BODY, "7.3.2", first=_NONE, hang=_NONE, above=_ONE),
    "正文": Due("仿宋", _BODY, "7.3.3", first=_TWO, hang=_NONE),
    "一级标题": Due("黑体", _BODY, "7.3.3", first=_TWO),
    "二级标题": Due("楷体", _BODY, "7.3.3", first=_TWO),
    "三级标题": Due("仿宋", _BODY, "7.3.3", first=_TWO),
    "四级标题": Due("仿宋", _BODY, "7.3.3", first=_TWO),
    "附件说明": Due("仿宋", _BODY, "7.3.4", first=_TWO, above=_ONE),
    "署名": Due("仿宋", _BODY, "7.3.5", above=_ONE),
    "成文日期": Due("仿宋", _BODY, "7.3.5"),
    "附注": Due("仿宋", _BODY, "7.3.6", first=_TWO),
    "附件标记": Due("黑体", _BODY, "7.3.7", first=_NONE, turns=True),
    "附件标题": Due("小标宋", _TITLE, "7.3.7", middle=True, above=_ONE),
    "抄送": Due("仿宋", _SMALL, "7.4.2", first=_ONE),
    "印发机关和印发日期": Due("仿宋", _SMALL, "7.4.3", first=_ONE, right=_ONE),
}
"""By the part of the document. The size of a letterhead (0 here) is left to the writer; mostly it is in 小标宋."""

FONTS: Mapping[str, str] = {
    "仿宋": "仿宋_GB2312",
    "楷体": "楷体_GB2312",
    "黑体": "黑体",
    "宋体": "宋体",
    "小标宋": "方正小标宋简体",
}
"""By the family, the name that a Word file asks for."""
