"""Text as it was typed → headings, paragraphs, items, tables and figures, numbered as they come."""

from collections.abc import Iterable, Iterator

from reportgen.compose.asked_charts import figure_of
from reportgen.compose.chart_placement import ChartPlacement
from reportgen.compose.flow import FlowLine, flow_lines
from reportgen.compose.marks import misused
from reportgen.compose.numbering import DEEPEST_HEADING, DEEPEST_ITEM, Numbering
from reportgen.compose.running_text import RunningText, Stands
from reportgen.compose.table_placement import TablePlacement
from reportgen.compose.turns import misplaced, turn_of
from reportgen.compose.typed_rows import TypedTable, with_tables
from reportgen.model.content import NamedText
from reportgen.model.document import Block, Heading, Inline, PageTurn, Paragraph, Role, Text, plain_text
from reportgen.place import NOWHERE, Place, Written
from reportgen.record import Struct, field


class ProseBlocks(Struct):
    """Lays out one text after the other; numbers, headings and the lie of the pages go on from each to the next."""

    text: RunningText
    charts: ChartPlacement
    tables: TablePlacement
    numbering: Numbering = field(default_factory=Numbering)
    trail: list[tuple[str, str]] = field(default_factory=list)
    """Labels and words of the headings above, by level."""
    landscape: bool = False
    """How the pages lie since the last turn."""
    turned: bool = False
    """Whether the text itself has turned pages."""

    def count_anew(self) -> None:
        """Begin with the first number, below no heading."""
        self.numbering, self.trail = Numbering(), []

    def heading(self, level: int, inlines: tuple[Inline, ...], origin: Place = NOWHERE) -> Heading:
        """The next heading of a level."""
        label = self.numbering.next(level)
        self.trail[level - 1 :] = [(label, plain_text(inlines))]
        return Heading(min(level, DEEPEST_HEADING), label, inlines, self.section_name(), origin)

    def heading_of(self, written: Written, level: int) -> Heading:
        """The next heading of a level, of words that a field has."""
        return self.heading(level, self.text.inlines(written, stands=Stands.HEADING), written.place)

    def entry(self, entry: NamedText, lead: str, level: int) -> Iterator[Paragraph]:
        """Its name leads the first of its paragraphs."""
        name = Text((lead or "{名称}").replace("{名称}", entry.name.text), entry.name.place)
        label = self.numbering.next(level)
        lines = list(flow_lines(entry.text, marks=False))
        own = [self.text.inlines(entry.text, line.start, line.end) for line in lines]
        yield self.paragraph((name, *(own[0] if own else ())), entry.name.place, label)
        for line, inlines in zip(lines[1:], own[1:], strict=True):
            yield self.paragraph(inlines, entry.text.place_at(line.start, line.end - line.start), "")

    def blocks(self, written: Written | None, level: int) -> Iterator[Block]:
        """Sub-headings stand at `level`, items one below the nearest heading."""
        if written is None:
            return
        below, lay = level, self.landscape
        lines = list(with_tables(written, list(flow_lines(written))))
        for line in lines:
            if isinstance(line, TypedTable):
                yield from self._table(written, line)
                continue
            if (other := self._no_words(written, line, lines)) is not None:
                yield from other
                continue
            own_level = level + line.depth - 1 if line.depth else below + line.nesting
            self.text.references.found += misused(written, line, own_level)
            stands = Stands.HEADING if line.depth else Stands.PARAGRAPH
            inlines = self.text.inlines(written, line.start, line.end, stands)
            origin = written.place_at(line.start, line.end - line.start)
            if line.depth:
                own = min(level + line.depth - 1, max(level, DEEPEST_ITEM))
                yield self.heading(own, inlines, origin)
                below = own + 1
            else:
                item = min(below + line.nesting, max(below, DEEPEST_ITEM))
                yield self.paragraph(inlines, origin, self.numbering.next(item) if line.item else "")
        yield from self._turn(lay)

    def _no_words(self, written: Written, line: FlowLine, lines: list[FlowLine | TypedTable]) -> Iterable[Block] | None:
        """What a line puts into the text that is neither a heading nor a paragraph; None where it is one."""
        if figure := figure_of(written, line):
            return figure(written, line, self.charts, self.section_name())
        if (across := turn_of(written, line)) is not None:
            wrong = list(misplaced(written, line, lines, self.landscape))
            self.text.references.found += wrong
            return () if wrong else self._turn(across)
        words = written.text[line.start : line.end]
        chart = None if line.depth or line.item else self.charts.at_line(words, self.text.references.facts)
        place = written.place_at(line.start, line.end - line.start)
        return self.charts.blocks(chart, self.section_name(), place) if chart else None

    def _table(self, written: Written, typed: TypedTable) -> Iterator[Block]:
        lay = self.landscape
        yield from self._turn(lay or typed.across(written))
        yield from self.tables.blocks(written, typed, self.section_name(), self.landscape)
        yield from self._turn(lay)

    def _turn(self, across: bool) -> Iterator[Block]:
        """A turn of the paper, where it does not lie so already."""
        if across != self.landscape:
            self.landscape, self.turned = across, True
            yield PageTurn(across)

    def paragraph(self, inlines: tuple[Inline, ...], origin: Place, label: str) -> Paragraph:
        """A paragraph below the headings so far."""
        return Paragraph(Role.BODY, inlines, label, section=self.section_name(), origin=origin)

    def section_name(self) -> str:
        """The headings above, outer ones by their label only: 三、（二）执行管理情况分析."""
        return "".join(label for label, _words in self.trail) + (self.trail[-1][1] if self.trail else "")
