"""The closed list of outline steps: what a pack may put into the body, in which order, under which headings."""

from collections.abc import Iterator

from reportgen.model.chart import ChartKind
from reportgen.packs.fields import FieldType
from reportgen.record import Struct


class Section(Struct, frozen=True):
    """A heading and the steps under it; its level is its depth."""

    heading: str
    required: bool
    steps: tuple["Step", ...]


class FieldStep(Struct, frozen=True):
    """Lay out one field by its type; `lead` is the pattern before each entry, such as 「{名称}职能。」."""

    path: str
    type: FieldType
    lead: str = ""


class AbstractStep(Struct, frozen=True):
    """摘要 before the text, without a number: a text field, and one of keywords or an empty name."""

    path: str
    keywords: str = ""


class FormStep(Struct, frozen=True):
    """A form of the pack, left out where the content does not give the field `given`, if it names one."""

    form: str
    given: str = ""


class ChartStep(Struct, frozen=True):
    """A chart of a fund table (its items by the stages of money) or of indicators (the rates of their scores).

    Drawn when the content asks for it by its name.
    """

    name: str
    funds: str
    columns: tuple[str, ...]
    kind: ChartKind = ChartKind.COLUMN


class CaptionStep(Struct, frozen=True):
    """Words without a number, centred above the forms that follow."""

    words: str


class TurnStep(Struct, frozen=True):
    """A new page from here on, across or upright."""

    landscape: bool


class ContentsStep(Struct, frozen=True):
    """The table of contents down to a level."""

    depth: int


class AnnexStep(Struct, frozen=True):
    """Another document of the same content, bound in as an annex; `pack` is its name or title.

    `given` and `not_given` are columns of a listing (评分表.评分标准): it is bound in when some line says the first,
    and when none says the second.
    """

    pack: str
    given: str = ""
    not_given: str = ""


Step = Section | FieldStep | AbstractStep | FormStep | ChartStep | CaptionStep | TurnStep | ContentsStep | AnnexStep

STEP_TYPES = (
    FieldType.PROSE,
    FieldType.ENTRIES,
    FieldType.DEPARTMENTS,
    FieldType.PROBLEMS,
    FieldType.MEASURES,
)


def sections(steps: tuple[Step, ...]) -> Iterator[Section]:
    """Every section, outer before inner."""
    for step in steps:
        if isinstance(step, Section):
            yield step
            yield from sections(step.steps)


def field_steps(steps: tuple[Step, ...]) -> Iterator[FieldStep]:
    """Every field step in printing order."""
    for step in steps:
        if isinstance(step, Section):
            yield from field_steps(step.steps)
        elif isinstance(step, FieldStep):
            yield step


def chart_steps(steps: tuple[Step, ...]) -> Iterator[ChartStep]:
    """The charts that the pack has ready."""
    return (step for step in steps_of(steps) if isinstance(step, ChartStep))


def steps_of(steps: tuple[Step, ...]) -> Iterator[Step]:
    """Every step, sections before what they hold."""
    for step in steps:
        yield step
        if isinstance(step, Section):
            yield from steps_of(step.steps)
