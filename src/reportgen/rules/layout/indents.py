"""Where lines begin and end: indents, and what stands in the middle."""

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
from reportgen.rules.layout.deviations import Asked, told
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_NEAR = Decimal("0.6")
"""In 字."""
_NAME = Decimal(5)
"""Where the names of annexes begin, behind 附件：, in 字."""


@rule("LAY008", "左空的字数与公文格式不同", Severity.WARNING)
def indents(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """正文各段、各级标题、附件说明、附注左空二字，回行顶格；主送机关、附件标记、份号、密级顶格；抄送和印发机关左空一字。

    手工打的空格、制表位也算在内，看的是印出来的位置；相差半个字以内不算。

    为什么: 没有首行缩进，分不清哪里是一段的开头；各段缩进不一，像是几份材料拼起来的。
    错例（版面）:
        段落:
          - {用途: 正文, 首行: 0}
          - {用途: 正文, 首行: 0}
          - {用途: 主送机关, 首行: 2}
    正例（版面）:
        段落:
          - {用途: 正文, 首行: 2, 回行: 0}
          - {用途: 正文, 首行: 2}
          - {用途: 主送机关, 首行: 0}
          - {用途: 抄送, 首行: 1}
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.3：每个自然段左空二字，回行顶格；7.3.2 主送机关居左顶格
    改法: 在样式里设「首行缩进 2 字符」，不要打空格；顶格的各行缩进设为 0
    """
    for role, due in DUE.items():
        if due.first is not None:
            name = _("首行缩进") if due.first == 2 and due.hang is not None else _("左空")
            words = _chars(due.first)
            paragraphs = layout.paragraphs(role)[: 1 if role == "附件说明" else None]
            yield from told(role, paragraphs, Asked(name, words, Trait.INDENT), partial(_first, due.first))
        if due.hang is not None:
            judge = partial(_hang, due.hang)
            yield from told(role, layout.paragraphs(role), Asked(_("回行"), _("顶格"), Trait.INDENT), judge)
    further, judge = layout.paragraphs("附件说明")[1:], partial(_first, _NAME)
    yield from told("附件说明", further, Asked(_("对齐"), _chars(_NAME), Trait.INDENT), judge)


def _first(due: Decimal, placed: Placed) -> str | None:
    found = placed.setting.first
    if found is None:
        return None
    if abs(found - due) <= _NEAR:
        return ""
    return _("没有") if due and abs(found) <= _NEAR else _("左空 {count} 字", count=plain(found))


def _hang(due: Decimal, placed: Placed) -> str | None:
    found = placed.setting.hang
    if found is None:
        return None
    return "" if abs(found - due) <= _NEAR else _("左空 {count} 字", count=plain(found))


def _chars(count: Decimal) -> str:
    return _("左空 {count} 字", count=plain(count)) if count else _("顶格")


@rule("LAY009", "应当居中的没有居中", Severity.WARNING)
def in_the_middle(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """标题、附件的标题、发文机关标志、发文字号（下行文、平行文）居中排布；左右相差一个字以内不算。

    为什么: 标题偏在一边，一眼就看得出没有排好；多半是首行缩进没有去掉，或用空格凑的居中。
    错例（版面）:
        段落:
          - {用途: 标题, 居中: 否}
    正例（版面）:
        段落:
          - {用途: 标题, 居中: 是}
          - {用途: 发文字号, 居中: 是}
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.1：标题分一行或多行居中排布；7.2.4、7.2.5
    改法: 段落设为居中，并去掉首行缩进和两头的空格
    """
    for role, due in DUE.items():
        if due.middle:
            yield from told(role, layout.paragraphs(role), Asked(_("居中"), _("居中排布"), Trait.MIDDLE), _off_middle)


def _off_middle(placed: Placed) -> str | None:
    middle = placed.setting.middle
    return None if middle is None else "" if middle else _("没有居中")
