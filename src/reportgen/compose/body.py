"""The pack's outline filled with the content: blocks with computed numbers, in printing order."""

from collections.abc import Iterable, Iterator

from reportgen.compose.abstract import keywords, led
from reportgen.compose.forms import compose_forms
from reportgen.compose.heads import again, sheet_name
from reportgen.compose.missing_section import missing_section
from reportgen.compose.prose import ProseBlocks
from reportgen.compose.references import References
from reportgen.compose.turns import settled
from reportgen.model.annexes import AnnexEntry
from reportgen.model.content import Content, Departments, Entries, HeadingTexts, Measures, Problems, Prose
from reportgen.model.document import Block, Contents, Inline, PageTurn, Paragraph, Role, Text
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
from reportgen.place import Written
from reportgen.record import Struct, replace

_UNNUMBERED = 2
"""The level of what is numbered in an abstract, so that chapters begin with 一 behind it."""


class Body(Struct):
    """Lays out one content file after its pack's outline."""

    content: Content
    pack: Pack
    references: References
    prose: ProseBlocks
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
        return settled(made) if self.prose.turned else made

    def annex(self, entry: AnnexEntry) -> list[Block]:
        """The blocks of an annex that is written out, in its own numbering; none for what is not bound in."""
        if not entry.is_bound:
            return []
        self.prose.count_anew()
        self.prose.landscape = entry.landscape
        return settled([PageTurn(entry.landscape), *self.prose.blocks(entry.text, 1)])

    def in_front(self, written: Written) -> Iterator[Block]:
        """The blocks of a text in front of the body, in its own numbering."""
        self.prose.count_anew()
        yield from self.prose.blocks(written, 1)

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
                    self.prose.landscape = step.landscape
                    yield PageTurn(step.landscape)
                case ContentsStep():
                    yield Contents(step.depth)
                case AnnexStep():
                    pass  # bound in behind the signature

    def _abstract(self, step: AbstractStep) -> Iterator[Block]:
        text, words = (self.content.values.get(path) for path in (step.path, step.keywords))
        if isinstance(text, Prose):
            yield from led(self.prose.blocks(text.written, _UNNUMBERED))
        if isinstance(words, Written):
            yield keywords(words, self.prose.text)

    def _forms(self, step: FormStep) -> Iterator[Block]:
        """A form that is made for each line of a listing begins a page for each of them, like one filled in by hand."""
        shown, alone = not step.given or step.given in self.content.values, self.alone
        tables = compose_forms(self.pack.forms[step.form], self.content, self.references, self.pack.grades)
        for number, table in enumerate(tables if shown else ()):
            if number:
                yield PageTurn(self.prose.landscape)
                yield from again(self.head) if alone else ()
            yield replace(table, name=sheet_name(table, self.content, self.pack.title if alone else ""))

    def _ready_chart(self, step: ChartStep) -> Iterator[Block]:
        charts = self.prose.charts
        path = charts.ready(step)
        if path is not None:
            yield from charts.blocks(path, self.prose.section_name(), charts.asked[path].name.place)

    def _section(self, section: Section, level: int) -> Iterator[Block]:
        fields = [step.path for step in field_steps(section.steps)]
        if fields and not any(path in self.content.values for path in fields):
            self.references.found += missing_section(section, self.pack, self.content.file)
            return
        yield self.prose.heading(level, self._heading_text(section))
        yield from self._steps(section.steps, level + 1)

    def _heading_text(self, section: Section) -> tuple[Inline, ...]:
        for own in self.content.every(HeadingTexts):
            if section.heading in own.texts:
                return self.references.inlines(own.texts[section.heading])
        return (Text(section.heading),)

    def _field(self, step: FieldStep, level: int) -> Iterator[Block]:
        value = self.content.values.get(step.path)
        match value:
            case Prose():
                yield from self.prose.blocks(value.written, level)
            case Entries():
                for entry in value.items:
                    yield from self.prose.entry(entry, step.lead, level)
            case Departments():
                for department in value.items:
                    yield self.prose.heading_of(department.name, level)
                    yield from self.prose.blocks(department.text, level + 1)
            case Problems():
                for problem in value.items:
                    yield self.prose.heading_of(problem.heading, level)
                    yield from self.prose.blocks(problem.detail, level + 1)
            case Measures():
                for measure in value.items:
                    yield self.prose.heading_of(measure.heading, level)
                    yield from self.prose.blocks(measure.detail, level + 1)
            case _:
                pass
