"""A figure, group or item that is called otherwise: what referred to it by its former name refers to it again."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.compose.references import REFERENCE, name_in
from reportgen.model.facts import Facts
from reportgen.source.tree import Path as Keys

_BETWEEN = 1
"""Names that may stand between a field and what was called otherwise: 预算.分项.展厅运行经费."""


def followed(text: str, facts: Facts, old: Keys, new: Keys) -> tuple[str, int]:
    """A content file whose `facts` have the new name already, its references mended; and how many of them there were.

    Paths begin with the field: 数据.人员.在编 → 数据.人员.在岗. A reference that still means something is left alone.
    """
    names = dict(_endings(facts, old, new))
    count = 0

    def mended(match: re.Match[str]) -> str:
        nonlocal count
        name = name_in(match["inside"])
        known = names.get(tuple(part.strip() for part in name.split(".")))
        if known is None or facts.find(name):
            return match[0]
        count += 1
        return match[0].replace(name, ".".join(known), 1)

    return REFERENCE.sub(mended, text), count


def _endings(facts: Facts, old: Keys, new: Keys) -> Iterator[tuple[Keys, Keys]]:
    """Former names that held what has changed, as long or short as references may say them → what they are now."""
    for fact in facts.every():
        at = _place_of(fact.path, new)
        if at is None:
            continue
        behind = fact.path[at + len(new) - 1 :]
        former = (*fact.path[:at], *old[1:], *behind)
        for start in range(len(former) - len(behind)):
            now = fact.path[start:] if len(old) == len(new) else fact.path[min(start, at) :]
            yield former[start:], now


def _place_of(path: Keys, new: Keys) -> int | None:
    """Where in a fact's path the new names begin, the field's own before them or not."""
    names = new[1:]
    for at in range(2 + _BETWEEN):
        leads = not at or path[0] == new[0]
        if leads and path[at : at + len(names)] == names:
            return at
    return None
