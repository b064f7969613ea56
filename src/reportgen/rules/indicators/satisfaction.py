"""Satisfaction: a share of those who were asked."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.rules.indicator import is_rate
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_EVERYBODY = re.compile(r"满意(?:度|率)[^，。；\d]{0,8}(?P<share>100\s*[%％])|(?P<all>百分之百|100\s*[%％])的?满意")
_ASKED = re.compile(r"问卷|调查|样本|抽样|回收|访谈|\d份")


@rule("IND014", "满意度写成100%", Severity.HINT)
def everybody_satisfied(scene: Scene) -> Iterator[Finding]:
    """满意度一般到不了 100%；写了的，要说明调查对象、份数和方法。

    为什么: 人人满意的结果没有说服力，多半没有做过调查。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 示例县人民医院
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 住院人次, 指标值: ≥3万人次}
          - {一级指标: 效益指标, 三级指标: 惠及乡镇, 指标值: ≥20个}
          - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: 100%}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 示例县人民医院
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 住院人次, 指标值: ≥3万人次}
          - {一级指标: 效益指标, 三级指标: 惠及乡镇, 指标值: ≥20个}
          - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%}
        评价: {等级: 优}
    依据: 审核实践：满意度 = 满意人数 ÷ 有效调查人数，须有调查对象、样本和方法
    改法: 按问卷结果写；目标定得实际一些，并写明调查对象、份数和方法
    """
    for found in scene.indicator_sets:
        for each in found.every:
            for column, value in (("指标值", each.wanted), ("完成值", each.reached)):
                if "满意" in each.name and value and is_rate(value) and value.value == 1:
                    note = _("「{name}」{value}", name=each.name, value=value)
                    yield Finding(each.place(column), _("等于说人人都满意"), (note,), certain=False)
    for passage in scene.passages:
        said = _EVERYBODY.search(passage.text) if "满意" in passage.text and not passage.cell else None
        if said and not _ASKED.search(passage.text):
            note = _("这一段没有写调查对象、份数和方法")
            yield Finding(passage.place(*said.span(said.lastgroup or 0)), _("等于说人人都满意"), (note,), certain=False)
