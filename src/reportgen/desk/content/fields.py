"""The fields of a content file as the form shows them: which widget, what it is for, what stands there."""

from collections.abc import Iterator

from reportgen.packs.fields import INDICATOR_COLUMNS, LINE_TYPES, MEANINGS, Field, FieldType
from reportgen.packs.samples import Samples
from reportgen.packs.skeleton_fields import LINES
from reportgen.record import Struct
from reportgen.source.tree import Path, Tree, tree_at

WIDGETS = {
    FieldType.TEXT: "line",
    FieldType.YEAR: "line",
    FieldType.DATE: "line",
    FieldType.AMOUNT: "line",
    FieldType.QUANTITY: "line",
    FieldType.PROSE: "prose",
    FieldType.FUNDS: "funds",
    FieldType.FACTS: "facts",
    FieldType.SCORE: "score",
    FieldType.ENTRIES: "cards",
    FieldType.DEPARTMENTS: "cards",
    FieldType.PROBLEMS: "cards",
    FieldType.MEASURES: "cards",
    FieldType.ANNEXES: "cards",
    FieldType.HEADINGS: "headings",
    FieldType.RECORD: "record",
    FieldType.LISTING: "grid",
    FieldType.INDICATORS: "grid",
    FieldType.CHARTS: "charts",
    FieldType.QUESTIONNAIRES: "questionnaires",
}
"""What edits a value of each type: a template and at most one script of that name."""
_ANNEX = (
    Field("名称", FieldType.TEXT, False, "放在别处的附件只写名称"),
    Field("标题", FieldType.TEXT, False, "在这里写的附件：它的标题"),
    Field("正文", FieldType.PROSE, False, "在这里写的附件：它的正文"),
)
_ITEMS = {**LINES, FieldType.ANNEXES: _ANNEX, FieldType.INDICATORS: INDICATOR_COLUMNS}


class FieldView(Struct, frozen=True):
    """A field with its value; `fields` are the parts of a record, else what each item of a list says.

    `value` is None where the key is not there; `sample` is what the pack's example writes.
    """

    path: Path
    name: str
    widget: str
    type: str
    meaning: str
    required: bool
    value: Tree | None = None
    unit: str = ""
    sample: str = ""
    choices: tuple[str, ...] = ()
    """Words that may stand there, as far as they are known."""
    fields: tuple["FieldView", ...] = ()

    @property
    def label(self) -> str:
        """The path in one word: 预算.分项."""
        return ".".join(self.path)


def view_of(field: Field, path: Path, tree: Tree, samples: Samples, choices: tuple[str, ...] = ()) -> FieldView:
    """A field of a file that says `tree`."""
    value = tree_at(tree, path)
    return FieldView(
        path,
        field.name,
        widget_of(field),
        field.type.value,
        field.meaning or MEANINGS[field.type],
        field.required,
        value,
        field.unit,
        samples.words,
        choices,
        tuple(_parts(field, path, tree, samples)),
    )


def widget_of(field: Field) -> str:
    """Its widget: lines of single values are a grid, others cards."""
    widget = WIDGETS[field.type]
    plain = all(part.type in LINE_TYPES for part in field.fields)
    return "cards" if field.type is FieldType.LISTING and not plain else widget


def _parts(field: Field, path: Path, tree: Tree, samples: Samples) -> Iterator[FieldView]:
    """Of a record with their values; of a list what any item may say, without."""
    for part in items_of(field):
        own = (*path, part.name)
        yield view_of(part, own, tree if field.type is FieldType.RECORD else "", samples.below(part.name))


def items_of(field: Field) -> tuple[Field, ...]:
    """What a record or each item of a list says."""
    return field.fields or _ITEMS.get(field.type, ())
