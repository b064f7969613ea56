"""Last year's words in this year's document: intentions for a year gone by, a period that the title does not name."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.document import Document, Table
from reportgen.numbers.clauses import in_a_title
from reportgen.record import Struct
from reportgen.rules.chapters import REMEDIES
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.structure.budget_year import signed_on, standing
from reportgen.rules.structure.title_years import A_TITLE, ANY, title_of_last_year
from reportgen.rules.structure.year_heads import heads_apart, is_head, ranges_apart, tables_apart
from reportgen.rules.structure.year_marks import Misplaced
from reportgen.rules.structure.year_settings import Setting
from reportgen.statements.passages import Passage

_Y = r"(?P<year>20\d\d)年"
_BEGINS = r"(?:^|(?<=[。；：:！？”])|(?<=[一二三四五六七八九十]是)|(?<=[)）]))\s*在?"
_ONWARD = (
    r"(?:继续|紧紧|进一步|全力|大力|深入|着力|积极|努力|认真|切实|加快|加强|不断|坚持|扎实|持续|严格|充分|依托|结合|立足|聚焦"
    r"|突出|力争|围绕|按照|以|在|全面(?!预算|从严|质量))"
)
_NO_DATE = r"(?!起|以来|开始|之前|以前|底|初|末|第|上半年|下半年)"
_WHO = r"[^。；，\d的了已结余成建立启]{0,10}"
_INTENDS = re.compile(rf"{_BEGINS}{_Y}度?{_NO_DATE}(?:[，,]|(?=[^，])){_WHO}[，,]?{_WHO}将{_ONWARD}")
_REPORTS = re.compile(rf"现将[^。；]{{0,24}}?{_Y}(?![\d—–~～至-])[^。；]{{0,40}}?(?:报告|汇报|总结|说明|公开|公示)如下")
_PERIOD = re.compile(
    rf"(?:评价|自评)(?:时段|期间|年度|期限|周期)[^。；，\d]{{0,6}}{_Y}(?:度|1月1日(?:起)?[至到—–~～-]{{1,2}}(?:(?P=year)年)?12月31日)?"
    r"(?![\d—–~～至-])"
)
_WHOLE = re.compile(rf"{_Y}(?:度|全年|1月1日[至到—–~～-]{{1,2}}(?:(?P=year)年)?12月31日)[，,]?(?:共计?|合计|累计)支出")
_STATE = re.compile(rf"^{_Y}(?:年?末核定编制|年?末在编|度?收入总计|度?支出总计|度?预算批复为)")
_HEAD = re.compile(rf"^[（(]\s*{_Y}度\s*[）)](?:\s*(?:金额)?单位[:：].{{1,8}})?$")
_DONE = r"[^。；]{0,12}(?:已|了)"
_DEADLINE = re.compile(rf"(?<![《〔]){_Y}(?:\d{{1,2}}月)?底?(?:\d{{1,2}}日)?(?:之前|以前|前)(?!{_DONE})")
_WHAT_WAS = re.compile(r"上年|上一年|去年|往年|历年|以前年度|原计划|当时|曾")
_RANGE_IN_TITLE = re.compile(r"20\d\d年?(?:[—–\-－~～至、和与及到]|跨)+20\d\d年")
_POINTS = re.compile(r"(\d+(?:\.\d+)?)分")
_WAS = re.compile(r"20\d\d年为[\d,.]+[^，。；\d]{0,4}，[^，。；\d]{0,4}[增减降升多少]")
_SCORE = re.compile(r"20\d\d年[^，。；\d]{0,24}(?:得分|自评|评分|评价)[^，。；：\d]{0,4}：?(\d+(?:\.\d+)?)分")
_TWO = 2
_ENOUGH, _MOST, _SHORT = 3, Decimal("0.6"), 24
"""A year is the document's own when it is written at least three times and more often than all others together."""


class _Stale(Struct, frozen=True):
    year: int
    start: int
    end: int
    certain: bool


@rule("STR027", "残留往年的年度", Severity.ERROR)
def no_year_is_left_over(document: Document, scene: Scene) -> Iterator[Finding]:
    """2021年的计划里写「2020年，市科协将……」，2024年的报告里写「现将2023年……报告如下」，多半是沿用旧稿忘了改。

    年度从标题或「年度」来；标题没有年度的，取全文写得最多的年份，印「疑似」。建馆、立项的年份，上年的对比，文件的年份都不算。
    每处年份看它前后的话：报告里「截至去年年底」「对去年度……进行了自评」、去年的收支和产出当成本年的写，申报书里给上一年申请资金，
    「上年」却不是上一年的年份，标题、表名与别处不同年，都印「疑似」。

    为什么: 年度没有改，整份文件的可信度都要打折扣，审计一看就知道是照抄上年的。
    错例:
        年度: 2024
        绩效分析:
          投入: 2023年，法院将继续围绕审判工作安排各项资金。
          执行管理: 全年支出控制在预算以内。
    正例:
        年度: 2024
        绩效分析:
          投入: 2024年，法院将继续围绕审判工作安排各项资金。审判庭于2019年建成，2023年将设备移交本院管理。
          执行管理: 全年支出控制在预算以内。
    错例（成文）:
        某县供水站2024年度部门整体支出绩效自评报告
        一、基本情况
        2023年度本站收入合计320.00万元，全部用于供水。
        二、自评结论
        2024年度自评等级为优，2024年供水36万吨。
        某县供水站
        2025年3月20日
    正例（成文）:
        某县供水站2024年度部门整体支出绩效自评报告
        一、基本情况
        2024年度本站收入合计320.00万元，全部用于供水。2023年12月启用新厂。
        二、自评结论
        2024年度自评等级为优，2024年供水36万吨。
        某县供水站
        2025年3月20日
    依据: 审核实践：全文的年度与标题一致
    改法: 改成本年度；说的确是往年的事，写清楚是哪一年已经做了的
    """
    years, certain = _years(document, scene)
    if title := title_of_last_year(document, scene):
        stale, place = title
        label = _("标题写的是 {stale} 年，正文写得最多的是 {year} 年", stale=stale, year=stale + 1)
        yield Finding(place, label, certain=False)
        return
    for passage in scene.passages if years else ():
        for found in _stale(passage, years) if "20" in passage.text else ():
            own = _("、").join(map(str, years))
            label = _("这里写的是 {stale} 年，文件说的是 {year} 年", stale=found.year, year=own)
            place = passage.place(found.start, found.end)
            yield Finding(place, label, certain=certain and found.certain, section=passage.section)
    if len(years) == 1:
        yield from _by_setting(scene, years[0])


def _by_setting(scene: Scene, own: int) -> Iterator[Finding]:
    """Years that the words around them speak against, in the text, in headings and in the heads of tables."""
    setting = Setting(own, standing(scene), signed_on(scene))
    told = [(passage, found) for passage in scene.passages for found in setting.misplaced(passage) if passage.text]
    told = [(passage, found) for passage, found in told if found.start not in _starts(passage, own)]
    told = [(passage, found) for passage, found in told if not _is_meant(passage, found, scene)]
    heads = [(passage, Misplaced(year, 0, certain=False)) for passage, year in heads_apart(_heads(scene), own)]
    ranges = [(passage, Misplaced(own - 1, at, certain=False)) for passage, at in ranges_apart(scene.passages, own)]
    tables = [block for block in scene.document.walk() if isinstance(block, Table)]
    seen = [passage.text for passage, _found in heads]
    heads += [
        (passage, Misplaced(year, 0, certain=False))
        for passage, year in tables_apart(tables, own, setting.standing)
        if passage.text not in seen
    ]
    for passage, found in [*told, *heads, *ranges]:
        label = found.why or _("这里写的是 {stale} 年，文件说的是 {year} 年", stale=found.year, year=own)
        place = passage.place(found.start, found.start + 5)
        yield Finding(place, label, certain=found.certain, section=passage.section)


def _is_meant(passage: Passage, found: Misplaced, scene: Scene) -> bool:
    """2023年度自评得分91.36分, 2023年为88.12万元，减少: another year, beside what the paper tells of its own."""
    if _WAS.match(passage.text, found.start):
        return True  # 全年82.45万元。……2023年为88.12万元，减少5.67万元
    behind = _SCORE.match(passage.text, found.start)
    if behind is None:
        return False
    told = [each[1] for other in scene.passages if "分" in other.text for each in _POINTS.finditer(other.text)]
    return told.count(behind[1]) == 1 and len(told) > 1


def _starts(passage: Passage, own: int) -> set[int]:
    return {found.start for found in _stale(passage, [own])}


def _heads(scene: Scene) -> list[tuple[str, Passage]]:
    return [(passage.text, passage) for passage in scene.passages if passage.cell and is_head(passage.text)]


def _years(document: Document, scene: Scene) -> tuple[list[int], bool]:
    """The years that the document is about, and whether it says so itself."""
    titled = {int(match[1]) for match in ANY.finditer(document.metadata.title)}
    if titled and _RANGE_IN_TITLE.search(document.metadata.title):
        titled = set(range(min(titled), max(titled) + 1))
    stated = titled | ({scene.year} if scene.year else set())
    counted = Counter(int(year) for passage in scene.passages for year in ANY.findall(A_TITLE.sub("", passage.text)))
    if len(stated) == _TWO and max(stated) - min(stated) == 1 and not _RANGE_IN_TITLE.search(document.metadata.title):
        [(year, times)] = counted.most_common(1)
        if year in stated and times > counted[sum(stated) - year] * _ENOUGH:
            return [year], False  # of title and sub-title one has the wrong year
    if stated:
        return sorted(stated), True
    counted = Counter(int(year) for passage in scene.passages for year in ANY.findall(passage.text))
    [(year, times)] = counted.most_common(1) or [(0, 0)]
    prevails = times >= _ENOUGH and times > counted.total() * _MOST
    return [year] if prevails else [], False


def _stale(passage: Passage, years: list[int]) -> Iterator[_Stale]:
    """Years that an intention, a report, a period, a head or a deadline still names."""
    for pattern, gone in _patterns(passage):
        for match in pattern.finditer(passage.text):
            written, start = int(match["year"]), match.start("year")
            wrong = written < years[0] if gone else written not in years
            if not wrong or in_a_title(passage.text, start):
                continue
            if not _WHAT_WAS.search(_sentence_before(passage.text, match.start())):
                yield _Stale(written, start, match.end("year") + 1, pattern not in _NOT_CERTAIN)


_NOT_CERTAIN = (_DEADLINE, _STATE, _WHOLE)


def _patterns(passage: Passage) -> Iterator[tuple[re.Pattern[str], bool]]:
    """What to look for, and whether only a year gone by is wrong."""
    if "将" in passage.text:
        yield _INTENDS, True
        yield _REPORTS, False
    if "评" in passage.text:
        yield _PERIOD, False
    if "支出" in passage.text:
        yield _WHOLE, False
    yield _STATE, False
    if not passage.cell and len(passage.text) < _SHORT:
        yield _HEAD, False
    if REMEDIES.search(passage.section):
        yield _DEADLINE, True


def _sentence_before(text: str, start: int) -> str:
    """What the sentence says just before the match: 上年, 原计划."""
    return text[max(text.rfind("。", 0, start), text.rfind("；", 0, start), start - 20, 0) : start]
