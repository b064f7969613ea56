"""Who works there: the kinds of staff make the number of all."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.quantity import Bound, plain
from reportgen.numbers import Stated
from reportgen.numbers.equations import windows
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_ALL = re.compile(r"共有?(?:在职|在岗)?(?:职工|人员|员工|干部职工|工作人员)(?:总数|总人数)?[为是]?\s*$")
_KIND = re.compile(
    r"(?:其中|包括)?(?:在编|事业编制|在编在岗|编内|编外|聘用|临聘|临时|合同制|劳务派遣|政府购岗|购买服务|公益性岗位)"
    r"(?:在岗|聘用)?(?:人员|职工|员工|岗位)?"
)
_PEOPLE = ("人", "名", "位")


@rule("NUM036", "人员构成与总数不符", Severity.ERROR)
def kinds_of_staff(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """写了「共有职工几人」，接着把在编、聘用、劳务派遣等各类人员都写了的，各类人数相加应等于总数。

    为什么: 人数是定额和公用经费的依据，两处对不上会退回。
    错例:
        收支情况: |
          全馆共有职工18人，在编人员11人，聘用人员3人，劳务派遣人员5人。
    正例:
        收支情况: |
          全馆共有职工19人，在编人员11人，聘用人员3人，劳务派遣人员5人。
    依据: 审核实践：各类人员之和等于总数
    改法: 核对花名册，更正写错的人数
    """
    if "共" not in passage.text or "在编" not in passage.text:
        return
    listed = [each.total for each in passage.sums if each.sure]
    for window in windows(passage.text, passage.numbers, told_on=False):
        people = [(label, each) for label, each in window if each.quantity.unit in _PEOPLE]
        total, kinds = _split(people, passage)
        added = sum((each.quantity.value for each in kinds), Decimal(0))
        if total and total not in listed and added != total.quantity.value:
            working = " + ".join(plain(each.quantity.value) for each in kinds)
            note = _("{count} 类人员相加得 {sum}：{working}", count=len(kinds), sum=plain(added), working=working)
            yield Finding(passage.place(total.start, total.end), str(total.quantity), (note,))
            return


def _split(people: list[tuple[str, Stated]], passage: Passage) -> tuple[Stated | None, list[Stated]]:
    """The total, which stands first, and the kinds: all the rest of the sentence, exact, and each of another name."""
    if len(people) < len(_PEOPLE) or any(each.quantity.bound is not Bound.EXACT for _label, each in people):
        return None, []
    total, kinds = people[0][1], people[1:]
    labels = [label for label, _each in kinds]
    known = all(_KIND.fullmatch(label) for label in labels) and len(set(labels)) == len(labels)
    if not known or not _ALL.search(passage.text, max(0, total.start - 16), total.start):
        return None, []
    return total, [each for _label, each in kinds]
