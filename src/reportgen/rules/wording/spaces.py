"""Blanks within Chinese text."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import repair
from reportgen.language import _
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_H = "\u4e00-\u9fff"
_BLANKS = " \t\u00a0\u3000"
_BLANK = f"[{_BLANKS}]"
_MARKS = "，。；：、！？）》”"
_SPACE = re.compile(
    rf"(?<=[{_H}\d%{_MARKS}]){_BLANK}+(?=[{_MARKS}])|(?<=[{_H}，、；：]){_BLANK}+(?=[{_H}])|(?<=[，、；]){_BLANK}+"
)
_SENTENCE = re.compile("[，。；]")
_QUOTED = re.compile(rf"“[^”]*”|《[^》]*》|记者{_BLANK}+[^，。；]*")
"""A slogan of two halves is written with a blank between them: “携手科学 走进校园”."""


@rule("PUN007", "汉字之间有空格", Severity.HINT, needs=(_BLANKS, "，。；"))
def blank_in_text(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """汉字之间、标点前后不留空格；表格、对齐用的空格和引号里的口号不算。

    为什么: 多半是从 PDF 或网页粘贴来的，印出来断成两截，也查找不到。
    错例:
        收支情况: 全年支出控制在预算 以内， 三公经费没有超支。
    正例:
        收支情况: 全年支出控制在预算以内，开展“送医上门 走进乡村”活动，购置 LED 屏 2 块。
    依据: 公文用语习惯：汉字之间不空格
    改法: 删去空格
    """
    text = passage.text.rstrip()
    if passage.cell or passage.level or not any(map(text.__contains__, _BLANKS)) or not _SENTENCE.search(text):
        return
    found = list(_blanks(text))
    if found:
        start, end = found[0]
        label = _("「{around}」中间有空格", around=text[max(0, start - 3) : end + 3])
        note = (_("这一段共 {count} 处", count=len(found)),) if len(found) > 1 else ()
        mended = repair(*(passage.edit(*span, "") for span in found))
        yield Finding(passage.place(max(0, start - 1), min(end + 1, len(text))), label, note, repair=mended)


def _blanks(text: str) -> Iterator[tuple[int, int]]:
    """Blanks that nothing asks for."""
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for match in _SPACE.finditer(text):
        if not any(start < match.start() < end for start, end in quoted):
            yield match.span()
