"""What the money of a unit is made of: basic and project spending, staff and running costs, the three public ones."""

import re
from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import FundColumn, FundTable
from reportgen.model.quantity import like
from reportgen.numbers.equations import Equation, comparable, named, windows
from reportgen.numbers.labels import half_before, label_of
from reportgen.rules.figures.laws import Law, against
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_OF = r"(?:其中)?(?:全年|本年|当年|本年度|年度|实际|部门|单位)*"
_EXPENDITURE = {
    name: re.compile(pattern)
    for name, pattern in {
        "总支出": rf"{_OF}(?:总支出|支出总额|支出[合总共]计|支出总数|支出)(?:金额|数)?",
        "基本支出": rf"{_OF}基本支出(?:金额|数)?",
        "项目支出": rf"{_OF}项目支出(?:金额|数)?",
        "人员经费": rf"{_OF}人员(?:经费|支出)(?:支出)?",
        "公用经费": rf"{_OF}(?:日常)?公用(?:经费|支出)(?:支出)?",
    }.items()
}
_MADE_OF = (
    Equation(("基本支出", "项目支出"), ("总支出",), "总支出"),
    Equation(("人员经费", "公用经费"), ("基本支出",), "基本支出"),
)

_OTHER_SPENDING = re.compile(r"经营支出|上缴上级|附属单位|其他支出|结余分配|债务")
_SPENDING = Law(_EXPENDITURE, _MADE_OF, re.compile("基本支出"), _OTHER_SPENDING)


@rule("NUM020", "基本支出加项目支出不等于总支出", Severity.ERROR)
def basic_and_projects(scene: Scene) -> Iterator[Finding]:
    """总支出等于基本支出加项目支出，基本支出等于人员经费加公用经费。「预算」、同一组数据和一句话里写全了的都核对。

    为什么: 部门支出只分这两块，加不拢说明口径混了，或者抄错了数。
    错例:
        预算:
          金额单位: 万元
          批复: 320.00
          支出: 312.40
          项目资金: {批复: 120.00, 到位: 120.00, 支出: 114.60}
          基本支出: {批复: 200.00, 支出: 187.80}
          分项:
            - {名称: 展厅运行, 批复: 120.00, 到位: 120.00, 支出: 114.60}
    正例:
        预算:
          金额单位: 万元
          批复: 320.00
          支出: 312.40
          项目资金: {批复: 120.00, 到位: 120.00, 支出: 114.60}
          基本支出: {批复: 200.00, 支出: 197.80}
          分项:
            - {名称: 展厅运行, 批复: 120.00, 到位: 120.00, 支出: 114.60}
    依据: 审核实践：部门总支出 = 基本支出 + 项目支出
    改法: 查清哪一个数写错了；有经营支出、上缴上级支出等其他支出的，在文中写明
    """
    for table in scene.content.every(FundTable):
        yield from _in_table(table)
    yield from against(_SPENDING, scene)


def _in_table(table: FundTable) -> Iterator[Finding]:
    basic = next((row for row in table.others if row.name == "基本支出"), None)
    for column in (FundColumn.INITIAL, FundColumn.APPROVED, FundColumn.SPENT):
        if basic is None or table.projects is None:
            return
        rows = [row.figures(column) for row in (table.year, basic, table.projects)]
        given = [row[0] for row in rows if row]
        if len(given) < len(rows):
            continue
        total, first, second = given
        difference = first.value + second.value - total.value
        room = min(each.half_place for each in given) * len(given)
        if abs(difference) > room:
            words = {"column": column.value, "basic": first, "projects": second}
            added = like(first.value + second.value, total)
            note = _("{column}：基本支出 {basic} + 项目资金 {projects} = {added}", added=added, **words)
            apart = _("相差 {amount}", amount=like(abs(difference), total))
            yield Finding(table.year.cells[column].place, str(total), (note, apart))


_PUBLIC = {
    name: re.compile(pattern)
    for name, pattern in {
        "三公经费": rf"{_OF}三公经费(?:财政拨款)?(?:支出|实际支出|总)?(?:[合总共]计|总额|决算|决算数|支出)?",
        "因公出国（境）费": rf"{_OF}因公出国境?(?:费|费用|经费)?(?:支出)?",
        "公务用车费": rf"{_OF}公务用车(?:购置及运行(?:维护)?|购置和运行(?:维护)?)?(?:费|费用|经费)?(?:支出)?",
        "公务用车购置费": rf"{_OF}公务用车购置(?:费|费用|经费)?(?:支出)?",
        "公务用车运行维护费": rf"{_OF}公务用车运行(?:维护)?(?:费|费用|经费)?(?:支出)?",
        "公务接待费": rf"{_OF}公务接待(?:费|费用|经费)?(?:支出)?",
    }.items()
}
_PUBLIC_SUMS = (
    Equation(("因公出国（境）费", "公务用车费", "公务接待费"), ("三公经费",), "三公经费"),
    Equation(("因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费"), ("三公经费",), "三公经费"),
    Equation(("公务用车购置费", "公务用车运行维护费"), ("公务用车费",), "公务用车费"),
)
_PUBLIC_COSTS = Law(_PUBLIC, _PUBLIC_SUMS, re.compile("公务用车"), _OTHER_SPENDING)


@rule("NUM021", "三公经费与各项不符或者超预算", Severity.ERROR)
def three_public_costs(scene: Scene) -> Iterator[Finding]:
    """三公经费等于因公出国（境）费、公务用车购置及运行维护费、公务接待费之和，支出不超过预算。写全了的才核对。

    为什么: 三公经费单独公开，读的人一定会加。
    错例（成文）:
        某市科技馆2024年度部门整体支出绩效评价报告
        全年三公经费支出5.60万元，因公出国（境）费0万元，公务用车购置及运行维护费5.20万元，公务接待费0.60万元。
    正例（成文）:
        某市科技馆2024年度部门整体支出绩效评价报告
        全年三公经费支出5.80万元，因公出国（境）费0万元，公务用车购置及运行维护费5.20万元，公务接待费0.60万元。
    依据: 审核实践：三公经费 = 因公出国（境）费 + 公务用车购置及运行维护费 + 公务接待费
    改法: 更正合计或写错的一项
    """
    yield from against(_PUBLIC_COSTS, scene)
    for passage in scene.passages:
        if "三公" in passage.text and not passage.cell:
            yield from _above_budget(passage)


_BUDGET = re.compile(r"三公”?经费”?(?!.*(?:上年|去年))[^，。]{0,14}(?:预算|批复)(?:数|批复|金额|安排)*")
_SPENT = re.compile(rf"{_OF}(?:三公经费)?(?:支出|决算|决算支出|执行)(?:三公经费)?(?:决算|数|金额)*")


def _above_budget(passage: Passage) -> Iterator[Finding]:
    """三公经费预算5.00万元，支出5.60万元."""
    for spent in passage.numbers:
        before = half_before(passage.text, spent, passage.numbers)
        budget = next((n for n in before if _BUDGET.fullmatch(label_of(passage.text, n))), None)
        if budget is None or not _SPENT.fullmatch(label_of(passage.text, spent)):
            continue
        typed = passage.typed_at(spent.start) or passage.typed_at(budget.start)
        if typed and comparable([spent.quantity, budget.quantity]) and spent.quantity.value > budget.quantity.value:
            over = like(spent.quantity.value - budget.quantity.value, spent.quantity)
            place = passage.place(spent.start, spent.end)
            note = _("预算 {budget}，支出 {spent}", budget=budget.quantity, spent=spent.quantity)
            yield Finding(place, _("超出预算 {over}", over=over), (note,), section=passage.section)


@rule("NUM030", "支出大于收入没有说明", Severity.WARNING)
def spent_more_than_came_in(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """一句话里写了本年收入和本年支出，支出大于收入的，要说明多出的钱从哪里来（上年结转、结余等）。

    为什么: 没有结转，支出不会大于收入；不说明，审核时一定会问。
    错例:
        收支情况: |
          全年收入300.00万元，全年支出312.40万元。
    正例:
        收支情况: |
          全年收入300.00万元，全年支出312.40万元，不足部分使用上年结转资金。
    依据: 审核实践：支出大于收入的，要说明资金来源
    改法: 核对两个数；属实的，写明动用了哪一年的结转、结余
    """
    if "收入" not in passage.text or _MORE_MONEY.search(passage.text):
        return
    for window in windows(passage.text, passage.numbers, told_on=False):
        found = named([(label, each) for label, each in window if each.quantity.unit == "元"], _IN_AND_OUT)
        if len(found) == len(_IN_AND_OUT) and comparable([each.quantity for each in found.values()]):
            came, went = found["收入"], found["支出"]
            if went.quantity.value > came.quantity.value:
                over = like(went.quantity.value - came.quantity.value, went.quantity)
                label, note = (
                    _("超出收入 {over}", over=over),
                    _("收入 {came}，支出 {went}", came=came.quantity, went=went.quantity),
                )
                yield Finding(passage.place(went.start, went.end), label, (note,), certain=False)
                return


_MORE_MONEY = re.compile(r"结转|结余|上年|历年|往年|存量|垫付|借款|赤字|弥补|动用|余额|滚存")
_IN_AND_OUT = {
    "收入": re.compile(rf"{_OF}(?:总收入|收入)(?:总额|[合总共]计)?"),
    "支出": re.compile(rf"{_OF}(?:总支出|支出)(?:总额|[合总共]计)?"),
}
