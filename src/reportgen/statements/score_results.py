"""Scores that words of the result tell, whatever else the clause says: 按自评94.10分的结果安排经费."""

from reportgen import patterns as re
from reportgen.statements.statement import Statement

_RESULT_BEFORE = re.compile(
    r"(?:自评|评价|总评|得分|评分|监控|结果|整体|得|得到|认可|所列(?:亦|也)?为)(?:结果|得分|为|的|是|得到|由|对照|按照?|本期的?)*(?:[“”优良中差等级、]*)[（(]?\s*$"
)
_RESULT_BEHIND = re.compile(
    r"[）)]?[、，]?(?:的|以后)?(?:自评|评价|综合|总体|整体|监控|绩效)*(?:得?分|评分|结果|结论|成绩)"
)
_NO_TOTAL = re.compile(
    r"满分|分值|权重|标准|指标|平均|均分|扣|失|档|类|项目[^，]{0,6}(?:满意|质量)|最[高低]|每|各|上级|目标|力争|第\d|[一二三]级"
)
_LOW, _HIGH = 10, 150


def tells_the_result(each: Statement) -> bool:
    """Whether words of the result stand before a score or behind it: 将把92.85分的自评结果报县民政局."""
    before = re.split("[。；，]", each.passage.text[: each.start])[-1]
    if _NO_TOTAL.search(before) or not _LOW < each.quantity.value <= _HIGH:
        return False
    return bool(_RESULT_BEFORE.search(before) or _RESULT_BEHIND.match(each.passage.text, each.end))
