"""By which words a total score is told: 综合得分, 得分 alone, 自评结果（93.60分，“优”）; and of which year."""

from reportgen import patterns as re
from reportgen.lexicon.lists import either, lists
from reportgen.numbers.clauses import begin_of
from reportgen.record import Struct
from reportgen.statements.statement import Origin, Period, Role, Statement

_LEAST, _FULL, _WHOLE = 20, 150, 100
_OUT_OF = re.compile(r"(?:满分|分值|权重)为?(\d+)分[^。；\d]*$")
_OTHER = re.compile(
    r"平均|均分|满分|各项目|各单位|分别|每个|最高|最低|扣|失分|相差|以上|以下|及格|标准|档|分值|指标|往年|第\d|目标|力争"
)
_OWN = either(lists("units")["自称"])
_FILLING = (
    rf"(?:20\d{{2}}年度?|本年度?|上年度?|本次|此次|当年|本项目|该项目|项目|部门|单位|[我本全该](?:{_OWN})"
    r"|整体|总体|专项|支出|预算|资金|管理|绩效|综合|最终|最后|自我|自评|评价|评估|评审|评定|监控|考评|考核|工作|情况|结论|结果"
    r"|等级|等次|得分|评分|总分|总得|经|组|认为|认定|确定|核定|复核|公布|参照|参考|结合|根据|按照?|针对|鉴于|基于"
    r"|应用|运用|公开|建议|将|以|对|从|把|较|比|高于|低于|仍|均|同|各|所|此|其|由|了|的|为|是|即|得|在|及|与|和|“[优良中差]秀?好?”|[（(])*"
)
_CALLED = re.compile(
    rf"{_FILLING}(?:得分|评分|总分|总得分|得|结果|结论|成绩|自评|评价|为|是|仍为|达到?)[（(：:]?(?:即|为)?(?:总分)?\s*"
)
"""The whole clause before the figure: nothing in it names a part, a project or another unit."""
_CARRIED = re.compile(
    r"(?:总得分|总分|综合得分|评价得分|自评得分|最终得分|总评)(?![^。；]*\d分)[^。；]{2,24}，(?:最终|最后|结果|合计)?(?:为|是|即|得|达到?)$"
)
"""专项总得分由三个子项目加权得出，为87.92分: the name opens the clause before."""
_GRADE_FIRST = re.compile(
    r"[^，。；\d]{0,12}(?:自评|评价|得分|评分|结论)(?:等级|等次|结果|情况|结论)?[：:为是]*[“]?[优良中差]秀?好?[”]?(?:等|级)*，"
)
"""自评：优，95.70分: the grade stands before the score."""
_BASED_ON = re.compile(r"的?基础上")
"""力争在90.75分的基础上再提高: what was wanted starts from what was got."""
_ALL = re.compile(
    r"""
    (?: 以上|上述 )?
    [一二三四五六七八九十\d各] [个大]? (?: [项类块部维]分? | (?:一级)?指标 | 方面 | 维度 | 板块 )   # 四项, 四个一级指标
    (?: 得分|指标 )*
    (?: 相加|合计|加总|汇总|总计|累加|之和|[加合累][在到]?一?起来? )   # 加起来, 合在一起
    (?: 得分? | 为 | 共 | 是 )*
    """,
    re.VERBOSE,
)
_GRADED = re.compile("[，、（(]?(?:算|为|是|评为|评|属于?|等级为?|达到?)*[“]?[优良中差]")
"""四项加起来94.10分，算优: what gets a grade is the whole."""
_MOST_OF = 60
_BEFORE_NAME = re.compile(rf"{_FILLING}\s*")
_NAME_BEHIND = re.compile(r"的?(?:整体|综合|评价|评估|自评|总体|监控)*(?:得分|评分|自评分|结论|结果|评价|成绩)")
"""从95.35分的整体得分看, 89.27分的评价结论."""
_JUDGED = re.compile(r"专项|本次|本期|评价|评估|自评|监控|考评|考核|绩效|综合|总")
"""Of 得分62分 alone nobody knows what it is."""
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]|此外|同时|另外?|其中)")
_OF_YEAR = re.compile(r"得分[^，。；、\d]*20\d{2}年度?的?$")
"""自评得分力争高于2024年的91.80分."""
_UNIT_BEFORE = re.compile(r"^[^，。；、（）\d]{2,20}?(?=(?:20\d{2}年度?)?部门(?:整体|预算|支出))")
"""The unit's own name before what is evaluated: 示例县人民医院2024年度部门整体支出."""
_YEAR = re.compile(
    r"(?P<year>20\d{2})年度?(?=的?(?:部门|整体|绩效|自评|评价|项目|支出|综合|总体|总|得分|评分|监控|\d(?!\d?月)|[（(]))"
)
_PROJECT = re.compile(
    r"""
    (?P<name> [“《][^”》]{2,24}[”》] | [^\W\d_]{2,24} (?<![本该此各全]) )   # 公路养护, “清水入河”
    项目 (?=(?:20\d{2}年度?)?(?:支出|绩效|自评|综合|评价|得分))
  | (?P<number> 项目[一二三四五六七八九十\dA-Z]) (?=支出|绩效|自评|综合|评价|得分)
    """,
    re.VERBOSE,
)
_NAMED_PROJECT = re.compile(r"[^\W\d，。；：、]{2}(?<![本该此各全])项目|[”》]项目")
"""（一）古籍修复项目自评94.20分: one of several; （一）根据评分标准，项目综合评分 is of the one."""
_OF_PART = re.compile(r"该项目|项目[^，]{0,6}(?:得分|评分)|其中|[一二三四五六七八九十]是|、")
_PART_BEFORE = re.compile(r"[^\W\d](?<![个大])(?:部分|环节|维度|板块|类指标|[一二三]级指标|单项)，")
"""相差最大的是过程部分，自评29.2分: points of a class."""
_RANKED = re.compile(r"(?:考核|评比|测评|检查|巡查|飞检)(?!评价)[^。；]{0,24}(?:排名|第\d+|位列|名列|列全)")
"""环境卫生考核全区排名第3，得分94.2分: somebody else's score of something else."""
_CHECKED = re.compile("考核|考评|检查")
_PAID = re.compile(r"[^。；]{0,40}?(?:支付|付费|拨付|扣减|扣付|扣款|核拨|结算)")
"""考核得分93.5分，按规定支付服务费的95%: of who is paid by it."""
_SAID_AGAIN = re.compile("[该本]项目")
_SCALE = re.compile(r"指标体系|[一二三]级指标\d+个|百分制|满分|[为是][“]?优")
"""指标体系设一级指标4个、三级指标15个，总分100分，90分以上为优: what there was to be had."""
_POINTS = re.compile(r"\d分")


class Told(Struct, frozen=True):
    """A total score in running text."""

    score: Statement
    year: str
    """Of which year it is where the sentence names one; empty where it is that of the document."""
    by_itself: bool
    """Whether the unit gave it to itself (自评), and no evaluator."""
    of_part: bool
    """Whether it may be the score of one of several projects."""
    project: str
    """The project of which it is, where one is named: 公路养护 of 公路养护项目自评得分."""
    summed: bool = False
    """Whether it is told as the sum of parts alone, to which others may be added."""


def told_total(each: Statement, own_year: int | None) -> Told | None:
    """A figure as a total score; None where it is none, or one of a plan, an average, a part."""
    if each.quantity.unit != "分" or each.role is not Role.AMOUNT or not each.exact:
        return None
    if each.origin is not Origin.PROSE or not _LEAST < each.quantity.value <= _FULL:
        return None
    sentence = re.split("[。；]", each.passage.text[: each.start])[-1]
    clause = _ORDINAL.sub("", re.split("，", sentence)[-1])
    carried = _CARRIED.search(sentence) or _GRADE_FIRST.fullmatch(sentence)
    if carried and each.period is Period.NOW:
        return Told(each, "", "自评" in sentence, False, "")
    if _is_another(each, clause):
        return None
    year = _year(each, sentence, own_year)
    based = _BASED_ON.match(each.passage.text, each.end) is not None
    year = "" if year == str(own_year) or (based and each.period is not Period.BEFORE) else year
    full = _OUT_OF.search(sentence)
    of_part = full is not None and int(full[1]) < _WHOLE  # 过程类指标满分24分，评价得分21.24分
    of_part = of_part or bool(_RANKED.search(sentence)) or _is_paid_for(each, clause)
    named = _named(each, clause, year) or (based and each.concept == "总得分") or _is_all(each, clause)
    if of_part or not (named or (_filled(each, clause) and not _PART_BEFORE.search(sentence))):
        return None
    return Told(
        each,
        year,
        "自评" in clause or "自评分" in each.passage.text[each.end :][:5],
        bool(_OF_PART.search(sentence)),
        _project(clause),
        _is_all(each, clause) and not _GRADED.match(each.passage.text, each.end),
    )


def _project(clause: str) -> str:
    found = _PROJECT.search(clause)
    return (found["name"] or found["number"]).strip("“”《》") if found else ""


def _is_paid_for(each: Statement, clause: str) -> bool:
    return bool(_CHECKED.search(clause) and _PAID.match(each.passage.text, each.end))


def _is_another(each: Statement, clause: str) -> bool:
    """One of several projects, told in a list whose items name them; 总分100分，综合得分88.5分."""
    text = each.passage.text
    listed = bool(each.passage.number) and not _project(clause) and bool(_NAMED_PROJECT.search(text, 0, each.start))
    listed = listed and not _SAID_AGAIN.search(text, begin_of(text, each.start, "。；"), each.start)
    behind = each.passage.text[each.end :][:12]
    full = each.label.endswith("总分") and each.quantity.value % 10 == 0 and "得分" in behind
    return listed or full or (each.quantity.value == _WHOLE and bool(_SCALE.search(text)) and "得" not in each.label)


def _is_all(each: Statement, clause: str) -> bool:
    """四块相加90.75分: the sum of all that was judged; what is less may be that of some."""
    return bool(_ALL.fullmatch(clause)) and each.quantity.value >= _MOST_OF


def _named(each: Statement, clause: str, year: str) -> bool:
    """综合得分92.30分: a name of the lexicon, whatever stands before it, of the document's own year."""
    now = each.period is Period.NOW or bool(year)
    return each.concept == "总得分" and now and not each.planned and not _OTHER.search(clause)


def _filled(each: Statement, clause: str) -> bool:
    """Whether the clause up to the figure, or behind it, says nothing but that this is the result."""
    last = _UNIT_BEFORE.sub("", re.split("、", clause)[-1])
    if _OF_YEAR.search(clause):
        return True
    if _CALLED.fullmatch(last) and re.search("得|评|结果|结论|成绩", clause):
        sentence = re.split("[。；]", each.passage.text[: each.start])[-1]
        return bool(_JUDGED.search(sentence)) or _is_a_sentence(each, sentence == clause)
    return bool(_BEFORE_NAME.fullmatch(last) and _NAME_BEHIND.match(each.passage.text, each.end))


def _is_a_sentence(each: Statement, opens: bool) -> bool:
    """300人次受训。得分87.20分。: a sentence that says nothing else, in a paragraph with no other score."""
    text = each.passage.text
    alone = opens and text.startswith("。", each.end) and len(_POINTS.findall(text)) == 1
    return alone and each.quantity.value >= _MOST_OF


def _year(each: Statement, sentence: str, own_year: int | None) -> str:
    if found := next(reversed(list(_YEAR.finditer(sentence + str(each.quantity.number)))), None):
        return found["year"]
    if each.period is Period.BEFORE:
        return str(own_year - 1) if own_year else "上年"
    return ""
