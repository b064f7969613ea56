"""Items of a list put in, items or keys brought into another order, as whole lines with the comments above them."""

from collections.abc import Iterable, Iterator

from reportgen.diagnostics.repair import Edit
from reportgen.source.composed_text import written_item
from reportgen.source.node import Mapping, Sequence
from reportgen.source.regions import Regions
from reportgen.source.tree import Path, Tree, Unsettable, given_of


def inserted(regions: Regions, node: Sequence, at: int, items: Iterable[Tree]) -> Edit:
    """New items before the item `at` of a list, behind the last where that is how many there are."""
    indent = " " * regions.dash(node.items[0])
    lines = [line for item in items for line in written_item(given_of(item), indent)]
    line = regions.item(node, at)[0] if at < len(node.items) else regions.item(node, at - 1)[1] + 1
    return regions.sheet.above(line, *lines)


def reordered(regions: Regions, node: Mapping | Sequence, old: list[str], new: list[str], path: Path) -> Iterator[Edit]:
    """The items or keys at a path in another order, each with its comments. Raises Unsettable."""
    ranges = [regions.item(node, at) for at in range(len(old))]
    waiting = {key: [at for at, own in enumerate(old) if own == key] for key in old}
    order = [waiting[key].pop(0) for key in new]
    blocks = [[regions.sheet.line(line) for line in range(first, last + 1)] for first, last in ranges]
    if order != sorted(order):
        lines = [line for at in order for line in blocks[at]]
        between = sum(last - first + 1 for first, last in ranges) == ranges[-1][1] - ranges[0][0] + 1
        if not between or ranges[0][0] == regions.opening(node):
            raise Unsettable(path)
        yield regions.sheet.instead(ranges[0][0], ranges[-1][1], *lines)
