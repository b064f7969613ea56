"""Years that another word of time beside them speaks against: a year set against itself, plans for a year gone by."""

from collections.abc import Iterator
from datetime import date

from reportgen import patterns as re
from reportgen.numbers.clauses import SENTENCE_ENDS, begin_of, end_of, in_a_title
from reportgen.rules.chapters import REMEDIES
from reportgen.rules.structure.budget_year import Standing
from reportgen.rules.structure.year_marks import Y2, Y3, Misplaced, Y, matches
from reportgen.statements.passages import Passage

_ITSELF = re.compile(
    rf"{Y}(?!\d)度?[^。；]{{2,60}}?(?:[较比]|[与同和](?=20\d\d年[^，。；]{{0,16}}(?:相比|持平|比较|增|减)))(?P=year)年(?!初|年初)"
    rf"|{Y2}度?[^。；\d]{{0,20}}\d[^。；]{{0,12}}，(?P=year2)年度?(?:为|是|同期|的)?[^，。；\d]{{0,4}}\d[^。；]{{0,30}}(?:增|减|升|降|多|少)"
)
"""2024年供热面积2,860万平方米，较2024年增加; 2023年上缴386.40万元，2023年为420.00万元，减少."""
_BEFORE_IT = re.compile(
    rf"{Y}(?!初|年初)(?:\d{{1,2}}月)?度?(?!结转|结余)[^。；]{{0,40}}?[，（]而?(?:去年|上年|上一年)度?(?:同期|同口径|同比)?[^。；结]{{0,10}}?"
    r"(?:未|没有|无|尚|为|是|\d)"
)
"""2024年全年预算1,264.20万元，去年同口径为1,198万元 in a paper of 2025: 去年 is 2024."""
_NEW = re.compile(
    rf"[\u4e00-\u9fff]{Y}(?:\d{{1,2}}月)?(?:新[增设建开办]|首次|第一次)[^。；]{{0,12}}?[，（](?:去年|上年)"
)
_NONE_THEN = re.compile(rf"{Y}(?:尚未|还没有|没有|未)[^，。；\d]{{0,10}}，(?P=year)年[^，。；\d]{{0,8}}\d")
"""2023年尚未开办，2023年办理312件."""
_PLANS = re.compile(
    rf"(?:^|(?<=[。；：！？\n]))(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])?(?:在)?{Y}度?(?!以来|的|\d|末|年末|底|年底|初至)[^。；]*"
)
_PAST = re.compile(
    r"已|了|曾|过|超|比|较|增长|下降|建议|问题|情况|存在|不足|未|没有|偏|实际|发现|支出\d|结余|执行率(?:为|达|仅|只|\d)|得分|自评\d|评价结果"
)
_ADVISED = re.compile(rf"建议[^，。；\d]{{0,20}}{Y}度?(?=[\u4e00-\u9fff]{{2}})(?!预算执行)")
_OPEN = re.compile(r"未[^，。；]{0,4}的")
"""2024年补做未完成的3个楼道."""
_MONITORED = re.compile(
    r"(?:监控|监测)(?:时段|期间|周期|区间|时间|范围)[^。；\d]{0,6}(?P<year>20\d\d)年1月1日[至到—–\-－~～]+(?P<last>20\d\d)年"
)
_REVERSED = re.compile(rf"(?:倒排|排定|制定|编制|安排|细化){Y}度?[^，。；]{{0,6}}(?:工期|计划|进度|任务|清单|方案)")
_TO_BE_USED = re.compile(
    rf"(?:编制|编报|安排|编细编准){Y}度?[^，。；]{{0,6}}预算|与{Y2}度?[^，。；]{{0,6}}预算[^。；，]{{0,4}}(?:挂钩|结合|衔接)"
    rf"|{Y3}度?编[报制]预算时"
)
_CARRIED_TO = re.compile(rf"(?:结转|结余|顺延|留)[至到]{Y}")
_STUDIED = re.compile(
    rf"(?:于|在|自){Y}(?P<month>\d{{1,2}})月[^。；]{{0,60}}(?:开展|进行|实施|组织)了?(?:现场|重点)?(?:绩效)?(?:评价|自评|调研|核查)"
)
_LATE_MONTH, _SPRING = 11, 5


def clashes(passage: Passage, own: int, standing: Standing, signed: date | None) -> Iterator[Misplaced]:
    """Every year of a passage that cannot be meant, for what stands beside it."""
    text = passage.text
    if standing is not Standing.UNKNOWN:
        yield from _set_against_itself(text, own, standing)
    if standing is Standing.AFTER:
        yield from _years_gone_by(passage, own)
        yield from _of_the_work(text, own, signed)
    for match in _MONITORED.finditer(text) if standing is Standing.WITHIN else ():
        if int(match["last"]) == own > int(match["year"]):
            yield Misplaced(int(match["year"]), match.start("year"), certain=False)
    for _match, year, start in matches(_CARRIED_TO, text):
        if standing in (Standing.AFTER, Standing.WITHIN) and year == own:
            yield Misplaced(year, start, certain=False)


def _set_against_itself(text: str, own: int, standing: Standing) -> Iterator[Misplaced]:
    for pattern in (_ITSELF, _NONE_THEN):
        for match, year, start in matches(pattern, text):
            between = f"{own}年" in match[0]  # 2024年安排158万元，2025年申请数较2024年多28万元
            apart = pattern is _NONE_THEN or _opens_a_clause(text, match.start())
            if year == own - 1 and apart and not between and not in_a_title(text, start):
                told_first = pattern is _ITSELF
                at = start if told_first else text.index(f"{year}年", match.start() + 5)
                yield Misplaced(year, at, certain=False)
    for pattern in (_BEFORE_IT, _NEW) if standing is not Standing.AHEAD else (_NEW,):
        for match, year, start in matches(pattern, text):
            compared = re.search(r"[较比与同和由从据自]$", text[max(start - 1, 0) : start])
            told = str(own) in match[0] or in_a_title(text, start) or compared
            if year == own - 1 and not told and (pattern is _NEW or _opens_a_clause(text, start)):
                yield Misplaced(year, start, certain=False)


def _opens_a_clause(text: str, start: int) -> bool:
    return begin_of(text, start, SENTENCE_ENDS + "；，：、") == start


def _years_gone_by(passage: Passage, own: int) -> Iterator[Misplaced]:
    """2024年，学校将……: under a heading of what comes next, in a report on 2024."""
    if not REMEDIES.search(passage.section):
        return
    for pattern in (_PLANS, _REVERSED, _ADVISED):
        for match, year, start in matches(pattern, passage.text):
            ends = SENTENCE_ENDS + "；，" if pattern is _ADVISED else SENTENCE_ENDS
            sentence = passage.text[start : end_of(passage.text, start, ends)]
            if (
                year == own
                and not _PAST.search(_OPEN.sub("", sentence))
                and not in_a_title(passage.text, match.start())
            ):
                yield Misplaced(year, start, certain=False)


def _of_the_work(text: str, own: int, signed: date | None) -> Iterator[Misplaced]:
    """What came after the year was over, and budgets that were made when the paper was signed."""
    if signed is None or signed.year != own + 1:
        return
    for match, year, start in matches(_STUDIED, text):
        if year == own and int(match["month"]) < _LATE_MONTH:
            yield Misplaced(year, start, certain=False)
    for _match, year, start in matches(_TO_BE_USED, text):
        if year == signed.year and signed.month >= _SPRING and not in_a_title(text, start):
            yield Misplaced(year, start, certain=False)
