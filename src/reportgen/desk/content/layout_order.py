"""In which order the keys of a mapping are laid out, by the fields of the packs."""

from collections.abc import Iterable

from reportgen.desk.content.fields import items_of
from reportgen.model.content import FundColumn
from reportgen.packs.fields import FIELDS_OF_A_FILE, KIND_KEY, Field, FieldType
from reportgen.packs.shapes import FUND_KEYS
from reportgen.resolve.charts import KEYS as CHART_KEYS
from reportgen.resolve.questionnaires import KEYS as QUESTIONNAIRE_KEYS
from reportgen.resolve.questions import KEYS as QUESTION_KEYS
from reportgen.source.setting import Order
from reportgen.source.tree import Path

_COLUMNS = tuple(column.value for column in FundColumn)


def order_of(fields: Iterable[Field]) -> Order:
    """The keys below each path of a content file with these fields."""
    known = (*fields, *FIELDS_OF_A_FILE)

    def order(path: Path) -> tuple[str, ...]:
        names = tuple(part for part in path if not part.isdecimal())
        return (KIND_KEY, *(field.name for field in known)) if not names else _below(known, names)

    return order


def _below(fields: tuple[Field, ...], names: Path) -> tuple[str, ...]:
    field = next((field for field in fields if field.name == names[0]), None)
    if field is None:
        return ()
    match field.type:
        case FieldType.FUNDS:
            return ("名称", *_COLUMNS) if len(names) > 1 else FUND_KEYS
        case FieldType.CHARTS:
            return CHART_KEYS if len(names) == 1 else ()
        case FieldType.QUESTIONNAIRES:
            return {(): QUESTIONNAIRE_KEYS, ("题目",): QUESTION_KEYS}.get(names[1:], ())
        case _:
            parts = items_of(field)
            return _below(parts, names[1:]) if names[1:] else tuple(part.name for part in parts)
