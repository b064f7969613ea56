"""The numbers of headings and items: 一、（一）1.（1） (GB/T 9704-2012 §7.3.3), ① below them.

They are literal text, never Word's automatic numbers: those are lost when a report is pasted into a web page.
"""

from reportgen.model.hanzi import chinese_number
from reportgen.record import Struct, field

DEEPEST_HEADING = 4
DEEPEST_ITEM = 5
"""① has nothing below it."""


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
