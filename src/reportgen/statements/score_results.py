"""Scores that words of the result tell, whatever else the clause says: 按自评94.10分的结果安排经费."""

from reportgen import patterns as re
from reportgen.lexicon.lists import either, lists
from reportgen.numbers.clauses import begin_of
from reportgen.statements.statement import Statement

_RESULT_BEFORE = re.compile(
    r"""
    (?: 自评|评价|总评|得分|评分|监控|结果|整体|认可   # 按自评94.10分
      | 得到?                                       # 一致认可得到92.85分
      | 所列[亦也]?为                               # 表中所列亦为92.85分
      | [由从以](?:现在|目前|本期|本年|本次)            # 总评由现在的80.85分提高到85分
      | 得分以[^，。；\d]{0,10} )                     # 自评得分以财政局复核的91.80分为准
    (?: 结果|得分|为|的|是|得到|由|对照|按照?|本期的? )*
    [“”优良中差等级、]*                              # 评为“良”
    [（(]?\s*$                                      # 评价结果为良（86.40分）
    """,
    re.VERBOSE,
)
_RESULT_BEHIND = re.compile(
    r"""
    [）)]? [、，]? (?:的|以后)?                       # 92.85分的自评结果
    (?: 自评|评价|综合|总体|整体|监控|绩效 )*
    (?: 得?分|评分|结果|结论|成绩 )
    """,
    re.VERBOSE,
)
_NO_TOTAL = re.compile(
    r"""
      满分|分值|权重|标准|上级|目标|力争              # what may be had, what is wanted
    | 指标|类|项目[^，]{0,6}(?:满意|质量)|[一二三]级   # of a part
    | 平均|均分|每|各|档|最[高低]|第\d               # of several: 最高96分, 第3名
    | 扣|失                                         # what was lost
    """,
    re.VERBOSE,
)
_LOW, _HIGH = 10, 150
_WORKED_OUT = re.compile("加权|折算|折合|换算|基础分|加分|附加|小计")
"""三项加权合计88.48分: on the way to the total."""
_PHRASES = re.compile(either(lists("report_words")["得分的套话"]))
_ONWARD = re.compile(rf"[）)”]?(?:{either(lists('report_words')['得分后的话'])})")
_MARKS = re.compile(r"[\s“”（(《》：:—-]|20\d\d年?度?")
_TELLING, _UNKNOWN, _ENOUGH = 3, 2, 2
"""So many digits a score has; so many characters before it nobody knows; so many are of a phrase that tells scores."""


def tells_the_result(each: Statement) -> bool:
    """Whether words of the result stand before a score or behind it: 将把92.85分的自评结果报县民政局."""
    before = _words_before(each)
    if _NO_TOTAL.search(before) or not _LOW < each.quantity.value <= _HIGH:
        return False
    return bool(_RESULT_BEFORE.search(before) or _RESULT_BEHIND.match(each.passage.text, each.end))


def may_be_the_result(each: Statement) -> bool:
    """我们给自己打了94.2分, 94.85分真实反映了工作: whether the words around a score name nothing else that has one."""
    before = _words_before(each)
    if _NO_TOTAL.search(before) or not _LOW < each.quantity.value <= _HIGH or each.quantity.digits < _TELLING:
        return False
    if _WORKED_OUT.search(before):
        return False
    left = _PHRASES.sub("", _MARKS.sub("", before))
    if _ONWARD.match(each.passage.text, each.end):
        return len(left) <= _UNKNOWN * 2
    return len(left) <= _UNKNOWN and len(before) - len(left) >= _ENOUGH


def _words_before(each: Statement) -> str:
    """Those of its clause."""
    text = each.passage.text
    return text[begin_of(text, each.start, "。；，") : each.start]
