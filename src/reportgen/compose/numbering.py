"""The numbers of headings and items: 一、（一）1.（1） (GB/T 9704-2012 §7.3.3), ① below them.

They are literal text, never Word's automatic numbers: those are lost when a report is pasted into a web page.
"""

from reportgen.record import Struct, field

DEEPEST_HEADING = 4
DEEPEST_ITEM = 5
"""① has nothing below it."""
_DIGITS = "零一二三四五六七八九"
_PLACES = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))


def chinese_number(number: int) -> str:
    """0–9999 in hanzi: 一, 十一, 九十九, 一百, 一百零一, 三百一十二, 一千零八十."""
    spelt, gap = "", False
    for place, name in _PLACES:
        digit = number // place % 10
        if digit:
            spelt += ("零" if gap else "") + _DIGITS[digit] + name
        gap = bool(spelt) and not digit
    return spelt.removeprefix("一") if 10 <= number < 20 else spelt or "零"


def read_chinese_number(text: str) -> int:
    """What `chinese_number` spells so, up to 39; 0 for anything else, such as 一一."""
    return _NUMBERS.get(text, 0)


_NUMBERS = {chinese_number(number): number for number in range(1, 40)}


def label(level: int, number: int) -> str:
    """The label of the `number`-th heading or item of a level, counting from 1."""
    match level:
        case 1:
            return f"{chinese_number(number)}、"
        case 2:
            return f"（{chinese_number(number)}）"
        case 3:
            return f"{number}."
        case 4:
            return f"（{number}）"
        case _:
            return chr(0x2460 + number - 1) if number <= 20 else f"{number}）"


class Numbering(Struct):
    """Counts headings and items of each level; a new one of a level starts the deeper levels again."""

    counts: dict[int, int] = field(default_factory=dict)

    def next(self, level: int) -> str:
        """The label of the next heading or item of `level`."""
        number = self.counts.get(level, 0) + 1
        above = {outer: count for outer, count in self.counts.items() if outer < level}
        self.counts = {**above, level: number}
        return label(level, number)
