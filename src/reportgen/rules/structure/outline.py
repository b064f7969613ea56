"""The chapters that the kind of document asks for, in their order."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.document import Block, Document, Heading, Paragraph
from reportgen.packs.outline import Section
from reportgen.rules.chapters import MARKS, REMEDIES, place_of, words_of
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_LONGEST = 50
_ALIKE = 60
"""How much of their pairs of characters, in percent, two wordings of one heading have in common."""
_FOLLOWS = 60
"""A document with fewer percent of the outline's chapters was written after another outline."""
_TOPICS = (re.compile("问题"), re.compile(f"{REMEDIES.pattern}|下一步"))
_REST = re.compile("^其[他它余]")
"""Chapters that are known by a word, however they are called: 存在的主要问题及原因分析, 其他需要说明的事项."""
_LONGEST_TOPIC = 24
_COMMISSIONED = re.compile(
    r"""
      (?:接?受|应) [^，。；“”]{1,24} 委托 (?:，|[于对由开进]) [^。；]{0,60} 评价  # 受某局委托，我公司对……评价
    | 委托(?:单位|方|人) [：:]                                # 委托单位：某市财政局
    """,
    re.VERBOSE,
)
_OPENING = 12
"""So many passages at the beginning say who wrote a report for whom."""
_FEWEST = 3


@rule("STR024", "缺少规定的章节或次序不对", Severity.WARNING)
def outline_is_kept(document: Document, scene: Scene) -> Iterator[Finding]:
    """成文照提纲该有的一级标题都要有，次序也一样；说法相近的算有。文件的标题写明文种、章节大半照提纲的才查；受委托的机构写的不查，它照自己的提纲。

    为什么: 少了一章，审核按提纲打分时这一项没有分。
    错例（成文）:
        某县人民法院2024年度部门整体支出绩效评价报告
        一、部门基本情况
        某县人民法院是国家审判机关。
        二、部门整体评价工作开展情况
        成立了评价小组。
        三、部门整体支出绩效评价分析
        各项目标按期完成。
        四、存在的主要问题
        巡回审判场次偏少。
        五、其他需要说明的事项
        无。
        某县人民法院
        2025年3月20日
    正例（成文）:
        某县人民法院2024年度部门整体支出绩效评价报告
        一、部门基本情况
        某县人民法院是国家审判机关。
        二、部门整体评价工作开展情况
        成立了评价小组。
        三、部门整体支出绩效评价分析
        各项目标按期完成。
        四、存在的主要问题
        巡回审判场次偏少。
        五、下一步改进措施
        增加巡回审判场次。
        六、其他需要说明的事项
        无。
        某县人民法院
        2025年3月20日
    依据: 审核实践：报告按规定的提纲编写（提纲见模板）
    改法: 补上这一章，没有内容的写「无」；次序照提纲调整；本地提纲不同的，照本地的
    """
    wanted = [step.heading for step in scene.pack.outline if isinstance(step, Section) and step.required]
    if not scene.finished or len(wanted) < _FEWEST or scene.pack.title not in document.metadata.title:
        return
    if any(_COMMISSIONED.search(passage.text) for passage in scene.passages[:_OPENING]):
        return
    lines = [block for block in scene.body if _may_be_heading(block)]
    there = {heading: line for heading in wanted if (line := _named(heading, lines))}
    missing = [heading for heading in wanted if heading not in there and heading not in document.metadata.title]
    if 100 * len(there) >= _FOLLOWS * len(wanted):
        for heading in missing:
            yield Finding(place_of(lines[0]), _("没有「{heading}」一章", heading=heading), certain=False)
        yield from _out_of_order(there, lines)


def _may_be_heading(block: Block) -> bool:
    """A heading of the first level, or a short line without a number: it may have lost one."""
    if isinstance(block, Heading):
        return block.level == 1
    return isinstance(block, Paragraph) and not block.label and 0 < len(words_of(block)) <= _LONGEST


def _named(heading: str, lines: list[Block]) -> Block | None:
    """The line that is the chapter of that heading: headings before lines without a number, the likest first."""
    likeness = [
        (isinstance(line, Heading), _alike(heading, words_of(line)), -index) for index, line in enumerate(lines)
    ]
    good = [entry for entry in likeness if entry[1] >= _ALIKE]
    return lines[-max(good)[2]] if good else None


def _alike(one: str, other: str) -> int:
    """How much two headings say the same, in percent; all of it where they share a topic."""
    first, second = one.strip().rstrip(MARKS), other.strip().rstrip(MARKS)
    if _REST.match(first) or _REST.match(second):
        return 100 if _REST.match(first) and _REST.match(second) else 0
    if len(second) < _LONGEST_TOPIC and any(topic.search(first) and topic.search(second) for topic in _TOPICS):
        return 100
    return 200 * len(_pairs(first) & _pairs(second)) // max(1, len(_pairs(first)) + len(_pairs(second)))


@lru_cache(maxsize=1024)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(one + other for one, other in pairwise(text))


def _out_of_order(there: dict[str, Block], lines: list[Block]) -> Iterator[Finding]:
    """Chapters of the first level that stand before the one that they should follow."""
    placed = [(heading, lines.index(line)) for heading, line in there.items() if isinstance(line, Heading)]
    for (before, first), (heading, second) in pairwise(placed):
        if second < first:
            label = _("「{heading}」应在「{before}」后面", heading=heading, before=before)
            yield Finding(place_of(lines[second]), label, certain=False)
