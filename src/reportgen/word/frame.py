"""The body of template.docx → frame: paragraphs, tables of one column, and the conditions around them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import TEMPLATE_FORM, TEMPLATE_WORD_ONLY
from reportgen.language import _
from reportgen.model.frame import (
    Frame,
    FrameBlocks,
    FrameIf,
    FrameItem,
    FrameLine,
    FrameRow,
    FrameTable,
    Slot,
    Span,
)
from reportgen.model.look import Style
from reportgen.place import Place
from reportgen.word import tables
from reportgen.word.package import Element, W, value
from reportgen.word.styles import apply, read_rule
from reportgen.word.tags import BlockTag, ElseTag, EndIfTag, IfTag, LineTag, NotATag, read_line, read_tags


@dataclass
class FrameReader:
    """Reads one body; what cannot be read is in `found`."""

    file: str
    styles: dict[str, Style]
    """By id."""
    found: list[Diagnostic] = field(default_factory=list)
    number: int = 0
    """Paragraph being read, from 1."""

    def read(self, body: Element) -> Frame:
        """The frame."""
        return Frame(self._nested(self._pieces(body)))

    def _pieces(self, nodes: Element) -> Iterator[FrameItem | IfTag | ElseTag | EndIfTag]:
        for node in nodes:
            if node.tag == W + "tbl" and tables.is_shown(node):
                yield self._table(node)
            elif node.tag == W + "p":
                self.number += 1
                yield from self._paragraph(node)

    def _nested(self, pieces: Iterator[FrameItem | IfTag | ElseTag | EndIfTag]) -> tuple[FrameItem, ...]:
        """Items, those between a condition and its end inside it."""
        outer: list[_Open] = []
        now = _Open("")
        for piece in pieces:
            match piece:
                case IfTag(name):
                    outer.append(now)
                    now = _Open(name)
                case ElseTag() if outer and now.shown is None:
                    now.shown, now.items = now.items, []
                case EndIfTag() if outer:
                    closed, now = now.close(), outer.pop()
                    now.items.append(closed)
                case ElseTag():
                    self._wrong(_("{%p else %} 前面没有 {%p if %}"))
                case EndIfTag():
                    self._wrong(_("{%p endif %} 前面没有 {%p if %}"))
                case _:
                    now.items.append(piece)
        if outer:
            self._wrong(_("{%p if %} 没有对应的 {%p endif %}"))
        return tuple(now.items)

    def _paragraph(self, node: Element) -> Iterator[FrameItem | IfTag | ElseTag | EndIfTag]:
        try:
            tag = read_tags(tables.text_of(node))
        except NotATag as refused:
            self._wrong(_("第 {number} 段：{text}", number=self.number, text=str(refused)))
            return
        match tag:
            case BlockTag(name):
                yield FrameBlocks(name)
            case LineTag():
                yield self._line(node, tag)
            case _:
                yield tag

    def _line(self, node: Element, line: LineTag) -> FrameLine:
        properties = node.find(W + "pPr")
        style = self.styles.get(value(properties, "pStyle") or "") or self.styles.get("Normal") or Style("", "")
        runs = [run for run in node.iter(W + "r") if tables.text_of(run)]
        looks = [apply(style, properties, run.find(W + "rPr")) for run in runs] or [apply(style, properties, None)]
        if all(look == looks[0] for look in looks):
            return FrameLine(looks[0], _parts(line))
        spans = []
        for _look, group in groupby(zip(looks, runs, strict=True), key=lambda pair: pair[0]):
            pairs = list(group)
            try:
                words = read_line("".join(tables.text_of(run) for _look, run in pairs))
            except NotATag:  # a tag in several looks
                label = _("第 {number} 段里有几种字体，PDF 都按第一种", number=self.number)
                self.found.append(TEMPLATE_WORD_ONLY.at(Place(self.file), label))
                return FrameLine(looks[0], _parts(line))
            spans.append(Span(pairs[0][0], _parts(words)))
        return FrameLine(looks[0], (*spans[0].parts, *spans[1:]))

    def _table(self, table: Element) -> FrameTable:
        above, between, below = (read_rule(tables.rule(table, side)) for side in ("top", "insideH", "bottom"))
        return FrameTable(
            self._nested(self._rows(table)),
            tables.width(table),
            tables.margins(table),
            above,
            between,
            below,
            tables.is_at_foot(table),
        )

    def _rows(self, table: Element) -> Iterator[FrameItem | IfTag | ElseTag | EndIfTag]:
        for row in table.iter(W + "tr"):
            condition = tables.condition(row)
            if condition is not None:
                self.number += len(list(row.iter(W + "p")))
                yield condition
            else:
                yield FrameRow(self._nested(self._pieces(row.find(W + "tc"))), tables.height(row))

    def _wrong(self, label: str) -> None:
        self.found.append(TEMPLATE_FORM.at(Place(self.file), label))


@dataclass
class _Open:
    """A condition that has not ended yet; the outermost has no name."""

    name: str
    items: list[FrameItem] = field(default_factory=list)
    shown: list[FrameItem] | None = None
    """What stood before its `else`, where it has one."""

    def close(self) -> FrameIf:
        if self.shown is None:
            return FrameIf(self.name, tuple(self.items))
        return FrameIf(self.name, tuple(self.shown), tuple(self.items))


def _parts(line: LineTag) -> tuple[str | Slot, ...]:
    return tuple(Slot(name) if name else words for words, name in line.parts)
