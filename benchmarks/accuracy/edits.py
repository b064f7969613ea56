"""Ways to plant one error: each gives texts that differ from a right one in one place."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

Edit = Callable[[str], Iterator[str]]
"""A text → the same text with one error, once for each place where it can be planted."""

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")


def each(pattern: str, change: Callable[[re.Match[str]], str | None]) -> Edit:
    """Every match of `pattern`, changed; None leaves a place out."""
    compiled = re.compile(pattern, re.MULTILINE)

    def edit(text: str) -> Iterator[str]:
        for match in compiled.finditer(text):
            changed = change(match)
            if changed is not None and changed != match[0] and not _commented(text, match.start()):
                yield text[: match.start()] + changed + text[match.end() :]

    return edit


def _commented(text: str, at: int) -> bool:
    """Whether a line of a content file is a comment there: nobody reads an error in it."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line.lstrip().startswith("#") or " # " in line


def put(pattern: str, words: str) -> Edit:
    """Every match of `pattern`, with other words (which may quote its groups) in its place."""
    return each(pattern, lambda match: match.expand(words))


def both(*edits: Edit) -> Edit:
    """The places of several edits, one after another."""

    def edit(text: str) -> Iterator[str]:
        for every in edits:
            yield from every(text)

    return edit


def within(region: str, edit: Edit) -> Edit:
    """The places of an edit inside every match of `region`."""
    compiled = re.compile(region, re.MULTILINE)

    def inside(text: str) -> Iterator[str]:
        for match in compiled.finditer(text):
            for changed in edit(match[0]) if not _commented(text, match.start()) else ():
                yield text[: match.start()] + changed + text[match.end() :]

    return inside


def added(sentence: str) -> Edit:
    """The sentence behind every paragraph of prose."""
    return each(r"(?<=[\u4e00-\u9fff\d%”）])。(?=\n)", lambda _match: f"。{sentence}")


def number_in(pattern: str, by: Callable[[Decimal], Decimal], group: int | str = 1) -> Edit:
    """Every match of `pattern`, with the number that is its `group` moved, its decimals kept."""

    def change(match: re.Match[str]) -> str:
        start, end = match.start(group) - match.start(), match.end(group) - match.start()
        return match[0][:start] + moved(match[group], by) + match[0][end:]

    return each(pattern, change)


def moved(figure: str, by: Callable[[Decimal], Decimal]) -> str:
    """The figure after `by`, with as many decimals."""
    number = Decimal(figure.replace(",", ""))
    decimals = -int(number.as_tuple().exponent)
    return f"{by(number):.{decimals}f}"


def up(number: Decimal) -> Decimal:
    """A slip of the hand: a tenth more, one at least."""
    return number + max(Decimal(1), number // 10)


def exchanged(number: Decimal) -> Decimal:
    """Two digits that have changed places: 138 → 183; a number of equal digits gains one."""
    digits = str(number)
    for at in range(len(digits) - 1, 0, -1):
        first, second = digits[at - 1], digits[at]
        if first.isdecimal() and second.isdecimal() and first != second and not (at == 1 and second == "0"):
            return Decimal(digits[: at - 1] + second + first + digits[at + 1 :])
    return up(number)


def ten_times(number: Decimal) -> Decimal:
    """A point in the wrong place."""
    return number * 10


def lines_dropped(pattern: str) -> Edit:
    """Every line that matches, left out with its line end."""
    return each(rf"^{pattern}.*\n", lambda _match: "")
