"""The closing pages of a copy that goes round: what was found, how figures are tied, where to sign.

A neutral document like any other, set by the same engines.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import PurePath

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.text import explanation, headline
from reportgen.language import _
from reportgen.model.document import Block, Document, Heading, Metadata, Paragraph, Role, Table, Text
from reportgen.model.hanzi import chinese_number
from reportgen.model.table import Cell, CellRole
from reportgen.record import Struct
from reportgen.review.dismissals import is_list
from reportgen.statements.tally import tie_word
from reportgen.statements.ties import Tie, Ties, coverage

_ROWS_TO_SIGN = 4
_HIGH = "\u3000\n\u3000"
"""Two lines: room for a hand."""


class Entry(Struct, frozen=True):
    """A finding in the order of the pages; `page` and `line` are 0 where its words are printed nowhere.

    Those of one fingerprint, about which one thing is decided, have one number.
    """

    number: int
    finding: Diagnostic
    fingerprint: str
    page: int = 0
    line: int = 0

    @property
    def where(self) -> str:
        """第4页第12行, or what else is known of its place."""
        if self.page and self.line:
            return _("第{page}页第{line}行", page=self.page, line=self.line)
        page = _("第{page}页", page=self.page) if self.page else ""
        return self.finding.place.spot.words or page or self.typed or _("全文")

    @property
    def typed(self) -> str:
        """The line of the content file; empty where there is none."""
        place = self.finding.place
        if is_list(PurePath(place.file)):
            return _("{name}第{line}行", name=PurePath(place.file).name, line=place.line)
        return _("内容文件第{line}行", line=place.file_line) if place.file_line else ""


class Told(Struct, frozen=True):
    """What the closing pages are about."""

    title: str
    """Of the document."""
    version: str
    """「版本 3f2a9c0b　2025年3月5日」."""
    entries: Sequence[Entry]
    ties: Sequence[tuple[str, Ties]] = ()
    """The figures of each document that the file makes, by its title."""


def review_sheet(told: Told) -> Document:
    """The closing pages."""
    title, author = _("审核表"), "reportgen"
    open_ = [each for each in told.entries if each.finding.pending]
    accepted = [each for each in told.entries if not each.finding.pending]
    parts: list[tuple[str, Sequence[Block]]] = [
        (_("检查发现的问题（{count} 处）", count=len(open_)), list(_open(open_))),
        (_("已确认的问题（{count} 处）", count=len(accepted)), list(_accepted(accepted))),
        (_("数字的依据"), list(_tied(told.ties))),
        (_("审核签字"), [_to_sign()]),
    ]
    shown = [(head, blocks) for head, blocks in parts if blocks]
    body: list[Block] = [_line(_("文件：{title}", title=told.title)), _line(told.version)]
    for number, (head, blocks) in enumerate(shown, start=1):
        body += [Heading(1, f"{chinese_number(number)}、", (Text(head),)), *blocks]
    return Document(Metadata(title, author), {"标题": (Text(title),)}, {"正文": tuple(body)})


def _line(words: str) -> Paragraph:
    return Paragraph(Role.BODY, (Text(words),))


# ---- findings ----


def _open(entries: Sequence[Entry]) -> Iterator[Block]:
    """What still asks for something, with room for what is said of it."""
    if not entries:
        yield _line(_("没有发现问题。"))
        return
    heads = [_("序号"), _("位置"), _("问题"), _("处理意见")]
    rows = [(*_place(found), _said(found[0], explanation(found[0].finding)), "") for found in _alike(entries)]
    yield _table((10, 27, 89, 30), heads, rows, (0,))


def _accepted(entries: Sequence[Entry]) -> Iterator[Block]:
    """What somebody has accepted, with the reason."""
    if entries:
        heads = [_("序号"), _("位置"), _("问题"), _("不改的理由")]
        rows = [
            (*_place(found), _said(found[0], found[0].finding.notes), found[0].finding.acknowledged)
            for found in _alike(entries)
        ]
        yield _table((10, 27, 69, 50), heads, rows, (0,))


def _alike(entries: Sequence[Entry]) -> list[list[Entry]]:
    """The entries of each number together."""
    by_number: dict[int, list[Entry]] = {}
    for entry in entries:
        by_number.setdefault(entry.number, []).append(entry)
    return list(by_number.values())


def _place(found: Sequence[Entry]) -> tuple[str, str]:
    """The number, and where it is found, each place once."""
    return str(found[0].number), "\n".join(dict.fromkeys(each.where for each in found))


def _said(entry: Entry, explained: Sequence[str]) -> str:
    known = _("编号 {name}", name=entry.fingerprint)
    last = "\u3000".join(filter(None, (known, entry.typed if entry.page else "")))
    return "\n".join((headline(entry.finding), *explained, last))


# ---- figures ----


def _tied(documents: Sequence[tuple[str, Ties]]) -> Iterator[Block]:
    for name, ties in documents:
        title = name if len(documents) > 1 else ""
        prose, cells = [each.tie for each in ties.prose], [each.tie for each in ties.cells]
        if not prose and not cells:
            continue
        heads = [title or _("范围"), _("数字"), *map(tie_word, Tie), _("挂钩率")]
        parts = [(_("正文"), prose), (_("表格"), cells), (_("合计"), [*prose, *cells] if prose and cells else [])]
        rows = [_counted(name, found) for name, found in parts if found]
        yield _table((36, 18, 18, 18, 18, 18, 18, 20), heads, rows, tuple(range(1, 8)))
    if any(ties.every for _title, ties in documents):
        yield _line(_("未挂钩的数字程序没有核对，要由人来看；可用 reportgen check --numbers 逐个列出。"))


def _counted(name: str, ties: Sequence[Tie]) -> tuple[str, ...]:
    counts, found = Counter(ties), coverage(ties)
    return (name, str(found.total), *(str(counts[tie]) for tie in Tie), f"{found.percent}%")


# ---- tables ----


def _to_sign() -> Table:
    heads = [_("审核人"), _("意见"), _("签名"), _("日期")]
    return _table((30, 66, 30, 30), heads, [(_HIGH,) * 4] * _ROWS_TO_SIGN, ())


def _table(widths: Sequence[int], heads: Sequence[str], rows: Sequence[Sequence[str]], centred: Sequence[int]) -> Table:
    """Rows of words under heads that stand on every page; some columns are centred."""
    head = [_cell(0, column, words, CellRole.HEAD) for column, words in enumerate(heads)]
    body = [
        _cell(row, column, words, CellRole.CENTER if column in centred else CellRole.TEXT)
        for row, words_of_row in enumerate(rows, start=1)
        for column, words in enumerate(words_of_row)
    ]
    return Table(tuple(map(Decimal, widths)), (*head, *body), len(rows) + 1, head_rows=1)


def _cell(row: int, column: int, words: str, role: CellRole) -> Cell:
    return Cell(row, column, tuple((Text(line),) for line in words.split("\n")), role)
