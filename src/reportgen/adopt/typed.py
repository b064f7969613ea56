"""What was read from cells, in the form that a content file gives to the type of each field."""

from reportgen import patterns as re
from reportgen.packs.fields import INDICATOR_COLUMNS, Field, FieldType, by_path
from reportgen.source.composed_text import Given, Running
from reportgen.statements.cell_figures import BLANK

_LISTS = (FieldType.LISTING, FieldType.INDICATORS)
_AMOUNT = re.compile(r"-?[\d,，]+(?:\.\d+)?")


def typed(path: str, value: Given, fields: tuple[Field, ...]) -> Given | None:
    """The value for the field of a dotted path; None where it says nothing."""
    known = by_path(fields)
    return _typed(value, known.get(path) or known.get(path.partition(".")[0]), path)


def _typed(value: Given, field: Field | None, path: str) -> Given | None:
    if isinstance(value, list):
        columns = _columns(field)
        lines = [_line(line, columns) for line in value if isinstance(line, dict)]
        return [line for line in lines if line] or None
    if not isinstance(value, str):
        return value
    if field is not None and field.type is FieldType.PROSE:
        return Running(tuple(line.strip() for line in value.splitlines() if line.strip()))
    words = "".join(line.strip() for line in value.splitlines())
    if _is_figure(field, path):
        return None if words in BLANK else _figure(words, field)
    return words or None


def _columns(field: Field | None) -> dict[str, Field]:
    if field is None:
        return {}
    columns = INDICATOR_COLUMNS if field.type is FieldType.INDICATORS else field.fields
    return {column.name: column for column in columns}


def _line(line: dict[str, Given], columns: dict[str, Field]) -> dict[str, Given]:
    """The line without its empty cells, its columns in the order of the pack."""
    order = {name: at for at, name in enumerate(columns)}
    names = sorted(line, key=lambda name: order.get(name, len(order)))
    values = {name: _typed(line[name], columns.get(name), name) for name in names}
    return {name: value for name, value in values.items() if value is not None}


def _is_figure(field: Field | None, path: str) -> bool:
    amount = field is not None and field.type in (FieldType.AMOUNT, FieldType.QUANTITY)
    return amount or (field is not None and field.type is FieldType.FUNDS and not path.endswith("金额单位"))


def _figure(words: str, field: Field | None) -> str | None:
    """The number, its unit left out where the form's is the same; what is no number stays as it is written."""
    unit = field.unit if field else ""
    bare = words.removesuffix(unit).strip() if unit else words
    return bare if _AMOUNT.fullmatch(bare) else words or None
