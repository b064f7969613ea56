"""Mentions of figures, tables and annexes that the document must then hold."""

import re
from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.chart_plan import Charts
from reportgen.model.document import Block, Chart, Document, Paragraph, Role, Table
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_END = r"(?:所示|所列|列示|(?=[，。；：、）),;:]|$))"
_NUMBER = r"(?:\d+(?:[-—.]\d+)?|[一二三四五六七八九十]+(?=所示|[，。；：、）),;:]|$))"
_MENTION = re.compile(
    r"(?=[详见参如下上附])(?:"
    rf"(?:详?见|参见|如)[下上](?P<below>图|表)[片格]?{_END}"
    rf"|(?:详?见|参见|如)(?P<numbered>图|表)(?:{_NUMBER}(?:所示)?|所示)"
    rf"|[下上](?P<bare>图|表)(?:所示|所列)"
    rf"|详?见(?P<annex>附[表件图]){_END}"
    rf"|(?<=[（(])(?P<bracketed>附[表件图]{_NUMBER}?)(?=[）)]))"
)
"""The five ways of pointing at something in the document; no other characters begin one."""


def shown(document: Document) -> set[str]:
    """Which of 图, 表 and 附 the document holds."""
    return {_shows(block) for block in document.walk()} - {""}


def _shows(block: Block) -> str:
    """Kinds of block that show something are named here and nowhere else."""
    match block:
        case Table():
            return "表"
        case Chart() | Paragraph(role=Role.FIGURE):
            return "图"
        case Paragraph(role=Role.ANNEX_MARK):
            return "附"
        case _:
            return ""


@rule("STR003", "正文提到的图表不存在", Severity.ERROR)
def mentioned_is_there(passage: Passage, scene: Scene) -> Iterator[Finding]:
    """写了「如下图所示」「见下表」「详见附件」，文中就要有这个图、表或附件。

    为什么: 从别的文件搬文字时图表常常掉了，公开以后读的人找不到。
    错例:
        收支情况: |
          全年支出控制在预算以内，每月支出如下图所示。
    正例:
        收支情况: |
          全年支出控制在预算以内，每月支出比较均衡。
    依据: 审核实践：正文引用的图表、附件应当附上
    改法: 补上图表，或改写这句话；附件另行装订的，在该行写 # 忽略 STR003：原因
    """
    mentions = list(_MENTION.finditer(passage.text))
    asked = {"图"} if mentions and any(scene.content.every(Charts)) else set()
    # A chart that is asked for and does not stand there is said once, by CON009.
    here = shown(scene.document) | asked if mentions else asked
    for match in mentions:
        word = next(group for group in match.groups() if group)
        if word[0] not in here:
            label = _("文中没有这个{word}", word=word)
            fix = _("补上{word}，或改写这句话", word=word)
            yield Finding(passage.place(*match.span()), label, (), fix, certain=word[0] != "附")
