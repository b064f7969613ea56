"""Rates beside a fraction in words: 占37.50%，超过三分之一; 91.2%，接近一半."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from reportgen import patterns as re
from reportgen.language import _
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.numerals import read_numeral
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Bounded
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Role

_FRACTION = re.compile(
    r"""
    [，,（(] (?:(?:付款|支付|支出|执行|完成|完工|资金)?(?:进度|比例|占比|率))?  # 付款进度超过九成
    (?:均|已|已经|刚|刚刚|仅|还|尚|略|远|总体|占比|比例|同样|也)*
    (?: (?P<more> 超过|高于|超出|多于|突破|大于|过(?=半) )
      | (?P<less> 不足|不到|低于|少于|未达到?|未到|未过(?=半)|不及 ) ) 了?
    (?: 总数|全部|总量|全年|合计 )? 的?
    (?: (?P<parts>[二三四五六七八九十])分之(?P<of>[一二三四五六七八九])  # 三分之一
      | (?P<tenths>[一二三四五六七八九])成                             # 九成
      | (?:一|过)?半(?:数|以上)?|半数 )                               # 一半, 半数, 过半
    (?= [，。；）、]|$ )
    """,
    re.VERBOSE,
)
_SHARE = re.compile(
    r"""
    的 (?: (?P<more>超过|高于|多于|过(?=半)) | (?P<less>不足|不到|低于|少于|不及) )? 了?
    (?: (?P<parts>[二三四五六七八九十])分之(?P<of>[一二三四五六七八九])
      | (?P<tenths>[一二三四五六七八九])成 | 一?半(?:数)? )
    (?: (?P<over>以上|多) | (?P<under>以下) )? (?=[，。；）]|$)
    """,
    re.VERBOSE,
)
_OF = re.compile(r"[，,（(]?(?:只|仅|已|约)*(?:占|为|是)(?:到|了)?[^，。；、\d]{0,10}")
_HALF, _HUNDRED = Decimal(50), Decimal(100)


def fractions_told(paragraph: Paragraph) -> Iterator[Claim]:
    """Every such word right behind a rate."""
    if not re.search("半|分之|成", paragraph.text):
        return
    yield from _of_whole(paragraph)
    for rate in paragraph.statements:
        found = _FRACTION.match(paragraph.text, rate.end) if rate.quantity.unit == "%" and rate.exact else None
        if found is None or rate.role is Role.CHANGE or rate.quantity.number > _HUNDRED:
            continue
        over = rate.quantity.number - _fraction(found)
        holds = over > 0 if found["more"] else over < 0
        word = found["more"] or found["less"]
        label = _("写的是「{word}」，应为「{right}」", word=word, right=_("高于") if over > 0 else _("低于"))
        yield Claim("compared", Bounded(rate, None), holds, Proof.LIKELY, rate, label)


def _of_whole(paragraph: Paragraph) -> Iterator[Claim]:
    """女职工62人，占全部118人的一半以上."""
    for part, whole in pairwise(paragraph.statements):
        found = _SHARE.match(paragraph.text, whole.end)
        if found is None or not _OF.fullmatch(paragraph.text, part.end, whole.start):
            continue
        over, under = found["more"] or found["over"], found["less"] or found["under"]
        alike = same_things(part.quantity, whole.quantity) and part.exact and whole.exact and whole.quantity.value > 0
        if not alike or bool(over) is bool(under):
            continue
        rest = part.quantity.value / whole.quantity.value * _HUNDRED - _fraction(found)
        label = _("写的是「{word}」，应为「{right}」", word=over or under, right=_("高于") if rest > 0 else _("低于"))
        yield Claim("compared", Bounded(part, whole), rest >= 0 if over else rest <= 0, Proof.LIKELY, part, label)


def _fraction(found: re.Match[str]) -> Decimal:
    if found.groupdict().get("tenths"):
        return (read_numeral(found["tenths"]) or Decimal(0)) * 10
    if not found["parts"]:
        return _HALF
    parts, of = read_numeral(found["parts"]), read_numeral(found["of"])
    return _HUNDRED * (of or Decimal(1)) / (parts or Decimal(1))
