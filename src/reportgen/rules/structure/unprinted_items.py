"""What a content file gives and no document of it prints: items of the budget, columns of lists."""

from collections.abc import Iterable, Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.chart import Chart
from reportgen.model.content import FundTable, Indicators
from reportgen.model.document import Document
from reportgen.packs.forms import used_by
from reportgen.place import Place, Written
from reportgen.rules.between.names import plain
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene


@rule("STR042", "预算的分项没有印出来", Severity.WARNING)
def every_item_is_printed(table: FundTable, scene: Scene) -> Iterator[Finding]:
    """「预算」的「分项」里列了的专项，报告或者表里要写到；一个文件做几份文件的，有一份写到就行。

    为什么: 分项加出来的总数印出来了，其中一项却哪里也没有提到，读的人对不上这笔钱。
    错例:
        预算:
          金额单位: 万元
          批复: 320.00
          支出: 312.40
          项目资金: {批复: 120.00, 到位: 120.00, 支出: 114.60}
          分项:
            - {名称: 展厅运行经费, 批复: 80.00, 到位: 80.00, 支出: 78.40}
            - {名称: 科普活动经费, 批复: 30.00, 到位: 30.00, 支出: 27.20}
            - {名称: 展品更新经费, 批复: 10.00, 到位: 10.00, 支出: 9.00}
    正例:
        预算:
          金额单位: 万元
          批复: 320.00
          支出: 312.40
          项目资金: {批复: 120.00, 到位: 120.00, 支出: 114.60}
          分项:
            - {名称: 展厅运行经费, 批复: 80.00, 到位: 80.00, 支出: 78.40}
            - {名称: 科普活动经费, 批复: 30.00, 到位: 30.00, 支出: 27.20}
            - {名称: 展品更新经费, 批复: 10.00, 到位: 10.00, 支出: 9.00}
        收支情况: |
          展品更新经费批复{{ 预算.展品更新经费.批复 }}，支出{{ 预算.展品更新经费.支出 }}。
    依据: 审核实践：每个专项的资金和绩效都要有交代
    改法: 在正文里写明这一项的批复、支出和做了什么；不属于本单位的，从分项里删去
    """
    if scene.finished or not table.items:
        return
    words = "".join(_words((scene.document, *scene.beside)))
    missing = [item for item in table.items if item.name not in words]
    printed = plain(words) if missing else ""
    for item in missing:
        if plain(item.name) not in printed:
            place = Place(item.place.file, item.place.line, item.place.column)
            yield Finding(place, _("「{name}」没有印在任何地方", name=item.name))


def _words(documents: Iterable[Document]) -> Iterator[str]:
    for document in documents:
        yield from (inline.text for inline in document.inlines())
        yield from (block.spoken for block in document.walk() if isinstance(block, Chart))


@rule("STR045", "写了的栏表里不印", Severity.WARNING)
def every_column_is_printed(lines: Indicators, scene: Scene) -> Iterator[Finding]:
    """绩效指标里写了的栏，模板的表里要有这一栏；没有的印不出来，写了等于没写。

    为什么: 填的人以为写在表里了，收到的人看不见：度量单位、指标说明常常这样丢掉。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 示例县人民医院
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 门诊人次, 指标值: ≥3万人次, 完成值: 3万人次, 分值: 50, 依据: 年度工作计划}
          - {一级指标: 效益指标, 三级指标: 惠及乡镇人次, 指标值: ≥1万人次, 完成值: 1万人次, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 示例县人民医院
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 门诊人次, 指标值: ≥3万人次, 完成值: 3万人次, 分值: 50}
          - {一级指标: 效益指标, 三级指标: 惠及乡镇人次, 指标值: ≥1万人次, 完成值: 1万人次, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    依据: 审核实践：写进内容文件的都要印出来
    改法: 单位写在指标值后面；说明、依据写进表里有的栏，或者删去
    """
    if scene.finished or not scene.pack.forms:
        return
    used = {name for form in scene.pack.forms.values() for name in used_by(form)}
    given: dict[str, list[Written]] = {}
    for row in lines.rows:
        for column, cell in row.cells.items():
            if column not in used and isinstance(cell, Written):
                given.setdefault(column, []).append(cell)
    printed = plain("".join(_words((scene.document, *scene.beside)))) if given else ""
    for column, cells in given.items():
        if not any(plain(cell.text) in printed for cell in cells):
            label = _("「{column}」一栏表里没有，印不出来", column=column)
            yield Finding(cells[0].place_at(0, max(1, len(cells[0].text.split("\n")[0]))), label)
