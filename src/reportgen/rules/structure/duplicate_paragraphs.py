"""Paragraphs that say the same twice."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.document import Block, Paragraph, Role
from reportgen.place import Place
from reportgen.rules.chapters import place_of, words_of
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_MOST_ALIKE = 20
"""Paragraphs with one clause that are looked at: what more have is a turn of phrase."""
_CLAUSES = re.compile(r"[，。；：、！？\s]+")
_SHORTEST, _SHORTEST_CLAUSE, _BEGINNING = 40, 4, 20
_LONGEST_LABEL = 12
_PARTED = re.compile(r"\t+|[|｜│┃]|[ 　]{2,}")
_FEWEST_CELLS = 2


@rule("STR026", "两段文字雷同", Severity.WARNING, limit=Decimal(80))
def paragraphs_differ(scene: Scene) -> Iterator[Finding]:
    """同一份文件里两个 40 字以上的自然段，八成以上的分句一字不差（界限可在模板里改）。表格不查。

    为什么: 复制粘贴忘了改，是审核最容易看出来的毛病；几个部门的成效写成一样的话，等于没有写。
    错例:
        绩效分析:
          投入: 校舍和实验室两个项目都编了年度计划，设定了量化的绩效目标，预算细化到每一间教室，全部按计划执行。
          执行管理: 校舍和实验室两个项目都编了年度计划，设定了量化的绩效目标，预算细化到每一间教室，全部按计划执行。
    正例:
        绩效分析:
          投入: 校舍和实验室两个项目都编了年度计划，设定了量化的绩效目标，预算细化到每一间教室，全部按计划执行。
          执行管理: 资金支付实行计划审批，单笔一万元以上的支出集体研究，按季度通报进度，三公经费未超预算。
    依据: 审核实践：各部分的内容不重复
    改法: 删去一段，或改写成各自的情况
    """
    groups: dict[Place, list[tuple[Paragraph, Paragraph]]] = defaultdict(list)
    for block, first in _copies(scene, scene.limits["STR026"] / 100):
        groups[place_of(first)].append((block, first))
    for pairs in groups.values():
        yield _copied(*pairs[0], more=len(pairs) - 1)


def _copied(block: Paragraph, first: Paragraph, more: int) -> Finding:
    """The first copy of a paragraph; how many there are besides is told with it."""
    same = words_of(block).strip() == words_of(first).strip()
    label = _("与前面的一段相同") if same else _("与前面的一段大半相同")
    before, beginning = place_of(first), words_of(first).strip()[:_BEGINNING]
    where = before.spot.words or _("第 {line} 行", line=before.line)
    notes = [_("前面的一段（{where}）：{beginning}……", where=where, beginning=beginning)]
    notes += [_("后面还有 {count} 段与它雷同", count=more)] if more else []
    return Finding(place_of(block), label, tuple(notes), certain=same, section=block.section)


def _copies(scene: Scene, share: Decimal) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Paragraphs that share most of their clauses with one before them."""
    told: list[tuple[Paragraph, frozenset[str]]] = []
    with_clause: dict[str, list[int]] = defaultdict(list)
    for block in _paragraphs(scene):
        clauses = _clauses(block)
        near: set[int] = set().union(*(with_clause.get(clause, ()) for clause in clauses))
        if alike := next((told[index][0] for index in sorted(near) if _share(clauses, told[index][1]) >= share), None):
            yield block, alike
        for clause in clauses:
            with_clause[clause] += [len(told)] if len(with_clause[clause]) < _MOST_ALIKE else []
        told.append((block, clauses))


def _paragraphs(scene: Scene) -> Iterator[Paragraph]:
    """Long paragraphs; what stands below a short line without a number may be a form that has lost its grid."""
    for before, block in pairwise([None, *scene.body]):
        said = isinstance(block, Paragraph) and block.role in (Role.BODY, Role.CLOSING) and not _is_label(before)
        if said and isinstance(block, Paragraph) and len(words_of(block)) >= _SHORTEST and not _is_row(block):
            yield block


def _is_row(block: Paragraph) -> bool:
    """Whether a line is the row of a table that has lost its grid: parted by tabs, bars or wide gaps."""
    return len(_PARTED.findall(words_of(block).strip())) >= _FEWEST_CELLS


def _is_label(block: Block | None) -> bool:
    bare = isinstance(block, Paragraph) and not block.label
    return (
        bare and block is not None and len(words_of(block)) <= _LONGEST_LABEL and words_of(block)[-1:] not in "。：；"
    )


def _clauses(block: Block) -> frozenset[str]:
    return frozenset(clause for clause in _CLAUSES.split(words_of(block)) if len(clause) >= _SHORTEST_CLAUSE)


def _share(one: frozenset[str], other: frozenset[str]) -> Decimal:
    """How much of the longer paragraph the common clauses are, in characters."""
    longer = max(sum(map(len, one)), sum(map(len, other)), 1)
    return Decimal(sum(map(len, one & other))) / longer
