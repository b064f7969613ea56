"""Figures of two years: what was carried over, what is repeated of last year, the staff."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.rules.between.comparisons import CarriedOver, FormerRetold, StaffOfYears
from reportgen.rules.between.wording import in_year, where
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene


@rule("YRS001", "期初结转不等于上年期末", Severity.ERROR)
def carried_over(told: CarriedOver, _scene: Scene) -> Iterator[Finding]:
    """今年的上年结转（期初结转），应等于上一年报告的年末结转；结转比结转，结余比结余。

    不是讲整个单位的报告，两年讲的可能不是一个项目，印作疑似。

    为什么: 一年的期末就是下一年的期初，对不上说明账上少了一笔或多了一笔。
    错例:
        文种: 广东省部门整体支出绩效自评报告
        年度: 2023
        成文日期: 2024年3月20日
        数据:
          结转结余: {年末: 12.50万元}
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        数据:
          结转结余: {年初: 10.50万元}
    正例:
        文种: 广东省部门整体支出绩效自评报告
        年度: 2023
        成文日期: 2024年3月20日
        数据:
          结转结余: {年末: 12.50万元}
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        数据:
          结转结余: {年初: 125000元}
    依据: 审核实践：期初结转等于上年期末结转
    改法: 对照两年的决算更正；期末结余已经上缴财政的，写明上缴数
    """
    if not told.agree:
        yield _against(told)


def _against(told: CarriedOver | FormerRetold) -> Finding:
    label = _("{name}：{value}", name=told.again.name, value=told.again.words)
    words = {"year": told.earlier.year, "value": told.first.words, "again": told.again.words}
    spot = where(told, told.first.place)
    note = _("{year} 年的{where} 写的是 {value}，这里是 {again}", where=spot, **words)
    return Finding(told.again.place, label, (note,), certain=told.earlier.whole and told.later.whole)


@rule("YRS003", "上年数与上年报告不符", Severity.ERROR)
def former_figure(told: FormerRetold, _scene: Scene) -> Iterator[Finding]:
    """「数据」里写明是上年的数，应是上一年报告写的数；增减百分比都从它算起。

    不是讲整个单位的报告，两年讲的可能不是一个项目，印作疑似。

    为什么: 上年数抄错，同比就跟着错；前后两年的报告都公开，谁都能对。
    错例:
        文种: 广东省部门整体支出绩效自评报告
        年度: 2023
        成文日期: 2024年3月20日
        数据:
          接待观众: {合计: 33500人次, 常设展厅: 26000人次, 临时展览: 7500人次}
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        数据:
          接待观众: {本年: 36400人次, 上年: 35300人次}
    正例:
        文种: 广东省部门整体支出绩效自评报告
        年度: 2023
        成文日期: 2024年3月20日
        数据:
          接待观众: {合计: 33500人次, 常设展厅: 26000人次, 临时展览: 7500人次}
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        数据:
          接待观众: {本年: 36400人次, 上年: 3.35万人次}
    依据: 审核实践：同比的基数取上年公布的数
    改法: 照上年的报告更正；上年的数后来调整过的，写明调整的原因
    """
    if not told.agree:
        yield _against(told)


@rule("YRS007", "编制数比上年变动大", Severity.HINT, limit=Decimal(20))
def staff_of_years(told: StaffOfYears, scene: Scene) -> Iterator[Finding]:
    """编制数比上年变动 20% 以上的，要写明原因；正文说到调整、追加的不报。

    为什么: 编制是几年不变的数，忽然差很多，多半是把编制和在职人数写反了。
    错例:
        文种: 广东省部门整体支出绩效自评报告
        年度: 2023
        成文日期: 2024年3月20日
        数据:
          人员: {编制: 21人}
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        数据:
          人员: {编制: 12人}
    正例:
        文种: 广东省部门整体支出绩效自评报告
        年度: 2023
        成文日期: 2024年3月20日
        数据:
          人员: {编制: 13人}
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        数据:
          人员: {编制: 12人}
    依据: 审核实践：编制变动要有机构编制部门的文件
    改法: 核对编制批复；确有调整的，写明文号
    """
    before, now = told.first.readings[0].quantity.value, told.again.readings[0].quantity.value
    if before and abs(now - before) * 100 > scene.limits["YRS007"] * before and not told.later.adjusts:
        label = _("{name}：{value}", name=told.again.name, value=told.again.words)
        yield Finding(told.again.place, label, (in_year(told),), certain=False)
