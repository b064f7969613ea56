"""Projects in several documents: their names, their codes, and which of them are there."""

from collections.abc import Iterable, Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.rules.between.comparisons import Evaluated, ProjectLists
from reportgen.rules.between.names import near
from reportgen.rules.between.papers import Project
from reportgen.rules.between.wording import where
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene


@rule("DOC001", "项目名称或编码写法不一", Severity.ERROR)
def one_name(lists: ProjectLists, _scene: Scene) -> Iterator[Finding]:
    """同一个项目在目标表、自评表、报告里的名称要一字不差，编码要一样。

    编码相同而名称不同，名称相同而编码不同的，报错误；名称只差一两个字、金额又相同的，也报；
    只差一两个字、两边又都只剩这一个对不上的，印作疑似。「一期」「二期」、不同年份这样的差别不算写错。

    为什么: 系统和汇总表按名称、编码对项目，差一个字就成了两个项目。
    错例:
        文种: 项目支出绩效自评表
        ---
        文种: 部门整体支出绩效评价报告
        评价: {得分: 95.66分, 等级: 优}
        预算:
          金额单位: 万元
          批复: 320.00
          支出: 312.40
          项目资金: {批复: 120.00, 到位: 120.00, 支出: 114.60}
          分项:
            - {名称: 展厅运营经费, 批复: 80.00, 到位: 80.00, 支出: 78.40}
            - {名称: 科普活动经费, 批复: 40.00, 到位: 40.00, 支出: 36.20}
        绩效分析: {投入: 预算编制规范。, 执行管理: 资金按时到位。}
    正例:
        文种: 项目支出绩效自评表
        ---
        文种: 部门整体支出绩效评价报告
        评价: {得分: 95.66分, 等级: 优}
    依据: 审核实践：项目按名称和编码对应
    改法: 照批复的名称和编码改；项目改过名的，写明
    """
    known = {each.name: each for each in lists.earlier.projects}
    codes = {each.code: each for each in lists.earlier.projects if each.code}
    names = {each.name for each in lists.later.projects}
    left = [each for each in lists.earlier.projects if each.name not in names]
    new = [each for each in lists.later.projects if each.name not in known]
    for project in lists.later.projects:
        same, coded = known.get(project.name), codes.get(project.code)
        if coded and coded.name != project.name:
            yield _differs(lists, coded, project, (coded.written, project.written))
        elif same and same.code and project.code and same.code != project.code:
            yield _differs(lists, same, project, (same.code, project.code))
        elif not same and (meant := _meant(project, left)):
            certain = _same_money(meant, project)
            if certain or len(left) == len(new) == 1:
                yield _differs(lists, meant, project, (meant.written, project.written), certain)


def _meant(project: Project, left: Iterable[Project]) -> Project | None:
    return next((each for each in left if near(each.name, project.name)), None)


def _same_money(one: Project, other: Project) -> bool:
    """Whether both give the same amount for anything, noughts apart."""
    return any(
        said.topic is again.topic and said.agrees(again) and said.readings[0].quantity.value
        for said in one.amounts
        for again in other.amounts
    )


def _differs(
    lists: ProjectLists, first: Project, again: Project, words: tuple[str, str], certain: bool = True
) -> Finding:
    spot = where(lists, first.place)
    note = _("{where} 写的是「{first}」，这里是「{again}」", where=spot, first=words[0], again=words[1])
    return Finding(again.place, words[1], (note,), certain=certain)


@rule("DOC008", "自评的项目与批复的不齐", Severity.WARNING)
def all_evaluated(sets: Evaluated, _scene: Scene) -> Iterator[Finding]:
    """批复了几个项目、多少钱，自评就要有几个项目、多少钱。

    自评表可以一个项目一份文件，放在一起查；没有放在一起的程序看不见，所以印作疑似。

    为什么: 自评要覆盖全部项目，漏掉的往往是没有做好的。
    错例:
        文种: 项目支出绩效目标表（含转移支付项目）
        年度: 2024
        资金使用单位:
          - 单位名称: 某市科技馆
            项目:
              - 项目名称: 展厅运行经费
                财政拨款: 77.00
                绩效目标: 展厅全年免费开放。
                绩效指标:
                  - {一级指标: 产出指标, 三级指标: 展厅开放天数, 指标值: 不少于300天}
                  - {一级指标: 产出指标, 三级指标: 接待观众人次, 指标值: 不少于35000人次}
                  - {一级指标: 产出指标, 三级指标: 展品完好率, 指标值: 不低于95%}
                  - {一级指标: 产出指标, 三级指标: 展品报修处理时间, 指标值: 不超过3天}
                  - {一级指标: 产出指标, 三级指标: 展厅运行成本, 指标值: ≤80.00万元}
                  - {一级指标: 效益指标, 三级指标: 组织参观的学校数, 指标值: 不少于20所}
                  - {一级指标: 效益指标, 三级指标: 展品维护制度, 指标值: 健全}
                  - {一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: 不低于90%}
              - 项目名称: 科普活动经费
                财政拨款: 40.00
                绩效目标: 全年举办科普活动不少于20场。
                绩效指标:
                  - {一级指标: 产出指标, 三级指标: 活动场次, 指标值: 不少于20场}
                  - {一级指标: 效益指标, 三级指标: 受益学校, 指标值: 不少于30所}
                  - {一级指标: 满意度指标, 三级指标: 师生满意度, 指标值: 不低于90%}
        ---
        文种: 项目支出绩效自评表
    正例:
        文种: 项目支出绩效目标表（含转移支付项目）
        年度: 2024
        资金使用单位:
          - 单位名称: 某市科技馆
            项目:
              - 项目名称: 展厅运行经费
                财政拨款: 77.00
                绩效目标: 展厅全年免费开放。
                绩效指标:
                  - {一级指标: 产出指标, 三级指标: 展厅开放天数, 指标值: 不少于300天}
                  - {一级指标: 产出指标, 三级指标: 接待观众人次, 指标值: 不少于35000人次}
                  - {一级指标: 产出指标, 三级指标: 展品完好率, 指标值: 不低于95%}
                  - {一级指标: 产出指标, 三级指标: 展品报修处理时间, 指标值: 不超过3天}
                  - {一级指标: 产出指标, 三级指标: 展厅运行成本, 指标值: ≤80.00万元}
                  - {一级指标: 效益指标, 三级指标: 组织参观的学校数, 指标值: 不少于20所}
                  - {一级指标: 效益指标, 三级指标: 展品维护制度, 指标值: 健全}
                  - {一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: 不低于90%}
        ---
        文种: 项目支出绩效自评表
    依据: 审核实践：批复了绩效目标的项目都要自评
    改法: 补上没有自评的项目；分在几份文件里的，放在一起查
    """
    done = [project.name for project in sets.evaluated]
    left = [each for each in sets.approved if not any(each.name == name or near(each.name, name) for name in done)]
    if left:
        place = sets.evaluated[-1].place
        count, words = len(sets.approved), _("、").join(f"{each.written}{_amount(each)}" for each in left)
        label = _("批复了 {count} 个项目，有 {missing} 个没有自评", count=count, missing=len(left))
        note = _("{where} 起：没有自评的是 {names}", where=where(sets, sets.approved[0].place), names=words)
        yield Finding(place, label, (note,), certain=False)


def _amount(project: Project) -> str:
    said = next(iter(project.amounts), None)
    return _("（{words}）", words=said.words) if said else ""
