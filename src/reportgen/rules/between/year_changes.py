"""Money that is much more or less than last year, without a word why."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.quantity import plain, round_half_up
from reportgen.rules.between.comparisons import FiguresOfYears
from reportgen.rules.between.papers import Paper, Said, Topic
from reportgen.rules.between.wording import where
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_MONEY = {
    Topic.INITIAL: ("年初预算", "预算"),
    Topic.BUDGET: ("批复", "预算"),
    Topic.SPENT: ("支出", "执行"),
    Topic.FACT: (),
}
"""What a sentence about the whole unit's money calls it."""
_COLUMN = {Topic.INITIAL: "年初预算", Topic.BUDGET: "批复", Topic.SPENT: "支出", Topic.FACT: ""}


@rule("YRS009", "比上年变动大没有说明原因", Severity.WARNING, limit=Decimal(10))
def unexplained_change(pair: FiguresOfYears, scene: Scene) -> Iterator[Finding]:
    """预算、支出和「数据」里的金额，比上年增减 10% 以上的，或者从没有到有、从有到没有的，正文要说明原因。印作疑似。

    提到这笔钱、又有「主要原因」「由于」「受……影响」这类词的句子算说明了原因，写在它前面一句的也算。
    模板的「规则」里可以改限值，也可以在「用词」里加算作说明原因的词。

    为什么: 变动大的数是审核必问的，财政部门的系统里变动 10% 以上的必须写原因。
    错例:
        文种: 部门整体支出绩效自评表
        年度: 2023
        单位: 某县水务局
        评价: {等级: 优}
        预算:
          金额单位: 万元
          年初预算: 300.00
          批复: 310.00
          支出: 305.20
          基本支出: {年初预算: 190.00, 批复: 195.00, 支出: 193.60}
          项目资金: {年初预算: 110.00, 批复: 115.00, 支出: 111.60}
        ---
        文种: 部门整体支出绩效自评表
        年度: 2024
        单位: 某县水务局
        评价: {等级: 优}
        预算:
          金额单位: 万元
          年初预算: 310.00
          批复: 320.00
          支出: 317.20
          基本支出: {年初预算: 190.00, 批复: 195.00, 支出: 193.60}
          项目资金: {年初预算: 120.00, 批复: 125.00, 支出: 123.60}
    正例:
        文种: 部门整体支出绩效自评表
        年度: 2023
        单位: 某县水务局
        评价: {等级: 优}
        预算:
          金额单位: 万元
          年初预算: 300.00
          批复: 310.00
          支出: 305.20
          基本支出: {年初预算: 190.00, 批复: 195.00, 支出: 193.60}
          项目资金: {年初预算: 110.00, 批复: 115.00, 支出: 111.60}
        ---
        文种: 部门整体支出绩效自评表
        年度: 2024
        单位: 某县水务局
        评价: {等级: 优}
        年度目标:
          预期目标: 按计划完成渠道清淤。
          完成情况: 渠道清淤按计划完成。项目资金比上年增加，主要原因是新增一条干渠的清淤任务。
        预算:
          金额单位: 万元
          年初预算: 310.00
          批复: 320.00
          支出: 317.20
          基本支出: {年初预算: 190.00, 批复: 195.00, 支出: 193.60}
          项目资金: {年初预算: 120.00, 批复: 125.00, 支出: 123.60}
    依据: 审核实践：与上年相比变动 10% 以上的说明原因
    改法: 核对两年的数；确有增减的，在正文里写明原因
    """
    former = {(said.topic, said.key): said for said in pair.earlier.said if _is_money(said)}
    for said in pair.later.said:
        first = former.get((said.topic, said.key)) if _is_money(said) else None
        if first and _jumps(first, said, scene.limits["YRS009"]) and not _explained(said, pair.later):
            words = {"year": pair.earlier.year, "where": where(pair, first.place), "value": first.words}
            note = _("{year} 年是 {value}（{where}）", **words)
            label = _("{name}：{value}，{change}", name=_name(said), value=said.words, change=_change(first, said))
            yield Finding(said.place, label, (note,), certain=False)


def _is_money(said: Said) -> bool:
    return said.topic in _MONEY and said.sure and bool(said.readings) and said.readings[0].quantity.unit == "元"


def _values(first: Said, again: Said) -> tuple[Decimal, Decimal]:
    before, now = (said.readings[0].quantity.value for said in (first, again))
    return before, now


def _jumps(first: Said, again: Said, limit: Decimal) -> bool:
    """Whether it is so much more or less in percent; from nothing and to nothing in any case."""
    before, now = _values(first, again)
    if not before or not now:
        return before != now
    return abs(now - before) * 100 >= limit * abs(before)


def _change(first: Said, again: Said) -> str:
    before, now = _values(first, again)
    if not before:
        return _("上年没有")
    if not now:
        return _("上年有，今年没有")
    rate = plain(round_half_up(abs(now - before) / abs(before) * 100, 1))
    return _("比上年增加 {rate}%", rate=rate) if now > before else _("比上年减少 {rate}%", rate=rate)


def _explained(said: Said, paper: Paper) -> bool:
    """Whether a sentence with a reason speaks of it, by its name or by the figure itself."""
    names = [said.key.rpartition(".")[2]] if said.key else list(_MONEY[said.topic])
    figure = re.compile(rf"(?<![\d.,]){re.escape(said.words)}")
    return any(figure.search(reason) or any(name in reason for name in names) for reason in paper.reasons)


def _name(said: Said) -> str:
    return f"{said.name} {_COLUMN[said.topic]}".strip()
