"""Values of indicators: measurable, with sign, figure and unit, and in the words of a target."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.model.quantity import Quantity
from reportgen.numbers.units import by_characters, known
from reportgen.rules.indicator import Indicator, bare_name, is_rate
from reportgen.rules.indicator_sets import IndicatorSet
from reportgen.rules.indicators.goals import bounds_that_drift
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_SIGN_ALONE = re.compile(r"[≥≤><＞＜=＝≧≦]+\D*")
_OTHER_FIGURE = re.compile(r"预算|上年|去年|计划|标准|规定|平均|批复")
_SHARE_NAME = re.compile(r"(?:满意[度率]|合格率|完好率|达标率|覆盖率|准确率|到位率|及时率|合规率|合法率|公开率)$")
_COUNTED = either(lists("counting")["数量单位"])
_UNIT_IN_NAME = re.compile(rf"[（(](?:[%％‰]|[^（()）]{{0,6}}(?:{_COUNTED}|{by_characters(known())}|[年分米]))[)）]")
"""更新数量（套）: the name says what is counted."""
_COUNT_OF = re.compile(rf"[^\W\d](?:{either(lists('counting')['名称末尾的单位'])})数?$")
_VAGUE = re.compile(
    r"提[高升]|改善|增强|促进|推动|推进|有效(?!期|投诉|问卷|样本|降低率)|显著|明显|较好|良好|充分|进一步|不断|助力|弘扬|体现|加强"
)
_NUMERAL = re.compile(r"[\d０-９]|[一二两三四五六七八九十百千万]+[名个项次场所件]")
_RATE_NAME = re.compile(r"(?<![频效功速汇利税])率$|比例$|占比$|比重$|百分比$|满意度$")
_COUNT_NAME = re.compile(rf"(?:{either(lists('counting')['数量名称'])})$")
_GROWTH = re.compile(r"增[长加幅]|提高|提升|下降|降低|减少|完成|比上年|同比")
_NOT_RATES = lists("counting")["数量单位"]
_DONE = re.compile(
    r"(?:提[高升供]|改善|增强|促进|完成|实现|保障|推[动进]|扩大|带动|举办|开展|建[成立]|解决|加强|增加|降低|减少|培养|普及"
    r"|满足|缓解|优化|达到|完善|丰富|激发)了"
)
_BEGINS_DONE = re.compile(rf"(?:^|[。；\n]|目标\d[：:]|[（(]?\d[）).、．])\s*(?P<done>{_DONE.pattern})")
_WORDY = re.compile(
    r"^(?:不[少低]于|不[超高多大]过?于?|[大小][于]等于|[大小高低多少]于|至少|超过)\d|\d\D{0,4}(?:以[上下内])$"
)
_SIGNED = re.compile(r"^[≥≤><＞＜]")
_FEW_SIGNED = 3


@rule("IND002", "指标值没有数或单位", Severity.WARNING)
def value_without_unit(found: IndicatorSet, scene: Scene) -> Iterator[Finding]:
    """指标值由符号、数和单位组成，如 ≥300天、≤80万元、≥95%；比例不会超过 100%。内容文件里，完成值也要写单位。

    为什么: 只写「9万」，分不清是人还是人次，年底没法核对。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 某区图书馆
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 图书外借, 指标值: ≥9万}
          - {一级指标: 效益指标, 三级指标: 服务社区, 指标值: ≥30个}
          - {一级指标: 满意度指标, 三级指标: 读者满意度, 指标值: ≥90%}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 某区图书馆
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 图书外借, 指标值: ≥9万册}
          - {一级指标: 效益指标, 三级指标: 服务社区, 指标值: ≥30个}
          - {一级指标: 满意度指标, 三级指标: 读者满意度, 指标值: ≥90%}
        评价: {等级: 优}
    依据: 审核实践：定量指标的指标值写符号、数和计量单位
    改法: 补上符号、数或单位，如 ≥9万册
    """
    for each in found.every:
        wanted, label = each.wanted, ""
        if wanted is None:
            alone = _SIGN_ALONE.fullmatch(each.target) and not _OTHER_FIGURE.search(each.target)
            label = _("只有符号，没有数") if alone else ""
        elif not wanted.unit and wanted.value and not _unit_in_name(each, scene.finished):
            label = _("没有写单位")
        elif _SHARE_NAME.search(bare_name(each.name)) and is_rate(wanted) and wanted.value > 1:
            label = _("比例不会超过 100%")
        if label:
            note = _("「{name}」的指标值是「{target}」", name=each.name, target=each.target)
            yield Finding(each.place("指标值"), label, (note,))
        if not scene.finished and each.earned is not None and (unit := each.missing_unit):
            note = _("指标值的单位是「{unit}」", unit=unit)
            yield Finding(each.place("完成值"), _("完成值没有写单位"), (note,))


def _unit_in_name(each: Indicator, finished: bool) -> bool:
    """Whether the name says the unit: 更新数量（套）; 培训人次 with a plain 120 in a finished document.

    Of 3万 it is asked all the same, and of 300 where 305天 was reached. In a content file it is always asked: the score
    is worked out from both figures.
    """
    counted = finished and _COUNT_OF.search(each.name) and each.wanted and not each.wanted.scale
    return bool(_UNIT_IN_NAME.search(each.name) or (counted and not (each.reached and each.reached.unit)))


@rule("IND003", "指标值不可衡量", Severity.WARNING)
def value_not_measurable(found: IndicatorSet, scene: Scene) -> Iterator[Finding]:
    """指标值要能量出来：写数，或者写清达到什么状态；只写「提高」「改善」「有效」不行。决策、过程类指标由评价人判断，不查。

    为什么: 「进一步提高」没有标准，完没完成全凭自己说，审计常把它列为目标设置的问题。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 某县人民法院
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 审结案件, 指标值: ≥3000件}
          - {一级指标: 效益指标, 三级指标: 司法公信力, 指标值: 进一步提高}
          - {一级指标: 满意度指标, 三级指标: 当事人满意度, 指标值: ≥90%}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 某县人民法院
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 审结案件, 指标值: ≥3000件}
          - {一级指标: 效益指标, 三级指标: 服判息诉的比例, 指标值: ≥85%}
          - {一级指标: 满意度指标, 三级指标: 当事人满意度, 指标值: ≥90%}
        评价: {等级: 优}
    依据: 审核实践：绩效指标应细化、量化，不能量化的写清可以检验的状态
    改法: 换成能量出来的数，或写清达到什么状态算完成
    """
    for each in found.every:
        vague = None if _NUMERAL.search(each.target) or each.of_management else _VAGUE.search(each.target)
        if vague:
            note = _("「{name}」的指标值里没有数，也没有可以检验的标准", name=each.name)
            label = _("「{word}」到什么程度没有说", word=vague[0])
            yield Finding(each.place("指标值"), label, (note,), certain=not scene.pack.weights)


@rule("IND006", "指标名称与值的单位不合", Severity.WARNING)
def unit_against_name(found: IndicatorSet, _scene: Scene) -> Iterator[Finding]:
    """名称是比率的，值写百分数；名称是数量的，值写次、人这样的单位。

    为什么: 「减少率」的值写成分钟，说明值填串了行，年底没法算得分。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 某市第二中学
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 课桌椅完好率, 指标值: ≥95件}
          - {一级指标: 效益指标, 三级指标: 受益学生, 指标值: ≥1200人}
          - {一级指标: 满意度指标, 三级指标: 家长满意度, 指标值: ≥90%}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 某市第二中学
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 课桌椅完好率, 指标值: ≥95%}
          - {一级指标: 效益指标, 三级指标: 受益学生, 指标值: ≥1200人}
          - {一级指标: 满意度指标, 三级指标: 家长满意度, 指标值: ≥90%}
        评价: {等级: 优}
    依据: 审核实践：指标值的计量单位与指标名称一致
    改法: 核对是不是填串了行；名称和值改成一致的
    """
    for each in found.every:
        value = _only_figure(each)
        name = bare_name(each.name)
        if value is None or not value.unit:
            continue
        rate_in_things = _RATE_NAME.search(name) and value.unit in _NOT_RATES
        things_in_rate = _COUNT_NAME.search(name) and is_rate(value) and not _GROWTH.search(name + each.target)
        if rate_in_things or things_in_rate:
            label = _("值的单位是「{unit}」", unit=value.scale + value.unit)
            yield Finding(each.place("指标值"), label, (_("指标名称：{name}", name=each.name),))


def _only_figure(each: Indicator) -> Quantity | None:
    """The figure of the value; that of a sentence when it states just one."""
    if each.wanted:
        return each.wanted
    return each.stated[0].quantity if len(each.stated) == 1 else None


@rule("IND015", "目标用了完成的语气", Severity.WARNING)
def target_in_the_past(found: IndicatorSet, _scene: Scene) -> Iterator[Finding]:
    """指标和目标写将要达到什么，不写「提高了」「提供了」。

    为什么: 还没做的事写成做完了，说明是抄来的，或者从总结里搬过来的。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 某区示例街道办事处
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 接待居民人次, 指标值: ≥3万人次}
          - {一级指标: 效益指标, 三级指标: 提供了便民场所, 指标值: ≥2处}
          - {一级指标: 满意度指标, 三级指标: 居民满意度, 指标值: ≥90%}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 某区示例街道办事处
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 接待居民人次, 指标值: ≥3万人次}
          - {一级指标: 效益指标, 三级指标: 提供便民场所, 指标值: ≥2处}
          - {一级指标: 满意度指标, 三级指标: 居民满意度, 指标值: ≥90%}
        评价: {等级: 优}
    依据: 审核实践：绩效目标是预期达到的结果
    改法: 去掉「了」，写要达到的数量或状态
    """
    for each in found.every:
        for column, text in (("三级指标", each.name), ("指标值", each.target)):
            said = _DONE.search(text)
            if said:
                yield Finding(each.place(column), _("「{said}」是完成的语气", said=said[0]))
    for goal in (
        *found.goals,
        *found.midterm_goals,
    ):  # inside a goal what was done may be told: 引进平衡计分卡以来提高了……
        for match in _BEGINS_DONE.finditer(goal.text):
            label = _("「{said}」是完成的语气", said=match["done"])
            yield Finding(goal.place_at(match.start("done"), len(match["done"])), label)


@rule("IND019", "指标值的文字与符号混用", Severity.HINT)
def words_among_signs(found: IndicatorSet, scene: Scene) -> Iterator[Finding]:
    """指标值都用符号（≥、≤），不要有的写「小于等于」；正文写「不少于4次」的，表里也写 ≥4次。

    为什么: 一张表两种写法，系统按符号判断高低，文字的那条会算错。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 样板镇人民政府
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 清运垃圾, 指标值: 不少于3万吨}
          - {一级指标: 产出指标, 三级指标: 路灯完好率, 指标值: ≥95%}
          - {一级指标: 效益指标, 三级指标: 受益村, 指标值: ≥12个}
          - {一级指标: 满意度指标, 三级指标: 村民满意度, 指标值: ≥90%}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 样板镇人民政府
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 清运垃圾, 指标值: ≥3万吨}
          - {一级指标: 产出指标, 三级指标: 路灯完好率, 指标值: ≥95%}
          - {一级指标: 效益指标, 三级指标: 受益村, 指标值: ≥12个}
          - {一级指标: 满意度指标, 三级指标: 村民满意度, 指标值: ≥90%}
        评价: {等级: 优}
    依据: 审核实践：同一张表的指标值写法一致
    改法: 改成符号：不少于、不低于、以上写 ≥，不超过、以内写 ≤
    """
    signed = sum(bool(_SIGNED.match(each.target)) for each in found.every)
    wordy = [each for each in found.every if each.wanted and _WORDY.search(each.target)]
    if signed >= _FEW_SIGNED * max(len(wordy), 1):
        for each in wordy:
            note = _("本表另有 {count} 条指标值用符号", count=signed)
            yield Finding(each.place("指标值"), _("「{target}」用了文字", target=each.target), (note,))
    for each, said in bounds_that_drift(found, scene):
        note = _("正文写的是「{said}」，表里是「{target}」", said=said, target=each.target)
        yield Finding(each.place("指标值"), _("正文是「{said}」", said=said), (note,), certain=False)
