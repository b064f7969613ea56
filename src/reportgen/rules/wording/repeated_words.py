"""Words that were typed twice. Chinese doubles many words rightly (天天, 家家户户): only what is certain is found."""

import re
from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.rules.passages import Passage
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_H = "\u4e00-\u9fff"
_LONG = re.compile(rf"([{_H}]{{3,10}})\1")
"""视频数量视频数量: three characters and more are never doubled on purpose."""
_TWO = (
    "以及|并且|其中|同时|为了|按照|根据|进行|开展|我们|我馆|我局|相关|有关|方面|主要|能够|已经|由于|因此|但是|加强"
    "|人次|场次|平方米|个百分点"
)
"""Not 组织, 项目, 支出, 预算: 党组织组织学习 and 部门预算预算数 are right."""
_ONE = (
    r"(?<!目)的的(?![确士])|(?<![不为])了了(?![解结却断事然])|(?<![饱温])和和(?![平谐气睦县田解美])|(?<![参赋给授干])与与(?![会时其])"
    r"|及及(?![时早格其])|(?<![现存所实潜正])在在(?![职编校岗建线场册押逃读馆库])|第第|(?<!大)小小学(?![生员者习问徒堂子科])"
)
_BEGINNINGS = "".join({word[0] for word in _TWO.split("|")}) + "的了和与及在第小"
_SHORT = re.compile(rf"(?=[{_BEGINNINGS}])(?:(?P<two>{_TWO})(?P=two)(?!部|者|人|室|站|法|类|书|制)|{_ONE})")
_FIGURE = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?(?:年度|年|月|日|人次|人|场次|场|次|个|项|万元|%))\1")
_ENUMERATED = re.compile(r"[一二三四五六七八九十]+")


@rule("WRD007", "字词重复", Severity.WARNING)
def doubled_word(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """同一个词连着写了两遍；「进一步」「天天」「家家户户」这样的叠词不算。

    为什么: 多半是粘贴、改句子时留下的。
    错例:
        收支情况: 视频数量视频数量不少于200条，支出控制在预算以内的的范围，2024年2024年没有超支。
    正例:
        收支情况: 视频数量不少于200条，为了了解观众的想法，天天开放，常来常新，支出控制在以节约为目的的范围以内。
    依据: 公文用语习惯
    改法: 删去多写的一遍
    """
    for pattern in (_LONG, _SHORT, _FIGURE):
        for match in pattern.finditer(passage.text):
            if not _ENUMERATED.fullmatch(match[0]):
                yield Finding(passage.place(*match.span()), _("「{words}」写了两遍", words=_once(match[0])))


def _once(words: str) -> str:
    """视频数量视频数量 → 视频数量; 小小学 → 小."""
    half = words[: len(words) // 2]
    return half if half * 2 == words else words[0]
