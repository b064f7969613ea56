"""Documents of one set as a whole: their unit, their year, their dates."""

from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.dates import spell_date
from reportgen.rules.between.comparisons import Days, OddYear, UnitRetold
from reportgen.rules.between.papers import Day, Paper
from reportgen.rules.between.wording import where
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene


@rule("DOC009", "单位名称几份文件写法不一", Severity.WARNING)
def one_unit(told: UnitRetold, _scene: Scene) -> Iterator[Finding]:
    """同一个单位在几份文件里的名称要一样，用全称。

    名称只差一两个字，或者一处全称一处简称，同一年的文件里又有相同的金额，才当作同一个单位。

    为什么: 单位名称和公章不一样的文件，要退回重报；汇总时也会分成两个单位。
    错例:
        文种: 部门整体支出绩效自评表
        ---
        文种: 部门整体支出绩效评价报告
        单位: 某市科学技术馆
        评价: {得分: 95.66分, 等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        ---
        文种: 部门整体支出绩效评价报告
        评价: {得分: 95.66分, 等级: 优}
    依据: 审核实践：单位名称用全称，与公章一致
    改法: 都改成与公章一致的全称
    """
    words = {"where": where(told, told.first.place), "first": told.first.words, "again": told.again.words}
    note = _("{where} 写的是「{first}」，这里是「{again}」", **words)
    yield Finding(told.again.place, told.again.words, (note,))


@rule("DOC007", "年度与同一套文件不同", Severity.WARNING)
def one_year(odd: OddYear, _scene: Scene) -> Iterator[Finding]:
    """同一套目标表、自评表、报告是同一个年度。

    一份文件的年度与别的都差一年，而它的成文日期正好是别的文件那一年的下一年，印作疑似：年度多半没有改。

    为什么: 拿去年的文件改，年度往往忘了改。
    错例:
        文种: 部门整体支出绩效自评表
        ---
        文种: 项目支出绩效自评表
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2023
        成文日期: 2025年3月20日
    正例:
        文种: 部门整体支出绩效自评表
        ---
        文种: 项目支出绩效自评表
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        成文日期: 2025年3月20日
        评价: {得分: 95.66分, 等级: 优}
    依据: 审核实践：一套自评材料说的是同一个年度
    改法: 核对年度；确实是上一年度的，不用改
    """
    day = next(day for day in odd.later.days if day.name == "成文日期")
    words = {"where": where(odd, odd.earlier.head), "year": odd.earlier.year, "day": spell_date(day.day)}
    note = _("{where} 等同一单位的文件是 {year} 年度，这份的成文日期是 {day}", **words)
    yield Finding(odd.later.head, _("年度是 {year}", year=odd.later.year), (note,), certain=False)


@rule("DOC011", "几份文件的日期次序不对", Severity.WARNING)
def dates_in_order(pair: Days, _scene: Scene) -> Iterator[Finding]:
    """同一年度的文件，批复日期在前，自评和报告的成文日期在后。

    为什么: 先有目标后有自评；次序倒过来，说明日期写错，或者文件是补的。
    错例:
        文种: 部门（单位）整体支出绩效目标批复表
        年度: 2024
        批复日期: 2025年4月10日
        打印日期: 2025年4月12日
        中期期间: 2024年—2026年
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        成文日期: 2025年3月20日
    正例:
        文种: 部门（单位）整体支出绩效目标批复表
        年度: 2024
        批复日期: 2024年2月10日
        打印日期: 2024年2月12日
        中期期间: 2024年—2026年
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        成文日期: 2025年3月20日
    依据: 审核实践：先批复目标，后自评，再写报告
    改法: 核对两处日期，更正写错的一处
    """
    first, again = _last(pair.earlier), _last(pair.later)
    if pair.earlier.stage is not pair.later.stage and first.day > again.day:
        words = {"where": where(pair, first.place), "name": first.name, "day": spell_date(first.day)}
        note = _("{where} 的{name}是 {day}，比这里晚", **words)
        label = _("{name} {day}", name=again.name, day=spell_date(again.day))
        yield Finding(again.place, label, (note,))


def _last(paper: Paper) -> Day:
    return max(paper.days, key=lambda day: day.day)
