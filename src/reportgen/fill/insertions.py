"""Keys that are put into a content file, each with the receipt above it; those behind one neighbour stand together."""

from collections.abc import Iterable, Sequence

from reportgen.diagnostics.repair import Edit
from reportgen.fill.filling import Filled
from reportgen.fill.gaps import last_line
from reportgen.fill.receipts import receipt_text
from reportgen.fill.targets import Gap
from reportgen.place import Place, Written
from reportgen.record import Struct, field
from reportgen.source.node import Mapping
from reportgen.source.scalars import key, scalar

_STEP = 2


class _Branch(Struct):
    """Keys below one another; `told` is the receipt and `words` the value of one that has none below it."""

    below: dict[str, "_Branch"] = field(default_factory=dict)
    told: str = ""
    words: str = ""


def insertions(filled: Iterable[Filled], lines: Sequence[str], line_end: str) -> list[Edit]:
    """The edits for all values whose keys are missing."""
    groups: dict[tuple[int, int], list[Filled]] = {}
    for each in filled:
        if each.target.gap:
            groups.setdefault(_anchor(each.target.gap), []).append(each)
    return [edit for group in groups.values() for edit in _group(group, lines, line_end)]


def _anchor(gap: Gap) -> tuple[int, int]:
    place = gap.behind.key.place if gap.behind else gap.mapping.place
    return place.line, place.column


def _group(group: list[Filled], lines: Sequence[str], line_end: str) -> list[Edit]:
    gaps = [each.target.gap for each in group]
    gap = next(gap for gap in gaps if gap)
    ordered = sorted(group, key=lambda each: each.target.gap.order if each.target.gap else ())
    if _is_flow(gap.mapping, lines):
        return _in_flow(gap, ordered, lines, line_end)
    tree = _Branch()
    for each in ordered:
        branch = tree
        for name in each.target.gap.names if each.target.gap else ():
            branch = branch.below.setdefault(name, _Branch())
        branch.told, branch.words = receipt_text(each.path, each.intake, each.taken), each.value.text
    first = gap.mapping.entries[0].key.place
    made = "".join(line + line_end for line in _lines(tree, first.column - 1))
    number = _last_said(last_line(gap.behind.value), lines) + 1 if gap.behind else first.line
    if number <= len(lines):
        return [Edit(Place(first.file, number, 1, 0), "", made)]
    return [Edit(Place(first.file, len(lines), len(lines[-1]) + 1, 0), "", line_end + made.rstrip("\r\n"))]


def _lines(branch: _Branch, indent: int) -> list[str]:
    made: list[str] = []
    for name, inner in branch.below.items():
        made += [" " * indent + inner.told] if inner.told else []
        made.append(" " * indent + f"{key(name)}:" + (f" {scalar(inner.words)}" if inner.told else ""))
        made += _lines(inner, indent + _STEP)
    return made


def _last_said(number: int, lines: Sequence[str]) -> int:
    while number > 1 and not lines[number - 1].strip():
        number -= 1
    return number


def _is_flow(mapping: Mapping, lines: Sequence[str]) -> bool:
    line = lines[mapping.place.line - 1]
    return line[mapping.place.column - 1 : mapping.place.column] == "{"


def _in_flow(gap: Gap, ordered: list[Filled], lines: Sequence[str], line_end: str) -> list[Edit]:
    """Within braces: behind the value of the neighbour, at the beginning where none comes before; receipts above."""
    pairs = [f"{key(each.path.rpartition('.')[2])}: {scalar(each.value.text)}" for each in ordered]
    value = gap.behind.value if gap.behind else None
    if isinstance(value, Written):
        place = value.place
        at = Place(place.file, place.line, place.column + place.length, 0)
        words = "".join(f", {pair}" for pair in pairs)
    else:
        place = gap.mapping.entries[0].key.place
        at = Place(place.file, place.line, place.column, 0)
        words = "".join(f"{pair}, " for pair in pairs)
    line = lines[at.line - 1]
    indent = line[: len(line) - len(line.lstrip(" "))]
    told = [receipt_text(each.path, each.intake, each.taken) for each in ordered]
    receipts = "".join(f"{indent}{text}{line_end}" for text in told)
    return [Edit(Place(at.file, at.line, 1, 0), "", receipts), Edit(at, "", words)]
