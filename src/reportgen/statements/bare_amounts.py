"""Amounts whose unit is told once: 支出191.26万元里面，人员154.12，公用37.14 are 154.12万元 and 37.14万元."""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.model.quantity import Bound
from reportgen.numbers.reader import Stated
from reportgen.record import replace
from reportgen.statements.passages import Passage

_SCALED = ("万", "亿")
_NAMED = re.compile(r"(?P<name>[\u4e00-\u9fff]{1,12})$")
_NO_MONEY = re.compile("得分|评分|均分|分[值数为]|总分|[率占比倍均第版号度数率码级]|[高低]于|相关|系数|权重|温|标准")
_ENDED = re.compile(r"\s*(?:[，。；、：（）(),;]|$)")
_HEADED = re.compile("。[^，。；：\\d]{2,8}：[^，。；：\\d]{1,10}")
"""公用37.14万元。公用主要是：办公费4.86，……."""
_SHORT, _FAR = 14, 24


def with_money(passage: Passage) -> Sequence[Stated]:
    """The numbers of a passage, bare ones with the unit of the money that is told beside them in their list."""
    text, numbers = passage.text, passage.numbers
    if "万元" not in text and "亿元" not in text:
        return numbers
    bare = [at for at, each in enumerate(numbers) if _is_bare(each, text)]
    if not any(numbers[at].quantity.decimals for at in bare):
        return numbers
    told = [*numbers]
    for at in bare:
        before = told[at - 1] if at else None
        if before and (unit := _money(before)) and _goes_on(before, told[at], text):
            told[at] = _with(told[at], unit)
    for at in reversed(bare):  # 分别用了9.2、8.45、6.25，合23.9万元
        after = told[at + 1] if at + 1 < len(told) else None
        if not _money(told[at]) and after and (unit := _money(after)) and _goes_on(told[at], after, text):
            told[at] = _with(told[at], unit)
    return told


def _is_bare(each: Stated, text: str) -> bool:
    """Whether it has no unit, a name right before it or another in its list, and its clause ends behind it."""
    quantity = each.quantity
    if quantity.unit or quantity.scale or quantity.bound is not Bound.EXACT or not _ENDED.match(text, each.end):
        return False
    named = _NAMED.search(text, max(0, each.start - _SHORT), each.start)
    return bool(text[each.start - 1 : each.start] == "、" or (named and not _NO_MONEY.search(named["name"])))


def _money(each: Stated) -> str:
    """The scale of an amount of money; empty for anything else."""
    quantity = each.quantity
    return quantity.scale if quantity.unit == "元" and quantity.scale in _SCALED else ""


def _goes_on(first: Stated, second: Stated, text: str) -> bool:
    """Whether nothing but the name of the second stands between two figures, in one sentence."""
    between = text[first.end : second.start]
    if "。" in between and not _HEADED.fullmatch(between):
        return False
    return len(between) <= _FAR and not _NO_MONEY.search(between)


def _with(each: Stated, scale: str) -> Stated:
    return replace(each, quantity=replace(each.quantity, scale=scale, unit="元", implied=f"{scale}元"))
