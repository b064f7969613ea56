"""How many figures the words say are added, against those that make the sum: 由六部分组成：甲40万元，乙48万元….

Where a sum comes out right, what it is made of is known, and the number told beside it can be held against that.
"""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.count_claims import count_claim, may_announce
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement

_LEADS_IN = re.compile(
    r"""
      [^，。；：、（）\d]{0,4}(?:组成|构成)[，：:]                # 由六部分组成：
    | (?<=[部分项类块样笔种面])[^，。；：、（）\d]{0,3}[：:]     # 分为四块：; 包括五类支出：
    """,
    re.VERBOSE,
)
_OPENED = re.compile(r"(?:由|分成?为?|划为|包括|包含|为|共|有)$")
_SUMS_UP = re.compile(r"[，；、（(。]?(?:这|那|以上|上述|前述)$|[，；（(]$")
_TOGETHER = re.compile(
    r"[^，。；：、（）\d]{0,6}?(?:共计?|[合总]计|总共|一共|相加|加起来|合起来|加在?一起|之和)[^，。；：、（）\d]{0,6}|[^，。；：、（）\d]{0,2}"
)
_ALIKE = frozenset("部分项类块样笔种面")
_FEW = 2


def counts_added(paragraphs: Sequence[Paragraph], sums: Sequence[Sequence[Claim]]) -> Iterator[Claim]:
    """Every such number, right and wrong; `sums` are those that each paragraph makes by itself."""
    for paragraph, own in zip(paragraphs, sums, strict=True):
        made = [claim.members for claim in own if claim.holds and len(claim.members) > _FEW] if own else []
        for number in paragraph.statements if made else ():
            if number.quantity.value > 1 and may_announce(number, paragraph):
                yield from _told(number, made)


def _told(number: Statement, made: Sequence[tuple[Statement, ...]]) -> Iterator[Claim]:
    lists = [parts for total, *parts in made if number not in parts and _is_of(number, total, parts)]
    counted = tuple(dict.fromkeys(len(parts) for parts in lists))
    if counted:
        named = "、".join(part.text for part in lists[0])
        yield count_claim(number, counted, named, Proof.LIKELY)


def _is_of(number: Statement, total: Statement, parts: Sequence[Statement]) -> bool:
    """Whether a number stands between a total and its parts, and its words lead from one to the other."""
    text, first, last = number.passage.text, parts[0], parts[-1]
    if total.end <= number.start and number.end <= first.start:  # 资金116.17万元，由六部分组成：设备40.87万元，…
        between = text[number.end : first.start - len(first.label)]
        opened = _OPENED.search(text, total.end, number.start) and "。" not in text[total.end : number.start]
        return bool(
            opened and number.quantity.unit[-1:] in _ALIKE and _LEADS_IN.fullmatch(number.text[-1:] + between, 1)
        )
    if last.end <= number.start and number.end <= total.start:  # 甲1,020件，乙266件，上述两类1,286件
        before = text[last.end : number.start]
        return bool(_SUMS_UP.search(before) and _TOGETHER.fullmatch(text, number.end, total.start)) and len(before) < 6
    return False
