"""Rates of nothing: there was no base, or it was nought."""

import re
from collections.abc import Iterator

from reportgen.language import _
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Baseless
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Period, Role


def without_base(paragraph: Paragraph) -> Iterator[Claim]:
    """上年无此项支出，同比增长100%; 年初未安排预算，完成率为100%: a rate of nothing."""
    for rate in paragraph.statements:
        if rate.quantity.unit != "%" or rate.role is Role.SHARE or not rate.quantity.number:
            continue
        start = paragraph.span(max(0, rate.sentence - 1))[0] if rate.sentence else 0
        found = next(reversed(list(_NOTHING.finditer(paragraph.text, start, rate.start))), None)
        if found is None or not _RELATIVE.search(paragraph.text, max(0, rate.start - 16), rate.start):
            continue
        since = [each for each in paragraph.statements if found.end() <= each.start < rate.start]
        amounts = [each for each in since if each.quantity.number and each.role is Role.AMOUNT]
        based = [
            each
            for each in amounts
            if each.concept in _BUDGETS or each.period is Period.BEFORE or _BASED.search(each.label)
        ]
        if not based and len(amounts) < 2 + (rate.sentence == paragraph.sentence(found.start())):
            yield Claim("no_base", Baseless(rate), False, Proof.CERTAIN, rate, _("基数为 0，算不出比率"))


_BUDGETS = ("年初预算", "全年预算", "预算")
_NOTHING = re.compile(
    r"(?:上年|去年|年初|预算|基数)[^，。；]{0,14}?(?:(?<![\d.])0(?:\.0+)?(?:万元|元)?(?![\d.])|为零|未安排|无此|没有(?!超)|未形成|未发生|无支出)"
)
_BASED = re.compile(r"按|以|对|追加|由|从|调整|全年")
_RELATIVE = re.compile(r"增长|下降|变动率|增减率|同比|完成|执行率|支出率|支付率|[比较]上年|[比较]年初")
