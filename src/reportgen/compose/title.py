"""Title lines: broken by meaning, well balanced, in the shape of a trapezoid or a diamond (GB/T 9704-2012 §7.3.1).

At 22 pt the 156 mm type area holds 20 characters. Each way of breaking at a boundary of meaning gets a penalty for its
shape and for the boundaries it uses; the cheapest wins.
"""

from collections.abc import Iterator
from itertools import combinations, pairwise

from reportgen import patterns as re
from reportgen.lexicon.lists import characters, lists
from reportgen.record import Struct

LONGEST_LINE = 20
COMFORTABLE_LINE = 16
"""A single line longer than this looks crowded: two lines are better (practice)."""
_MOST_LINES = 4

_UNITS = lists("units")
_LAST = characters((*_UNITS["行政区划"], *(word[-1] for word in _UNITS["单位"])))
"""The last characters of the names of places and units."""
_BOUNDARY = re.compile(
    rf"(?=(?<![0-9])[0-9]{{4}}年)|(?<=、)|(?<=[{_LAST}])(?=关于)"
    r"|(?=暨)|(?=部门整体|(?<!部门)整体支出|项目支出|专项|财政|绩效|预算|保障措施)|(?<=支出)(?=绩效)|(?<=报送)|(?<=印发)|(?<=开展)|(?=（)|(?<=）)"
)
"""Where a long title may be cut: before the year and the kind of document, after 、 and before 关于."""
_YEAR_BEFORE = re.compile(r"[0-9](年度?)?$")
"""A year goes with what follows it."""
_INSIDE = re.compile(r"《[^》]*》|“[^”]*”|绩效(?:评价|自评|目标|指标)(?:报告|表|申报表|批复表)?|预算(?:项目|绩效)")
_INNER_CUT = 14
"""Parting words inside a unit of meaning; between two units it costs nothing."""
_FORCED_CUT = 30
_NO_START = "的和与及、）》”"


class _Cut(Struct, frozen=True):
    """A place to break: after `at` characters, with the cost of parting what stands there."""

    at: int
    cost: int


def title_lines(parts: list[str]) -> list[str]:
    """The lines of a title whose `parts` are units of meaning (name of the unit, year and kind of document)."""
    title = "".join(parts)
    if len(title) <= COMFORTABLE_LINE:
        return [title]
    if len(title) > _MOST_LINES * LONGEST_LINE:
        return _chopped(title)  # no way of parting it would do
    cuts = _cuts(parts)
    return _cheapest(title, cuts) or _cheapest(title, _anywhere(title, cuts)) or _chopped(title)


def _cheapest(title: str, cuts: list[_Cut]) -> list[str] | None:
    ways = (lines for count in range(_MOST_LINES) for lines in _ways(title, cuts, count))
    best = min(ways, key=lambda way: way[0], default=None)
    return best[1] if best else None


def _anywhere(title: str, cuts: list[_Cut]) -> list[_Cut]:
    """For names longer than a line: breaks inside them too, never inside figures or before a mark."""
    known = {cut.at: cut for cut in cuts}
    return [
        known.get(at) or _Cut(at, _FORCED_CUT)
        for at in range(2, len(title) - 1)
        if not (title[at - 1].isdigit() or title[at] in _NO_START + "年度") and not _YEAR_BEFORE.search(title[:at])
    ]


def _cuts(parts: list[str]) -> list[_Cut]:
    title = "".join(parts)
    kept = [match.span() for match in _INSIDE.finditer(title)]
    costs: dict[int, int] = {}
    for match in _BOUNDARY.finditer(title):
        if not any(start < match.start() < end for start, end in kept):
            costs[match.start()] = _INNER_CUT
    at = 0
    for part in parts[:-1]:
        at += len(part)
        costs[at] = 0
    return [
        _Cut(at, cost)
        for at, cost in sorted(costs.items())
        if 0 < at < len(title) and not _YEAR_BEFORE.search(title[:at])
    ]


def _ways(title: str, cuts: list[_Cut], count: int) -> Iterator[tuple[int, list[str]]]:
    for chosen in combinations(cuts, count):
        edges = [0, *(cut.at for cut in chosen), len(title)]
        lines = [title[start:end] for start, end in pairwise(edges)]
        if all(len(line) <= LONGEST_LINE for line in lines) and not any(line[0] in _NO_START for line in lines[1:]):
            yield sum(cut.cost for cut in chosen) + _shape_penalty(lines), lines


def _shape_penalty(lines: list[str]) -> int:
    lengths = [len(line) for line in lines]
    penalty = 8 * (len(lines) - 1)
    if len(lines) == 1:
        penalty += 4 * max(0, lengths[0] - COMFORTABLE_LINE)
    penalty += sum(20 for length in lengths if length <= 3)
    penalty += sum(8 for first, second in pairwise(lengths) if first == second)
    if len(lines) > 2 and lengths[1] < lengths[0] and lengths[1] < lengths[2]:
        penalty += 30  # an hourglass, the one shape the standard excludes
    return penalty + max(lengths) - min(lengths)


def _chopped(title: str) -> list[str]:
    """Nothing can be parted, as in a row of figures: lines as long as they may be."""
    return [title[start : start + LONGEST_LINE] for start in range(0, len(title), LONGEST_LINE)]
