"""Figures as they are written, and ways to write them wrongly with the same decimals."""

import re
from collections.abc import Callable
from decimal import Decimal
from random import Random

from reportgen.numbers.numerals import read_numeral
from reportgen.record import Struct

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_HANZI = re.compile(r"[一二三四五六七八九十两]{1,4}")
_SPELT = "零一二三四五六七八九十"
Way = Callable[["Figure", Random], str | None]
"""A figure → the figure written wrongly, None where it cannot be done so."""


class Figure(Struct, frozen=True):
    """A figure at its place in a text, in digits or in hanzi (十二)."""

    start: int
    end: int
    text: str

    @property
    def spelt(self) -> bool:
        """Whether it is written in hanzi."""
        return not self.text[0].isdecimal()

    @property
    def number(self) -> Decimal:
        """What it says."""
        read = read_numeral(self.text) if self.spelt else Decimal(self.text.replace(",", ""))
        return read or Decimal(0)

    @property
    def decimals(self) -> int:
        """How many digits stand behind the point."""
        return len(self.text.partition(".")[2])

    @property
    def last_place(self) -> Decimal:
        """One of its last digit: 0.01 of 36.20."""
        return Decimal(1).scaleb(-self.decimals)

    def written(self, number: Decimal) -> str:
        """Another number as this one is written: its decimals, its commas, its hanzi."""
        if self.spelt:
            return "两" if number == 2 else spelt(int(number))
        return f"{number:,.{self.decimals}f}" if "," in self.text else f"{number:.{self.decimals}f}"


def figure_in(text: str) -> Figure | None:
    """The first figure of a text; digits come before hanzi."""
    found = DIGITS.search(text) or _HANZI.search(text)
    return Figure(found.start(), found.end(), found[0]) if found else None


def spelt(number: int) -> str:
    """A whole number below a hundred in hanzi, in digits where it is greater or negative."""
    if not 0 <= number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    before = ("" if tens == 1 else _SPELT[tens]) + "十" if tens else ""
    return before + (_SPELT[ones] if ones or not tens else "")


def another_digit(figure: Figure, random: Random) -> str | None:
    """One digit is another one; the first is never 0."""
    if figure.spelt:
        return None
    at = random.choice([place for place, char in enumerate(figure.text) if char.isdecimal()])
    leads = at == 0 and figure.number >= 1 and len(figure.text) > 1
    digit = random.choice([char for char in "0123456789" if char != figure.text[at] and not (leads and char == "0")])
    return figure.text[:at] + digit + figure.text[at + 1 :]


def a_tenth_more(figure: Figure, _random: Random) -> str | None:
    """Ten per cent more, one of the last place at least; less where a rate or a score would pass a hundred."""
    step = max(figure.number / 10, figure.last_place)
    passes = figure.number <= 100 < figure.number + step
    return figure.written(figure.number - step if passes else figure.number + step)


def one_more_or_less(figure: Figure, random: Random) -> str | None:
    """One thing more, or one fewer where something is left."""
    step = random.choice((-1, 1)) if figure.number > 1 else 1
    return figure.written(figure.number + step)


def exchanges_in(figure: Figure) -> list[str]:
    """The figure with two neighbouring different digits exchanged, once for each such pair."""
    text = figure.text
    pairs = [at for at in range(len(text) - 1) if text[at : at + 2].isdecimal() and text[at] != text[at + 1]]
    changed = [text[:at] + text[at + 1] + text[at] + text[at + 2 :] for at in pairs]
    return [each for each in changed if each[0] != "0" or text[0] == "0"]


def digits_exchanged(figure: Figure, random: Random) -> str | None:
    """Two neighbouring digits have changed places."""
    found = exchanges_in(figure)
    return random.choice(found) if found else None


def above(least: Decimal, figure: Figure, random: Random) -> str:
    """A figure a little greater than `least`."""
    more = max(
        least * random.randint(2, 20) / 100, figure.last_place, Decimal(1) if figure.decimals == 0 else least / 50
    )
    return figure.written(least + more)


ANY_WAY: tuple[Way, ...] = (another_digit, a_tenth_more, digits_exchanged)
"""The slips of a hand that types figures."""
_TRIES = 8


def slipped(figure: Figure, random: Random, least: Decimal = Decimal(0)) -> str | None:
    """The figure after one of the slips, the first drawn that changes it by more than a share of `least`."""
    ways = random.sample(ANY_WAY, len(ANY_WAY))
    tries = (way(figure, random) for _ in range(_TRIES) for way in ways)
    made = (wrong for wrong in tries if wrong and wrong != figure.text and _changes(figure, wrong, least))
    return next(made, None) or one_more_or_less(figure, random)


def _changes(figure: Figure, wrong: str, least: Decimal) -> bool:
    other = figure_in(wrong)
    return other is not None and abs(other.number - figure.number) > least * abs(figure.number)
