"""One figure, one value: what is stated twice must agree."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import Content, Indicators, Listing
from reportgen.model.facts import Fact, Facts
from reportgen.rules.figures.restated import Names, Restatement
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage


@rule("NUM004", "同一个数两处说法不同", Severity.ERROR)
def stated_alike(scene: Scene) -> Iterator[Finding]:
    """「数据」「预算」里给过的数，别处又写一遍的，两处要一样；正文里最好改成引用。

    为什么: 改了一处忘了另一处，同一份报告里就有了两个数。
    错例:
        数据:
          展览: {开放天数: 300天}
        其他问题: 全年开放天数为310天。
    正例:
        数据:
          展览: {开放天数: 300天}
        其他问题: 全年开放天数为300天，观众满意。上年开放天数为280天。
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：单位对自评结果的真实性负责
    改法: 把手写的数换成 {{ 名称 }} 引用；确实是另一个数的，换一种说法
    """
    facts = tuple(fact for fact in scene.content.facts if fact.quantity)
    told = scene.printed_passages
    names = Names(facts, scene.year, "\n".join(passage.text for passage in told))
    for passage in told:
        for restated in names.restated(passage):
            if not any(fact.quantity and fact.quantity.agrees(restated.quantity) for fact in restated.facts):
                yield _differs(passage, restated, _reference(restated.facts[0], scene.content.facts))
    yield from _given_twice(scene.content)


def _reference(fact: Fact, facts: Facts) -> str:
    """How prose refers to the fact: without its field's name where that is enough."""
    short = ".".join(fact.path[1:])
    name = short if len(fact.path) > 2 and len(facts.find(short)) == 1 else fact.name
    return f"{{{{ {name} }}}}"


def _differs(passage: Passage, restated: Restatement, reference: str) -> Finding:
    notes = tuple(
        _("第 {line} 行给的「{name}」是 {value}", line=fact.place.line, name=fact.name, value=fact.value)
        for fact in restated.facts
    )
    return Finding(
        passage.place(restated.start, restated.end),
        _("这里写的是 {typed}", typed=restated.quantity),
        notes,
        _("换成引用 {reference}，或更正其中一处", reference=reference),
        section=passage.section,
    )


def _given_twice(content: Content) -> Iterator[Finding]:
    """Facts that have the same name below their field and cannot both be true.

    展览部.问卷.份数 and 活动部.问卷.份数 are two things; 数据.三公经费.支出 and 预算.三公经费.支出 are one. Items of
    listings are things of their own, whatever they are called: 财预〔2013〕53号 has two 管理制度健全性.
    """
    listed = {value.path[0] for value in content.values.values() if isinstance(value, Listing | Indicators)}
    endings: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in content.facts:
        if len(fact.path) > 2 and fact.quantity:
            endings[fact.path[-2:]].append(fact)
    for row in endings.values():
        for first, second in combinations(row, 2):
            two_items = {first.path[0], second.path[0]} <= listed
            if not two_items and _same_name(first, second) and _disagree(first, second):
                words = {"line": first.place.line, "name": first.name, "value": first.value}
                note = _("第 {line} 行给的「{name}」是 {value}", **words)
                label = _("这里写的是 {value}", value=second.value)
                yield Finding(second.place, label, (note,), _("只留一处，或改成一样"))


def _same_name(first: Fact, second: Fact) -> bool:
    shorter, longer = sorted((first.path[1:], second.path[1:]), key=len)
    return longer[-len(shorter) :] == shorter


def _disagree(first: Fact, second: Fact) -> bool:
    one, other = first.quantity, second.quantity
    return one is not None and other is not None and one.kind == other.kind and not one.agrees(other)
