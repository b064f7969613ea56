"""The order of the numbers of headings: 一、（一） 1. （1）."""

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.document import Block
from reportgen.record import Struct
from reportgen.rules.chapters import Mark, mark_of, place_of
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_DEEPEST = 4
_FORMS = {1: "一、", 2: "（一）", 3: "1.", 4: "（1）"}


@rule("LAY025", "结构层次序数的次序不对", Severity.WARNING)
def order_of_levels(scene: Scene) -> Iterator[Finding]:
    """层次序数依次用「一、」「（一）」「1.」「（1）」：「1.」下面不用「（一）」，「一、」下面不直接用「（1）」。

    为什么: 次序颠倒，读的人分不清谁包着谁，目录也排不出来。
    错例（成文）:
        某区图书馆2024年度工作总结
        一、主要工作
        1.阅读推广
        （一）举办讲座
        全年举办讲座十二场。
        （二）送书下乡
        全年送书下乡六次。
        2.古籍保护
        修复古籍二十册。
    正例（成文）:
        某区图书馆2024年度工作总结
        一、主要工作
        （一）阅读推广
        1.举办讲座
        全年举办讲座十二场。
        2.送书下乡
        全年送书下乡六次。
        （二）古籍保护
        修复古籍二十册。
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.3：文中结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注
    改法: 按一、（一）1.（1）的次序改编号；全文只有两级的可以用一、和 1.
    """
    marks = [(block, mark) for block in scene.body if (mark := mark_of(block)) and mark.number]
    heads = {id(one) for one, other in pairwise(scene.body) if (mark := mark_of(other)) and mark.level == _DEEPEST}
    for slip in _slips(marks, heads) if scene.finished else ():
        words = {"above": _FORMS[slip.above], "below": _FORMS[slip.below]}
        yield Finding(place_of(slip.block), _("「{above}」下面用了「{below}」", **words), certain=slip.certain)
        return


class _Slip(Struct, frozen=True):
    block: Block
    above: int
    below: int
    certain: bool


def _slips(marks: Sequence[tuple[Block, Mark]], heads: Set[int]) -> Iterator[_Slip]:
    """A level that begins anew below one that should stand below it, and one that skips two.

    `heads` are the blocks right behind which a （1） stands: with text between, it counts out what the text names.
    """
    for at, (block, mark) in enumerate(marks):
        if mark.number != 1 or mark.level not in _FORMS or not at:
            continue
        above = marks[at - 1][1]
        if above.level not in _FORMS:
            continue
        if above.level == 3 and mark.level == 2 and _goes_on(marks, at, 3, above.number + 1, 2):
            yield _Slip(block, 3, 2, True)
        elif above.level == 1 and mark.level == _DEEPEST and id(marks[at - 1][0]) in heads:
            yield _Slip(block, 1, 4, False)


def _goes_on(marks: Sequence[tuple[Block, Mark]], at: int, level: int, number: int, inner: int) -> bool:
    """Whether the outer row counts on behind the inner one, or the inner one is never an outer one before."""
    for _block, mark in marks[at + 1 :]:
        if mark.level < min(level, inner):
            break
        if mark.level == level and mark.number == number:
            return True
    earlier = [mark for _block, mark in marks[:at]]
    begun = max((n for n, mark in enumerate(earlier) if mark.level < inner), default=-1)
    return not any(mark.level == inner for mark in earlier[begun + 1 :]) and any(
        mark.level == level for mark in earlier[begun + 1 :]
    )
