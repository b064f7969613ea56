"""Numbers of headings, items and clauses: computed ones are never typed, typed ones run on without a gap."""

from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.structure.ordinals import enumerated_in_line, gaps, ordinals
from reportgen.statements.passages import Passage

_WORDS = {"一是", "第一，"}
"""Forms that are read aloud as part of the sentence."""


@rule("STR004", "编号是手工输入的", Severity.ERROR)
def number_typed(passage: Passage, scene: Scene) -> Iterator[Finding]:
    """标题和分条的编号由程序排，内容里不要手写；一段话里连着写（1）……（2）……的不算。

    为什么: 手写的编号与程序排的会重复，增删一条以后还要一个一个改。
    错例:
        目标完成情况: |
          1、流通部全年免费开放阅览室。
          2、培训部举办阅读活动。
    正例:
        目标完成情况: |
          - 流通部全年免费开放阅览室。
          - 培训部完成了以下工作：（1）亲子阅读；（2）专题讲座。
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.3：层次序数依次为“一、”“（一）”“1.”“（1）”
    改法: 删去编号；要编号的段落行首写「- 」，小标题行首写「# 」
    """
    typed = next((mark for mark in ordinals(passage.text) if not mark.start and mark.form not in _WORDS), None)
    if typed and not (passage.cell or scene.finished or enumerated_in_line(passage.text)):
        label = _("「{mark}」由程序排，不要手写", mark=typed.text)
        fix = _("删去「{mark}」；要编号的段落行首写「- 」，小标题行首写「# 」", mark=typed.text)
        yield Finding(passage.place(typed.start, typed.end), label, (), fix)


@rule("STR007", "段内编号不连续", Severity.WARNING)
def numbers_run_on(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """一段话里的（1）（2）、①②、一是二是要连着编，不跳号、不重号。

    为什么: 删了一条忘了改后面的号，读的人会以为漏了内容。
    错例:
        收支情况: |
          防汛措施有三条：一是巡查堤防，二是清理河道，四是储备物资。
    正例:
        收支情况: |
          防汛措施有三条：一是巡查堤防，二是清理河道，三是储备物资。
    依据: 公文用语习惯：序数连续
    改法: 补上漏掉的一条，或把编号改连续
    """
    for mark, due in gaps(passage.text):
        row = "".join(other.text for other in ordinals(passage.text) if other.form == mark.form)
        label = _("这里应是第 {due} 条，写的是「{mark}」", due=due, mark=mark.text)
        note = _("本段的编号依次是：{row}", row=row)
        yield Finding(passage.place(mark.start, mark.end), label, (note,))
