"""Two neighbouring numbers that together mean about so many: 三四个, in hanzi and without a mark."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import repair
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_HAN = "一二三四五六七八九"
_UNIT = either(lists("counting_units")["约数的单位"])
_EITHER = re.compile(
    r"(?<![\d.．第、，（(〔附表图题条款项例月年日号至～—-])(?<![一-鿿]第)(?P<low>[1-9])、(?P<high>[1-9])"
    rf"(?P<unit>{_UNIT})"
)
_SPELT = re.compile(rf"(?<![{_HAN}十百千万第、（(初])(?P<low>[{_HAN}两])、(?P<high>[{_HAN}])(?P<unit>{_UNIT}|十|百|千)")
_BEGINS = ("", *"。；：！？，、（(“\n")
_ROWS = re.compile("年级|年期|人民|个人所得|次会议|成员|家庭|份文件|件号|条[规第款至]|项[规第任措目指]|万分")
"""What a number in a row stands before: 一、二年级."""


@rule("FMT018", "约数之间用了顿号", Severity.HINT)
def no_mark_between_neighbours(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """相邻两个数连用表示约数，用汉字，中间不加顿号：三四个单位、两三家企业。第3、4条和7月3、4日说的是两样，不算。

    为什么: 「3、4个单位」可以读成第 3 个和第 4 个单位，也可以读成三四个。
    错例:
        收支情况: 全年抽查了3、4个单位，走访两、三户企业，没有发现超支。
    正例:
        收支情况: 全年抽查了三四个单位，走访两三户企业，按照第3、4条办理，7月3、4日停水，一、二年级已更新课桌。
    依据: 《标点符号用法》（GB/T 15834-2011）4.5.3.5：相邻两数字连用表示概数，不用顿号
    改法: 写成三四个；说的是第 3 个和第 4 个，写成第 3、第 4 个
    """
    if "、" not in passage.text:
        return
    for match in (*_EITHER.finditer(passage.text), *_SPELT.finditer(passage.text)):
        low, high = _number(match["low"]), _number(match["high"])
        if high == low + 1 and not _counts_out(passage.text, match):
            right = f"{'两' if low == 2 else _HAN[low - 1]}{_HAN[high - 1]}"
            mended = repair(passage.edit(match.start(), match.end("high"), right), safe=False)
            label = _("应为「{words}」", words=right + match["unit"])
            yield Finding(passage.place(*match.span()), label, certain=False, repair=mended)


def _counts_out(text: str, match: re.Match[str]) -> bool:
    """Whether the first figure is the number of an item, or both are numbers in a row."""
    return text[max(match.start() - 1, 0) : match.start()] in _BEGINS or bool(_ROWS.match(text, match.start("unit")))


def _number(digit: str) -> int:
    return int(digit) if digit.isdecimal() else 2 if digit == "两" else _HAN.index(digit) + 1
