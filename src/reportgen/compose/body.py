"""The pack's outline filled with the content: blocks with computed numbers, in printing order."""

from collections.abc import Iterable, Iterator

from reportgen.compose.abstract import keywords, led
from reportgen.compose.asked_charts import figure_of
from reportgen.compose.chart_placement import ChartPlacement
from reportgen.compose.flow import FlowLine, flow_lines
from reportgen.compose.forms import compose_forms
from reportgen.compose.heads import again, sheet_name
from reportgen.compose.marks import misused
from reportgen.compose.missing_section import missing_section
from reportgen.compose.numbering import DEEPEST_HEADING, DEEPEST_ITEM, Numbering
from reportgen.compose.references import References
from reportgen.compose.running_text import RunningText, Stands
from reportgen.compose.table_placement import TablePlacement
from reportgen.compose.turns import misplaced, settled, turn_of
from reportgen.compose.typed_rows import TypedTable, with_tables
from reportgen.model.annexes import AnnexEntry
from reportgen.model.content import (
    Content,
    Departments,
    Entries,
    HeadingTexts,
    Measures,
    NamedText,
    Problems,
    Prose,
)
from reportgen.model.document import (
    Block,
    Contents,
    Heading,
    Inline,
    PageTurn,
    Paragraph,
    Role,
    Text,
    plain_text,
)
from reportgen.packs.outline import (
    AbstractStep,
    AnnexStep,
    CaptionStep,
    ChartStep,
    ContentsStep,
    FieldStep,
    FormStep,
    Section,
    Step,
    TurnStep,
    field_steps,
)
from reportgen.packs.pack import Pack
from reportgen.place import NOWHERE, Place, Written
from reportgen.record import Struct, field, replace

_UNNUMBERED = 2
"""The level of what is numbered in an abstract, so that chapters begin with 一 behind it."""


class Body(Struct):
    """Lays out one content file after its pack's outline."""

    content: Content
    pack: Pack
    references: References
    text: RunningText
    charts: ChartPlacement
    tables: TablePlacement
    numbering: Numbering = field(default_factory=Numbering)
    trail: list[tuple[str, str]] = field(default_factory=list)
    """Labels and words of the headings above, by level."""
    landscape: bool = False
    """How the pages lie since the last turn."""
    head: tuple[Paragraph, ...] = ()
    """What the template says above the body."""
    alone: bool = True
    """Whether nothing else stands above what comes next."""
    turned: bool = False
    """Whether the text itself has turned pages."""

    def blocks(self) -> list[Block]:
        """All blocks of the body."""
        made: list[Block] = []
        for block in self._steps(self.pack.outline, 1):
            self.alone &= isinstance(block, PageTurn)
            made.append(block)
        return settled(made) if self.turned else made

    def annex(self, entry: AnnexEntry) -> list[Block]:
        """The blocks of an annex that is written out, in its own numbering; none for what is not bound in."""
        if not entry.is_bound:
            return []
        self.numbering, self.trail, self.landscape = Numbering(), [], entry.landscape
        return settled([PageTurn(entry.landscape), *self._flow(entry.text, 1)])

    def in_front(self, written: Written) -> Iterator[Block]:
        """The blocks of a text in front of the body, in its own numbering."""
        self.numbering, self.trail = Numbering(), []
        yield from self._flow(written, 1)

    def _steps(self, steps: Iterable[Step], level: int) -> Iterator[Block]:  # noqa: C901 - a case a kind of step
        for step in steps:
            match step:
                case Section():
                    yield from self._section(step, level)
                case FieldStep():
                    yield from self._field(step, level)
                case AbstractStep():
                    yield from self._abstract(step)
                case FormStep():
                    yield from self._forms(step)
                case ChartStep():
                    yield from self._ready_chart(step)
                case CaptionStep():
                    yield Paragraph(Role.CAPTION, (Text(step.words),))
                case TurnStep():
                    self.landscape = step.landscape
                    yield PageTurn(step.landscape)
                case ContentsStep():
                    yield Contents(step.depth)
                case AnnexStep():
                    pass  # bound in behind the signature

    def _abstract(self, step: AbstractStep) -> Iterator[Block]:
        text, words = (self.content.values.get(path) for path in (step.path, step.keywords))
        if isinstance(text, Prose):
            yield from led(self._flow(text.written, _UNNUMBERED))
        if isinstance(words, Written):
            yield keywords(words, self.text)

    def _forms(self, step: FormStep) -> Iterator[Block]:
        """A form that is made for each line of a listing begins a page for each of them, like one filled in by hand."""
        shown, alone = not step.given or step.given in self.content.values, self.alone
        tables = compose_forms(self.pack.forms[step.form], self.content, self.references, self.pack.grades)
        for number, table in enumerate(tables if shown else ()):
            if number:
                yield PageTurn(self.landscape)
                yield from again(self.head) if alone else ()
            yield replace(table, name=sheet_name(table, self.content, self.pack.title if alone else ""))

    def _ready_chart(self, step: ChartStep) -> Iterator[Block]:
        path = self.charts.ready(step)
        if path is not None:
            yield from self.charts.blocks(path, self._section_name(), self.charts.asked[path].name.place)

    def _section(self, section: Section, level: int) -> Iterator[Block]:
        fields = [step.path for step in field_steps(section.steps)]
        if fields and not any(path in self.content.values for path in fields):
            self.references.found += missing_section(section, self.pack, self.content.file)
            return
        yield self._heading(level, self._heading_text(section))
        yield from self._steps(section.steps, level + 1)

    def _heading_text(self, section: Section) -> tuple[Inline, ...]:
        for own in self.content.every(HeadingTexts):
            if section.heading in own.texts:
                return self.references.inlines(own.texts[section.heading])
        return (Text(section.heading),)

    def _heading(self, level: int, inlines: tuple[Inline, ...], origin: Place = NOWHERE) -> Heading:
        label = self.numbering.next(level)
        self.trail[level - 1 :] = [(label, plain_text(inlines))]
        return Heading(min(level, DEEPEST_HEADING), label, inlines, self._section_name(), origin)

    def _field(self, step: FieldStep, level: int) -> Iterator[Block]:
        value = self.content.values.get(step.path)
        match value:
            case Prose():
                yield from self._flow(value.written, level)
            case Entries():
                for entry in value.items:
                    yield from self._entry(entry, step.lead, level)
            case Departments():
                for department in value.items:
                    yield self._heading_of(department.name, level)
                    yield from self._flow(department.text, level + 1)
            case Problems():
                for problem in value.items:
                    yield self._heading_of(problem.heading, level)
                    yield from self._flow(problem.detail, level + 1)
            case Measures():
                for measure in value.items:
                    yield self._heading_of(measure.heading, level)
                    yield from self._flow(measure.detail, level + 1)
            case _:
                pass

    def _heading_of(self, written: Written, level: int) -> Heading:
        return self._heading(level, self.text.inlines(written, stands=Stands.HEADING), written.place)

    def _entry(self, entry: NamedText, lead: str, level: int) -> Iterator[Paragraph]:
        """Its name leads the first of its paragraphs."""
        name = Text((lead or "{名称}").replace("{名称}", entry.name.text), entry.name.place)
        label = self.numbering.next(level)
        lines = list(flow_lines(entry.text, marks=False))
        own = [self.text.inlines(entry.text, line.start, line.end) for line in lines]
        yield self._paragraph((name, *(own[0] if own else ())), entry.name.place, label)
        for line, inlines in zip(lines[1:], own[1:], strict=True):
            yield self._paragraph(inlines, entry.text.place_at(line.start, line.end - line.start), "")

    def _flow(self, written: Written | None, level: int) -> Iterator[Block]:
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
            self.references.found += misused(written, line, own_level)
            stands = Stands.HEADING if line.depth else Stands.PARAGRAPH
            inlines = self.text.inlines(written, line.start, line.end, stands)
            origin = written.place_at(line.start, line.end - line.start)
            if line.depth:
                own = min(level + line.depth - 1, max(level, DEEPEST_ITEM))
                yield self._heading(own, inlines, origin)
                below = own + 1
            else:
                item = min(below + line.nesting, max(below, DEEPEST_ITEM))
                yield self._paragraph(inlines, origin, self.numbering.next(item) if line.item else "")
        yield from self._turn(lay)

    def _no_words(self, written: Written, line: FlowLine, lines: list[FlowLine | TypedTable]) -> Iterable[Block] | None:
        """What a line puts into the text that is neither a heading nor a paragraph; None where it is one."""
        if figure := figure_of(written, line):
            return figure(written, line, self.charts, self._section_name())
        if (across := turn_of(written, line)) is not None:
            wrong = list(misplaced(written, line, lines, self.landscape))
            self.references.found += wrong
            return () if wrong else self._turn(across)
        words = written.text[line.start : line.end]
        chart = None if line.depth or line.item else self.charts.at_line(words, self.references.facts)
        place = written.place_at(line.start, line.end - line.start)
        return self.charts.blocks(chart, self._section_name(), place) if chart else None

    def _table(self, written: Written, typed: TypedTable) -> Iterator[Block]:
        lay = self.landscape
        yield from self._turn(lay or typed.across(written))
        yield from self.tables.blocks(written, typed, self._section_name(), self.landscape)
        yield from self._turn(lay)

    def _turn(self, across: bool) -> Iterator[Block]:
        """A turn of the paper, where it does not lie so already."""
        if across != self.landscape:
            self.landscape, self.turned = across, True
            yield PageTurn(across)

    def _paragraph(self, inlines: tuple[Inline, ...], origin: Place, label: str) -> Paragraph:
        return Paragraph(Role.BODY, inlines, label, section=self._section_name(), origin=origin)

    def _section_name(self) -> str:
        """The headings above, outer ones by their label only: 三、（二）执行管理情况分析."""
        return "".join(label for label, _words in self.trail) + (self.trail[-1][1] if self.trail else "")
