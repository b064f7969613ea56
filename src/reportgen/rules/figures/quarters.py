"""Plans by quarter: cumulative progress never goes back and ends at all of it."""

from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.quantity import Quantity
from reportgen.model.table import Cell, Table
from reportgen.numbers.tables import figures_of
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_QUARTERS = ("第一季度", "第二季度", "第三季度", "第四季度")
_ALL = 100


@rule("NUM031", "分季度累计进度倒退或没有到100%", Severity.ERROR)
def cumulative_progress(table: Table, _scene: Scene) -> Iterator[Finding]:
    """资金支出计划按季度写累计进度的，后一季不应少于前一季，第四季度应是 100%。

    为什么: 累计进度写成当季进度是常见的错，汇总以后监控就会误报。
    错例:
        文种: 部门总体绩效目标及保障措施
        项目:
          - 项目名称: 科普活动经费
            项目编码: 405002B25DX0001
            预算数: 100
            财政资金: 100
            用途: 用于科普活动。
            第一季度: 25.00
            第二季度: 20.00
            第三季度: 80.00
            第四季度: 100.00
            绩效目标: 开展科普活动。
            绩效指标:
              - {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 科普活动, 指标说明: 全年, 指标值: 4次, 依据: 计划}
              - {一级指标: 效益指标, 二级指标: 社会效益, 三级指标: 参加人次, 指标说明: 全年, 指标值: ≥400人次}
              - {一级指标: 满意度指标, 二级指标: 服务对象, 三级指标: 满意度, 指标说明: 问卷, 指标值: ≥90%, 依据: 问卷}
    正例:
        文种: 部门总体绩效目标及保障措施
        项目:
          - 项目名称: 科普活动经费
            项目编码: 405002B25DX0001
            预算数: 100
            财政资金: 100
            用途: 用于科普活动。
            第一季度: 25.00
            第二季度: 40.00
            第三季度: 80.00
            第四季度: 100.00
            绩效目标: 开展科普活动。
            绩效指标:
              - {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 科普活动, 指标说明: 全年, 指标值: 4次, 依据: 计划}
              - {一级指标: 效益指标, 二级指标: 社会效益, 三级指标: 参加人次, 指标说明: 全年, 指标值: ≥400人次}
              - {一级指标: 满意度指标, 二级指标: 服务对象, 三级指标: 满意度, 指标说明: 问卷, 指标值: ≥90%, 依据: 问卷}
    依据: 审核实践：季度支出计划按累计进度填报，第四季度为 100%
    改法: 按累计数改写各季度的进度
    """
    words = [(cell, cell.compact) for cell in table.lines()]
    if not any("累计" in text for _cell, text in words):
        return
    heads = [cell for cell, text in words if text in _QUARTERS]
    for at in range(0, len(heads) - len(_QUARTERS) + 1, len(_QUARTERS)):
        yield from _wrong(table, heads[at : at + len(_QUARTERS)])


def _wrong(table: Table, heads: list[Cell]) -> Iterator[Finding]:
    figures = figures_of(table)
    places = [(head.row + head.rows, head.column) for head in heads]
    if not all(place in figures.at for place in places):
        return
    plan = [figures.at[place] for place in places]
    row = " → ".join(str(each.number) for each in plan)
    for before, each, place in zip(plan, plan[1:], places[1:], strict=False):
        if each.number < before.number:
            yield _finding(table, figures.cells[place], _("比前一季的 {before} 少", before=before), row)
            return
    if plan[-1].number != _ALL:
        yield _finding(table, figures.cells[places[-1]], _ending(plan[-1]), row)


def _ending(last: Quantity) -> str:
    return _("第四季度是 {last}，不是 100%", last=last)


def _finding(table: Table, cell: Cell, label: str, row: str) -> Finding:
    return Finding(cell.origin, label, (_("各季度累计：{row}", row=row),), section=table.section)
