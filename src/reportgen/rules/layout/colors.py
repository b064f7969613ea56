"""Colours: the red letterhead and its line, everything else black."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import Repair, Trait
from reportgen.language import _
from reportgen.model.layout import Layout
from reportgen.model.quantity import plain
from reportgen.model.setting import Placed, is_black, is_red
from reportgen.model.standard import AREA, DUE, RED
from reportgen.rules.layout.deviations import Asked, reset, told
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene


@rule("LAY012", "文字的颜色与公文格式不同", Severity.WARNING)
def colors(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """发文机关标志用红色，其他文字都用黑色。

    为什么: 红头是公文的标记；正文里留着红字、蓝字，多半是改稿时做的记号没有去掉。
    错例（版面）:
        段落:
          - {用途: 发文机关标志, 居中: 是, 颜色: "000000"}
    正例（版面）:
        段落:
          - {用途: 发文机关标志, 居中: 是, 颜色: FF0000}
          - {用途: 正文, 颜色: "000000"}
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.2.4：发文机关标志颜色为红色；5.2.4：如无特殊说明，文字颜色均为黑色
    改法: 选中文字，把字体颜色改为标准红或自动（黑）
    """
    for role, due in DUE.items():
        if due.color == RED:
            yield from told(role, layout.paragraphs(role), Asked(_("颜色"), _("红色"), Trait.COLOR), _not_red)
        else:
            yield from told(role, layout.paragraphs(role), Asked(_("颜色"), _("黑色"), Trait.COLOR), _not_black)


def _not_red(placed: Placed) -> str | None:
    color = placed.setting.color
    return None if not color else "" if is_red(color) else _("不是红色")


def _not_black(placed: Placed) -> str | None:
    color = placed.setting.color
    return None if not color else "" if is_black(color) else _("不是黑色")


def _red_line(layout: Layout) -> Repair | None:
    """A red line between the number and the title."""
    numbers = [("发文字号", placed) for name in _NUMBERED for placed in layout.paragraphs(name)]
    titles = [("标题", placed) for placed in layout.paragraphs("标题")]
    return reset(Trait.SEPARATOR, numbers[-1], titles[0]) if numbers and titles else None


_NUMBERED = ("发文字号", "发文字号和签发人")
_SHORT = Decimal(4)
"""In mm."""


@rule("LAY013", "版头的红色分隔线缺少或不对", Severity.WARNING)
def separator(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """有版头的公文，发文字号下面 4 毫米处印一条与版心等宽（156 毫米）的红色分隔线。没有版头的不查。

    为什么: 红线把版头与主体分开；少了红线，或红线变成黑线，一看就不是正式公文。
    错例（版面）:
        分隔线: []
    正例（版面）:
        分隔线:
          - {颜色: FF0000, 宽: 156}
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.2.7：发文字号之下 4 mm 处居中印一条与版心等宽的红色分隔线
    改法: 给发文字号那一段加红色的下框线（距正文 11 磅），或画一条 156 毫米的红线
    """
    lines = layout.separators
    if lines is None:
        return
    place = layout.place("分隔线", "标题.0")
    red = [line for line in lines if is_red(line.color)]
    if not red:
        label = _("红线是别的颜色") if lines else _("发文字号下面没有红线")
        yield Finding(place, label, repair=_red_line(layout))
    elif (width := red[0].width) is not None and abs(width - AREA[0]) > _SHORT:
        yield Finding(place, _("红线长 {width} 毫米，应与版心等宽（156 毫米）", width=plain(width)))
