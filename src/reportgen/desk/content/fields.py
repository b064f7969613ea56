"""The fields of a content file as the form shows them: which widget, what it is for, what stands there."""

from collections.abc import Iterator

from reportgen.language import _
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
    FieldType.SCORE: "record",
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
_POINTS = Field("得分", FieldType.QUANTITY, True, "总得分，满分 100，如 88.5分")
_GRADE = Field("等级", FieldType.TEXT, True, "得分所在的等级")
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
    items: tuple["ItemView", ...] = ()
    """Of cards."""

    @property
    def label(self) -> str:
        """The path in one word: 预算.分项."""
        return ".".join(self.path)


class ItemView(Struct, frozen=True):
    """An item of a list as a card: what it says, field by field."""

    path: Path
    fields: tuple[FieldView, ...]


def view_of(field: Field, path: Path, tree: Tree, samples: Samples, choices: tuple[str, ...] = ()) -> FieldView:
    """A field of a file that says `tree`."""
    value = tree_at(tree, path)
    return FieldView(
        path,
        field.name,
        widget_of(field),
        field.type.value,
        field.meaning or how(field.type),
        field.required,
        value,
        field.unit,
        samples.words,
        choices,
        tuple(_parts(field, path, tree, samples, choices)),
        tuple(_items(field, path, tree, samples)) if widget_of(field) == "cards" else (),
    )


def widget_of(field: Field) -> str:
    """Its widget: lines of single values are a grid, others cards."""
    widget = WIDGETS[field.type]
    plain = all(part.type in LINE_TYPES for part in field.fields)
    return "cards" if field.type is FieldType.LISTING and not plain else widget


def _parts(field: Field, path: Path, tree: Tree, samples: Samples, choices: tuple[str, ...]) -> Iterator[FieldView]:
    """Of a record with their values; of a list what any item may say, without."""
    match field.type:
        case FieldType.SCORE:
            yield from _score(path, tree, samples, choices)
        case FieldType.HEADINGS:
            yield from _headings(path, tree, choices)
        case _:
            known = tree if field.type is FieldType.RECORD else ""
            for part in items_of(field):
                yield view_of(part, (*path, part.name), known, samples.below(part.name))


def _score(path: Path, tree: Tree, samples: Samples, grades: tuple[str, ...]) -> Iterator[FieldView]:
    """得分 and 等级, once or for each document of the file that has its own."""
    value = tree_at(tree, path)
    own = [name for name, each in value.items() if isinstance(each, dict)] if isinstance(value, dict) else []
    for name in own:
        parts = tuple(_score((*path, name), tree, samples.below(name), grades))
        yield FieldView((*path, name), name, "record", FieldType.SCORE.value, "", False, fields=parts)
    if not own:
        yield view_of(_POINTS, (*path, _POINTS.name), tree, samples.below(_POINTS.name))
        yield view_of(_GRADE, (*path, _GRADE.name), tree, samples.below(_GRADE.name), grades)


def _headings(path: Path, tree: Tree, headings: tuple[str, ...]) -> Iterator[FieldView]:
    """Each heading of the template, and those that the file writes otherwise."""
    value = tree_at(tree, path)
    for name in dict.fromkeys((*headings, *(value if isinstance(value, dict) else ()))):
        yield view_of(Field(name, FieldType.TEXT, False, " "), (*path, name), tree, Samples())


def _items(field: Field, path: Path, tree: Tree, samples: Samples) -> Iterator[ItemView]:
    value = tree_at(tree, path)
    for number, item in enumerate(value if isinstance(value, list) else (), start=1):
        own = (*path, str(number))
        if isinstance(item, str):  # an annex that lies elsewhere is its name alone
            yield ItemView(own, (view_of(Field("名称", FieldType.TEXT, False, " "), own, tree, Samples()),))
        else:
            parts = (view_of(part, (*own, part.name), tree, samples.below(part.name)) for part in items_of(field))
            yield ItemView(own, tuple(parts))


def items_of(field: Field) -> tuple[Field, ...]:
    """What a record or each item of a list says."""
    return field.fields or _ITEMS.get(field.type, ())


def how(kind: FieldType) -> str:  # noqa: PLR0911 - a sentence for each sort
    """How a field of the type is filled in on the screen."""
    match kind:
        case FieldType.PROSE:
            return _("一行一段；小标题、编号点上面的按钮；要写数字按 Ctrl+K 插入，以后改一处，全文跟着变")
        case FieldType.DATE:
            return _("日期，如 2021年4月15日")
        case FieldType.FUNDS:
            return _("和 Excel 一样填，可以整块粘贴；灰色的由程序算，与写的不同会标出来")
        case FieldType.FACTS:
            return _("一行一个数，带单位，如 35人；几个数归成一组的写组的名称，组里的「合计」等于其余各项之和")
        case FieldType.LISTING | FieldType.INDICATORS:
            return _("一条一行，和 Excel 一样填，可以整块粘贴")
        case FieldType.ENTRIES | FieldType.DEPARTMENTS | FieldType.PROBLEMS | FieldType.MEASURES | FieldType.ANNEXES:
            return _("一条一张卡片，印的先后就是卡片的先后")
        case FieldType.CHARTS:
            return _("一张图一张卡片：选画哪些数，或者自己写；再放进正文")
        case FieldType.QUESTIONNAIRES:
            return _("一份问卷一张卡片，写份数和每题的人数；占比、满意度由程序算")
        case FieldType.HEADINGS:
            return _("右边写本报告的标题；与模板相同的不用写")
        case _:
            return MEANINGS[kind]
