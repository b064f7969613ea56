"""What the words before the parts of a total say: that they overlap, that some are left out, that they are all."""

import re
from collections.abc import Sequence

from reportgen.model.quantity import Bound
from reportgen.numbers.clauses import label_start
from reportgen.numbers.reader import Stated

_HANZI = re.compile(r"[^\W\d_]")
_OVERLAPPING = re.compile(
    r"党员|女|男|职称|学历|博士|硕士|研究生|本科|大专|少数民族|高级|中级|初级|退休|离休|政府采购|三公|完成|达标|去年|[同环占]比"
    r"|增加|增长|减少|下降|占|比上|较上|平均|人均|每|剩余|余额|计划|预算|决算|批复|实际|到位|主要|重点|仅|只有|以上|以下|^年度?$"
)
"""Labels of parts that overlap, are of another time or stage, or are singled out."""
_OPEN_END = re.compile(r"等[^\W\d]{0,4}$|^[^\W\d]{0,6}等(?!奖|级)|……")
_WHOLE = tuple(
    (re.compile(first), re.compile(second))
    for first, second in (
        ("未成年", "(?<!未)成年"),
        ("男", "女"),
        ("线上", "线下"),
        ("馆内", "馆外"),
        ("校内", "校外"),
        ("市内", "市外"),
        ("省内", "省外"),
        ("室内", "室外"),
        ("境内", "境外"),
        ("上半年", "下半年"),
        ("财政", "自筹|自有资金"),
        ("(?<![不未])合格", "[不未]合格"),
        ("(?<![不未])达标", "[不未]达标"),
        ("(?<!非)党员", "非党员"),
    )
)
"""Two that leave no third."""
_TWO = 2


def labels_of(text: str, parts: Sequence[Stated]) -> list[str]:
    """The words right before each part."""
    return [text[label_start(text, part.start) : part.start] for part in parts]


def overlapping(labels: Sequence[str]) -> bool:
    """Whether a thing may be counted under several of the labels."""
    return not complementary(labels) and any(_OVERLAPPING.search(label) for label in labels)


def complementary(labels: Sequence[str]) -> bool:
    """Whether two labels leave no third: 未成年人 and 成年人, 馆内 and 馆外."""
    if len(labels) != _TWO:
        return False
    return any(
        (one.search(labels[0]) and other.search(labels[1])) or (other.search(labels[0]) and one.search(labels[1]))
        for one, other in _WHOLE
    )


def left_open(after: str) -> bool:
    """Whether the words behind the last part say that there are more: 等."""
    return _OPEN_END.search(after) is not None


def alike(text: str, parts: Sequence[Stated]) -> bool:
    """Whether the labels are of one kind: they share a character (馆内 and 馆外, 电费 and 水费), and all are exact."""
    shared = set.intersection(*(set(_HANZI.findall(label)) for label in labels_of(text, parts)))
    return bool(shared) and all(part.quantity.bound is Bound.EXACT for part in parts)
