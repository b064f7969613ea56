"""The classes of indicators: none missing, nothing in the wrong one, no class as a name."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.numbers.units import MONEY
from reportgen.rules.indicator import Indicator, bare_name
from reportgen.rules.indicator_sets import IndicatorSet
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_CLASSES = {"产出": re.compile("产出"), "效益": re.compile("效益|效果|影响"), "满意度": re.compile("满意")}
_STANDARD = re.compile(r"(?:产出|效益|效果|成本|(?:服务对象)?满意度?)")
_OPINION = re.compile(
    r"满意|投诉|好评|差评|表扬|评价|意见|反馈|信访|认可|获得感|幸福感|调查|问卷|回访|口碑|打分|评分|知晓|支持"
)
_OF_QUALITY = re.compile(r"事故|投诉|差错|故障|违|问题|返工|缺陷|损坏|安全|获奖|优秀|优质|合格|达标|评为")
_QUALITY_NAME = re.compile(r"(?:合格|达标|优良|完好|准确|通过)率$")
_TIMELY = re.compile(r"及时|按[时期]|准时|时间|时限|时长|时效|进度|周期|工期|日期|频|节点|按计划")
_COUNT_NAME = re.compile(r"(?:人数|人次|次数|场次|数量|个数|面积|户数)$")
_COST = re.compile(
    r"成本|费|经费|资金|支出|价|预算|金额|补[助贴]|标准|投入|采购|控制|节[约支]|超|薪|工资|租金|限额|总额|奖金"
)
_OF_DUTIES = re.compile("履职效[益果]")
"""社会公众或服务对象满意度 stands here in the frame of 部门整体支出 (财预〔2013〕53号)."""
_KINDS = ("数量", "质量", "时效", "成本")
_FUND_RATE = re.compile(
    r"(?:预算|资金|经费)(?:资金|预算|支出)?(?:执行|完成|支出|支付|使用|拨付|到位)(?:率|进度)|支出进度"
)
_FUND_AMOUNT = re.compile(r"(?:资金|经费|预算|拨款)(?:总额|金额|总量|额度|规模)$")
_CLASS_WORDS = re.compile(
    r"(?:(?:产出|数量|质量|时效|成本|(?:经济|社会|生态)?效益|可持续影响|服务对象|满意度)+指标[和及与、]?)+"
    r"(?:(?:服务对象)?满意度(?:指标)?)?"
)


@rule("IND001", "缺一类绩效指标", Severity.ERROR)
def a_class_is_missing(found: IndicatorSet, scene: Scene) -> Iterator[Finding]:
    """产出、效益、满意度三类指标每类至少一条；没有服务对象的项目可以不设满意度，写明原因。

    为什么: 只有产出没有效益，说不清花钱的效果，目标审核通不过。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 示例县人民医院
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 门诊人次, 指标值: ≥30万人次}
          - {一级指标: 产出指标, 三级指标: 医疗设备完好率, 指标值: ≥95%}
          - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 示例县人民医院
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 门诊人次, 指标值: ≥30万人次}
          - {一级指标: 效益指标, 三级指标: 惠及乡镇, 指标值: ≥20个}
          - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%}
        评价: {等级: 优}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：一级指标为产出指标、效益指标、满意度指标
    改法: 补上缺的一类指标；确实没有服务对象的，在该行写 # 忽略 IND001：原因
    """
    missing = missing_classes(found, scene)
    if missing:
        count, levels = len(found.every), _("、").join(_firsts(found))
        note = _("{count} 条指标的一级指标是：{levels}", count=count, levels=levels)
        certain = missing != ["满意度"] and not scene.finished
        label = _("没有{name}指标", name=_("、").join(missing))
        yield Finding(found.every[0].place("一级指标"), label, (note,), certain=certain)


def missing_classes(found: IndicatorSet, scene: Scene) -> list[str]:
    """The classes without an indicator, where the first levels are those of the regulation."""
    local = scene.pack.weights and not any(scheme.points for scheme in scene.pack.weights)
    if local or not found.every or not all(_STANDARD.match(each.first) for each in found.every):
        return []
    words = " ".join(each.level for each in found.every)
    present = {name for name, pattern in _CLASSES.items() if pattern.search(words)}
    spared = {"满意度"} if _scored_without_satisfaction(found, scene) or _asks_for_opinions(found) else set()
    return [name for name in _CLASSES if name not in present | spared]


def _asks_for_opinions(found: IndicatorSet) -> bool:
    return any("满意" in each.name for each in found.every)


def _firsts(found: IndicatorSet) -> list[str]:
    return list(dict.fromkeys(each.first for each in found.every if each.first))


def _scored_without_satisfaction(found: IndicatorSet, scene: Scene) -> bool:
    """Whether the points follow a scheme that has no satisfaction."""
    return bool(found.scored) and any(
        scheme.points and not any("满意" in level for level in scheme.points) for scheme in scene.pack.weights
    )


@rule("IND004", "用资金执行情况作产出指标", Severity.WARNING)
def money_as_output(found: IndicatorSet, _scene: Scene) -> Iterator[Finding]:
    """数量、质量指标写做成了多少事、做得怎样，成本指标写花多少钱；预算执行率、资金到位率不能顶替。

    为什么: 预算执行率已经单独计分，再当产出指标就是重复计分，也说不清办成了什么事。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 某县水务局
        绩效指标:
          - {一级指标: 产出指标, 二级指标: 质量指标, 三级指标: 预算资金完成率, 指标值: ≥95%}
          - {一级指标: 效益指标, 二级指标: 社会效益指标, 三级指标: 受益村, 指标值: ≥30个}
          - {一级指标: 满意度指标, 三级指标: 用水户满意度, 指标值: ≥90%}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 某县水务局
        绩效指标:
          - {一级指标: 产出指标, 二级指标: 质量指标, 三级指标: 供水水质合格率, 指标值: ≥95%}
          - {一级指标: 效益指标, 二级指标: 社会效益指标, 三级指标: 受益村, 指标值: ≥30个}
          - {一级指标: 满意度指标, 三级指标: 用水户满意度, 指标值: ≥90%}
        评价: {等级: 优}
    依据: 审核实践：预算执行率单列计分，不作为数量、质量、成本指标
    改法: 换成反映工作数量、质量的指标；成本指标写控制数，如 ≤80万元
    """
    for each in found.every:
        kind = _kind(each) or ("数量" if each.first.startswith("产出") and not each.second else "")
        name = bare_name(each.name)
        amount = _FUND_AMOUNT.search(name) if kind in ("数量", "质量") else None
        said = amount or (_FUND_RATE.search(name) if kind in ("数量", "质量", "成本") else None)
        if said:
            label = _("「{name}」是资金的执行情况", name=each.name)
            note = _("它现在是{kind}，指标值 {target}", kind=each.second or each.first, target=each.target)
            yield Finding(each.place("三级指标"), label, (note,))


def _kind(each: Indicator) -> str:
    """数量, 质量, 时效 or 成本, when the second level is just one of them."""
    kinds = [kind for kind in _KINDS if kind in each.second]
    return kinds[0] if len(kinds) == 1 else ""


@rule("IND005", "指标归错了类", Severity.WARNING)
def wrong_class(found: IndicatorSet, _scene: Scene) -> Iterator[Finding]:
    """满意度指标写服务对象的评价，数量、质量、时效、成本各写各的内容。

    为什么: 归错了类，权重就落错了地方，同类项目也没法比较。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 样板镇人民政府
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 清运垃圾, 指标值: ≥3000吨}
          - {一级指标: 效益指标, 三级指标: 受益村, 指标值: ≥12个}
          - {一级指标: 满意度指标, 三级指标: 系统可用率, 指标值: ≥99%}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 样板镇人民政府
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 系统可用率, 指标值: ≥99%}
          - {一级指标: 效益指标, 三级指标: 受益村, 指标值: ≥12个}
          - {一级指标: 满意度指标, 三级指标: 村民满意度, 指标值: ≥90%}
        评价: {等级: 优}
    依据: 审核实践：满意度指标反映服务对象的评价，产出指标分数量、质量、时效、成本
    改法: 移到合适的一类，或换一条属于这一类的指标
    """
    satisfied = any("满意" in each.level for each in found.every)
    for each in found.every:
        reason = _misplaced(each, satisfied)
        if reason:
            certain = "满意" in each.level or (each.first.startswith("产出") and "满意" in each.name)
            words = {"name": each.name, "target": each.target, "kind": each.second or each.first}
            note = _("「{name}」（{target}）列在{kind}里", **words)
            yield Finding(each.place("三级指标", "指标值"), reason, (note,), certain=certain)


def _misplaced(each: Indicator, satisfied: bool) -> str:
    """Why an indicator does not belong to its class; empty when it may."""
    name = bare_name(each.name)
    if "满意" in each.level:
        other = len(re.sub(r"[^\u4e00-\u9fff]", "", each.target)) >= 8 and not _OPINION.search(each.target)
        return _("不是服务对象的评价") if not _OPINION.search(name) or other else ""
    if _OF_DUTIES.search(each.level):
        return ""
    if "满意度" in name and (each.first.startswith("产出") or (satisfied and "效益" in each.first)):
        return _("应列入满意度指标")
    return _of_another_kind(each, name)


def _of_another_kind(each: Indicator, name: str) -> str:
    unit = each.wanted.unit if each.wanted else ""
    match _kind(each):
        case "数量" if _QUALITY_NAME.search(name):
            return _("像是质量指标")
        case "数量" if re.search(r"(?:及时|按[时期])\w{0,3}率$", name):
            return _("像是时效指标")
        case "质量" if _COUNT_NAME.search(name) and unit and unit != "%" and not _OF_QUALITY.search(name):
            return _("像是数量指标")
        case "时效" if (_COUNT_NAME.search(name) or unit in MONEY) and not _TIMELY.search(name + each.target):
            return _("不像时效指标")
        case "成本" if _COUNT_NAME.search(name) and not _COST.search(name) and unit not in (*MONEY, "%", ""):
            return _("不像成本指标")
        case _:
            return ""


@rule("IND020", "三级指标照抄了上级的名称", Severity.HINT)
def class_as_a_name(found: IndicatorSet, _scene: Scene) -> Iterator[Finding]:
    """三级指标要说清楚考核什么，不照抄一级、二级指标的名称。

    为什么: 「社会效益指标」下面还写「社会效益」，看不出要达到什么。
    错例:
        文种: 部门整体支出绩效自评表
        绩效指标:
          - {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 接待观众人次, 指标值: ≥3万人次}
          - {一级指标: 效益指标, 二级指标: 社会效益指标, 三级指标: 社会效益, 指标值: ≥30所}
          - {一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: ≥90%}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        绩效指标:
          - {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 接待观众人次, 指标值: ≥3万人次}
          - {一级指标: 效益指标, 二级指标: 社会效益指标, 三级指标: 受益学校, 指标值: ≥30所}
          - {一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: ≥90%}
        评价: {等级: 优}
    依据: 审核实践：三级指标是具体、可衡量的指标
    改法: 写出具体考核的内容，如「受益学校」「观众满意度」
    """
    for each in found.every:
        name = bare_name(each.name)
        copied = name and name.removesuffix("指标") in {_bare_level(each.first), _bare_level(each.second)}
        if each.place("三级指标") == each.place("一级指标") or name.endswith("率") or each.of_management:
            continue  # 预算执行率 stands in the first column, or in each of them; it says what is counted
        if (copied and "满意" not in name) or (name.count("指标") and _CLASS_WORDS.fullmatch(name)):
            note = _("上级指标：{first} {second}", first=each.first, second=each.second)
            yield Finding(each.place("三级指标"), _("没有说考核什么"), (note,))


def _bare_level(level: str) -> str:
    return bare_name(level).removesuffix("指标")
