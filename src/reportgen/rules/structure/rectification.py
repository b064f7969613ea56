"""Problems with their reasons, measures with who and when, as many measures as problems ask for."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.compose.numbering import read_chinese_number
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import Measure, Measures, Problem, Problems
from reportgen.model.document import Block
from reportgen.place import Place
from reportgen.record import Struct
from reportgen.rules.chapters import (
    REMEDIES,
    Chapter,
    level_of,
    mark_of,
    place_in,
    place_of,
    words_of,
)
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.structure.ordinals import ordinals

_PROBLEMS = re.compile(r"(?:存在|主要|面临|发现|有关)?.{0,4}(?:问题|不足|困难)(?:及原因(?:分析)?|和原因(?:分析)?)?$")
_FALLS_SHORT = re.compile(
    r"(?:执行率|支付率|支出进度|支付进度|执行进度|完成率|满意度|到位率|利用率|使用率|达标率|结转结余|结余)[^。；，]{0,10}"
    r"(?:偏低|较低|不高|过低|偏慢|较慢|缓慢|滞后|偏大|较大|偏高|下降)"
    r"|(?:未|没有|未能)(?:按期|按时|全部)?(?:完成|达标|达到)"
)
"""A problem that is a figure below its target: 预算执行率偏低, 未按期完成."""
_REASON = re.compile(
    r"因|由于|导致|致使|造成|影响|限制|制约|在于|源于|来自|主要是|缺乏|缺少|不足|不够|不到位|不完善|不健全|不及时|不强|薄弱"
    r"|未及时|没有准备|重视|认识|经验|疫情|调整|取消|延期|压减|推迟|跨年|未到|尾款|合同|招标|采购|审批|脱节|欠缺|较少|偏少|未能充分"
)
"""Words of which one stands wherever a reason is given."""


class _Item(Struct, frozen=True):
    """A problem or a measure with all that is said of it."""

    text: str
    place: Place


@rule("STR015", "问题没有说原因", Severity.HINT)
def problem_has_a_reason(scene: Scene) -> Iterator[Finding]:
    """「执行率偏低」「未按期完成」这样的问题，要说为什么；通篇找不到原因的才提示。

    为什么: 只说结果不说原因，整改措施就没有着落，审核会要求补写原因分析。
    错例:
        存在问题:
          - {简称: 执行率, 问题: 预算执行率偏低, 说明: 全年预算执行率只有百分之七十二。}
        整改措施:
          - {对应问题: 执行率, 措施: 加快预算执行}
    正例:
        存在问题:
          - {简称: 执行率, 问题: 预算执行率偏低, 说明: 因政府采购启动较晚，年末有一批医疗设备没有验收付款。}
        整改措施:
          - {对应问题: 执行率, 措施: 加快预算执行}
    依据: 审核实践：存在问题要有原因分析
    改法: 写明原因：哪个环节、什么情况造成的；内容文件里写在「说明」一栏
    """
    for item in _problems(scene):
        if not _REASON.search(item.text) and (falls := _FALLS_SHORT.search(item.text)):
            yield Finding(item.place, _("说了「{symptom}」，没有说原因", symptom=falls[0]), certain=False)


def _problems(scene: Scene) -> Iterator[_Item]:
    for group in scene.content.every(Problems):
        yield from (_item(problem) for problem in group.items)
    found = scene.chapters if scene.finished else ()
    if not any("原因" in chapter.title for chapter in found):
        yield from (item for chapter in found if _tells_problems(chapter) for item in _items(chapter))


def _item(entry: Problem | Measure) -> _Item:
    return _Item(entry.heading.text + "。" + (entry.detail.text if entry.detail else ""), entry.heading.place)


def _tells_problems(chapter: Chapter) -> bool:
    return bool(_PROBLEMS.fullmatch(chapter.title)) and not REMEDIES.search(chapter.title)


def _tells_measures(chapter: Chapter) -> bool:
    speaks_of_more = _MORE.search(chapter.title) or len(chapter.title) >= _LONGEST_TITLE
    return bool(REMEDIES.search(chapter.title)) and not speaks_of_more


_MORE = re.compile(r"问题|结论|评价")
_MEASURES = re.compile(r"措施|整改")
_LONGEST_TITLE = 20


def _items(chapter: Chapter) -> list[_Item]:
    """The numbered lines of the chapter's highest level, each with what follows it."""
    level = min((level_of(block) for block in chapter.body if mark_of(block)), default=0)
    items: list[_Item] = []
    for block in chapter.body if level else ():
        if level_of(block) == level:
            items.append(_Item(words_of(block), place_of(block)))
        elif items:
            items[-1] = _Item(items[-1].text + "\n" + words_of(block), items[-1].place)
    return items


_WHO = re.compile(
    r"由[^，。；]{1,12}(?:负责|牵头|承担|组织|落实)|负责|牵头|责任|专人|领导小组|办公室|各[^，。；]{0,4}(?:部门|科室|部室|单位|股室|处室)"
    r"|[部科股室处组]长?(?:要|应|会同)|财务人员"
)
_WHEN = re.compile(
    r"\d{1,4}年|\d{1,2}月|季度|年底|年内|年末|上半年|下半年|每[年月季周]|按[季月]|定期|前完成|限期|逐月|逐季"
)
_SAYS_SOMETHING = 60


@rule("STR016", "措施没说谁来做何时做完", Severity.HINT)
def measures_say_who_and_when(scene: Scene) -> Iterator[Finding]:
    """整改措施要落实到人、落实到时间；几条措施从头到尾都没有提到谁、什么时候，才提示一次。

    为什么: 没有责任人和时限的措施，年底没法检查，第二年的报告里还会原样再写一遍。
    错例:
        存在问题:
          - {简称: 计划, 问题: 培训计划不够周密}
          - {简称: 人才, 问题: 师资不足}
        整改措施:
          - {对应问题: 计划, 措施: 完善培训计划, 说明: 细化培训方案，增加备用教室，做好应急准备，提高培训的质量和效果。}
          - {对应问题: 人才, 措施: 引进师资, 说明: 拓宽引进渠道，改善工作条件，加强业务培训，打造高水平的教师队伍。}
    正例:
        存在问题:
          - {简称: 计划, 问题: 培训计划不够周密}
          - {简称: 人才, 问题: 师资不足}
        整改措施:
          - {对应问题: 计划, 措施: 完善培训计划, 说明: 由教务处负责，6月底前细化培训方案，为每场培训增加备用教室。}
          - {对应问题: 人才, 措施: 引进师资, 说明: 由人事科牵头，年内引进教师两名，按季度开展业务培训。}
    依据: 审核实践：整改措施写明责任部门和完成时限
    改法: 每条措施写上由哪个部门负责、什么时候做完
    """
    measures = _measures(scene)
    text = "\n".join(item.text for item in measures)
    if len(measures) > 1 and len(text) >= _SAYS_SOMETHING and not (_WHO.search(text) or _WHEN.search(text)):
        label = _("{count} 条措施都没有写由谁负责、什么时候做完", count=len(measures))
        yield Finding(measures[0].place, label, certain=False)


def _measures(scene: Scene) -> list[_Item]:
    """The measures of the file, given in their field or told in the chapter that comes last."""
    given = [_item(measure) for group in scene.content.every(Measures) for measure in group.items]
    told = [chapter for chapter in scene.chapters if _tells_measures(chapter)] if scene.finished else []
    return given or (_items(told[-1]) if told and _MEASURES.search(told[-1].title) else [])


@rule("STR025", "问题与措施条数对不上", Severity.WARNING)
def a_measure_for_each_problem(scene: Scene) -> Iterator[Finding]:
    """成文里「存在的问题」编了几条，「整改措施」至少也要几条，一一对应。

    为什么: 有问题没有措施，等于承认了问题又不打算改，审计和复核都会退回。
    错例（成文）:
        样板镇人民政府2024年度工作总结
        一、存在的问题
        （一）养护计划不够周密。
        （二）规划人才不足。
        二、整改措施
        （一）完善养护计划，由村镇建设办在2025年6月底前完成。
    正例（成文）:
        样板镇人民政府2024年度工作总结
        一、存在的问题
        （一）养护计划不够周密。
        （二）规划人才不足。
        二、整改措施
        （一）完善养护计划，由村镇建设办在2025年6月底前完成。
        （二）引进规划人才，由办公室在2025年内完成。
    依据: 审核实践：问题与措施一一对应
    改法: 给没有措施的问题补上措施；一条措施管几个问题的，写明「针对第一、二个问题」
    """
    found = scene.chapters if scene.finished else ()
    problems = next((chapter for chapter in found if _tells_problems(chapter) and _count(chapter) > 1), None)
    measures = next((chapter for chapter in reversed(found) if _tells_measures(chapter) and _count(chapter)), None)
    if problems and measures and _count(measures) < _count(problems) and not _ANSWERS_SEVERAL.search(measures.text):
        note = _("「{heading}」里有 {count} 条", heading=problems.title, count=_count(problems))
        label = _("问题 {problems} 条，措施 {measures} 条", problems=_count(problems), measures=_count(measures))
        yield Finding(place_in(measures), label, (note,), certain=False)


_ANSWERS_SEVERAL = re.compile(r"针对(?:上述|以上|第|存在的|这)|上述问题|以上问题")


def _count(chapter: Chapter) -> int:
    """How many entries the chapter numbers; the last number counts where some have been lost."""
    level = min((level_of(block) for block in chapter.body if mark_of(block)), default=0)
    marks = [mark.number for block in chapter.body if (mark := mark_of(block)) and level_of(block) == level]
    behind = [_numbered_in_line(block) for block in chapter.body if mark_of(block) and level_of(block) == level]
    return max(len(marks), *marks, *behind) if marks else _count_in_line(chapter.body)


_IN_LINE = re.compile(r"(?<=[。；])(?:[（(](?P<word>[一二三四五六七八九])[）)]|(?P<digit>\d)[.．](?!\d))")


def _numbered_in_line(block: Block) -> int:
    """（一）调减资金。（二）追回余款。 in one paragraph: how far its numbers go."""
    found = [each["word"] or each["digit"] for each in _IN_LINE.finditer(words_of(block))]
    return max((int(each) if each.isdecimal() else read_chinese_number(each) for each in found), default=0)


def _count_in_line(blocks: tuple[Block, ...]) -> int:
    """The entries of a chapter that is one paragraph: 一是……二是……."""
    found = ordinals(words_of(blocks[0])) if len(blocks) == 1 else []
    return max((mark.number for mark in found if mark.form in ("一是", "第一，", "第一、")), default=0)
