"""A letter that comes back, with what the unit has written into it: its content file, or its docx or PDF.

What is read stands on the page: the code of the rule and the mark beside it, so that it survives whatever program has
saved the file, and a copy that somebody has typed anew.
"""

from collections.abc import Iterable, Iterator, Mapping

from reportgen import patterns as re
from reportgen.finished.parts import Grid, Line, Part
from reportgen.place import Written
from reportgen.review.letter_text import (
    ANSWER,
    BASIS,
    DEMAND,
    MARK,
    OPINIONS,
    PROBLEM,
    REASON,
    UNIT,
    WAIVED,
    WHERE,
)
from reportgen.review.opinion import Demand, Opinion
from reportgen.source.node import Mapping as Record
from reportgen.source.node import Node, Sequence

_CODE = re.compile(r"[A-Z]{3}\d{3}")
_KEY = re.compile(r"[0-9a-f]{12}(?![0-9a-f])")
_PARTS = re.compile(r"^(?P<demand>必须改正|请说明)\s*[：:]?\s*(?P<advice>.*)$", re.DOTALL)
_LONGEST_NAME = 60
"""Characters of a unit's name."""
_REASONS = "不再要求的原因"
_ASKS, _WAIVES = (WHERE, PROBLEM, ANSWER), (WHERE, PROBLEM, _REASONS)
"""Heads by which the two tables of a letter are known, whatever stands above them and beside."""


def mark_in(text: str) -> tuple[str, str]:
    """The code of the rule and the fingerprint in a cell, however it was broken; empty for what is not there."""
    words = "".join(text.split())
    code = _CODE.search(words)
    key = _KEY.search(words, code.end() if code else 0)
    return code[0] if code else "", key[0] if key else ""


def unit_in(parts: Iterable[Part]) -> str:
    """Whom the letter is to: the first line above its table that ends with a colon; empty where there is none."""
    for part in parts:
        if isinstance(part, Grid):
            break
        if isinstance(part, Line) and len(part.text) < _LONGEST_NAME and part.text.rstrip().endswith(("：", ":")):
            return part.text.strip().rstrip("：:").strip()
    return ""


def unit_written(root: Node | None) -> str:
    """Whom its content file is to."""
    unit = root.get(UNIT) if isinstance(root, Record) else None
    return unit.text.strip().rstrip("：:") if isinstance(unit, Written) else ""


def opinions_in(parts: Iterable[Part]) -> list[Opinion]:
    """The opinions of a letter as it was read; empty for what is no letter."""
    return [opinion for part in parts if isinstance(part, Grid) for opinion in _of_grid(part)]


def opinions_written(root: Node | None) -> list[Opinion]:
    """Those of its content file."""
    if not isinstance(root, Record):
        return []
    return [*_of_list(root.get(OPINIONS), asks=True), *_of_list(root.get(WAIVED), asks=False)]


# ---- docx and PDF ----


def _of_grid(grid: Grid) -> Iterator[Opinion]:
    """A row is a line of the letter when it stands below heads that the letter has, and is none of these again."""
    rows: dict[int, dict[int, str]] = {}
    for box in grid.boxes:
        rows.setdefault(box.row, {})[box.column] = box.text
    heads: dict[int, str] = {}
    for _number, cells in sorted(rows.items()):
        named = {column: "".join(text.split()) for column, text in cells.items()}
        if any(all(head in named.values() for head in wanted) for wanted in (_ASKS, _WAIVES)):
            heads = named
        elif heads:
            told = {heads[column]: text for column, text in cells.items() if column in heads}
            if any(told.get(name, "").strip() for name in (PROBLEM, WHERE)):
                yield _opinion(told)


def _opinion(told: Mapping[str, str]) -> Opinion:
    rule, key = mark_in(told.get(MARK, ""))
    asked = _PARTS.match(told.get(DEMAND, "").strip())
    return Opinion(
        problem=_joined(told.get(PROBLEM, "")),
        where=_joined(told.get(WHERE, "")),
        rule=rule,
        key=key,
        basis=_joined(told.get(BASIS, "")),
        demand=Demand(asked["demand"]) if asked else Demand.MEND,
        advice=_joined(asked["advice"]) if asked else "",
        answer=_joined(told.get(ANSWER, "")),
        waived=_joined(told.get(_REASONS, "")),
    )


def _joined(text: str) -> str:
    """Lines of a cell as one: hanzi stand side by side, what was written in several paragraphs is parted."""
    return re.sub(r"\s*\n\s*", "；", text.strip()) if text else ""


# ---- the content file ----


def _of_list(node: Node | None, asks: bool) -> Iterator[Opinion]:
    for row in node.items if isinstance(node, Sequence) else ():
        if isinstance(row, Record):
            told = {entry.key.text: entry.value.text for entry in row if isinstance(entry.value, Written)}
            yield _opinion(told if asks else {**told, _REASONS: told.get(REASON, "").strip() or REASON})
