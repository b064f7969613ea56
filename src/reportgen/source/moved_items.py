"""Items of a list, and keys, that were moved or are called otherwise: they keep their comments.

What was moved and changed at once is moved first, then changed where it stands.
"""

from reportgen.source.tree import Tree, exactly

_MOST = 20
"""Changed items: more are another list."""


def moved(old: Tree | None, new: Tree | None) -> Tree | None:
    """The old value with its items and keys in the order of the new one, as far as both have the same."""
    match old, new:
        case dict(), dict() if sorted(old) == sorted(new):
            return {name: each for name in new if (each := moved(old[name], new[name])) is not None}
        case list(), list():
            return moved_items(old, new) or old
        case _:
            return old


def is_moved(old: dict[str, Tree], new: dict[str, Tree]) -> bool:
    """Whether they have the same keys with the very same values, in another order."""
    return list(old) != list(new) and sorted(old) == sorted(new) and exactly(old | new) == exactly(old)


def renamed_keys(old: dict[str, Tree], new: dict[str, Tree]) -> dict[str, str]:
    """Keys that are called otherwise where they stand, and say the same; none where some have come or gone."""
    pairs = zip(old, new, strict=True) if len(old) == len(new) else ()
    names = {former: name for former, name in pairs if former != name}
    if any(former in new or name in old for former, name in names.items()):
        return {}
    return {former: name for former, name in names.items() if exactly(old[former]) == exactly(new[name])}


def moved_items(old: Tree | None, new: Tree | None) -> list[Tree] | None:
    """The old items in the order of the new ones; None where none was moved, or where some have come or gone."""
    if not (isinstance(old, list) and isinstance(new, list) and len(old) == len(new)):
        return None
    free = dict(enumerate(old))
    order = [_same(item, free) for item in new]
    if len(free) > _MOST:
        return None
    for at, place in enumerate(order):
        if place is None:
            order[at] = _likest(new[at], free)
    found = [old[place] for place in order if place is not None]
    return found if len(found) == len(new) and order != sorted(place or 0 for place in order) else None


def _same(item: Tree, free: dict[int, Tree]) -> int | None:
    place = next((at for at, other in free.items() if other == item), None)
    if place is not None:
        del free[place]
    return place


def _likest(item: Tree, free: dict[int, Tree]) -> int | None:
    """The item that says more of the same than not."""
    place = max(free, key=lambda at: _likeness(item, free[at]), default=None)
    if place is None or _likeness(item, free[place]) <= 0:
        return None
    del free[place]
    return place


def _likeness(one: Tree, other: Tree) -> int:
    """Keys that say the same, less those of the former item that say something else now."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return 0
    kept = sum(one.get(key) == value for key, value in other.items())
    return 2 * kept - len(other)
