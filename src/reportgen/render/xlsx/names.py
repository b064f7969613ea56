"""Names of sheets: at most 31 characters, some of them forbidden, no two alike."""

import re

_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_RESERVED = "history"
"""Excel keeps this name for itself."""


def sheet_name(title: str, taken: set[str]) -> str:
    """A legal name near `title` that is not in `taken` (of lower-case names), which then holds it too."""
    legal = _cut(_FORBIDDEN.sub(" ", title).strip("' ").strip(), _LONGEST) or "表"
    name, count = legal, 1
    while name.lower() in taken or name.lower() == _RESERVED:
        count += 1
        suffix = f"（{count}）"
        name = _cut(legal, _LONGEST - len(suffix)) + suffix
    taken.add(name.lower())
    return name


def _cut(words: str, length: int) -> str:
    """The first `length` UTF-16 units, as Excel counts; a rare hanzi of two is not torn."""
    while len(words.encode("utf-16-le")) // 2 > length:
        words = words[:-1]
    return words.strip("' ")
