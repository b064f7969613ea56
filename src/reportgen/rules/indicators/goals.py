"""Goals in words beside the indicators: every number of a goal has its indicator, and says the same as it."""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.lexicon.lists import characters, lists
from reportgen.model.content import Content, Indicators
from reportgen.model.quantity import Bound, Quantity
from reportgen.numbers import Stated
from reportgen.numbers.units import MONEY, counts, words
from reportgen.place import Written
from reportgen.record import Struct, replace
from reportgen.rules.indicator import Indicator, numbers_of
from reportgen.rules.indicator_sets import IndicatorSet
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_CLAUSE = re.compile(r"[，。；：、！？\n]")
_BACKGROUND = re.compile(
    r"已[有建经完达成]|曾|累计|截至|以来|现有|原有|共有|拥有|上年|去年|历年|往年|经过|成立|建筑|占地|编制|目前|[一二三四五六七八九十]大"
    r"|每[年月周天人次场]|力争|突破|到20\d\d年|[×xX]|方面|聘用|在职|职工|工作人员|36[56]天|[“「]"
)
"""Words of clauses that tell what there is already, or that promise nothing for the year that could be counted."""
_NOT_ASKED = (
    *MONEY,
    *words("小时 分钟 分 秒 岁 层 级 步 页 字 句 段 顶 面 月 个月 季度 星期 周 起 例 道 点 平方米 度 倍 类 种"),
)
_SAYS_NOTHING = set(lists("counting")["套话"])
_TELLING = 1000
"""From here on two equal numbers are no accident."""
_COMMON = set(characters(lists("counting")["套话用字"]))
_ITEM = re.compile(r"(?:^|[。；;\s])(\d{1,2})[、.．][^：:，,。]{2,12}指标[：:]")
_BARE_NAME = re.compile(r"(?:次数|数量|人数|人次|场次|数)$")
_SHORT = 4


class Goal(Struct, frozen=True):
    """A number of a goal with the clause that it stands in."""

    text: Written
    number: Stated
    clause: str

    @property
    def quantity(self) -> Quantity:
        """The number itself."""
        return self.number.quantity

    def finding(self, label: str, *notes: str) -> Finding:
        """What there is to say of the number; likely, never certain."""
        whole = self.text.place
        place = replace(self.text.place_at(self.number.start, self.number.end - self.number.start), spot=whole.spot)
        if whole.spot and self.number.end > whole.length:  # in a later paragraph of the cell
            place = whole
        return Finding(place, label, notes or (_("目标写的是「{clause}」", clause=self.clause),), certain=False)


@rule("IND009", "目标里的数没有对应的指标", Severity.WARNING)
def goal_without_indicator(found: IndicatorSet, scene: Scene) -> Iterator[Finding]:
    """绩效目标里写了数量的，要有对应的指标，指标值与它一致。

    为什么: 目标说了要做、指标里没有，年底就没人核对；两处的数不一样，不知道按哪个考核。
    错例:
        文种: 项目支出绩效目标表（含转移支付项目）
        资金使用单位:
          - 单位名称: 示例县人民医院
            项目:
              - 项目名称: 急救能力建设经费
                财政拨款: 80.00
                绩效目标: 急救中心全年值守365天，新增救护车5辆。
                绩效指标:
                  - {一级指标: 产出指标, 三级指标: 值守天数, 指标值: 不少于365天}
                  - {一级指标: 效益指标, 三级指标: 受益乡镇, 指标值: 不少于20个}
                  - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: 不低于90%}
    正例:
        文种: 项目支出绩效目标表（含转移支付项目）
        资金使用单位:
          - 单位名称: 示例县人民医院
            项目:
              - 项目名称: 急救能力建设经费
                财政拨款: 80.00
                绩效目标: 急救中心全年值守365天，新增救护车5辆。
                绩效指标:
                  - {一级指标: 产出指标, 三级指标: 值守天数, 指标值: 不少于365天}
                  - {一级指标: 产出指标, 三级指标: 新增救护车, 指标值: 不少于5辆}
                  - {一级指标: 效益指标, 三级指标: 受益乡镇, 指标值: 不少于20个}
                  - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: 不低于90%}
    依据: 审核实践：绩效指标是绩效目标的细化和量化，与目标对应
    改法: 补一条指标，或把目标和指标的数改成一致的
    """
    if scene.pack.weights or any(each.points is not None or each.actual for each in found.indicators):
        return
    later = found.midterm_goals if found.midterm else ()  # what is for three years is not held against one
    for goal in goals_of((*found.goals, *later)):
        indicators = (*found.indicators, *found.midterm)
        equal = [each for each in indicators if _says(each, goal)]
        if any(_shared(each.name, goal.clause) for each in equal):
            continue
        near = next((each for each in indicators if _about(each, goal)), None)
        if near or not any(_may_answer(each, goal) for each in equal):
            label = _("没有对应的指标")
            if near:
                label = _("指标「{name}」是 {target}", name=near.name, target=near.target)
            yield goal.finding(label)


def goals_of(texts: Sequence[Written]) -> Iterator[Goal]:
    """The numbers that say what is to be reached; what is told of the past, and what is planned in money, is none."""
    for text in texts:
        for number in numbers_of(text.text):
            unit, start = number.quantity.unit, number.start
            begin = max((match.end() for match in _CLAUSE.finditer(text.text, 0, start)), default=0)
            end = _CLAUSE.search(text.text, number.end)
            clause = text.text[begin : end.start() if end else len(text.text)]
            if unit and unit not in _NOT_ASKED and "/" not in unit and not _BACKGROUND.search(clause):
                yield Goal(text, number, clause)


def _says(each: Indicator, goal: Goal) -> bool:
    """Whether an indicator states this number, of whatever things."""
    values = (stated.quantity for stated in each.stated)
    return any(
        value.value == goal.quantity.value and (value.unit == "%") == (goal.quantity.unit == "%") for value in values
    )


def _may_answer(each: Indicator, goal: Goal) -> bool:
    """Whether an equal number is no accident: it counts the same things, or name and clause share characters."""
    units = {_things(stated.quantity.unit) for stated in each.stated}
    shared = set(each.name) & set(goal.clause) - _COMMON
    return _things(goal.quantity.unit) in units or len(shared) > 1 or goal.quantity.value >= _TELLING


def _things(unit: str) -> str:
    """What a unit counts: visits are counted in people here."""
    return counts(unit).removesuffix("次") or unit


def _about(each: Indicator, goal: Goal) -> bool:
    """Whether an indicator is of the same things as the clause, with another number."""
    value = each.wanted
    same_unit = value is not None and counts(value.unit) == counts(goal.quantity.unit)
    return same_unit and len(_shared(each.name, goal.clause, strict=False)) > 1


def _shared(name: str, clause: str, strict: bool = True) -> set[str]:
    """Pairs of characters that a name and a clause have in common; `strict` leaves out those that say nothing."""
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    return {pair for pair in pairs if pair in clause and not (strict and pair in _SAYS_NOTHING)}


@rule("IND016", "指标的编号不连续", Severity.HINT)
def numbering_begins_again(content: Content, scene: Scene) -> Iterator[Finding]:
    """一个单元格里的指标从 1 编到底，中间不重新起头、不跳号。

    为什么: 编到 7 又从 1 开始，引用「第 2 条指标」时说不清是哪一条。
    错例:
        文种: 项目支出绩效目标表（含转移支付项目）
        资金使用单位:
          - 单位名称: 某县水务局
            项目:
              - 项目名称: 水库运行经费
                财政拨款: 80.00
                绩效目标: 水库全年安全运行。
                绩效指标:
                  - {一级指标: 产出指标, 三级指标: 巡查天数, 指标值: 不少于300天}
                  - {一级指标: 效益指标, 三级指标: 受益村, 指标值: 不少于30个}
                另列指标:
                  - {一级指标: 满意度指标, 三级指标: 用水户满意度, 指标值: 不低于90%}
    正例:
        文种: 项目支出绩效目标表（含转移支付项目）
        资金使用单位:
          - 单位名称: 某县水务局
            项目:
              - 项目名称: 水库运行经费
                财政拨款: 80.00
                绩效目标: 水库全年安全运行。
                绩效指标:
                  - {一级指标: 产出指标, 三级指标: 巡查天数, 指标值: 不少于300天}
                  - {一级指标: 效益指标, 三级指标: 受益村, 指标值: 不少于30个}
                  - {一级指标: 满意度指标, 三级指标: 用水户满意度, 指标值: 不低于90%}
    依据: 审核实践：同一单元格里的编号连续
    改法: 合成一列，从 1 连续编号
    """
    for found in scene.indicator_sets:
        again = found.cells.get("另列指标")
        if isinstance(again, Indicators) and again.rows:
            cell = again.rows[0].cells.get("三级指标")
            place = cell.place if isinstance(cell, Written) else again.place
            yield Finding(place, _("从这里重新从 1 编号"))
    for passage in scene.passages if scene.finished and content.values else ():
        last = 0
        for match in _ITEM.finditer(passage.text) if passage.cell else ():
            number = int(match[1])
            if last and number != last + 1:
                label = _("上一个编号是 {last}", last=last)
                yield Finding(passage.place(*match.span(1)), label, (_("写的是 {number}", number=number),))
            last = number


def bounds_that_drift(found: IndicatorSet, scene: Scene) -> Iterator[tuple[Indicator, str]]:
    """Indicators with a bare figure that the text states with a bound: 「不少于4次」 beside 4次 in the table."""
    bare = [each for each in found.indicators if each.wanted and each.wanted.bound is Bound.EXACT and each.wanted.value]
    for passage in scene.passages if bare else ():
        bounded = [each for each in passage.numbers if each.quantity.bound in (Bound.AT_LEAST, Bound.AT_MOST)]
        for stated in bounded if not passage.cell else ():
            for each in bare:
                name = _BARE_NAME.sub("", each.name)
                same = each.wanted and each.wanted.value == stated.quantity.value
                if same and len(name) >= _SHORT and name in passage.text:
                    yield each, passage.text[stated.start : stated.end]
