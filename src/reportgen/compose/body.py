"""The pack's outline filled with the content: blocks with computed numbers, in printing order."""

from collections.abc import Iterable, Iterator

from reportgen.compose.asked_charts import figure_of
from reportgen.compose.chart_placement import ChartPlacement
from reportgen.compose.flow import FlowLine, flow_lines
from reportgen.compose.forms import compose_forms
from reportgen.compose.heads import again
from reportgen.compose.marks import StrayMark, stray_mark, told
from reportgen.compose.numbering import DEEPEST_HEADING, DEEPEST_ITEM, Numbering
from reportgen.compose.references import References
from reportgen.compose.running_text import RunningText, Stands
from reportgen.compose.table_placement import TablePlacement
from reportgen.compose.typed_rows import TypedTable, with_tables
from reportgen.diagnostics.kinds import MISSING
from reportgen.language import _
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
    Year,
)
from reportgen.model.document import (
    Block,
    Contents,
    Heading,
    Inline,
    PageTurn,
    Paragraph,
    Role,
    Table,
    Text,
    plain_text,
)
from reportgen.packs.outline import (
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

    def blocks(self) -> list[Block]:
        """All blocks of the body."""
        made: list[Block] = []
        for block in self._steps(self.pack.outline, 1):
            self.alone &= isinstance(block, PageTurn)
            made.append(block)
        return made

    def annex(self, entry: AnnexEntry) -> list[Block]:
        """The blocks of an annex that is written out, in its own numbering; none for what is not bound in."""
        if not entry.is_bound:
            return []
        self.numbering, self.trail, self.landscape = Numbering(), [], entry.landscape
        return [PageTurn(entry.landscape), *self._flow(entry.text, 1)]

    def apart(self, written: Written) -> Iterator[Block]:
        """The blocks of a text in front of the body, in its own numbering."""
        self.numbering, self.trail = Numbering(), []
        yield from self._flow(written, 1)

    def _steps(self, steps: Iterable[Step], level: int) -> Iterator[Block]:
        for step in steps:
            match step:
                case Section():
                    yield from self._section(step, level)
                case FieldStep():
                    yield from self._field(step, level)
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

    def _forms(self, step: FormStep) -> Iterator[Block]:
        """A form that is made for each line of a listing begins a page for each of them, like one filled in by hand."""
        tables = compose_forms(self.pack.forms[step.form], self.content, self.references, self.pack.grades)
        alone = self.alone
        for number, table in enumerate(tables):
            if number:
                yield PageTurn(self.landscape)
                yield from again(self.head) if alone else ()
            yield replace(table, name=self._sheet_name(table, alone))

    def _sheet_name(self, table: Table, alone: bool) -> str:
        """The project or the form, and the year; none for a table that stands in running text."""
        words = table.name or table.caption or (self.pack.title if alone else "")
        year = next((str(year.number) for year in self.content.every(Year)), "")
        return words if not words or year in words else f"{words}（{year}年度）"

    def _ready_chart(self, step: ChartStep) -> Iterator[Block]:
        path = self.charts.ready(step)
        if path is not None:
            yield from self.charts.blocks(path, self._section_name(), self.charts.asked[path].name.place)

    def _section(self, section: Section, level: int) -> Iterator[Block]:
        fields = [step.path for step in field_steps(section.steps)]
        if fields and not any(path in self.content.values for path in fields):
            self._absent(section)
            return
        yield self._heading(level, self._heading_text(section))
        yield from self._steps(section.steps, level + 1)

    def _absent(self, section: Section) -> None:
        """Only what no required field has already said: the pack may require a section of optional fields."""
        paths = self.pack.paths()
        fields = [paths[step.path] for step in field_steps(section.steps)]
        if section.required and not any(field.required for field in fields):
            label = _("没有「{heading}」这一节", heading=section.heading)
            fix = _("可以写：{names}", names=_("、").join(field.name for field in fields))
            self.references.found.append(MISSING.at(Place(self.content.file, 1, 1), label, fix=fix))

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
                    yield self._entry(entry, step.lead, level)
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

    def _entry(self, entry: NamedText, lead: str, level: int) -> Paragraph:
        words = (lead or "{名称}").replace("{名称}", entry.name.text)
        inlines = (Text(words, entry.name.place), *self.text.inlines(entry.text))
        return self._paragraph(inlines, entry.name.place, self.numbering.next(level))

    def _flow(self, written: Written | None, level: int) -> Iterator[Block]:
        """Sub-headings stand at `level`, items one below the nearest heading."""
        if written is None:
            return
        below = level
        for line in with_tables(written, list(flow_lines(written))):
            if isinstance(line, TypedTable):
                yield from self.tables.blocks(written, line, self._section_name(), self.landscape)
                continue
            figure = figure_of(written, line)
            if figure:
                yield from figure(written, line, self.charts, self._section_name())
                continue
            words = written.text[line.start : line.end]
            self._stray_mark(written, line, level + line.depth - 1 if line.depth else below + line.nesting)
            stands = Stands.HEADING if line.depth else Stands.PARAGRAPH
            inlines = self.text.inlines(written, line.start, line.end, stands)
            origin = written.place_at(line.start, line.end - line.start)
            chart = self.charts.at_line(words, self.references.facts)
            if chart and not (line.depth or line.item):
                yield from self.charts.blocks(chart, self._section_name(), origin)
            elif line.depth:
                own = min(level + line.depth - 1, max(level, DEEPEST_ITEM))
                yield self._heading(own, inlines, origin)
                below = own + 1
            else:
                item = min(below + line.nesting, max(below, DEEPEST_ITEM))
                yield self._paragraph(inlines, origin, self.numbering.next(item) if line.item else "")

    def _stray_mark(self, written: Written, line: FlowLine, level: int) -> None:
        """A mark of another program, one without its blank, or one deeper than the levels of a document: say so."""
        text = written.text[line.start : line.end]
        mark = None if line.depth else stray_mark(text, line.item)
        if line.depth and text.startswith("忽略"):
            mark = StrayMark(1, _("这一行会印成小标题；忽略要写在键的那一行"))
        elif line.depth > DEEPEST_HEADING - 1 and level > DEEPEST_HEADING:
            mark = StrayMark(1, _("公文的小标题只有四层，这一行再往下了，请少写几个 #"))
        elif not mark and line.item and line.nesting and level > DEEPEST_ITEM:
            mark = StrayMark(1, _("编号没有这么多层，与上一层排在一起，请少缩进一层"))
        if mark:
            self.references.found.append(told(written, line.start, mark))

    def _paragraph(self, inlines: tuple[Inline, ...], origin: Place, label: str) -> Paragraph:
        return Paragraph(Role.BODY, inlines, label, section=self._section_name(), origin=origin)

    def _section_name(self) -> str:
        """The headings above, outer ones by their label only: 三、（二）执行管理情况分析."""
        return "".join(label for label, _words in self.trail) + (self.trail[-1][1] if self.trail else "")
