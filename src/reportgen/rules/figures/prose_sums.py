"""Sums that prose states: what a sentence lists must add up to what it calls the total."""

from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import FundColumn
from reportgen.model.inline import Number
from reportgen.model.quantity import like, plain
from reportgen.numbers import Stated, Sum
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_TOTALS = {"合计", *(column.value for column in FundColumn)}
"""Last names of facts whose parts are added up where they are given (NUM003, NUM005)."""


@rule("NUM008", "正文的分项之和与总数不符", Severity.ERROR)
def parts_in_prose(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """一句话里写了总数，又在「其中」「分别为」、括号里或「共计」前面列出分项，各分项相加应等于总数。

    只在句子的意思确定时才报：单位相同，都是确数，各分项同类、没有「等」，也不是「党员、女职工」一类会重叠的数。有一个数
    换成别的数的单位（元、万元）就加得拢的，报这个数的单位写错。

    为什么: 读报告的人会把一句话里的数加一遍；加不拢多半是改了一个数，忘了改另一个。
    错例:
        收支情况: |
          全年共更新展品22件，其中一楼展厅4件，二楼展厅11件，三楼展厅6件。
    正例:
        收支情况: |
          全年共更新展品22件，其中一楼展厅4件，二楼展厅11件，三楼展厅7件。
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：单位对自评结果的真实性负责
    改法: 更正总数或分项；没有列全的，在最后一项后面加「等」
    """
    for each in passage.sums:
        if each.sure and not each.holds and not _said_of_the_facts(each, passage):
            yield _wrong(each, passage)


def _wrong(each: Sum, passage: Passage) -> Finding:
    """At the total, or at the one number that has the wrong unit."""
    if each.misplaced:
        return _in_another_scale(each, each.misplaced, passage)
    total = each.total.quantity
    added = sum((part.quantity.value for part in each.parts), start=total.value * 0)
    working = " + ".join(plain(part.quantity.value / total.factor) for part in each.parts)
    added_up = like(added, total)
    notes = (
        _("{count} 项相加得 {sum}：{working}", count=len(each.parts), sum=added_up, working=working),
        _("与总数 {total} 相差 {amount}", total=total, amount=like(abs(each.difference), total)),
    )
    return Finding(passage.place(each.total.start, each.total.end), _("各项相加得 {added}", added=added_up), notes)


def _in_another_scale(each: Sum, odd: Stated, passage: Passage) -> Finding:
    others = next(number.quantity for number in (each.total, *each.parts) if number is not odd)
    meant = f"{plain(odd.quantity.number)}{others.scale}{others.unit}"
    note = _("其他各数的单位是{unit}，写成 {meant} 就加得拢", unit=f"{others.scale}{others.unit}", meant=meant)
    return Finding(passage.place(odd.start, odd.end), _("单位写错"), (note,))


def _said_of_the_facts(each: Sum, passage: Passage) -> bool:
    """Whether all is printed from facts whose own sum has a rule: one cause, one message."""
    printed = [_printed(number, passage) for number in (each.total, *each.parts)]
    return all(printed) and printed[0] is not None and printed[0].fact.path[-1] in _TOTALS


def _printed(number: Stated, passage: Passage) -> Number | None:
    """The reference that printed a number."""
    offset = 0
    for inline in passage.inlines:
        end = offset + len(inline.text)
        if isinstance(inline, Number) and offset < number.end and number.start < end:
            return inline
        offset = end
    return None
