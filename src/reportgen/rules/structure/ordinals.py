"""Numbers typed into running text: 一、（一）1. 1、（1）① 第一、一是, where a clause begins.

A mark counts only at the beginning of the text or after a mark that ends a clause, so that 「见第（3）项」 and
「1、2号展厅」 are none.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from reportgen import patterns as re
from reportgen.compose.numbering import read_chinese_number
from reportgen.record import Struct

_H = "[一二三四五六七八九十]"
_BEGINS = r"(?:^\s*|(?<=[。；：:;，,！？]))"
_FORMS = {
    "一、": rf"({_H}{{1,3}})、(?!{_H})",
    "（一）": rf"[（(]({_H}{{1,3}})[）)]",
    "1.": r"(\d{1,2})[.．](?!\d)",
    "1、": r"(\d{1,2})、(?!\d)",
    "（1）": r"[（(](\d{1,2})[）)]",
    "1）": r"(\d{1,2})[）)]",
    "第一、": rf"第({_H}{{1,3}})、(?!{_H})",
    "第一，": rf"第({_H}{{1,3}})[，,]",
    "①": r"([①-⑳])",
    "一是": rf"({_H}{{1,3}})是",
}
"""Each form with one group, the number; no two of them can match at the same place."""
_NAMES = tuple(_FORMS)
_ANY_FORM = re.compile(rf"{_BEGINS}(?:{'|'.join(_FORMS.values())})")


class Ordinal(Struct, frozen=True):
    """One typed number: characters `start` to `end` of the text, its form and its value."""

    form: str
    number: int
    text: str
    start: int
    end: int


@lru_cache(maxsize=256)
def ordinals(text: str) -> tuple[Ordinal, ...]:
    """Every typed number of the text, form by form, in the order of each form. Several rules ask for them."""
    found = (
        Ordinal(_NAMES[form - 1], number, match[0].strip(), match.start(), match.end())
        for match in _ANY_FORM.finditer(text)
        if (form := match.lastindex) and (number := _value(match[form]))
    )
    return tuple(sorted(found, key=lambda mark: _NAMES.index(mark.form)))


def _value(written: str) -> int:
    """The number that is written; 0 when the hanzi are none, such as 一一."""
    if written.isdecimal():
        return int(written)
    return ord(written) - ord("①") + 1 if "①" <= written <= "⑳" else read_chinese_number(written)


def gaps(text: str) -> Iterator[tuple[Ordinal, int]]:
    """Marks that do not follow the one before them, with the number that was due.

    Only rows that begin with 1 are followed; a row may hold another of the same form inside (一是……一是……二是……二是).
    """
    for _form, row in groupby(ordinals(text), key=lambda mark: mark.form):
        open_rows: list[int] = []
        for mark in row:
            going_on = [depth for depth, last in enumerate(open_rows) if last + 1 == mark.number]
            if mark.number == 1:
                open_rows.append(1)
            elif going_on:
                open_rows[going_on[-1] :] = [mark.number]
            elif open_rows:
                yield mark, open_rows[-1] + 1
                open_rows[-1] = mark.number


def enumerated_in_line(text: str) -> bool:
    """Whether the number at the beginning of the text has its successor in the same text."""
    found = ordinals(text)
    first = next((mark for mark in found if mark.start == 0), None)
    return first is not None and any(mark.form == first.form and mark.number == first.number + 1 for mark in found)
