"""Figures that cannot be read, or not printed, as they were typed: what happened, and what was meant.

They come from Excel, WPS and web pages: 320。00, –120, 1 126.60, (320.00), 1.2E+05, ４２人, 0320.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation

from reportgen import patterns as re
from reportgen.language import _
from reportgen.numbers.reader import read_quantity
from reportgen.record import Struct

_WIDE: dict[int, int | str] = {
    ord(wide): chr(ord(wide) - 0xFEE0) for wide in map(chr, range(0xFF10, 0xFF5B)) if wide.isalnum()
}
_WIDE |= str.maketrans("．％﹪٪＋－", ".%%%+-")
_LONGEST = 60
"""A longer text is no figure with a slip."""


class FigureSlip(Struct, frozen=True):
    """What happened, and how the figure is written; `safe` where it can mean nothing else."""

    words: str
    meant: str
    safe: bool = True


class _Form(Struct, frozen=True):
    pattern: re.Pattern[str]
    meant: str | Callable[[re.Match[str]], str]
    words: str
    safe: bool = True


def _form(pattern: str, meant: str | Callable[[re.Match[str]], str], words: str, safe: bool = True) -> _Form:
    return _Form(re.compile(pattern), meant, words, safe)


def _spelt_out(match: re.Match[str]) -> str:
    try:
        return f"{Decimal(match[0]):f}"
    except InvalidOperation:
        return match[0]


_UNREAD = (
    _form(r"^[\"'“”‘’＂＇「」`]+|[\"'“”‘’＂＇「」`]+$", "", "数字两头的引号要去掉"),
    _form(r"[。，、；,;]+$", "", "数字后面的标点要去掉"),
    _form(r"^(?:人民币|RMB|CNY)\s*", "", "数字前面不写「人民币」"),
    _form(r"^[–—﹣‐‑]", "-", "负号要写半角的 -"),
    _form(r"[﹪٪]", "%", "百分号要写 %"),
    _form(r"(?<=\d)[。·](?=\d)", ".", "小数点要写半角的 ."),
    _form(r"(?<=\d)，(?=\d{3}(?:[，.]|\D|$))", "", "数字里有全角逗号"),
    _form(r"(?<=\d)[ \u3000](?=\d)", "", "数字中间有空格", safe=False),
    _form(r"(?<=[\d.])[Oo](?=[\d.万亿元人%]|$)", "0", "字母 O 当成了数字 0", safe=False),
    _form(r"(?<=\d)[lI](?=\d)|^[lI](?=\d)", "1", "字母 l 当成了数字 1", safe=False),
    _form(r"^\d(?:\.\d{1,12})?[Ee][+-]?\d{1,2}$", _spelt_out, "Excel 的科学计数法，要写出整个数", safe=False),
    _form(r"^[（(]([\d.,]+)[）)]$", lambda match: "-" + match[1], "括号里的数是不是负数", safe=False),
)
"""Tried one by one, then those in the first rows together."""


def unread(text: str, unit: str) -> FigureSlip | None:
    """Why a text is no figure, when it is one but for a slip."""
    if len(text) > _LONGEST:
        return None
    meant, words, safe = text, list[str](), True
    for form in _UNREAD:
        changed = form.pattern.sub(form.meant, meant)
        if changed != meant:
            meant, words, safe = changed.strip(), [*words, form.words], safe and form.safe
            if read_quantity(meant, unit):
                return FigureSlip(_("；").join(_(word) for word in words), meant, safe)
    return None


def untidy(text: str) -> Iterator[FigureSlip]:
    """What is read, but printed as nobody would write it."""
    if len(text) > _LONGEST:
        return
    half = text.translate(_WIDE)
    if half != text and any(ord(char) in _WIDE for char in text):
        yield FigureSlip(_("数字、字母、小数点和百分号用半角：{meant}", meant=half), half)
    if match := re.match(r"([^\d]{0,3})(0+)(?=\d)", half):
        without = match[1] + half[match.end() :]
        yield FigureSlip(_("前面多了 0，或者漏了小数点"), without, safe=False)
