"""Shares of several parts together: 物业占45.15%，食堂占25.21%，两项相加占70.36%; 保安和保洁合占79.17%."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import percent
from reportgen.numbers.numerals import read_numeral
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.first_few import list_before, share_of_few
from reportgen.statements.names import bare
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.round_shares import ROUNDLY
from reportgen.statements.statement import Role, Statement

_TOGETHER = re.compile(
    rf"""
    (?P<names> [^，。；：%]{{0,30}}? )
    (?: (?P<count>[两二三四五])(?:[项类个者种家块部](?:项目|支出|部分|收入|费用|单位)?)? )? (?: 支出|经费|金额|人数 )?
    (?: 合计|相加|合起来|加起来|合并|加在一起|合在一起|共同|总共|共|合 ) [，,]? (?:支出|后)?
    (?: 占[去到据了比]? ) (?P<whole>[^，。；%\d]{{0,12}}?) 的? (?:比重|比例)? (?:为|约|达到?)* (?:{ROUNDLY})? $
    """,
    re.VERBOSE,
)
_ADDED_UP = re.compile("[合相加共]")
_AND = re.compile("[和与及、]|以及")
_COUNTED = re.compile(r"(?P<count>[两二三四五])[^\W\d](?P<name>[^\W\d]{2,})")
_FEW, _REACH = 2, 60


def shares_of_several(paragraph: Paragraph, added: Sequence[Claim]) -> Iterator[Claim]:
    """Every share of parts that are told one by one before it, with shares of their own or in a list that adds up."""
    for share in paragraph.statements:
        if share.quantity.unit != "%" or not share.exact or share.role is Role.CHANGE:
            continue
        begin = max(paragraph.span(share.sentence)[0], share.start - _REACH)
        added_up = _ADDED_UP.search(paragraph.text, begin, share.start)
        found = _TOGETHER.search(paragraph.text, begin, share.start) if added_up else None
        if found is not None:
            yield from _of_list(share, found, added) or _of_shares(share, found, paragraph)


def _of_list(share: Statement, found: re.Match[str], added: Sequence[Claim]) -> list[Claim]:
    """保安34名、保洁42名、工程20名，保洁和保安合占79.17%: of the last list that adds up, by the names of its items."""
    parts = list_before(share, added)
    if "满意" in found["names"]:  # grades, of which `grades` judges the good ones
        return []
    names = [bare(name) for name in _AND.split(found["names"]) if bare(name)]
    counted = _COUNTED.fullmatch(names[0]) if len(names) == 1 else None
    if counted:  # 两栋附楼: every item of that name
        few = [each for each in parts if bare(each.label).endswith(counted["name"])]
        few = few if len(few) == int(read_numeral(counted["count"]) or 0) else []
    else:
        few = [each for name in names for each in parts if bare(each.label) == name]
        few = few if len(few) == len(names) == len(set(few)) else []
    return [share_of_few(share, few, parts)] if _FEW <= len(few) < len(parts) else []


def _of_shares(share: Statement, found: re.Match[str], paragraph: Paragraph) -> Iterator[Claim]:
    """占比40.33%，……占比27.67%，两项合计占比67.99%: of the shares before it in its sentence, as many as are told."""
    count = int(read_numeral(found["count"]) or 0) if found["count"] else 0
    before = [each for each in paragraph.statements if each.sentence == share.sentence and each.end <= share.start]
    shares = [each for each in before if each.role is Role.SHARE and each.exact and each.quantity.unit == "%"]
    if count < _FEW or len(shares) != count:
        return
    total = sum((each.quantity.number for each in shares), Decimal(0))
    room = sum((each.quantity.half_place for each in (share, *shares)), Decimal(0)) * 100
    holds = abs(total - share.quantity.number) <= room
    due = percent(total / 100, share.quantity.decimals)
    adding = " + ".join(str(each.quantity) for each in shares)
    note = _("{adding} 占 {due}，写的是 {rate}", adding=adding, due=due, rate=share)
    equation = SumOf(share, tuple(shares))
    yield Claim("share", equation, holds, Proof.LIKELY, share, _("应为 {due}", due=due), (note,))
