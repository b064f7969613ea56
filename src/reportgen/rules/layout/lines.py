"""How far lines stand apart, and where a line is left free."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import Trait
from reportgen.language import _
from reportgen.model.layout import Layout
from reportgen.model.quantity import plain
from reportgen.model.setting import Placed
from reportgen.model.standard import DUE
from reportgen.record import replace
from reportgen.rules.layout.deviations import Asked, reset, told
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_NEAR = Decimal("0.7")
"""In lines."""


@rule("LAY010", "行距没有固定", Severity.WARNING)
def fixed_pitch(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """正文的行距用固定值（28 到 29 磅），或按页面的行网格；单倍、1.5 倍、最小值都不是固定的。只有 docx 看得出。

    为什么: 不固定的行距随字体走，换一台电脑行数就变，页码、落款跟着变，每面也排不满 22 行。
    错例（版面）:
        段落:
          - {用途: 正文, 不固定: 单倍行距}
          - {用途: 正文, 不固定: 单倍行距}
    正例（版面）:
        段落:
          - {用途: 正文, 行距: 28.95}
          - {用途: 正文, 行距: 28}
    依据: 《党政机关公文格式》（GB/T 9704-2012）5.2.3：一般每面排 22 行，每行排 28 个字，并撑满版心
    改法: 正文样式的行距设为「固定值」28.95 磅（28 磅也行），段前、段后设 0
    """
    due = _("固定值 28.95 磅")
    for finding in told("正文", layout.paragraphs("正文"), Asked(_("行距"), due, Trait.PITCH), _loose):
        repair = reset(Trait.PITCH, *_loose_ones(layout), safe=finding.certain)
        yield replace(finding, repair=repair)


def _loose_ones(layout: Layout) -> Iterator[tuple[str, Placed]]:
    """The paragraphs of the text without a fixed distance, and of what is set as the text is."""
    for role, due in DUE.items():
        if due.size == DUE["正文"].size:
            yield from ((role, placed) for placed in layout.paragraphs(role) if placed.setting.loose)


def _loose(placed: Placed) -> str | None:
    setting = placed.setting
    return _("是{kind}", kind=setting.loose) if setting.loose else "" if setting.pitch else None


@rule("LAY011", "应当空的行没有空", Severity.WARNING)
def blank_lines(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """标题与主送机关、正文与附件说明、正文与署名、附件标记与附件标题之间各空一行；发文机关标志与发文字号、红线与标题之间空二行。

    空行、段前距、段后距都算；在一面开头的不算。

    为什么: 该空的行不空，各部分挤在一起，版面的层次就看不出来。
    错例（版面）:
        段落:
          - {用途: 署名, 右空: 2, 上空: 0}
    正例（版面）:
        段落:
          - {用途: 署名, 右空: 2, 上空: 1}
          - {用途: 附件说明, 文字: 附件：收支明细表, 首行: 2, 上空: 1}
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.2、7.3.4、7.3.5：编排于标题下空一行、正文下空一行的位置
    改法: 补一个空行，或在样式里设段前一行；空多了的去掉
    """
    for role, due in DUE.items():
        if due.above is not None and not (role.startswith("发文字号") and _is_without_head(layout)):
            most = _WITH_SEAL if role == "署名" else due.above
            judge = partial(_above, due.above, most)
            yield from told(role, layout.paragraphs(role)[:1], Asked(_("上空"), _rows(due.above), Trait.ABOVE), judge)
    if layout.separators is not None:
        judge = partial(_above, _TWO, _TWO)
        yield from told("标题", layout.paragraphs("标题")[:1], Asked(_("上空"), _rows(_TWO), Trait.ABOVE), judge)


def _is_without_head(layout: Layout) -> bool:
    """Whether nothing stands above the number: the paper has its letterhead already, or its head is the page's."""
    return not (layout.paragraphs("发文机关标志") or layout.paragraphs("联合标志"))


_TWO = Decimal(2)
_WITH_SEAL = Decimal(5)
"""So many lines at most are free above an author whose seal is to be put there."""


def _above(due: Decimal, most: Decimal, placed: Placed) -> str | None:
    found = placed.setting.above
    if found is None:
        return None
    if due - _NEAR <= found <= most + _NEAR:
        return ""
    return _("没有空行") if found < Decimal("0.5") else _rows(found)


def _rows(count: Decimal) -> str:
    return _("空 {count} 行", count=plain(count))
