"""Mentions of figures, tables and annexes that the document must then hold."""

from collections.abc import Iterator
from functools import cached_property

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.chart_plan import Charts
from reportgen.model.document import Block, Chart, Paragraph, Role, Table
from reportgen.record import Struct
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
    rf"|详?见(?P<annex>附[表件图]){_END}|详?见(?P<listed>附[表件图]){_NUMBER}"
    rf"|(?<=[（(])(?P<bracketed>附[表件图]{_NUMBER}?)(?=[）)]))"
)
"""The five ways of pointing at something in the document; no other characters begin one."""


_ANNEX_LINE = re.compile(r"附[表件图][^。；]{0,40}$")


class Showing(Struct, frozen=True, dict=True):
    """Where a document shows something, and where its annexes begin: a table bound in behind it is not 下表."""

    blocks: tuple[Block, ...]

    @cached_property
    def annexes(self) -> int:
        """The index of the first annex mark; behind the last block without one."""
        marks = (at for at, block in enumerate(self.blocks) if _shows(block) == "附")
        return next(marks, len(self.blocks))

    @cached_property
    def _places(self) -> dict[int, int]:
        return {id(block.inlines): at for at, block in enumerate(self.blocks) if block.inlines}

    def at(self, passage: Passage) -> int | None:
        """The index of the block that a passage is; None for a line of the frame and a cell."""
        return self._places.get(id(passage.inlines))

    def has(self, kind: str, first: int, last: int) -> bool:
        """Whether 图 or 表 stands between two indices."""
        return any(_shows(block) == kind for block in self.blocks[first:last])

    @cached_property
    def names_annex(self) -> bool:
        """Whether a line by itself begins with the word: 附表 自评得分表."""
        return any(_ANNEX_LINE.match("".join(inline.text for inline in block.inlines)) for block in self.blocks)

    def around(self, at: int | None) -> tuple[int, int]:
        """The part of the document that a block stands in: the body, or the annexes."""
        return (0, self.annexes) if at is None or at < self.annexes else (self.annexes, len(self.blocks))


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


@rule("STR003", "正文提到的图表不存在", Severity.ERROR, needs=("图表附",))
def mentioned_is_there(passage: Passage, scene: Scene) -> Iterator[Finding]:
    """写了「如下图所示」「见下表」「详见附件」，文中就要有这个图、表或附件；装订在后面的附件里的表，不算「下表」。

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
    if not mentions:
        return
    showing = Showing(tuple(scene.document.walk()))
    asked = any(scene.content.every(Charts))  # a chart that is asked for and does not stand there is said by CON009
    for match in mentions:
        word = next(group for group in match.groups() if group)
        elsewhere = scene.finished and match["listed"]  # 附表2 of a set that was sent with it
        if not elsewhere and not (asked and word[0] == "图") and not _is_there(match, word[0], showing, passage, scene):
            label = _("文中没有这个{word}", word=word)
            fix = _("补上{word}，或改写这句话", word=word)
            certain = word[0] != "附" and not (scene.finished and showing.has(word[0], 0, len(showing.blocks)))
            yield Finding(passage.place(*match.span()), label, (), fix, certain=certain)


def _is_there(match: re.Match[str], kind: str, showing: Showing, passage: Passage, scene: Scene) -> bool:
    """Whether what is pointed at stands there: 下表 behind the sentence, 上表 before it, 表1 anywhere in its part."""
    at = showing.at(passage)
    first, last = showing.around(at)
    if kind == "附":
        return showing.annexes < len(showing.blocks) or (scene.finished and showing.names_annex)
    if at is not None and not scene.finished and not match["numbered"]:
        first, last = (first, at) if "上" in match[0] else (at + 1, last)
    return showing.has(kind, first, last)
