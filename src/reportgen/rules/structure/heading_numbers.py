"""Numbers of headings and items in a document that somebody else finished: no gap, none twice; no level skipped."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.document import Block, Heading, Paragraph
from reportgen.model.hanzi import chinese_number
from reportgen.place import Place
from reportgen.record import Struct, field
from reportgen.rules.chapters import Mark, mark_of, place_of, words_of
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_STARTS_ANEW = re.compile(r"附[件表录]\s*\d*[：:]?|第[一二三四五六七八九十]+(?:部分|章|篇|编|节)")
_PART_OF_A_NUMBER = re.compile(r"[\d一二三四五六七八九十]+(?:[、，和号期等]|[^，。；]{0,3}等奖)")


@rule("STR010", "标题编号不连续或重复", Severity.WARNING)
def numbers_in_a_row(scene: Scene) -> Iterator[Finding]:
    """成文里手写的一、（一）1.（1）要逐级连着编，不跳号、不重号。

    为什么: 跳号的地方，读的人以为漏了一节；重号的，引用时说不清是哪一条。
    错例（成文）:
        某区图书馆2024年度工作总结
        一、存在的问题
        1.阅读活动偏少，个别月份没有安排讲座。
        2.图书更新不够及时，部分图书已经破损。
        2.下一步增加阅读活动场次，分批更新图书。
    正例（成文）:
        某区图书馆2024年度工作总结
        一、存在的问题
        1.阅读活动偏少，个别月份没有安排讲座。
        2.图书更新不够及时，部分图书已经破损。
        3.下一步增加阅读活动场次，分批更新图书。
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.3：层次序数依次为“一、”“（一）”“1.”“（1）”
    改法: 按顺序重新编号；漏了一条的补上
    """
    for slip in _slips(scene.body) if scene.finished else ():
        last = _spelt(slip.mark, slip.last)
        note = _("同级的前一个编号是「{last}」", last=last) if slip.last else _("前面没有同级的编号")
        yield Finding(_number_place(slip.block), _wrong(slip), (note,), certain=0 < slip.last <= slip.mark.number)


def _wrong(slip: "_Slip") -> str:
    """What is wrong with the number; one that goes back has mostly lost the beginning of its row."""
    number, due = _spelt(slip.mark, slip.mark.number), _spelt(slip.mark, slip.last + 1)
    if slip.last == slip.mark.number:
        return _("「{number}」重复", number=number)
    if slip.last > slip.mark.number:
        return _("「{number}」接不上，前面的标题或编号可能掉了", number=number)
    return _("这里应是「{due}」，写的是「{number}」", due=due, number=number)


class _Slip(Struct, frozen=True):
    block: Block
    mark: Mark
    last: int
    """The number before it in its row, 0 when there is none."""


class _Rows(Struct):
    """The last number of each open row, by level and form, and where it stands."""

    open: dict[tuple[int, str], tuple[int, int]] = field(default_factory=dict)
    closed: dict[tuple[int, str], int] = field(default_factory=dict)
    """The last number of a row that a higher level ended: some count on from it."""
    headings: dict[tuple[int, str], int] = field(default_factory=dict)
    """The last number of a heading: below it paragraphs may count with the same marks."""

    def enter(self, mark: Mark, index: int) -> tuple[int, int]:
        """The number before the mark in its row, 0 for none, and where it or the heading above the row stands.

        Opens the row and ends those below.
        """
        key = (mark.level, mark.form)
        above = max((at for (level, _form), (_number, at) in self.open.items() if level < mark.level), default=0)
        counts_on = self.closed.get(key) == mark.number - 1
        before = self.open.get(key) or (mark.number - 1 if counts_on else 0, above)
        for other in [other for other in self.open if other[0] > mark.level]:
            self.closed[other] = self.open.pop(other)[0]
        self.open[key] = (mark.number, index)
        return before

    def goes_on(self, mark: Mark) -> bool:
        """Whether a heading follows the last heading of its kind, whatever was counted between them."""
        key = (mark.level, mark.form)
        before, self.headings[key] = self.headings.get(key, 0), mark.number
        return before > 0 and mark.number == before + 1


def _slips(blocks: Sequence[Block]) -> Iterator[_Slip]:
    """Lines whose number does not follow that of the line before them in their row."""
    rows = _Rows()
    for index, block in enumerate(blocks):
        if _STARTS_ANEW.match(words_of(block)):
            rows = _Rows()
        mark = _counted(block)
        if mark is None:
            continue
        last, since = rows.enter(mark, index)
        if isinstance(block, Heading) and rows.goes_on(mark):
            continue
        begins = mark.number == 1 or (last == 0 and mark.number > 2)
        if not begins and mark.number != last + 1 and not _written_between(mark, last, blocks[since : index + 1]):
            yield _Slip(block, mark, last)


def _counted(block: Block) -> Mark | None:
    """The number of a line, unless it is part of a word: 1、2号展厅, 一、二等奖."""
    mark = mark_of(block)
    return None if mark is None or not mark.number or _PART_OF_A_NUMBER.match(words_of(block)) else mark


def _written_between(mark: Mark, last: int, blocks: Sequence[Block]) -> bool:
    """Whether the number that was due stands inside a paragraph or with another mark behind it."""
    if last >= mark.number:
        return False
    due = str(last + 1) if mark.level > 2 else chinese_number(last + 1)
    written = re.compile(rf"(?<![\d一二三四五六七八九十第]){due}\s*(?:[、.．，,）):：]|是)|第{due}[，、]")
    return any(written.search(getattr(block, "label", "") + words_of(block)) for block in blocks)


def _spelt(mark: Mark, number: int) -> str:
    """The number in the form of the mark."""
    digits = str(number) if mark.level > 2 else chinese_number(number)
    return f"（{digits}）" if "（" in mark.form else digits + mark.form


def _number_place(block: Block) -> Place:
    """The whole line: the number stands before the words."""
    return block.origin if isinstance(block, Heading | Paragraph) and block.origin.line else place_of(block)


@rule("STR011", "标题层次跳级", Severity.HINT)
def no_level_is_skipped(scene: Scene) -> Iterator[Finding]:
    """标题逐级往下，「一、」下面先「（一）」再「1.」；全文只用两级的可以「一、」下面直接写「1.」。

    为什么: 跳了一级，读的人会以为中间漏了一个标题，目录也排不齐。
    错例:
        收支情况: |
          ## 支出情况
          全年支出控制在预算以内。
    正例:
        收支情况: |
          # 支出情况
          全年支出控制在预算以内。
    依据: 《党政机关公文格式》（GB/T 9704-2012）7.3.3：层次序数依次为“一、”“（一）”“1.”“（1）”
    改法: 补上中间一级的标题，或把这个标题提高一级
    """
    blocks = scene.body
    used = {block.level for block in blocks if isinstance(block, Heading)}
    above = 0
    for block, following in pairwise([*blocks, None]):
        if not isinstance(block, Heading):
            continue
        skipped = above + 1
        if above and block.level > skipped in used and place_of(block).line and _heads_text(block, following, scene):
            label = _("上面是第 {above} 级标题，这里是第 {level} 级", above=above, level=block.level)
            yield Finding(place_of(block), label, certain=not scene.finished, section=block.section)
        above = block.level


def _heads_text(block: Block, following: Block | None, scene: Scene) -> bool:
    """In a finished document a short numbered line may be one of a list: the first with text below it is a heading."""
    mark = mark_of(block)
    first = mark is not None and mark.number == 1
    return not scene.finished or (first and following is not None and mark_of(following) is None)
