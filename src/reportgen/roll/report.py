"""What is told of a file that was rolled: how many of each kind, and each with its line."""

from collections.abc import Iterable, Iterator

from reportgen.language import _
from reportgen.model.document import Document, Heading, Metadata, Paragraph, Role, Text
from reportgen.model.hanzi import chinese_number
from reportgen.record import Struct
from reportgen.roll.changes import Change, Done

MOST = 8
"""Lines of one kind that the screen shows; a report and `--all` show every one."""
_ORDER = (Done.LEFT, Done.TYPED, Done.MOVED, Done.EMPTIED, Done.FORMER, Done.ASKED, Done.DROPPED, Done.SAME, Done.KEPT)
"""What wants to be looked at first stands first."""
ADVICE = {
    Done.LEFT: "写着上年的日子或引的文件名，今年还对不对，请看一看",
    Done.TYPED: "正文里没有引用、直接写的数还是上年的，请逐个改",
    Done.MOVED: "按「都晚一年」改的，请看一看",
    Done.EMPTIED: "填上今年的；数字在电子表里的，用 reportgen fill 取",
    Done.FORMER: "与上年文件核对用，不要改",
    Done.ASKED: "逐条写整改情况",
    Done.DROPPED: "只对上年有用的",
    Done.SAME: "名称、编码这些，有变动的自己改",
    Done.KEPT: "看过、改过了，把「# 沿用上年待确认」那一行删去",
}


class Told(Struct, frozen=True):
    """One kind of change: a head line, and a line for each place."""

    done: Done
    count: int
    lines: tuple[str, ...]

    @property
    def head(self) -> str:
        """「待填 41 处：填上今年的」."""
        return _("{name} {count} 处：{advice}", name=_(self.done.value), count=self.count, advice=_(ADVICE[self.done]))


def told(changes: Iterable[Change]) -> list[Told]:
    """What there is to say, kind by kind."""
    every = list(changes)
    groups = [(done, [change for change in every if change.done is done]) for done in _ORDER]
    return [Told(done, len(found), tuple(_lines(found))) for done, found in groups if found]


def _lines(changes: list[Change]) -> Iterator[str]:
    """Several changes of one line in one."""
    by_line: dict[int, list[Change]] = {}
    for change in changes:
        by_line.setdefault(change.line, []).append(change)
    for line, found in by_line.items():
        first = found[0]
        more = _("等 {count} 处", count=len(found)) if len(found) > 1 else ""
        yield _("第 {line} 行 {words}", line=line, words=f"{_words(first)}{more and ' ' + more}")


def _words(change: Change) -> str:
    if change.done in (Done.KEPT, Done.LEFT, Done.TYPED, Done.DROPPED, Done.SAME):
        return f"{change.name}　{change.old}" if change.old else change.name
    if change.old:
        return f"{change.name}　{change.old} → {change.new}"
    return f"{change.name}　{change.new}"


def report_document(title: str, changes: Iterable[Change]) -> Document:
    """The same on paper."""
    blocks: list[Heading | Paragraph] = []
    for number, kind in enumerate(told(changes), start=1):
        blocks.append(Heading(1, f"{chinese_number(number)}、", (Text(kind.head),)))
        blocks += [Paragraph(Role.BODY, (Text(line),)) for line in kind.lines]
    return Document(Metadata(title, "reportgen"), {"标题": (Text(title),)}, {"正文": tuple(blocks)})
