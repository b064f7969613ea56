"""Words that were typed twice. Chinese doubles many words rightly (天天, 家家户户): only what is certain is found."""

import re
from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.lexicon.lists import characters, either, lists
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_H = "\u4e00-\u9fff"
_LONG = re.compile(rf"([{_H}]{{3,10}})\1")
"""视频数量视频数量: three characters and more are never doubled on purpose."""
_WORDS = lists("repeated_words")
_TWO = (*_WORDS["词"], *(f"我{name}" for name in lists("units")["自称"]))
_ONE = lists("repeated_characters")
_PRESENT = {"在在": tuple(f"在在{word}" for word in lists("units")["在"])}
"""在校 and 在馆 behind another 在."""


def _but_not(doubled: str, longer: tuple[str, ...]) -> str:
    """A pattern for characters that are doubled, unless they stand in one of the longer words."""
    before, after = (characters(part for word in longer if (part := word.partition(doubled)[side])) for side in (0, 2))
    return f"{f'(?<![{before}])' if before else ''}{doubled}{f'(?![{after}])' if after else ''}"


_BEGINNINGS = characters(word[0] for word in (*_TWO, *_ONE))
_SHORT = re.compile(
    rf"(?=[{_BEGINNINGS}])(?:(?P<two>{either(_TWO)})(?P=two)(?!{either(_WORDS['后面'])})"
    rf"|{'|'.join(_but_not(doubled, (*longer, *_PRESENT.get(doubled, ()))) for doubled, longer in _ONE.items())})"
)
_FIGURE = re.compile(rf"(?<![\d.])(\d+(?:\.\d+)?(?:{either(_WORDS['单位'])}))\1")
_ENUMERATED = re.compile(r"[一二三四五六七八九十]+")


@rule("WRD007", "字词重复", Severity.WARNING)
def doubled_word(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """同一个词连着写了两遍；「进一步」「天天」「家家户户」这样的叠词不算。

    为什么: 多半是粘贴、改句子时留下的。
    错例:
        收支情况: 课程数量课程数量不少于200节，支出控制在预算以内的的范围，2024年2024年没有超支。
    正例:
        收支情况: 课程数量不少于200节，为了了解家长的想法，天天开门，常来常新，支出控制在以节约为目的的范围以内。
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
