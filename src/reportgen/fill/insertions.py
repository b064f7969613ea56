"""Keys that are put into a content file, each with the receipt above it; those behind one neighbour stand together."""

from collections.abc import Iterable

from reportgen.diagnostics.repair import Edit
from reportgen.fill.filling import Filled
from reportgen.fill.receipts import receipt_text
from reportgen.fill.targets import Gap
from reportgen.place import Written
from reportgen.record import Struct, field, replace
from reportgen.source.braces import is_flow
from reportgen.source.scalars import key, scalar
from reportgen.source.sheet import Sheet

_STEP = 2


class _Branch(Struct):
    """Keys below one another; `told` is the receipt and `words` the value of one that has none below it."""

    below: dict[str, "_Branch"] = field(default_factory=dict)
    told: str = ""
    words: str = ""


def insertions(filled: Iterable[Filled], sheet: Sheet) -> list[Edit]:
    """The edits for all values whose keys are missing."""
    groups: dict[tuple[int, int], list[tuple[Gap, Filled]]] = {}
    for each in filled:
        if gap := each.target.gap:
            groups.setdefault(_anchor(gap), []).append((gap, each))
    return [edit for group in groups.values() for edit in _group(group, sheet)]


def _anchor(gap: Gap) -> tuple[int, int]:
    place = gap.behind.key.place if gap.behind else gap.mapping.place
    return place.line, place.column


def _group(group: list[tuple[Gap, Filled]], sheet: Sheet) -> list[Edit]:
    first, ordered = group[0][0], sorted(group, key=lambda pair: pair[0].order)
    if is_flow(first.mapping, sheet):
        return _in_flow(first, [each for _gap, each in ordered], sheet)
    tree = _Branch()
    for gap, each in ordered:
        branch = tree
        for name in gap.names:
            branch = branch.below.setdefault(name, _Branch())
        branch.told, branch.words = _receipt(each), each.value.text
    beside = first.mapping.entries[0].key.place
    line = sheet.last_said(first.behind.value.place.last) + 1 if first.behind else beside.line
    return [sheet.above(line, *_lines(tree, beside.column - 1))]


def _receipt(filled: Filled) -> str:
    return receipt_text(filled.path, filled.intake, filled.taken)


def _lines(branch: _Branch, indent: int) -> list[str]:
    made: list[str] = []
    for name, inner in branch.below.items():
        made += [" " * indent + inner.told] if inner.told else []
        made.append(" " * indent + f"{key(name)}:" + (f" {scalar(inner.words)}" if inner.told else ""))
        made += _lines(inner, indent + _STEP)
    return made


def _in_flow(gap: Gap, ordered: list[Filled], sheet: Sheet) -> list[Edit]:
    """Within braces: behind the value of the neighbour, at the beginning where none comes before; receipts above."""
    pairs = [f"{key(each.path.rpartition('.')[2])}: {scalar(each.value.text)}" for each in ordered]
    value = gap.behind.value if gap.behind else None
    if isinstance(value, Written):
        place = value.place
        at = replace(place, column=place.column + place.length, length=0)
        words = "".join(f", {pair}" for pair in pairs)
    else:
        at = replace(gap.mapping.entries[0].key.place, length=0)
        words = "".join(f"{pair}, " for pair in pairs)
    receipts = (sheet.lead(at.line) + _receipt(each) for each in ordered)
    return [sheet.above(at.line, *receipts), Edit(at, "", words)]
