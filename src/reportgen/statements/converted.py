"""One amount said twice in two units: 520.80万元（5208000元）, 折合1.12亿元, 即792000元; what must be equal."""

from collections.abc import Iterator
from itertools import pairwise

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import like
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Same
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import SCALES
from reportgen.statements.statement import Role, Statement

_AGAIN = re.compile(
    r"[，,]?\s*[（(]?\s*"
    r"(?:即|也即|也就是|折合|约合|合(?!计)约?|相当于|小写|大写|人民币|约|￥|[:：])+\s*(?:为)?"  # 折合0.19亿元
    r"|\s*[（(]\s*"  # （5208000元）
)


_SAID = re.compile("即|也就是|折合|约合|相当于")
_TELLING = 3
"""So many digits tell that two figures are one."""


_CAPITALS = re.compile(r"[^\w，。；]{0,2}(?:小写|大写|人民币|金额|即|合计|[：:（(￥¥\s])*.")


def converted(paragraph: Paragraph) -> Iterator[Claim]:
    """Every amount with the same amount behind it in another unit."""
    for first, second in pairwise(paragraph.statements):
        between = paragraph.text[first.end : second.start]
        bracket = between.strip() in ("（", "(")
        closed = paragraph.text[second.end : second.end + 1] in ("）", ")")
        money = first.quantity.unit == second.quantity.unit == "元"
        if (
            money
            and _in_capitals(first) != _in_capitals(second)
            and _CAPITALS.fullmatch(between + paragraph.text[second.start])
        ):
            yield _capitals(first, second)
        if (
            not same_things(first.quantity, second.quantity)
            or first.quantity.kind == "%"
            or not _AGAIN.fullmatch(between)
        ):
            continue
        said = _SAID.search(between)
        digits = _same_digits(first, second)
        if (first.quantity.scale == second.quantity.scale and not (said or digits)) or (bracket and not closed):
            continue
        if (said and not digits and _goes_on(second, paragraph)) or (
            first.role is Role.EACH is not second.role
        ):  # 每对300元，折合58.32万元
            continue
        equation = Same(first, second)
        yield Claim(
            "converted",
            equation,
            _equal(equation),
            Proof.CERTAIN,
            second,
            _("数字相同，差了数量级"),
            (_note(first, second),),
        )


def _goes_on(second: Statement, paragraph: Paragraph) -> bool:
    """支出527.00万元，即设备286.40万元、教材240.60万元: behind 即 stands a list of its parts."""
    following = next((each for each in paragraph.statements if each.start >= second.end), None)
    alike = following is not None and same_things(following.quantity, second.quantity)
    return (
        alike
        and following is not None
        and paragraph.text[second.end : second.end + 1] in "、，"
        and ("，" not in paragraph.text[second.end + 1 : following.start])
    )


def _same_digits(first: Statement, second: Statement) -> bool:
    """31.26万元（312600万元）, 0.462万元，即4,620.00万元: the point has moved by what 万 makes, and 万 stands again."""
    return first.quantity.digits >= _TELLING and any(
        first.quantity.number == second.quantity.number * scale for scale in SCALES
    )


def _in_capitals(each: Statement) -> bool:
    capitals = any(capital in each.text for capital in "壹贰叁肆伍陆柒捌玖拾佰仟")
    return each.quantity.unit == "元" and capitals and not any(map(str.isdecimal, each.text))


def _capitals(first: Statement, second: Statement) -> Claim:
    """壹拾贰万元整（小写：125000元）."""
    equation = Same(first, second)
    apart = like(abs(first.quantity.value - second.quantity.value), second.quantity)
    note = _("大写与小写相差 {amount}", amount=apart)
    holds = first.quantity.value == second.quantity.value
    return Claim("capitals", equation, holds, Proof.CERTAIN, second, _("两个金额不一样"), (note,))


def _equal(equation: Same) -> bool:
    """约合0.16亿元 of 1645万元 is rounded: the coarser of the two holds the finer."""
    return equation.holds or any(
        abs(equation.first.quantity.value - equation.second.quantity.value) <= each.quantity.half_place
        for each in equation.members
    )


def _note(first: Statement, second: Statement) -> str:
    if first.quantity.factor == second.quantity.factor:
        return _("前面写的是 {one}；这里是 {other}", one=first, other=second)
    same = like(first.quantity.value, second.quantity)
    return _("前面写的是 {one}，合 {same}；这里是 {other}", one=first, same=same, other=second)
