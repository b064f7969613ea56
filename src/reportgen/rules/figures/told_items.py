"""Items told one by one against the total that is stated; spending against the budget, in prose."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.quantity import Quantity, like, percent, plain, read_quantity
from reportgen.numbers.series import Series, series
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage


@rule("NUM037", "逐项写的支出相加不是总数", Severity.ERROR)
def told_items_add_up(scene: Scene) -> Iterator[Finding]:
    """正文逐项写「某项实收多少、支出多少」，别处又写了总的实收和支出：实收相加正好等于总数的，支出相加也要等于总数。

    实收加得拢，说明各项都在；支出加不拢，就有一个数错了。至少三项才核对。

    为什么: 分项和总数隔着几页，改了一处，另一处很难想起来，读的人加一遍就知道。
    错例（成文）:
        某市科技馆2024年度工作总结
        一、资金情况
        全年项目资金实收120.00万元，实际支出104.60万元。
        二、项目情况
        展厅运行实收60.00万元，支出58.40万元，展品维护实收40.00万元，支出36.20万元，科普活动实收20.00万元，支出20.00万元。
    正例（成文）:
        某市科技馆2024年度工作总结
        一、资金情况
        全年项目资金实收120.00万元，实际支出114.60万元。
        二、项目情况
        展厅运行实收60.00万元，支出58.40万元，展品维护实收40.00万元，支出36.20万元，科普活动实收20.00万元，支出20.00万元。
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：单位对自评结果的真实性负责
    改法: 对照账簿更正总数，或更正写错的一项
    """
    typed = scene.passages
    for found in series(passage.text for passage in typed):
        passage = typed[found.total.text]
        added = sum((item.went.value for item in found.items), Decimal(0))
        if added != found.total.went.value and passage.typed_at(found.total.start):
            place = passage.place(found.total.start, found.total.end)
            yield Finding(place, str(found.total.went), _working(found, added), section=passage.section)


def _working(found: Series, added: Decimal) -> tuple[str, ...]:
    total = found.total
    working = " + ".join(plain(item.went.value / total.went.factor) for item in found.items)
    words = {"first": total.labels[0], "second": total.labels[1], "count": len(found.items)}
    return (
        _("{count} 项的{first}相加正好是 {came}", came=total.came, **words),
        _("{second}相加是 {sum}：{working}", sum=like(added, total.went), working=working, **words),
        _("与总数 {total} 相差 {amount}", total=total.went, amount=like(abs(added - total.went.value), total.went)),
    )


_YUAN = r"\d[\d,]*(?:\.\d+)?(?:万|亿)?元"
_BUDGET = re.compile(rf"(?:年度?|全年|年初|总)预算(?:批复|总额|总计|数)?(?:为|是|共|合计)?\s*(?P<amount>{_YUAN})")
_SPENT = re.compile(rf"(?:全年支出|年度支出|支出)(?:金额|决算)?(?:总计|合计|共计|总额)(?:为|是)?\s*(?P<amount>{_YUAN})")
_TOLD = re.compile("追加|调整|结转|结余|上年|年中|补助|下达|拨入")


@rule("NUM038", "正文的支出超过预算", Severity.WARNING)
def spending_in_prose(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """一段话里写了全年预算和支出总计，支出比预算多的，要说明多出的钱从哪里来。

    「预算」一栏给了数的，由 NUM002 核对；说到追加、结转、补助的不报。

    为什么: 没有追加，支出不会大于预算；读报告的人第一个就会问。
    错例（成文）:
        某市科技馆2024年度工作总结
        一、资金情况
        2024年度预算批复为300.00万元。支出金额总计345.60万元，都用于展厅运行和科普活动。
    正例（成文）:
        某市科技馆2024年度工作总结
        一、资金情况
        2024年度预算批复为300.00万元。支出金额总计295.60万元，都用于展厅运行和科普活动。
    依据: 审核实践：支出不超过预算，超过的要说明资金来源
    改法: 核对两个数；年中追加过预算的，写明追加的金额和文件
    """
    budget, spent = _BUDGET.search(passage.text), _SPENT.search(passage.text)
    if budget is None or spent is None or _TOLD.search(passage.text) or not passage.typed_at(spent.start("amount")):
        return
    most, went = read_quantity(budget["amount"]), read_quantity(spent["amount"])
    if most and went and most.value and went.value > most.value:
        over = like(went.value - most.value, went)
        place = passage.place(*spent.span("amount"))
        yield Finding(place, _("超出 {over}", over=over), tuple(_over_budget(went, most, over)))


def _over_budget(spent: Quantity, budget: Quantity, over: str) -> Iterator[str]:
    share = percent(spent.value / budget.value, 2)
    yield _("支出 {spent} − 预算 {budget} = {over}", spent=spent, budget=budget, over=over)
    yield _("支出 {spent} ÷ 预算 {budget} = {share}", spent=spent, budget=budget, share=share)
