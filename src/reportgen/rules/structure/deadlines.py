"""Measures that were to be done before the document was signed; evaluations that went on in the year evaluated."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.dates import existing, spell_date
from reportgen.numbers.clauses import HALF_ENDS, begin_of, end_of, in_a_title
from reportgen.rules.chapters import REMEDIES, Chapter
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.structure.budget_year import Standing, signing, standing
from reportgen.statements.passages import Passage

_BY = re.compile(
    r"(?<![\d〔《])(?P<y>20\d\d)年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日|底|末|份)?|(?P<half>上半年)|(?P<quarter>[一二三四])季度"
    r"|年?[底末])?(?:之前|以前|前|内(?=[，。；]|完成|落实|整改|建立|修订|出台))"
)
"""2025年6月底前, 2025年底前, 2025年内."""
_DONE = re.compile(r"已|了|未|没有|截[至止]|上年|去年|原(?:定|计划)|曾|当时")
_PROMISED = re.compile(r"(?:将|拟|力争|确保)[^。；]{0,24}20\d\d年[^。；]{0,12}前[^。；]{0,8}(?:整改|完善|到位)")
"""将于2025年底前完成整改: promised in any chapter."""
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12}
_LAST_MONTH = 12


_QUOTED = re.compile("上年问题|上年提出的措施|上年度?(?:提出|制定)的(?:整改)?措施")
"""What last year's report promised, told again to be answered: its term may have passed."""


@rule("STR043", "措施的期限早于成文日期", Severity.ERROR)
def measures_lie_ahead(scene: Scene) -> Iterator[Finding]:
    """整改措施里「在……前」的期限，应在成文日期以后；已经做完的，写「已于……完成」。

    为什么: 成文的时候期限已经过了，措施多半是照抄上一年的。
    错例:
        年度: 2024
        成文日期: 2025年3月20日
        存在问题: [{简称: 计划, 问题: 培训计划不够周密}]
        整改措施: [{对应问题: 计划, 措施: 完善培训计划, 说明: 由教务处负责，在2024年6月底前排定备用教室。}]
    正例:
        年度: 2024
        成文日期: 2025年3月20日
        存在问题: [{简称: 计划, 问题: 培训计划不够周密}]
        整改措施: [{对应问题: 计划, 措施: 完善培训计划, 说明: 由教务处负责，在2025年6月底前排定备用教室。}]
    依据: 审核实践：整改措施写明以后的完成时限
    改法: 写今年以后的期限；已经做完的，写明已于何时完成
    """
    signed = signing(scene)
    remedies = tuple(each.heading.label for each in scene.chapters if _tells_remedies(each))
    for passage in scene.passages if signed else ():
        remedy = REMEDIES.search(passage.section) or (remedies and passage.section.startswith(remedies))
        told = bool(remedy or _PROMISED.search(passage.text)) and not _QUOTED.search(passage.section + passage.text)
        if signed and told and "20" in passage.text:
            for found, last in _deadlines(passage):
                if last < signed.date:
                    label = _("{deadline}，成文时已经过了", deadline=found[0])
                    notes = (_("成文日期是 {day}", day=spell_date(signed.date)),)
                    place = passage.place(*found.span())
                    yield Finding(place, label, notes, certain=not scene.finished, section=passage.section)


def _tells_remedies(chapter: Chapter) -> bool:
    return chapter.heading.level == 1 and bool(chapter.heading.label and REMEDIES.search(chapter.title))


def _deadlines(passage: Passage) -> Iterator[tuple[re.Match[str], date]]:
    """What is to be done by a day, with the last day on which it can be."""
    text = passage.text
    for found in _BY.finditer(text):
        clause = text[begin_of(text, found.start(), HALF_ENDS) : end_of(text, found.end(), HALF_ENDS)]
        last = _last_day(found)
        if last and not in_a_title(text, found.start()) and not _DONE.search(clause):
            yield found, last


def _last_day(found: re.Match[str]) -> date | None:
    year = int(found["y"])
    month = int(found["m"] or _QUARTERS.get(found["quarter"] or "", 6 if found["half"] else _LAST_MONTH))
    if not 1 <= month <= _LAST_MONTH:
        return None
    return existing(year, month, int(found["d"] or monthrange(year, month)[1]))


_PROCESS = re.compile(
    r"(?:评价|自评)(?:工作|实施|组织|的)*(?:开展|过程|组织|实施|程序)|(?:评价|自评)工作情况|(?:开展|组织|实施)(?:了)?(?:绩效)?(?:评价|自评)"
)
_BEGUN = re.compile(
    r"20\d\d年\d{1,2}月[^。；]{0,24}(?:成立|组成|组建|设立)[^。；]{0,12}(?:自评|评价)[^。；]{0,6}(?:组|专班)"
    r"|(?:自评|评价)工作(?:自|于|始于|从)20\d\d年\d{1,2}月"
)
"""2025年3月成立自评工作小组: wherever it is told."""
_WHEN = re.compile(r"(?<![\d〔])(?P<y>20\d\d)年(?P<m>\d{1,2})月")
_EVALUATED = re.compile(
    r"(?:评价|自评)(?:工作)?(?:小组|组|领导小组)|(?:绩效)?(?:自评|评价)(?:工作|报告|打分|评分)|逐项打分|现场(?:评价|核查)|形成.{0,6}报告|收集.{0,16}资料"
)
_NOT_THIS = re.compile(r"时段|期间|基准|监控|目标(?!逐|打分|完成|实现)|培训|申报|批复|事前|中期|上年|上一年")
_LATEST = 10
"""In November and December an evaluation may be prepared."""


@rule("STR044", "评价工作写在被评价的年度里", Severity.WARNING)
def evaluation_follows_the_year(scene: Scene) -> Iterator[Finding]:
    """评价在年度结束以后开展：评价过程里成立小组、收集资料、打分的月份，不会在被评价的年度里（年末两个月除外）。印作疑似。

    为什么: 年度没有过完评不出全年的绩效；多半是改了年度，过程还是上一年的。
    错例:
        年度: 2024
        成文日期: 2025年3月20日
        评价过程: |
          2024年2月，成立评价小组，收集预算执行资料，逐项打分。
    正例:
        年度: 2024
        成文日期: 2025年3月20日
        评价过程: |
          2025年2月，成立评价小组，收集预算执行资料，逐项打分。
    依据: 审核实践：年度终了后开展评价
    改法: 更正评价过程里的年份
    """
    year = scene.year
    for passage in scene.passages if year and standing(scene) is Standing.AFTER else ():
        months = list(_WHEN.finditer(passage.text)) if "20" in passage.text else []
        begun = bool(months) and _BEGUN.search(passage.text) is not None
        if begun or (months and _PROCESS.search(passage.section)):
            for found in months:
                told = _is_evaluation(passage.text, found) or begun
                if int(found["y"]) == year and int(found["m"]) <= _LATEST and told:
                    label = _("{month}还没有过完 {year} 年", month=found[0], year=year)
                    place = passage.place(*found.span())
                    yield Finding(place, label, certain=False, section=passage.section)


def _is_evaluation(text: str, found: re.Match[str]) -> bool:
    clause = text[begin_of(text, found.start(), HALF_ENDS) : end_of(text, found.end(), HALF_ENDS)]
    rest = text[found.end() : end_of(text, found.end(), HALF_ENDS)]
    return bool(_EVALUATED.search(rest)) and not _NOT_THIS.search(clause) and not in_a_title(text, found.start())
