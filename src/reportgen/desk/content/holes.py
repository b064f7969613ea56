"""A file that is not filled in yet, as its pages can be shown: what must be there and is not is printed as 【待填】."""

from collections.abc import Iterable

from reportgen.desk.content.fields import FieldView
from reportgen.model.hole import Hole
from reportgen.packs.fields import FieldType
from reportgen.source.expect import TO_FILL
from reportgen.source.tree import Tree, tree_at, with_value
from reportgen.world import now

_NAME, _UNIT = "名称", "金额单位"
_MONEY = "万元"


def with_holes(tree: Tree, fields: Iterable[FieldView]) -> Tree:
    """The values with a hole wherever one of these fields must be given and is empty."""
    for field in fields:
        value = tree_at(tree, field.path)
        filled = _filled("" if value is None else value, field)
        tree = with_value(tree, field.path, filled) if filled else tree
    return tree


def is_empty(value: Tree | None) -> bool:
    """Whether nothing has been written."""
    return not value or (isinstance(value, str) and value.strip() in ("", TO_FILL))


def _filled(value: Tree, field: FieldView) -> Tree:
    """A value with its own holes; empty where nothing is written and nothing must be."""
    match value:
        case _ if is_empty(value) and field.widget != "record":
            return _hole(field) if field.required else value
        case dict() | str() if field.widget == "record":
            return _parts(value, field) if field.required or not is_empty(value) else value
        case _ if field.widget == "funds":
            return _funds(value, _MONEY)
        case list() if field.fields:
            return [_parts(item, field) if isinstance(item, dict) else item for item in value]
        case _:
            return value


def _parts(value: Tree, field: FieldView) -> Tree:
    """Of a record, or an item of a list."""
    known = value if isinstance(value, dict) else {}
    filled = {part.name: _filled(known.get(part.name, ""), part) for part in field.fields}
    return known | {name: each for name, each in filled.items() if each}


def _funds(value: Tree, unit: str) -> Tree:
    """Every amount that is asked for and not written."""
    match value:
        case dict():
            own = {key: _funds(each, "" if key == _NAME else unit) for key, each in value.items()}
            return own | ({_UNIT: unit} if _UNIT in own and is_empty(value[_UNIT]) else {})
        case list():
            return [_funds(each, unit) for each in value]
        case _:
            return str(Hole(unit)) if is_empty(value) else value


def _hole(field: FieldView) -> Tree:
    match field.widget:
        case "funds":
            return {_UNIT: _MONEY, "批复": str(Hole(_MONEY)), "支出": str(Hole(_MONEY))}
        case "cards" | "grid":
            return [{part.name: _hole(part) for part in field.fields if part.required} or {_NAME: str(Hole())}]
        case "facts" | "headings" | "charts" | "questionnaires":
            return {}
        case "line" if field.type == FieldType.YEAR.value:
            return str(now().year - 1)  # a year cannot be left open: titles and periods are made of it
        case _:
            return str(Hole(field.unit))
