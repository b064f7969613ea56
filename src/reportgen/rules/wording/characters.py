"""Single characters: digits, letters and the percent sign are half-width."""

from collections.abc import Iterator
from string import ascii_letters, digits

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import repair
from reportgen.language import _
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ％]+(?:[．.][０-９]+％?)?")
_SHIFT = 0xFEE0
"""The distance between a full-width form and its ASCII character."""
_WIDE_CHARACTERS = "".join(chr(ord(char) + _SHIFT) for char in f"{digits}{ascii_letters}%")


@rule("PUN005", "数字、字母或百分号用了全角", Severity.HINT, needs=(_WIDE_CHARACTERS,))
def half_width_characters(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """数字、字母、百分号用半角。

    为什么: 全角数字占一整格，同一个数前后两种写法，也查找不到。
    错例:
        收支情况: 全年支出进度９５％，高于上年。
    正例:
        收支情况: 全年支出进度95%，高于上年。
    依据: 公文用语习惯：阿拉伯数字、拉丁字母和百分号用半角
    改法: 换成半角字符
    """
    for match in _WIDE.finditer(passage.text):
        if not passage.typed_at(match.start()):
            continue  # said where the figure was typed
        half = "".join(char if char == "." else chr(ord(char) - _SHIFT) for char in match[0])
        mended = repair(passage.edit(*match.span(), half))
        yield Finding(passage.place(*match.span()), _("应为「{half}」", half=half), repair=mended)
