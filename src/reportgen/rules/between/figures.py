"""Declared figures of the same name in several documents."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.rules.between.comparisons import FactRetold, StaffRetold
from reportgen.rules.between.wording import differs
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_OF_EACH = re.compile("问卷|满意|调查|得分|自评|资金|支出|金额|合计|总计")
"""What a project has of its own beside the unit's."""


@rule("DOC013", "同名的数字几份文件不同", Severity.ERROR)
def declared_alike(told: FactRetold, _scene: Scene) -> Iterator[Finding]:
    """几份文件的「数据」里组名、项名都相同的数，要是同一个数；36400人次与3.64万人次是同一个数。

    一份讲整个单位、一份讲单个项目的，印作疑似；问卷、满意度、得分、金额各有各的，这时不报。

    为什么: 同一个单位同一年的一件事，只有一个数。
    错例:
        文种: 部门整体支出绩效评价报告
        评价: {得分: 95.66分, 等级: 优}
        ---
        文种: 湖南省部门整体支出绩效自评报告
        数据:
          接待观众: {常设展厅: 29600人次, 临时展览: 7800人次}
    正例:
        文种: 部门整体支出绩效评价报告
        评价: {得分: 95.66分, 等级: 优}
        ---
        文种: 湖南省部门整体支出绩效自评报告
        数据:
          接待观众: {常设展厅: 2.86万人次, 临时展览: 0.78万人次}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：单位对自评结果的真实性负责
    改法: 核对原始记录，改正一处；本来就是两件事的，换一个名称
    """
    alike = told.earlier.whole and told.later.whole
    if not told.agree and (alike or not _OF_EACH.search(told.again.key)):
        yield differs(told, alike)


@rule("DOC014", "人员编制数几份文件不同", Severity.ERROR)
def staff_alike(told: StaffRetold, _scene: Scene) -> Iterator[Finding]:
    """同一年的几份文件，人员编制是同一个数；「编制」「核定编制」「编制人数」当作一件事。

    为什么: 编制数有批准文件，一年里各份文件只能有一个说法。
    错例:
        文种: 部门整体支出绩效评价报告
        评价: {得分: 95.66分, 等级: 优}
        ---
        文种: 湖南省部门整体支出绩效自评报告
        数据:
          人员: {核定编制: 15人}
    正例:
        文种: 部门整体支出绩效评价报告
        评价: {得分: 95.66分, 等级: 优}
        ---
        文种: 湖南省部门整体支出绩效自评报告
        数据:
          人员: {核定编制: 12人}
    依据: 审核实践：编制以机构编制部门的批准文件为准
    改法: 对照编制批复，改正一处
    """
    if not told.agree:
        yield differs(told)
