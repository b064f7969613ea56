"""Totals in tables: what stands above, below or beside them must add up to them."""

import re
from collections.abc import Callable, Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.document import Document, PageTurn
from reportgen.model.quantity import like, plain
from reportgen.model.table import Table
from reportgen.numbers.table_changes import changes
from reportgen.numbers.table_sums import TableSum, column_sums, row_sums
from reportgen.numbers.tables import Figures, figures_of
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_TOTAL = re.compile(r"[小合总共]\s*计|总额|总数")


@rule("NUM009", "表中合计与各行之和不符", Severity.ERROR)
def totals_of_columns(document: Document, _scene: Scene) -> Iterator[Finding]:
    """表里的小计、合计、总计，应等于它所合计的各行之和，各栏分别核对。

    只在表的结构看得清楚时才报：有表头，各行在合计的同一边，而且别的栏按同样的办法加得拢，或者相差不到一成。比率、
    分值等不相加的栏不看；几行里有小计的，先按小计看。

    为什么: 读表的人会把一栏加一遍；加不拢多半是改了一行，忘了改合计。
    错例（成文）:
        某市科技馆2024年度项目支出情况表
        项目\t批复\t支出
        展厅运行\t80.00\t78.40
        科普活动\t40.00\t36.20
        合计\t120.00\t114.90
    正例（成文）:
        某市科技馆2024年度项目支出情况表
        项目\t批复\t支出
        展厅运行\t80.00\t78.40
        科普活动\t40.00\t36.20
        合计\t120.00\t114.60
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：单位对自评结果的真实性负责
    改法: 更正合计，或更正写错的一行
    """
    for table in _alone(document):
        yield from _wrong(table, column_sums)


@rule("NUM010", "表中一行的总额与各来源之和不符", Severity.ERROR)
def totals_of_rows(document: Document, _scene: Scene) -> Iterator[Finding]:
    """一行里的小计、总计，应等于同一行的财政拨款、财政专户、其他资金等各来源之和；上年数加增减数，应等于本年数。

    为什么: 总额和来源写在一行，一眼就能看出加不拢。
    错例（成文）:
        某市科技馆2024年度项目支出预算表
        项目\t总计\t财政拨款\t其他资金
        展厅运行\t80.00\t75.00\t5.00
        科普活动\t40.00\t38.00\t3.00
    正例（成文）:
        某市科技馆2024年度项目支出预算表
        项目\t总计\t财政拨款\t其他资金
        展厅运行\t80.00\t75.00\t5.00
        科普活动\t40.00\t37.00\t3.00
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：单位对自评结果的真实性负责
    改法: 更正总额，或更正写错的来源
    """
    for block in document.walk():
        if isinstance(block, Table):
            yield from _wrong(block, _along_the_rows)


def _along_the_rows(figures: Figures) -> list[TableSum]:
    return [*row_sums(figures), *changes(figures)]


def _alone(document: Document) -> Iterator[Table]:
    """Tables that stand alone: of two that follow each other one may go on with the other's rows."""
    blocks = [block for block in document.walk() if not isinstance(block, PageTurn)]
    for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        if isinstance(block, Table) and not isinstance(before, Table) and not isinstance(after, Table):
            yield block


def _wrong(table: Table, sums: Callable[[Figures], list[TableSum]]) -> Iterator[Finding]:
    """A form that works its totals out is right; others are looked at when there is a total."""
    if any(cell.total_of for cell in table.cells) or not any(_TOTAL.search(cell.text) for cell in table.cells):
        return
    figures = figures_of(table)
    for each in sums(figures):
        cell = figures.cells[each.total]
        if each.wrong and cell.origin.line:
            yield Finding(cell.origin, cell.text.strip(), _working(each, figures), section=table.section)


def _working(each: TableSum, figures: Figures) -> tuple[str, ...]:
    total = figures.at[each.total]
    parts = [plain(figures.at[part].value / total.factor) for part in each.parts]
    added = like(total.value + each.difference, total)
    return (
        _("{count} 项相加得 {sum}：{working}", count=len(parts), sum=added, working=" + ".join(parts)),
        _("与总数 {total} 相差 {amount}", total=total, amount=like(abs(each.difference), total)),
    )
