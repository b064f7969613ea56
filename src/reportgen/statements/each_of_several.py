"""A word that is said of several rates at once: 执行率96.20%、94.10%和88.40%。三项支出均低于预算."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.language import _
from reportgen.numbers.numerals import read_digits
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Bounded
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Period, Role, Statement

_OF_ALL = re.compile(
    r"""
    (?P<count>[两二三四五六七八九]) [^，。；、\d]{0,8}? (?:支出|实支|执行数?|决算|花费|开支)   # 三个子项实支
    [^，。；、\d]{0,3}? (?:均|都|全部|皆)
    (?: (?P<more> 高于|超过|超出|大于|突破|多于|超了 )                                   # 都超过预算
      | (?P<less> 低于|少于|小于|未超过|未超出|没有?超过?|未突破|不足|控制在 ) )           # 均未超过预算
    了? (?:各自|其|年初|全年|批复)* 的? 预算 (?:数|之内|以内)? (?=[，。；）]|$)
    """,
    re.VERBOSE,
)
_COMPLETED = re.compile(r"(?:执行|完成|支出|支付)(?:率|进度|了)?(?:为|是|达到?|约)*$|预算数?的$")
_HUNDRED = 100


def each_of_several(paragraph: Paragraph) -> Iterator[Claim]:
    """Every such word that goes against all of the rates told before it, as many as it says."""
    found = _OF_ALL.search(paragraph.text) if "预算" in paragraph.text else None
    if found is None:
        return
    sentence = paragraph.sentence(found.start())
    told = [each for each in paragraph.statements if each.end <= found.start() and _is_completion(each)]
    rates = [each for each in told if sentence - each.sentence <= 1]
    wrong = [each for each in rates if (each.quantity.number < _HUNDRED) is bool(found["more"])]
    if len(rates) == read_digits(found["count"]) and len(wrong) == len(rates):
        right = _("低于") if found["more"] else _("高于")
        label = _("写的是「{word}」，应为「{right}」", word=found["more"] or found["less"], right=right)
        note = _("完成率是 {rate}", rate="、".join(str(each) for each in rates))
        yield Claim("compared", Bounded(rates[-1], None), False, Proof.LIKELY, rates[-1], label, (note,))


def _is_completion(each: Statement) -> bool:
    told = each.quantity.unit == "%" and each.exact and each.period is not Period.BEFORE and not each.planned
    rate = told and each.role in (Role.RATE, Role.SHARE) and each.quantity.number != _HUNDRED
    return rate and bool(_COMPLETED.search(each.passage.text, max(0, each.start - 16), each.start))
