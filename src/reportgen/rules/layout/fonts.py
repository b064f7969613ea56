"""Fonts and sizes, and the lines of the title."""

import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.model.layout import Layout, Lettering
from reportgen.model.quantity import plain
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

DUE = {
    "标题": Lettering("小标宋", Decimal(22)),
    "正文": Lettering("仿宋", Decimal(16)),
    "一级标题": Lettering("黑体", Decimal(16)),
    "二级标题": Lettering("楷体", Decimal(16)),
}
SIZES = {
    Decimal(26): "一号",
    Decimal(22): "二号",
    Decimal(18): "小二号",
    Decimal(16): "三号",
    Decimal(15): "小三号",
} | {
    Decimal(14): "四号",
    Decimal(12): "小四号",
    Decimal("10.5"): "五号",
}
_LIKE = Decimal("0.5")


@rule("LAY002", "字体或字号与公文格式不同", Severity.WARNING)
def letters(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """标题用二号小标宋体，正文用三号仿宋体，一级标题用黑体，二级标题用楷体；替代字体按它代替的字体算，认不出的不说。

    为什么: 各级标题靠字体分层次，字体不对，读的人分不清主次；从网页粘贴来的段落多半是宋体小四号。
    错例（版面）:
        字体:
          标题: 宋体 22
          正文: 宋体 12
    正例（版面）:
        字体:
          标题: 小标宋 22
          正文: 仿宋 16
    依据: 《党政机关公文格式》（GB/T 9704-2012）：如无特殊说明用 3 号仿宋体字，标题用 2 号小标宋体字
    改法: 改样式里的字体和字号，不要逐段改；本单位另有规定的，不必改
    """
    measured = ((name, layout.lettering.get(name), due) for name, due in DUE.items())
    wrong = [(name, found, due) for name, found, due in measured if found and _other(found, due)]
    if wrong:
        notes = tuple(
            _("{name}应为{due}，实为{found}", name=_(name), due=_called(due), found=_called(found))
            for name, found, due in wrong
        )
        label = _("{name}是{found}", name=_(wrong[0][0]), found=_called(wrong[0][1]))
        yield Finding(layout.place(*(f"字体.{name}" for name, _found, _right in wrong)), label, notes)


def _other(found: Lettering, due: Lettering) -> bool:
    return found.family != due.family or abs(found.size - due.size) > _LIKE


def _called(letters: Lettering) -> str:
    size = SIZES.get(letters.size)
    return f"{_(size) if size else _('{points} 磅', points=plain(letters.size))}{_(letters.family)}"


_LINE = Decimal(20)
"""Characters of 二号 that a line of the title holds: 156 mm."""
_WORDS = re.compile(either(lists("report_words")["标题"]))
"""Words of two characters that titles of these reports are made of."""


@rule("LAY005", "标题的一行太长或断在词中间", Severity.HINT)
def title_lines(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """标题一行不超过 20 个字（二号字排满版心），回行不把一个词拆开。

    为什么: 一行排不下，Word 会随便断开，「绩效评」在上一行、「价报告」在下一行，读起来别扭。
    错例（版面）:
        标题:
          - 某县人民法院2024年度部门整体支出绩效评
          - 价报告
    正例（版面）:
        标题:
          - 某县人民法院
          - 2024年度部门整体支出绩效评价报告
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.1：回行时要做到词意完整，排列对称，长短适宜
    改法: 在词与词之间按 Shift+Enter 断行，分成上短下长或上长下短的两行
    """
    size = layout.lettering["标题"].size if "标题" in layout.lettering else Decimal(22)
    most = _LINE * Decimal(22) / size
    for at, line in enumerate(layout.title):
        if (length := _length(line)) > most + 1:
            note = _("{size} 磅的字一行排 {most} 个", size=plain(size), most=int(most))
            yield Finding(layout.place(f"标题.{at}"), _("这一行有 {length} 个字", length=plain(length)), (note,))
    for at, (line, following) in enumerate(pairwise(layout.title)):
        if parted := _WORDS.fullmatch(line[-1:] + following[:1]):
            yield Finding(layout.place(f"标题.{at}"), _("「{word}」断在两行", word=parted[0]))


def _length(line: str) -> Decimal:
    """In characters of full width."""
    return sum((Decimal(1) if unicodedata.east_asian_width(c) in "WF" else Decimal("0.5") for c in line), Decimal(0))
