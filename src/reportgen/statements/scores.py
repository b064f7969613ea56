"""The total score: one in a document, wherever it is stated, and the one that its table comes to."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reportgen.language import _
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Same
from reportgen.statements.grid import Grid
from reportgen.statements.score_totals import total_scores
from reportgen.statements.statement import Origin, Period, Role, Statement

_OTHER = re.compile(
    r"平均|均分|上年|去年|往年|满分|各项目|各单位|分别|每个|最高|最低|扣|以上|以下|及格|标准|档|分值|指标"
)
_LEAST, _FULL = 20, 150


def one_score(prose: Sequence[Statement], grids: Sequence[Grid], given: Sequence[Statement] = ()) -> Iterator[Claim]:
    """Every total score against the one that is stated most, or in the table."""
    stated = [each for each in prose if _is_total(each)]
    fields = [each for each in given if each.concept == "总得分" and not each.subject]
    tables = [*fields, *(each for grid in grids for each in total_scores(grid))]
    found = [*stated, *tables]
    counted = Counter(each.quantity.number for each in found)
    if not found:
        return
    if len(counted) == 1:
        yield from (Claim("total_score", Same(found[0], each), True) for each in found[1:])
        return
    (most, times), *rest = counted.most_common()
    if len(counted) > 2 and times < 2 and not fields:
        return
    right = next((each for each in tables if each in fields or counted[each.quantity.number] == times), None)
    main = right or next(each for each in found if each.quantity.number == most)
    yield from (
        Claim("total_score", Same(main, each), True)
        for each in found
        if each.quantity.number == main.quantity.number and each is not main
    )
    for each in [*stated, *(tables if times > 1 else ())]:
        if each.quantity.number != main.quantity.number and each is not main:
            several = len(rest) > 1 or _of_part(each)
            yield _differ(main, each, Proof.LIKELY if several else Proof.CERTAIN)


_CALLED = re.compile(
    r"(?:^|本次|此次|总体|整体|综合|最终|监控|评估|评价|自评|绩效|所得|以|从|结合|[为，。；]得|鉴于本项目)(?:得分|评分|评定|总得分)?(?:为|是)?\s*$"
)
_ALONE = re.compile(
    r"(?:针对|对|结合|以|从|按|鉴于|根据)?(?:本次|此次|本项目|总体|整体|综合|最终|监控|评估|评价|自评|绩效|总)+得分(?:为|是)?"
)
_WHAT = re.compile(r"的?(?:整体|综合|评价|评估|自评|总体|监控)*(?:得分|结论|结果|评价|成绩)")


def _called_total(each: Statement, clause: str) -> bool:
    """从95.35分的整体得分看, 得分92.30分及上述问题: a score that is told without its full name."""
    return bool(_CALLED.search(clause) and _WHAT.match(each.passage.text, each.end)) or bool(
        _ALONE.fullmatch(clause.strip())
    )


def _is_total(each: Statement) -> bool:
    clause = re.split(r"[，。；]", each.passage.text[: each.start])[-1]
    called = each.concept == "总得分" or _called_total(each, clause)
    scored = called and each.quantity.unit == "分" and each.role is Role.AMOUNT and each.exact
    if each.passage.number and re.search("项目", each.passage.text[: each.start]):
        return False  # one of several projects, told in a list
    behind = each.passage.text[each.end : each.end + 12]
    if each.label.endswith("总分") and each.quantity.value == 100 and "得分" in behind:
        return False  # 总分100分，综合得分88.5分
    return (
        scored
        and not _OTHER.search(clause)
        and each.period is Period.NOW
        and _LEAST < each.quantity.value <= _FULL
        and each.origin is Origin.PROSE
        and not each.planned
    )


def _of_part(each: Statement) -> bool:
    """Whether it may be the score of one of several projects."""
    clause = re.split(r"[。；]", each.passage.text[: each.start])[-1]
    return bool(re.search(r"该项目|项目[^，]{0,6}(?:得分|评分)|其中|[一二三四五六七八九十]是|、", clause))


def _differ(main: Statement, each: Statement, proof: Proof) -> Claim:
    note = _("另一处总得分是 {score}", score=main.text)
    return Claim("total_score", Same(main, each), False, proof, each, _("应为 {shown}", shown=main.text), (note,))
