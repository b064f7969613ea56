"""Names of sheets: at most 31 characters, some of them forbidden, no two alike."""

import re

_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_YEAR = re.compile(r"（[0-9]{4}年度?）$")
_RESERVED = "history"
"""Excel keeps this name for itself."""


def sheet_name(title: str, taken: set[str]) -> str:
    """A legal name near `title` that is not in `taken` (of lower-case names), which then holds it too.

    Of a long one the end is left out, but not the year.
    """
    legal = _FORBIDDEN.sub(" ", title).strip("' ").strip() or "表"
    year = match[0] if (match := _YEAR.search(legal)) else ""
    words, suffix, count = legal.removesuffix(year), year, 1
    name = _cut(words, _LONGEST - len(suffix)) + suffix
    while name.lower() in taken or name.lower() == _RESERVED:
        count += 1
        suffix = f"{year}（{count}）"
        name = _cut(words, _LONGEST - len(suffix)) + suffix
    taken.add(name.lower())
    return name


def _cut(words: str, length: int) -> str:
    """The first `length` UTF-16 units, as Excel counts; a rare hanzi of two is not torn."""
    while len(words.encode("utf-16-le")) // 2 > length:
        words = words[:-1]
    return words.strip("' ")
