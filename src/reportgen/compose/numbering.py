"""The numbers of headings and items: 一、（一）1.（1） (GB/T 9704-2012 §7.3.3), ① below them.

They are literal text, never Word's automatic numbers: those are lost when a report is pasted into a web page.
"""

from dataclasses import dataclass, field

DEEPEST_HEADING = 4
_DIGITS = "零一二三四五六七八九"


def chinese_number(number: int) -> str:
    """1–99 in hanzi: 一, 十, 十一, 二十, 九十九."""
    tens, ones = divmod(number, 10)
    lead = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return lead + (_DIGITS[ones] if ones or not tens else "")


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


@dataclass
class Numbering:
    """Counts headings and items of each level; a new one of a level starts the deeper levels again."""

    counts: list[int] = field(default_factory=lambda: [0] * 8)

    def next(self, level: int) -> str:
        """The label of the next heading or item of `level`."""
        self.counts[level] += 1
        self.counts[level + 1 :] = [0] * (len(self.counts) - level - 1)
        return label(level, self.counts[level])
