"""Amounts in the columns of a table: as many decimals in each row."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.document import Table
from reportgen.model.table import Cell
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_FIGURE = re.compile(r"-?\d[\d,]*(?:\.(?P<decimals>\d+))?")
_MONEY = re.compile("金额|预算|决算|拨款|资金|支出|收入|批复|到位|执行数")
_RATE = re.compile("率|%|％|分值|得分")
_BLANK = re.compile(r"[\s　*—/-]*")
_ROWS = 3


Figure = tuple[Cell, re.Match[str]]


@rule("FMT010", "同一列金额小数位数不一", Severity.HINT)
def decimals_in_column(table: Table, _scene: Scene) -> Iterator[Finding]:
    """表格里同一列的金额，小数位数要一样，一般保留两位；0 可以只写 0。

    为什么: 195、406.5、3450.28 排在一列，小数点对不齐，也看不出是不是漏了几位。
    错例:
        文种: 部门（单位）整体支出绩效目标批复表
        年度主要任务:
          - {任务名称: 水库运行经费, 主要内容: 水库大坝巡查维修。, 市财政拨款: 80, 其他资金: 0}
          - {任务名称: 河道清淤经费, 主要内容: 清理河道。, 市财政拨款: 36.5, 其他资金: 0}
          - {任务名称: 基本支出经费, 主要内容: 人员经费。, 市财政拨款: 200.25, 其他资金: 0}
    正例:
        文种: 部门（单位）整体支出绩效目标批复表
        年度主要任务:
          - {任务名称: 水库运行经费, 主要内容: 水库大坝巡查维修。, 市财政拨款: 80.00, 其他资金: 0}
          - {任务名称: 河道清淤经费, 主要内容: 清理河道。, 市财政拨款: 36.50, 其他资金: 0}
          - {任务名称: 基本支出经费, 主要内容: 人员经费。, 市财政拨款: 200.25, 其他资金: 0}
    依据: 公文用语习惯：同一列数字小数位数相同
    改法: 按位数最多的补齐，一般保留两位小数
    """
    for column in sorted({cell.column for cell in table.cells}):
        for run in _runs(table, column):
            places = sorted({_places(match) for _cell, match in run})
            if len(run) >= _ROWS and len(places) > 1:
                cell, match = next(figure for figure in run if _places(figure[1]) != places[-1])
                note = _("这一列有 {places} 位小数的", places="、".join(map(str, places)))
                place = Passage(match[0], cell.paragraphs[0]).place(0, len(match[0]))
                yield Finding(place, _("「{figure}」与同列位数不同", figure=match[0]), (note,), section=table.section)


def _places(match: re.Match[str]) -> int:
    return len(match["decimals"] or "")


def _runs(table: Table, column: int) -> Iterator[list[Figure]]:
    """The amounts that stand below one head of money, without noughts and without what the program worked out."""
    head, below, run = "", False, list[Figure]()
    for cell in sorted(table.cells, key=lambda each: each.row):
        if not cell.column <= column < cell.column + cell.columns or _BLANK.fullmatch(cell.text):
            continue
        match = _FIGURE.fullmatch(cell.text.strip())
        if not match:
            yield run
            head, below, run = cell.text if below else head + cell.text, False, []
            continue
        below = True
        if cell.column == column and cell.origin.line and match[0] != "0" and _is_money(head):
            run.append((cell, match))
    yield run


def _is_money(head: str) -> bool:
    return bool(_MONEY.search(head)) and not _RATE.search(head)
