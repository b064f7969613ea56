"""One amount written in two ways: 万元 and 元, capitals and digits."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.quantity import Bound, like
from reportgen.numbers import Stated
from reportgen.numbers.labels import label_of, shared
from reportgen.numbers.phrases import number, phrases
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_TELLING = 4
"""Two amounts that agree in so many digits are one amount."""
_ALIKE, _TELLING_WORDS = 4, 2
"""Characters that the words before both must share, and how many of them must say more than that it is money."""
_MONEY_WORDS = re.compile(
    r"经费|支出|资金|预算|专项|项目|实际|收入|安排|下达|全年|年度|本年|补助|[合共总]计|使用|拨付|金额|财政"
)
_OTHER = re.compile(r"上年|去年|上一年|同期|人均|平均|每|单价|日均|月均")


@dataclass(frozen=True, slots=True)
class _Amount:
    label: str
    stated: Stated
    passage: Passage

    @property
    def digits(self) -> str:
        return "".join(map(str, self.stated.quantity.number.normalize().as_tuple().digits))


@rule("NUM016", "同一金额两种单位差了数量级", Severity.ERROR)
def order_of_magnitude(scene: Scene) -> Iterator[Finding]:
    """同一笔钱一处写万元、一处写元，数字相同而小数点的位置对不上。

    四位以上的数字相同、前面的说法也相同，才算同一笔钱。

    为什么: 万元与元之间换算错一位，差的就是十倍、一百倍。
    错例:
        收支情况: |
          免费开放补助资金下达155.42万元。
          全年支出免费开放补助资金15542.00元。
    正例:
        收支情况: |
          免费开放补助资金下达155.42万元。
          全年支出免费开放补助资金1554200.00元。
    依据: 审核实践：全文金额单位一致，换算准确
    改法: 按同一单位核对两处金额，更正小数点错位的一处
    """
    alike: dict[str, list[_Amount]] = defaultdict(list)
    for amount in _amounts(scene):
        alike[amount.digits[: _TELLING - 1]].append(amount)
    said: set[tuple[Decimal, Decimal]] = set()
    for row in alike.values():
        for first, second in combinations(row, 2):
            values = (first.stated.quantity.value, second.stated.quantity.value)
            if values in said:
                continue
            if _same_name(first.label, second.label) and _same_digits(first, second) and _apart(first, second):
                said.add(values)
                yield _slip(first, second)


def _same_name(first: str, second: str) -> bool:
    words = shared(first, second)
    return len(words) >= _ALIKE and len(_MONEY_WORDS.sub("", words)) >= _TELLING_WORDS


def _amounts(scene: Scene) -> Iterator[_Amount]:
    for passage in scene.passages:
        for each in passage.numbers if "元" in passage.text else ():
            if each.quantity.unit == "元" and each.quantity.bound is Bound.EXACT:
                amount = _Amount(label_of(passage.text, each), each, passage)
                if len(amount.digits) >= _TELLING and not _OTHER.search(amount.label):
                    yield amount


def _same_digits(first: _Amount, second: _Amount) -> bool:
    """Whether the shorter is the longer one rounded, wherever the point stands."""
    shorter, longer = sorted((first.digits, second.digits), key=len)
    cut = longer[: len(shorter)]
    up = longer[len(shorter) : len(shorter) + 1] >= "5"
    return shorter == (str(int(cut) + 1) if up else cut)


def _apart(first: _Amount, second: _Amount) -> bool:
    values = [each.stated.quantity.value for each in (first, second)]
    return values[0].adjusted() != values[1].adjusted()


def _slip(first: _Amount, second: _Amount) -> Finding:
    one, other = first.stated.quantity, second.stated.quantity
    note = _("前面写的是 {one}，合 {same}；这里是 {other}", one=one, same=like(one.value, other), other=other)
    place = second.passage.place(second.stated.start, second.stated.end)
    return Finding(place, _("数字相同，差了数量级"), (note,), section=second.passage.section)


_CAPITALS = rf"{number('first')}[^\w，。；]{{0,2}}(?:小写|大写|人民币|金额|即|合计|[：:（(￥¥\s])*{number('second')}"


@rule("NUM034", "大写金额与小写金额不符", Severity.ERROR)
def amount_in_capitals(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """大写金额和紧挨着的小写金额是同一个数。

    为什么: 合同、收据以大写为准，两个写得不一样就要退回重做。
    错例:
        收支情况: |
          合同金额为人民币壹拾贰万元整（小写：125000元）。
    正例:
        收支情况: |
          合同金额为人民币壹拾贰万伍仟元整（小写：125000元）。
    依据: 审核实践：大写金额与小写金额一致
    改法: 核对合同，更正写错的一处
    """
    if not any(capital in passage.text for capital in "壹贰叁肆伍陆柒捌玖"):
        return
    for phrase in phrases(_CAPITALS, passage.text, passage.numbers):
        first, second = phrase.numbers["first"], phrase.numbers["second"]
        money = first.quantity.unit == second.quantity.unit == "元"
        one_in_capitals = _in_capitals(first) != _in_capitals(second)
        if money and one_in_capitals and first.quantity.value != second.quantity.value:
            note = _(
                "大写与小写相差 {amount}",
                amount=like(abs(first.quantity.value - second.quantity.value), second.quantity),
            )
            yield Finding(passage.place(first.start, second.end), _("两个金额不一样"), (note,))


def _in_capitals(amount: Stated) -> bool:
    return any(capital in amount.quantity.text for capital in "壹贰叁肆伍陆柒捌玖拾佰仟")
