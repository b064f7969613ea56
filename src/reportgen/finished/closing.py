"""How the body of a finished document ends: who signs it, one or several, when, and what stands behind that."""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.finished.dates import DATE_LINE
from reportgen.finished.headings import begins_with_label
from reportgen.finished.parts import Line, Part, Picture
from reportgen.lexicon.lists import either, lists

_MARK = re.compile(r"附\s*[件表]\s*[\d一二三四五六七八九十]*\s*[：:]?")
_IMPRINT = re.compile(r"抄\s*送|印\s*发|主题词|[（(]?(?:联系人|此件)|.{4,40}\d日\s*印发$")
_ANNEX_NOTE = re.compile(r"附\s*件\s*\d*\s*[：:.．]")
_PRINTED = re.compile(r"抄\s*送\s*[：:]|.{4,40}\d日\s*印发$")
"""How the lines of an imprint begin and end."""
_MOST_PRINTED = 3
_LONGEST_AUTHOR = 40
ENDS = "，；：:。！？"
"""What neither a title nor a name ends with."""
_ORGAN = re.compile(rf"{either(lists('units')['单位'])}$")
_SHORTEST_ORGAN, _MOST_AUTHORS = 3, 12
LONGEST_TITLE_LINE = 40


def is_mark(part: Part) -> bool:
    """Whether a line is the mark of an annex: 附件1."""
    return isinstance(part, Line) and bool(_MARK.fullmatch(part.text.strip()))


def words_of(part: Part) -> str:
    """Its words; none of a table or a picture."""
    return part.text.strip() if isinstance(part, Line) else ""


def closing_span(parts: Sequence[Part], after: int) -> tuple[int, int]:
    """Where author and date stand: the first date on a line of its own behind which there are only annexes."""
    for at in range(after, len(parts)):
        if DATE_LINE.fullmatch(words_of(parts[at])) and (_ends_here(parts, at + 1) or _annexed(parts, after, at + 1)):
            return _first_author(parts, after, at), at + 1
    end = next((at for at in _last(parts, after) if _PRINTED.match(words_of(parts[at]))), len(parts))
    return end, end


def _first_author(parts: Sequence[Part], after: int, date: int) -> int:
    """Where those stand who sign: the line above the date, and more organs above it; seals may lie between."""
    first = date
    for at in range(date - 1, max(after, date - 1 - _MOST_AUTHORS) - 1, -1):
        if isinstance(parts[at], Picture):
            continue
        if not _is_author(parts[at]) or (first < date and not _are_organs(words_of(parts[at]))):
            break
        first = at
    return first


def _are_organs(words: str) -> bool:
    """示例县财政局 示例县教育局: names of organs and nothing else."""
    return all(len(word) > _SHORTEST_ORGAN and _ORGAN.search(word) for word in words.split())


def _last(parts: Sequence[Part], after: int) -> range:
    """The last few parts, among which an imprint stands that follows no signature."""
    return range(max(after, len(parts) - _MOST_PRINTED), len(parts))


def _ends_here(parts: Sequence[Part], at: int) -> bool:
    if at == len(parts):
        return True
    words = words_of(parts[at])
    named = bool(_MARK.match(words)) and len(words) < LONGEST_TITLE_LINE
    return named or is_mark(parts[at]) or bool(_IMPRINT.match(words))


def _annexed(parts: Sequence[Part], after: int, at: int) -> bool:
    """Whether a new page begins here with an annex that the text has named and that has lost its mark."""
    part = parts[at]
    turns = isinstance(part, Line) and part.setting is not None and bool(part.setting.turns)
    return turns and any(_ANNEX_NOTE.match(words_of(each)) for each in parts[after:at])


def _is_author(part: Part) -> bool:
    words = words_of(part)
    if not isinstance(part, Line) or begins_with_label(part) or part.level:
        return False
    return bool(words) and words[-1] not in ENDS and len(words) <= _LONGEST_AUTHOR and not words.startswith("附")
