"""Fonts and sizes, and the lines of the title."""

import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from itertools import pairwise

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import Trait
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.model.layout import Layout, Lettering
from reportgen.model.quantity import plain
from reportgen.model.setting import Placed
from reportgen.model.standard import DUE
from reportgen.rules.layout.deviations import Asked, told
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

SIZES = {
    Decimal(26): "一号",
    Decimal(22): "二号",
    Decimal(18): "小二号",
    Decimal(16): "三号",
    Decimal(15): "小三号",
    Decimal(14): "四号",
    Decimal(12): "小四号",
    Decimal("10.5"): "五号",
}
_LIKE = Decimal("0.5")
_LEAST = 4
"""In pt: what is smaller is no size, but a damaged file."""


@rule("LAY002", "字体或字号与公文格式不同", Severity.WARNING)
def lettering(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """标题用二号小标宋体，正文用三号仿宋体，一级标题用黑体，二级标题用楷体，版记用四号仿宋体，其他各要素见条款对照表。

    汉字的字体与数字、字母的分开算，看的是最后显示的样子（样式、上一级样式、默认值、直接设的）；替代字体按它代替的字体算，认不出的不说。

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
    for role, due in DUE.items():
        if due.font and due.size:
            right = Lettering(due.font, due.size)
            judge = partial(_other, right)
            yield from told(role, layout.paragraphs(role), Asked(_("字体字号"), _called(right), Trait.LETTERS), judge)


def _other(due: Lettering, placed: Placed) -> str | None:
    font, size = placed.setting.font, placed.setting.size
    if not font or size is None or size < _LEAST:
        return None
    same = font == due.family and abs(size - due.size) <= _LIKE
    return "" if same else _("是{letters}", letters=_called(Lettering(font, size)))


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
    letters = layout.lettering("标题")
    size = letters.size if letters else Decimal(22)
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
