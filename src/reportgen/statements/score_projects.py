"""Which scores of a paper are of one project: 公路养护项目自评94.00分, 农村公路养护项目自评92.00分 are of two."""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.lexicon.lists import either, lists
from reportgen.statements.score_names import Told

_UNITS = (*lists("units")["自称"], *lists("units")["行政区划"])
_LED = re.compile(rf"(?:{either(_UNITS)}|[的对经将把为]|其中|年度?|承担|负责|实施|开展)$")
"""What may stand before the name of a project: 示例县农村公路养护, 我局实施的农村公路养护."""


def by_project(told: Sequence[Told]) -> list[list[Told]]:
    """The scores that name a project, in lists of one project each, in order."""
    found: dict[str, list[Told]] = {}
    for each in told:
        if each.project:
            name = next((name for name in found if _are_one(name, each.project)), each.project)
            found.setdefault(name, []).append(each)
    return list(found.values())


def _are_one(first: str, second: str) -> bool:
    """Whether one name is the other, or ends with it behind the name of a unit."""
    short, long = sorted((first, second), key=len)
    return long == short or (long.endswith(short) and bool(_LED.search(long.removesuffix(short))))
