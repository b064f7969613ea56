"""Tables that are too wide, and what page breaks part."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.layout import Layout
from reportgen.model.quantity import plain
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene


@rule("LAY006", "表格超出版心或表头没有重复", Severity.WARNING, limit=Decimal(5))
def tables_fit(layout: Layout, scene: Scene) -> Iterator[Finding]:
    """表格不宽过版心（Word 的表格左右各多出一条格边，5 毫米以内不算）；跨页的表格每页都要有表头，没有表头的登记表除外。

    为什么: 超出的一列打印时被切掉；下一页没有表头，读的人不知道每一列是什么。
    错例（版面）:
        表格:
          - {名称: 表1, 宽: 183, 版心宽: 156}
    正例（版面）:
        表格:
          - {名称: 表1, 宽: 156, 版心宽: 156}
          - {名称: 表2, 宽: 156, 版心宽: 156, 页数: 2, 表头: 每页}
    依据: 审核实践：打印以前看表格是否完整、跨页有无表头
    改法: 把列宽调到版心以内，或把这一页改为横排；选中表头行，勾选「重复标题行」
    """
    for table in layout.tables:
        place = layout.place(f"表格.{table.name}")
        over = table.width - table.room if table.room else Decimal(0)
        if over > scene.limits["LAY006"]:
            note = _("表宽 {width} 毫米，版心宽 {room} 毫米", width=plain(table.width), room=plain(table.room or over))
            yield Finding(place, _("{name}比版心宽 {over} 毫米", name=table.name, over=plain(over)), (note,))
        elif not table.head_again:
            label = _("{name}跨 {pages} 页，只有第一页有表头", name=table.name, pages=table.pages)
            yield Finding(place, label, certain=False)


@rule("LAY007", "标题落在页末或落款单独成页", Severity.HINT)
def pages_break_well(layout: Layout, _scene: Scene) -> Iterator[Finding]:
    """标题与它下面的正文不分在两页；署名和成文日期不单独占一页。知道分页的文件（PDF，或 Word 存过的 docx）才查。

    为什么: 页末孤零零一个标题，容易被当成没有内容；落款单独一页，谁都可以换掉前面的页。
    错例（版面）:
        页末标题: [三、存在的问题]
    正例（版面）:
        页末标题: []
    依据: 《党政机关公文格式》（GB/T 9704-2012）：版面容不下印章和成文日期时，调整行距、字距解决
    改法: 标题设「与下段同页」；落款单独成页的，略调前面的行距、字距，让正文与落款同页
    """
    if layout.stranded:
        others = len(layout.stranded) - 1
        notes = (_("另有 {count} 个标题也是这样", count=others),) if others else ()
        label = _("「{heading}」在页末，正文在下一页", heading=layout.stranded[0])
        yield Finding(layout.place("末行.0"), label, notes)
    if layout.lonely:
        yield Finding(layout.place("落款"), _("落款单独占一页"))
