"""A figure that is said to reach a larger one: 满意度91.2%，达到95%以上的要求; 接诊18万人次，完成了年初目标20万人次."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from reportgen import patterns as re
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.model.quantity import Bound
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Bounded
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Role, Statement
from reportgen.statements.word_claims import right_word

_BETWEEN = re.compile(
    r"""
    [，,（(]?
    (?:均|都|也|已|已经|全部|总体|基本|顺利|超额|圆满|如期|按期)*      # 91.2%，均达到
    (?P<word>
        (?P<not>(?:未|没有?|未能|没能|尚未|并未|不)(?:达到|满足|符合)|达不到)  # 未满足不低于20%的要求
      | (?:达到|达|满足|符合)了?                                     # 达到95%以上的要求
      | (?:完成|实现)了                                              # 完成了年初目标20万人次
    )
    (?P<aim>[^，。；、\d]{0,10})                                      # 年初目标，不低于
    """,
    re.VERBOSE,
)
_AIM = re.compile(
    r"""
    (?:以上|及以上|或以上)?
    的?[^，。；、\d]{0,6}
    (?:目标|要求|标准|任务|指标值|底线|规定)                          # 95%以上的要求，90%的年度目标
    (?![^，。；]{0,4}(?:的?\d|差距|仍|还))                            # 目标的80%；目标还有差距
    """,
    re.VERBOSE,
)
_WITHIN = re.compile(
    r"[，,（(]?(?:均|都|也|已|已经|全部|总体|基本|始终|处|低|高|严格|实际|有效|仍)*(?P<not>未|没有|不)?(?:(?:被|能)?控制|保持|稳定|处)?在"
    r"[^，。；、\d]{0,8}"
)
_NUMBER = re.compile(r"[\d.,]+")
_SIDE = re.compile(
    r"[^\W\d]{0,4}[%‰]?(?:的?[^，。；\d]{0,8}?)(?:(?P<more>以上|之上)|(?P<less>以下|之下|以内|之内|范围内))(?=[，。；）]|$)"
)
"""损耗率1.85%，控制在2.00%以内; 差错率0.18%，在0.30%的控制线以下."""
_AIM_BEFORE = re.compile("目标|计划|任务|要求|标准|不低于|不少于")
_SHARE_OF_IT = re.compile(r"的\s*\d")
"""完成了年初目标20万人次的91%: what was reached is told behind."""
_LESS_IS_BETTER = re.compile(either(lists("report_words")["越小越好"]))
_NEAR, _REACH = Decimal(2), 14


def reached(paragraph: Paragraph) -> Iterator[Claim]:
    """Every pair of neighbouring figures of which the first is said to reach the second."""
    for first, second in pairwise(paragraph.statements):
        found = _BETWEEN.fullmatch(paragraph.text[first.end : second.start])
        if found is None or not _is_aim(found["aim"], second, paragraph) or not _comparable(first, second):
            continue
        note = _("前面是 {first}，后面是 {second}", first=first, second=second)
        holds = first.quantity.value >= second.quantity.value
        label = _("写的是「{word}」，{first} 却不够", word=found["word"], first=first)
        if found["not"]:
            holds, apart = not holds, first.quantity.value - second.quantity.value
            label = _("写的是「{word}」，应为「{right}」", word=found["word"], right=right_word(apart))
        yield Claim("compared", Bounded(second, first), holds, Proof.LIKELY, first, label, (note,))


def within(paragraph: Paragraph) -> Iterator[Claim]:
    """Every pair of neighbouring figures of which the first is said to lie above or below the second."""
    for first, second in pairwise(paragraph.statements):
        number = _NUMBER.search(paragraph.text, second.start, second.end)
        found = _WITHIN.fullmatch(paragraph.text, first.end, number.start()) if number else None
        side = _SIDE.match(paragraph.text, number.end(), second.end + _REACH) if number and found else None
        if found is None or side is None or not _near(first, second) or first.quantity.value == second.quantity.value:
            continue
        more = bool(side["more"]) is not bool(found["not"])
        over = first.quantity.value > second.quantity.value
        word = side["more"] or side["less"]
        label = _("写的是「{word}」，应为「{right}」", word=word, right=_("高于") if over else _("低于"))
        note = _("前面是 {first}，后面是 {second}", first=first, second=second)
        equation = Bounded(second, first) if more else Bounded(first, second)
        yield Claim("compared", equation, over is more, Proof.LIKELY, first, label, (note,))


def _is_aim(words: str, figure: Statement, paragraph: Paragraph) -> bool:
    """Whether a figure is what was to be reached: a target, a standard, a least."""
    if _SHARE_OF_IT.match(paragraph.text, figure.end):
        return False
    worded = _AIM_BEFORE.search(words) or _AIM.match(paragraph.text, figure.end)
    return bool(worded) or figure.quantity.bound is Bound.AT_LEAST


def _comparable(first: Statement, second: Statement) -> bool:
    settled = second.quantity.bound is not Bound.AT_MOST and not _LESS_IS_BETTER.search(first.label)
    return settled and _near(first, second)


def _near(first: Statement, second: Statement) -> bool:
    """Whether both are of one unit, one sentence and one order."""
    one, other = first.quantity, second.quantity
    return (
        first.exact
        and Role.CHANGE not in (first.role, second.role)
        and one.unit == other.unit
        and first.sentence == second.sentence
        and one.value > 0
        and one.value / _NEAR <= other.value <= one.value * _NEAR
    )
