"""The score and the grade of the whole unit, told in one breath: 「自评94.45分，等级“优”」.

Only what bears a grade: points of a part have none. Of a project and of an average nothing is taken, and of two
different scores of the unit none.
"""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.record import Struct
from reportgen.rules.scene import Scene
from reportgen.summary.entries import Points

_GRADED = re.compile(
    r"(?P<points>[0-9]{2,3}(?:\.[0-9]+)?)分(?:（[^）]*）)?[，,]?(?:绩效)?(?:等级|等次|评定|评为|为)+(?:等级|等次|为|是|：)*"
    r"[“\"‘]?(?P<grade>优秀|优|良好|良|中|差)(?![0-9一-龥])"
)
_BEFORE = 24
_OF_A_PART = re.compile(r"项目|平均|上年|去年|上一年|满意[^，,]*$")
_WHOLE = re.compile(r"整体|部门|单位")
_MOST = Decimal(100)


class Graded(Struct, frozen=True):
    """A score with its grade."""

    points: Points
    grade: str
    whole: bool
    """Whether the words before it say that it is that of the unit."""


def graded_score(scene: Scene) -> Graded | None:
    """The one that the prose tells of the unit; None where it tells none, or two."""
    found = list(_found(scene))
    own = [each for each in found if each.whole] or found
    values = {each.points.value for each in own}
    return own[0] if len(values) == 1 else None


def _found(scene: Scene) -> Iterator[Graded]:
    for passage in scene.passages:
        for match in _GRADED.finditer(passage.text) if "分" in passage.text else ():
            before = re.split("[。；;]", passage.text[max(0, match.start() - _BEFORE) : match.start()])[-1]
            value = Decimal(match["points"])
            whole = bool(_WHOLE.search(before))
            if value <= _MOST and (whole or not _OF_A_PART.search(before)):
                place = passage.place(match.start("points"), match.end("points") + 1)
                yield Graded(Points(value, f"{match['points']}分", place), match["grade"], whole)
