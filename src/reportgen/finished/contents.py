"""A table of contents that was typed, or that a PDF shows: no text to be checked, since it repeats the headings.

Entries with leaders and the number of a page are told by their form. Published final accounts list bare headings: these
are entries where the numbering begins anew, or the first heading comes again, further down.
"""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.finished.headings import begins_with_label
from reportgen.finished.parts import Grid, Line, Part

_HEADING = re.compile(r"目[\s　]*[录次]")
_LEADERS = frozenset(".．·…‥\t")
_LOOKED_AT = 40
"""A table of contents begins among so many paragraphs."""
_LONGEST, _FEW = 60, 5
_MOST = 150
"""So many entries at most."""
_DIVISION = re.compile(r"第[一二三四五六七八九十\d]{1,3}(?:部分|[章节篇编])")
_NUMBER = re.compile(rf"(?:{_DIVISION.pattern}|[一二三四五六七八九十]{{1,3}}[、.．])")
"""Numbers of the levels at which a table of contents begins: they count on to its end."""
_YEAR = re.compile(r"20\d\d\s*年")
_TO_A_PAGE = re.compile(r"[\s　.．·…‥—\-–(（]*\d{0,4}[\s　)）—\-–]*$")
_MARKS = re.compile(r"[\s　。，、：:；;（）()《》“”\"·.．]")


def without_contents(parts: Sequence[Part]) -> list[Part]:
    """The parts without the table of contents and the word 目录 above it."""
    start = next((at for at, part in enumerate(parts[:_LOOKED_AT]) if _is_heading(part)), None)
    if start is None:
        return list(parts)
    end = start + 1
    while end < len(parts) and _is_entry(parts[end]):
        end += 1
    end = max(end, _end_of_bare(parts, start + 1), _end_of_run(parts, start + 1))
    return [*parts[:start], *parts[end:]]


def _end_of_run(parts: Sequence[Part], first: int) -> int:
    """Behind a run of bare headings that all come again behind it; words of the report may stand before these."""
    end = next((at for at in range(first, len(parts)) if not _is_bare(parts[at])), len(parts))
    later = {_key(_words(part)) for part in parts[end:]}
    again = all(_key(_words(part)) in later for part in parts[first:end])
    return end if end - first >= _FEW and again else first


def _is_bare(part: Part) -> bool:
    """Whether a line has a number and no end of a sentence."""
    words = _words(part)
    numbered = isinstance(part, Line) and (begins_with_label(part) or bool(_NUMBER.match(words)))
    return numbered and len(words) <= _LONGEST and words[-1:] not in "。；，："


def _is_heading(part: Part) -> bool:
    return isinstance(part, Line) and bool(_HEADING.fullmatch(part.text.strip()))


def _is_entry(part: Part) -> bool:
    """Whether a line is a heading, leaders, and the number of a page."""
    if not isinstance(part, Line):
        return False
    line = part.text.rstrip(" 　）)—-")
    words = line.rstrip("0123456789")
    return words != line and words.rstrip(" 　（(—-")[-1:] in _LEADERS


def _end_of_bare(parts: Sequence[Part], first: int) -> int:
    """Behind the last entry of a list of bare headings that begins at `first`; there where it is none.

    Entries may come in the cells of a table, and break over lines. What stands between the last of them and the first
    heading that comes again (a title, a date on a cover) is no entry unless it has a number.
    """
    limit = min(first + _MOST, len(parts))
    again = _begins_again(parts, first, limit)
    if again is None:
        return first
    later = {_key(words) for part in parts[again:] for words in _texts(part)} - {""}
    end = first
    for at in range(first, again):
        part = parts[at]
        texts = _texts(part)
        numbered = isinstance(part, Line) and (begins_with_label(part) or bool(_NUMBER.match(_words(part))))
        if numbered or any(_key(words) in later and not _YEAR.search(words) for words in texts):
            end = at + 1
    return end


def _begins_again(parts: Sequence[Part], first: int, limit: int) -> int | None:
    """Where the first heading of a list comes again: its words, or its number where that is of the highest level."""
    texts = _texts(parts[first]) if first < limit else []
    if not texts:
        return None
    key, number = _key(texts[0]), _number(texts[0])
    for at in range(first + 1, min(limit + 1, len(parts))):
        if isinstance(parts[at], Grid):
            continue
        words = _words(parts[at])
        if len(words) > _LONGEST or words[-1:] in "。；":
            return None
        if _key(words) == key or (number and _number(words) == number):
            return at
    return None


def _number(words: str) -> str:
    """第一部分, 一、 …; empty where the line has none."""
    found = _NUMBER.match(words)
    return re.sub(r"\s", "", found[0]) if found else ""


def _texts(part: Part) -> list[str]:
    """The lines of a part that say something."""
    match part:
        case Line():
            lines = [_words(part)]
        case Grid():
            lines = [line for box in part.boxes for line in box.text.splitlines()]
        case _:
            lines = []
    return [words for line in lines if (words := line.strip())]


def _words(part: Part) -> str:
    return (part.number + part.text).strip() if isinstance(part, Line) else ""


def _key(words: str) -> str:
    """What a heading says, however it is set and on whatever page it stands."""
    return _MARKS.sub("", _TO_A_PAGE.sub("", words))
