"""What stands around the body of a report: title, addressee, signature and date, annexes.

The title ends with a kind of document (报告, 表 …), with the short lines before it and a sub-title behind it.
"""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.finished.closing import ENDS, LONGEST_TITLE_LINE, closing_span, is_mark, words_of
from reportgen.finished.headings import begins_with_label
from reportgen.finished.parts import Grid, Line, Part
from reportgen.finished.title_words import ends_in_kind
from reportgen.model.letterhead import ORDERS
from reportgen.model.setting import is_red
from reportgen.record import Struct

SUBTITLE = re.compile(r"[（(].{2,40}[）)]$|——")
_NO_TITLE = re.compile(r"[：:]|〔\d{4}〕|[。；！？]|文件$|^\d+$")
_LONGEST_TITLE = 80
_CHAPTER = re.compile("第[一二三四五六七八九十]+(?:部分|章|节)")  # 第三部分 …情况说明
_LOOKED_AT, _MOST_TITLE_LINES = 8, 4
"""The title is among so many paragraphs, and has so many lines."""
ADDRESSEE = re.compile(r"[^。；，]{2,60}[：:]$")
"""主送机关, alone in its line."""
_CAPTION = re.compile(r"[图表]\s*\d")
_ORDER_BESIDE = re.compile(rf"(.{{4,}})({'|'.join(ORDERS)})(.{{4,}})")
_LARGER = 1.2
"""Times the letters of the text: so large are those of a title."""
_LARGE = 24.0
"""In pt: red letters of this size and more are those of a letterhead."""


class Frame(Struct, frozen=True):
    """The parts of a document by what they are for, in order."""

    before: tuple[Part, ...]
    title: tuple[Line, ...]
    addressee: tuple[Line, ...]
    body: tuple[Part, ...]
    closing: tuple[Line, ...]
    """The author, where there is one, and the date."""
    rest: tuple[Part, ...]
    """Annexes and imprint."""


def framed(parts: Sequence[Part]) -> Frame:
    """The parts told apart."""
    first, last = title_span(parts)
    after = last
    addressee: tuple[Line, ...] = ()
    if last and after < len(parts) and _is_addressee(parts, after):
        head = parts[after]
        addressee = (head,) if isinstance(head, Line) else ()
        after += 1
    start, end = closing_span(parts, after)
    return Frame(
        tuple(parts[:first]),
        _lines(parts[first:last]),
        addressee,
        tuple(parts[after:start]),
        _lines(parts[start:end]),
        tuple(parts[end:]),
    )


def title_of(parts: Sequence[Part]) -> str:
    """The words of the title, empty when none is recognised; that of a form may stand in its first row.

    An order has no title but its letterhead.
    """
    first, last = title_span(parts)
    words = "".join(line.text for line in _lines(parts[first:last]))
    return _squeezed(words) or _order(parts) or _title_in_table(parts)


def _order(parts: Sequence[Part]) -> str:
    heads = [_squeezed(words_of(part)) for part in parts[:_LOOKED_AT] if _is_letterhead(part)]
    several = _order_of_several(parts[0], "".join(heads)) if parts else ""
    return next((words for words in heads if ends_in_kind(words) and words not in ORDERS), several)


def _order_of_several(first: Part, heads: str) -> str:
    """The 令 of several organs stands beside their names: in a box of its own, or read between them."""
    boxes = [_squeezed(box.text) for box in first.boxes] if isinstance(first, Grid) else []
    if len(boxes) == 2 and boxes[1] in ORDERS:
        return "".join(boxes)
    beside = _ORDER_BESIDE.fullmatch(heads)
    return "".join(beside.groups()[::2]) + beside[2] if beside else ""


def _squeezed(words: str) -> str:
    """Without the blanks that set the characters of a title apart: 绩 效 评 价 报 告."""
    return re.sub(r"\s+", "", words)


def _title_in_table(parts: Sequence[Part]) -> str:
    """The title of a form that fills the first row of its table: what stands beside something is a head."""
    grid = next(iter(parts), None)
    row = [box for box in grid.boxes if box.row == 0 and box.text.strip()] if isinstance(grid, Grid) else []
    words = _squeezed(row[0].text) if len(row) == 1 and row[0].columns > 1 else ""
    return words if ends_in_kind(words) and len(words) <= _LONGEST_TITLE else ""


def titles_annex(parts: Sequence[Part], at: int) -> bool:
    """Whether a line is the title of an annex: the one behind its mark, or the next one while the title goes on."""
    if not _may_be_title(parts[at]) or len(words_of(parts[at])) > LONGEST_TITLE_LINE:
        return False
    if at and is_mark(parts[at - 1]):
        return True
    before = parts[at - 1] if at > 1 and is_mark(parts[at - 2]) else None
    goes_on = before is not None and _centred(parts[at]) is True and not ends_in_kind(words_of(before))
    return goes_on and not _CAPTION.match(words_of(parts[at]))


def title_span(parts: Sequence[Part]) -> tuple[int, int]:
    """Where the title begins and ends."""
    kind = next((at for at in range(_candidates(parts)) if _ends_title(parts, at)), None)
    if kind is None:
        return _first_lines(parts)
    first = kind
    while first and kind - first < _MOST_TITLE_LINES - 1 and _belongs(parts[first - 1], parts[kind]):
        first -= 1
    last = kind + 1
    if last < len(parts) and _goes_on(parts[kind], parts[last]):
        last += 1
    subtitles = last + 2
    while last < min(len(parts), subtitles) and SUBTITLE.match(words_of(parts[last])):
        last += 1
    return first, last


def _ends_title(parts: Sequence[Part], at: int) -> bool:
    """Whether a line ends with a kind of document, of which the line before may hold the first character."""
    if _is_letterhead(parts[at]):
        return False
    words = _squeezed(words_of(parts[at]))
    wrapped = at > 0 and _may_be_title(parts[at - 1]) and _alike(parts[at - 1], parts[at])
    return (not _CHAPTER.match(words) and ends_in_kind(words)) or (
        wrapped and ends_in_kind(_squeezed(words_of(parts[at - 1])) + words)
    )


def _goes_on(kind: Part, part: Part) -> bool:
    """Whether a title that a line seems to end goes on: 预算绩效管理情况 / 的报告, or behind a full line."""
    if not _may_be_title(part) or not _alike(part, kind):
        return False
    words = _squeezed(words_of(part))
    wraps = words.startswith("的") or (_centred(kind) is False and _centred(part) is True)
    return wraps and ends_in_kind(_squeezed(words_of(kind)) + words)


def _first_lines(parts: Sequence[Part]) -> tuple[int, int]:
    """Without a kind the first lines are the title where they stand in the middle, else the first one alone."""
    last = 0
    count = _candidates(parts)
    while last < min(count, _MOST_TITLE_LINES) and _may_be_title(parts[last]) and _in_the_middle(parts, last):
        last += 1
        if _centred(parts[last - 1]) is None:
            break
    return 0, last


def _in_the_middle(parts: Sequence[Part], at: int) -> bool:
    """Whether a line stands in the middle, or is a full one whose rest does: …经费绩效 / 自评."""
    rest = [each for each in parts[at + 1 : at + 2] if _centred(each) is True and _alike(each, parts[at])]
    return bool(rest) or _centred(parts[at]) is not False or (not at and _is_largest(parts))


def _is_largest(parts: Sequence[Part]) -> bool:
    """Whether the first line is set in larger letters than the next ones: a title, however full it is."""
    sizes = [part.look.size for part in parts[:_LOOKED_AT] if isinstance(part, Line) and part.look is not None]
    return len(sizes) > 1 and sizes[0] > _LARGER * max(sizes[1:])


def _candidates(parts: Sequence[Part]) -> int:
    """How many of the first parts may belong to a title: up to the first sentence, heading or table."""
    most = _LOOKED_AT + _letterhead_lines(parts)
    for at, part in enumerate(parts[:most]):
        if not isinstance(part, Line) or begins_with_label(part) or _too_long(part):
            return at
        if part.text[-1:] in "。；！？":
            return at
    return min(len(parts), most)


def _letterhead_lines(parts: Sequence[Part]) -> int:
    """How many lines stand above the title for the names of several organs and of those who sign for them."""
    heads = [at for at, part in enumerate(parts[:_LOOKED_AT]) if _is_letterhead(part)]
    return heads[-1] if heads else 0


def _too_long(line: Line) -> bool:
    """A long line is a title only where it has no marks of a sentence and ends as one does."""
    words = _squeezed(line.text)
    return len(words) > LONGEST_TITLE_LINE and (len(words) > _LONGEST_TITLE or bool(_NO_TITLE.search(words)))


def _belongs(part: Part, kind: Part) -> bool:
    """Whether a line before the kind belongs to it: in the middle as it is, or in the same letters where one is full.

    A full line stands in no middle.
    """
    if not _may_be_title(part):
        return False
    full = len(words_of(part)) >= len(words_of(kind)) or _centred(part) is True
    return _centred(part) in (_centred(kind), None) or (full and _alike(part, kind))


def _alike(part: Part, kind: Part) -> bool:
    """Whether two lines are set in the same letters, as far as that is known."""
    return isinstance(part, Line) and isinstance(kind, Line) and part.look is not None and part.look.alike(kind.look)


def _may_be_title(part: Part) -> bool:
    words = words_of(part)
    if not words or is_mark(part) or _is_letterhead(part):
        return False
    return not _NO_TITLE.search(words) and words[-1] not in ENDS


def _is_letterhead(part: Part) -> bool:
    """示例县人民政府令 and 某市水务局会议纪要, large and red: they end as a title does."""
    setting = part.setting if isinstance(part, Line) else None
    return setting is not None and is_red(setting.color) and (setting.size or 0) >= _LARGE


def _centred(part: Part) -> bool | None:
    return part.centred if isinstance(part, Line) else None


def _is_addressee(parts: Sequence[Part], at: int) -> bool:
    line = parts[at]
    if not isinstance(line, Line) or line.level or begins_with_label(line):
        return False
    alone = bool(ADDRESSEE.fullmatch(line.text.strip()))
    return alone and at + 1 < len(parts) and isinstance(parts[at + 1], Line)


def _lines(parts: Sequence[Part]) -> tuple[Line, ...]:
    return tuple(part for part in parts if isinstance(part, Line))
