"""Items of the budget that no document of the file prints."""

from collections.abc import Iterable, Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.chart import Chart
from reportgen.model.content import FundTable
from reportgen.model.document import Document
from reportgen.place import Place
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
    printed = plain("".join(_words((scene.document, *scene.beside))))
    for item in table.items:
        if plain(item.name) not in printed:
            place = Place(item.place.file, item.place.line, item.place.column)
            yield Finding(place, _("「{name}」没有印在任何地方", name=item.name))


def _words(documents: Iterable[Document]) -> Iterator[str]:
    for document in documents:
        yield from (inline.text for inline in document.inlines())
        yield from (block.spoken for block in document.walk() if isinstance(block, Chart))
