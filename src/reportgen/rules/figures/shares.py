"""Shares of a whole: together they are all of it."""

from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.quantity import percent, plain
from reportgen.numbers import Stated
from reportgen.numbers.arithmetic import last_place_only
from reportgen.numbers.shares import Shares, complete_shares, shares_in_a_row
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage


@rule("NUM027", "各部分占比之和不是100%", Severity.ERROR)
def shares_of_a_whole(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """一句话里把总数分成几部分，每一部分都写了占比的，占比相加应等于 100%（四舍五入的零头除外）。

    先列各部分、后写「占比分别为」的，还逐个核对。只在列全了的时候才看：各部分的数相加正好等于总数，或者最后一项是「其他」「不满意」。

    为什么: 占比是逐个算的，改了一个数，别的占比也要跟着改。
    错例:
        目标完成情况: 全年观众36400人次，其中常设展厅28600人次，占78.6%；临时展览7800人次，占31.4%。
    正例:
        目标完成情况: 全年观众36400人次，其中常设展厅28600人次，占78.6%；临时展览7800人次，占21.4%。
    依据: 审核实践：各部分占比之和为 100%
    改法: 按各部分的数重算占比
    """
    if "占" in passage.text:
        for each in complete_shares(passage.text, passage.numbers):
            if not each.holds and any(passage.typed_at(share.start) for share in each.shares):
                label = _("相加得 {total}%", total=plain(each.total))
                place = passage.place(each.shares[0].start, each.shares[-1].end)
                yield Finding(place, label, (_adding(each), *_recomputed(each)))
    if "占" in passage.text and ("分别" in passage.text or "依次" in passage.text):
        yield from _in_a_row(passage)


def _in_a_row(passage: Passage) -> Iterator[Finding]:
    """A share that is not its part's. That they make 100 %, or most of them fit, shows that they are of this whole."""
    for each in shares_in_a_row(passage.text, passage.numbers):
        wrong = [share for part, share in zip(each.parts, each.shares, strict=True) if not _fits(part, share, each)]
        of_it = each.holds or len(wrong) * 2 <= len(each.shares)
        if wrong and of_it and any(passage.typed_at(share.start) for share in wrong):
            place = passage.place(wrong[0].start, wrong[0].end)
            notes = (*_recomputed(each), *([] if each.holds else [_adding(each)]))
            yield Finding(place, _("占比与各部分的数不符"), notes)


def _fits(part: Stated, share: Stated, each: Shares) -> bool:
    """A share may be cut off, or made to fit 100 %, in its last place."""
    due = part.quantity.value / sum(other.quantity.value for other in each.parts)
    return last_place_only(due, share.quantity)


def _adding(each: Shares) -> str:
    return " + ".join(str(share.quantity) for share in each.shares) + f" = {plain(each.total)}%"


def _recomputed(each: Shares) -> Iterator[str]:
    """What each share should be, where the parts are stated."""
    whole = sum(part.quantity.value for part in each.parts)
    for part, share in zip(each.parts, each.shares, strict=False):
        due = percent(part.quantity.value / whole, share.quantity.decimals)
        if due != str(share.quantity):
            yield _("{part} 应占 {due}，写的是 {share}", part=part.quantity, due=due, share=share.quantity)
