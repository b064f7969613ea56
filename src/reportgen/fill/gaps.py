"""Where a key that the content file lacks is put in: behind its neighbour, as its pack lays them out."""

from collections.abc import Iterable, Sequence

from reportgen.fill.targets import Gap, Target, declared_at, way
from reportgen.model.content import FundColumn
from reportgen.packs.fields import Field, FieldType
from reportgen.packs.shapes import FUND_KEYS, FUND_LINES
from reportgen.place import Written
from reportgen.record import replace
from reportgen.source.node import Entry, Mapping

_COLUMNS = tuple(column.value for column in FundColumn)


def gap_of(root: Mapping, names: tuple[str, ...], fields: Iterable[Field]) -> Gap | None:
    """The place for a value; None where no pack says it, or where its whole table or record is not there."""
    field = next((each for each in fields if each.name == names[0]), None)
    laid = _laid_out(field, names[1:]) if field and names[1:] else None
    if laid is None:
        return None
    for depth in range(len(names) - 1, 0, -1):
        above = way(root, names[:depth])
        holder = above[-1].value if above else None
        if isinstance(holder, Mapping) and holder.entries:
            order = laid[depth - 1]
            places = tuple(known.index(name) for known, name in zip(laid[depth - 1 :], names[depth:], strict=True))
            return Gap(holder, names[depth:], _before(holder, order[: places[0]]), places)
    return None


def _laid_out(field: Field, names: tuple[str, ...]) -> list[tuple[str, ...]] | None:
    """The keys beside each of the names, in order; None for a name that the field does not have."""
    if field.type is FieldType.FUNDS:
        known = [FUND_KEYS, _COLUMNS][: len(names)]
        figures = names[-1] in _COLUMNS and (len(names) == 1 or names[0] in FUND_LINES)
        return known if figures and len(names) <= len(known) else None
    keys = tuple(part.name for part in field.fields) if field.type is FieldType.RECORD else ()
    inner = next((part for part in field.fields if part.name == names[0]), None)
    if names[0] not in keys or inner is None:
        return None
    below = _laid_out(inner, names[1:]) if names[1:] else []
    return None if below is None else [keys, *below]


def _before(mapping: Mapping, earlier: tuple[str, ...]) -> Entry | None:
    """The last entry whose key comes before."""
    return next((entry for entry in reversed(mapping.entries) if entry.key.text in earlier), None)


def missing_target(root: Mapping, path: str, fields: Sequence[Field]) -> Target | None:
    """A value that is not written yet, with the place for its key; None where nothing says where that stands."""
    names = tuple(part.strip() for part in path.split("."))
    gap, outer = gap_of(root, names, fields), root.get(names[0])
    if gap is None or outer is None:
        return None
    declared, unit = declared_at(names, outer, fields)
    nearest = gap.behind.key.place if gap.behind else gap.mapping.entries[0].key.place
    empty = Written("", replace(nearest, length=0))
    return Target(names, empty, empty, declared.type, unit, gap=gap) if declared else None
