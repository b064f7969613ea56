"""Items of a list that were moved and changed at once: moved with their comments, then changed where they stand."""

from reportgen.source.tree import Tree

_MOST = 20
"""Changed items: more are another list."""


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
