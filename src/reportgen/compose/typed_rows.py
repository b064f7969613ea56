"""Tables typed or pasted into prose: rows of cells between bars, or parted by tabs as Excel, WPS and Word copy them.

    表 项目支出情况（单位：万元）
    | 项目 | 批复 | 支出 |
    | 展厅运行 | 80.00 | 78.40 |
    | 合计 | = | = |
    来源：财务决算

The first row names the columns. The line above that begins with 表 names the table, lines below that begin with 来源
or 注 are printed below it; both may be left out. Instead of rows one line may say where they are:
{{ 预算.分项 | 批复 | 支出 }}.
"""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.compose.flow import FlowLine
from reportgen.place import Written
from reportgen.record import Struct, field

_BARS = re.compile(r"\s*[|｜].*[|｜]\s*")
"""| 项目 | 批复 |."""
_BETWEEN = re.compile(r"\{\{[^{}]*\}\}|(?P<bar>[|｜])")
"""The bars of a reference part its formats, not cells: {{ 预算.支出 | 元 }}."""
_RULE = re.compile(r"[\s|｜:：]*-{2,}[\s|｜:：-]*")
"""|---|:--:|, with which other programs part the head from the rows."""
_SOURCE = re.compile(r"\{\{[^{}\n]+\}\}")
"""{{ 预算.分项 | 批复 | 支出 }}."""
_NAMED = re.compile(
    r"表(?P<number>\d{0,2})[\s:：]+(?P<name>[^\s（(][^（(]*?)\s*(?:[（(]\s*(?:金额)?单位[:：]\s*(?P<unit>[^）)]+)[）)])?"
    r"\s*(?P<across>〔\s*横排\s*〕)?"
)
"""表 项目支出情况（单位：万元）, 表1：项目支出情况, 表 项目支出情况〔横排〕."""
_BELOW = re.compile(r"(?:数据|资料)?来源[:：].*|注\d?[:：].*")
"""来源：财务决算, 资料来源：问卷, 注：按到位资金计算."""
_LISTED = re.compile(r"\s*[（(]?[\d一二三四五六七八九十]+[)）.、．]\s*\t")
"""1.<tab>, （一）<tab>: what Word copies of a numbered list."""
_NUMBERED = re.compile(r"^\s*[表图]\d{0,2}[\s:：]", re.MULTILINE)
_FEWEST_ROWS = 2

Span = tuple[int, int]
"""From the first character to before the last."""


class Row(Struct, frozen=True):
    """A row: the characters of its cells in the text, blanks at their ends left out."""

    start: int
    cells: tuple[Span, ...]


class TypedTable(Struct, frozen=True):
    """A table as it was typed; `named` and `below` are the lines above and below that belong to it.

    Without rows `source` is the line that says where they are.
    """

    rows: tuple[Row, ...]
    named: FlowLine | None = None
    below: tuple[FlowLine, ...] = field(default_factory=tuple)
    source: FlowLine | None = None

    def name(self, written: Written) -> re.Match[str] | None:
        """The number, the name and the unit that the line above it says."""
        return _NAMED.fullmatch(written.text, self.named.start, self.named.end) if self.named else None

    def across(self, written: Written) -> bool:
        """Whether it is to stand on a page that lies across."""
        name = self.name(written)
        return bool(name and name["across"])


def with_tables(written: Written, lines: Sequence[FlowLine]) -> Iterator[FlowLine | TypedTable]:
    """The lines of a text, those that make a table put together."""
    at = 0
    while at < len(lines):
        named = lines[at] if _plain(lines[at]) and _says(_NAMED, written, lines[at]) else None
        first = at + 1 if named else at
        behind = _behind(written, lines, first, named is not None)
        if behind == first:
            yield lines[at]
            at += 1
            continue
        at = behind
        while at < len(lines) and _says(_BELOW, written, lines[at]):
            at += 1
        yield _table(written, named, lines[first:behind], tuple(lines[behind:at]))


def _behind(written: Written, lines: Sequence[FlowLine], first: int, named: bool) -> int:
    """The line behind the rows that begin at `first`, or behind the line that says where they are; `first` for none."""
    if named and first < len(lines) and _says(_SOURCE, written, lines[first]):
        return first + 1
    kind = _kind(written, lines[first]) if first < len(lines) else ""
    behind = first
    while kind and behind < len(lines) and _kind(written, lines[behind]) == kind:
        behind += 1
    return behind if behind - first >= _FEWEST_ROWS else first


def _table(
    written: Written, named: FlowLine | None, lines: Sequence[FlowLine], below: tuple[FlowLine, ...]
) -> TypedTable:
    kind = _kind(written, lines[0])
    if not kind:
        return TypedTable((), named, below, lines[0])
    rows = tuple(_row(written, line, kind) for line in lines if not _says(_RULE, written, line))
    return TypedTable(rows, named, below)


def _says(pattern: re.Pattern[str], written: Written, line: FlowLine) -> bool:
    return pattern.fullmatch(written.text, line.start, line.end) is not None


def may_be_numbered(text: str) -> bool:
    """Whether there may be tables or pictures in a text, which have numbers: seen before it is laid out."""
    return "\t" in text or "|\n" in text or "｜\n" in text or _NUMBERED.search(text) is not None


def _plain(line: FlowLine) -> bool:
    return not (line.depth or line.item)


def _kind(written: Written, line: FlowLine) -> str:
    """What parts the cells of a line; empty where it is no row."""
    if not _plain(line):
        return ""
    raw = _raw(written, line)
    text = written.text[raw[0] : raw[1]]
    if _BARS.fullmatch(text):
        return "|"
    return "\t" if "\t" in text.strip(" \u3000") and not _LISTED.match(text) else ""


def _raw(written: Written, line: FlowLine) -> Span:
    """The whole line: a blank first or last cell is nothing but a tab."""
    end = written.text.find("\n", line.end)
    return written.text.rfind("\n", 0, line.start) + 1, len(written.text) if end < 0 else end


def _row(written: Written, line: FlowLine, kind: str) -> Row:
    start, end = _raw(written, line)
    if kind == "|":
        ends = [match.start() for match in _BETWEEN.finditer(written.text, start, end) if match["bar"]]
        spans = list(zip([bar + 1 for bar in ends], ends[1:], strict=False))
    else:
        ends = [start - 1, *(at for at in range(start, end) if written.text[at] == "\t"), end]
        spans = list(zip([tab + 1 for tab in ends], ends[1:], strict=False))
    return Row(line.start, tuple(_stripped(written.text, *span) for span in spans))


def _stripped(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    return start + lead, start + lead + len(words.strip())
