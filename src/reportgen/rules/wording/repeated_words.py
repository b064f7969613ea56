"""Words that were typed twice. Many are doubled rightly (天天, 家家户户), and words meet (社区社区卫生站)."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.lexicon.lists import characters, either, lists
from reportgen.rules.occurrences import HANZI
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_H = "\u4e00-\u9fff"
_LONG = re.compile(rf"([{_H}]{{3,10}})\1")
"""视频数量视频数量: three characters and more are never doubled on purpose."""
_WORDS = lists("repeated_words")
_CERTAIN = {*_WORDS["词"], *(f"我{name}" for name in lists("units")["自称"])}
_MEET, _OFTEN = _WORDS["相遇"], {*_WORDS["叠用"]}
_COMPOUNDS = _WORDS["合成"]
_BEHIND, _NOT_BEHIND = _WORDS["后面"], _WORDS["不算后面"]
_ONE = lists("repeated_characters")
_PRESENT = {"在在": tuple(f"在在{word}" for word in lists("units")["在"])}
"""在校 and 在馆 behind another 在."""


def _but_not(doubled: str, longer: tuple[str, ...]) -> str:
    """A pattern for characters that are doubled, unless they stand in one of the longer words."""
    before, after = (characters(part for word in longer if (part := word.partition(doubled)[side])) for side in (0, 2))
    return f"{f'(?<![{before}])' if before else ''}{doubled}{f'(?![{after}])' if after else ''}"


_SINGLES = "|".join(_but_not(doubled, (*longer, *_PRESENT.get(doubled, ()))) for doubled, longer in _ONE.items())
_SINGLE = re.compile(rf"(?=[为{characters(word[0] for word in _ONE)}])(?:{_SINGLES}|为为(?=\d))")
_PAIR = re.compile(rf"([{_H}])(?!\1)([{_H}])\1\2")
"""开展开展: any word of two characters; two words may also meet (社区社区卫生服务站)."""
_FIGURE = re.compile(rf"(?<![\d.])(\d+(?:\.\d+)?(?:{either(_WORDS['单位'])}))\1")
_ENUMERATED = re.compile(r"[一二三四五六七八九十]+")


@rule("WRD007", "字词重复", Severity.WARNING, needs=(HANZI + "%",))
def doubled_word(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """同一个词连着写了两遍；「天天」「家家户户」「研究研究」这样的叠词不算，两个词正好相遇（社区社区卫生服务站）的也不算。

    可能是两个词相遇、说不准的，印「疑似」。

    为什么: 多半是粘贴、改句子时留下的。
    错例:
        收支情况: 课程数量课程数量不少于200节，支出控制在预算以内的的范围，2024年2024年没有超支，维修进度进度偏慢。
    正例:
        收支情况: 课程数量不少于200节，为了了解家长的想法，天天开门，社区社区卫生站的支出控制在以节约为目的的范围以内。
    依据: 公文用语习惯
    改法: 删去多写的一遍
    """
    for pattern in (_LONG, _SINGLE, _FIGURE):
        for match in pattern.finditer(passage.text):
            if not _ENUMERATED.fullmatch(match[0]):
                yield Finding(passage.place(*match.span()), _("「{words}」写了两遍", words=_once(match[0])))
    for match in _PAIR.finditer(passage.text):
        if not _allowed(match, passage.text):
            sure = match[0][:2] in _CERTAIN and not passage.text.startswith(_BEHIND, match.end())
            label = _("「{words}」写了两遍", words=_once(match[0]))
            yield Finding(passage.place(*match.span()), label, certain=sure)


def _allowed(match: re.Match[str], text: str) -> bool:
    """Whether two words meet, or the word is doubled on purpose; 会不会不 and 一户一户 are no words written twice."""
    word, end = match[0][:2], match.end()
    return (
        bool(_ENUMERATED.fullmatch(word))
        or word in _OFTEN
        or "一" in word  # 一户一户; 335处一处一人
        or word[1] == "不"
        or (word[1] == "每" and match.start() + 5 <= len(text))  # 军人每人每年
        or text.startswith(_NOT_BEHIND, end)
        or text.startswith(_MEET, match.start())
        or _begins_anew(match, text)
    )


def _begins_anew(match: re.Match[str], text: str) -> bool:
    """事业单位单位性质: the first word ends a longer one, and something follows the second."""
    behind = text[match.end() : match.end() + 1]
    return text[: match.start() + 2].endswith(_COMPOUNDS) and bool(re.match(rf"[{_H}\d]", behind))


def _once(words: str) -> str:
    """视频数量视频数量 → 视频数量; 小小学 → 小."""
    half = words[: len(words) // 2]
    return half if half * 2 == words else words[0]
