"""Forms filled in as they ask: no blank where others of the column are filled, no more characters than fit."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.document import Document
from reportgen.model.lattice import Lattice
from reportgen.model.table import Cell
from reportgen.record import Struct
from reportgen.rules.chapters import cell_place, tables
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_NAME = re.compile(r"三级指标|指标名称|绩效指标名称")
_ASKED = re.compile(
    r"(?:年度|计划|目标)?指标值(?:[（(].*)?|目标值|(?:实际|全年)?完成值|实际完成(?:值|情况)|(?:自评|实际)?得分|分值(?:[（(].*)?|权重(?:[（(].*)?"
)
_RESULT = re.compile(r"(?:实际|全年)?完成值|实际完成(?:值|情况)|(?:自评|实际)?得分")
_EVALUATES = re.compile(r"(?:自评|评价|评分)[^监控]{0,6}$")
"""The titles of forms that tell results: not those of targets, nor of a year under way."""
_FEWEST = 3
_A_NAME = re.compile(r"[\u4e00-\u9fff]{2}")
_A_VALUE = re.compile(r"^[≥≤＝=><大小等]|^\d[\d.]*\s*[%％分个次人]?$|[%％]$")
_ASIDE = re.compile(r"合\s*计|总\s*分|小\s*计|总\s*计|[一二三]级指标|^其中|说\s*明|备\s*注|^\.+$|^…+$")


class _Column(Struct, frozen=True):
    """A column under a head: the rows below it that name an indicator."""

    head: str
    filled: int
    blank: tuple[Cell, ...]
    """The cells that name the indicators whose value is blank."""


@rule("STR020", "表格必填格空白", Severity.WARNING)
def no_blank_in_a_form(document: Document, scene: Scene) -> Iterator[Finding]:
    """别人写好的表，绩效指标写了名称的，指标值、完成值、分值、得分也要填；同一栏别的行都填了，这一行空着的才查。

    自评表、评分表，完成值或得分整栏没有填的也说一次，印「疑似」。内容文件里空着的格由 STR041 查。

    为什么: 指标没有值就没法考核，完成值、得分空着，总分就对不上。
    错例（成文）:
        示例县人民医院2024年度部门整体支出绩效自评表
        三级指标	年度指标值	实际完成值
        门诊人次	≥3.6万人次	3.7万人次
        义诊活动	≥20场	21场
        设备完好率	≥95%	96%
        患者满意度	≥90%
    正例（成文）:
        示例县人民医院2024年度部门整体支出绩效自评表
        三级指标	年度指标值	实际完成值
        门诊人次	≥3.6万人次	3.7万人次
        义诊活动	≥20场	21场
        设备完好率	≥95%	96%
        患者满意度	≥90%	93%
    依据: 审核实践：绩效目标表、自评表逐格填全
    改法: 填上；没有这一项的，整行删去或写明「不涉及」
    """
    evaluates = _EVALUATES.search(document.metadata.title)
    for table in tables(document) if scene.finished else ():
        columns = list(_columns(Lattice(table)))
        for column in columns:
            for cell in column.blank if len(column.blank) < column.filled else ():
                label = _("「{name}」没有填{head}", name=cell.compact, head=column.head)
                yield Finding(cell_place(cell), label, section=table.section)
        for column in columns if evaluates and any(column.filled >= _FEWEST for column in columns) else ():
            if not column.filled and len(column.blank) >= _FEWEST and _RESULT.fullmatch(column.head):
                label = _("「{head}」一栏都没有填", head=column.head)
                yield Finding(cell_place(column.blank[0]), label, certain=False, section=table.section)


def _columns(form: Lattice) -> Iterator[_Column]:
    """The columns that must be filled, head row by head row; where values stand under names, columns have slipped."""
    heads = [cell for cell in form.table.cells if _NAME.fullmatch(cell.compact)]
    for head in heads:
        end = min((other.row for other in heads if other.row > head.row), default=form.table.row_count)
        below = [(row, form.at(row, head.column)) for row in range(head.row + head.rows, end)]
        named = [(row, cell) for row, cell in below if cell and cell.row == row and _names_an_indicator(cell)]
        shifted = any(cell and _A_VALUE.search(cell.compact) for _row, cell in below)
        for asked in _asked(form, head, heads) if not shifted else ():
            blank = tuple(cell for row, cell in named if not _words(form, row, asked.column))
            yield _Column(asked.compact, len(named) - len(blank), blank)


def _words(form: Lattice, row: int, column: int) -> str:
    cell = form.at(row, column)
    return cell.compact if cell else ""


def _asked(form: Lattice, head: Cell, heads: list[Cell]) -> list[Cell]:
    """The heads right of the head, up to the next of its kind in the row, that ask for something."""
    beside = [other.column for other in heads if other.row == head.row and other.column > head.column]
    last = min(beside, default=form.width)
    right = [cell for cell in form.row(head.row) if head.column + head.columns <= cell.column < last]
    return [cell for cell in right if _ASKED.fullmatch(cell.compact)]


def _names_an_indicator(cell: Cell) -> bool:
    """Whether a cell names an indicator and is no total or remark."""
    return bool(_A_NAME.search(cell.compact)) and not _ASIDE.search(cell.compact)
