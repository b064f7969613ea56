"""Rates of change that no verb stands right before (净增44.20万人次，12.00%的增幅), and verbs that are a name."""

from reportgen import patterns as re
from reportgen.numbers.reader import Stated
from reportgen.statements.statement import Role, Statement

_BEHIND_CHANGE = ("（", "(", "，即", "即", "，合", "，约", "，也就是", "，相当于")
_RATE_BEFORE = re.compile(r"的(?:增幅|涨幅|升幅|降幅|跌幅|增速|增长率|同比增长)")


def is_rate_of_change(text: str, number: Stated, before: Statement | None) -> bool:
    """Whether a percentage stands right behind an amount of change, or before a word for its rate."""
    if number.quantity.unit != "%":
        return False
    moved = before is not None and before.role is Role.CHANGE and before.quantity.kind != "%"
    behind = before is not None and text[before.end : number.start] in _BEHIND_CHANGE
    return (moved and behind) or bool(_RATE_BEFORE.match(text, number.end))


_NAMED = re.compile(r"[^\W\d](?<![收入值益润额价资金费款增比较])(?:提升|扩大|延长)$")


def is_name_of_measure(number: Stated, words: str) -> bool:
    """粮油单产提升620万元: money is not raised so; it is what a measure of that name costs."""
    money = number.quantity.unit == "元" and number.quantity.scale
    return bool(money and _NAMED.search(words))
