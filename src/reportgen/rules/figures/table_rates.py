"""Rates in tables of finished documents: worked out again from budget and spending in the same row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.document import Document
from reportgen.model.quantity import Interval, Quantity, percent
from reportgen.numbers.arithmetic import last_place_only, ratio
from reportgen.numbers.table_sums import column_sums
from reportgen.numbers.tables import Figures, figures_of
from reportgen.rules.chapters import tables
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_BRACKET = re.compile(r"[（(][^）)]*[）)]|[%％\s]")
_RATE = re.compile(r"(?:预算|资金|全年|实际)*(?:执行|支付|支出)率")
_SPENT = re.compile(r"(?:全年|全部|预算|实际|累计|资金|本年)*(?:执行|支出|支付)(?:数|金额|额)?")
_BUDGET = re.compile(
    r"(?:年初|全年|年度|调整后?|本年|项目|资金)*(?:预算|批复|下达|到位|安排)(?:批复|安排|下达)?(?:数|金额|额|资金)?"
)
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class _Head:
    """Where a row of heads has its rate, its spending and its budgets."""

    row: int
    rate: int
    spent: int
    budgets: tuple[int, ...]


@rule("NUM039", "表中执行率与预算、执行数不符", Severity.ERROR)
def rate_in_a_table(document: Document, scene: Scene) -> Iterator[Finding]:
    """表里一行写了预算数、执行数和执行率的，执行率应等于执行数 ÷ 预算数，按写出的小数位数四舍五入。

    一行里有年初预算、全年预算几个数的，与哪一个算得拢都行；只查别人写好的文件，内容文件里的支付率见 NUM001。

    为什么: 三个数挨着写，复核的人随手就能验算；改了执行数忘了改执行率，得分也跟着错。
    错例（成文）:
        某市科技馆2024年度项目支出情况表
        项目\t预算数\t执行数\t执行率
        展厅运行\t80.00\t78.40\t98.00%
        科普活动\t40.00\t36.20\t95.00%
    正例（成文）:
        某市科技馆2024年度项目支出情况表
        项目\t预算数\t执行数\t执行率
        展厅运行\t80.00\t78.40\t98.00%
        科普活动\t40.00\t36.20\t90.50%
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：预算执行率为自评的一级指标，权重 10%
    改法: 按算式更正执行率；执行数或预算数写错的，更正那个数
    """
    for table in tables(document) if scene.finished else ():
        figures = figures_of(table)
        wrong_totals = {each.total[0] for each in column_sums(figures) if each.wrong}  # NUM009 says it
        for head in _heads(figures):
            for row in _rows(figures, head):
                yield from _wrong(figures, head, row, table.section) if row not in wrong_totals else ()


def _heads(figures: Figures) -> Iterator[_Head]:
    for row in range(figures.rows):
        words = [_BRACKET.sub("", figures.words(row, column)) for column in range(figures.columns)]
        rates, spent, budgets = (_columns(words, form) for form in (_RATE, _SPENT, _BUDGET))
        if len(rates) == len(spent) == 1 and budgets:
            yield _Head(row, rates[0], spent[0], tuple(budgets))


def _columns(words: list[str], form: re.Pattern[str]) -> list[int]:
    """The columns with such a head; of a merged head the first."""
    return [at for at, each in enumerate(words) if form.fullmatch(each) and (not at or words[at - 1] != each)]


def _rows(figures: Figures, head: _Head) -> Iterator[int]:
    """The rows below a head, up to words in the column of its rates."""
    for row in range(head.row + 1, figures.rows):
        if figures.words(row, head.rate) and figures.cells[row, head.rate].row > head.row:
            return
        yield row


def _wrong(figures: Figures, head: _Head, row: int, section: str) -> Iterator[Finding]:
    rate, spent = figures.at.get((row, head.rate)), figures.at.get((row, head.spent))
    wholes = [whole for column in head.budgets if (whole := figures.at.get((row, column))) and whole.value > 0]
    if rate is None or spent is None or not wholes or rate.kind not in ("%", "") or spent.kind == "%":
        return
    if any(_fits(spent, whole, rate) for whole in wholes):
        return
    decimals = rate.decimals if rate.kind == "%" or rate.number > 1 else 2
    due = percent(spent.value / wholes[-1].value, decimals)
    cell = figures.cells[row, head.rate]
    note = _(
        "执行数 {spent} ÷ 预算数 {whole} = {due}，写的是 {rate}", spent=spent, whole=wholes[-1], due=due, rate=rate
    )
    yield Finding(cell.origin, _("应为 {due}", due=due), (note,), section=section)


def _fits(spent: Quantity, whole: Quantity, rate: Quantity) -> bool:
    """Whether the rate is their quotient in one of the ways in which it is written: 98.00%, 98.00 or 0.98.

    A rate of 100 may be the most that is given; one cut off in its last place is no error.
    """
    found, due = ratio(_about(spent), _about(whole)), spent.value / whole.value
    if due > 1 and rate.number in (1, _HUNDRED):
        return True
    hundredths = rate if rate.kind == "%" else replace(rate, unit="%")
    as_fraction = rate.kind != "%" and found.meets(rate.interval)
    return as_fraction or found.meets(hundredths.interval) or last_place_only(due, hundredths)


def _about(amount: Quantity) -> Interval:
    """Whole numbers of 万元 are rounded too."""
    half = Decimal(1).scaleb(-amount.decimals) * amount.factor / 2
    return Interval(amount.value - half, amount.value + half)
