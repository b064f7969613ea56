"""Chapters that say nothing, and chapters that do not say all that their heading asks for."""

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import Measures, Problems
from reportgen.model.hole import SIGN
from reportgen.rules.chapters import Chapter, mark_of, place_in, place_of
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_NAMES_A_TOPIC = re.compile(
    r"(?:情况|概况|分析|问题|建议|措施|目标|说明|结论|结果|职能|职责|机构|人员|任务|过程|做法|经验|成效|事项|概述"
    r"|评价|自评|背景|依据|原则|指标|绩效|效益|产出|满意度|应用|公开|设置|用途|范围|收支|支出|收入|预算|决算|存在的?不足|[和与及]不足|打算"
    r"|等)(?:（[^）]*）|\([^)]*\))?$"
)
"""How headings end that name a topic and say nothing of it themselves."""
_SAYS_WHAT_TO_DO = re.compile(
    r"加强|完善|强化|推进|提高|提升|加快|加大|优化|建立|健全|规范|严格|落实|做好|深化|创新|开展|组织|重视|细化|聚力|进一步"
    r"|切实|不断|着力|继续|积极|增强|明确|改进|抓|推动|持续|充分|统筹|拓宽|丰富|坚持|确保|注重|负责|承担|贯彻|执行|拟"
    r"|完成(?!情况|率|程度)|承办|承接|办理(?!情况)|起草|拟订|拟定|受理(?!情况)|受[^，。；]{1,12}委托|制定|编制|指导|监督|协调|配合|参与|实行|实施|降低|压缩|控制|合理|科学|科学合理|及时|按"
)
"""Words by which a heading is itself a measure or a duty: 加强预算管理."""

_ASSIGNED = "交办"
"""承担领导交办的其他任务: the last duty of every list of duties."""


@rule("STR009", "章节没有内容", Severity.ERROR)
def chapter_says_something(scene: Scene) -> Iterator[Finding]:
    """小标题下面要有内容；确实没有可说的，写「无」。

    为什么: 标题下面空着，看不出是没有这回事，还是漏写了。
    错例（成文）:
        某市第二中学2024年度工作总结
        一、主要工作
        全年完成教学任务，举办家长开放日。
        二、存在的问题
        三、下一步打算
        增加家长开放日的次数。
        某市第二中学
        2025年3月20日
    正例（成文）:
        某市第二中学2024年度工作总结
        一、主要工作
        全年完成教学任务，举办家长开放日。
        二、存在的问题
        无。
        三、下一步打算
        增加家长开放日的次数。
        某市第二中学
        2025年3月20日
    错例:
        收支情况: |
          # 支出情况
          # 结余情况
          年末没有结余。
    正例:
        收支情况: |
          # 支出情况
          全年支出控制在预算以内。
          # 结余情况
          年末没有结余。
    依据: 审核实践：章节齐全，没有的写「无」
    改法: 补写内容；没有的写「无」，用不着的标题删去
    """
    listed = _listed(scene)
    for chapter in scene.chapters:
        place = place_of(chapter.heading)
        typed = place.line and (place.line, place.column) not in listed
        if typed and _empty(chapter) and _others_speak(chapter, scene):
            label = _("「{heading}」下面没有内容", heading=chapter.title)
            yield Finding(place, label, certain=not scene.finished, section=chapter.heading.section)


def _listed(scene: Scene) -> set[tuple[int, int]]:
    """Where problems and measures are: they may be said in one line, which is printed as a heading."""
    groups: list[Problems | Measures] = [*scene.content.every(Problems), *scene.content.every(Measures)]
    places = (item.heading.place for group in groups for item in group.items)
    return {(place.line, place.column) for place in places}


def _empty(chapter: Chapter) -> bool:
    """Whether nothing follows a heading that names a topic; a list that begins behind it is its content."""
    following = mark_of(chapter.next) if chapter.next else None
    topic = _NAMES_A_TOPIC.search(chapter.title) and "，" not in chapter.title
    begins_a_list = following is not None and following.number == 1
    says_it = _SAYS_WHAT_TO_DO.match(chapter.title) or _ASSIGNED in chapter.title
    return bool(topic) and not (chapter.body or begins_a_list or says_it)


def _others_speak(chapter: Chapter, scene: Scene) -> bool:
    """Whether another heading of the level has text, within the same chapter for deeper ones: bare lines are a list."""
    level = chapter.heading.level
    others = scene.chapters if level == 1 else _siblings(chapter, scene.chapters)
    return any(other.body for other in others if other.heading.level == level)


def _siblings(chapter: Chapter, chapters: Sequence[Chapter]) -> list[Chapter]:
    """The chapters within the same one."""
    at = next(index for index, other in enumerate(chapters) if other is chapter)
    level = chapter.heading.level
    deep: Callable[[Chapter], bool] = lambda other: other.heading.level >= level  # noqa: E731
    return [*takewhile(deep, reversed(chapters[:at])), *takewhile(deep, chapters[at:])]


_ASKS_FOR_THREE = re.compile(r"金额.{0,3}(?:个数|数量).{0,3}覆盖率")
_ANSWERS = {
    "金额": re.compile(r"\d\s*(?:元|万元|亿元)"),
    "个数": re.compile(
        r"(?:\d|[一二两三四五六七八九十])\s*个[^，。；]{0,12}(?:项目|资金)|项目[^，。；]{0,8}?\d+\s*[个项]|\d+\s*项[^，。；]{0,6}项目|项目个数|个数"
    ),
    "覆盖率": re.compile(r"覆盖率|自评[^。；]{0,12}全(?:面)?覆盖|全部[^。；，]{0,10}(?:项目|自评)|所有项目"),
}


@rule("STR017", "金额、个数、覆盖率没有写全", Severity.ERROR)
def all_three_are_given(scene: Scene) -> Iterator[Finding]:
    """标题写「绩效自评金额、个数、覆盖率」的一节，三样都要写：评了多少钱、几个项目、占应评项目的比例。

    为什么: 自评覆盖率是考核单位的指标；只写金额，看不出有没有漏评的项目。
    错例（成文）:
        某区图书馆2024年上级专项自评情况报告
        一、绩效自评金额、个数、覆盖率等
        上级下达图书馆免费开放补助资金80万元。
    正例（成文）:
        某区图书馆2024年上级专项自评情况报告
        一、绩效自评金额、个数、覆盖率等
        应评项目1个，实际自评1个，涉及资金80万元，自评覆盖率100%。
    依据: 审核实践：自评报告写明自评金额、项目个数和覆盖率
    改法: 补写缺少的：自评项目几个、应评几个，覆盖率＝自评项目数÷应评项目数
    """
    for chapter in scene.chapters:
        text = chapter.text if _ASKS_FOR_THREE.search(chapter.title) and SIGN not in chapter.text else ""
        missing = [name for name, said in _ANSWERS.items() if not said.search(text)] if text else []
        if missing:
            label = _("没有写{parts}", parts=_("、").join(missing))
            note = _("标题是「{heading}」", heading=chapter.title)
            first = next((place_of(block) for block in chapter.body if place_of(block).line), place_in(chapter))
            yield Finding(first, label, (note,), section=chapter.heading.section)
