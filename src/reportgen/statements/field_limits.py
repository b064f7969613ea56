"""What figures of a content file cannot be: less than nothing, or a part of the budget more than the whole."""

from collections.abc import Iterator, Mapping, Sequence

from reportgen import patterns as re
from reportgen.language import _
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Bounded
from reportgen.statements.statement import Role, Statement

_SIGNED = re.compile(r"增减|差额|差异|偏差|变动|增长|增幅|比|较|调整|盈余|下降|升降|节约|温度|得分|扣分|结余|净")
_COUNTED = ("元", "人", "名", "位", "人次", "件", "个", "项", "户", "场", "台", "册", "亩", "平方米")
_WHOLE = "总支出"
"""Its basic and its project spending are of the same group, a group for each column of the budget."""


def field_limits(given: Sequence[Statement]) -> Iterator[Claim]:
    """Negative amounts and counts; parts of the budget against the whole."""
    wholes = {each.sentence: each for each in given if each.label == _WHOLE}
    for each in given:
        if _is_negative(each):
            yield Claim("negative", Bounded(each, None), False, Proof.CERTAIN, each, _("不会是负数"))
        elif whole := _whole(each, wholes):
            equation = Bounded(each, whole)
            label = _("大于总数 {whole}", whole=whole)
            note = _("其中一项 {part} 大于总数 {whole}", part=each, whole=whole)
            yield Claim("part", equation, equation.holds, Proof.CERTAIN, each, label, (note,))


def _is_negative(each: Statement) -> bool:
    """Whether an amount or a count is less than nothing: no change, nor what is called one."""
    counted = each.quantity.number < 0 and each.quantity.unit in _COUNTED
    return counted and each.role is not Role.CHANGE and not _SIGNED.search(each.label)


def _whole(part: Statement, wholes: Mapping[int, Statement]) -> Statement | None:
    whole = wholes.get(part.sentence)
    if whole is None or whole is part or whole.quantity.number < 0:
        return None
    return whole if same_things(whole.quantity, part.quantity) else None
