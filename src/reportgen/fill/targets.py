"""Where a value of the content file stands, in what it is counted there, and how it is written."""

from collections.abc import Iterable

from reportgen.language import _
from reportgen.model.content import FundColumn
from reportgen.model.hole import read_hole
from reportgen.numbers import read_quantity
from reportgen.packs.fields import FACTS_OF_A_FILE, Field, FieldType
from reportgen.place import Place, Written
from reportgen.record import Struct
from reportgen.resolve.funds import money_unit
from reportgen.source.node import Entry, Mapping, Node, Sequence

_ITEMS = "分项"


class Target(Struct, frozen=True):
    """A value of the content file; `unit` is what a bare number there is counted in, empty where none is told."""

    path: tuple[str, ...]
    key: Written
    value: Written
    type: FieldType
    unit: str = ""
    shows_unit: bool = False
    """Whether the unit is written behind the number; else it stands elsewhere."""
    gap: "Gap | None" = None
    """Where its key is put in that the file lacks."""


class NoTarget(Struct, frozen=True):
    """Why there is none; `absent` where the file just does not have it."""

    why: str
    absent: bool = False


class Gap(Struct, frozen=True):
    """A place for keys: `names` are those that are missing in `mapping`, outer before inner.

    `behind` is the neighbour that comes before them, `order` their places among all that belong there.
    """

    mapping: Mapping
    names: tuple[str, ...]
    behind: Entry | None
    order: tuple[int, ...]


def target_of(root: Mapping, path: str, fields: Iterable[Field]) -> Target | NoTarget:
    """The value that a dotted path names, as references do: the names of lists' items, 数据 left out."""
    names = tuple(part.strip() for part in path.split("."))
    entries = way(root, names) or way(root, (FACTS_OF_A_FILE.name, *names))
    if entries is None:
        return NoTarget(_("内容文件里没有「{path}」", path=path), absent=True)
    value = entries[-1].value
    if not isinstance(value, Written):
        return NoTarget(_("「{path}」下面还有几栏，要写到那一栏", path=path))
    if "{{" in value.text:
        return NoTarget(_("「{path}」引用的是别的数，没有改", path=path))
    if value.block or value.place.last > value.place.line:
        return NoTarget(_("「{path}」写了几行，不能自动填", path=path))
    return _typed(tuple(entry.key.text for entry in entries), entries, value, fields)


def way(node: Node, names: tuple[str, ...]) -> tuple[Entry, ...] | None:
    """The entries that lead to a value; an item of a list is gone through by its name."""
    if not names:
        return ()
    if isinstance(node, Sequence):
        item = next((item for item in node.items if _name(item) == names[0]), None)
        return way(item, names[1:]) if item is not None and names[1:] else None
    entry = next((each for each in node if each.key.text == names[0]), None) if isinstance(node, Mapping) else None
    if entry is None:
        items = node.get(_ITEMS) if isinstance(node, Mapping) else None
        return way(items, names) if items is not None else None
    below = way(entry.value, names[1:])
    return None if below is None else (entry, *below)


def _name(item: Node) -> str:
    """What an item of a list is called: its first value."""
    first = item.entries[0].value if isinstance(item, Mapping) and item.entries else item
    return first.text if isinstance(first, Written) else ""


def _typed(path: tuple[str, ...], entries: tuple[Entry, ...], value: Written, fields: Iterable[Field]) -> Target:
    """By the field that the pack declares; what no pack declares, is a figure with its own unit."""
    declared, unit = declared_at(path, entries[0].value, fields)
    kind = declared.type if declared else FieldType.FACTS
    if kind is FieldType.FUNDS:
        return Target(path, entries[-1].key, value, kind, unit)
    own = _own_unit(value)
    return Target(path, entries[-1].key, value, kind, own or unit, bool(own) and own != _declared_unit(declared))


def declared_at(path: tuple[str, ...], outer: Node, fields: Iterable[Field]) -> tuple[Field | None, str]:
    """The innermost field of a path that a pack declares, and what a bare number there is counted in.

    `outer` is the value of its first name: a fund table says itself what it is counted in.
    """
    declared = next((field for field in fields if field.name == path[0]), None)
    unit = declared.unit if declared else ""
    for name in path[1:]:
        inner = next((field for field in declared.fields if field.name == name), None) if declared else None
        declared, unit = inner or declared, (inner.unit if inner else "") or unit
    if declared and declared.type is FieldType.FUNDS:
        unit = "%" if path[-1] == FundColumn.RATE.value else money_unit(outer)
    return declared, unit


def _declared_unit(field: Field | None) -> str:
    """The unit that the pack lays down for a field."""
    return field.unit if field else ""


def _own_unit(value: Written) -> str:
    """The unit that stands behind the figure, or in the hole that waits for it."""
    if hole := read_hole(value.text):
        return hole.unit
    quantity = read_quantity(value.text)
    return quantity.scale + quantity.unit if quantity else ""


def place_of(target: Target) -> Place:
    """Where findings about it are shown: its value, or its key where nothing is written yet."""
    return target.value.place if target.value.text else target.key.place
