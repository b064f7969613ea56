"""How paragraphs and headings end."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.document import Block, Document, Heading, Paragraph, Role, plain_text
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_BODY = (Role.BODY, Role.CLOSING)
_OPEN = re.compile(r"[，、]$")
_BARE = re.compile(r"[\u4e00-\u9fff%]$")
_NOTE = re.compile(r"^(?:注|附|联系|资料来源|数据来源|附件)|[：:][^。]{1,20}$")
"""What may end without a full stop: notes, and a name or a number after a colon."""
_SENTENCES = re.compile(r"。.{4,}$")
_MARKS = "。；：！？”）"
_LONG_LINE, _FEW, _NEARLY = 30, 8, Decimal("0.8")
_CLAUSES = re.compile(r"^(?=.{25}).*[\u4e00-\u9fff]，.{4,}$")
"""One long sentence of several clauses."""


@rule("PUN006", "段末缺标点或停在逗号", Severity.WARNING)
def paragraph_ends(document: Document, scene: Scene) -> Iterator[Finding]:
    """一段话写完要有句末标点；停在逗号、顿号上，多半是后半句删掉了。

    为什么: 句子没有写完就报了上去，读的人不知道后面还有没有话。
    错例:
        收支情况: 全年支出控制在预算以内，与年初预算相符，
    正例:
        收支情况: |
          全年支出控制在预算以内，与年初预算相符。
          三公经费没有超支，政府采购执行到位。
    依据: 《标点符号用法》（GB/T 15834-2011）：句末用句号、问号或叹号
    改法: 把句子写完，末尾用句号
    """
    blocks = [block for block in document.walk() if isinstance(block, Heading | Paragraph)]
    broken = scene.finished and not _are_whole(blocks)
    for block, after in pairwise([*blocks, None]):
        if not isinstance(block, Paragraph) or block.role not in _BODY:
            continue
        passage = Passage(plain_text(block.inlines).rstrip(), block.inlines, block.section)
        turned = after is not None and after.origin.spot.page != block.origin.spot.page
        if passage.text and passage.typed and (label := _unfinished(passage.text, after, broken, turned)):
            yield Finding(passage.place(len(passage.text) - 1, len(passage.text)), label, section=block.section)


def _are_whole(blocks: list[Heading | Paragraph]) -> bool:
    """Whether lines are paragraphs: nearly all long ones end with a mark, which lines of a broken text do not."""
    long = [text for block in blocks if len(text := plain_text(block.inlines).rstrip()) > _LONG_LINE]
    return len(long) >= _FEW and sum(text[-1] in _MARKS for text in long) >= _NEARLY * len(long)


def _unfinished(text: str, after: Block | None, broken: bool, turned: bool) -> str:
    """What is wrong with the end of a paragraph; in a `broken` text it may go on in the next line, where the page is
    `turned` on the next one."""
    if (broken or turned) and isinstance(after, Paragraph) and not after.label:
        return ""
    if _OPEN.search(text):
        return "" if len(text) < 10 else _("段末停在「{mark}」上", mark=text[-1])
    sentence = _SENTENCES.search(text) or _CLAUSES.search(text)
    return _("段末没有标点") if _BARE.search(text) and sentence and not _NOTE.search(text) else ""


_END, _END_FINISHED = re.compile(r"[。：；:;，,]$"), re.compile(r"[：；:;，,]$")
"""What somebody else finished may be a sentence that only looks like a heading: its full stop is right."""
_LEVELS = "一二三四"


@rule("FMT005", "标题末尾用了标点", Severity.HINT)
def headings_end_bare(document: Document, scene: Scene) -> Iterator[Finding]:
    """独占一行的标题末尾不用标点；有的有、有的没有的，见 FMT001。

    为什么: 标题不是句子，末尾的句号、冒号印在黑体、楷体后面不好看，目录里也多出一点。
    错例（成文）:
        某区示例街道办事处2024年度部门整体支出绩效评价报告
        一、基本情况：
        便民服务中心全年开放，全年支出没有超过预算。
        二、评价结论：
        绩效目标基本完成。
    正例（成文）:
        某区示例街道办事处2024年度部门整体支出绩效评价报告
        一、基本情况
        便民服务中心全年开放，全年支出没有超过预算。
        二、评价结论
        绩效目标基本完成。
    依据: 公文用语习惯：独占一行的标题末尾不用标点
    改法: 删去标题末尾的标点
    """
    end = _END_FINISHED if scene.finished else _END
    blocks = list(document.walk())
    alone = [block for block, after in pairwise([*blocks, None]) if isinstance(block, Heading) and _heads(block, after)]
    for level in sorted({heading.level for heading in alone}):
        row = [Passage(plain_text(each.inlines), each.inlines, each.section) for each in alone if each.level == level]
        first = next((passage for passage in row if passage.typed), None)
        if first and all(end.search(passage.text) for passage in row) and (not scene.finished or level <= 2):
            label = _("{level}级标题 {count} 个，末尾都有标点", level=_LEVELS[level - 1], count=len(row))
            yield Finding(first.place(len(first.text) - 1, len(first.text)), label, section=first.section)


def _heads(heading: Heading, after: Block | None) -> bool:
    """Whether something stands below it: what looks like a heading may be an item of a list, a sentence of its own."""
    return after is not None and not (isinstance(after, Heading) and after.level <= heading.level)
