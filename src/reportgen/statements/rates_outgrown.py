"""Rates whose part is more than all that is told before it: 登记36,420件。网上申请37,513件，网办率60.00%."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.lexicon.lists import characters, lists
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.rate_neighbours import GENERAL, is_of_several, name_of
from reportgen.statements.rate_ways import is_required
from reportgen.statements.share_parts import MEASURE, Share
from reportgen.statements.statement import Period, Role, Statement

_BEHIND = re.compile(r"，[^，。；：、\d]{2,12}")
_INSIDE = re.compile(r"（[^，。；：、（\d]{0,10}")
_ENDS = re.compile("[^，。；：、\\d]{0,6}[）（，。；]")
_MORE = re.compile("总|共|累计|上年|增|减|余|剩|另|全[{}]".format(characters(lists("units")["整体"])))
"""全市抽检112家, of which no 86 of the district are the whole."""
_OF_ANYTHING = ("个", "项", "次", "种", "处")


def rates_of_parts(paragraph: Paragraph) -> Iterator[Share]:
    """Each named rate below 100 % with the count right before it, or in the bracket behind it, that has a word of its
    name: 网上申请21,852件，网办率60.00%; 闲置率13.41%（闲置11台）."""
    if "率" not in paragraph.text:
        return
    for rate in paragraph.statements:
        named = rate.role is Role.RATE and rate.quantity.unit == "%" and rate.exact and not rate.planned
        if not named or rate.quantity.value >= 1 or rate.period is Period.BEFORE or is_of_several(rate):
            continue
        found = name_of(rate, paragraph)
        part = _part_of(rate, paragraph) if found and not MEASURE.search(found[0]) and not is_required(rate) else None
        if found and part is not None and set(found["name"]) & (set(part.label) - set(GENERAL)):
            yield Share(rate, part, "")


def may_be_of(each: Share, whole: Statement) -> bool:
    """Whether a count may be of another near by: 取样682个，取样率95.00% of 样点640个; 农户682个 are none of them."""
    name = {*each.part.label, *each.share.label} - set(GENERAL)
    return whole.quantity.unit not in _OF_ANYTHING or bool(name & set(whole.label))


def _part_of(rate: Statement, paragraph: Paragraph) -> Statement | None:
    """The count that a rate is told with."""
    before, text = paragraph.before(rate), paragraph.text
    if before is not None and _BEHIND.fullmatch(text, before.end, rate.start):  # 签约率81.4%（重点人群2.715万人）
        return before if _is_counted(before) and before.depth == rate.depth else None
    behind = next((each for each in paragraph.statements if each.start >= rate.end), None)
    inside = behind is not None and _INSIDE.fullmatch(text, rate.end, behind.start) and _ENDS.match(text, behind.end)
    return behind if inside and behind is not None and _is_counted(behind) else None


def _is_counted(each: Statement) -> bool:
    plain = each.role is Role.AMOUNT and each.exact and not each.planned and each.quantity.unit not in ("", "元", "分")
    return plain and each.period is not Period.BEFORE and not _MORE.search(each.label)
